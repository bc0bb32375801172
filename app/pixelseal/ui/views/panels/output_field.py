"""The format and quality of the clean image, and what they cost. Writes nothing."""

from pixelseal.model import formats
from pixelseal.model.recipe.region import FORMATS, Output
from pixelseal.ui.browser import dom
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import status_text, words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue

_SAME = "same"


class OutputField:
    """The fields in the panel, for one image; a button gives the choice to all."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        changed: "Callable[[], None]",
        say: "Callable[[str], None]",
    ) -> None:
        self.host = host
        self.queue = queue
        self.changed = changed  # called after the output of images changed
        self.say = say  # called with a message
        self.item: "object" = None
        self.limited = False  # by a policy
        self._given = 0  # how often a choice was given to all
        self.format = dom.by_id("output-format")
        self.quality = dom.by_id("output-quality")
        self.options = {}
        for name in FORMATS:
            self.options[name] = option = dom.element("option")
            option.value = name
            if name != _SAME:
                dom.put_text(option, formats.named(name).label)
            self.format.append(option)
        for field in (self.format, self.quality):
            dom.listen(field, "change", lambda _event: self._chosen())
        dom.on_click("output-for-all", lambda: dom.spawn(self._for_all()))

    def show(self, item: "Item") -> None:
        """Show what an image is written as."""
        self.item = item
        output = item.output or Output()
        dom.put_text(self.options[_SAME], status_text.output_same(item.inspection))
        self.format.value = output.format
        self.format.disabled = item.refused
        asks = output.format != _SAME and formats.writing(output.format).quality > 0
        dom.show(dom.by_id("output-quality-field"), asks)
        if self.quality != dom.focused():
            given = isinstance(output.quality, int)
            self.quality.value = str(output.quality) if given else ""
        key = _cost(output.format)
        note = words.say(key) if key else ""
        dom.put_text(dom.by_id("output-note"), note)
        if self.limited or self.queue.in_force.policy is not None:
            from pixelseal.ui.views.panels import policy_limits

            self.limited = policy_limits.show_output(
                self.queue.in_force.policy, self.options, item, output.format
            )
        dom.show(dom.by_id("output-for-all"), self.queue.written_differently(item) > 0)
        text = words.say("output-for-all", count=self.queue.written)
        dom.put_text(dom.by_id("output-for-all"), text)

    def _chosen(self) -> None:
        quality = words.whole_number(self.quality.value)
        if quality is not None:
            quality = max(1, min(quality, 100))
        name = str(self.format.value)
        if name == _SAME:
            self.item.output = None
        else:
            self.item.output = Output(name, "source" if quality is None else quality)
        self.queue.touch(self.item)
        self.changed()

    async def _for_all(self) -> None:
        self._given += 1
        mine = self._given
        from pixelseal.ui.images import series

        said = await series.output_for_all(
            self.queue, self.item, TimeSlices(self.host), lambda: mine != self._given
        )
        if said:
            self.say(said)
            self.changed()
        if dom.focus_is_lost("output-for-all"):
            dom.focus("output-format")  # the button is gone


def _cost(name: str) -> str:
    """The key of the note about that choice, "" for none."""
    if name == _SAME:
        return ""
    if name == formats.OF_PAGES:
        return "output-costs-viewers"
    return "output-costs-detail" if formats.writing(name).quality > 0 else "output-costs-bytes"
