"""The recipe, version 1, as values: reads, checks and writes it (docs/recipe.md).

Touches no pixels and opens no files; runs on CPython and MicroPython alike.
"""

from app.model import canonical, reasons
from app.model.geometry import Rectangle
from app.model.region import BLACK, FORMATS, Fill, Output, Region
from app.model.value import Value

VERSION = "recipe/1"

MAX_REGIONS = 10_000  # a list longer than this is not the work of a person's hand
MAX_COORDINATE = 1_000_000  # pixels; above every side that any format here can hold and we open
MAX_PAGE = 100_000
MAX_ALTERNATE_ID = 64  # characters; leaves room for an ending within any file system's limit

_DIGITS = "0123456789"
_ALPHANUMERIC = _DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class RecipeError(ValueError):
    """A recipe that is refused: a code of app.model.messages and the values for its sentence."""

    def __init__(self, code: str, values: "dict[str, int | str] | None" = None) -> None:
        super().__init__(code)
        self.code = code
        self.values = values or {}


class Recipe(Value):
    """A whole recipe; `image` is the (width, height) it was drawn on, or None for any."""

    FIELDS = ("regions", "image", "output", "alternate_id")

    def __init__(
        self,
        regions: "tuple[Region, ...] | list[Region]" = (),
        image: "tuple[int, int] | None" = None,
        output: "Output | None" = None,
        alternate_id: "str | None" = None,
    ) -> None:
        self.regions = tuple(regions)
        self.image = image
        self.output = output or Output()
        self.alternate_id = alternate_id

    def to_object(self) -> "dict[str, object]":
        """The recipe as dicts and lists, every key present."""
        image = self.image
        return {
            "pixelseal": VERSION,
            "image": None if image is None else {"width": image[0], "height": image[1]},
            "regions": [_region_object(region) for region in self.regions],
            "output": {"format": self.output.format, "quality": self.output.quality},
            "alternate_id": self.alternate_id,
        }

    def to_json(self) -> str:
        """The canonical form (docs/recipe.md, 5), read back before it is handed out."""
        text = canonical.dump(self.to_object()) + "\n"
        if parse(text) != self:
            raise RecipeError("recipe-wrong-type", {"key": "recipe"})
        return text

    def fitted(self, width: int, height: int, pages: int = 1) -> "tuple[Region, ...]":
        """The regions clipped to an upright image of that size (docs/recipe.md, 2.1 and 3.2).

        RecipeError: recipe-size-mismatch, recipe-out-of-range (no such page), region-outside.
        """
        if self.image is not None and self.image != (width, height):
            raise RecipeError("recipe-size-mismatch", {"width": width, "height": height})
        fitted = []
        for number, region in enumerate(self.regions):
            if region.page > pages:
                raise RecipeError("recipe-out-of-range", {"key": f"regions[{number}].page"})
            shape = region.shape.clipped(width, height)
            if shape is None:
                raise RecipeError("region-outside", {"region": number + 1})
            fitted.append(Region(shape, region.method, region.reason, region.page))
        return tuple(fitted)


def _region_object(region: Region) -> "dict[str, object]":
    shape = region.shape
    return {
        "page": region.page,
        "shape": {
            "kind": "rectangle",
            "x": shape.x,
            "y": shape.y,
            "width": shape.width,
            "height": shape.height,
        },
        "method": {"kind": "fill", "colour": region.method.colour},
        "reason": region.reason,
    }


def is_alternate_id(text: str) -> bool:
    """True if `text` may stand as an alternate ID (docs/recipe.md, 2)."""
    if not 1 <= len(text) <= MAX_ALTERNATE_ID or text[0] not in _ALPHANUMERIC:
        return False
    return all(character in _ALPHANUMERIC + "._-" for character in text)


def parse(untrusted_text: str) -> Recipe:
    """Read a recipe from JSON text; RecipeError for everything that docs/recipe.md refuses."""
    try:
        untrusted = canonical.load(untrusted_text)
    except ValueError:
        raise RecipeError("recipe-not-json") from None
    return parse_object(untrusted)


def parse_object(untrusted: "object") -> Recipe:
    """Read a recipe from what a JSON parser gave; RecipeError as for `parse`."""
    if not isinstance(untrusted, dict) or "pixelseal" not in untrusted:
        raise RecipeError("recipe-not-json")
    if untrusted["pixelseal"] != VERSION:
        raise RecipeError("recipe-version")
    top = _keys(untrusted, "", ("regions",), ("pixelseal", "image", "output", "alternate_id"))
    rows = top["regions"]
    if not isinstance(rows, list):
        raise RecipeError("recipe-wrong-type", {"key": "regions"})
    if len(rows) > MAX_REGIONS:
        raise RecipeError("recipe-out-of-range", {"key": "regions"})
    alternate_id = top.get("alternate_id")
    if alternate_id is not None:
        if not isinstance(alternate_id, str):
            raise RecipeError("recipe-wrong-type", {"key": "alternate_id"})
        if not is_alternate_id(alternate_id):
            raise RecipeError("recipe-out-of-range", {"key": "alternate_id"})
    return Recipe(
        [_region(row, f"regions[{number}]") for number, row in enumerate(rows)],
        _image(top.get("image")),
        _output(top.get("output", {})),
        alternate_id,
    )


def _keys(
    untrusted: "object", where: str, must: "tuple[str, ...]", may: "tuple[str, ...]" = ()
) -> "dict[str, object]":
    if not isinstance(untrusted, dict):
        raise RecipeError("recipe-wrong-type", {"key": where or "recipe"})
    prefix = where + "." if where else ""
    for key in sorted(untrusted):
        if key not in must and key not in may:
            raise RecipeError("recipe-unknown-key", {"key": prefix + _shown(key)})
    for key in must:
        if key not in untrusted:
            raise RecipeError("recipe-wrong-type", {"key": prefix + key})
    return untrusted


def _shown(untrusted_key: str) -> str:
    # A sentence may name the key, but never carry free text out of a file.
    if len(untrusted_key) <= 32 and all(c in _ALPHANUMERIC + "_-" for c in untrusted_key):
        return untrusted_key
    return "?"


def _integer(untrusted: "object", where: str, low: int, high: int) -> int:
    # `type`, not isinstance: True is an int to Python and no number to JSON.
    if type(untrusted) is not int:
        raise RecipeError("recipe-wrong-type", {"key": where})
    if not low <= untrusted <= high:
        raise RecipeError("recipe-out-of-range", {"key": where})
    return untrusted


def _choice(untrusted: "object", where: str, allowed: "tuple[str, ...]") -> str:
    if not isinstance(untrusted, str):
        raise RecipeError("recipe-wrong-type", {"key": where})
    if untrusted not in allowed:
        raise RecipeError("recipe-out-of-range", {"key": where})
    return untrusted


def _image(untrusted: "object") -> "tuple[int, int] | None":
    if untrusted is None:
        return None
    image = _keys(untrusted, "image", ("width", "height"))
    return (
        _integer(image["width"], "image.width", 1, MAX_COORDINATE),
        _integer(image["height"], "image.height", 1, MAX_COORDINATE),
    )


def _region(untrusted: "object", where: str) -> Region:
    region = _keys(untrusted, where, ("shape",), ("method", "page", "reason"))
    reason = region.get("reason")
    if reason is not None:
        reason = _choice(reason, where + ".reason", reasons.CODES)
    return Region(
        _shape(region["shape"], where + ".shape"),
        _method(region.get("method", {"kind": "fill"}), where + ".method"),
        reason,
        _integer(region.get("page", 1), where + ".page", 1, MAX_PAGE),
    )


def _shape(untrusted: "object", where: str) -> Rectangle:
    shape = _keys(untrusted, where, ("kind", "x", "y", "width", "height"))
    _choice(shape["kind"], where + ".kind", ("rectangle",))
    return Rectangle(
        _integer(shape["x"], where + ".x", -MAX_COORDINATE, MAX_COORDINATE),
        _integer(shape["y"], where + ".y", -MAX_COORDINATE, MAX_COORDINATE),
        _integer(shape["width"], where + ".width", 1, MAX_COORDINATE),
        _integer(shape["height"], where + ".height", 1, MAX_COORDINATE),
    )


def _method(untrusted: "object", where: str) -> Fill:
    method = _keys(untrusted, where, ("kind",), ("colour",))
    _choice(method["kind"], where + ".kind", ("fill",))
    colour = method.get("colour", BLACK)
    if not isinstance(colour, str):
        raise RecipeError("recipe-wrong-type", {"key": where + ".colour"})
    digits = colour[1:].lower()
    if len(colour) != 7 or colour[0] != "#" or not all(c in _DIGITS + "abcdef" for c in digits):
        raise RecipeError("recipe-out-of-range", {"key": where + ".colour"})
    return Fill("#" + digits)


def _output(untrusted: "object") -> Output:
    output = _keys(untrusted, "output", (), ("format", "quality"))
    quality = output.get("quality", "source")
    if quality != "source":
        if isinstance(quality, str):
            raise RecipeError("recipe-out-of-range", {"key": "output.quality"})
        quality = _integer(quality, "output.quality", 1, 100)
    return Output(_choice(output.get("format", "same"), "output.format", FORMATS), quality)
