"""Examines HEIC and AVIF: boxes, items, and what their pictures are made of."""
