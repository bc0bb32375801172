"""Recipes and reviews that are made in Python are held to the rules of those that are read."""

import json

import numpy as np
import pixelseal
import pytest

from tests.api.support import RECIPE, jpeg

REFUSED = [
    pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(0, 0, 0, 5))]),
    pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(0.5, 0, 4, 5))]),  # type: ignore[arg-type]
    pixelseal.Recipe([pixelseal.Region(pixelseal.Polygon([]))]),
    pixelseal.Recipe([pixelseal.Region(None)]),  # type: ignore[arg-type]
    pixelseal.Recipe([pixelseal.Region(pixelseal.Polygon([(0, 0), (1, 0)]))]),
    pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(0, 0, 9, 9), pixelseal.Fill("red"))]),
    pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(0, 0, 9, 9), reasons="Z")]),
    pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(0, 0, 9, 9), reasons=["AQ"])]),
    pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(0, 0, 9, 9), pixelseal.Mosaic(2))]),
    pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(900, 0, 9, 9))]),
    pixelseal.Recipe(image=(1, 1)),
    pixelseal.Recipe(output=pixelseal.Output("gif")),
    pixelseal.Recipe(output=pixelseal.Output("jpeg", 0)),
    pixelseal.Recipe(alternate_id="../a"),
]


@pytest.mark.parametrize("recipe", REFUSED, ids=repr)
def test_a_recipe_made_in_python_is_held_to_the_rules_of_one_that_is_read(recipe: object) -> None:
    with pytest.raises(pixelseal.RecipeRefused) as refused:
        pixelseal.redact(jpeg(), recipe)
    assert refused.value.sentence


BOX = pixelseal.Rectangle(0, 0, 9, 9)
PLACES = [
    (pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(1.5, 0, 9, 9))]), "regions[0].shape.x"),
    (pixelseal.Recipe([BOX]), "regions[0]"),
    (pixelseal.Recipe([pixelseal.Region("x")]), "regions[0].shape"),
    (pixelseal.Recipe([pixelseal.Region(BOX, "fill")]), "regions[0].method"),
    (pixelseal.Recipe([pixelseal.Region(BOX, page=np.arange(2))]), "regions[0].page"),
    (pixelseal.Recipe([pixelseal.Region(BOX, page=True)]), "regions[0].page"),
    (pixelseal.Recipe([pixelseal.Region(BOX, reasons="S")]), "regions[0].reasons"),
    (pixelseal.Recipe([pixelseal.Region(BOX, reasons=[1])]), "regions[0].reasons"),
    (pixelseal.Recipe([pixelseal.Region(BOX, reasons=["A", "S"])]), "regions[0].reasons"),
    (pixelseal.Recipe(turn=[pixelseal.Turn(page=0)]), "turn[0].page"),
    (pixelseal.Recipe(turn=[pixelseal.Turn(), pixelseal.Turn(1, page=0)]), "turn[1].page"),
    (pixelseal.Recipe(turn=[pixelseal.Turn(), pixelseal.Turn(1)]), "turn[1].page"),
    (pixelseal.Recipe(output="png"), "output"),
    (pixelseal.Recipe(image=5), "image"),
    (pixelseal.Recipe(image=(1,)), "image"),
    (pixelseal.Recipe(keep=[BOX]), "keep[0]"),
    (pixelseal.Recipe(crop=[BOX]), "crop[0]"),
    (pixelseal.Recipe(crop=[pixelseal.Crop(pixelseal.Ellipse(0, 0, 9, 9))]), "crop[0].shape"),
    (
        pixelseal.Recipe(crop=[pixelseal.Crop(pixelseal.Rectangle(0, 0, 0, 9))]),
        "crop[0].shape.width",
    ),
    (
        pixelseal.Recipe([pixelseal.Region(pixelseal.Brush([(1, 1)], 0))]),
        "regions[0].shape.diameter",
    ),
]


@pytest.mark.parametrize(("recipe", "key"), PLACES, ids=repr)
def test_a_refused_recipe_names_the_argument(recipe: pixelseal.Recipe, key: str) -> None:
    with pytest.raises(pixelseal.RecipeRefused) as refused:
        pixelseal.redact(jpeg(), recipe)
    assert refused.value.values["key"] == key
    with pytest.raises(pixelseal.RecipeRefused) as refused:
        recipe.to_json()
    assert refused.value.values["key"] == key


@pytest.mark.parametrize("quarter_turns", [0, 1])
def test_a_turn_of_a_page_that_is_not_there_is_refused_whatever_it_turns(
    quarter_turns: int,
) -> None:
    made = pixelseal.Recipe(turn=[pixelseal.Turn(quarter_turns, page=7)])
    stated = {"turn": [{"quarter_turns": quarter_turns, "page": 7}], "regions": []}
    read = pixelseal.parse_recipe(json.dumps({"pixelseal": "recipe/2", **stated}))
    for recipe in (made, read):
        with pytest.raises(pixelseal.RecipeRefused) as refused:
            pixelseal.redact(jpeg(), recipe)
        assert refused.value.values["key"] == "turn[0].page"


def test_a_turn_that_turns_nothing_is_none() -> None:
    recipe = pixelseal.Recipe(turn=[pixelseal.Turn()])
    assert recipe == pixelseal.Recipe() and recipe.to_json() == pixelseal.Recipe().to_json()
    assert pixelseal.redact(jpeg(), recipe, label="a").image


@pytest.mark.parametrize("given", ["QA", ["A", "Q"], ("Q", "A"), {"A", "Q"}, np.array(["A", "Q"])])
def test_several_reasons_are_given_as_letters_in_any_order(given: object) -> None:
    asked = pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(8, 8, 16, 16), reasons=given)])
    done = pixelseal.redact(jpeg(), asked)
    assert pixelseal.verify(done.image, done.certificate).unchanged
    assert "- (A) Names" in done.certificate and "- (Q) Faces" in done.certificate
    kept = json.loads(done.record)["recipe"]
    assert pixelseal.parse_recipe(json.dumps(kept)) == asked
    assert done.image == pixelseal.redact(jpeg(), RECIPE).image  # reasons change no pixel


def test_one_reason_is_given_by_no_name_of_its_own() -> None:
    with pytest.raises(TypeError, match="reason"):
        pixelseal.Region(BOX, reason="A")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"^reasons are a sequence or a str, not int$"):
        pixelseal.Region(BOX, reasons=5)  # type: ignore[arg-type]


def test_the_integers_of_a_detector_are_integers() -> None:
    def made(number: type) -> pixelseal.Recipe:
        x, y, side = number(8), number(16), number(40)
        shapes = [
            pixelseal.Rectangle(x, y, side, side),
            pixelseal.Ellipse(x, y, side, side),
            pixelseal.Polygon([(x, y), (side, y), (x, side)]),
            pixelseal.Brush([(x, y)], side),
        ]
        regions = [pixelseal.Region(shape, page=number(1)) for shape in shapes]
        regions.append(pixelseal.Region(shapes[0], pixelseal.Mosaic(side)))
        output = pixelseal.Output("jpeg", number(80))
        crop = [pixelseal.Crop(pixelseal.Rectangle(number(0), number(0), number(64), number(48)))]
        size = (number(64), number(48))
        return pixelseal.Recipe(regions, size, output, keep=[pixelseal.Keep(shapes[0])], crop=crop)

    plain = made(int)
    for number in (np.int64, np.uint16):
        counted = made(number)
        assert counted == plain and counted.to_json() == plain.to_json()
        done, same = (pixelseal.redact(jpeg(), row, label="a") for row in (counted, plain))
        assert (done.image, done.certificate) == (same.image, same.certificate)
    points = np.array([[8, 8], [40, 8], [8, 40]])
    assert pixelseal.Polygon(points) == pixelseal.Polygon([(8, 8), (40, 8), (8, 40)])


def test_a_shape_of_small_integers_is_not_computed_in_them() -> None:
    # 250 + 100 is 94 in eight bits: a box would end before it begins.
    side = np.uint8(100)
    for shape in (pixelseal.Rectangle, pixelseal.Ellipse):
        made = shape(np.uint8(250), np.uint8(250), side, side)
        assert (made.right, made.bottom) == (350, 350)
        assert made.frame().clipped(300, 300) == pixelseal.Rectangle(250, 250, 50, 50)
    recipe = pixelseal.Recipe([pixelseal.Region(made, pixelseal.Blur(side))], (side, side))
    assert "np." not in repr(recipe)


@pytest.mark.parametrize("name", ["regions", "keep", "crop", "turn"])
def test_a_single_one_instead_of_a_sequence_is_named(name: str) -> None:
    with pytest.raises(TypeError, match=rf"^{name} is a sequence, not Region$"):
        pixelseal.Recipe(**{name: pixelseal.Region(BOX)})


@pytest.mark.parametrize(
    "wrong", [None, "abc", "ab", [1, 2], [(1, 2, 3)], [(None, 1)], 5], ids=repr
)
def test_what_are_no_points_is_an_error_of_the_caller(wrong: object) -> None:
    for shape in (pixelseal.Polygon, lambda points: pixelseal.Brush(points, 3)):
        with pytest.raises(TypeError, match=r"^points are a sequence of pairs"):
            shape(wrong)


REVIEWS = [
    (pixelseal.Review("glanced"), "looked"),
    (pixelseal.Review(b"no"), "looked"),  # type: ignore[arg-type]
    (pixelseal.Review(shown=3), "shown"),  # type: ignore[arg-type]
    (pixelseal.Review("screen", {}, "never"), "shown"),
    (pixelseal.Review("stated", {"a": pixelseal.Answer("absent")}), "checklist.a"),
    (pixelseal.Review(answers={"A": "covered"}), "checklist.A"),  # type: ignore[dict-item]
    (pixelseal.Review(answers={"A": pixelseal.Answer("kept")}), "checklist.A.why"),
    (pixelseal.Review(answers={"B": pixelseal.Answer(5)}), "checklist.B.answer"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("review", "key"), REVIEWS, ids=repr)
def test_a_review_made_in_python_is_held_to_its_rules(review: pixelseal.Review, key: str) -> None:
    with pytest.raises(pixelseal.RecipeRefused) as refused:
        pixelseal.redact(jpeg(), RECIPE, review=review)
    assert refused.value.values["key"] == key
    with pytest.raises(pixelseal.RecipeRefused):
        review.to_json()


@pytest.mark.parametrize("wrong", ["no", [], 0, {5: pixelseal.Answer("covered")}], ids=repr)
def test_answers_are_given_by_letter(wrong: object) -> None:
    with pytest.raises(TypeError, match="letter"):
        pixelseal.Review(answers=wrong)  # type: ignore[arg-type]
