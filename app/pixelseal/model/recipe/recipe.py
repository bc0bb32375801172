"""The recipe, versions 1 and 2, as values: reads, checks and writes it (docs/recipe.md).

Touches no pixels and opens no files; runs on CPython and MicroPython alike.
"""

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.file_names import is_portable
from pixelseal.model.recipe import arguments, canonical, checks, methods, record_json, shape_json
from pixelseal.model.recipe.checks import ALPHANUMERIC, MAX_COORDINATE
from pixelseal.model.recipe.geometry import Shape
from pixelseal.model.recipe.orientation import UPRIGHT, size_of
from pixelseal.model.recipe.region import FORMATS, Crop, Keep, Output, Region
from pixelseal.model.recipe.turn import Turn
from pixelseal.model.recipe.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Sequence
    from typing import Any, SupportsIndex

VERSION_1 = "recipe/1"  # a region has one reason at most, and a page lies as its file states
VERSION_2 = "recipe/2"  # a region has any number of reasons, and a page can be turned
_REASONS = {VERSION_1: record_json.REASON, VERSION_2: record_json.REASONS}

MAX_REGIONS = 10_000  # no person makes a longer list by hand
MAX_KEPT = 1_000  # areas to keep, and crops
MAX_POINTS = 50_000  # of all shapes in total: hundreds of strokes, and seconds of the engine's time
MAX_ALTERNATE_ID = 64  # characters; leaves room for an extension within any file system's limit


class Recipe(Value):
    """A recipe (docs/recipe.md): what is to be done to one image.

    :param regions: what to cover, in the order in which it is applied; at most 10,000.
    :param image: the (width, height) in pixels, upright and turned, of the image that it was drawn
        on, None for any.
    :param output: format and quality; None to keep the source's.
    :param alternate_id: what the output is named after (docs/recipe.md, 2.2), None for a neutral
        name.
    :param keep: areas outside of which a page is covered; at most 1,000, in one colour per page.
    :param crop: what is left of a page; at most one per page.
    :param turn: how a page is turned and mirrored before all else; at most one per page.
    """

    FIELDS = ("regions", "image", "output", "alternate_id", "keep", "crop", "turn")

    def __init__(
        self,
        regions: "Sequence[Region]" = (),
        image: "tuple[SupportsIndex, SupportsIndex] | None" = None,
        output: "Output | None" = None,
        alternate_id: "str | None" = None,
        keep: "Sequence[Keep]" = (),
        crop: "Sequence[Crop]" = (),
        turn: "Sequence[Turn]" = (),
    ) -> None:
        self.regions: "tuple[Region, ...]" = checks.sequence(regions, "regions")
        self.image: "tuple[int, int] | None" = checks.pair(image)
        self.output = output or Output()
        self.alternate_id = alternate_id
        self.keep: "tuple[Keep, ...]" = checks.sequence(keep, "keep")
        self.crop: "tuple[Crop, ...]" = checks.sequence(crop, "crop")
        # One that turns nothing is none: recipes that mean the same are equal. It is checked too.
        turns: "tuple[Turn, ...]" = checks.sequence(turn, "turn")
        self._given_turns = turns
        self.turn = tuple([row for row in turns if not (isinstance(row, Turn) and row.is_none)])

    @property
    def version(self) -> str:
        """The lowest version of the format that can hold the recipe (docs/recipe.md, 6)."""
        several = any(len(row.reasons) > 1 for row in self.regions if isinstance(row, Region))
        return VERSION_2 if several or self.turn else VERSION_1

    def to_object(self) -> "dict[str, object]":
        """The recipe as dicts and lists, every key present, in its `version`.

        RecipeRefused (recipe-wrong-type) if a part of it is of another class than its own, or as
        `all_turns`.
        """
        checks.kind(self.output, "output", Output)
        quality = checks.whole(self.output.quality)
        regions = _placed(self.regions, "regions", Region)
        keep, crop = _placed(self.keep, "keep", Keep), _placed(self.crop, "crop", Crop)
        turns, name = self.all_turns(), _REASONS[self.version]
        found: dict[str, object] = {
            "pixelseal": self.version,
            "image": _image_object(self.image),
            "regions": [record_json.region_object(row, at, name) for row, at in regions],
            "keep": [record_json.keep_object(row, at) for row, at in keep],
            "crop": [record_json.crop_object(row, at) for row, at in crop],
            "output": {"format": self.output.format, "quality": quality},
            "alternate_id": self.alternate_id,
        }
        if self.version != VERSION_1:
            found["turn"] = [record_json.turn_object(row) for row in turns if not row.is_none]
        return found

    def all_turns(self) -> "list[Turn]":
        """The turns as they were given, also those that turn nothing and stand in no JSON.

        RecipeRefused: recipe-wrong-type, recipe-out-of-range.
        """
        placed = _placed(self._given_turns, "turn", Turn)
        turns = [record_json.turn(record_json.turn_object(row), at) for row, at in placed]
        _one_a_page(turns, "turn")
        return turns

    def to_json(self) -> str:
        """The canonical form (docs/recipe.md, 5), read back before it is returned.

        :returns: JSON in ASCII, with a line feed at its end.
        :raises RecipeRefused: if the recipe breaks a rule of its format.
        """
        try:
            text = canonical.dump(parse_object(self.to_object()).to_object()) + "\n"
        except RecipeRefused as error:
            raise arguments.refused(self, error) from None
        if parse(text) != self:
            raise RecipeRefused("recipe-wrong-type", key="recipe")
        return text

    def named(self, output: Output, alternate_id: "str | None") -> "Recipe":
        """The same recipe with another output and alternate ID."""
        parts = (self.keep, self.crop, self._given_turns)
        return Recipe(self.regions, self.image, output, alternate_id, *parts)

    def with_regions(self, regions: "list[Region]") -> "Recipe":
        """The same recipe with other regions."""
        parts = (self.image, self.output, self.alternate_id, self.keep, self.crop)
        return Recipe(regions, *parts, turn=self._given_turns)

    def with_turns(self, turns: "list[Turn]") -> "Recipe":
        """The same recipe with other turns."""
        parts = (self.regions, self.image, self.output, self.alternate_id, self.keep, self.crop)
        return Recipe(*parts, turn=turns)

    def turned(self, page: int) -> int:
        """The orientation that the recipe gives to a page, beyond what its file states."""
        found = [turn.orientation for turn in self.turn if turn.page == page]
        return found[0] if found else UPRIGHT

    def fitted(self, width: int, height: int, pages: int = 1, page: int = 1) -> "Recipe":
        """What is to be done to one page of that upright size, clipped (docs/recipe.md, 2.1, 3).

        The size is the page's before the recipe turns it.

        RecipeRefused: recipe-size-mismatch, recipe-out-of-range (no such page), region-outside,
        method-not-for-text, method-too-weak. The page numbers of all regions are checked, but only
        this page's regions are returned.
        """
        width, height = size_of((width, height), self.turned(page))
        marked = {row.page for row in self.regions + self.keep + self.crop + self.turn} or {1}
        if page in marked and self.image is not None and self.image != (width, height):
            raise RecipeRefused("recipe-size-mismatch", width=width, height=height)
        regions, keep, crop = [], [], []
        for number, region in enumerate(self.regions):
            if not _is_on(region.page, f"regions[{number}]", pages, page):
                continue
            region = region.with_shape(_clipped(region.shape, width, height, number))
            frame = _clipped(region.shape.frame(), width, height, number).frame()
            refused = methods.refusal(region, frame)
            if refused is not None:
                refused[1]["region"] = number + 1
                raise RecipeRefused(refused[0], **refused[1])
            regions.append(region)
        for number, kept in enumerate(self.keep):
            if _is_on(kept.page, f"keep[{number}]", pages, page):
                keep.append(Keep(_clipped(kept.shape, width, height, number), kept.colour, page))
        for number, cut in enumerate(self.crop):
            if _is_on(cut.page, f"crop[{number}]", pages, page):
                crop.append(Crop(_clipped(cut.shape, width, height, number).frame(), page))
        turn = []
        for number, turned in enumerate(self._given_turns):
            if _is_on(turned.page, f"turn[{number}]", pages, page):
                turn.append(turned)
        return Recipe(regions, self.image, self.output, self.alternate_id, keep, crop, turn)


def _is_on(stated: int, where: str, pages: int, page: int) -> bool:
    if stated > pages:
        raise RecipeRefused("recipe-out-of-range", key=where + ".page")
    return stated == page


def _clipped(shape: Shape, width: int, height: int, number: int) -> Shape:
    clipped = shape.clipped(width, height)
    if clipped is None:
        raise RecipeRefused("region-outside", region=number + 1)
    return clipped


def _placed(rows: "tuple[Value, ...]", name: str, wanted: type) -> "list[tuple[Any, str]]":
    """Each record with its place in the recipe; RecipeRefused if one is of another class."""
    placed = [(row, f"{name}[{number}]") for number, row in enumerate(rows)]
    for row, where in placed:
        checks.kind(row, where, wanted)
    return placed


def _image_object(image: "tuple[int, int] | None") -> "dict[str, object] | None":
    if image is None:
        return None
    try:
        width, height = image
    except (TypeError, ValueError):
        raise RecipeRefused("recipe-wrong-type", key="image") from None
    return {"width": checks.whole(width), "height": checks.whole(height)}


def is_alternate_id(text: str) -> bool:
    """True if `text` is a valid alternate ID (docs/recipe.md, 2)."""
    if not 1 <= len(text) <= MAX_ALTERNATE_ID or text[0] not in ALPHANUMERIC:
        return False
    return all(c in ALPHANUMERIC + "._-" for c in text) and is_portable(text)


def parse(untrusted_text: "str | bytes") -> Recipe:
    """Read a recipe from JSON; RecipeRefused for everything that docs/recipe.md forbids."""
    try:
        untrusted = canonical.load(untrusted_text)
    except ValueError:
        raise RecipeRefused("recipe-not-json") from None
    return parse_object(untrusted)


def parse_object(untrusted: "object") -> Recipe:
    """Read a recipe from parsed JSON; RecipeRefused as in `parse`."""
    if not isinstance(untrusted, dict) or "pixelseal" not in untrusted:
        raise RecipeRefused("recipe-not-json")
    version = untrusted["pixelseal"]
    if not isinstance(version, str) or version not in _REASONS:
        raise RecipeRefused("recipe-version")
    may = ("pixelseal", "image", "output", "alternate_id", "keep", "crop")
    second = () if version == VERSION_1 else ("turn",)
    top = checks.keys(untrusted, "", ("regions",), may + second)
    alternate_id = top.get("alternate_id")
    if alternate_id is not None:
        if not isinstance(alternate_id, str):
            raise RecipeRefused("recipe-wrong-type", key="alternate_id")
        if not is_alternate_id(alternate_id):
            raise RecipeRefused("recipe-out-of-range", key="alternate_id")
    rows = checks.rows(top["regions"], "regions", 0, MAX_REGIONS)
    name = _REASONS[version]
    regions = [record_json.region(row, f"regions[{at}]", name) for at, row in enumerate(rows)]
    rows = checks.rows(top.get("keep", []), "keep", 0, MAX_KEPT)
    keep = [record_json.keep(row, f"keep[{at}]") for at, row in enumerate(rows)]
    rows = checks.rows(top.get("crop", []), "crop", 0, MAX_KEPT)
    crop = [record_json.crop(row, f"crop[{at}]") for at, row in enumerate(rows)]
    rows = checks.rows(top.get("turn", []), "turn", 0, MAX_KEPT)
    turn = [record_json.turn(row, f"turn[{at}]") for at, row in enumerate(rows)]
    if overfull(regions, keep):
        raise RecipeRefused("recipe-out-of-range", key="regions")
    _one_colour_a_page(keep)
    _one_a_page(crop, "crop")
    _one_a_page(turn, "turn")
    output, image = _output(top.get("output", {})), _image(top.get("image"))
    return Recipe(regions, image, output, alternate_id, keep, crop, turn)


def overfull(regions: "list[Region]", keep: "list[Keep]") -> str:
    """What these records have too many of for a recipe: regions, keep or points; else ""."""
    if len(regions) > MAX_REGIONS:
        return "regions"
    if len(keep) > MAX_KEPT:
        return "keep"
    shapes = [region.shape for region in regions] + [kept.shape for kept in keep]
    points = sum([shape_json.count_points(shape) for shape in shapes])
    return "points" if points > MAX_POINTS else ""


def _one_colour_a_page(keep: "list[Keep]") -> None:
    colours: dict[int, str] = {}
    for number, kept in enumerate(keep):
        if colours.setdefault(kept.page, kept.colour) != kept.colour:
            raise RecipeRefused("recipe-out-of-range", key=f"keep[{number}].colour")


def _one_a_page(rows: "list[Any]", name: str) -> None:
    pages: set[int] = set()
    for number, row in enumerate(rows):
        if row.page in pages:
            raise RecipeRefused("recipe-out-of-range", key=f"{name}[{number}].page")
        pages.add(row.page)


def _image(untrusted: "object") -> "tuple[int, int] | None":
    if untrusted is None:
        return None
    image = checks.keys(untrusted, "image", ("width", "height"))
    return (
        checks.integer(image["width"], "image.width", 1, MAX_COORDINATE),
        checks.integer(image["height"], "image.height", 1, MAX_COORDINATE),
    )


def _output(untrusted: "object") -> Output:
    output = checks.keys(untrusted, "output", (), ("format", "quality"))
    quality = output.get("quality", "source")
    if quality != "source":
        if isinstance(quality, str):
            raise RecipeRefused("recipe-out-of-range", key="output.quality")
        quality = checks.integer(quality, "output.quality", 1, 100)
    return Output(checks.choice(output.get("format", "same"), "output.format", FORMATS), quality)
