"""Pixelseal: redacts clinical images and proves it. This package only holds the version."""

__version__ = "0.1.0"
