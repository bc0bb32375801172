"""Zoom and pan keep the person's place, and a drawn box covers what it touched."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.screen.viewport import (
    HIGHEST,
    Canvas,
    View,
    centred,
    fit,
    limited,
    limited_scale,
    percent,
    showing,
    visible,
)

SIZE = (4000, 3000)
CANVAS = Canvas(800, 600)


def test_fit_shows_the_whole_image_in_the_middle():
    view = fit(SIZE, CANVAS)
    left, top = view.to_screen(0, 0)
    right, bottom = view.to_screen(*SIZE)
    assert left >= 0 and top >= 0 and right <= 800 and bottom <= 600
    assert abs((left + right) / 2 - 400) < 1e-6 and abs((top + bottom) / 2 - 300) < 1e-6


def test_a_small_image_is_not_blown_up():
    assert fit((100, 100), CANVAS).scale == 1


def test_hundred_per_cent_is_one_device_pixel():
    assert percent(View(0.5, 0, 0), Canvas(800, 600, 2.0)) == 100


def test_zooming_keeps_what_is_under_the_pointer():
    view = fit(SIZE, CANVAS)
    before = view.to_image(123, 456)
    after = view.zoomed(4, 123, 456).to_image(123, 456)
    assert abs(before[0] - after[0]) < 1e-6 and abs(before[1] - after[1]) < 1e-6


def test_zoom_has_limits_but_the_whole_image_can_always_be_seen():
    assert limited_scale(1000, SIZE, CANVAS) == HIGHEST
    assert limited_scale(0.0001, SIZE, CANVAS) == 0.02
    huge = (65000, 1)
    assert limited_scale(0.0001, huge, CANVAS) == fit(huge, CANVAS).scale


def test_the_image_cannot_be_lost_from_the_screen():
    for dx, dy in ((9e9, 9e9), (-9e9, -9e9)):
        view = limited(fit(SIZE, CANVAS).panned(dx, dy), SIZE, CANVAS)
        part = visible(view, SIZE, CANVAS)
        assert part.width * view.scale >= 40 and part.height * view.scale >= 40


def test_a_region_out_of_sight_is_brought_into_sight():
    view = showing(View(2, 0, 0), Rectangle(3900, 2900, 50, 50), SIZE, CANVAS)
    left, top = view.to_screen(3900, 2900)
    assert left >= 0 and left + 100 <= 800 and top >= 0 and top + 100 <= 600
    assert showing(view, Rectangle(3900, 2900, 50, 50), SIZE, CANVAS) == view


def test_between_two_points_of_the_screen_everything_touched_is_in():
    assert View(0.25, 10, 10).between(11, 11, 12, 13) == Rectangle(4, 4, 4, 8)


def test_at_100_percent_pixels_of_the_image_are_pixels_of_the_screen():
    for ratio in (1.0, 1.25, 1.5, 2.0):
        canvas = Canvas(943.0, 725.0, ratio)
        view = centred((512, 256), canvas, 1 / ratio)
        assert abs(view.x * ratio - round(view.x * ratio)) < 1e-9
        assert abs(view.y * ratio - round(view.y * ratio)) < 1e-9
        moved = limited(view.panned(0.3, 7.5), (512, 256), canvas)
        assert abs(moved.x * ratio - round(moved.x * ratio)) < 1e-9
        assert abs(moved.y * ratio - round(moved.y * ratio)) < 1e-9
