"""Images that are reviewed before they are saved, for the tests of the review; no test."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import (
    FakeHost,
    compared,
    gate_of,
    run,
)

CANVAS = Canvas(500.0, 400.0)
WINDOW = Rectangle(0, 0, 500, 400)


def opened(*names):
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    return host, workbench.queue.items, Saving(workbench, gate_of(host)), workbench


def see(item):
    item.reviewing.look(View(1.0, 0.0, 0.0), CANVAS, WINDOW)


def mark(item, reason="A"):
    return item.editor.add(Rectangle(10, 10, 50, 50), reason)


def reviews(host, op):
    return [args["review"] for done, args, _blobs in host.requests if done == op]
