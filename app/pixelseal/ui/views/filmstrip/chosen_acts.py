"""What is done to all chosen images: copying, confirming, answering, turning. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.images.long_act import LongAct
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.long_act import Turn
    from pixelseal.ui.images.queue import Queue

    Act = Callable[[Queue, Item, Turn], Awaitable[str]]


class ChosenActs:
    """The buttons for the chosen images; one act at a time, which can be stopped."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        say: "Callable[[str], None]",
        changed: "Callable[[], None]",
        changing: "Callable[[], None]",
    ) -> None:
        self.queue = queue
        self.say = say  # called with a message
        self.changed = changed  # called after images changed
        self.act = LongAct(host, changing)  # called while images are changed, very often
        for name, act in (
            ("copy-regions", _copy),
            ("confirm-chosen", _confirm),
            ("answer-chosen", _answer),
        ):
            dom.on_click(name, self._on_current(name, act))
        dom.on_click("series-stop", self.act.stop)

    def show(self) -> None:
        """Show how far the present act is."""
        act = self.act
        if act.busy and act.total:
            text = words.say("series-progress", done=act.done, total=act.total)
            dom.put_text(dom.by_id("chosen-count"), text)
        elif dom.focused() == dom.by_id("series-stop"):
            dom.focus("canvas")  # the button that has the focus is about to go
        dom.show(dom.by_id("series-stop"), act.busy)

    def turned(self, item: "Item") -> None:
        """An image may have been turned: the other chosen ones follow if it is one of them."""
        if not item.editor.fresh_turns:
            return
        from pixelseal.ui.images import series

        if series.turns_along(self.queue, item) and not self.act.busy:
            dom.spawn(self._do(item, series.turn_along))

    def _on_current(
        self,
        button: str,
        act: "Act",
    ) -> "Callable[[], None]":
        async def done(item: "Item") -> None:
            if await self._do(item, act) and not dom.is_visible(dom.by_id(button)):
                dom.focus("canvas")  # the button that had the focus is gone

        def pressed() -> None:
            if self.queue.current is not None:
                dom.spawn(done(self.queue.current))

        return pressed

    async def _do(
        self,
        item: "Item",
        act: "Act",
    ) -> bool:
        """Do it to the chosen images, as the image is; False if something else is being done."""
        said = await self.act.run(lambda turn: act(self.queue, item, turn))
        if said is None:
            return False
        if said:
            self.say(said)
        self.changed()
        self.turned(item)  # if it was turned meanwhile
        return True


def _copy(queue: "Queue", item: "Item", turn: "Turn") -> "Awaitable[str]":
    from pixelseal.ui.images import series

    return series.copy(queue, item, turn)


def _answer(queue: "Queue", item: "Item", turn: "Turn") -> "Awaitable[str]":
    from pixelseal.ui.images import series

    return series.answer(queue, item, turn)


def _confirm(queue: "Queue", _item: "Item", turn: "Turn") -> "Awaitable[str]":
    from pixelseal.ui.images import series

    return series.confirm_chosen(queue, turn)
