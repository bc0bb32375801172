"""The engine's errors, split by whose fault they are. Their sentences are in the catalogue.

The error of an output that fails its audit stands beside the audit's report.
"""

from pixelseal.model.errors import PixelsealError, RecipeRefused

__all__ = ["EngineFault", "PixelsealError", "RecipeRefused", "SourceRefused"]


class SourceRefused(PixelsealError):
    """The file is at fault: damaged, too large, or of an unsupported kind.

    Codes are ``not-an-image``, ``file-truncated``, ``format-unsupported`` and others.
    """


class EngineFault(PixelsealError):
    """The engine or the machine is at fault.

    Codes are ``engine-fault`` (a bug), ``out-of-memory``, ``not-written`` and ``output-exists``.
    """
