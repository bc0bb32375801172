"""The project: saved work comes back to the same images, whichever is opened first; no browser."""

from pixelseal.model.project import project_text as project
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.review import COVERED, KEPT, Answer
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.images.item import PROPOSED
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.text import words
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, Turns, compared, gate_of, run
from tests.ui.workbench.test_workbench import _three_pages

WORK = Recipe(
    [
        Region(Ellipse(10, 20, 90, 60), Mosaic(40), "Q"),
        Region(Polygon([(200, 10), (260, 10), (230, 90)])),
        Region(Brush([(300, 200), (340, 260)], 24), reasons="A"),
    ],
    (400, 300),
    Output("png"),
    keep=[Keep(Ellipse(0, 0, 400, 300), "#ffffff")],
    crop=[Crop(Rectangle(5, 5, 300, 200))],
)


def _workbench(*names):
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    return host, workbench


def _worked(*names):
    """Images with work of every kind on the first, a proposal on the second."""
    host, workbench = _workbench(*names)
    items = workbench.queue.items
    items[0].editor.take(WORK)
    items[0].output = WORK.output
    items[0].set_alternate_id("P-1")
    items[0].reviewing.give("B", Answer(KEPT, "a state"))
    items[0].reviewing.give("C", Answer(COVERED))
    if len(items) > 1:
        items[1].editor.propose([proposed(Region(Rectangle(1, 2, 3, 4), reasons="H"))])
    return host, workbench


def _saved(host, workbench, with_names=False):
    """The text of the project as it is saved now."""
    said = run(workbench.project.save(with_names))
    name, data = host.saved[-1]
    assert name.startswith("private-project-") and name in str(said)
    return data.decode()


def _work(workbench):
    return [(item.work, item.label) for item in workbench.queue.items]


def test_work_comes_back_whichever_is_opened_first():
    host, before = _worked("a.jpg", "b.jpg", "c.jpg")
    text, work = _saved(host, before), _work(before)
    images = [("c", "c.jpg"), ("a", "a.jpg"), ("b", "b.jpg")]  # other names, another order
    file = [("p.json", text)]
    for order in (
        [file, images],
        [images, file],
        [images[:1] + file + images[1:]],
        [images[:2], file, images[2:]],
    ):
        host = FakeHost()
        after = Workbench(host, lambda: None)
        for files in order:
            run(after.open(files))
        found = sorted(_work(after), key=lambda row: row[1])
        assert found == sorted(work, key=lambda row: row[1])
        assert not host.asked and not after.messages.refusals and not after.queue.unsaved
        assert [item.state for item in after.queue.items] == ["ready", "marked", PROPOSED]
        assert not after.project.missing


def test_looking_is_not_kept_and_answers_are():
    host, before = _worked("a.jpg")
    before.queue.items[0].reviewing.state_looked()
    text = _saved(host, before)
    _host, after = _workbench("a.jpg")
    run(after.open([("p.json", text)]))
    reviewing = after.queue.items[0].reviewing
    assert reviewing.looked == "no" and reviewing.given["B"] == Answer(KEPT, "a state")


def test_a_project_holds_no_names_unless_asked_and_no_pixels():
    host, workbench = _worked("Jane Doe.jpg", "b.jpg")
    assert "Jane" not in _saved(host, workbench)
    assert "Jane Doe.jpg" in _saved(host, workbench, True)
    assert len(project.parse(host.saved[-1][1].decode())) == 2


def test_images_that_are_not_open_are_counted_named_and_saved_again():
    host, before = _worked("a.jpg", "b.jpg", "c.jpg")
    text = _saved(host, before, True)
    host, after = _workbench("b.jpg")
    run(after.open([("p.json", text)]))
    assert after.messages.told.startswith(
        "1 image has the work of the project. 2 of 3 images of this"
    )
    assert after.project.missing_names == ["a.jpg", "c.jpg"]
    again = project.parse(_saved(host, after, True))
    by_name = {entry.name: entry for entry in again}
    assert by_name == {entry.name: entry for entry in project.parse(text)}
    run(after.open([("a.jpg", "a.jpg")]))
    assert "1 of 3 images of this project is not open" in after.messages.told
    assert after.queue.items[1].work == before.queue.items[0].work


def test_other_marks_are_not_replaced_without_a_question():
    host, before = _worked("a.jpg", "b.jpg")
    text = _saved(host, before)
    for agrees in (True, False):
        host, after = _workbench("a.jpg", "b.jpg")
        host.agrees = agrees
        item = after.queue.items[0]
        item.editor.add(Rectangle(1, 1, 9, 9))
        mine = item.work
        run(after.open([("p.json", text)]))
        assert len(host.asked) == 1 and host.asked[0].startswith("1 image has marks")
        assert item.work == (before.queue.items[0].work if agrees else mine)
        assert after.queue.items[1].work == before.queue.items[1].work
        assert not after.project.missing and item.unsaved != agrees
        if agrees:
            item.editor.undo()
            assert item.editor.regions == list(mine[0].regions)


def test_marks_made_before_the_engine_looked_are_asked_about_too():
    host, before = _worked("a.jpg")
    text = _saved(host, before)
    host = FakeHost()
    host.agrees = False
    after = Workbench(host, lambda: None)
    item = after.queue.add("a.jpg", "a.jpg", "image-1")
    run(after.seen_by_browser(item, 400, 300))
    item.editor.add(Rectangle(1, 1, 9, 9))
    run(after.open([("p.json", text)]))
    assert len(host.asked) == 1 and item.editor.regions == [Region(Rectangle(1, 1, 9, 9))]


def test_opening_the_same_project_again_asks_nothing_and_changes_nothing():
    host, workbench = _worked("a.jpg", "b.jpg")
    text, work = _saved(host, workbench), _work(workbench)
    can_undo = workbench.queue.items[0].editor.history.can_undo
    run(workbench.open([("p.json", text)]))
    assert _work(workbench) == work and not host.asked
    assert workbench.queue.items[0].editor.history.can_undo == can_undo


def test_a_saved_project_counts_as_saved_until_something_changes():
    host, workbench = _worked("a.jpg", "b.jpg")
    item = workbench.queue.items[0]
    assert item.unsaved and workbench.queue.items[1].unsaved
    _saved(host, workbench)
    assert not workbench.queue.unsaved and item.state == "marked"
    item.editor.add(Rectangle(1, 1, 5, 5))
    assert workbench.queue.unsaved
    item.editor.undo()
    assert not workbench.queue.unsaved
    item.editor.delete(item.editor.ids()[0])
    assert workbench.queue.unsaved


def test_a_proposal_is_unsaved_though_the_image_was_saved():
    host, workbench = _workbench("a.jpg")
    item = workbench.queue.items[0]
    item.editor.add(Rectangle(1, 1, 5, 5))
    run(Saving(workbench, gate_of(host)).image(item))
    assert not item.unsaved
    item.editor.propose([proposed(Region(Rectangle(1, 2, 3, 4)))])
    assert item.unsaved


def test_the_same_file_open_twice_has_its_work_twice():
    host, before = _workbench("a.jpg")
    run(before.open([("copy.jpg", "a.jpg")]))
    compared(before)
    for place, item in enumerate(before.queue.items):
        item.editor.add(Rectangle(place, 1, 5, 5))
    text = _saved(host, before)
    _host, after = _workbench("a.jpg")
    run(after.open([("p.json", text)]))
    assert not _host.asked and len(after.project.missing) == 1
    run(after.open([("copy.jpg", "a.jpg")]))
    assert [item.work for item in after.queue.items] == [item.work for item in before.queue.items]


def test_each_page_has_its_own_work_back():
    host = FakeHost()
    _three_pages(host, "scan.tif")
    before = Workbench(host, lambda: None)
    run(before.open([("scan.tif", "scan.tif")]))
    compared(before)
    for place, item in enumerate(before.queue.items):
        item.editor.add(Rectangle(place, 1, 5, 5))
        item.editor.propose([proposed(Region(Rectangle(place, 9, 5, 5)))] * (place == 2))
    text = _saved(host, before)
    for order in ([("p.json", text), ("scan.tif", "scan.tif")], [("scan.tif", "scan.tif")]):
        after = Workbench(host, lambda: None)
        run(after.open(order))
        if len(order) == 1:
            run(after.open([("p.json", text)]))
        assert [item.recipe for item in after.queue.items] == [
            item.recipe for item in before.queue.items
        ]
        assert len(after.queue.items[2].editor.proposals) == 1 and not after.queue.unsaved


def test_what_was_not_looked_into_is_left_out_and_said():
    host = FakeHost()
    host.failures[("inspect", "x")] = "engine-crashed"
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a", "a"), ("x", "x")]))
    said = str(run(workbench.project.save(False)))
    assert len(project.parse(host.saved[-1][1].decode())) == 1
    assert "1 image that was not examined" in said


def test_a_project_that_is_refused_changes_nothing():
    host, workbench = _worked("a.jpg")
    work = _work(workbench)
    good = _saved(host, workbench)
    for text, code in (
        (good.replace("project/2", "project/3"), "project-version"),
        (good.replace('"process"', '"more"'), "project-unreadable"),
    ):
        run(workbench.open([("p.json", text)]))
        assert [row[1] for row in workbench.messages.refusals] == [
            code
        ] and not workbench.messages.notices
        assert _work(workbench) == work and not workbench.project.missing
    run(workbench.open([("p.json", good), ("q.json", good)]))
    assert [row[:2] for row in workbench.messages.refusals] == [("q.json", "project-several")]


def test_a_recipe_and_a_project_are_told_apart_by_what_they_hold():
    host, before = _worked("a.jpg")
    text = _saved(host, before)
    _host, after = _workbench()
    recipe = Recipe([Region(Rectangle(1, 1, 5, 5))]).to_json()
    run(after.open([("a.jpg", "a.jpg"), ("project.json", text)]))
    run(after.open([("b.jpg", "b.jpg"), ("recipe.json", recipe)]))
    assert len(after.queue.items[1].editor.regions) == 1 and not after.messages.refusals
    run(after.open([("none.json", "{")]))
    assert after.messages.refusals[0][1] == "recipe-not-json"


def test_long_work_lets_the_page_answer_between_its_pieces():
    names = [f"{number}.jpg" for number in range(40)]
    host, before = _worked(*names)
    text = _saved(host, before)
    assert host.breaths >= 40
    host, after = _workbench(*names)
    run(after.project.open(project.read(text)))
    # For each that is read, and again for each that is restored.
    assert host.breaths >= 80 and _work(after) == _work(before)


def test_what_changes_while_the_project_is_saved_is_lost_neither_there_nor_here():
    host, workbench = _worked("a.jpg", "b.jpg", "c.jpg")
    first, second, third = workbench.queue.items
    early = first.work

    async def edited_meanwhile():
        task = host.start(workbench.project.save(False))
        await Turns(1)
        first.editor.add(Rectangle(7, 7, 7, 7))  # its turn is over
        third.editor.add(Rectangle(8, 8, 8, 8))  # its turn is still to come
        workbench.queue.remove(second)
        await task

    run(edited_meanwhile())
    by_hash = {entry.sha256: entry for entry in project.parse(host.saved[-1][1].decode())}
    assert by_hash[first.inspection["sha256"]].recipe == early[0] and first.unsaved
    assert by_hash[third.inspection["sha256"]].recipe == third.recipe and not third.unsaved
    assert len(by_hash) == 3  # what was open when it was asked for is in it


def test_what_is_opened_while_a_project_is_opened_is_restored_too():
    host, before = _worked("a.jpg", "b.jpg", "c.jpg")
    text = _saved(host, before)
    host, after = _workbench("a.jpg")

    async def more_meanwhile():
        task = host.start(after.project.open(project.read(text)))
        await Turns(2)
        await after.open([("b.jpg", "b.jpg")])
        await task
        await after.open([("c.jpg", "c.jpg")])

    run(more_meanwhile())
    assert sorted(_work(after), key=str) == sorted(_work(before), key=str)
    assert not after.project.missing


def test_a_project_is_not_opened_before_the_seal():
    host, before = _worked("a.jpg")
    text = _saved(host, before)
    host, after = _workbench("a.jpg")
    host.sealed = False
    try:
        run(after.project.open(project.read(text)))
    except Failure as failure:
        assert failure.code == "not-sealed"
    assert not after.queue.items[0].editor.marked and not after.project.missing


def test_what_was_said_can_be_said_again_in_another_language():
    host, workbench = _worked("a.jpg")
    told = run(workbench.project.save(False))
    english = str(told)
    words.speak("es")
    try:
        spanish = str(told)
    finally:
        words.speak("en")
    assert spanish != english and host.saved[-1][0] in spanish and str(told) == english
