"""What a container parser of the audit finds in an output. Parses nothing itself."""

from collections.abc import Callable
from dataclasses import dataclass, field


class Broken(Exception):
    """The file's structure cannot be followed further: the check it breaks, and a sentence."""

    def __init__(self, check: str, why: str) -> None:
        super().__init__(check, why)  # as it is called: so that a process pool can hand it on
        self.check = check
        self.why = why


@dataclass
class ParsedOutput:
    """Facts of an output: size in pixels, kind, and where its picture data lies.

    `grid` is the (width, height) of the compression blocks and `tolerance` how far a flat colour
    may come back from its value, in levels of 255; (1, 1) and 0 where the coding is lossless.
    `inner` is the same for blocks that are predicted only from blocks of the same colour, 0 where
    blocks are not predicted from each other.
    `deeper` holds (blocks, tolerance): in a block with that many of the same colour on all sides.
    `margin` is how many pixels a decoder smooths across blocks; `flat` means that equal blocks
    come back equal.
    `cut` makes of a JPEG whose scan was followed a file of its rows from the first number up to the
    second, or of some more; it gives the first row of that file, the row after its last, and it.
    `table` is how many colours the file lists, 0 where it lists none.
    `faults` are (check, sentence) pairs that did not stop the parser.
    """

    width: int = 0
    height: int = 0
    gray: bool = False
    bits: int = 8
    lossy: bool = False
    grid: tuple[int, int] = (1, 1)
    margin: int = 0
    flat: bool = False
    tolerance: int = 0
    inner: int = 0
    deeper: tuple[tuple[int, int], ...] = ()
    table: int = 0
    cut: Callable[[int, int], tuple[int, int, bytes]] | None = None
    picture: list[tuple[int, int]] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)

    def fault(self, check: str, why: str) -> None:
        """Note something that must not be."""
        self.faults.append((check, why))


class Reader:
    """Takes bytes off an output one after another; every byte is taken exactly once."""

    def __init__(self, output: bytes) -> None:
        self.output = output
        self.at = 0

    def take(self, count: int, check: str, what: str) -> bytes:
        """The next `count` bytes; Broken if the file ends before."""
        part = self.output[self.at : self.at + count]
        if len(part) != count:
            raise Broken(check, f"The file ends within {what}.")
        self.at += count
        return part

    def expect(self, constant: bytes, check: str, what: str) -> None:
        """Take bytes that must be exactly `constant`; Broken otherwise."""
        if self.take(len(constant), check, what) != constant:
            raise Broken(check, f"In place of {what} the file has something else.")

    @property
    def left(self) -> int:
        """Bytes not yet taken."""
        return len(self.output) - self.at
