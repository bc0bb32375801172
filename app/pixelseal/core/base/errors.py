"""The engine's errors, split by whose fault they are. Their sentences are in the catalogue."""

import copyreg
from typing import Any

from pixelseal.model.messages import sentence

_LONGEST_VALUE = 80  # characters; values are numbers and our own names, never text from a file


class PixelsealError(Exception):
    """An error with a stable `code` and bounded `values`: the only parts that leave the engine.

    :param code: a key of the catalogue, which holds the sentence for it; never changed.
        The base class itself is raised for ``records-not-apart`` and others about folders.
    :param values: what the sentence is filled with: numbers and our own names, at most 80
        characters.
    """

    def __init__(self, code: str, /, **values: int | str) -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, int | str] = {
            key: value[:_LONGEST_VALUE] if isinstance(value, str) else value
            for key, value in values.items()
        }

    def __reduce__(self) -> tuple[Any, ...]:
        # Not by calling the class again, as exceptions are by default: a constructor that asks for
        # more than `args` would fail in the process that waits for the answer, and hang its pool.
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]

    @property
    def sentence(self) -> str:
        """What a person reads: the catalogue's sentence for this code."""
        return sentence(self.code, dict(self.values))


class SourceRefused(PixelsealError):
    """The file is at fault: damaged, too large, or of an unsupported kind.

    Codes are ``not-an-image``, ``file-truncated``, ``format-unsupported`` and others.
    """


class RecipeRefused(PixelsealError):
    """The recipe or the review is invalid, or does not fit the image.

    Codes are ``recipe-not-json``, ``region-outside``, ``method-too-weak`` and others.
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
