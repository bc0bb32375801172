"""How the images are named when they are saved: at random, by number, from a table."""

from pixelseal.model.project.id_table import IdTableError
from pixelseal.ui.browser import dom
from pixelseal.ui.project.alternate_ids import KINDS, NUMBERED, RANDOM, TABLE
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.workbench.workbench import Workbench


class NamesField:
    """The name of the image shown, and the choice for all of them, beside the Save buttons."""

    def __init__(self, workbench: "Workbench", changed: "object", open_table: "object") -> None:
        self.ids = workbench.ids
        self.names = workbench.names
        self.changed = changed  # called after names changed
        self.open_table = open_table  # opens the dialog in which a table is given
        self.kind = dom.by_id("names-kind")
        self.prefix = dom.by_id("names-prefix")
        self._asked: "str | None" = None  # a kind that was chosen and is not in use yet
        self._told: "Message | None" = None
        self._options = {}
        for name in KINDS:
            self._options[name] = option = dom.element("option")
            option.value = name
            self.kind.append(option)
        dom.listen(self.kind, "change", lambda _event: self._chosen())
        dom.listen(self.prefix, "keydown", self._pressed)
        dom.on_click("names-use", lambda: dom.spawn(self._number()))
        dom.on_click("names-table", self.open_table)

    def show(self, item: "Item") -> None:
        """Show the name of an image, and how all are named."""
        name = item.label_of(self.names.stem_for(item))
        dom.put_text(dom.by_id("names-now"), words.say("names-now", name=name))
        for kind in KINDS:
            dom.put_text(self._options[kind], words.say("names-" + kind))
        if self._asked == self.ids.kind:
            self._asked = None
        kind = self._asked or self.ids.kind
        self.kind.value = kind
        dom.show(dom.by_id("names-numbered"), kind == NUMBERED)
        dom.show(dom.by_id("names-table"), kind == TABLE)
        dom.put_text(dom.by_id("names-note"), words.say("names-note-" + kind))
        dom.put_text(dom.by_id("names-outcome"), str(self._told or ""))

    def _chosen(self) -> None:
        self._asked, self._told = str(self.kind.value), None
        if self._asked == RANDOM:
            self._told = self.ids.random()
        self._refused(False)
        self.changed()

    def _pressed(self, event: "object") -> None:
        if event.key == "Enter":
            event.preventDefault()
            dom.spawn(self._number())

    async def _number(self) -> None:
        try:
            told = await self.ids.number(self.prefix.value.strip())
            self._told = told or self._told
            self._refused(False)
        except IdTableError as failure:
            self._told = Message(words.sentence, failure.code, failure.values)
            self._refused(True)
        self.changed()

    def _refused(self, refused: bool) -> None:
        self.prefix.setAttribute("aria-invalid", "true" if refused else "false")
        dom.by_id("names-outcome").dataset.kind = "refused" if refused else "done"
