"""The Project dialog: the project file, alternate IDs, the link table. Decides nothing itself."""

from app.model import id_table, project
from app.model.id_table import IdTableError
from app.model.project import ProjectError
from app.ui import dom, words
from app.ui.host import Failure

_OUTCOMES = ("project-outcome", "ids-outcome", "links-outcome")


class ProjectView:
    """The dialog behind the Project button."""

    def __init__(self, workbench: "object") -> None:
        self.workbench = workbench
        self.dialog = dom.by_id("project")
        self.text = dom.by_id("ids-text")
        dom.on_click("open-project", self.open)
        dom.on_click("project-close", lambda: self.dialog.close())
        dom.on_click("save-project", self._save_project)
        dom.on_click("ids-use", lambda: dom.spawn(self._use(self.text.value)))
        dom.on_click("save-links", self._save_links)
        self._files("project-file", self._open_project)
        self._files("ids-file", self._read_table)

    def _files(self, name: str, taken: "object") -> None:
        field = dom.by_id(name)

        def chosen(_event: "object") -> None:
            files = dom.files_of(field.files)
            field.value = ""  # so that the same file can be chosen again
            if files:
                dom.spawn(taken(files[0][1]))

        dom.listen(field, "change", chosen)

    def open(self) -> None:
        """Show the dialog, empty of what it said before."""
        for name in _OUTCOMES:
            self._say(name, "", "")
        self._show()
        self.dialog.showModal()

    def _show(self) -> None:
        nothing = not self.workbench.ids.anything
        dom.by_id("save-links").disabled = nothing
        dom.by_id("save-project").disabled = nothing and not self.workbench.project.missing
        names = self.workbench.project.missing_names
        text = words.say("project-missing-names", names=", ".join(names)) if names else ""
        dom.put_text(dom.by_id("project-missing"), text)

    # The project file

    def _save_project(self) -> None:
        try:
            said = self.workbench.project.save(bool(dom.by_id("project-names").checked))
            self._say("project-outcome", said, "done")
        except ProjectError as error:
            self._refused("project-outcome", error)

    async def _open_project(self, blob: "object") -> None:
        try:
            text = await self.workbench.host.text(blob, project.MAX_TEXT)
            await self.workbench.project.open(project.load(text))
        except (ProjectError, Failure) as failure:
            self._refused("project-outcome", failure)
            return
        self._say("project-outcome", self.workbench.project.news(), "done")
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
