"""How the images are named when they are saved: at random, by number, from a table."""

from pixelseal.ui.browser import dom
from pixelseal.ui.project.alternate_ids import KINDS, NUMBERED, TABLE
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.workbench.workbench import Workbench


class NamesField:
    """The name of the image shown, and the choice for all of them, beside the Save buttons."""

    def __init__(
        self,
        workbench: "Workbench",
        changed: "Callable[[], None]",
        open_table: "Callable[[], None]",
    ) -> None:
        self.names = workbench.names
        self.queue = workbench.queue
        self.limited = False  # by a policy
        self.naming = workbench.naming
        self.changed = changed  # called after names changed
        self.open_table = open_table  # opens the dialog in which a table is given
        self.field = dom.by_id("names")
        self.kind = dom.by_id("names-kind")
        self.prefix = dom.by_id("names-prefix")
        self.options = {}
        for name in KINDS:
            self.options[name] = option = dom.element("option")
            option.value = name
            self.kind.append(option)
        dom.listen(self.kind, "change", lambda _event: self._chosen())
        dom.listen(self.prefix, "input", lambda _event: self._typed())
        dom.listen(self.prefix, "change", lambda _event: self._left())
        dom.listen(self.prefix, "keydown", self._pressed)
        dom.on_click("names-use", lambda: dom.spawn(self._number()))
        dom.on_click("names-table", self.open_table)

    def show(self, item: "Item") -> None:
        """Show the name of an image, and how all are named."""
        naming = self.naming
        name = item.label_of(self.names.stem_for(item))
        dom.put_text(dom.by_id("names-now"), words.say("names-now", name=name))
        for kind in KINDS:
            dom.put_text(self.options[kind], words.say("names-" + kind))
        self.kind.value = naming.kind
        dom.show(dom.by_id("names-numbered"), naming.kind == NUMBERED)
        dom.show(dom.by_id("names-table"), naming.kind == TABLE)
        dom.put_text(dom.by_id("names-note"), words.say("names-note-" + naming.kind))
        if self.limited or self.queue.in_force.policy is not None:
            from pixelseal.ui.views.panels import policy_limits

            self.limited = policy_limits.show_names(self.queue.in_force.policy, self.options)
        outcome = dom.by_id("names-outcome")
        dom.put_text(outcome, str(naming.told or ""))
        if naming.refused and outcome.dataset.kind != "refused":
            self.field.open = True  # where it is said why
        outcome.dataset.kind = "refused" if naming.refused else "done"
        self.prefix.setAttribute("aria-invalid", "true" if naming.refused else "false")
        if self.prefix.value.strip() != naming.prefix:
            self.prefix.value = naming.prefix

    def _chosen(self) -> None:
        self.naming.choose(str(self.kind.value))
        self.changed()

    def _typed(self) -> None:
        self.naming.typed = self.prefix.value.strip()

    def _left(self) -> None:
        """What was typed is meant, also without a press of the button."""
        if self.naming.waits and self.naming.prefix:
            dom.spawn(self._number())

    def _pressed(self, event: "object") -> None:
        if event.key == "Enter":
            event.preventDefault()
            dom.spawn(self._number())

    async def _number(self) -> None:
        await self.naming.number()
