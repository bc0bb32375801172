"""The review gate: what it asks for, what it lets through, what the certificate then says."""

from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.review import Answer
from pixelseal.model.screen import viewport
from pixelseal.model.screen.proposal import proposed
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.editor.reviewing import Reviewing
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, compared, gate_of, run, said, statements

CANVAS = Canvas(500.0, 400.0)
WINDOW = Rectangle(0, 0, 500, 400)


def _open(*names):
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    return host, workbench.queue.items, Saving(workbench, gate_of(host)), workbench


def _see(item):
    item.reviewing.look(View(1.0, 0.0, 0.0), CANVAS, WINDOW)


def _fit(item):
    """The whole of it on the screen, smaller."""
    small = Canvas(200.0, 150.0)
    item.reviewing.look(viewport.fit((400, 300), small), small, Rectangle(0, 0, 200, 150))


def _mark(item, reason="A"):
    return item.editor.add(Rectangle(10, 10, 50, 50), reason)


def _reviews(host, op):
    return [args["review"] for done, args, _blobs in host.requests if done == op]


def test_nothing_is_asked_where_all_was_seen_and_answered():
    host, (item,), saving, _workbench = _open("a.jpg")
    _mark(item)
    _see(item)
    item.reviewing.rest_is_absent()
    run(saving.image(item))
    assert host.saved and not host.asked
    (review,) = _reviews(host, "redact")
    assert review["looked"] == "screen"
    assert review["checklist"]["A"] == {"answer": "covered", "why": ""}
    assert review["checklist"]["Q"] == {"answer": "absent", "why": ""}


def test_what_was_not_seen_and_not_answered_is_stated_in_so_many_words():
    host, (item,), saving, _workbench = _open("a.jpg")
    _mark(item)
    run(saving.image(item))
    (asked,) = host.asked
    assert statements(asked) == ["looked", "absent"]
    assert "I have looked at the whole" in asked.statements[0].text
    assert "0 %" in asked.statements[0].why
    assert "Face" in asked.statements[1].why and "A · Name" not in asked.statements[1].why
    (review,) = _reviews(host, "redact")
    assert review["looked"] == "stated"
    assert all(review["checklist"][letter] is not None for letter in LETTERS)
    run(saving.certificate(item))
    assert len(host.asked) == 1  # said once


def test_going_back_saves_and_states_nothing():
    host, (item,), saving, _workbench = _open("a.jpg")
    for choice in ("no", "look", "answer"):
        host.decides = choice
        run(saving.image(item))
        run(saving.certificate(item))
        run(saving.record(item))
    assert not host.saved and not host.requests[1:]
    assert (
        item.review.looked == "no"
        and item.review.open == LETTERS
        and not item.reviewing.bare_agreed
    )
    assert host.shown == [item] * 6  # it showed the image instead, each time


def test_an_image_without_regions_is_saved_only_if_that_is_stated():
    host, (item,), saving, _workbench = _open("a.jpg")
    run(saving.image(item))
    run(saving.certificate(item))
    assert statements(host.asked[0]) == ["bare", "looked", "absent"]
    assert len(host.saved) == 2 and len(host.asked) == 1


def test_many_images_are_one_question():
    host, items, saving, _workbench = _open("a.jpg", "b.jpg", "c.jpg", "d.jpg")
    for item in items[:3]:
        _mark(item)
    _see(items[0])
    _fit(items[1])
    items[0].reviewing.rest_is_absent()
    run(saving.all())
    (asked,) = host.asked
    assert statements(asked) == ["bare", "looked", "absent"]
    assert "1 of 4" in asked.lead and "1 image" in asked.statements[1].text
    assert asked.statements[1].items == [items[1]] and asked.never == items[2:]
    reviews = _reviews(host, "redact")
    assert [review["looked"] for review in reviews] == ["screen"] + ["stated"] * 3
    assert [review["shown"] for review in reviews] == ["full", "whole", "never", "never"]
    host.asked.clear()
    run(saving.all())
    assert not host.asked


def test_only_those_that_are_ready_can_be_saved():
    host, items, saving, _workbench = _open("a.jpg", "b.jpg")
    for item in items:
        _mark(item)
    _see(items[1])
    items[1].reviewing.rest_is_absent()
    host.decides = "some"
    run(saving.all())
    assert [key for key, _label in host.asked[0].choices] == ["no", "look", "some", "yes"]
    assert [blobs for op, _args, blobs in host.requests if op == "redact"] == [["b.jpg"]]
    assert items[0].review.looked == "no" and "1 of 2" in said(saving.workbench)


def test_what_was_never_on_the_screen_is_left_out_unless_it_is_taken_in_by_name():
    host, items, saving, _workbench = _open(*[f"{number}.jpg" for number in range(200)])
    for item in items[:2]:
        _mark(item)
        _fit(item)
    host.takes_in = False
    run(saving.all())
    (asked,) = host.asked
    assert asked.never == items[2:] and statements(asked) == ["bare", "looked", "absent"]
    bare, looked, absent = asked.statements
    assert looked.items == items[:2] and bare.items == items[2:] and absent.items == items
    assert not asked.needs(bare) and asked.needs(looked) and asked.needs(absent)
    assert asked.choices[-1] == ("yes", "Save 2 images")
    assert [blobs for op, _args, blobs in host.requests if op == "redact"] == [["0.jpg"], ["1.jpg"]]
    assert all(item.review.looked == "no" and not item.reviewing.given for item in items[2:])
    assert "2 of 200" in said(saving.workbench) and "198 were left out" in said(saving.workbench)

    async def takes_one(question):
        question.taken.add(items[7].key)
        host.asked.append(question)
        assert question.needs(question.statements[0]) and question.save_label == "Save 3 images"
        return "yes"

    saving.gate._decide = takes_one
    run(saving.all())
    assert _reviews(host, "redact")[-1]["shown"] == "never"
    assert _reviews(host, "redact")[-1]["looked"] == "stated"
    assert [item.review.looked for item in items[6:9]] == ["no", "stated", "no"]


def test_nothing_is_saved_where_nothing_was_shown_and_nothing_taken_in():
    host, _items, saving, _workbench = _open("a.jpg", "b.jpg")
    host.takes_in = False
    run(saving.all())
    assert not host.saved and not host.asked[0].rows and len(host.asked) == 1


def test_one_image_that_was_never_shown_is_asked_about_as_that():
    host, (item,), saving, _workbench = _open("a.jpg")
    _mark(item)
    host.decides = "no"
    run(saving.image(item))
    _fit(item)
    run(saving.image(item))
    first, second = [asked.statements[0].why for asked in host.asked]
    assert "never shown you the whole" in first and not host.asked[0].never
    assert "shown you the whole" in second and "0 %" in second


def test_another_review_gives_a_new_certificate_for_the_same_image():
    host, (item,), saving, _workbench = _open("a.jpg")
    _mark(item)
    run(saving.image(item))
    _see(item)
    run(saving.certificate(item))
    assert [op for op, _args, _blobs in host.requests] == ["inspect", "redact", "certify"]
    assert host.requests[-1][2] == ["clean a.jpg"]
    assert host.saved[-1][1].endswith(", screen")
    item.reviewing.give("C", Answer("kept", "the year matters"))
    run(saving.record(item))
    run(saving.record(item))
    assert len(host.requests) == 4
    assert _reviews(host, "certify")[-1]["checklist"]["C"]["why"] == "the year matters"


def test_a_certificate_that_cannot_be_renewed_is_not_saved():
    host, (item,), saving, _workbench = _open("a.jpg")
    _mark(item)
    run(saving.image(item))
    _see(item)
    host.failures[("certify", "clean a.jpg")] = "engine-crashed"
    run(saving.certificate(item))
    assert len(host.saved) == 1 and item.error[0] == "engine-crashed"


def test_covered_follows_the_regions_and_goes_with_them():
    _host, (item,), _saving, _workbench = _open("a.jpg")
    reviewing, editor = item.reviewing, item.editor
    key = _mark(item, "Q")
    reviewing.rest_is_absent()
    assert reviewing.answer("Q") == Answer("covered") and reviewing.choices("Q") == (
        "covered",
        "kept",
    )
    editor.delete(key)
    assert reviewing.answer("Q") is None and item.review.open == LETTERS  # nothing else stands
    editor.undo()
    assert reviewing.answer("Q") == Answer("covered")
    editor.set_reasons(key, "A")  # it said "absent" for names before
    assert reviewing.answer("A") == Answer("covered") and reviewing.answer("Q") is None
    reviewing.give("A", Answer("kept", "the clinician's own"))
    assert reviewing.answer("A").answer == "kept"


def test_covered_and_cropped_stand_only_while_something_covers_or_crops():
    _host, (item,), _saving, _workbench = _open("a.jpg")
    reviewing, editor = item.reviewing, item.editor
    assert reviewing.choices("B") == ("absent", "kept")
    for record, answer in ((Crop(Rectangle(0, 0, 90, 90)), "cropped"),
                           (Keep(Rectangle(0, 0, 90, 90)), "covered")):  # fmt: skip
        key = editor._add(record)
        assert answer in reviewing.choices("B")
        reviewing.give("B", Answer(answer))
        assert reviewing.answer("B") == Answer(answer)
        editor.delete(key)
        assert reviewing.answer("B") is None


def test_what_is_only_proposed_answers_nothing():
    _host, (item,), _saving, _workbench = _open("a.jpg")
    item.editor._add(proposed(Region(Rectangle(10, 10, 50, 50), reasons="Q")))
    assert item.reviewing.answer("Q") is None
    assert item.reviewing.choices("Q") == ("absent", "kept")
    item.editor.confirm()
    assert item.reviewing.answer("Q") == Answer("covered")


def test_answers_are_given_to_other_images_as_they_were_given():
    _host, items, _saving, _workbench = _open("a.jpg", "b.jpg")
    _mark(items[0], "Q")
    items[0].reviewing.give("C", Answer("kept", "the year"))
    items[0].reviewing.rest_is_absent()
    items[1].reviewing.answer_like(items[0].reviewing)
    assert items[1].review.open == ("Q",)  # its own regions must say so
    assert items[1].reviewing.answer("C") == Answer("kept", "the year")
    items[1].reviewing.give("C", None)
    assert items[0].reviewing.answer("C") is not None


def test_before_the_size_is_known_nothing_was_seen():
    _host, (item,), _saving, _workbench = _open("a.jpg")
    blank = Reviewing(type(item.editor)())
    assert not blank.seen and blank.percent == 0 and blank.looked == "no"
