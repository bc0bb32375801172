"""Reads metadata in the forms that several file formats share."""
