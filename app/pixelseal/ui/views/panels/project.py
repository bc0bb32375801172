"""The Project dialog: the project file, alternate IDs, the link table. Decides nothing itself."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.project import id_table, project_text
from pixelseal.ui.browser import dom, handed_in
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Awaitable, Callable

    from pixelseal.ui.workbench.workbench import Workbench

_OUTCOMES = ("project-outcome", "ids-outcome", "links-outcome")


class ProjectView:
    """The dialog behind the Project button."""

    def __init__(self, workbench: "Workbench") -> None:
        self.workbench = workbench
        self.dialog = dom.by_id("project")
        self.text = dom.by_id("ids-text")
        self._outcomes = {}  # name of an outcome -> (message, its kind)
        self._busy = False  # a project is being saved or opened
        dom.on_click("project-close", lambda: self.dialog.close())
        dom.on_click("save-project", lambda: dom.spawn(self._save_project()))
        dom.on_click("ids-use", lambda: dom.spawn(self._use(self.text.value)))
        dom.on_click("save-links", lambda: dom.spawn(self._save_links()))
        dom.on_click("save-recipe", lambda: self.dialog.close())  # what is said is behind it
        handed_in.on_files("project-file", lambda files: dom.spawn(self._open_project(files[0])))
        handed_in.on_files("ids-file", lambda files: dom.spawn(self._read_table(files[0])))

    def open(self) -> None:
        """Show the dialog without earlier messages."""
        for name in _OUTCOMES:
            if not (self._busy and name == "project-outcome"):
                self._tell(name, None, "")
        self._show()
        self.dialog.showModal()

    def open_table(self) -> None:
        """Show the dialog where a table of alternate IDs is given."""
        self.open()
        self.text.scrollIntoView()
        self.text.focus()

    def language_changed(self) -> None:
        """Repeat the dialog's messages in another language."""
        for name in list(self._outcomes):
            self._tell(name, self._outcomes[name][0], self._outcomes[name][1])
        self._show()

    def _show(self) -> None:
        nothing = not self.workbench.ids.anything
        dom.by_id("save-links").disabled = nothing
        project = self.workbench.project
        empty = nothing and not project.missing_count and project.settled is None
        dom.by_id("save-project").disabled = empty
        current = self.workbench.queue.current
        dom.by_id("save-recipe").disabled = current is None or current.editor.size is None
        names = self.workbench.project.missing_names
        text = words.say("project-missing-names", names=", ".join(names)) if names else ""
        dom.put_text(dom.by_id("project-missing"), text)

    # The project file

    async def _save_project(self) -> None:
        await self._at_work(self._saved)

    async def _saved(self) -> Message:
        await self.workbench.settle(self.workbench.queue.items)
        return await self.workbench.project.save(bool(dom.by_id("project-names").checked))

    async def _open_project(self, blob: "object") -> None:
        await self._at_work(lambda: self._opened(blob))

    async def _opened(self, blob: "object") -> "Message | None":
        text = await self.workbench.host.text(blob, project_text.MAX_TEXT)
        await self.workbench.project.open(project_text.read(text))
        return self.workbench.project.news()

    async def _at_work(self, action: "Callable[[], Awaitable[Message | None]]") -> None:
        """Run a long action and report its outcome; one at a time."""
        if self._busy:
            return
        self._busy = True
        self._tell("project-outcome", Message(words.say, "project-busy"), "busy")
        try:
            self._tell("project-outcome", await action(), "done")
        except PixelsealError as failure:
            self._refused("project-outcome", failure)
        finally:
            self._busy = False
            self._show()
        self.workbench.changed()

    # Alternate IDs and links

    async def _read_table(self, blob: "object") -> None:
        try:
            text = await self.workbench.host.text(blob, id_table.MAX_BYTES)
        except Failure as failure:
            self._refused("ids-outcome", failure)
            return
        await self._use(text)

    async def _use(self, text: str) -> None:
        try:
            said = await self.workbench.ids.take(text)
        except PixelsealError as failure:
            self._refused("ids-outcome", failure)
            return
        if said is not None:
            self._tell("ids-outcome", said, "done")
        self.workbench.changed()

    async def _save_links(self) -> None:
        self._tell("links-outcome", await self.workbench.ids.save(), "done")

    def _refused(self, name: str, failure: "PixelsealError") -> None:
        self._tell(name, Message(words.sentence, failure.code, failure.values), "refused")

    def _tell(self, name: str, said: "Message | None", kind: str) -> None:
        self._outcomes[name] = (said, kind)
        line = dom.by_id(name)
        line.dataset.kind = kind
        dom.put_text(line, "" if said is None else str(said))
