"""A statement about an image is valid only as long as what it was about; no browser."""

from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Ellipse
from pixelseal.model.review import Answer
from pixelseal.model.screen import viewport
from pixelseal.model.screen.proposal import proposed
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import EVERY, INSPECTION, FakeHost, compared, gate_of, run, statements

BOX = Rectangle(100, 100, 60, 60)
CANVAS, WINDOW = Canvas(500.0, 400.0), Rectangle(0, 0, 500, 400)


def _open(*names):
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    return host, workbench, Saving(workbench, gate_of(host))


def _said(item):
    """All that can be said of an image."""
    item.reviewing.state_looked()
    item.reviewing.agree_bare()
    item.reviewing.give("C", Answer("kept", "the year"))
    item.reviewing.rest_is_absent()


def _stands(item):
    reviewing = item.reviewing
    found = (reviewing.stated, reviewing.bare_agreed, len(reviewing.given) == len(LETTERS))
    assert len(set(found)) == 1  # all of it or nothing
    return found[0]


def _with(*records):
    """An image with those records, of which everything was said."""
    _host, workbench, _saving = _open("a.jpg")
    item = workbench.queue.items[0]
    for record in records:
        item.editor._add(record)
    _said(item)
    assert _stands(item)
    return item


def test_whatever_uncovers_or_moves_takes_back_what_was_said_and_undo_gives_it_back():
    region, keep, crop = Region(BOX), Keep(BOX), Crop(BOX)
    moved, smaller = Rectangle(101, 100, 60, 60), Rectangle(100, 100, 60, 59)
    larger = Rectangle(99, 99, 70, 70)
    for record, change in (
        (region, lambda editor, key: editor.delete(key)),
        (region, lambda editor, key: editor.nudge(1, 0)),
        (region, lambda editor, key: editor.grow(-1, 0)),
        (region, lambda editor, key: editor.set_shape(key, moved)),
        (region, lambda editor, key: editor.set_shape(key, smaller)),
        (region, lambda editor, key: editor.set_shape(key, Ellipse(100, 100, 60, 60))),
        (region, lambda editor, key: editor.set_method(key, Mosaic(30))),
        (region, lambda editor, key: editor.set_method(key, Blur(30))),
        (region.with_method(Mosaic(30)), lambda editor, key: editor.set_method(key, Mosaic(40))),
        # What a mosaic leaves hangs on what is hidden beside it.
        (region.with_method(Mosaic(30)), lambda editor, key: editor.add(Rectangle(0, 0, 9, 9))),
        (Region(Ellipse(9, 9, 50, 50)), lambda editor, key: editor.nudge(0, 1)),
        (keep, lambda editor, key: editor.delete(key)),
        (keep, lambda editor, key: editor.set_shape(key, larger)),
        (keep, lambda editor, key: editor._add(Keep(Rectangle(0, 0, 9, 9)))),
        (crop, lambda editor, key: editor.delete(key)),
        (crop, lambda editor, key: editor.set_shape(key, larger)),
        (crop, lambda editor, key: editor._add(Crop(moved))),
        (proposed(region), lambda editor, key: editor.discard()),
    ):
        item = _with(record)
        item.editor.select(item.editor.ids()[0])
        change(item.editor, item.editor.ids()[0])
        assert not _stands(item), (record, item.editor.records)
        assert item.reviewing.lapsed == list(LETTERS)
        item.editor.undo()
        assert _stands(item) and not item.reviewing.lapsed
        item.editor.redo()
        assert not _stands(item)


def test_what_only_covers_more_takes_nothing_back():
    region, keep, crop = Region(BOX), Keep(BOX), Crop(BOX)
    smaller, larger = Rectangle(110, 100, 50, 60), Rectangle(99, 99, 70, 70)
    for record, change in (
        (region, lambda editor, key: editor.add(Rectangle(0, 0, 9, 9))),
        (region, lambda editor, key: editor.set_shape(key, larger)),
        (region, lambda editor, key: editor.set_reasons(key, "B")),
        (region, lambda editor, key: editor.set_method(key, Fill("#ffffff"))),
        (region, lambda editor, key: editor._add(crop)),
        (region.with_method(Mosaic(32)), lambda editor, key: editor.set_reasons(key, ())),
        (keep, lambda editor, key: editor.set_shape(key, smaller)),
        (keep, lambda editor, key: editor.set_colour("#ffffff")),
        (crop, lambda editor, key: editor.set_shape(key, smaller)),
        (proposed(region), lambda editor, key: editor.confirm()),
    ):
        item = _with(record)
        change(item.editor, item.editor.ids()[0])
        assert _stands(item), (record, item.editor.records)


def test_a_region_moved_after_saving_asks_again_and_the_certificate_follows():
    host, workbench, saving = _open("a.jpg")
    item = workbench.queue.items[0]
    item.editor.add(BOX, "A")
    run(saving.image(item))
    item.editor.nudge(1, 0)
    host.decides = "no"
    run(saving.image(item))
    run(saving.certificate(item))
    assert [statements(asked) for asked in host.asked] == [EVERY[1:]] * 3
    assert len(host.saved) == 1
    host.decides = "yes"
    run(saving.certificate(item))
    assert len(host.requests) == 3 and host.requests[-1][0] == "redact"


def test_an_answer_of_another_mark_can_be_given_again_in_one_go():
    item = _with(Region(BOX), Crop(Rectangle(0, 0, 300, 300)))
    item.reviewing.give("B", Answer("cropped"))
    item.editor.delete(item.editor.ids()[1])
    assert item.reviewing.lapsed == list(LETTERS)
    item.reviewing.again()
    assert item.reviewing.answer("C") == Answer("kept", "the year")
    assert item.review.open == ("B",) and not item.reviewing.lapsed  # nothing is cropped now
    assert not item.reviewing.stated


def test_a_statement_is_of_the_picture_that_was_shown_when_it_was_asked_for():
    host, workbench, saving = _open("a.jpg")
    item = workbench.queue.items[0]
    item.editor.add(BOX, "A")
    real, asked = host.decide, []

    async def decide(question):
        asked.append(statements(question))
        if len(asked) == 1:
            item.reviewing.forget()  # the engine's picture comes while the question stands
        return await real(question)

    saving.gate._decide = decide
    run(saving.image(item))
    assert asked == [EVERY[1:]] * 2 and len(host.saved) == 1


def test_a_picture_shown_anew_while_the_engine_works_is_asked_about_again():
    host, workbench, saving = _open("a.jpg")
    item = workbench.queue.items[0]
    item.editor.add(BOX, "A")

    def changed():
        if item.working == "redact":
            item.reviewing.forget()

    workbench.changed = changed
    run(saving.image(item))
    assert len(host.asked) == 2 and len(host.saved) == 1
    item.reviewing.forget()
    item.editor.add(Rectangle(0, 0, 9, 9))
    run(saving.all())
    assert len(host.asked) == 3 and len(host.saved) == 1  # it has to pass the gate again


def test_a_size_that_comes_to_be_known_better_takes_back_what_was_said():
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    item = workbench.queue.add("a.jpg", "a.jpg", "image-1")
    run(workbench.seen_by_browser(item, 800, 600))
    _said(item)
    run(workbench.seen_by_browser(item, 400, 300))
    assert not _stands(item)


def test_answers_of_a_project_stand_for_the_marks_that_they_were_given_for():
    host, before, _saving = _open("a.jpg")
    first = before.queue.items[0]
    first.editor.add(BOX)
    _said(first)
    run(before.project.save(False))
    text = host.saved[-1][1].decode()
    at = text.index('"about": "') + len('"about": "')
    for changed, stand in (
        (text, True),
        (text.replace('"width": 60', '"width": 50'), False),
        (text[:at] + "0" * 64 + text[at + 64 :], False),
        (text[: at - 1] + "null" + text[at + 65 :], False),
    ):
        host.inspections["a.jpg"] = dict(INSPECTION, browser_may_show=False)
        after = Workbench(host, lambda: None)
        run(after.open([("a.jpg", "a.jpg"), ("p.json", changed)]))
        item = after.queue.items[0]
        run(after.seen_by_browser(item, 0, 0))  # the engine draws it: a picture of its own
        assert item.preview is not None and not item.reviewing.stated
        assert (len(item.review.open) == 0) == stand
        assert len(item.reviewing.lapsed) == (0 if stand else len(LETTERS))
        item.reviewing.again()
        assert item.reviewing.answer("C") == Answer("kept", "the year")
        item.editor.delete(item.editor.ids()[0])
        assert not item.reviewing.given


def test_a_project_of_version_1_is_opened_and_its_answers_wait():
    host, before, _saving = _open("a.jpg")
    first = before.queue.items[0]
    first.editor.add(BOX)
    _said(first)
    run(before.project.save(False))
    text = host.saved[-1][1].decode().replace("project/2", "project/1")
    text = (
        text.replace("review/3", "review/1")
        .replace('"given": "singly", ', "")
        .replace('"shown": null, ', "")
    )
    text = text.replace(', "shown": null', "")
    at = text.index('"about": "')
    cut = text[: at - 2] + text[at + len('"about": "') + 65 :] if text[at - 2] == "," else None
    assert cut is not None, text
    after = Workbench(host, lambda: None)
    run(after.open([("a.jpg", "a.jpg"), ("p.json", cut)]))
    item = after.queue.items[0]
    assert not after.messages.refusals and item.editor.regions == first.editor.regions
    assert item.reviewing.lapsed == list(LETTERS)


def test_shown_whole_is_told_from_full_size_and_from_never():
    _host, workbench, _saving = _open("a.jpg", "b.jpg")
    first, second = workbench.queue.items
    assert first.reviewing.shown == "never" and first.review.shown == "never"
    small = Canvas(200.0, 150.0)
    assert first.reviewing.look(viewport.fit((400, 300), small), small, Rectangle(0, 0, 200, 150))
    assert first.reviewing.shown == "whole" and first.review.looked == "no"
    assert first.reviewing.percent == 0
    first.reviewing.look(View(1.0, 0.0, 0.0), CANVAS, WINDOW)
    assert first.reviewing.shown == "full" and first.review.looked == "screen"
    # Drawn smaller by the engine, it fills the screen and is not sharp.
    second.reviewing.look(View(1.0, 0.0, 0.0), CANVAS, WINDOW, sharp=False)
    assert second.reviewing.shown == "whole"
    second.editor.add(BOX)
    second.reviewing.look(View(1.0, 0.0, 0.0), CANVAS, WINDOW, sharp=False)
    assert second.reviewing.shown == "whole"
    second.reviewing.forget()
    assert second.reviewing.shown == "never"


def test_what_is_seen_of_a_finished_picture_counts_with_what_is_burned_in_it():
    _host, workbench, _saving = _open("a.jpg")
    item = workbench.queue.items[0]
    item.editor._add(proposed(Keep(BOX)))
    item.reviewing.look(View(1.0, 0.0, 0.0), CANVAS, WINDOW, True, True)
    # Outside of the area to keep there was only its colour.
    assert item.reviewing.finished_shown and not item.reviewing.seen
    item.editor.confirm()
    assert item.reviewing.seen
    item.editor.undo()
    assert not item.reviewing.seen


def test_a_statement_stands_by_its_digest_and_where_only_more_is_hidden_without_it():
    item = _with(Region(BOX))
    before = item.reviewing.digest
    item.editor.add(Rectangle(0, 0, 20, 20))
    assert item.reviewing.digest != before and _stands(item)
    item.editor.undo()
    assert item.reviewing.digest == before and _stands(item)
    item.reviewing.forget()
    assert item.reviewing.digest != before and not _stands(item)


def test_the_least_thorough_way_of_stating_is_told():
    item = _with(Region(BOX))
    assert item.review.given == "singly"
    item.reviewing.give("B", Answer("absent"), None, "together")
    assert item.review.given == "together"
    item.reviewing.give("D", Answer("absent"), None, "several")
    assert item.review.given == "several"
    item.editor.delete(item.editor.ids()[0])
    assert item.review.given is None  # nothing that was stated stands
