"""Examines image files before they are decoded. Knows no recipe and makes no output."""

from app.core.source.examine import examine
from app.core.source.model import Finding, Source

__all__ = ["Finding", "Source", "examine"]
