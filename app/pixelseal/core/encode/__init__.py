"""Pixels to the bytes of a new file, one format a module. Carries no metadata and asks no file."""

from pixelseal.core.encode.settings import Coding, coding_for, is_webp_too_large
from pixelseal.core.encode.write import encode, write_pages

__all__ = ["Coding", "coding_for", "encode", "is_webp_too_large", "write_pages"]
