"""What was found is gone through by key: taken, thrown away, from one to the next."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Region
from pixelseal.model.screen.proposal import FoundCode, FoundFace, FoundWriting, proposed
from pixelseal.ui.editor import found_proposals
from pixelseal.ui.editor.keys import Press, confirms, on_canvas

from tests.ui.editor.driven import open_editor

FOUND = [
    FoundFace(Rectangle(20, 20, 60, 60), None, "Q"),
    FoundWriting(Rectangle(120, 20, 60, 30), None, "A"),
    FoundCode(Rectangle(220, 120, 60, 60), None, "R"),
]


def found():
    """An editor with a region and three proposals, the first of which is selected."""
    editor, pointer = open_editor()
    editor.add(Rectangle(300, 10, 40, 40))
    editor.select(None)
    editor.propose_more(FOUND)
    found_proposals.step(editor, 1)
    return editor, pointer, found_proposals.waiting(editor)


def test_arrows_go_between_proposals_and_with_shift_they_move_one():
    editor, pointer, keys = found()
    seen = []
    for name in ("ArrowRight", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp"):
        assert on_canvas(editor, pointer, Press(name))
        seen.append(editor.selected)
    assert seen == [keys[1], keys[2], keys[0], keys[2], keys[1]]
    assert editor.proposals == FOUND
    assert on_canvas(editor, pointer, Press("ArrowRight", shift=True))
    assert editor.records[keys[1]] == FoundWriting(Rectangle(130, 20, 60, 30), None, "A")
    assert on_canvas(editor, pointer, Press("ArrowRight", alt=True))
    assert editor.records[keys[1]].shape.width == 61


def test_one_is_taken_and_the_next_is_selected_each_in_its_step_of_undo():
    editor, _pointer, keys = found()
    assert found_proposals.take(editor)
    assert editor.regions[1:] == [Region(Rectangle(20, 20, 60, 60), None, "Q")]
    assert editor.selected == keys[1] and len(editor.proposals) == 2
    assert found_proposals.take(editor) and found_proposals.take(editor)
    assert len(editor.regions) == 4 and not editor.proposals
    assert editor.selected is None and "No proposal is left" in editor.said
    editor.undo()
    assert len(editor.proposals) == 1


def test_delete_throws_one_away_and_selects_the_next():
    editor, pointer, keys = found()
    on_canvas(editor, pointer, Press("ArrowLeft"))
    assert editor.selected == keys[2]
    assert on_canvas(editor, pointer, Press("Delete"))
    assert editor.proposals == FOUND[:2] and editor.selected == keys[0]
    assert on_canvas(editor, pointer, Press("Backspace"))
    assert on_canvas(editor, pointer, Press("Delete"))
    assert not editor.proposals and editor.selected is None
    assert len(editor.regions) == 1, "a region is no proposal"
    editor.undo()
    assert editor.proposals == [FOUND[1]]


def test_enter_and_shift_enter_confirm_and_a_held_key_does_not():
    editor, _pointer, _keys = found()
    assert confirms(editor, Press("Enter")) and confirms(editor, Press("Enter", shift=True))
    assert not confirms(editor, Press("Enter", repeat=True))
    assert not confirms(editor, Press("Enter", shift=True, repeat=True))


def test_what_was_copied_from_another_image_is_moved_by_the_arrows_as_before():
    editor, pointer = open_editor()
    editor.propose([proposed(Region(Rectangle(20, 20, 60, 60)))])
    editor.select_next(1)
    assert on_canvas(editor, pointer, Press("ArrowRight"))
    assert editor.proposals[0].shape.x == 21
    assert on_canvas(editor, pointer, Press("Delete")) and not editor.proposals


def test_a_proposal_says_what_was_found():
    editor, _pointer, _keys = found()
    assert "Proposed face" in editor.said


def test_one_out_of_sight_is_not_in_the_window():
    editor, _pointer, keys = found()
    left = Rectangle(0, 0, 110, 110)
    assert editor.proposals_in(left, keys[0]) and not editor.proposals_in(left, keys[1])
    assert not editor.proposals_in(left)
