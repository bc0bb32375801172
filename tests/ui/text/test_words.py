"""The page speaks the language that was chosen; what the engine said in English as well."""

from pixelseal.model import messages
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.text import status_text, words


def _in_spanish(action):
    words.speak("es")
    try:
        return action()
    finally:
        words.speak("en")


def test_the_editor_answers_in_the_language_of_the_page():
    def edit():
        editor = Editor()
        editor.set_size(400, 300)
        editor.add(Rectangle(10, 20, 30, 40))
        added = editor.said
        editor.delete()
        return added, editor.said

    assert _in_spanish(edit) == (
        "Elemento añadido. Región 1: 30 por 40 píxeles en 10, 20",
        "Región 1: se ha eliminado. Ninguna región",
    )
    assert edit()[1] == "Region 1 deleted. No regions"


def test_sentences_reasons_and_states_follow():
    def said():
        return (
            words.sentence("empty-file", {}),
            words.reason("Q"),
            words.reason(None),
            words.reason_meaning("B"),
            status_text.seal("sealed", 1.0, "", "ready")[0],
        )

    spanish = _in_spanish(said)
    assert spanish[0].startswith("Este archivo está vacío") and spanish[1:3] == (
        "Q · Cara",
        "Sin motivo",
    )
    assert "membrete" in spanish[3] and spanish[4] == "Sellada"
    # What leaves the page as evidence does not change with it.
    assert _in_spanish(lambda: messages.sentence("empty-file", {})).startswith("This file")


def test_the_audit_s_sentences_are_told_in_spanish_and_unknown_ones_as_they_are():
    report = {
        "checks": [
            {"id": "burned", "passed": True, "sentence": "No area was to be covered."},
            {"id": "new", "passed": True, "sentence": "Something newer."},
        ]
    }
    spanish = _in_spanish(lambda: status_text.checks(report))
    assert spanish == ["No había ningún área que cubrir.", "Something newer."]
    assert status_text.checks(report)[0] == "No area was to be covered."


def test_places_in_a_file_are_told_in_spanish_where_they_are_more_than_a_name():
    assert _in_spanish(lambda: words.place("after the end")) == "después del final"
    assert _in_spanish(lambda: words.place("Exif")) == "Exif"
    assert words.place("after the end") == "after the end"


def test_the_page_speaks_no_language_that_it_does_not_have():
    try:
        words.speak("de")
    except ValueError:
        assert words.language() == "en" and words.say("regions", count=1) == "1 region"
        return
    raise AssertionError("it would have spoken English and called it German")
