"""Sharing the clean image with an app that the person chooses. Makes nothing and sends nothing.

The file goes the same way as to a download: the same question before, the same bytes and name. What
the other app does with it, the person knows, and not the page.
"""

from pixelseal.ui.browser.host import LATE, SHARED, Failure, kind_of
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.saving.saving import Saving


class Sharing:
    """The Share button's action."""

    def __init__(self, saving: "Saving") -> None:
        self.saving = saving
        self.host = saving.host
        # The Result that was ready too long after the person pressed for the browser to share it.
        self._late: "object" = None

    @property
    def possible(self) -> bool:
        """True if this browser can hand an image to another app."""
        return bool(self.host.shareable)

    def is_ready(self, item: "Item") -> bool:
        """True if the image waits for another press: it is made, and goes at once."""
        return self._late is not None and self._late is item.held_result

    async def image(self, item: "Item") -> bool:
        """Hand the clean image to the app that the person chooses; True if that happened."""
        result = await self.saving.made(item)
        if result is None:
            return False
        name, kind = result.file_name, kind_of(result.extension)
        try:
            outcome = await self.host.share(result.image, name, kind)
        except Failure as failure:
            self._tell(words.sentence(failure.code, failure.values))
            return False
        self._late = result if outcome == LATE else None
        self._tell(words.say("share-" + outcome, name=name))
        return outcome == SHARED

    def _tell(self, text: str) -> None:
        self.saving.workbench.messages.say(text)
        self.saving.workbench.changed()
