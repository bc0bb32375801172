"""The editor driven by mouse, pen and fingers."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.editor.tools import MARK, SELECT

from tests.ui.editor.driven import drag, open_editor, shapes


def test_each_kind_of_pointer_draws_a_region():
    for kind in ("mouse", "pen", "touch"):
        editor, pointer = open_editor()
        drag(pointer, 50, 60, 20, 30, kind)
        assert shapes(editor) == [Rectangle(20, 30, 30, 30)], kind
        assert editor.selected is not None and "30 by 30" in editor.said


def test_drawing_past_the_edge_stays_in_the_image():
    editor, pointer = open_editor()
    drag(pointer, 390, 290, 900, 900)
    assert shapes(editor) == [Rectangle(390, 290, 10, 10)]


def test_a_drawing_is_rounded_outward_when_zoomed_out():
    editor, pointer = open_editor(4000, 3000)
    editor.view = type(editor.view)(0.1, 0.0, 0.0)
    drag(pointer, 10.05, 10.05, 20.01, 20.01)
    assert shapes(editor) == [Rectangle(100, 100, 101, 101)]


def test_a_press_without_a_drag_marks_nothing():
    editor, pointer = open_editor()
    drag(pointer, 50, 50, 52, 52)
    assert not editor.regions and not editor.history.can_undo


def test_a_cancelled_gesture_leaves_no_trace():
    editor, pointer = open_editor()
    pointer.down(1, "mouse", 0, 10, 10)
    pointer.move(1, 90, 90)
    assert editor.draft is not None
    pointer.cancel(1)
    pointer.up(1, 90, 90)
    assert editor.draft is None and not editor.regions


def test_panning_and_zooming_never_paint():
    editor, pointer = open_editor()
    drag(pointer, 10, 10, 90, 90, button=1)
    pointer.space = True
    drag(pointer, 10, 10, 90, 90)
    pointer.space = False
    pointer.wheel(50, 50, 0, -300, False)
    pointer.wheel(50, 50, 0, 100, True)
    drag(pointer, 10, 10, 90, 90, button=2)
    assert not editor.regions and not editor.history.can_undo
    assert editor.view.scale > 1


def test_two_fingers_zoom_and_take_the_drawing_of_the_first_back():
    editor, pointer = open_editor()
    pointer.down(1, "touch", 0, 100, 100)
    pointer.move(1, 120, 120)
    pointer.down(2, "touch", 0, 200, 120)
    pointer.move(2, 280, 120)
    pointer.up(2, 280, 120)
    pointer.move(1, 300, 250)
    pointer.up(1, 300, 250)
    assert not editor.regions and editor.draft is None
    assert abs(editor.view.scale - 2.0) < 0.01
    drag(pointer, 10, 10, 60, 60, "touch")
    assert len(editor.regions) == 1


def test_a_click_selects_and_a_drag_on_the_selected_moves_it():
    editor, pointer = open_editor()
    first = editor.add(Rectangle(10, 10, 100, 100))
    editor.add(Rectangle(200, 10, 50, 50))
    drag(pointer, 60, 60, 60, 60)
    assert editor.selected == first
    drag(pointer, 60, 60, 75, 40)
    assert editor.records[first].shape == Rectangle(25, 0, 100, 100)
    editor.undo()
    assert editor.records[first].shape == Rectangle(10, 10, 100, 100)


def test_the_mark_tool_draws_over_a_region_that_is_not_selected():
    editor, pointer = open_editor()
    editor.add(Rectangle(10, 10, 200, 200))
    editor.select(None)
    drag(pointer, 50, 50, 80, 80)
    assert len(editor.regions) == 2


def test_the_select_tool_moves_regions_and_pans_elsewhere():
    editor, pointer = open_editor()
    editor.tool = SELECT
    key = editor.add(Rectangle(10, 10, 100, 100))
    editor.select(None)
    drag(pointer, 60, 60, 70, 60)
    assert editor.records[key].shape.x == 20
    drag(pointer, 300, 200, 310, 210)
    assert editor.records[key].shape.x == 20 and len(editor.regions) == 1
    assert (editor.view.x, editor.view.y) == (10, 10)
    drag(pointer, 350, 250, 350, 250)
    assert editor.selected is None


def test_each_handle_resizes():
    for handle, expected in (
        ("nw", Rectangle(90, 90, 110, 110)),
        ("n", Rectangle(100, 90, 100, 110)),
        ("ne", Rectangle(100, 90, 90, 110)),
        ("e", Rectangle(100, 100, 90, 100)),
        ("se", Rectangle(100, 100, 90, 90)),
        ("s", Rectangle(100, 100, 100, 90)),
        ("sw", Rectangle(90, 100, 110, 90)),
        ("w", Rectangle(90, 100, 110, 100)),
    ):
        editor, pointer = open_editor()
        key = editor.add(Rectangle(100, 100, 100, 100))
        places = {name: (x, y) for name, x, y in editor.records[key].shape.handle_points()}
        x, y = places[handle]
        drag(pointer, x + 2, y + 2, x - 8, y - 8)
        assert editor.records[key].shape == expected, handle


def test_a_small_region_can_still_be_moved_by_touch():
    editor, pointer = open_editor()
    key = editor.add(Rectangle(100, 100, 20, 20))
    drag(pointer, 110, 110, 150, 130, "touch")
    assert editor.records[key].shape == Rectangle(140, 120, 20, 20)


def test_cursor_says_what_a_press_would_do():
    editor, pointer = open_editor()
    assert pointer.cursor(5, 5) == "mark"
    editor.add(Rectangle(100, 100, 100, 100))
    assert pointer.cursor(100, 100) == "nwse"
    assert pointer.cursor(150, 150) == "move"
    pointer.space = True
    assert pointer.cursor(150, 150) == "grab"
    assert editor.tool == MARK
