"""The errors that a person is told of, each by a code of the catalogue. Raises none itself."""

from pixelseal.model.messages import sentence

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from typing import Any

LONGEST_VALUE = 80  # characters; values are numbers and our own names, never text from a file


class PixelsealError(Exception):
    """An error with a stable `code` and bounded `values`: the only parts that leave the engine.

    :param code: a key of the catalogue, which holds the sentence for it; never changed.
        The base class itself is raised for ``records-not-apart`` and others about folders.
    :param values: what the sentence is filled with: numbers and our own names, at most 80
        characters.

    `about` is the file or the argument that it is about, where that is another than the one that
    was being worked on; "" where it is not.
    """

    about = ""

    def __init__(self, code: str, **values: "int | str") -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, int | str] = {}
        for key in values:
            value = values[key]
            self.values[key] = value[:LONGEST_VALUE] if isinstance(value, str) else value

    def __reduce__(self) -> "tuple[Any, ...]":
        # Not by calling the class again, as exceptions are by default: a constructor that asks for
        # more than `args` would fail in the process that waits for the answer, and hang its pool.
        import copyreg  # MicroPython has none, and pickles nothing

        return copyreg.__newobj__, (type(self),) + self.args, self.__dict__  # type: ignore[attr-defined]

    @property
    def sentence(self) -> str:
        """What a person reads: the catalogue's sentence for this code."""
        return sentence(self.code, self.values)


class RecipeRefused(PixelsealError):
    """The recipe or the review is invalid, or does not fit the image.

    Codes are ``recipe-not-json``, ``region-outside``, ``method-too-weak`` and others.
    """
