"""Sorting many things by a text, in slices. Compares nothing but the texts."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.time_slices import TimeSlices


async def in_order(pairs: "list[tuple[str, object]]", slices: "TimeSlices") -> "list[object]":
    """The second parts of (text, anything) pairs in the order of their texts; equal ones as given.

    Python's own sort would hold up the page (pixelseal.model.steps).
    """
    from pixelseal.model.steps import in_slices, ordered  # at first use

    return await in_slices(ordered(pairs), slices)
