"""Which keys on the canvas go to another image, and when the arrow keys do."""

import pytest
from pixelseal.model.screen.viewport import Canvas
from pixelseal.ui.editor import keys
from pixelseal.ui.editor.editor import Editor


def editor() -> Editor:
    made = Editor()
    made.set_size(400, 300)
    made.set_canvas(Canvas(800.0, 600.0, 1.0))
    return made


@pytest.mark.parametrize(
    ("key", "command"),
    [("ArrowRight", "next"), ("ArrowLeft", "previous"), ("d", "next"), ("a", "previous")],
)
def test_with_nothing_selected_a_key_goes_to_another_image(key, command):
    assert keys.steps(editor(), keys.Press(key)) == command
    for held in ({"control": True}, {"shift": True}, {"alt": True}):
        assert keys.steps(editor(), keys.Press(key, **held)) is None


def test_with_a_region_selected_the_arrow_keys_move_it():
    one = editor()
    one.add_in_view()
    assert keys.steps(one, keys.Press("ArrowRight")) is None
    assert keys.steps(one, keys.Press("d")) == "next"
    one.select(None)
    assert keys.steps(one, keys.Press("ArrowRight")) == "next"


def test_in_a_magnified_image_the_arrow_keys_move_the_view():
    one = editor()
    one.actual_size()
    one.zoom_by(4.0)
    assert keys.steps(one, keys.Press("ArrowRight")) is None
    one.fit()
    assert keys.steps(one, keys.Press("ArrowLeft")) == "previous"


def test_while_a_polygon_is_drawn_no_key_leaves_the_image():
    one = editor()
    one.take_tool("polygon")
    one.add_corner(10.0, 10.0)
    assert keys.steps(one, keys.Press("a")) is None
