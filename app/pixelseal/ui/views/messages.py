"""Where one reads and hears what is said: the line below the picture, and the box above all."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words


class MessagesView:
    """Shows what `pixelseal.ui.text.message.Messages` holds, as soon as it is said."""

    def __init__(self, messages: "object") -> None:
        self.messages = messages
        self._hint = ""
        messages.listen(self.show)
        dom.on_click("refusals-close", messages.dismiss)
        dom.on_fault(lambda: messages.say(words.sentence("page-fault", {})))

    def hint(self, text: str) -> None:
        """What stands in the line while nothing was said."""
        self._hint = text
        self.show()

    def show(self) -> None:
        """Show what is said now."""
        messages = self.messages
        dom.put_text(dom.by_id("said"), messages.line or self._hint)
        dom.by_id("refusals").dataset.kind = "refused" if messages.refusals else "told"
        told = messages.told
        dom.put_text(dom.by_id("refusals-text"), told)
        dom.show(dom.by_id("refusals"), bool(told))
