"""The engine's errors, split by whose fault they are. Their sentences are in the catalogue."""

from pixelseal.model.errors import PixelsealError, RecipeRefused

__all__ = ["EngineFault", "OutputWithheld", "PixelsealError", "RecipeRefused", "SourceRefused"]


class SourceRefused(PixelsealError):
    """The file is at fault: damaged, too large, or of an unsupported kind.

    Codes are ``not-an-image``, ``file-truncated``, ``format-unsupported`` and others.
    """


class OutputWithheld(PixelsealError):
    """The output failed its audit and is not returned; the code is ``audit-failed``.

    :param report: the `AuditReport`, which says which check failed and why.
    """

    def __init__(self, code: str, report: object, /, **values: int | str) -> None:
        super().__init__(code, **values)
        self.report = report


class EngineFault(PixelsealError):
    """The engine or the machine is at fault.

    Codes are ``engine-fault`` (a bug), ``out-of-memory``, ``not-written`` and ``output-exists``.
    """
