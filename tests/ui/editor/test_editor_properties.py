"""Any gestures and keys, in any order: undone they give the start, redone the end."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.orientation import UPRIGHT
from pixelseal.model.recipe.recipe import parse_object
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.screen.proposal import is_proposed, proposed
from pixelseal.model.screen.viewport import Canvas
from pixelseal.ui.editor import keys
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.pointer import Pointer
from pixelseal.ui.editor.tools import SELECT

position = st.floats(-50, 450)
pointer_event = st.tuples(
    st.sampled_from(["down", "move", "up", "cancel"]),
    st.integers(1, 3),
    st.sampled_from(["mouse", "pen", "touch"]),
    st.sampled_from([0, 0, 0, 1, 2]),
    position,
    position,
)
key_event = st.builds(
    keys.Press,
    st.sampled_from(
        [
            *("n", "Delete", ".", ",", "+", "-", "0", "1", "d", " ", "Escape", "Enter"),
            *("Backspace", "r", "e", "p", "b", "k", "c", "v", "[", "]", "Q", "H", "X", "Z"),
            *("t", "T", "x"),
            *keys.ARROWS,
        ]
    ),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
history_event = st.sampled_from(["undo", "redo"])
proposal_event = st.sampled_from(["propose", "confirm", "discard"])
OFFERED = (
    Region(Rectangle(5, 5, 60, 40), reasons="AQ"),
    Keep(Rectangle(0, 0, 300, 200), "#ffffff"),
    Crop(Rectangle(10, 10, 200, 200)),
)


def play(events, editor=None):
    """Do all of that on an editor, by default on a new one; (editor, pointer) afterwards."""
    editor = editor or Editor()
    editor.set_size(400, 300)
    editor.set_canvas(Canvas(400.0, 300.0, 1.5))
    pointer = Pointer(editor)
    for event in events:
        if isinstance(event, keys.Press):
            keys.on_canvas(editor, pointer, event)
        elif isinstance(event, str):
            pointer.abandon()
            if event == "propose":
                editor.propose([proposed(record) for record in OFFERED])
            else:
                getattr(editor, event)()
        else:
            name, key, kind, button, x, y = event
            if name == "down":
                pointer.down(key, kind, button, x, y)
            elif name == "cancel":
                pointer.cancel(key)
            else:
                getattr(pointer, name)(key, x, y)
        for shape in [editor.records[key].shape for key in editor.records]:
            assert shape.clipped(*editor.size) == shape, "a region left the image"
        recipe = editor.recipe()
        done = recipe.regions + recipe.keep + recipe.crop
        assert not any(is_proposed(record) for record in done)
        assert len(done) + len(editor.proposals) == len(editor.records)
        assert parse_object(recipe.to_object()) == recipe
        assert editor.selected is None or editor.selected in editor.records
        assert recipe.image == editor.size and recipe.turned(1) == editor.turned
        assert 0.01 <= editor.view.scale <= 32
    return editor, pointer


@settings(max_examples=150, deadline=None)
@given(st.lists(pointer_event | key_event | history_event | proposal_event, max_size=40))
def test_any_sequence_of_edits_undone_gives_the_start_and_redone_the_end(events):
    editor, pointer = play(events)
    pointer.abandon()
    while editor.history.can_redo:
        editor.redo()
    end = editor.records, editor.turned
    while editor.history.can_undo:
        editor.undo()
    assert (editor.records, editor.turned) == ({}, UPRIGHT)
    while editor.history.can_redo:
        editor.redo()
    assert (editor.records, editor.turned) == end


@settings(max_examples=60, deadline=None)
@given(st.lists(pointer_event, max_size=30))
def test_the_select_tool_never_marks(events):
    editor = Editor()
    editor.set_size(400, 300)
    editor.tool = SELECT
    pointer = Pointer(editor)
    for name, key, kind, button, x, y in events:
        if name == "down":
            pointer.down(key, kind, button, x, y)
        elif name == "cancel":
            pointer.cancel(key)
        else:
            getattr(pointer, name)(key, x, y)
    assert not editor.regions
