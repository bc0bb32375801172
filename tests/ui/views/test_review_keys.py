"""The keys of the review: what they do, and that what has the focus keeps its own."""

from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.key_table import REVIEW, ROWS
from pixelseal.ui.editor.keys import Press
from pixelseal.ui.views.review import review_keys
from pixelseal.ui.views.review.review_keys import command, move_view


def test_every_listed_key_does_something():
    for row in ROWS:
        if row.where == REVIEW:
            for key in row.keys:
                press = Press(" " if key == "space" else key)
                assert command(press, True, "") not in (None, review_keys.NOTHING), key


def test_enter_confirms_once_however_long_it_is_held():
    assert command(Press("Enter"), True, "") == review_keys.CONFIRM
    assert command(Press("Enter", repeat=True), True, "") == review_keys.NOTHING
    assert command(Press("Enter"), True, "box") == review_keys.SAVE
    assert command(Press("Enter"), True, "button") is None
    assert command(Press("Enter"), True, "text") is None


def test_the_space_bar_goes_on_and_still_ticks_and_presses():
    assert command(Press(" ", repeat=True), True, "") == review_keys.TRAVEL
    for field in ("button", "box", "text"):
        assert command(Press(" "), True, field) is None


def test_no_key_of_the_editor_acts_in_a_review():
    for key in ("z", "y"):
        assert command(Press(key, control=True), True, "") == review_keys.NOTHING
    for key in ("Delete", "Backspace", "m", "k", "c", "x", "Tab"):
        assert command(Press(key), True, "") is None
    for letter in "AEO":
        assert command(Press(letter, shift=True), True, "") is None  # the editor's reasons


def test_letters_are_typed_where_text_is():
    for key in ("e", "n", "o", "a", "Escape"):
        assert command(Press(key), True, "text") is None
    assert command(Press("s", control=True), True, "text") == review_keys.SAVE


def test_a_key_of_one_character_acts_on_nothing_but_the_review():
    for key in "adenolrs.,+-01":
        assert command(Press(key), True, "") is not None
        assert command(Press(key), True, "button") is not None
        for field in ("text", "box", "away"):
            assert command(Press(key), True, field) is None, (key, field)
    for key in ("Enter", " ", "ArrowRight"):
        assert command(Press(key), True, "away") is None  # they are for what has the focus
    assert command(Press("Escape"), True, "away") == review_keys.LEAVE
    assert command(Press("PageDown"), True, "box") == review_keys.NEXT
    assert command(Press("s", control=True), True, "away") == review_keys.SAVE


def test_arrow_keys_go_along_the_images_and_move_the_view_once_it_is_enlarged():
    assert command(Press("ArrowRight"), True, "") == review_keys.NEXT
    assert command(Press("ArrowUp"), True, "") == review_keys.PREVIOUS
    assert command(Press("ArrowRight"), False, "") == review_keys.VIEW
    editor = Editor()
    editor.set_size(4000, 3000)
    for key in ("1", "ArrowRight", "+", "-", "0"):
        before = editor.view
        move_view(editor, Press(key))
        assert editor.view != before, key
    assert editor.fitted
