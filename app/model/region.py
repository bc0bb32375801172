"""What a recipe is made of: region, method, output, as values. Does not read or check JSON."""

from app.model.geometry import Rectangle
from app.model.value import Value

BLACK = "#000000"
FORMATS = ("same", "jpeg", "png", "webp", "tiff")


class Fill(Value):
    """Overwrite with one sRGB colour, "#rrggbb" in lower case."""

    FIELDS = ("colour",)

    def __init__(self, colour: str = BLACK) -> None:
        self.colour = colour


class Region(Value):
    """One thing to cover: shape in upright pixels, method, reason or None, page from 1."""

    FIELDS = ("shape", "method", "reason", "page")

    def __init__(
        self,
        shape: Rectangle,
        method: "Fill | None" = None,
        reason: "str | None" = None,
        page: int = 1,
    ) -> None:
        self.shape = shape
        self.method = method or Fill()
        self.reason = reason
        self.page = page

    def with_shape(self, shape: Rectangle) -> "Region":
        """The same region with another shape."""
        return Region(shape, self.method, self.reason, self.page)

    def with_reason(self, reason: "str | None") -> "Region":
        """The same region with another reason."""
        return Region(self.shape, self.method, reason, self.page)


class Output(Value):
    """Output format (one of FORMATS) and quality: "source" or 1 to 100."""

    FIELDS = ("format", "quality")

    def __init__(
        self,
        format: str = "same",
        quality: "str | int" = "source",
    ) -> None:
        self.format = format
        self.quality = quality
