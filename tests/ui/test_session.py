"""Opening, looking into, making and saving, with a host that has no browser."""

from app.model.geometry import Rectangle
from app.model.recipe import Recipe
from app.model.region import Region
from app.ui.saving import Saving
from app.ui.session import Session
from tests.ui.fake_host import INSPECTION, FakeHost, run


def _session(*names):
    host = FakeHost()
    session = Session(host, lambda: None)
    run(session.open([(name, name) for name in names]))
    return host, session, Saving(session)


def _recipe(**changes):
    return Recipe([Region(Rectangle(10, 20, 30, 40), reason="A")], **changes).to_json()


def _ops(host):
    return [request[0] for request in host.requests]


def test_nothing_is_opened_before_the_seal_and_it_says_why():
    host = FakeHost()
    host.sealed = False
    session = Session(host, lambda: None)
    run(session.open([("a.jpg", "a")]))
    assert not session.queue.items and not host.requests
    assert session.refusals[0][1] == "not-sealed"


def test_each_image_is_looked_into_and_the_first_new_one_is_shown():
    host, session, _saving = _session("a.jpg", "b.jpg")
    assert [item.state for item in session.queue.items] == ["ready", "ready"]
    assert session.queue.current.name == "a.jpg"
    run(session.open([("c.jpg", "c.jpg")]))
    assert session.queue.current.name == "c.jpg" and session.queue.position == 3
    assert _ops(host) == ["inspect"] * 3


def test_a_bad_file_is_refused_and_the_others_go_on():
    host = FakeHost()
    host.failures[("inspect", "bad")] = "file-truncated"
    session = Session(host, lambda: None)
    run(session.open([("bad.jpg", "bad"), ("good.jpg", "good")]))
    bad, good = session.queue.items
    assert (bad.state, bad.error[0]) == ("refused", "file-truncated")
    assert good.state == "ready"
    assert run(session.make(bad)) is None


def test_a_crash_of_the_engine_loses_no_mark_and_can_be_tried_again():
    host, session, _saving = _session("a.jpg")
    item = session.queue.current
    item.editor.add(Rectangle(1, 1, 5, 5))
    host.failures[("redact", "a.jpg")] = "engine-crashed"
    assert run(session.make(item)) is None
    assert item.state == "problem" and len(item.editor.regions) == 1
    host.failures.clear()
    assert run(session.make(item)) is not None
    assert item.state == "made" and item.error is None


def test_a_crash_while_looking_into_a_file_does_not_refuse_it():
    host = FakeHost()
    host.failures[("inspect", "a")] = "engine-crashed"
    session = Session(host, lambda: None)
    run(session.open([("a.jpg", "a")]))
    assert session.queue.current.state == "problem"
    host.failures.clear()
    run(session.retry(session.queue.current))
    assert session.queue.current.state == "ready"


def test_a_result_is_used_again_until_something_changes():
    host, session, saving = _session("a.jpg")
    item = session.queue.current
    key = item.editor.add(Rectangle(1, 1, 5, 5))
    run(saving.image(item))
    run(saving.certificate(item))
    run(saving.record(item))
    assert _ops(host).count("redact") == 1
    assert item.state == "saved" and not session.queue.unsaved
    item.editor.set_reason(key, "Q")
    assert item.state == "ready" and session.queue.unsaved
    item.editor.undo()
    assert item.state == "saved"
    item.set_alternate_id("P-1")
    run(saving.certificate(item))
    assert _ops(host).count("redact") == 2


def test_names_of_what_is_saved_are_neutral():
    host, session, saving = _session("Jane Doe 1970.jpg")
    item = session.queue.current
    item.editor.add(Rectangle(1, 1, 5, 5))
    run(saving.image(item))
    run(saving.certificate(item))
    run(saving.record(item))
    saving.recipe(item)
    run(saving.all())
    names = [name for name, _content in host.saved]
    assert names[:4] == [
        "image-00000001.jpg",
        "image-00000001.certificate.txt",
        "image-00000001.private-record.json",
        "image-00000001.recipe.json",
    ]
    assert not any("Jane" in name or "1970" in name for name in names)
    assert "Jane" not in str(host.saved[3][1])


def test_only_the_private_record_is_told_the_sources_name():
    host, session, saving = _session("Jane.jpg")
    session.queue.current.editor.add(Rectangle(1, 1, 5, 5))
    run(saving.all())
    args = {request[0]: request[1] for request in host.requests}
    assert args["redact"]["source_name"] == "Jane.jpg"
    assert "Jane" not in args["redact"]["label"] and "Jane" not in str(args["collect"])


def test_saving_without_regions_is_asked_for_in_so_many_words():
    host, session, saving = _session("a.jpg")
    item = session.queue.current
    host.agrees = False
    run(saving.image(item))
    assert not host.saved and "Nothing is marked" in host.asked[0]
    host.agrees = True
    run(saving.image(item))
    run(saving.certificate(item))
    assert len(host.saved) == 2 and len(host.asked) == 2


def test_save_all_hands_over_what_passed_and_leaves_the_reason_for_the_rest():
    host, session, saving = _session("a.jpg", "b.jpg", "c.jpg")
    for item in session.queue.items:
        item.editor.add(Rectangle(1, 1, 5, 5))
    host.failures[("redact", "b.jpg")] = "audit-failed"
    run(saving.all())
    op, args, blobs = host.requests[-1]
    assert op == "collect"
    assert args["names"] == [
        "images/image-00000001.jpg",
        "certificates/image-00000001.certificate.txt",
        "images/image-00000003.jpg",
        "certificates/image-00000003.certificate.txt",
    ]
    assert blobs[2:] == ["clean c.jpg", "certificate of image-00000003"]
    assert [item.state for item in session.queue.items] == ["saved", "problem", "saved"]
    assert "2 of 3" in saving.said


def test_equal_alternate_ids_do_not_overwrite_each_other():
    host, session, saving = _session("a.jpg", "b.jpg")
    for item in session.queue.items:
        item.editor.add(Rectangle(1, 1, 5, 5))
        item.set_alternate_id("P-7")
    run(saving.all())
    names = host.requests[-1][1]["names"]
    assert len(set(names)) == 4 and "images/P-7-2.jpg" in names


def test_a_recipe_is_applied_to_each_image_that_came_with_it():
    host = FakeHost()
    session = Session(host, lambda: None)
    files = [("a.jpg", "a"), ("Recipe.JSON", _recipe()), ("b.jpg", "b")]
    run(session.open(files))
    for item in session.queue.items:
        assert [r.shape for r in item.editor.regions.values()] == [Rectangle(10, 20, 30, 40)]
    assert len(session.queue.items) == 2


def test_a_recipe_alone_is_for_the_image_on_the_screen():
    _host, session, _saving = _session("a.jpg", "b.jpg")
    session.queue.step(1)
    run(session.open([("r.json", _recipe(alternate_id="S-1"))]))
    first, second = session.queue.items
    assert not first.editor.regions and len(second.editor.regions) == 1
    assert second.label == "S-1"
    second.editor.undo()
    assert not second.editor.regions


def test_a_recipe_for_another_size_says_so_and_marks_nothing():
    _host, session, _saving = _session()
    run(session.open([("a.jpg", "a"), ("r.json", _recipe(image=(40, 30)))]))
    item = session.queue.current
    assert item.error[0] == "recipe-size-mismatch" and not item.editor.regions


def test_a_broken_recipe_is_refused_by_name_and_the_images_open():
    _host, session, _saving = _session()
    run(session.open([("a.jpg", "a"), ("r.json", "{")]))
    assert session.refusals == [("r.json", "recipe-not-json", {})]
    assert session.queue.current.state == "ready"


def test_the_engine_draws_what_the_browser_cannot_show():
    host = FakeHost()
    host.inspections["a"] = dict(INSPECTION, browser_shows_it_right=False)
    session = Session(host, lambda: None)
    run(session.open([("a.tif", "a")]))
    item = session.queue.current
    assert item.preview is None
    run(session.seen_by_browser(item, 0, 0))
    assert item.preview == "png of a"


def test_a_picture_that_lies_differently_than_it_was_marked_must_be_looked_at():
    host = FakeHost()
    session = Session(host, lambda: None)
    item = session.queue.add("a.webp", "a", "image-1")
    run(session.seen_by_browser(item, 300, 400))
    item.editor.add(Rectangle(10, 10, 50, 50))
    run(session.look())
    run(session.draw_preview(item))
    assert item.preview is not None and item.editor.size == (400, 300)
    host.agrees = False
    run(Saving(session).image(item))
    assert not host.saved and "shown differently" in host.asked[0]


def test_nothing_is_made_before_the_engine_has_looked():
    host = FakeHost()
    session = Session(host, lambda: None)
    item = session.queue.add("a.jpg", "a", "image-1")
    run(session.seen_by_browser(item, 400, 300))
    item.editor.add(Rectangle(10, 10, 50, 50))
    assert run(session.make(item)) is None and not host.requests


def test_closing_an_image_shows_its_neighbour():
    _host, session, _saving = _session("a.jpg", "b.jpg", "c.jpg")
    queue = session.queue
    assert queue.step(1) and not queue.step(5)
    queue.remove(queue.current)
    assert queue.current.name == "c.jpg"
    queue.remove(queue.current)
    assert queue.current.name == "a.jpg" and not queue.step(-1)
    queue.remove(queue.current)
    assert queue.current is None and queue.position == 0


def test_alternate_ids_are_checked():
    _host, session, _saving = _session("a.jpg")
    item = session.queue.current
    for bad in ("../x", "a b", ".x", "x" * 65, "é"):
        assert not item.set_alternate_id(bad)
    assert item.set_alternate_id("P-001") and item.label == "P-001"
    assert item.set_alternate_id("") and item.label == "image-00000001"


def test_save_all_leaves_out_images_whose_recipe_failed():
    host = FakeHost()
    host.inspections["b"] = dict(INSPECTION, width=40)
    session = Session(host, lambda: None)
    run(session.open([("a.jpg", "a"), ("b.jpg", "b"), ("r.json", _recipe(image=(400, 300)))]))
    saving = Saving(session)
    run(saving.all())
    assert host.requests[-1][1]["names"][0] == "images/image-00000001.jpg"
    assert len(host.requests[-1][1]["names"]) == 2 and not host.asked
    assert "1 of 2" in saving.said
    assert session.queue.items[1].error[0] == "recipe-size-mismatch"


def test_cancelling_save_all_stops_the_rest_and_keeps_the_marks():
    host, session, saving = _session("a.jpg", "b.jpg", "c.jpg")
    for item in session.queue.items:
        item.editor.add(Rectangle(1, 1, 5, 5))
    host.failures[("redact", "b.jpg")] = "cancelled"

    def changed():
        if session.queue.items[1].error is not None:
            saving.cancel()

    session.changed = changed
    run(saving.all())
    assert _ops(host) == ["inspect"] * 3 + ["redact"] * 2 and not host.saved
    assert all(item.editor.regions for item in session.queue.items)
