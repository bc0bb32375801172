"""The gate: an image is saved only once it was looked at and answered for. Saves nothing.

`decide(asked)` is a coroutine that shows the review and returns how it ended, YES or BOTH only if
all was stated of what `asked` then lets through; pixelseal.ui.views.review has the real one.
"""

from pixelseal.ui.browser.time_slices import TimeSlices

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.saving.asked import Asked

YES = "yes"
BOTH = "both"  # the certificate as well
NO = "no"


class Gate:
    """Lets images through to saving."""

    def __init__(self, decide: "Callable[[Asked], Awaitable[str]]", host: "BrowserHost") -> None:
        self._decide = decide
        self._host = host
        self.with_certificate = False  # the last answer was BOTH

    async def pass_(self, items: "list[Item]", for_image: bool = False) -> "list[Item]":
        """The images that may be saved now: all, those that were accepted, or none.

        Asks once for all of them, and only if something is missing. `for_image` if the certificate
        may be offered along with the image.
        """
        self.with_certificate = False
        return await self._pass(items, for_image)

    async def _pass(self, items: "list[Item]", for_image: bool) -> "list[Item]":
        from pixelseal.ui.saving.asked import Asked
        from pixelseal.ui.saving.missing import Missing

        slices, asked = TimeSlices(self._host), Asked([], for_image, len(items) == 1)
        for item in items:
            asked.add(Missing(item))
            await slices.turn()
        alone = items[0] if len(items) == 1 and self._host.finders == "there" else None
        if asked.complete and (alone is None or not alone.unread):
            return items
        choice = await self._decide(asked)
        if choice == NO:
            return []
        if alone is not None:
            from pixelseal.ui.images.reread import reread_of

            reread_of(alone).pass_over()  # whoever did not wait for the finders is not asked again
        self.with_certificate = choice == BOTH
        # What was stated is about what was there when it was asked: that may have changed.
        return await self._pass(await asked.all_let_through(slices), for_image)

    def is_open(self, item: "Item") -> bool:
        """True if the image may be saved as it is, without a question."""
        from pixelseal.ui.saving.missing import Missing

        return not Missing(item).anything
