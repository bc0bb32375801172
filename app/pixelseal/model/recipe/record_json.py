"""The records of a recipe as JSON and back (docs/recipe.md, 3). Checks one at a time."""

from pixelseal.model import reasons
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe import checks, shape_json
from pixelseal.model.recipe.checks import MAX_COORDINATE
from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.region import BLACK, Blur, Crop, Fill, Keep, Mosaic, Region
from pixelseal.model.recipe.turn import Turn

# What a region's reasons are called: one of recipe/1, a list of recipe/2.
REASON, REASONS = "reason", "reasons"


def region_object(region: Region, where: str, name: str) -> "dict[str, object]":
    """A region as a dict for JSON; `name` is REASON, where it has one at most, or REASONS.

    RecipeRefused (recipe-wrong-type) if a part of it is of another class than its own.
    """
    checks.kind(region.shape, where + ".shape", Shape)
    method = region.method
    if not isinstance(method, (Fill, Mosaic, Blur)):
        raise RecipeRefused("recipe-wrong-type", key=where + ".method")
    stated: dict[str, object] = {"kind": method.KIND}
    for field in method.FIELDS:
        stated[field] = checks.whole(getattr(method, field))
    for code in region.reasons:
        checks.kind(code, where + "." + name, str)
    given: "object" = list(region.reasons)
    if name == REASON:
        given = region.reasons[0] if region.reasons else None
    return {
        "page": checks.whole(region.page),
        "shape": shape_json.to_object(region.shape),
        "method": stated,
        name: given,
    }


def keep_object(keep: Keep, where: str) -> "dict[str, object]":
    """An area to keep as a dict for JSON; RecipeRefused as in `region_object`."""
    checks.kind(keep.shape, where + ".shape", Shape)
    shape = shape_json.to_object(keep.shape)
    return {"page": checks.whole(keep.page), "shape": shape, "colour": keep.colour}


def crop_object(crop: Crop, where: str) -> "dict[str, object]":
    """A crop as a dict for JSON; RecipeRefused as in `region_object`."""
    checks.kind(crop.shape, where + ".shape", Rectangle)
    found = shape_json.to_object(crop.shape)
    del found["kind"]
    found["page"] = checks.whole(crop.page)
    return found


def turn_object(turn: Turn) -> "dict[str, object]":
    """A turn as a dict for JSON."""
    return {
        "page": checks.whole(turn.page),
        "quarter_turns": checks.whole(turn.quarter_turns),
        "mirror": turn.mirror,
    }


def region(untrusted: "object", where: str, name: str) -> Region:
    """Read a region, whose reasons are called as in `region_object`."""
    row = checks.keys(untrusted, where, ("shape",), ("method", "page", name))
    if name == REASON:
        found = _reason(row.get(name), where + "." + name)
    else:
        found = _reasons(row.get(name, []), where + "." + name)
    return Region(
        shape_json.parse(row["shape"], where + ".shape"),
        _method(row.get("method", {"kind": "fill"}), where + ".method"),
        found,
        checks.page(row.get("page", 1), where + ".page"),
    )


def _reason(untrusted: "object", where: str) -> "tuple[str, ...]":
    return () if untrusted is None else (checks.choice(untrusted, where, reasons.CODES),)


def _reasons(untrusted: "object", where: str) -> "tuple[str, ...]":
    rows = checks.rows(untrusted, where, 0, len(reasons.CODES))
    found = [checks.choice(row, where, reasons.CODES) for row in rows]
    if tuple(found) != reasons.ordered(found):
        raise RecipeRefused("recipe-out-of-range", key=where)
    return tuple(found)


def keep(untrusted: "object", where: str) -> Keep:
    """Read an area to keep."""
    row = checks.keys(untrusted, where, ("shape",), ("colour", "page"))
    return Keep(
        shape_json.parse(row["shape"], where + ".shape"),
        checks.colour(row.get("colour", BLACK), where + ".colour"),
        checks.page(row.get("page", 1), where + ".page"),
    )


def crop(untrusted: "object", where: str) -> Crop:
    """Read a crop."""
    row = checks.keys(untrusted, where, ("x", "y", "width", "height"), ("page",))
    x, y, width, height = shape_json.box(row, where)
    page = checks.page(row.get("page", 1), where + ".page")
    return Crop(Rectangle(x, y, width, height), page)


def turn(untrusted: "object", where: str) -> Turn:
    """Read a turn."""
    row = checks.keys(untrusted, where, (), ("quarter_turns", "mirror", "page"))
    mirror = row.get("mirror", False)
    checks.kind(mirror, where + ".mirror", bool)
    return Turn(
        checks.integer(row.get("quarter_turns", 0), where + ".quarter_turns", 0, 3),
        mirror is True,
        checks.page(row.get("page", 1), where + ".page"),
    )


def _method(untrusted: "object", where: str) -> "Fill | Mosaic | Blur":
    if not isinstance(untrusted, dict) or "kind" not in untrusted:
        key = where + ".kind" if isinstance(untrusted, dict) else where
        raise RecipeRefused("recipe-wrong-type", key=key)
    kind = checks.choice(untrusted["kind"], where + ".kind", ("fill", "mosaic", "blur"))
    if kind == "fill":
        fill = checks.keys(untrusted, where, ("kind",), ("colour",))
        return Fill(checks.colour(fill.get("colour", BLACK), where + ".colour"))
    name = "block" if kind == "mosaic" else "radius"
    method = checks.keys(untrusted, where, ("kind", name))
    strength = checks.integer(method[name], where + "." + name, 1, MAX_COORDINATE)
    return Mosaic(strength) if kind == "mosaic" else Blur(strength)
