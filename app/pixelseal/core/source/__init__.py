"""Examines image files before they are decoded. Knows no recipe and makes no output."""

from pixelseal.core.source.examine import examine
from pixelseal.core.source.facts.source import Finding, Source

__all__ = ["Finding", "Source", "examine"]
