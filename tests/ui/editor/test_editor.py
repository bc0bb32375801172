"""The editor driven as a person drives it: pointers, keys, no screen."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.editor import keys
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.outline import outline
from pixelseal.ui.editor.pointer import Pointer
from pixelseal.ui.editor.tools import MARK, SELECT


def _open(width=400, height=300):
    editor = Editor()
    editor.set_size(width, height)
    editor.set_canvas(Canvas(400.0, 300.0))
    editor.view = type(editor.view)(1.0, 0.0, 0.0)
    return editor, Pointer(editor)


def _drag(pointer, x0, y0, x1, y1, kind="mouse", button=0, key=1):
    pointer.down(key, kind, button, x0, y0)
    pointer.move(key, (x0 + x1) / 2, (y0 + y1) / 2)
    pointer.up(key, x1, y1)


def _shapes(editor):
    return [editor.records[key].shape for key in editor.ids()]


def test_each_kind_of_pointer_draws_a_region():
    for kind in ("mouse", "pen", "touch"):
        editor, pointer = _open()
        _drag(pointer, 50, 60, 20, 30, kind)
        assert _shapes(editor) == [Rectangle(20, 30, 30, 30)], kind
        assert editor.selected is not None and "30 by 30" in editor.said


def test_drawing_past_the_edge_stays_in_the_image():
    editor, pointer = _open()
    _drag(pointer, 390, 290, 900, 900)
    assert _shapes(editor) == [Rectangle(390, 290, 10, 10)]


def test_a_drawing_is_rounded_outward_when_zoomed_out():
    editor, pointer = _open(4000, 3000)
    editor.view = type(editor.view)(0.1, 0.0, 0.0)
    _drag(pointer, 10.05, 10.05, 20.01, 20.01)
    assert _shapes(editor) == [Rectangle(100, 100, 101, 101)]


def test_a_press_without_a_drag_marks_nothing():
    editor, pointer = _open()
    _drag(pointer, 50, 50, 52, 52)
    assert not editor.regions and not editor.history.can_undo


def test_a_cancelled_gesture_leaves_no_trace():
    editor, pointer = _open()
    pointer.down(1, "mouse", 0, 10, 10)
    pointer.move(1, 90, 90)
    assert editor.draft is not None
    pointer.cancel(1)
    pointer.up(1, 90, 90)
    assert editor.draft is None and not editor.regions


def test_panning_and_zooming_never_paint():
    editor, pointer = _open()
    _drag(pointer, 10, 10, 90, 90, button=1)
    pointer.space = True
    _drag(pointer, 10, 10, 90, 90)
    pointer.space = False
    pointer.wheel(50, 50, 0, -300, False)
    pointer.wheel(50, 50, 0, 100, True)
    _drag(pointer, 10, 10, 90, 90, button=2)
    assert not editor.regions and not editor.history.can_undo
    assert editor.view.scale > 1


def test_two_fingers_zoom_and_take_the_drawing_of_the_first_back():
    editor, pointer = _open()
    pointer.down(1, "touch", 0, 100, 100)
    pointer.move(1, 120, 120)
    pointer.down(2, "touch", 0, 200, 120)
    pointer.move(2, 280, 120)
    pointer.up(2, 280, 120)
    pointer.move(1, 300, 250)
    pointer.up(1, 300, 250)
    assert not editor.regions and editor.draft is None
    assert abs(editor.view.scale - 2.0) < 0.01
    _drag(pointer, 10, 10, 60, 60, "touch")
    assert len(editor.regions) == 1


def test_a_click_selects_and_a_drag_on_the_selected_moves_it():
    editor, pointer = _open()
    first = editor.add(Rectangle(10, 10, 100, 100))
    editor.add(Rectangle(200, 10, 50, 50))
    _drag(pointer, 60, 60, 60, 60)
    assert editor.selected == first
    _drag(pointer, 60, 60, 75, 40)
    assert editor.records[first].shape == Rectangle(25, 0, 100, 100)
    editor.undo()
    assert editor.records[first].shape == Rectangle(10, 10, 100, 100)


def test_the_mark_tool_draws_over_a_region_that_is_not_selected():
    editor, pointer = _open()
    editor.add(Rectangle(10, 10, 200, 200))
    editor.select(None)
    _drag(pointer, 50, 50, 80, 80)
    assert len(editor.regions) == 2


def test_the_select_tool_moves_regions_and_pans_elsewhere():
    editor, pointer = _open()
    editor.tool = SELECT
    key = editor.add(Rectangle(10, 10, 100, 100))
    editor.select(None)
    _drag(pointer, 60, 60, 70, 60)
    assert editor.records[key].shape.x == 20
    _drag(pointer, 300, 200, 310, 210)
    assert editor.records[key].shape.x == 20 and len(editor.regions) == 1
    assert (editor.view.x, editor.view.y) == (10, 10)
    _drag(pointer, 350, 250, 350, 250)
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
        editor, pointer = _open()
        key = editor.add(Rectangle(100, 100, 100, 100))
        places = {name: (x, y) for name, x, y in editor.records[key].shape.handle_points()}
        x, y = places[handle]
        _drag(pointer, x + 2, y + 2, x - 8, y - 8)
        assert editor.records[key].shape == expected, handle


def test_a_small_region_can_still_be_moved_by_touch():
    editor, pointer = _open()
    key = editor.add(Rectangle(100, 100, 20, 20))
    _drag(pointer, 110, 110, 150, 130, "touch")
    assert editor.records[key].shape == Rectangle(140, 120, 20, 20)


def test_a_region_is_made_moved_and_sized_by_keyboard_alone():
    editor, pointer = _open()

    def press(name, **modifiers):
        assert keys.on_canvas(editor, pointer, keys.Press(name, **modifiers))

    press("n")
    assert _shapes(editor) == [Rectangle(150, 112, 100, 75)]
    press("ArrowRight")
    press("ArrowUp", shift=True)
    assert _shapes(editor) == [Rectangle(151, 102, 100, 75)]
    assert "151, 102" in editor.said
    press("ArrowRight", alt=True)
    press("ArrowUp", alt=True, shift=True)
    assert _shapes(editor) == [Rectangle(151, 102, 101, 65)]
    assert "101 by 65" in editor.said
    press("Delete")
    assert not editor.regions and "No regions" in editor.said


def test_a_held_arrow_key_is_one_step_of_undo_and_two_presses_are_two():
    editor, pointer = _open()
    key = editor.add(Rectangle(10, 10, 10, 10))
    keys.on_canvas(editor, pointer, keys.Press("ArrowRight"))
    for _ in range(20):
        keys.on_canvas(editor, pointer, keys.Press("ArrowRight", repeat=True))
    keys.on_canvas(editor, pointer, keys.Press("ArrowRight"))
    assert editor.records[key].shape.x == 32
    editor.undo()
    assert editor.records[key].shape.x == 31
    editor.undo()
    assert editor.records[key].shape.x == 10


def test_regions_cannot_leave_the_image_by_key():
    editor, pointer = _open()
    key = editor.add(Rectangle(0, 0, 10, 10))
    keys.on_canvas(editor, pointer, keys.Press("ArrowLeft", shift=True))
    keys.on_canvas(editor, pointer, keys.Press("ArrowUp"))
    for _ in range(20):
        keys.on_canvas(editor, pointer, keys.Press("ArrowLeft", alt=True))
    assert editor.records[key].shape == Rectangle(0, 0, 1, 10)


def test_regions_are_stepped_through_by_key():
    editor, pointer = _open()
    first = editor.add(Rectangle(0, 0, 10, 10), "A")
    second = editor.add(Rectangle(20, 0, 10, 10))
    keys.on_canvas(editor, pointer, keys.Press("."))
    assert editor.selected == first and "Name" in editor.said
    keys.on_canvas(editor, pointer, keys.Press(","))
    assert editor.selected == second
    keys.on_canvas(editor, pointer, keys.Press("Escape"))
    assert editor.selected is None
    assert not keys.on_canvas(editor, pointer, keys.Press("Escape"))


def test_tab_and_unknown_keys_are_left_to_the_browser():
    editor, pointer = _open()
    for name in ("Tab", "F5", "Enter", "é"):
        assert not keys.on_canvas(editor, pointer, keys.Press(name))
    assert not keys.on_canvas(editor, pointer, keys.Press("n", control=True))


def test_page_keys():
    expected = (
        (keys.Press("PageDown"), "next"),
        (keys.Press("PageUp"), "previous"),
        (keys.Press("z", control=True), "undo"),
        (keys.Press("Z", control=True, shift=True), "redo"),
        (keys.Press("y", control=True), "redo"),
        (keys.Press("s", control=True), "save"),
        (keys.Press("z"), None),
        (keys.Press("z", control=True, alt=True), None),
        (keys.Press("PageDown", shift=True), None),
    )
    for press, command in expected:
        assert keys.on_page(press) == command


def test_selection_is_no_part_of_history():
    editor, _pointer = _open()
    first = editor.add(Rectangle(0, 0, 10, 10))
    editor.add(Rectangle(20, 20, 10, 10))
    editor.select(first)
    editor.select(None)
    editor.undo()
    assert editor.ids() == [first]


def test_a_key_during_a_drag_ends_the_drag():
    editor, pointer = _open()
    editor.add(Rectangle(100, 100, 100, 100))
    pointer.down(1, "mouse", 0, 150, 150)
    pointer.move(1, 180, 180)
    keys.on_canvas(editor, pointer, keys.Press("Delete"))
    pointer.up(1, 190, 190)
    assert not editor.regions and editor.draft is None


def test_reason_and_duplicate_are_steps():
    editor, _pointer = _open()
    key = editor.add(Rectangle(10, 10, 40, 40))
    editor.set_reason(key, "Q")
    editor.duplicate()
    assert [editor.records[k].reason for k in editor.ids()] == ["Q", "Q"]
    editor.undo()
    editor.undo()
    assert editor.records[key].reason is None


def test_the_recipe_is_what_was_marked():
    editor, _pointer = _open()
    editor.add(Rectangle(10, 10, 40, 40), "A")
    recipe = editor.recipe("P-001")
    assert recipe.image == (400, 300) and recipe.alternate_id == "P-001"
    assert [region.shape for region in recipe.regions] == [Rectangle(10, 10, 40, 40)]
    assert editor.recipe("P-001") == recipe


def test_a_fitted_image_stays_fitted_when_the_window_changes():
    editor, pointer = _open(4000, 3000)
    editor.fit()
    editor.set_canvas(Canvas(200.0, 150.0))
    assert editor.view.scale < 0.05
    pointer.wheel(10, 10, 0, -500, False)
    scale = editor.view.scale
    editor.set_canvas(Canvas(400.0, 300.0))
    assert editor.view.scale == scale


def test_nothing_happens_before_the_size_is_known():
    editor = Editor()
    pointer = Pointer(editor)
    _drag(pointer, 0, 0, 50, 50)
    pointer.wheel(0, 0, 0, 100, False)
    assert not keys.on_canvas(editor, pointer, keys.Press("n"))
    assert not editor.regions


def test_cursor_says_what_a_press_would_do():
    editor, pointer = _open()
    assert pointer.cursor(5, 5) == "mark"
    editor.add(Rectangle(100, 100, 100, 100))
    assert pointer.cursor(100, 100) == "nwse"
    assert pointer.cursor(150, 150) == "move"
    pointer.space = True
    assert pointer.cursor(150, 150) == "grab"
    assert editor.tool == MARK


def _recipe():
    return Recipe(
        [
            Region(Ellipse(10, 20, 100, 60), Mosaic(40), "Q"),
            Region(Polygon([(200, 10), (260, 10), (230, 90)])),
            Region(Brush([(300, 200), (340, 260)], 24), reason="A"),
        ],
        (400, 300),
        keep=[Keep(Rectangle(0, 0, 350, 300), "#ffffff")],
        crop=[Crop(Rectangle(5, 5, 300, 200))],
    )


def test_a_recipe_of_every_shape_comes_back_as_it_was_opened():
    editor, _pointer = _open()
    editor.add(Rectangle(1, 1, 5, 5))
    editor.take(_recipe())
    assert editor.recipe() == _recipe() and editor.marked
    assert editor.said == "3 regions, 1 area to keep, cropped"
    editor.undo()
    assert editor.recipe() == Recipe([Region(Rectangle(1, 1, 5, 5))], (400, 300))
    editor.redo()
    assert editor.recipe() == _recipe()
    for key in editor.ids():
        editor.delete(key)
    assert not editor.marked


def test_every_shape_is_selected_moved_and_stretched_and_keeps_its_method():
    for at in ((60, 50), (230, 20), (320, 230)):
        editor, pointer = _open()
        editor.take(_recipe())
        editor.tool = SELECT
        _drag(pointer, at[0], at[1], at[0] + 7, at[1] + 3)
        key = editor.selected
        before = _recipe().regions[editor.number(key) - 1]
        assert editor.records[key] == before.with_shape(before.shape.moved(7, 3))
        places = {name: (x, y) for name, x, y in editor.shape(key).handle_points()}
        x, y = places["se"]
        _drag(pointer, x, y, x + 20, y + 10)
        shape = editor.records[key].shape
        frame = (before.shape.width + 20, before.shape.height + 10)
        assert type(shape) is type(before.shape) and (shape.width, shape.height) == frame
        editor.duplicate()
        assert editor.records[editor.selected].method == before.method


def test_every_shape_is_drawn_as_what_it_is():
    view = View(2.0, 10.0, 0.0)
    shapes = [region.shape for region in _recipe().regions]
    assert outline(Rectangle(1, 2, 3, 4), view) == (
        "rect",
        {"x": 12.0, "y": 4.0, "width": 6.0, "height": 8.0},
    )
    tag, attributes = outline(shapes[0], view)
    assert tag == "ellipse" and (attributes["cx"], attributes["ry"]) == (130.0, 60.0)
    assert outline(shapes[1], view)[1]["points"].split(" ")[1] == "530.0,20.0"
    assert outline(shapes[2], view)[1]["stroke-width"] == 48.0
    dot = outline(Brush([(1, 1)], 5), view)[1]["points"]
    assert dot == "12.0,2.0 12.0,2.0"
