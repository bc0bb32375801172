"""A project over many images with other work: restored one by one, and the page answers between."""

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
