"""Sorting many things by a text, in slices. Compares nothing but the texts."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.time_slices import TimeSlices

_RUN = 32  # that are sorted in one go


async def in_order(pairs: "list[tuple[str, object]]", slices: "TimeSlices") -> "list[object]":
    """The second parts of (text, anything) pairs in the order of their texts; equal ones as given.

    MicroPython's own sort compares each with each where they are in order already: two thousand
    names take it a second.
    """
    texts = [(pair[0], place) for place, pair in enumerate(pairs)]
    runs = []
    for start in range(0, len(texts), _RUN):
        runs.append(sorted(texts[start : start + _RUN]))
        await slices.turn()
    while len(runs) > 1:
        merged = []
        for place in range(0, len(runs), 2):
            merged.append(await _merged(runs[place : place + 2], slices))
        runs = merged
    return [pairs[place][1] for _text, place in (runs[0] if runs else [])]


async def _merged(two: "list[list]", slices: "TimeSlices") -> "list":
    if len(two) == 1 or two[0][-1] < two[1][0]:
        return two[0] + (two[1] if len(two) > 1 else [])
    first, second = two
    found, at, other = [], 0, 0
    while at < len(first) and other < len(second):
        if first[at] < second[other]:
            found.append(first[at])
            at += 1
        else:
            found.append(second[other])
            other += 1
        if len(found) % _RUN == 0:
            await slices.turn()
    return found + first[at:] + second[other:]
