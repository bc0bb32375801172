"""The parts of a recipe: regions, areas to keep, crop, output. Reads and checks no JSON."""

from pixelseal.model import formats
from pixelseal.model.reasons import ordered
from pixelseal.model.recipe import checks
from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterable
    from typing import SupportsIndex

BLACK = "#000000"
FORMATS = ("same",) + tuple([row.name for row in formats.WRITTEN])


class Fill(Value):
    """Overwrite with one colour.

    :param colour: sRGB, "#rrggbb" in lower case.
    """

    KIND = "fill"
    FIELDS = ("colour",)

    def __init__(self, colour: str = BLACK) -> None:
        self.colour = colour


class Mosaic(Value):
    """Replace by cells of one colour each (docs/regions.md, 4); never for text.

    :param block: the least width and height of a cell, in pixels: 32 or more, and at least a third
        of the region's longer side.
    """

    KIND = "mosaic"
    FIELDS = ("block",)

    def __init__(self, block: "SupportsIndex") -> None:
        self.block: int = checks.whole(block)

    @property
    def strength(self) -> int:
        """The side of a cell, in pixels."""
        return self.block


class Blur(Value):
    """Replace by a smooth gradient between cells (docs/regions.md, 4); never for text.

    :param radius: the width and height of a cell, in pixels; as large as a mosaic's `block`.
    """

    KIND = "blur"
    FIELDS = ("radius",)

    def __init__(self, radius: "SupportsIndex") -> None:
        self.radius: int = checks.whole(radius)

    @property
    def strength(self) -> int:
        """The side of a cell, in pixels."""
        return self.radius


# A record's `with_...` returns the record's own class (pixelseal.model.screen.proposal has more).


class Region(Value):
    """One thing to cover.

    :param shape: where, in pixels of the page, upright and turned.
    :param method: how it is covered; None for a black fill.
    :param reasons: letters of identifiers, "A" to "R" of 45 CFR 164.514(b)(2)(i), and "other", in
        any order: a sequence, or a str of letters ("AQ"); None for none. They are kept in order.
    :param page: the page, counted from 1.
    """

    FIELDS: "tuple[str, ...]" = ("shape", "method", "reasons", "page")

    def __init__(
        self,
        shape: Shape,
        method: "Fill | Mosaic | Blur | None" = None,
        reasons: "Iterable[str] | None" = (),
        page: "SupportsIndex" = 1,
    ) -> None:
        self.shape = shape
        self.method = method or Fill()
        self.reasons = ordered(reasons)
        self.page: int = page if type(page) is int else checks.whole(page)

    def with_shape(self, shape: Shape) -> "Region":
        """The same region with another shape."""
        return self._like(shape, self.method, self.reasons, self.page)

    def turned(self, orientation: int, size: "tuple[int, int]") -> "Region":
        """The same region in the turned picture, as `Shape.turned`."""
        return self.with_shape(self.shape.turned(orientation, size))

    def on_page(self, page: int) -> "Region":
        """The same region on another page."""
        return self._like(self.shape, self.method, self.reasons, page)

    def with_reasons(self, reasons: "Iterable[str]") -> "Region":
        """The same region with other reasons."""
        return self._like(self.shape, self.method, reasons, self.page)

    def with_method(self, method: "Fill | Mosaic | Blur") -> "Region":
        """The same region, covered by another method."""
        return self._like(self.shape, method, self.reasons, self.page)

    def _like(
        self, shape: Shape, method: "Fill | Mosaic | Blur", reasons: "Iterable[str]", page: int
    ) -> "Region":
        return type(self)(shape, method, reasons, page)


class Keep(Value):
    """An area to keep, and the colour of everything outside the areas to keep of its page.

    :param shape: the area, in pixels of the page, upright and turned.
    :param colour: sRGB, "#rrggbb" in lower case; the same for all areas of a page.
    :param page: the page, counted from 1.
    """

    FIELDS = ("shape", "colour", "page")

    def __init__(self, shape: Shape, colour: str = BLACK, page: "SupportsIndex" = 1) -> None:
        self.shape = shape
        self.colour = colour
        self.page: int = page if type(page) is int else checks.whole(page)

    def with_shape(self, shape: Shape) -> "Keep":
        """The same kind of area with another shape."""
        return type(self)(shape, self.colour, self.page)

    def turned(self, orientation: int, size: "tuple[int, int]") -> "Keep":
        """The same area in the turned picture, as `Shape.turned`."""
        return self.with_shape(self.shape.turned(orientation, size))

    def with_colour(self, colour: str) -> "Keep":
        """The same area with another colour around it."""
        return type(self)(self.shape, colour, self.page)

    def on_page(self, page: int) -> "Keep":
        """The same area on another page."""
        return type(self)(self.shape, self.colour, page)


class Crop(Value):
    """The rectangle that is left of a page.

    :param shape: in pixels of the page, upright and turned; shrunk to the grid of a lossy source
        (ADR 0009).
    :param page: the page, counted from 1.
    """

    FIELDS = ("shape", "page")

    def __init__(self, shape: Rectangle, page: "SupportsIndex" = 1) -> None:
        self.shape = shape
        self.page: int = page if type(page) is int else checks.whole(page)

    def with_shape(self, shape: Shape) -> "Crop":
        """The crop to the frame of another shape."""
        return type(self)(shape.frame(), self.page)

    def turned(self, orientation: int, size: "tuple[int, int]") -> "Crop":
        """The same crop in the turned picture, as `Shape.turned`."""
        return self.with_shape(self.shape.turned(orientation, size))

    def on_page(self, page: int) -> "Crop":
        """The same crop of another page."""
        return type(self)(self.shape, page)


class Output(Value):
    """The new file's format and quality.

    :param format: "same" (the source's, or the one written instead), "jpeg", "png", "webp", "tiff"
        or "avif".
    :param quality: 1 to 100, or "source" to preserve the source's (ADR 0010); ignored if lossless.
    """

    FIELDS = ("format", "quality")

    def __init__(
        self,
        format: str = "same",
        quality: "str | SupportsIndex" = "source",
    ) -> None:
        self.format = format
        self.quality: "str | int" = checks.whole(quality)
