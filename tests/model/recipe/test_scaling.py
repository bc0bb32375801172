"""Regions on an image of another size: nothing that was covered comes out, nothing more is kept."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.recipe import methods
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Blur, Crop, Keep, Mosaic, Region
from pixelseal.model.recipe.scaling import same_shape, scaled
from pixelseal.model.recipe.shape_json import MAX_DIAMETER
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

SIDE = st.integers(20, 9000)


@st.composite
def sizes(draw):
    """Two sizes whose ratio agrees, as when a program has scaled a photo."""
    width, height, other = draw(SIDE), draw(SIDE), draw(SIDE)
    return (width, height), (other, max(1, round(height * other / width)))


def exact(value, ratio):
    return Fraction(value * ratio[0], ratio[1])


@given(sizes())
def test_a_scaled_photo_has_the_same_shape_either_way(pair):
    assert same_shape(pair[0], pair[1]) and same_shape(pair[1], pair[0])


def test_other_shapes_are_told_apart():
    assert not same_shape((4000, 3000), (3000, 4000))
    assert not same_shape((4000, 3000), (4000, 2250))
    assert not same_shape((400, 300), (400, 303))
    assert same_shape((4032, 3024), (1008, 756)) and same_shape((4032, 3024), (1000, 750))


@given(sizes(), st.data())
def test_a_box_covers_all_that_it_covered_and_keeps_no_more(pair, data):
    (width, height), (to_width, to_height) = pair
    x, y = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    box = Rectangle(
        x, y, data.draw(st.integers(1, width - x)), data.draw(st.integers(1, height - y))
    )
    left, right = (exact(edge, (to_width, width)) for edge in (box.x, box.right))
    top, bottom = (exact(edge, (to_height, height)) for edge in (box.y, box.bottom))
    covered = scaled(Region(box), *pair).shape
    assert covered.x <= left and covered.right >= right
    assert covered.y <= top and covered.bottom >= bottom
    kept = scaled(Keep(box), *pair).shape
    assert kept.x >= left and (kept.right <= right or kept.width == 1)
    assert kept.y >= top and (kept.bottom <= bottom or kept.height == 1)
    assert scaled(Crop(box), *pair).shape == kept
    assert scaled(Region(Ellipse(*box.key())), *pair).shape.frame() == covered


@given(sizes(), st.integers(1, 500), st.data())
def test_a_stroke_covers_every_point_that_its_line_covered(pair, diameter, data):
    (width, height), (to_width, to_height) = pair
    point = st.tuples(st.integers(0, width), st.integers(0, height))
    points = data.draw(st.lists(point, min_size=1, max_size=5))
    stroke = scaled(Region(Brush(points, diameter)), *pair).shape
    # Half a pixel of each point's rounding, in both directions, is within the width added.
    least = min(Fraction(to_width, width), Fraction(to_height, height)) * diameter
    wanted = min(least + Fraction(14143, 10000), MAX_DIAMETER)
    assert pair[0] == pair[1] or stroke.diameter >= wanted
    for (x, y), (to_x, to_y) in zip(points, stroke.points, strict=True):
        assert abs(exact(x, (to_width, width)) - to_x) <= Fraction(1, 2)
        assert abs(exact(y, (to_height, height)) - to_y) <= Fraction(1, 2)


@given(sizes(), st.sampled_from([Mosaic, Blur]), st.integers(1, 4000))
def test_a_mosaic_is_as_strong_as_its_new_size_needs(pair, kind, strength):
    region = methods.made_fit(Region(Rectangle(2, 3, 15, 12), kind(strength), "Q"))
    moved = scaled(region, *pair)
    assert methods.refusal(moved, moved.shape.frame()) is None
    assert moved.reasons == ("Q",) and isinstance(moved.method, kind)


def test_a_polygon_stretches_into_its_frame_and_never_to_a_line():
    sliver = Region(Polygon([(100, 100), (400, 101), (100, 102)]))
    small = scaled(sliver, (4000, 3000), (40, 30)).shape
    assert small == Polygon([(1, 1), (4, 2), (1, 2)])
    wide = scaled(sliver, (4000, 3000), (8000, 6000)).shape
    assert wide == Polygon([(200, 200), (800, 202), (200, 204)])
