"""The field for one image's alternate ID, and the note below it. Assigns no ID by itself."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.project.output_names import OutputNames


class AlternateField:
    """The field in the panel; its value is shown with the other results (panels.file_facts)."""

    def __init__(self, names: "OutputNames", changed: "Callable[[], None]") -> None:
        self.names = names
        self.changed = changed  # called after the ID of the image changed
        self.item: "object" = None
        self.field = dom.by_id("alternate-id")
        self._hint = "help"  # or bad, shared, derived
        dom.listen(self.field, "input", self._typed)

    def show(self, item: "Item") -> None:
        """Show that image's ID; an invalid text typed for another one is dropped."""
        if item is not self.item:
            self.item = item
            self._tell("help")
            self.field.value = item.alternate_id

    def language_changed(self) -> None:
        """Update the note to the current language."""
        self._tell(self._hint)

    def _typed(self, _event: "object") -> None:
        text = self.field.value.strip()
        good = self.item.set_alternate_id(text)
        self._tell(self._judged(text) if good else "bad")
        self.changed()

    def _judged(self, text: str) -> str:
        from pixelseal.model.project.id_origin import looks_derived

        if text and looks_derived(text, self.item.name, self.item.digests):
            return "derived"
        return "shared" if text and self.names.is_shared(self.item) else "help"

    def _tell(self, kind: str) -> None:
        self._hint = kind
        self.field.setAttribute("aria-invalid", "true" if kind == "bad" else "false")
        line = dom.by_id("alternate-help")
        line.className = "small hint" + {"help": "", "bad": " wrong"}.get(kind, " derived")
        dom.put_text(line, words.say("alternate-" + kind))
