"""The editor driven by keys alone."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.editor import keys

from tests.ui.editor.driven import open_editor, shapes


def test_a_region_is_made_moved_and_sized_by_keyboard_alone():
    editor, pointer = open_editor()

    def press(name, **modifiers):
        assert keys.on_canvas(editor, pointer, keys.Press(name, **modifiers))

    press("n")
    assert shapes(editor) == [Rectangle(150, 112, 100, 75)]
    press("ArrowRight")
    press("ArrowUp", shift=True)
    assert shapes(editor) == [Rectangle(151, 102, 100, 75)]
    assert "151, 102" in editor.said
    press("ArrowRight", alt=True)
    press("ArrowUp", alt=True, shift=True)
    assert shapes(editor) == [Rectangle(151, 102, 101, 65)]
    assert "101 by 65" in editor.said
    press("Delete")
    assert not editor.regions and "No regions" in editor.said


def test_a_held_arrow_key_is_one_step_of_undo_and_two_presses_are_two():
    editor, pointer = open_editor()
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
    editor, pointer = open_editor()
    key = editor.add(Rectangle(0, 0, 10, 10))
    keys.on_canvas(editor, pointer, keys.Press("ArrowLeft", shift=True))
    keys.on_canvas(editor, pointer, keys.Press("ArrowUp"))
    for _ in range(20):
        keys.on_canvas(editor, pointer, keys.Press("ArrowLeft", alt=True))
    assert editor.records[key].shape == Rectangle(0, 0, 1, 10)


def test_regions_are_stepped_through_by_key():
    editor, pointer = open_editor()
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
    editor, pointer = open_editor()
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


def test_a_key_during_a_drag_ends_the_drag():
    editor, pointer = open_editor()
    editor.add(Rectangle(100, 100, 100, 100))
    pointer.down(1, "mouse", 0, 150, 150)
    pointer.move(1, 180, 180)
    keys.on_canvas(editor, pointer, keys.Press("Delete"))
    pointer.up(1, 190, 190)
    assert not editor.regions and editor.draft is None


def test_a_held_space_bar_goes_through_what_was_not_seen_unless_the_view_is_dragged():
    editor, pointer = open_editor()
    assert not keys.travels(pointer, keys.Press(" "))  # the first press may begin a drag
    assert keys.on_canvas(editor, pointer, keys.Press(" ")) and pointer.space
    assert keys.travels(pointer, keys.Press(" ", repeat=True))
    pointer.down(1, "mouse", 0, 10, 10)
    assert not keys.travels(pointer, keys.Press(" ", repeat=True))
    assert not keys.travels(pointer, keys.Press("x", repeat=True))
