"""The engine's inspections and previews of the open images, as many at once as it has lanes."""

from pixelseal.model import protocol
from pixelseal.model.errors import RecipeRefused
from pixelseal.ui.browser.host import PASSING, Failure
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images.preview_cache import drawn
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.model.recipe.recipe import Recipe
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.preview_cache import PreviewCache
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.project.project import Project
    from pixelseal.ui.text.message import Messages


class Inspector:
    """Finds out what each image is, and whether it was seen as the engine sees it."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        previews: "PreviewCache",
        project: "Project",
        messages: "Messages",
        changed: "Callable[[Item], None]",
    ) -> None:
        self.host = host
        self.queue = queue
        self.previews = previews
        self.project = project
        self.messages = messages
        self.changed = changed  # called with an image about which there is something new
        self._inspecting = 0  # lanes that are inspecting files now

    async def look(self) -> None:
        """Inspect every file not yet inspected, in the idle lanes."""
        free = max(0, self.host.lanes - self._inspecting)
        self._inspecting += free
        await self.host.together([self._inspect_next() for _lane in range(free)])
        await self.project.settle()
        self.messages.notice(self.project.news())

    async def _inspect_next(self) -> None:
        try:
            item = self.queue.uninspected()
            while item is not None:
                await self.inspect(item)
                await self.draw_preview(item)
                item = self.queue.uninspected()
        finally:
            self._inspecting -= 1

    async def inspect(self, item: "Item") -> None:
        """Have the engine inspect a file, whatever the outcome of an earlier try."""
        item.working = protocol.INSPECT
        self._tell(item)
        try:
            value, _buffers = await self.host.request(protocol.INSPECT, {}, [item.blob])
            recipe = item.pending_recipe
            more_pages = self.queue.add_pages(item, value["pages"])
            self._inspected(item, value)
            for page, facts in zip(more_pages, value.get("further", [])):
                page.pending_recipe = recipe
                told = dict(value)
                told.update(facts)
                self._inspected(page, told)
        except Failure as failure:
            item.error = (failure.code, failure.values)
            item.refused = failure.code not in PASSING
        item.working = ""
        self._tell(item)

    def _tell(self, item: "Item") -> None:
        self.queue.touch(item)
        self.changed(item)

    def _inspected(self, item: "Item", value: "dict") -> None:
        self.queue.touch(item)
        item.inspection = value
        item.reviewing.source = "{} {}".format(value["sha256"], item.page)
        item.error = None
        if item.differs:
            item.withdraw()  # before anything is clipped to the picture's real size
        item.editor.set_size(value["width"], value["height"])
        item.editor.set_facts(value)
        if item.pending_recipe is not None:
            self.apply(item, item.pending_recipe)
        self.project.meet(item)

    async def draw_preview(self, item: "Item") -> None:
        """Have the engine draw the current picture, or find the browser's to be equal."""
        if item.preview is not None:
            self.previews.use(item)
        # Its output may be on the way, as in a review: then it is the next thing.
        while item.needs_preview and item.working == protocol.REDACT:
            if item is not self.queue.current:
                return
            await self.host.breathe()
        if item.needs_preview and not item.working and item is self.queue.current:
            await self._confirm(item)

    async def brighten(self, item: "Item") -> None:
        """Switch the brightened display of dim parts on or off, whatever the engine is doing."""
        if item.dim:
            item.bright = not item.bright
            item.preview = None
            self.messages.say(words.say("brightened" if item.bright else "as-it-is"))
            self._tell(item)
            await self.draw_preview(item)

    async def settle(self, items: "list") -> None:
        """Have the engine check each picture that was marked before it was confirmed.

        A check in progress is awaited: the message is about its result.

        Call this before marks are used: for an image, a file or other images.
        """
        slices = TimeSlices(self.host)
        for item in list(items):
            while item.judging or (item.provisional and item.working == protocol.INSPECT):
                await self.host.breathe()
            if item.provisional and item.inspection is not None and not item.working:
                await self._confirm(item)
            await slices.turn()

    async def _confirm(self, item: "Item") -> None:
        item.working = protocol.PREVIEW
        self._tell(item)
        try:
            bright: "bool | None" = None
            while bright != item.bright:  # it was switched while the engine drew
                bright = item.bright
                shown = item.editor.upright_size if item.comparable else None
                value, buffers = await self.host.request(
                    protocol.PREVIEW,
                    {"page": item.page, "bright": bright},
                    [item.blob],
                    item.pixels,
                    shown,
                )
            if value["same"]:
                item.same = True
            else:
                if not item.confirmed:
                    item.withdraw()
                item.preview, item.thumb = drawn(self.host, value, buffers)
                item.dim = value["dim"]
                self.previews.use(item)
                self.host.tidy()  # pictures that were released may be large
        except Failure as failure:
            item.error = (failure.code, failure.values)
            item.refused = failure.code not in PASSING
        item.working = ""
        self._tell(item)

    def seen_by_browser(self, item: "Item", width: int, height: int) -> "Awaitable[None]":
        """The browser shows the picture in that size; 0, 0 if it cannot.

        Await the result for a preview, if one is needed.
        """
        item.browser_size = (width, height)
        if item.inspection is None and width and height:
            item.editor.set_size(width, height)
        if item.differs:
            item.withdraw()
        self._tell(item)
        return self.draw_preview(item)

    async def retry(self, item: "Item") -> None:
        """Try again what failed."""
        item.error = None
        self.queue.look_again(item)
        self._tell(item)
        await self.look()
        await self.draw_preview(item)

    def apply(self, item: "Item", recipe: "Recipe") -> None:
        """Put a recipe into an image, now or when its size is known."""
        self.queue.touch(item)
        if item.inspection is None:
            item.pending_recipe = recipe
            return
        item.pending_recipe = None
        try:
            size = (item.inspection["width"], item.inspection["height"])
            item.editor.take(recipe.fitted(size[0], size[1], item.pages, item.page))
            item.output = recipe.output
            item.alternate_id = recipe.alternate_id or item.alternate_id
            item.error = None
        except RecipeRefused as error:
            item.error = (error.code, error.values)
