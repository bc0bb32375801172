"""What a second person sent back comes up on the images that are open, or once they are."""

from pixelseal.model.process.validated_set import Pair, of_set
from pixelseal.model.process.validation import ACCEPTED, SENT_BACK, Entry, Mark, Validation
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, compared, run

AT = "2026-11-29T21:40:00Z"


def _opened(*names):
    host = FakeHost()
    bench = Workbench(host, lambda: None)
    run(bench.open([(name, name) for name in names]))
    compared(bench)
    return host, bench


def _validation(*rows):
    entries = [Entry(name, sha, "c" * 64, SENT_BACK if note else ACCEPTED, note, mark)
               for name, sha, note, mark in rows]  # fmt: skip
    of = of_set([Pair(entry.image, entry.sha256, entry.certificate) for entry in entries])
    ordered = tuple(sorted(entries, key=lambda entry: entry.image))
    return Validation("B. Person", "Officer", AT, False, of, ordered).to_json()


def test_it_is_found_by_the_hash_of_what_was_made_and_its_place_follows_the_crop():
    _host, bench = _opened("one", "two")
    item = bench.queue.items[1]
    run(bench.make(item))
    item.result.left = (10, 20, 200, 200)
    text = _validation(("other.jpg", item.result.sha256, "The label", Mark(1, 5, 6, 7, 8)))
    run(bench.validated(text))
    assert bench.queue.current is item
    assert (item.returned.who, item.returned.text) == ("B. Person", "The label")
    assert item.editor.noted.mark == Rectangle(15, 26, 7, 8)
    assert bench.queue.items[0].returned is None
    assert "1 sent back" in bench.messages.told


def test_it_is_found_by_its_neutral_name_once_the_image_is_open():
    _host, bench = _opened()
    text = _validation(("image-00000001.jpg", "a" * 64, "Too dark", None))
    run(bench.open([("validation.json", text)]))
    assert "not open here: image-00000001.jpg" in bench.messages.told
    run(bench.open([("one", "one")]))
    (item,) = bench.queue.items
    assert item.label == "image-00000001" and item.returned.text == "Too dark"


def test_notes_stay_until_they_are_dismissed_and_lead_from_one_to_the_next():
    _host, bench = _opened("one", "two", "three")
    names = [item.label + ".jpg" for item in bench.queue.items]
    rows = [(names[0], "a" * 64, "First", None), (names[1], "b" * 64, None, None),
            (names[2], "d" * 64, "Third", None)]  # fmt: skip
    run(bench.validated(_validation(*rows)))
    first, second, third = bench.queue.items
    assert bench.queue.current is first and second.returned is None
    assert bench.returned.following(first) is third and bench.returned.following(third) is first
    bench.returned.dismiss(first)
    assert first.returned is None and first.editor.noted is None
    assert bench.returned.following(third) is None and bench.returned.following(first) is third


def test_a_touched_validation_changes_nothing_and_is_refused_by_its_name():
    _host, bench = _opened("one")
    name = bench.queue.items[0].label + ".jpg"
    text = _validation((name, "a" * 64, "Too dark", None))
    run(bench.open([("v.json", text.replace("Too dark", "Too light"))]))
    assert bench.messages.refusals == [("v.json", "validation-changed", {})]
    assert bench.queue.items[0].returned is None
    run(bench.open([("v.json", text), ("w.json", text)]))
    assert bench.messages.refusals == [("w.json", "validation-several", {})]
    assert bench.queue.items[0].returned is not None
