"""Examines TIFF and BigTIFF: directories, pages and where their data lies."""
