"""The Project dialog: alternate IDs in, the link table out. Decides nothing of its own."""

from app.model.id_table import IdTableError
from app.ui import dom, words
from app.ui.host import Failure


class ProjectView:
    """The dialog behind the Project button."""

    def __init__(self, workbench: "object") -> None:
        self.workbench = workbench
        self.dialog = dom.by_id("project")
        self.text = dom.by_id("ids-text")
        self.file = dom.by_id("ids-file")
        dom.on_click("open-project", self.open)
        dom.on_click("project-close", lambda: self.dialog.close())
        dom.on_click("ids-use", lambda: dom.spawn(self._use(self.text.value)))
        dom.on_click("save-links", self._save_links)
        dom.listen(self.file, "change", self._chosen)

    def open(self) -> None:
        """Show the dialog, empty of what it said before."""
        for name in ("ids-outcome", "links-outcome"):
            self._say(name, "", "")
        dom.by_id("save-links").disabled = not self.workbench.ids.rows()
        self.dialog.showModal()

    def _chosen(self, _event: "object") -> None:
        files = dom.files_of(self.file.files)
        self.file.value = ""  # so that the same file can be chosen again
        if files:
            dom.spawn(self._read(files[0][1]))

    async def _read(self, blob: "object") -> None:
        try:
            text = await self.workbench.host.text(blob)
        except Failure as failure:
            self._refused("ids-outcome", failure)
            return
        await self._use(text)

    async def _use(self, text: str) -> None:
        try:
            said = await self.workbench.ids.take(text)
        except (IdTableError, Failure) as failure:
            self._refused("ids-outcome", failure)
            return
        if said is not None:
            self._say("ids-outcome", said, "done")
        self.workbench.changed()

    def _save_links(self) -> None:
        self._say("links-outcome", self.workbench.ids.save(), "done")

    def _refused(self, name: str, failure: "object") -> None:
        self._say(name, words.sentence(failure.code, failure.values), "refused")

    def _say(self, name: str, text: str, kind: str) -> None:
        line = dom.by_id(name)
        line.dataset.kind = kind
        dom.put_text(line, text)
