"""Takes files: chosen, a folder, the camera, dropped, pasted. Opens none itself."""

from pixelseal.ui.browser import dom, dropped, handed_in
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from pixelseal.ui.images.folder_intake import Found
    from pixelseal.ui.workbench.workbench import Workbench

SAMPLE = "sample.jpg"


class FileIntake:
    """The fields and events by which files reach the workbench."""

    def __init__(self, workbench: "Workbench") -> None:
        self.workbench = workbench
        for name in ("add-images", "add-photo"):
            dom.listen(dom.by_id(name), "change", self._chosen)
        folder = dom.by_id("add-folder")
        dom.listen(folder, "change", self._folder_chosen)
        dom.show(folder.parentElement, dom.has(folder, "webkitdirectory"))
        dom.on_click("try-sample", self._sample)
        dom.on_window("dragover", self._dragged)
        dom.on_window("dragleave", self._drag_left)
        # Before any element that would handle the drop itself.
        dom.listen_within(dom.window_of_page(), "drop", self._drag_over)
        dom.on_window("drop", self._dropped)
        dom.on_window("paste", self._pasted)

    def move(self, working: bool) -> None:
        """Move to where people look for it: the middle of the page, or its top."""
        home = dom.by_id("add-at-top" if working else "add-at-start")
        ways = dom.by_id("ways-in")
        if ways.parentElement == home:
            return
        home.append(ways)
        dom.by_id("add").className = "add button" if working else "add button primary"
        # Moving it lost the focus; the next step is here.
        dom.focus("canvas" if working else "add-images")

    def _open(self, files: "list", notice: "Message | None" = None) -> "object":
        """Open (name, Blob) pairs; await the result for all that follows."""
        if files or notice is not None:
            return self.workbench.open(files, notice)
        return dom.next_task()

    def _chosen(self, event: "object") -> None:
        files = handed_in.files_of(event.target.files)
        event.target.value = ""  # so that the same file can be chosen again
        dom.spawn(self._opened(files))

    async def _opened(self, files: "object", folders: "tuple | list" = ()) -> None:
        slices, pairs = TimeSlices(self.workbench.host), []
        for file in files:
            pairs.append((file.name, file))
            await slices.turn()
        if not folders:
            await self._open(pairs)
            return
        from pixelseal.ui.images.folder_intake import Found, gather  # at first use

        found = Found()
        for tree, start in folders:
            try:
                await gather(tree, await tree.root(start), found, slices)
            except Failure:
                found.unreadable += 1
        await self._open(pairs + found.files, _passed_over(found))

    def _sample(self) -> None:
        dom.spawn(self._open([(SAMPLE, self.workbench.host.sample())]))

    def show(self) -> None:
        """Offer the sample once it is there."""
        dom.by_id("try-sample").disabled = not self.workbench.host.sampled

    def _folder_chosen(self, event: "object") -> None:
        files = handed_in.files_of(event.target.files)
        event.target.value = ""
        dom.spawn(self._folder_opened(files))

    async def _folder_opened(self, files: "object") -> None:
        from pixelseal.ui.images.folder_intake import Found, chosen  # at first use

        slices, found, listed = TimeSlices(self.workbench.host), Found(), []
        for file in files:
            listed.append((handed_in.path_of(file), file))
            await slices.turn()
        await chosen(listed, found, slices)
        await self._open(found.files, _passed_over(found))

    def _dragged(self, event: "object") -> None:
        # Otherwise the browser would navigate to the dropped file.
        event.preventDefault()
        dom.mark_body("dragging", True)

    def _drag_left(self, event: "object") -> None:
        if event.relatedTarget is None:
            dom.mark_body("dragging", False)

    def _drag_over(self, _event: "object") -> None:
        dom.mark_body("dragging", False)

    def _dropped(self, event: "object") -> None:
        event.preventDefault()
        files, folders = dropped.sorted_out(event.dataTransfer)
        if folders or files.length:
            dom.spawn(self._opened(files, folders))
        else:
            dom.spawn(self._open([], Message(words.say, "dropped-nothing")))

    def _pasted(self, event: "object") -> None:
        files = handed_in.files_of(event.clipboardData.files)
        if files.length:
            event.preventDefault()
            dom.spawn(self._opened(files))
        elif not dom.takes_text(event.target) and not dom.dialog_is_open():
            dom.spawn(self._open([], Message(words.say, "pasted-nothing")))


def _passed_over(found: "Found") -> "Message | None":
    """The message about a folder; None if all of it was opened."""
    return Message(lambda: found.told) if found.told else None
