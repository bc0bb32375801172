"""The Share button, where the browser can share files. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.saving.sharing import Sharing


class SharingView:
    """Beside Save image, and usable when that is."""

    def __init__(self, sharing: "Sharing", queue: "Queue") -> None:
        self.sharing = sharing
        self.queue = queue
        self.button = dom.by_id("share")
        dom.on_click("share", lambda: dom.spawn(self._share()))

    async def _share(self) -> None:
        if self.queue.current is not None:
            await self.sharing.image(self.queue.current)
        if dom.focus_is_lost("save-card"):
            dom.focus("share")

    def show(self, item: "Item") -> None:
        """Show the button for an image; call this after Save image is shown."""
        dom.show(self.button, self.sharing.possible)
        self.button.disabled = dom.by_id("save-image").disabled
        ready = self.sharing.is_ready(item)
        dom.put_text(self.button, words.say("share-ready" if ready else "share"))
