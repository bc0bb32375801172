"""The buttons that save the page itself as one file. Knows nothing of its content."""

from pixelseal.ui.browser import dom
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost


class CopyView:
    """On the start screen and in the help, if the page was opened from a host."""

    def __init__(self, host: "BrowserHost") -> None:
        self.host = host
        self._said: "tuple[str, str] | None" = None  # (kind, key or code), for another language
        for button in dom.every(".save-copy"):
            dom.listen(button, "click", lambda event: dom.spawn(self._save()))

    def show(self) -> None:
        """Show the offer once it is available, and note once the browser keeps the page offline."""
        for part in dom.every(".copy"):
            dom.show(part, self.host.copyable)
        for line in dom.every(".kept"):
            dom.show(line, self.host.kept)

    def language_changed(self) -> None:
        """Repeat the last message in the new language."""
        if self._said is not None:
            self._say(self._said[0], self._said[1])

    async def _save(self) -> None:
        self._say("busy", "copy-busy")
        try:
            self.host.save(await self.host.copy(), self.host.copy_name, "text/html")
            self._say("done", "copy-saved")
        except Failure as failure:
            self._say("refused", failure.code)

    def _say(self, kind: str, key: str) -> None:
        self._said = (kind, key)
        for line in dom.every(".copy-outcome"):
            line.dataset.kind = kind
            dom.put_text(line, words.say(key, name=self.host.copy_name))
