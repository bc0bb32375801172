"""Opening files: images, and the recipe, project or table of alternate IDs that came with them."""

from pixelseal.model.errors import PixelsealError
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.project.documents import is_json, is_table

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.model.recipe.recipe import Recipe
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.project.alternate_ids import AlternateIds
    from pixelseal.ui.project.project import Project
    from pixelseal.ui.text.message import Message, Messages
    from pixelseal.ui.workbench.inspecting import Inspector

_AT_ONCE = 40  # images that are opened before the page answers the person again


class Opener:
    """Puts images into the queue, and has them inspected."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        ids: "AlternateIds",
        project: "Project",
        messages: "Messages",
        inspector: "Inspector",
        changed: "Callable[[], None]",
        changing: "Callable[[], None]",
        validated: "Callable[[str], Awaitable[None]]",
    ) -> None:
        self.host = host
        self.queue = queue
        self.ids = ids
        self.project = project
        self.messages = messages
        self.inspector = inspector
        self.changed = changed
        self.validated = validated  # called with a validation's text, "" when more was inspected
        self.changing = changing  # called while many are opened, very often

    def open(
        self, files: "list[tuple[str, object]]", notice: "Message | None" = None
    ) -> "Awaitable[None]":
        """Open (name, Blob) pairs; a recipe among them is for the images that came with it.

        A table of alternate IDs and a project apply to all images, open now or later. `notice` is a
        message about the files. The first images are open when this returns, unless a document
        came with them; await the result for everything else.
        """
        self.messages.dismiss()
        self.messages.notice(notice)
        if not self.host.sealed:
            self._refuse("", Failure("not-sealed"))
            files = []
        documents = [pair for pair in files if is_json(pair[0])]
        if documents:
            return self._open_with(documents, files)
        return self._read(files, self._add(files, None), None, None)

    async def _open_with(self, documents: "list", files: "list") -> None:
        from pixelseal.ui.workbench.documents_in import sorted_out

        recipe, project, text = await sorted_out(self.host, self.queue, self.messages, documents)
        await self._read(files, self._add(files, recipe), recipe, project)
        if text:
            await self._validation(text)

    async def _validation(self, text: "tuple[str, str]") -> None:
        try:
            await self.validated(text[1])
        except PixelsealError as failure:
            self._refuse(text[0], failure)

    def _add(self, files: "list", recipe: "Recipe | None") -> "list[tuple[str, object]]":
        """Open the first images, or apply a recipe that came alone; returns the other images."""
        images = [pair for pair in files if not (is_json(pair[0]) or is_table(pair[0]))]
        items = [self._new(name, blob, recipe) for name, blob in images[:_AT_ONCE]]
        if items:
            self.queue.current = items[0]
        elif recipe is not None and self.queue.current is not None:
            for item in self.queue.of_file(self.queue.current):
                self.inspector.apply(item, recipe)
        elif recipe is not None:
            self._refuse("", Failure("recipe-alone"))
        if images:
            self.ids.meet()
        self.changed()
        return images[_AT_ONCE:]

    def _new(self, name: str, blob: "object", recipe: "Recipe | None") -> "Item":
        item = self.queue.add(name, blob, "image-" + self.host.random(4))
        item.pending_recipe = recipe
        return item

    async def _add_others(
        self, images: "list[tuple[str, object]]", recipe: "Recipe | None"
    ) -> None:
        slices = TimeSlices(self.host)
        for name, blob in images:
            if await slices.turn():
                if not self.host.sealed:
                    return  # that was found out meanwhile
                self.changing()
            self._new(name, blob, recipe)
        if images:
            self.ids.meet()
            self.changed()

    async def _read(
        self,
        files: "list",
        others: "list[tuple[str, object]]",
        recipe: "Recipe | None",
        project: "tuple[str, object] | None",
    ) -> None:
        await self._add_others(others, recipe)
        await self.ids.number_new()
        tables = [pair for pair in files if is_table(pair[0])]
        if tables:
            await self._tables(tables)
        await self._project(project)
        await self.inspector.look()
        await self.validated("")
        if self.queue.in_force.policy is not None:
            from pixelseal.ui.workbench.taking_policy import tell

            if await tell(self.queue, self.host, self.messages):
                self.changed()

    async def _tables(self, files: "list[tuple[str, object]]") -> None:
        from pixelseal.model.project import id_table

        for place, (name, blob) in enumerate(files):
            try:
                if place:
                    raise Failure("ids-several")
                text = await self.host.text(blob, id_table.MAX_BYTES)
                self.messages.notice(await self.ids.take(text))
            except PixelsealError as failure:
                self._refuse(name, failure)

    async def _project(self, project: "tuple[str, object] | None") -> None:
        if project is not None:
            try:
                await self.project.open(project[1])
            except PixelsealError as failure:
                self._refuse(project[0], failure)

    def _refuse(self, name: str, failure: PixelsealError) -> None:
        self.messages.refuse(name, failure.code, failure.values)
