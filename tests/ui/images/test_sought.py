"""What became of each proposal is told from what stands on the image, whatever was undone."""

from pixelseal.model.finding import Finding as Stated
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.screen.proposal import found_as
from pixelseal.ui.editor.document import TURN_RIGHT
from pixelseal.ui.images.finding import Finding
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, compared, run

LOOKED = (("CenterFace", "0123456789ab"),)
FACE = ("face", (200, 40, 260, 120), "Q")
NAME = ("writing", (30, 20, 150, 50), "A")
DATE = ("writing", (30, 60, 150, 90), "CD")


def opened(*found):
    """A workbench with an image of 400 × 300, what is found on it, and a search of it."""
    host = FakeHost()
    host.finders = "there"
    host.found = {"a.jpg": list(found)}
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a.jpg", "a.jpg")]))
    compared(workbench)
    (item,) = workbench.queue.items
    workbench.queue.current = item
    finding = Finding(host, workbench.queue, lambda _item: None)
    return workbench, item, lambda: run(finding.here(item))


def counts(item):
    return {row[0]: row[1:] for row in item.finding.counts}


def test_nothing_is_stated_of_an_image_that_no_program_looked_at():
    _workbench, item, search = opened()
    assert item.finding is None
    search()
    assert item.finding == Stated(LOOKED), "it is stated although nothing was found"


def test_what_is_taken_thrown_away_and_undone_is_counted_as_it_stands():
    _workbench, item, search = opened(FACE, NAME, DATE)
    search()
    editor = item.editor
    name, face, date = editor.ids()
    editor.confirm_one(name)
    editor.delete(face)
    editor.confirm_one(date)
    assert counts(item) == {"face": (1, 0, 1), "writing": (2, 2, 0)}
    editor.delete(date)
    assert counts(item) == {"face": (1, 0, 1), "writing": (2, 1, 1)}
    for _step in range(4):
        editor.undo()
    # What waits counts as it will be saved: once it is confirmed.
    assert counts(item) == {"face": (1, 1, 0), "writing": (2, 2, 0)}
    editor.undo()
    assert not editor.records and counts(item) == {"face": (1, 0, 1), "writing": (2, 0, 2)}
    for _step in range(4):
        editor.redo()
    assert counts(item) == {"face": (1, 0, 1), "writing": (2, 2, 0)}
    editor.redo()
    assert counts(item) == {"face": (1, 0, 1), "writing": (2, 1, 1)}


def test_what_a_person_draws_over_a_proposal_is_theirs():
    _workbench, item, search = opened(FACE)
    search()
    item.editor.add(Rectangle(200, 40, 60, 80))
    (proposal, _drawn) = item.editor.ids()
    item.editor.delete(proposal)
    assert counts(item) == {"face": (1, 0, 1)} and len(item.editor.regions) == 1


def test_one_that_is_moved_before_it_is_taken_is_taken():
    _workbench, item, search = opened(FACE)
    search()
    (key,) = item.editor.ids()
    item.editor.set_shape(key, Rectangle(10, 10, 60, 80))
    item.editor.confirm()
    assert counts(item) == {"face": (1, 1, 0)}


def test_another_search_counts_each_place_once():
    _workbench, item, search = opened(FACE, NAME)
    search()
    search()
    assert counts(item) == {"face": (1, 1, 0), "writing": (1, 1, 0)}
    item.editor.discard()
    item.editor.turn(TURN_RIGHT)
    # The same face as it lies now, by a few pixels another box; the name is not found again.
    host = _workbench.host
    host.found["a.jpg"] = [("face", (181, 199, 261, 258), "Q")]
    search()
    assert counts(item) == {"face": (1, 1, 0), "writing": (1, 0, 1)}
    item.editor.undo()
    assert counts(item) == {"face": (1, 0, 1), "writing": (1, 0, 1)}


def test_two_places_of_one_search_are_two():
    _workbench, item, search = opened(DATE, ("writing", (30, 62, 150, 92), "A"))
    search()
    item.editor.delete(item.editor.ids()[0])
    assert counts(item) == {"writing": (2, 1, 1)}


def test_what_was_copied_or_marked_before_is_no_proposal_of_a_program():
    _workbench, item, search = opened(FACE, NAME)
    item.editor.add(Rectangle(25, 15, 130, 40))
    search()
    item.editor.confirm()
    item.editor.select(item.editor.ids()[-1])
    item.editor.duplicate()
    assert counts(item) == {"face": (1, 1, 0)} and len(item.editor.regions) == 3


def test_the_engine_gets_what_is_stated_and_nothing_that_was_read():
    workbench, item, search = opened(FACE, NAME)
    host = workbench.host
    run(workbench.make(item))
    assert host.requests[-1][1]["finding"] is None
    search()
    item.editor.delete(item.editor.ids()[0])
    item.editor.confirm()
    run(workbench.make(item))
    operation, args, _blobs = host.requests[-1]
    assert operation == "redact" and args["finding"] == {
        "finders": [{"name": "CenterFace", "version": "0123456789ab"}],
        "unconfirmed": 0,
        "counts": [
            {"kind": "face", "proposed": 1, "taken": 1, "thrown_away": 0},
            {"kind": "writing", "proposed": 1, "taken": 0, "thrown_away": 1},
        ],
        "again": None,
    }


def test_a_search_after_the_image_was_made_is_stated_of_the_same_image():
    workbench, item, search = opened()
    item.editor.take(Recipe([]))
    item.editor.add(Rectangle(5, 5, 20, 20))
    run(workbench.make(item))
    search()
    run(workbench.make(item))
    operation, args, _blobs = workbench.host.requests[-1]
    assert operation == "certify" and args["finding"] == Stated(LOOKED).to_object()
    count = len(workbench.host.requests)
    run(workbench.make(item))
    assert len(workbench.host.requests) == count, "once is enough"


def reopened(workbench, *found):
    """The image in another session, with the project that was saved."""
    run(workbench.project.save(False))
    _name, data = workbench.host.saved[-1]
    other, item, search = opened(*found)
    run(other.open([("p.json", data.decode())]))
    return other, item, search


def test_a_project_keeps_what_became_of_each_place():
    workbench, item, search = opened(FACE, NAME, DATE)
    item.editor.add(Rectangle(300, 200, 20, 20))
    search()
    name, face, _date = item.editor.ids()[1:]
    item.editor.confirm_one(name)
    item.editor.delete(face)
    stated = item.finding
    _other, again, search = reopened(workbench, FACE)
    assert again.finding == stated and again.searched
    (waits,) = again.editor.proposals
    assert found_as(waits) == "writing", "its kind is kept"
    # Thrown away on another day, and found again: the same place.
    search()
    again.editor.confirm()
    assert counts(again) == {"face": (1, 1, 0), "writing": (2, 2, 0)}
    again.editor.undo()
    assert counts(again) == {"face": (1, 1, 0), "writing": (2, 2, 0)}
    again.editor.delete(again.editor.ids()[1])
    assert counts(again) == {"face": (1, 1, 0), "writing": (2, 1, 1)}


def test_a_project_of_an_image_in_which_nothing_was_found_keeps_that_it_was_searched():
    workbench, item, search = opened()
    search()
    _other, again, _search = reopened(workbench)
    assert again.finding == item.finding == Stated(LOOKED)


def test_a_project_that_is_opened_where_it_was_saved_counts_nothing_twice():
    workbench, item, search = opened(FACE, NAME)
    search()
    item.editor.confirm_one(item.editor.ids()[0])
    stated = item.finding
    run(workbench.project.save(False))
    _name, data = workbench.host.saved[-1]
    run(workbench.open([("p.json", data.decode())]))
    assert item.finding == stated
