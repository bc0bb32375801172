"""The line in which a project says what was settled: read with any layout, refused if damaged."""

from pixelseal.model.project import project_text
from pixelseal.model.project.assessment import Assessment
from pixelseal.model.project.preparation import Preparation
from pixelseal.model.project.project import Entry, ProjectError
from pixelseal.model.recipe.recipe import Recipe

SETTLED = Preparation(
    "A registry of moles", "safe-harbor", "Skin", (("preparer", "J. Doe"), ("expert", "Añil Ñu")),
    "Share 4", "Share 5", ("Drawn Hospital", "2026-11", "ab" * 32),
)  # fmt: skip
ENTRY = Entry(
    "12" * 32, 1, None, "p-1", Recipe([], (9, 9)), assessed=Assessment(("A",), "Cover it")
)


def test_it_stands_in_the_first_line_and_every_layout_is_read():
    text = project_text.to_json([ENTRY, ENTRY], SETTLED)
    assert len(text.split("\n")) == 5 and project_text.is_laid_out(text)
    for laid_out in (text, "\ufeff" + text, " " + text, text.replace(", ", ",\n")):
        reading = project_text.read(laid_out)
        assert list(reading) == [ENTRY, ENTRY] and reading.settled == SETTLED


def test_a_damaged_first_line_is_refused_before_any_entry_is_read():
    text = project_text.to_json([ENTRY], SETTLED)
    for found, instead in (
        ('"safe-harbor"', '"none"'), ('"private": true', '"private": false'), ("ab" * 32, "xy"),
        ("Share 4", "Share 4.jpg"), ('"backups"', '"backup"'), ('"purpose": ', ""),
    ):  # fmt: skip
        assert found in text
        try:
            list(project_text.read(text.replace(found, instead, 1)))
            raise AssertionError(found)
        except ProjectError as error:
            assert error.code in ("project-unreadable", "project-not-json")


def test_the_answers_of_an_entry_do_not_depend_on_what_was_assessed():
    bare = Entry(*ENTRY.key()[:-1])
    assert bare.digest() == ENTRY.digest() and ENTRY.answered().assessed == ENTRY.assessed
    assert ENTRY.without_name().assessed == ENTRY.assessed and bare != ENTRY
