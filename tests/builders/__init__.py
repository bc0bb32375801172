"""Builds image files, sound and broken, by splicing bytes by hand. Tests nothing."""
