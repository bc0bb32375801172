"""The state of the toolbar over the image. Does not act on its buttons."""

from pixelseal.ui.browser import dom
from pixelseal.ui.editor.tools import BRUSH, TOOLS
from pixelseal.ui.text import status_text

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.result import Result


def show(item: "Item", finished: "Result | None") -> None:
    """Which buttons are enabled, which tool is chosen, the zoom.

    `finished` is the finished picture that the canvas shows, None if it shows the source.
    """
    editor = item.editor
    known = editor.size is not None and not item.refused
    for name, usable in (
        ("undo", editor.history.can_undo),
        ("redo", editor.history.can_redo),
        ("delete-region", editor.selected is not None),
        ("find", True), ("turn-left", True), ("turn-right", True), ("mirror", True),
        ("add-region", True), ("zoom-in", True), ("zoom-out", True),
        ("zoom-fit", True), ("zoom-actual", True),
    ):  # fmt: skip
        dom.by_id(name).disabled = not (known and usable)
    for tool in TOOLS:
        pressed = "true" if editor.tool == tool else "false"
        dom.by_id("tool-" + tool).setAttribute("aria-pressed", pressed)
    dom.show(dom.by_id("brush-size"), editor.tool == BRUSH)
    dom.show(dom.by_id("brighten"), item.dim)
    dom.by_id("brighten").setAttribute("aria-pressed", "true" if item.bright else "false")
    dom.put_text(dom.by_id("brush-diameter"), "{} px".format(editor.diameter))
    dom.put_text(dom.by_id("zoom-level"), "{} %".format(editor.percent() if known else 100))
    dom.put_text(dom.by_id("dimensions"), status_text.dimensions(item, finished))
    dom.put_text(
        dom.by_id("canvas-message"), status_text.canvas_message(item, finished is not None)
    )
