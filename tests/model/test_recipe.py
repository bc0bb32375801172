"""The rules of docs/recipe.md, one case table for what is read and what is refused."""

import json

from app.model.geometry import Rectangle
from app.model.recipe import Recipe, RecipeError, parse
from app.model.region import Fill, Output, Region


def _recipe(**changes):
    whole = {"pixelseal": "recipe/1", "regions": []}
    whole.update(changes)
    return json.dumps(whole)


def _region(**changes):
    region = {"shape": {"kind": "rectangle", "x": 1, "y": 2, "width": 3, "height": 4}}
    region.update(changes)
    return _recipe(regions=[region])


def _shape(**changes):
    shape = {"kind": "rectangle", "x": 1, "y": 2, "width": 3, "height": 4}
    shape.update(changes)
    return _region(shape=shape)


REFUSED = (
    ("", "recipe-not-json", None),
    ("no json", "recipe-not-json", None),
    ("[]", "recipe-not-json", None),
    ("[" * 5000, "recipe-not-json", None),
    ("{}", "recipe-not-json", None),
    (_recipe(pixelseal="recipe/2"), "recipe-version", None),
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
    (_recipe(alternate_id=7), "recipe-wrong-type", "alternate_id"),
    (_region(extra=1), "recipe-unknown-key", "regions[0].extra"),
    (_region(page=0), "recipe-out-of-range", "regions[0].page"),
    (_region(page=True), "recipe-wrong-type", "regions[0].page"),
    (_region(reason="S"), "recipe-out-of-range", "regions[0].reason"),
    (_region(reason=""), "recipe-out-of-range", "regions[0].reason"),
    (_region(reason=1), "recipe-wrong-type", "regions[0].reason"),
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
)


def test_what_the_document_refuses_is_refused_with_its_code_and_key():
    for text, code, key in REFUSED:
        try:
            parse(text)
        except RecipeError as error:
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


def test_a_byte_order_mark_is_passed_over():
    assert parse("\ufeff" + _recipe()) == Recipe()


def test_the_canonical_form_is_stable_and_reads_back():
    recipe = Recipe([Region(Rectangle(310, 88, 640, 120), reason="A")], (4032, 3024))
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
        except RecipeError as error:
            assert error.code == "region-outside"
        else:
            raise AssertionError(shape)


def test_the_guard_refuses_an_image_of_another_size():
    recipe = Recipe([Region(Rectangle(0, 0, 1, 1))], (10, 20))
    assert recipe.fitted(10, 20)
    try:
        recipe.fitted(20, 10)
    except RecipeError as error:
        assert error.code == "recipe-size-mismatch"
    else:
        raise AssertionError("accepted")


def test_a_page_that_is_not_there_is_refused():
    try:
        Recipe([Region(Rectangle(0, 0, 1, 1), page=2)]).fitted(10, 10, 1)
    except RecipeError as error:
        assert error.code == "recipe-out-of-range"
    else:
        raise AssertionError("accepted")
