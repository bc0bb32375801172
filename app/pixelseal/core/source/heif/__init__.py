"""Examines HEIC and AVIF: boxes, items, and the parts of their pictures."""
