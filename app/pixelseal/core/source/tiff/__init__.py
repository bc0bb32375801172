"""Examines TIFF and BigTIFF: directories, pages and their data."""
