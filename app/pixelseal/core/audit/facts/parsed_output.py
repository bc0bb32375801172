"""What the audit's container parsers find in an output. Parses nothing itself."""

from collections.abc import Callable
from dataclasses import dataclass, field


class Broken(Exception):
    """Parsing cannot continue: the check that fails, and a sentence."""

    def __init__(self, check: str, why: str) -> None:
        super().__init__(check, why)  # as in the call, so that a process pool can pass it on
        self.check = check
        self.why = why


@dataclass
class ParsedOutput:
    """Facts of an output: size in pixels, kind, and where its picture data lies.

    `grid` is the (width, height) of the compression blocks and `tolerance` how much a flat colour
    may deviate, in levels of 255; (1, 1) and 0 if the coding is lossless. `inner` is the same for
    blocks predicted only from blocks of the same colour, 0 if blocks are not predicted from each
    other.
    `deeper` holds (blocks, tolerance): in a block with that many of the same colour on all sides.
    `margin` is how many pixels a decoder smooths across blocks; `flat` means that equal blocks
    come back equal.
    `cut` makes a file of a JPEG's rows from the first number up to the second, or some more, once
    its scan was followed; it returns the first row of that file, the row after its last, and the
    file.
    `table` is the number of colours in the file's palette, 0 without one.
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
        """Record a fault."""
        self.faults.append((check, why))


class Reader:
    """Reads an output from start to end; every byte is read exactly once."""

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
        """Read bytes that must be exactly `constant`; else Broken."""
        if self.take(len(constant), check, what) != constant:
            raise Broken(check, f"In place of {what} the file has something else.")

    @property
    def left(self) -> int:
        """The number of unread bytes."""
        return len(self.output) - self.at
