"""The command line's own error. Its sentences are in the catalogue."""

from pixelseal.core.base.errors import PixelsealError


class CommandRefused(PixelsealError):
    """The command is at fault: a folder, an ID. Not a file, and not the recipe."""
