"""Pixels to the bytes of a new file, one module per format. Writes no metadata, reads no file."""

from pixelseal.core.encode.settings import EncodeSettings, is_webp_too_large, settings_for
from pixelseal.core.encode.write import encode, write_pages

__all__ = ["EncodeSettings", "encode", "is_webp_too_large", "settings_for", "write_pages"]
