"""How an image is saved, as one line where there is no room for the fields. Changes nothing."""

from pixelseal.model import formats
from pixelseal.model.recipe.region import Output
from pixelseal.ui.browser import dom
from pixelseal.ui.text import status_text, words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.workbench.workbench import Workbench

# As in static/style.css: beside the picture there is room for the fields and the Save buttons.
_ROOMY = "(min-width: 1024px) and (min-height: 800px)"
_SAME = "same"


class SaveChoices:
    """The disclosure around format and names; open, and without its line, where there is room."""

    def __init__(self, workbench: "Workbench", opened: "Callable[[], None]") -> None:
        self._opened = opened  # called after the fields were opened because one of them is refused
        self._told = False  # that was done
        self.names = workbench.names
        self.naming = workbench.naming
        self.box = dom.by_id("save-choices")
        dom.on_media(_ROOMY, self._arrange)

    def _arrange(self, roomy: bool) -> None:
        if roomy or not self.box.contains(dom.focused()):  # nobody loses the field they are in
            self.box.open = roomy

    def show(self, item: "Item") -> None:
        """Say in a line how that image is saved."""
        name = item.label_of(self.names.stem_for(item))
        dom.put_text(dom.by_id("save-choices-now"), _line(item, name))
        refused = bool(self.naming.refused)
        if refused:
            self.box.open = True  # it is said there why
            if not self._told:
                self._opened()
        self._told = refused


def _line(item: "Item", name: str) -> str:
    output = item.output or Output()
    if output.format == _SAME:
        return words.say("save-choices", format=status_text.output_same(item.inspection), name=name)
    label = formats.named(output.format).label
    if isinstance(output.quality, int):
        return words.say("save-choices-quality", format=label, quality=output.quality, name=name)
    return words.say("save-choices", format=label, name=name)
