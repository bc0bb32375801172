"""The rules of docs/recipe.md, one case table for what is read and what is refused."""

import json

from pixelseal.model import reasons
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.messages import sentence
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe, parse
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.recipe.turn import Turn


def _recipe(**changes):
    whole = {"pixelseal": "recipe/1", "regions": []}
    whole.update(changes)
    return json.dumps(whole)


def _region(**changes):
    region = {"shape": {"kind": "rectangle", "x": 1, "y": 2, "width": 3, "height": 4}}
    region.update(changes)
    return _recipe(regions=[region])


def _second(**changes):
    region = {"shape": {"kind": "rectangle", "x": 1, "y": 2, "width": 3, "height": 4}}
    region.update(changes)
    return _recipe(pixelseal="recipe/2", regions=[region])


def _turned(*rows):
    return _recipe(pixelseal="recipe/2", turn=list(rows))


def _shape(**changes):
    shape = {"kind": "rectangle", "x": 1, "y": 2, "width": 3, "height": 4}
    shape.update(changes)
    return _region(shape=shape)


def _points(points, kind="polygon", **changes):
    return _region(shape=dict({"kind": kind, "points": points}, **changes))


_KEEP = {"shape": {"kind": "ellipse", "x": 0, "y": 0, "width": 8, "height": 8}}
_CROP = {"x": 1, "y": 2, "width": 3, "height": 4}

REFUSED = (
    ("", "recipe-not-json", None),
    ("no json", "recipe-not-json", None),
    ("[]", "recipe-not-json", None),
    ("[" * 5000, "recipe-not-json", None),
    ("{}", "recipe-not-json", None),
    (_recipe(pixelseal="recipe/3"), "recipe-version", None),
    (_recipe(pixelseal=["recipe/1"]), "recipe-version", None),
    (_recipe(pixelseal=1), "recipe-version", None),
    (_recipe(colour="red"), "recipe-unknown-key", "colour"),
    (_recipe(**{"Jane Doe <1>": 1}), "recipe-unknown-key", "?"),
    (_recipe(regions={}), "recipe-wrong-type", "regions"),
    (_recipe(regions=[None]), "recipe-wrong-type", "regions[0]"),
    (_recipe(regions=[{}]), "recipe-wrong-type", "regions[0].shape"),
    (_recipe(image={"width": 3}), "recipe-wrong-type", "image.height"),
    (_recipe(image={"width": 0, "height": 1}), "recipe-out-of-range", "image.width"),
    (_recipe(output={"format": "gif"}), "recipe-out-of-range", "output.format"),
    (_recipe(output={"quality": 0}), "recipe-out-of-range", "output.quality"),
    (_recipe(output={"quality": 101}), "recipe-out-of-range", "output.quality"),
    (_recipe(output={"quality": "best"}), "recipe-out-of-range", "output.quality"),
    (_recipe(output={"quality": 9.5}), "recipe-wrong-type", "output.quality"),
    (_recipe(output=None), "recipe-wrong-type", "output"),
    (_recipe(alternate_id=""), "recipe-out-of-range", "alternate_id"),
    (_recipe(alternate_id="../x"), "recipe-out-of-range", "alternate_id"),
    (_recipe(alternate_id=".hidden"), "recipe-out-of-range", "alternate_id"),
    (_recipe(alternate_id="x" * 65), "recipe-out-of-range", "alternate_id"),
    (_recipe(alternate_id="con"), "recipe-out-of-range", "alternate_id"),
    (_recipe(alternate_id="P-7."), "recipe-out-of-range", "alternate_id"),
    (_recipe(alternate_id=7), "recipe-wrong-type", "alternate_id"),
    (_region(extra=1), "recipe-unknown-key", "regions[0].extra"),
    (_region(page=0), "recipe-out-of-range", "regions[0].page"),
    (_region(page=True), "recipe-wrong-type", "regions[0].page"),
    (_region(reason="S"), "recipe-out-of-range", "regions[0].reason"),
    (_region(reason=""), "recipe-out-of-range", "regions[0].reason"),
    (_region(reason=1), "recipe-wrong-type", "regions[0].reason"),
    (_region(reasons=[]), "recipe-unknown-key", "regions[0].reasons"),
    (_second(reason="A"), "recipe-unknown-key", "regions[0].reason"),
    (_second(reasons="A"), "recipe-wrong-type", "regions[0].reasons"),
    (_second(reasons=None), "recipe-wrong-type", "regions[0].reasons"),
    (_second(reasons={"A": 1}), "recipe-wrong-type", "regions[0].reasons"),
    (_second(reasons=[1]), "recipe-wrong-type", "regions[0].reasons"),
    (_second(reasons=["A", None]), "recipe-wrong-type", "regions[0].reasons"),
    (_second(reasons=["S"]), "recipe-out-of-range", "regions[0].reasons"),
    (_second(reasons=["AQ"]), "recipe-out-of-range", "regions[0].reasons"),
    (_second(reasons=["A", "A"]), "recipe-out-of-range", "regions[0].reasons"),
    (_second(reasons=["Q", "A"]), "recipe-out-of-range", "regions[0].reasons"),
    (_second(reasons=["other", "A"]), "recipe-out-of-range", "regions[0].reasons"),
    (_second(reasons=["A"] * 20), "recipe-out-of-range", "regions[0].reasons"),
    (_region(method={"kind": "smear"}), "recipe-out-of-range", "regions[0].method.kind"),
    (_region(method={"colour": "#000000"}), "recipe-wrong-type", "regions[0].method.kind"),
    (
        _region(method={"kind": "fill", "colour": "#00000g"}),
        "recipe-out-of-range",
        "regions[0].method.colour",
    ),
    (
        _region(method={"kind": "fill", "colour": 0}),
        "recipe-wrong-type",
        "regions[0].method.colour",
    ),
    (_shape(kind="star"), "recipe-out-of-range", "regions[0].shape.kind"),
    (_shape(width=0), "recipe-out-of-range", "regions[0].shape.width"),
    (_shape(height=-1), "recipe-out-of-range", "regions[0].shape.height"),
    (_shape(x=1.0), "recipe-wrong-type", "regions[0].shape.x"),
    (_shape(x="1"), "recipe-wrong-type", "regions[0].shape.x"),
    (_shape(x=1_000_001), "recipe-out-of-range", "regions[0].shape.x"),
    (_shape(y=None), "recipe-wrong-type", "regions[0].shape.y"),
    (_region(shape={"x": 1}), "recipe-wrong-type", "regions[0].shape.kind"),
    (_region(shape={"kind": "ellipse", "x": 1}), "recipe-wrong-type", "regions[0].shape.y"),
    (_shape(kind="polygon"), "recipe-unknown-key", "regions[0].shape.height"),
    (_points([[0, 0], [9, 0]]), "recipe-out-of-range", "regions[0].shape.points"),
    (_points([[0, 0]] * 1001), "recipe-out-of-range", "regions[0].shape.points"),
    (_points([[0, 0], [0, 9], [0, 4]]), "recipe-out-of-range", "regions[0].shape.points"),
    (_points([[0, 5], [1, 5], [7, 5]]), "recipe-out-of-range", "regions[0].shape.points"),
    (_points([[0, 0], [9, 0], [9]]), "recipe-out-of-range", "regions[0].shape.points[2]"),
    (_points([[0, 0], [9, 0], 9]), "recipe-wrong-type", "regions[0].shape.points[2]"),
    (_points([[0, 0], [9, 0], [9, 1.5]]), "recipe-wrong-type", "regions[0].shape.points[2]"),
    (_points([[0, 0], [9, 0], [9, 10**7]]), "recipe-out-of-range", "regions[0].shape.points[2]"),
    (_points([[0, 0], [9, 0], [9, 9]], width=3), "recipe-unknown-key", "regions[0].shape.width"),
    (_points([], "brush", width=3), "recipe-out-of-range", "regions[0].shape.points"),
    (_points([[0, 0]] * 5001, "brush", width=3), "recipe-out-of-range", "regions[0].shape.points"),
    (_points([[0, 0]], "brush"), "recipe-wrong-type", "regions[0].shape.width"),
    (_points([[0, 0]], "brush", width=0), "recipe-out-of-range", "regions[0].shape.width"),
    (_points([[0, 0]], "brush", width=10_001), "recipe-out-of-range", "regions[0].shape.width"),
    (
        _recipe(regions=[{"shape": {"kind": "brush", "points": [[0, 0]] * 5000, "width": 1}}] * 11),
        "recipe-out-of-range",
        "regions",
    ),
    (_region(method={"kind": "mosaic"}), "recipe-wrong-type", "regions[0].method.block"),
    (
        _region(method={"kind": "mosaic", "block": 0}),
        "recipe-out-of-range",
        "regions[0].method.block",
    ),
    (
        _region(method={"kind": "blur", "block": 40}),
        "recipe-unknown-key",
        "regions[0].method.block",
    ),
    (
        _region(method={"kind": "blur", "radius": 40, "colour": "#000000"}),
        "recipe-unknown-key",
        "regions[0].method.colour",
    ),
    (_recipe(keep={}), "recipe-wrong-type", "keep"),
    (_recipe(keep=None), "recipe-wrong-type", "keep"),
    (_recipe(keep=[{}]), "recipe-wrong-type", "keep[0].shape"),
    (_recipe(keep=[dict(_KEEP, method={})]), "recipe-unknown-key", "keep[0].method"),
    (_recipe(keep=[dict(_KEEP, colour="red")]), "recipe-out-of-range", "keep[0].colour"),
    (_recipe(keep=[dict(_KEEP, page=0)]), "recipe-out-of-range", "keep[0].page"),
    (
        _recipe(keep=[_KEEP, dict(_KEEP, colour="#ffffff")]),
        "recipe-out-of-range",
        "keep[1].colour",
    ),
    (_recipe(keep=[_KEEP] * 1001), "recipe-out-of-range", "keep"),
    (_recipe(crop=_CROP), "recipe-wrong-type", "crop"),
    (_recipe(crop=[_CROP, _CROP]), "recipe-out-of-range", "crop[1].page"),
    (_recipe(crop=[dict(_CROP, width=0)]), "recipe-out-of-range", "crop[0].width"),
    (_recipe(crop=[dict(_CROP, kind="rectangle")]), "recipe-unknown-key", "crop[0].kind"),
    (_recipe(crop=[{"x": 1, "y": 2, "width": 3}]), "recipe-wrong-type", "crop[0].height"),
    (_recipe(turn=[]), "recipe-unknown-key", "turn"),  # of recipe/1
    (_turned({}, {}), "recipe-out-of-range", "turn[1].page"),
    (_turned({"quarter_turns": 4}), "recipe-out-of-range", "turn[0].quarter_turns"),
    (_turned({"quarter_turns": True}), "recipe-wrong-type", "turn[0].quarter_turns"),
    (_turned({"mirror": 1}), "recipe-wrong-type", "turn[0].mirror"),
    (_turned({"page": 0}), "recipe-out-of-range", "turn[0].page"),
    (_turned({"degrees": 90}), "recipe-unknown-key", "turn[0].degrees"),
    (_turned([]), "recipe-wrong-type", "turn[0]"),
    (_recipe(pixelseal="recipe/2", turn={}), "recipe-wrong-type", "turn"),
)


def test_what_the_document_refuses_is_refused_with_its_code_and_key():
    for text, code, key in REFUSED:
        try:
            parse(text)
        except RecipeRefused as error:
            assert error.code == code, (text[:80], error.code)
            assert error.values.get("key") == key, (text[:80], error.values)
        else:
            raise AssertionError("accepted: " + text[:80])


def test_the_shortest_recipe_gets_its_defaults():
    recipe = parse(_shape())
    assert recipe == Recipe([Region(Rectangle(1, 2, 3, 4), Fill("#000000"), None, 1)])
    assert recipe.output == Output("same", "source")
    assert recipe.image is None and recipe.alternate_id is None


def test_everything_that_can_be_said_is_read():
    text = _recipe(
        image={"width": 40, "height": 30},
        output={"format": "png", "quality": 80},
        alternate_id="Study-7_b.2",
        regions=[
            {
                "page": 2,
                "shape": {"kind": "rectangle", "x": -5, "y": 0, "width": 9, "height": 1},
                "method": {"kind": "fill", "colour": "#FF00aa"},
                "reason": "Q",
            }
        ],
    )
    region = Region(Rectangle(-5, 0, 9, 1), Fill("#ff00aa"), "Q", 2)
    assert parse(text) == Recipe([region], (40, 30), Output("png", 80), "Study-7_b.2")


def test_every_shape_method_keep_and_crop_is_read_and_written_back():
    recipe = Recipe(
        [
            Region(Ellipse(1, -2, 30, 40), Mosaic(50), "Q", 3),
            Region(Polygon([(0, 0), (9, 0), (4, 7)]), Blur(64), "other"),
            Region(Brush([(5, 5)], 9), reasons="A"),
        ],
        keep=[Keep(Ellipse(0, 0, 8, 8)), Keep(Rectangle(4, 4, 8, 8), "#00ff00", 2)],
        crop=[Crop(Rectangle(1, 2, 3, 4)), Crop(Rectangle(0, 0, 9, 9), 2)],
    )
    text = recipe.to_json()
    assert parse(text) == recipe and parse(text).to_json() == text
    assert '"points": [\n          [0, 0],\n          [9, 0],\n' in text
    read = json.loads(text)
    assert read["regions"][0]["method"] == {"kind": "mosaic", "block": 50}
    assert read["regions"][2]["shape"] == {"kind": "brush", "points": [[5, 5]], "width": 9}
    assert read["keep"][0] == dict(_KEEP, colour="#000000", page=1)
    assert read["crop"][0] == dict(_CROP, page=1)


def test_another_output_or_name_loses_nothing_of_the_recipe():
    parts = {"keep": [Keep(Rectangle(4, 4, 8, 8))], "crop": [Crop(Rectangle(0, 0, 9, 9))]}
    recipe = Recipe([], turn=[Turn(2)], **parts)
    named = recipe.named(Output("png"), "S-1")
    assert (named.keep, named.crop, named.turn) == (recipe.keep, recipe.crop, recipe.turn)


def test_only_what_is_for_the_page_is_handed_out():
    regions = [Region(Rectangle(page, 0, 5, 5), page=page) for page in (1, 2, 2, 3)]
    keep = [Keep(Rectangle(0, 0, 9, 9), page=page) for page in (1, 2)]
    crop = [Crop(Rectangle(0, 0, 99, 4 + page), page) for page in (1, 3)]
    recipe = Recipe(regions, keep=keep, crop=crop)
    second = recipe.fitted(20, 20, 3, 2)
    assert (second.regions, second.keep, second.crop) == (tuple(regions[1:3]), (keep[1],), ())
    assert recipe.fitted(20, 20, 3, 3).crop == (Crop(Rectangle(0, 0, 20, 7), 3),)


def test_mosaic_and_blur_are_refused_where_they_are_too_weak():
    # (shape, method, reason, what the refusal says)
    wide = Rectangle(-50, 0, 350, 90)  # 300 by 90 within the image
    cases = (
        (wide, Mosaic(100), "Q", None),
        (wide, Blur(100), None, None),
        (wide, Blur(1000), "other", None),
        (wide, Mosaic(99), "Q", ("method-too-weak", 100)),
        (wide, Blur(99), None, ("method-too-weak", 100)),
        (Ellipse(-100, -100, 400, 250), Mosaic(100), "Q", None),
        (Ellipse(-100, -100, 400, 250), Mosaic(99), "Q", ("method-too-weak", 100)),
        (Ellipse(0, 0, 20, 20), Mosaic(31), "Q", ("method-too-weak", 32)),
        (Brush([(50, 50), (250, 50)], 40), Mosaic(79), "Q", ("method-too-weak", 80)),
        (wide, Fill(), "A", None),
    )
    for letter in reasons.LETTERS:
        if letter != "Q":
            cases += ((wide, Mosaic(500), letter, ("method-not-for-text", None)),)
    cases += ((wide, Blur(100), ("Q", "other"), None),)
    cases += ((wide, Blur(100), ("A", "Q"), ("method-not-for-text", None)),)
    for shape, method, reason, refused in cases:
        found = None
        try:
            Recipe([Region(Rectangle(0, 0, 5, 5)), Region(shape, method, reason)]).fitted(400, 300)
        except RecipeRefused as error:
            assert error.values["region"] == 2
            assert str(error.values.get("least", "")) in sentence(error.code, error.values)
            found = (error.code, error.values.get("least"))
        assert found == refused, (shape, method, reason)


def test_a_byte_order_mark_is_passed_over():
    assert parse("\ufeff" + _recipe()) == Recipe()


def test_the_canonical_form_is_stable_and_reads_back():
    recipe = Recipe([Region(Rectangle(310, 88, 640, 120), reasons="A")], (4032, 3024))
    text = recipe.to_json()
    assert parse(text) == recipe
    assert parse(text).to_json() == text
    assert text.startswith('{\n  "alternate_id": null,\n  "crop": [],\n  "image": {\n    "height":')
    assert text.endswith("}\n")


def test_regions_are_clipped_to_the_image():
    recipe = Recipe([Region(Rectangle(-5, 5, 20, 20))])
    assert recipe.fitted(10, 10).regions[0].shape == Rectangle(0, 5, 10, 5)


def test_a_region_wholly_outside_is_refused():
    for shape in (Rectangle(10, 0, 5, 5), Rectangle(-5, 0, 5, 5), Rectangle(0, 10, 1, 1)):
        try:
            Recipe([Region(shape)]).fitted(10, 10)
        except RecipeRefused as error:
            assert error.code == "region-outside"
        else:
            raise AssertionError(shape)


def test_the_guard_refuses_an_image_of_another_size():
    recipe = Recipe([Region(Rectangle(0, 0, 1, 1))], (10, 20))
    assert recipe.fitted(10, 20)
    try:
        recipe.fitted(20, 10)
    except RecipeRefused as error:
        assert error.code == "recipe-size-mismatch"
    else:
        raise AssertionError("accepted")


def test_a_page_that_is_not_there_is_refused():
    try:
        Recipe([Region(Rectangle(0, 0, 1, 1), page=2)]).fitted(10, 10, 1)
    except RecipeRefused as error:
        assert error.code == "recipe-out-of-range"
    else:
        raise AssertionError("accepted")
