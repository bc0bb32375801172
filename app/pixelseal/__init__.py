"""Pixelseal: takes the identity out of clinical images and proves it."""
