"""A copied region that lies on what a program found, and waits. Finds nothing and moves nothing."""

from pixelseal.model.screen.proposal import ProposedRegion, found_as

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such modules
    from collections.abc import Iterable

    from pixelseal.model.recipe.geometry import Shape
    from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Region


class FollowingRegion(ProposedRegion):
    """A copied region together with what a program found at its place or near it.

    :param was: the shape that was copied, if the region lies elsewhere now, on what was found.
    :param found: what was found under it, which is not proposed a second time.
    """

    FIELDS: "tuple[str, ...]" = ("shape", "method", "reasons", "page", "was", "found")

    def __init__(
        self,
        shape: "Shape",
        method: "Fill | Mosaic | Blur | None" = None,
        reasons: "Iterable[str] | None" = (),
        page: int = 1,
        was: "Shape | None" = None,
        found: "tuple[Region, ...]" = (),
    ) -> None:
        super().__init__(shape, method, reasons, page)
        self.was = was
        self.found = found

    def turned(self, orientation: int, size: "tuple[int, int]") -> "FollowingRegion":
        """The same in the turned picture, with the place where it was and what was found."""
        was = None if self.was is None else self.was.turned(orientation, size)
        found = tuple([one.turned(orientation, size) for one in self.found])
        shape = self.shape.turned(orientation, size)
        return FollowingRegion(shape, self.method, self.reasons, self.page, was, found)

    def _like(
        self, shape: "Shape", method: "Fill | Mosaic | Blur", reasons: "Iterable[str]", page: int
    ) -> "FollowingRegion":
        return FollowingRegion(shape, method, reasons, page, self.was, self.found)


def found_under(record: "Region | Keep | Crop") -> "tuple[Region, ...]":
    """What a program found that a proposal stands for: itself, or what it follows."""
    if isinstance(record, FollowingRegion):
        return record.found
    return (record,) if isinstance(record, ProposedRegion) and found_as(record) else ()
