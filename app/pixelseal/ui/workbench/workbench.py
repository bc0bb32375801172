"""The work on the open images: opening, inspecting, making. Saves nothing and draws nothing.

Every step that takes time is a coroutine that awaits the host; `changed()` is called whenever
there is something new to show.
"""

from pixelseal.ui.images.preview_cache import PreviewCache
from pixelseal.ui.images.queue import Queue
from pixelseal.ui.project.alternate_ids import AlternateIds
from pixelseal.ui.project.naming import Naming
from pixelseal.ui.project.output_names import OutputNames
from pixelseal.ui.project.project import Project
from pixelseal.ui.text.message import Message, Messages
from pixelseal.ui.workbench.inspecting import Inspector
from pixelseal.ui.workbench.making import Maker
from pixelseal.ui.workbench.opening import Opener

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.workbench.returned import Returned


class Workbench:
    """The open images, and what can be done with them.

    `released(item)` is called for an image whose preview was released; `changed_elsewhere()` when
    only images that are not on the screen have changed, which can be shown a little later.
    """

    def __init__(
        self,
        host: "BrowserHost",
        changed: "Callable[[], None]",
        released: "Callable[[Item], None]" = lambda item: None,
        changed_elsewhere: "Callable[[], None] | None" = None,
    ) -> None:
        self.host = host
        self.changed = changed
        self.changed_elsewhere = changed_elsewhere or changed
        self.queue = queue = Queue()
        self.previews = PreviewCache(queue, released)
        self.names = names = OutputNames(queue)
        self.ids = ids = AlternateIds(queue, host, names)
        self.messages = messages = Messages()

        def told() -> None:
            self.changed()

        def told_of(item: "Item") -> None:
            if item is queue.current:
                self.changed()
            else:
                self.changed_elsewhere()

        self.naming = Naming(ids, host, told)
        self.project = project = Project(queue, host, self.changed_elsewhere)
        inspector = Inspector(host, queue, self.previews, project, messages, told_of)
        self.open = Opener(
            host,
            queue,
            ids,
            project,
            messages,
            inspector,
            told,
            self.changed_elsewhere,
            self.validated,
        ).open
        self.look = inspector.look
        self.inspect = inspector.inspect
        self.draw_preview = inspector.draw_preview
        self.brighten = inspector.brighten
        self.settle = inspector.settle
        self.seen_by_browser = inspector.seen_by_browser
        self.retry = inspector.retry
        self.returned: "Returned | None" = None  # once a validation was opened
        maker = Maker(host, queue, names, ids, told_of)
        self.make = maker.make
        self.until_made = maker.until_made

    async def validated(self, untrusted_text: str) -> None:
        """Open a validation, and go to the first image that it sent back.

        "" if more images were inspected, which it may be about. ValidationError.
        """
        if self.returned is None:
            if not untrusted_text:
                return
            from pixelseal.ui.workbench.returned import Returned  # at first use

            self.returned = Returned(self.queue, self.host)
        returned = self.returned
        before = [] if untrusted_text else list(returned.here)
        if untrusted_text:
            await returned.open(untrusted_text)
            self.messages.notice(Message(returned.told))
        else:
            await returned.meet()
        fresh = [item for item in returned.here if item not in before]
        if fresh:
            self.queue.current = fresh[0]
        if fresh or untrusted_text:
            self.changed()
