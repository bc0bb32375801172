"""Reads what files carry beside the picture, in formats that several of them share."""
