"""Long work as a generator, which pauses between its pieces; its result is what it returns.

The page does something else between two pieces (`in_slices`); whoever has nobody waiting runs it
`in_one_go`. Does no work itself but sorting.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Awaitable, Generator, Sequence
    from typing import Any, Protocol, TypeVar

    Result = TypeVar("Result")
    Thing = TypeVar("Thing")
    Steps = Generator[None, None, Result]

    class Slices(Protocol):
        """As pixelseal.ui.browser.time_slices.TimeSlices."""

        def turn(self) -> Awaitable[bool]:
            """Yield to others if it is time."""


_RUN = 32  # that are sorted in one step


def in_one_go(steps: "Steps[Result]") -> "Result":
    """The result of the work, without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


async def in_slices(steps: "Steps[Result]", slices: "Slices") -> "Result":
    """The same, with a turn of the page's time slices after each step."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        await slices.turn()


def ordered(pairs: "Sequence[tuple[object, Thing]]") -> "Steps[list[Thing]]":
    """The second parts of (text or number, anything) in the order of the first; equal as given.

    MicroPython's own sort compares each with each where they are in order already: two thousand
    names take it a second.
    """
    keys = [(pair[0], place) for place, pair in enumerate(pairs)]
    runs = []
    for start in range(0, len(keys), _RUN):
        runs.append(sorted(keys[start : start + _RUN]))
        yield
    while len(runs) > 1:
        merged = []
        for place in range(0, len(runs), 2):
            two = runs[place : place + 2]
            if len(two) == 1 or two[0][-1] < two[1][0]:
                merged.append(two[0] + (two[1] if len(two) > 1 else []))
            else:
                merged.append((yield from _merged(*two)))
        runs = merged
        yield
    return [pairs[place][1] for _key, place in (runs[0] if runs else [])]


def _merged(first: "list[Any]", second: "list[Any]") -> "Steps[list[Any]]":
    found, at, other = [], 0, 0
    while at < len(first) and other < len(second):
        if first[at] < second[other]:
            found.append(first[at])
            at += 1
        else:
            found.append(second[other])
            other += 1
        if len(found) % _RUN == 0:
            yield
    return found + first[at:] + second[other:]
