"""Pixels to the bytes of a new file, one format a module. Carries no metadata and asks no file."""

from pixelseal.core.encode.settings import Coding, coding_for
from pixelseal.core.encode.write import encode, write_pages

__all__ = ["Coding", "coding_for", "encode", "write_pages"]
