"""Frames of shapes, how shapes move, stretch and are cut, and what a pointer hits."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

TRIANGLE = Polygon([(10, 10), (30, 10), (20, 40)])
STROKE = Brush([(10, 10), (30, 20)], 7)
SHAPES = (Rectangle(10, 20, 30, 40), Ellipse(10, 20, 30, 40), TRIANGLE, STROKE)


def test_the_frame_just_holds_the_shape():
    assert TRIANGLE.frame() == Rectangle(10, 10, 20, 30)
    assert STROKE.frame() == Rectangle(6, 6, 28, 18)
    assert Brush([(5, 5)], 1).frame() == Rectangle(4, 4, 2, 2)


def test_every_shape_moves_with_its_frame_and_comes_back():
    for shape in SHAPES:
        moved = shape.moved(-7, 5)
        assert moved.frame() == shape.frame().moved(-7, 5)
        assert moved.moved(7, -5) == shape


def test_every_shape_is_stretched_into_the_frame_it_is_given():
    for shape in SHAPES:
        frame = Rectangle(100, 200, 90, 80)
        stretched = shape.framed(frame)
        assert stretched.frame() == frame and type(stretched) is type(shape)
        assert shape.framed(shape.frame()) == shape


def test_a_stroke_stays_as_thick_as_it_is():
    assert STROKE.framed(Rectangle(0, 0, 3, 3)).diameter == 7
    assert STROKE.framed(Rectangle(0, 0, 3, 3)).frame() == Rectangle(0, 0, 8, 8)


def test_only_rectangles_are_cut_and_all_are_dropped_outside():
    for shape in SHAPES:
        assert shape.clipped(5, 5) is None
        assert shape.clipped(15, 200) is not None
    assert SHAPES[0].clipped(15, 30) == Rectangle(10, 20, 5, 10)
    assert TRIANGLE.clipped(15, 30) == TRIANGLE


def test_every_shape_is_brought_inside():
    for shape in SHAPES:
        inside = shape.moved(-300, 900).inside(100, 100)
        assert inside.frame().clipped(100, 100) == inside.frame()
        assert type(inside) is type(shape)


def test_a_pointer_hits_the_shape_and_not_its_frame():
    hits = (
        (SHAPES[1], (25, 40), (11, 21)),
        (TRIANGLE, (20, 20), (11, 39)),
        (STROKE, (20, 15), (30, 8)),
        # Runs twice around its middle: nothing inside is spared.
        (
            Polygon([(0, 0), (9, 0), (9, 9), (0, 9), (0, 0), (9, 0), (9, 9), (0, 9)]),
            (4, 4),
            (10, 4),
        ),
        (Brush([(5, 5)], 4), (6, 6), (7, 7)),
    )
    for shape, within, without in hits:
        assert shape.contains(within[0], within[1]), shape
        assert not shape.contains(without[0], without[1]), shape
