"""Pixels to the bytes of a new file, one format a module. Carries no metadata and asks no file."""

from pixelseal.core.encode.settings import EncodeSettings, is_webp_too_large, settings_for
from pixelseal.core.encode.write import encode, write_pages

__all__ = ["EncodeSettings", "encode", "is_webp_too_large", "settings_for", "write_pages"]
