"""A box drawn over a name covers every pixel it touched."""

from pixelseal.model.recipe.geometry import HANDLES, Rectangle, outward


def test_corners_round_outward_in_any_order():
    expected = Rectangle(1, 2, 3, 3)
    for corners in ((1.2, 2.9, 3.1, 4.1), (3.1, 4.1, 1.2, 2.9), (3.1, 2.9, 1.2, 4.1)):
        assert outward(*corners) == expected
    assert outward(1.0, 2.0, 4.0, 5.0) == expected


def test_a_point_is_one_pixel():
    assert outward(5.0, 5.0, 5.0, 5.0) == Rectangle(5, 5, 1, 1)
    assert outward(-0.5, -0.5, -0.5, -0.5) == Rectangle(-1, -1, 1, 1)


def test_clipping_keeps_what_is_inside():
    assert Rectangle(-5, -5, 10, 100).clipped(20, 30) == Rectangle(0, 0, 5, 30)
    assert Rectangle(20, 0, 5, 5).clipped(20, 30) is None


def test_moving_inside_keeps_the_size():
    assert Rectangle(-5, 28, 10, 10).inside(20, 30) == Rectangle(0, 20, 10, 10)
    assert Rectangle(0, 0, 100, 10).inside(20, 30) == Rectangle(0, 0, 20, 10)


def test_each_handle_moves_its_edges_only():
    start = Rectangle(10, 10, 10, 10)
    moved = {handle: start.stretched(handle, 5, 25) for handle in HANDLES}
    assert moved["nw"] == Rectangle(5, 20, 15, 5)
    assert moved["n"] == Rectangle(10, 20, 10, 5)
    assert moved["e"] == Rectangle(5, 10, 5, 10)
    assert moved["se"] == Rectangle(5, 10, 5, 15)
    assert moved["w"] == Rectangle(5, 10, 15, 10)


def test_handles_sit_on_corners_and_middles():
    points = {name: (x, y) for name, x, y in Rectangle(10, 20, 4, 6).handle_points()}
    assert points["nw"] == (10, 20) and points["se"] == (14, 26)
    assert points["n"] == (12, 20) and points["w"] == (10, 23)
