"""The command line's own error. Holds no sentences: pixelseal.model does."""

from pixelseal.core.base.errors import PixelsealError


class CommandRefused(PixelsealError):
    """What was asked is at fault: a folder, an ID. No file is, and neither is the recipe."""
