"""The errors of the engine, split by whose fault they are. Holds no sentences: model does."""

import copyreg
from typing import Any

from pixelseal.model.messages import sentence

_LONGEST_VALUE = 80  # characters; values are numbers and names of ours, never text out of a file


class PixelsealError(Exception):
    """An error with a stable `code` and bounded `values`: the only parts that leave the engine.

    :param code: a key of the catalogue, which holds the sentence for it; never changed.
    :param values: what stands in the sentence: numbers and names of ours, at most 80 characters.
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
    """The opened file is at fault: broken, too large, or of a kind that is not read."""


class RecipeRefused(PixelsealError):
    """The recipe is at fault, or does not fit the image."""


class OutputWithheld(PixelsealError):
    """The result failed its audit and is not handed out.

    :param report: the `AuditReport`, which says which check failed and why.
    """

    def __init__(self, code: str, report: object, /, **values: int | str) -> None:
        super().__init__(code, **values)
        self.report = report


class EngineFault(PixelsealError):
    """We are at fault, or the machine: a bug, or no memory left."""
