"""A project over many images with other work: restored one by one, and the page answers between."""

from pixelseal.model.project import project_text
from pixelseal.model.project.project import ProjectError
from pixelseal.model.recipe.geometry import Rectangle

from tests.ui.fake_host import run
from tests.ui.project.test_project import _saved, _workbench

NAMES = [f"{place:02}.jpg" for place in range(20)]


def _with_mark(left):
    host, workbench = _workbench(*NAMES)
    for item in workbench.queue.items:
        item.editor.add(Rectangle(left, 1, 9, 9))
    return host, workbench


def test_what_a_person_agrees_to_is_restored_in_slices():
    text = _saved(*_with_mark(1))
    host, after = _with_mark(3)
    breaths = []

    async def agreed(_question, _yes, _no):
        breaths.append(host.breaths)
        return True

    host.ask = agreed
    run(after.open([("p.json", text)]))
    assert len(breaths) == 1 and host.breaths >= breaths[0] + len(NAMES)
    for item in after.queue.items:
        assert item.editor.regions[0].shape.x == 1
    assert not after.project.missing


def test_an_image_that_is_known_only_while_the_others_are_gone_through_is_asked_about():
    text = _saved(*_with_mark(1))
    host, after = _with_mark(3)
    late = after.queue.items[0]
    known, late.inspection = late.inspection, None
    asked, breathe = [], host.breathe

    async def agreed(question, _yes, _no):
        asked.append(question)
        return True

    async def breathed():
        if asked and late.inspection is None:
            late.inspection = known
            await after.project.settle()
        await breathe()

    host.ask, host.breathe = agreed, breathed
    run(after.open([("p.json", text)]))
    assert len(asked) == 2 and late.editor.regions[0].shape.x == 1
    assert not after.project.missing


def test_what_waits_is_saved_in_the_order_of_the_images():
    text = _saved(*_with_mark(1))
    host, after = _with_mark(1)
    after.queue.remove_all(after.queue.items)
    run(after.open([("p.json", text)]))
    assert len(after.project.missing) == len(NAMES)
    breaths = host.breaths
    found = list(project_text.read(_saved(host, after)))
    assert host.breaths > breaths + len(NAMES)
    assert [one.sha256 for one in found] == sorted(one.sha256 for one in found)


def test_a_project_is_read_up_to_the_entry_that_is_wanted():
    entry = next(iter(project_text.read(_saved(*_with_mark(1)))))
    lines = project_text.to_json([entry, entry]).split("\n")
    lines[2] = "{}"
    rows = iter(project_text.read("\n".join(lines)))
    assert next(rows) == entry, "what comes later is not looked at yet"
    try:
        next(rows)
        raise AssertionError("it is read all the same")
    except ProjectError as error:
        assert error.code == "project-unreadable"


def test_the_link_table_is_written_in_slices_and_sorted_by_the_names_of_what_was_shared():
    host, workbench = _workbench(*NAMES)
    for place, item in enumerate(workbench.queue.items):
        item.set_alternate_id(f"P-{len(NAMES) - place:02}")
    breaths = host.breaths
    run(workbench.ids.save())
    assert host.breaths > breaths + len(NAMES)
    lines = host.saved[-1][1].split("\r\n")[1:-1]
    assert lines == sorted(lines) and len(lines) == len(NAMES)
    assert lines[0].startswith('"P-01","19.jpg"')
