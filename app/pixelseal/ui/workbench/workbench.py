"""The work on the open images: opening, inspecting, making. Saves nothing and draws nothing.

Every step that takes time is a coroutine that awaits the host; `changed()` is called whenever
there is something new to show.
"""

from pixelseal.model import protocol
from pixelseal.model.project import id_table
from pixelseal.model.project.id_table import IdTableError
from pixelseal.model.project.project import ProjectError
from pixelseal.model.project.project_text import MAX_TEXT
from pixelseal.model.recipe.checks import RecipeError
from pixelseal.model.screen.grid import grid_of
from pixelseal.ui.browser.host import PASSING, Failure, kind_of
from pixelseal.ui.editor.grown_outlines import Growths
from pixelseal.ui.images.item import Result
from pixelseal.ui.images.preview_cache import PreviewCache, drawn
from pixelseal.ui.images.queue import Queue
from pixelseal.ui.project.alternate_ids import AlternateIds
from pixelseal.ui.project.documents import is_json, is_table, told_apart
from pixelseal.ui.project.output_names import OutputNames
from pixelseal.ui.project.project import Project
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message, Messages

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item


class Workbench:
    """The open images and the engine's work on them.

    `released(item)` is called for an image whose preview was released.
    """

    def __init__(
        self, host: "BrowserHost", changed: "object", released: "object" = lambda item: None
    ) -> None:
        self.host = host
        self.changed = changed
        self.queue = Queue()
        self.previews = PreviewCache(self.queue, released)
        self.names = OutputNames(self.queue)
        self.ids = AlternateIds(self.queue, host, self.names)
        self.project = Project(self.queue, host, lambda: self.changed())
        self.messages = Messages()
        self._looking = 0  # lanes that are inspecting files now

    # Opening

    def open(self, files: "list[tuple[str, object]]", notice: "Message | None" = None) -> "object":
        """Open (name, Blob) pairs; a recipe among them is for the images that came with it.

        A table of alternate IDs and a project apply to all images, open now or later. `notice` is a
        message about the files. Images are open when this returns, unless a document came with
        them; await the result for everything else.
        """
        self.messages.dismiss()
        self.messages.notice(notice)
        if not self.host.sealed:
            self._refuse("", Failure("not-sealed"))
            files = []
        documents = [pair for pair in files if is_json(pair[0])]
        if documents:
            return self._open_with(documents, files)
        self._add(files, None)
        return self._read(files, None)

    async def _open_with(self, documents: "list", files: "list") -> None:
        recipe, project = await self._documents(documents)
        self._add(files, recipe)
        await self._read(files, project)

    def _add(self, files: "list", recipe: "object") -> None:
        images = [pair for pair in files if not (is_json(pair[0]) or is_table(pair[0]))]
        first = None
        for name, blob in images:
            item = self.queue.add(name, blob, "image-" + self.host.random(4))
            item.pending_recipe = recipe
            first = first or item
        if first is not None:
            self.queue.current = first
        elif recipe is not None and self.queue.current is not None:
            for item in self.queue.of_file(self.queue.current):
                self._apply(item, recipe)
        elif recipe is not None:
            self._refuse("", Failure("recipe-alone"))
        if images:
            self.ids.meet()
        self.changed()

    async def _read(self, files: "list", project: "tuple[str, object] | None") -> None:
        await self._tables([pair for pair in files if is_table(pair[0])])
        await self._project(project)
        await self.look()

    async def _tables(self, files: "list[tuple[str, object]]") -> None:
        for place, (name, blob) in enumerate(files):
            try:
                if place:
                    raise Failure("ids-several")
                text = await self.host.text(blob, id_table.MAX_BYTES)
                self.messages.notice(await self.ids.take(text))
            except (IdTableError, Failure) as failure:
                self._refuse(name, failure)

    async def _project(self, project: "tuple[str, object] | None") -> None:
        if project is not None:
            try:
                await self.project.open(project[1])
            except (ProjectError, Failure) as failure:
                self._refuse(project[0], failure)

    async def _documents(self, files: "list[tuple[str, object]]") -> "tuple[object, object]":
        """The recipe and the project, as (its name, a generator of entries), among JSON files."""
        recipe = project = None
        for name, blob in files:
            try:
                found, entries = told_apart(await self.host.text(blob, MAX_TEXT))
                if entries is not None:
                    if project is not None:
                        raise Failure("project-several")
                    project = (name, entries)
                elif recipe is not None:
                    raise Failure("recipe-several")
                else:
                    recipe = found
            except (RecipeError, Failure) as failure:
                self._refuse(name, failure)
        return recipe, project

    def _refuse(self, name: str, failure: "object") -> None:
        self.messages.refuse(name, failure.code, failure.values)

    def _apply(self, item: "Item", recipe: "object") -> None:
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
        except RecipeError as error:
            item.error = (error.code, error.values)

    # Inspecting files, as many at once as the engine has lanes

    async def look(self) -> None:
        """Inspect every file not yet inspected, in the idle lanes."""
        free = max(0, self.host.lanes - self._looking)
        self._looking += free
        await self.host.together([self._look_on() for _lane in range(free)])
        await self.project.settle()
        self.messages.notice(self.project.news())

    async def _look_on(self) -> None:
        try:
            item = self.queue.uninspected()
            while item is not None:
                await self.inspect(item)
                await self.draw_preview(item)
                item = self.queue.uninspected()
        finally:
            self._looking -= 1

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
        self.changed()

    def _inspected(self, item: "Item", value: "dict") -> None:
        self.queue.touch(item)
        item.inspection = value
        item.error = None
        if item.differs:
            item.withdraw()  # before anything is clipped to the picture's real size
        item.editor.set_size(value["width"], value["height"])
        item.editor.grid, item.editor.growths = grid_of(value), Growths()
        if item.pending_recipe is not None:
            self._apply(item, item.pending_recipe)
        self.project.meet(item)

    async def draw_preview(self, item: "Item") -> None:
        """Have the engine draw the current picture, or find the browser's to be equal."""
        if item.preview is not None:
            self.previews.use(item)
        if item.needs_preview and not item.working and item is self.queue.current:
            await self._confirm(item)

    async def brighten(self, item: "Item") -> None:
        """Switch the brightened display of dim parts on or off."""
        if item.dim and not item.working:
            item.bright = not item.bright
            item.preview = None
            self.messages.say(words.say("brightened" if item.bright else "as-it-is"))
            await self._confirm(item)

    async def settle(self, items: "list") -> None:
        """Have the engine check each picture that was marked before it was confirmed.

        A check in progress is awaited: the message is about its result.

        Call this before marks are used: for an image, a file or other images.
        """
        for item in items:
            while item.judging or (item.provisional and item.working == protocol.INSPECT):
                await self.host.breathe()
            if item.provisional and item.inspection is not None and not item.working:
                await self._confirm(item)

    async def _confirm(self, item: "Item") -> None:
        item.working = protocol.PREVIEW
        self._tell(item)
        try:
            args = {"page": item.page, "bright": item.bright}
            shown = item.editor.size if item.comparable else None
            value, buffers = await self.host.request(
                protocol.PREVIEW, args, [item.blob], item.pixels, shown
            )
            if value["same"]:
                item.same = True
            else:
                if not item.confirmed:
                    item.withdraw()
                item.preview, item.thumb = drawn(self.host, value, buffers)
                item.dim = value["dim"]
                self.previews.use(item)
        except Failure as failure:
            item.error = (failure.code, failure.values)
            item.refused = failure.code not in PASSING
        item.working = ""
        self._tell(item)

    def seen_by_browser(self, item: "Item", width: int, height: int) -> "object":
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

    # Making

    async def make(self, item: "Item", image: bool = True) -> "Result | None":
        """The result for the image as it is: the existing one, or a new one.

        Without `image`, one whose image was released is good enough.
        """
        if item.editor.proposals:
            return None  # they are not confirmed on this image
        found = item.current_result
        if found is not None:
            # A certificate for another review is made from the image itself.
            wanted = image or found.review != item.review
            if not wanted or found.image is not None:
                return await self._certified(item, found)
        if item.refused or item.inspection is None or item.working == protocol.REDACT:
            return None
        if item.provisional:
            return None  # it is not yet known whether the marks are where they were meant to be
        recipe, review, stem = item.recipe, item.review, self.names.stem_for(item)
        label = item.label_of(stem)
        named = recipe.named(recipe.output, stem) if item.alternate_id else recipe
        item.working = protocol.REDACT
        item.error = None
        self._tell(item)
        args = {
            "recipe": named.to_object(),
            "review": review.to_object(),
            "label": stem,
            "page": item.page,
            "source_name": item.name,
            "made": self.host.now(),
        }
        made = None
        try:
            value, buffers = await self.host.request(
                protocol.REDACT, args, [item.blob], item.pixels
            )
            blob = self.host.blob(buffers[0], kind_of(value["extension"]))
            item.result = Result(recipe, review, label, blob, value)
            # The same bytes as those saved before, made again.
            item.result.saved = found is not None and found.saved
            self.names.made(stem)
            self.ids.made(item, stem)
            made = item.current_result  # None if the image has changed meanwhile
        except Failure as failure:
            item.error = (failure.code, failure.values)
        item.working = ""
        self._tell(item)
        return made

    async def _certified(self, item: "Item", result: "Result") -> "Result | None":
        """The same result with certificate and record for the current review."""
        review = item.review
        if result.review == review:
            return result
        args = {
            "certificate": result.certificate,
            "record": result.record,
            "review": review.to_object(),
        }
        try:
            value, _buffers = await self.host.request(protocol.CERTIFY, args, [result.image])
        except Failure as failure:
            item.error = (failure.code, failure.values)
            self._tell(item)
            return None
        result.review = review
        result.certificate, result.record = value["certificate"], value["record"]
        return result
