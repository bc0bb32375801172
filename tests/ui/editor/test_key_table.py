"""The list of keys cannot lie: what it says is handled, and what is handled it says."""

from pixelseal.model import catalogue
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.editor import keys
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.key_table import CANVAS, COMPARE, HELP, LOOK, PAGE, ROWS, TO, WITH
from pixelseal.ui.editor.pointer import Pointer

NAMED = (
    "Escape", "Delete", "Backspace", "Tab", "Home", "End", "PageUp", "PageDown",
    "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Insert", "F1", "F5", " ",
)  # fmt: skip
SINGLE = tuple([chr(code) for code in range(33, 127)])
# Rows that have no command of their own, by the key that a person presses.
LISTED = {
    "arrows": keys.ARROWS, "alt+arrows": keys.ARROWS, "space": (" ",), "Escape": ("Escape",),
    LOOK: (LOOK,), COMPARE: (COMPARE,), HELP: (HELP,),
}  # fmt: skip


def opened():
    editor = Editor()
    editor.set_size(400, 300)
    editor.add(Rectangle(20, 20, 100, 100))
    return editor, Pointer(editor)


def handled(press):
    """True if the key does something on the canvas or the page."""
    editor, pointer = opened()
    known = keys.is_look(press) or keys.is_compare(press) or keys.is_help(press)
    if known or keys.steps(editor, press) or keys.on_page(press):
        return True
    return keys.on_canvas(editor, pointer, press)


def press_of(chord):
    parts = chord.split("+") if len(chord) > 1 else [chord]
    return keys.Press(parts[-1], "ctrl" in parts, "shift" in parts, "alt" in parts)


def test_every_key_with_a_command_gives_it():
    commands = 0
    for row in ROWS:
        assert len(row.commands) in (0, len(row.keys)), row.does
        for place, command in enumerate(row.commands):
            key = row.keys[place]
            commands += 1
            press = press_of(key)
            if row.where == PAGE:
                assert keys.on_page(press) == command, key
            elif isinstance(command, str):
                assert keys.steps(opened()[0], press) == command, key
            else:
                editor, pointer = opened()
                assert keys.on_canvas(editor, pointer, press), key
    assert commands > 25


def test_every_key_that_is_handled_is_listed():
    listed = []
    for row in ROWS:
        if row.where in (CANVAS, PAGE):
            listed += row.keys
    listed += ["space"]  # with a drag
    plain = []
    for key in listed:
        plain += LISTED.get(key, (key,))
    for key in NAMED + SINGLE:
        lower = key.lower() if len(key) == 1 else key
        assert handled(keys.Press(key)) == (lower in plain), key
        # With Control a browser has its own: only what is listed is taken.
        assert handled(keys.Press(key, control=True)) == ("ctrl+" + lower in plain), key


def test_with_shift_every_letter_to_r_is_a_reason():
    for letter in "ABCDEFGHIJKLMNOPQR":
        editor, pointer = opened()
        assert keys.on_canvas(editor, pointer, keys.Press(letter, shift=True))
        assert editor.regions[0].reasons == (letter,)
        assert keys.on_canvas(editor, pointer, keys.Press(letter, shift=True, repeat=True))
        assert editor.regions[0].reasons == (letter,)  # a held key does not take it away


def test_help_opens_however_a_layout_makes_the_question_mark():
    assert keys.is_help(keys.Press("?", shift=True)) and keys.is_help(keys.Press("?"))
    assert not keys.is_help(keys.Press("?", control=True))
    assert not keys.is_help(keys.Press("?", repeat=True))


def test_a_fit_has_two_keys():
    for key in ("f", "0"):
        editor, pointer = opened()
        editor.zoom_by(4)
        assert not editor.fitted
        assert keys.on_canvas(editor, pointer, keys.Press(key)) and editor.fitted


def _written(row, language):
    """The row's keys as they are written in tooltips, each way."""
    texts, words = catalogue.table(language), []
    for cap in row.caps:
        name = "cap-" + cap
        words.append("+" if cap == WITH else texts.get(name, cap))
    return "".join(words).split(" ")


def test_every_row_has_its_words_in_each_language():
    for code, _name in catalogue.LANGUAGES:
        texts = catalogue.table(code)
        for row in ROWS:
            assert texts[row.does], row.does
            for cap in row.caps:
                single = len(cap) == 1 or cap in (WITH, TO, "ArrowLeft", "ArrowRight")
                assert single or "cap-" + cap in texts, cap


def test_the_tooltips_name_keys_of_the_list():
    found = 0
    for code, _name in catalogue.LANGUAGES:
        texts = catalogue.table(code)
        # Of "Re Pág" the last word is enough: they are written with a blank in between.
        known = []
        for row in ROWS:
            known += _written(row, code)
        for key in texts:
            text = texts[key]
            hint = key.endswith("-hint") or key in ("brush-smaller", "brush-larger")
            if hint and isinstance(text, str) and text.endswith(")") and "{" not in text:
                written = text[text.rindex("(") + 1 : -1]
                if "-" not in written or len(written) == 1:
                    found += 1
                    assert written.split(" ")[-1] in known, (key, written)
    assert found > 30


def test_each_tool_has_its_key_in_its_tooltip():
    tools = ("mark", "ellipse", "polygon", "brush", "keep", "crop", "select")
    for code, _name in catalogue.LANGUAGES:
        texts = catalogue.table(code)
        for place, tool in enumerate(tools):
            cap = ROWS[place].caps[0]
            assert texts["tool-" + tool + "-hint"].endswith("(" + cap + ")"), tool
