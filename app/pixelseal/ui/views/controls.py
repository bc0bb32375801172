"""What the buttons and keys do to the current image, and where the focus is afterwards."""

from pixelseal.ui.browser import dom
from pixelseal.ui.editor import key_table, keys
from pixelseal.ui.editor.document import MIRROR, TURN_LEFT, TURN_RIGHT
from pixelseal.ui.editor.tools import TOOLS

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.ui.editor.editor import Editor
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.saving.saving import Saving
    from pixelseal.ui.workbench.workbench import Workbench

_EDITING = {
    "undo": lambda editor: editor.undo(),
    "redo": lambda editor: editor.redo(),
    "delete-region": key_table.delete,
    "add-region": lambda editor: editor.add_in_view(),
    "turn-left": lambda editor: editor.turn(TURN_LEFT),
    "turn-right": lambda editor: editor.turn(TURN_RIGHT),
    "mirror": lambda editor: editor.turn(MIRROR),
    "zoom-in": lambda editor: editor.zoom_by(key_table.ZOOM_STEP),
    "zoom-out": lambda editor: editor.zoom_by(1 / key_table.ZOOM_STEP),
    "zoom-fit": lambda editor: editor.fit(),
    "zoom-actual": lambda editor: editor.actual_size(),
    "brush-smaller": lambda editor: editor.size_brush(-1),
    "brush-larger": lambda editor: editor.size_brush(1),
}


class Controls:
    """Connects the buttons and keys.

    `step(by)` goes to another image, `edited()` is called when something may have changed on the
    image, `open_help()` by the key that lists all keys, `choose_all()` by the one that chooses all
    images of the strip.
    """

    def __init__(
        self,
        workbench: "Workbench",
        saving: "Saving",
        canvas: "object",
        step: "Callable[[int], None]",
        edited: "Callable[[], None]",
        open_help: "Callable[[], None]",
        choose_all: "Callable[[], None]",
    ) -> None:
        self.queue = workbench.queue
        self.saving = saving
        self.canvas = canvas
        self.step = step
        self.edited = edited
        self.open_help = open_help
        self.choose_all = choose_all
        for name in _EDITING:
            dom.on_click(name, self._on_editor(_EDITING[name]))
        dom.on_click("add-region", lambda: dom.focus("canvas"))
        for tool in TOOLS:
            dom.on_click("tool-" + tool, self._on_editor(_take(tool)))
        saves = {
            "save-image": saving.image,
            "save-both": saving.one_with_certificate,
            "save-certificate": saving.certificate,
            "save-record": saving.record,
        }
        for name in saves:
            dom.on_click(name, self._on_item(_save_and_focus(saves[name], name)))
        dom.on_click("retry", self._on_item(workbench.retry))
        dom.on_click("brighten", self._on_item(workbench.brighten))
        dom.on_click("save-recipe", self._on_item(saving.recipe))
        dom.on_click("cancel", saving.cancel)
        dom.on_window("keydown", self._key)

    def _on_editor(self, action: "Callable[[Editor], object]") -> "Callable[[], None]":
        def pressed() -> None:
            item = self.queue.current
            if item is not None and item.editor.size is not None and not item.differs:
                item.pointer.abandon()
                action(item.editor)
                self.edited()

        return pressed

    def _on_item(self, action: "object") -> "Callable[[], None]":
        return lambda: dom.spawn(action(self.queue.current))

    def _key(self, event: "object") -> None:
        press, current = self.canvas.press(event), self.queue.current
        if keys.is_help(press) and not dom.dialog_is_open() and dom.focus_is_lost("canvas", "gate"):
            event.preventDefault()
            self.open_help()
            return
        if self.canvas.comparison.reviewing:
            return  # the review has keys of its own
        command = keys.on_page(press)
        if command is None and current is not None and event.target == dom.by_id("canvas"):
            command = keys.steps(current.editor, press)
        typing = dom.takes_text(event.target)
        if command is None or current is None or dom.dialog_is_open():
            return
        if typing and command != "save":
            return
        event.preventDefault()
        if command == "save":
            if not dom.by_id("save-image").disabled:
                dom.spawn(self._save_by_key(current))
        elif command == "choose_all":
            if len(self.queue.items) > 1:
                self.choose_all()
        elif command in ("next", "previous"):
            self.step(1 if command == "next" else -1)
        else:
            self._on_editor(lambda editor: getattr(editor, command)())()

    async def _save_by_key(self, item: "Item") -> None:
        """Save an image; the next arrow key then goes to the next image and moves no region."""
        if await self.saving.image(item):
            item.editor.selected = None  # without a word: the line says what was saved
            self.saving.workbench.changed()
            if dom.focus_is_lost("save-card", "save-image"):
                dom.focus("canvas")
        elif dom.focus_is_lost("save-card"):
            dom.focus("save-image")


def _take(tool: str) -> "Callable[[Editor], None]":
    return lambda editor: editor.take_tool(tool)


def _save_and_focus(save: "Callable[[Item], Awaitable[bool]]", button: str) -> "object":
    """An action that saves an image, and afterwards focuses that button.

    The focus must not stay on the canvas: the next arrow key would move a region unnoticed.
    """

    async def saved(item: "Item") -> None:
        # If nothing was saved the person may be on the canvas to look.
        passing = ("save-card", "canvas") if await save(item) else ("save-card",)
        if dom.focus_is_lost(*passing):
            dom.focus(button)

    return saved
