"""What a part is given: files, a folder, or both dropped. Reads none of them."""

from pixelseal.ui.browser import dom, dropped, handed_in
from pixelseal.ui.browser.time_slices import TimeSlices

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost


def listen(
    host: "BrowserHost", part: str, field: str, taken: "Callable[[list, list], object]"
) -> None:
    """Await `taken(files, folders)` with (path, Blob) and (tree, start) pairs for that part.

    `field` begins the ids of its two fields, `…-files` and `…-folder`.
    """

    async def given(files: "object", folders: "list", inside: bool) -> None:
        slices, pairs = TimeSlices(host), []
        for file in files:
            pairs.append((handed_in.path_of(file) if inside else str(file.name), file))
            await slices.turn()
        await taken(pairs, folders)

    def fell(event: "object") -> None:
        event.preventDefault()
        event.stopPropagation()
        dom.mark_body("dragging", False)
        files, folders = dropped.sorted_out(event.dataTransfer)
        if files.length or folders:
            dom.spawn(given(files, folders, False))

    handed_in.on_files(field + "-files", lambda files: dom.spawn(given(files, [], False)))
    handed_in.on_files(field + "-folder", lambda files: dom.spawn(given(files, [], True)))
    folder = dom.by_id(field + "-folder")
    dom.show(folder.parentElement, dom.has(folder, "webkitdirectory"))
    dom.listen(dom.by_id("process-panel-" + part), "drop", fell)
