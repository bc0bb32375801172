"""Examines JPEG: segments, tables, frames and scans."""
