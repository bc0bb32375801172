"""The review gate: what it asks for, what it lets through, what the certificate then says."""

from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.review import Answer
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.editor.reviewing import Reviewing
from pixelseal.ui.saving.asked import Asked
from pixelseal.ui.saving.missing import Missing

from tests.ui.fake_host import (
    EVERY,
    on_screen,
    run,
    statements,
)
from tests.ui.saving.reviewed import mark, opened, reviews, see
from tests.ui.saving.saved import stored_files


def test_nothing_is_asked_where_all_was_seen_and_answered():
    host, (item,), saving, _workbench = opened("a.jpg")
    mark(item)
    see(item)
    item.reviewing.rest_is_absent()
    run(saving.image(item))
    assert host.saved and not host.asked
    (review,) = reviews(host, "redact")
    assert review["looked"] == "screen"
    assert review["checklist"]["A"] == {"answer": "absent", "why": ""}  # nothing else of it
    assert review["checklist"]["Q"] == {"answer": "absent", "why": ""}


def test_what_was_not_seen_and_not_answered_is_stated_in_so_many_words():
    host, (item,), saving, _workbench = opened("a.jpg")
    mark(item)
    run(saving.image(item))
    (asked,) = host.asked
    assert statements(asked) == ["looked", "face", "writing", "unique"]
    assert "I looked at the whole" in asked.statements[0].text
    assert "No face, or part of one" in asked.statements[1].text
    (review,) = reviews(host, "redact")
    assert review["looked"] == "stated" and review["given"] == "singly"
    assert all(review["checklist"][letter] is not None for letter in LETTERS)
    run(saving.certificate(item))
    assert len(host.asked) == 1  # said once


def test_each_question_answers_for_its_own_identifiers_alone():
    _host, (item,), _saving, _workbench = opened("a.jpg")
    mark(item, "Q")
    see(item)
    item.reviewing.give("Q", Answer("absent"))
    assert Missing(item).needs == ("writing", "unique")
    for letter in "ABCDEFGHIJKLMNO":
        item.reviewing.give(letter, Answer("absent"))
    assert Missing(item).needs == ("unique",)
    for letter in "PR":
        item.reviewing.give(letter, Answer("absent"))
    assert not Missing(item).anything


def test_going_back_saves_and_states_nothing():
    host, (item,), saving, _workbench = opened("a.jpg")
    host.decides = "no"
    run(saving.image(item))
    run(saving.certificate(item))
    run(saving.record(item))
    assert not host.saved and not host.requests[1:]
    assert (
        item.review.looked == "no"
        and item.review.open == LETTERS
        and not item.reviewing.bare_agreed
    )


def test_an_image_without_regions_is_saved_only_if_that_is_stated():
    host, (item,), saving, _workbench = opened("a.jpg")
    run(saving.image(item))
    run(saving.certificate(item))
    assert statements(host.asked[0]) == EVERY
    assert len(host.saved) == 2 and len(host.asked) == 1


# One press


def _made(workbench, item):
    run(workbench.make(item, ahead=True))
    return Asked([Missing(item)], True)


def test_one_press_states_what_its_words_say_once_the_finished_image_was_on_the_screen():
    _host, (item,), _saving, workbench = opened("a.jpg")
    mark(item)
    asked = _made(workbench, item)
    assert asked.save_label == "Save – I looked, and see nothing else of this"
    assert not asked.can_save
    on_screen(item, finished=False)  # the editor's picture is not what will be saved
    assert not asked.can_save and not any(map(asked.let_through, asked.items))
    on_screen(item)
    asked.refresh(item)
    assert asked.can_save and asked.let_through(item)
    assert (item.review.looked, item.review.shown, item.review.given) == (
        "stated", "whole", "together"
    )  # fmt: skip
    assert not item.review.open


def test_what_is_ticked_one_by_one_is_told_from_what_one_press_states():
    _host, items, _saving, workbench = opened("a.jpg", "b.jpg")
    for item, ticks in ((items[0], EVERY), (items[1], EVERY[:2])):
        mark(item)
        asked = _made(workbench, item)
        on_screen(item)
        asked.ticked.update(ticks)
        assert asked.let_through(item)
    assert [item.review.given for item in items] == ["singly", "together"]


def test_the_button_says_what_is_still_to_be_stated():
    _host, (item,), _saving, workbench = opened("a.jpg")
    asked = _made(workbench, item)
    assert asked.save_label == "Save without marks – I looked, and see none of these"
    asked.ticked.update(EVERY[1:])
    assert asked.save_label == "Save without marks" and not asked.can_save
    asked.ticked.add("bare")
    assert asked.save_label == "Save" and asked.can_save  # said box by box, shown or not
    mark(item)
    asked.refresh(item)
    assert not asked.ticked  # what was ticked was not about this
    see(item)
    item.reviewing.rest_is_absent()
    asked.refresh(item)
    assert asked.complete and asked.save_label == "Save"


def test_save_with_certificate_says_the_same_as_save():
    _host, (item,), _saving, workbench = opened("a.jpg")
    asked = _made(workbench, item)
    assert asked.states == "Without marks – I looked, and see none of these"
    asked.ticked.update(EVERY)
    assert asked.states == ""  # all was said box by box
    mark(item)
    asked.refresh(item)
    assert asked.states == "I looked, and see nothing else of this"
    asked.ticked.add("looked")
    assert asked.states == "I see nothing else of this"


def test_after_some_ticks_the_press_says_that_it_adds_the_others():
    _host, (item,), _saving, workbench = opened("a.jpg")
    mark(item)
    asked = _made(workbench, item)
    asked.ticked.add("face")
    says = "I looked, and see nothing else of what is not ticked"
    assert asked.states == says and asked.save_label == "Save – " + says
    asked.ticked.add("looked")
    assert asked.states == "I see nothing else of what is not ticked"


def test_a_change_while_the_review_stands_is_not_what_was_stated():
    host, (item,), saving, _workbench = opened("a.jpg")
    key = mark(item)
    real = host.decide

    async def decide(asked):
        if not host.asked:
            item.editor.delete(key)
        else:
            host.decides = "no"
        return await real(asked)

    saving.gate._decide = decide
    run(saving.image(item))
    assert not host.saved and statements(host.asked[1]) == EVERY


def test_the_certificate_comes_along_where_that_is_asked_for():
    host, (item,), saving, _workbench = opened("a.jpg")
    mark(item)
    host.decides = "both"
    run(saving.image(item))
    assert host.asked[0].for_image
    ((name, archive),) = host.saved
    assert name.endswith(".zip")
    assert [name.split("/")[0] for name, _data in stored_files(archive)][:2] == [
        "images", "certificates"
    ]  # fmt: skip
    host.decides = "yes"
    item.editor.undo()
    run(saving.certificate(item))
    assert not host.asked[1].for_image


def test_another_review_gives_a_new_certificate_for_the_same_image():
    host, (item,), saving, _workbench = opened("a.jpg")
    mark(item)
    run(saving.image(item))
    see(item)
    run(saving.certificate(item))
    assert [op for op, _args, _blobs in host.requests] == ["inspect", "redact", "certify"]
    assert host.requests[-1][2] == ["clean a.jpg"]
    assert host.saved[-1][1].endswith(", screen")
    item.reviewing.give("C", Answer("kept", "the year matters"))
    run(saving.record(item))
    run(saving.record(item))
    assert len(host.requests) == 4
    assert reviews(host, "certify")[-1]["checklist"]["C"]["why"] == "the year matters"


def test_a_certificate_that_cannot_be_renewed_is_not_saved():
    host, (item,), saving, _workbench = opened("a.jpg")
    mark(item)
    run(saving.image(item))
    see(item)
    host.failures[("certify", "clean a.jpg")] = "engine-crashed"
    run(saving.certificate(item))
    assert len(host.saved) == 1 and item.error[0] == "engine-crashed"


def test_a_face_that_is_covered_does_not_answer_for_one_that_is_not():
    _host, (item,), _saving, _workbench = opened("a.jpg")
    mark(item, "Q")
    see(item)
    assert item.review.open == LETTERS
    asked = Asked([Missing(item)])
    assert statements(asked) == ["face", "writing", "unique"] and not asked.ticked
    assert not any(map(asked.let_through, asked.items))
    face, writing, _unique = [statement.text for statement in asked.statements]
    assert face == "Besides what is covered, no face or part of one can be seen"
    assert writing.startswith("No writing, number or code")  # none is covered


def test_each_reason_has_its_question_ask_for_what_is_beside_the_cover():
    _host, (item,), _saving, _workbench = opened("a.jpg")
    for reasons, about in (("", ()), ("Q", ("face",)), ("AH", ("writing",)),
                           ("R", ("unique",)), ("CPQ", ("face", "writing", "unique")),
                           ("other", ())):  # fmt: skip
        key = item.editor.add(Rectangle(10, 10, 50, 50), reasons)
        texts = Asked([Missing(item)]).statements[1:]
        assert [one.key for one in texts] == ["face", "writing", "unique"]
        besides = [one.key for one in texts if one.text.startswith("Besides what is covered, no")]
        assert tuple(besides) == about, reasons
        item.editor.delete(key)


def test_no_region_and_no_reason_states_anything_of_the_picture():
    _host, (item,), _saving, workbench = opened("a.jpg")
    mark(item, "AHQR")
    see(item)
    assert item.review.open == LETTERS and item.review.given is None
    asked = _made(workbench, item)
    on_screen(item)
    asked.refresh(item)
    assert asked.save_label == "Save – I see nothing else of this"
    assert asked.let_through(item)
    assert [given.answer for given in item.review.answers] == ["absent"] * len(LETTERS)


def test_what_is_answered_of_the_picture_stands_whatever_reason_a_cover_has():
    _host, (item,), _saving, _workbench = opened("a.jpg")
    reviewing, editor = item.reviewing, item.editor
    key = mark(item, "Q")
    assert reviewing.choices == ("absent", "covered", "kept")
    reviewing.give("Q", Answer("covered"))
    reviewing.rest_is_absent()
    assert reviewing.answer("Q") == Answer("covered")
    editor.delete(key)
    assert item.review.open == LETTERS and reviewing.choices == ("absent", "kept")
    editor.undo()
    editor.set_reasons(key, "A")
    assert reviewing.answer("A") == Answer("absent") and not item.review.open
    reviewing.give("A", Answer("kept", "the clinician's own"))
    assert reviewing.answer("A").answer == "kept"


def test_covered_and_cropped_stand_only_while_something_covers_or_crops():
    _host, (item,), _saving, _workbench = opened("a.jpg")
    reviewing, editor = item.reviewing, item.editor
    assert reviewing.choices == ("absent", "kept")
    for record, answer in ((Crop(Rectangle(0, 0, 90, 90)), "cropped"),
                           (Keep(Rectangle(0, 0, 90, 90)), "covered")):  # fmt: skip
        key = editor._add(record)
        assert answer in reviewing.choices
        reviewing.give("B", Answer(answer))
        assert reviewing.answer("B") == Answer(answer)
        editor.delete(key)
        assert reviewing.answer("B") is None


def test_what_is_only_proposed_answers_nothing():
    _host, (item,), _saving, _workbench = opened("a.jpg")
    item.editor._add(proposed(Region(Rectangle(10, 10, 50, 50), reasons="Q")))
    assert item.reviewing.answer("Q") is None
    assert item.reviewing.choices == ("absent", "kept")
    item.editor.confirm()
    assert item.reviewing.answer("Q") is None
    assert item.reviewing.choices == ("absent", "covered", "kept")


def test_answers_are_given_to_other_images_as_they_were_given():
    _host, items, _saving, _workbench = opened("a.jpg", "b.jpg")
    mark(items[0], "Q")
    items[0].reviewing.give("C", Answer("kept", "the year"))
    items[0].reviewing.give("Q", Answer("covered"))
    items[0].reviewing.rest_is_absent()
    items[1].reviewing.answer_like(items[0].reviewing.given)
    assert items[1].review.open == ("Q",)  # nothing is covered on that one
    assert items[1].reviewing.answer("C") == Answer("kept", "the year")
    items[1].reviewing.give("C", None)
    assert items[0].reviewing.answer("C") is not None


def test_before_the_size_is_known_nothing_was_seen():
    _host, (item,), _saving, _workbench = opened("a.jpg")
    blank = Reviewing(type(item.editor)())
    assert not blank.seen and blank.percent == 0 and blank.looked == "no"
