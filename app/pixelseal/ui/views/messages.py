"""Shows and announces messages: in the line below the picture, and in the box above everything."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.text.message import Messages


class MessagesView:
    """Shows what `pixelseal.ui.text.message.Messages` holds, as soon as it changes."""

    def __init__(self, messages: "Messages") -> None:
        self.messages = messages
        self._hint = ""
        messages.listen(self.show)
        dom.on_click("refusals-close", messages.dismiss)
        dom.on_fault(lambda: messages.say(words.sentence("page-fault", {})))

    def hint(self, text: str) -> None:
        """The line's text while there is no message."""
        self._hint = text
        self.show()

    def show(self) -> None:
        """Show the current messages."""
        messages = self.messages
        line = dom.by_id("said")
        dom.put_text(line, messages.line or self._hint)
        # What the report of a run says too is there twice, where there is room for it.
        report = not dom.by_id("run").hidden and messages.line == dom.by_id("run-text").textContent
        line.dataset.kind = ("run" if report else "said") if messages.line else "hint"
        dom.by_id("refusals").dataset.kind = "refused" if messages.refusals else "told"
        told = messages.told
        dom.put_text(dom.by_id("refusals-text"), told)
        dom.show(dom.by_id("refusals"), bool(told))
