"""Examines image files before they are decoded. Knows no recipe and makes no output."""

from pixelseal.core.source.examine import examine
from pixelseal.core.source.facts.file import File, Finding
from pixelseal.core.source.facts.page import Page

__all__ = ["File", "Finding", "Page", "examine"]
