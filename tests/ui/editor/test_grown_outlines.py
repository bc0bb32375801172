"""The engine is asked how shapes grow, once for each, and what it said is what is shown."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.recipe.shapes import Ellipse
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.editor.grown_outlines import GrownOutlines
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, run

FACTS = {"stored": {"width": 400, "height": 300}, "orientation": 1, "lossy": True,
         "mcu": [16, 16], "rim": 1}  # fmt: skip


def _open():
    host = FakeHost()
    host.inspections["a"] = dict(INSPECTION, **FACTS)
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a.jpg", "a")]))
    known = []
    return host, workbench.queue.current, GrownOutlines(host, lambda: known.append(True)), known


def _asked(host):
    return [args["recipe"] for op, args, _blobs in host.requests if op == "grow"]


def test_each_shape_is_asked_for_once_and_rectangles_never():
    host, item, growing, known = _open()
    editor = item.editor
    editor.add(Rectangle(1, 1, 9, 9))
    assert not growing.lacks(item)
    key = editor.add(Ellipse(10, 10, 50, 40))
    assert growing.lacks(item)
    run(growing.ask(item))
    assert known and not growing.lacks(item)
    assert editor.growths.of(Ellipse(10, 10, 50, 40))["fill"] == "grown ellipse"
    editor.set_shape(key, Ellipse(20, 10, 50, 40))
    run(growing.ask(item))
    assert [len(recipe["regions"]) for recipe in _asked(host)] == [1, 1]
    assert editor.growths.of(Ellipse(10, 10, 50, 40)) is None  # it is gone from the image
    assert host.requests[-1][2] == []  # no file is read for it


def test_areas_to_keep_and_the_crop_are_told_as_they_stand_together():
    _host, item, growing, _known = _open()
    editor = item.editor
    kept, cut = Ellipse(10, 10, 90, 80), Rectangle(5, 5, 200, 200)
    editor._add(Keep(kept))
    editor._add(Crop(cut))
    run(growing.ask(item))
    assert editor.growths.left_out([kept])["fill"] == "left out 1"
    assert editor.growths.left_out([kept, kept]) is None
    assert editor.growths.left(cut) == Rectangle(8, 8, 184, 184)
    assert editor.growths.left(Rectangle(1, 1, 5, 5)) == Rectangle(1, 1, 5, 5)
    editor._add(Keep(Rectangle(0, 0, 9, 9)))
    run(growing.ask(item))
    assert editor.growths.left_out([kept, Rectangle(0, 0, 9, 9)])["fill"] == "left out 2"


def test_what_cannot_be_had_is_not_asked_for_again_and_again():
    host, item, growing, _known = _open()
    host.failures[("grow", None)] = "engine-crashed"
    item.editor.add(Ellipse(10, 10, 50, 40))
    run(growing.ask(item))
    assert not growing.lacks(item) and len(_asked(host)) == 1


def test_nothing_is_asked_of_what_is_proposed_or_of_a_source_without_loss():
    host, item, growing, _known = _open()
    item.editor._add(proposed(Region(Ellipse(10, 10, 50, 40))))
    assert not growing.lacks(item)
    item.editor.confirm()
    assert growing.lacks(item)
    item.editor.grid = None
    assert not growing.lacks(item) and not _asked(host)
