"""Files that a person hands in, by a field or a drop. Reads none of them."""

import js as window
from pixelseal.ui.browser import dom


def on_files(name: str, taken: "object") -> None:
    """Call `taken(files)` with an array of what is chosen in the file field with that id."""
    field = dom.by_id(name)

    def chosen(_event: "object") -> None:
        files = files_of(field.files)
        field.value = ""  # so that the same file can be chosen again
        if files.length:
            taken(files)

    dom.listen(field, "change", chosen)


def files_of(file_list: "object") -> "object":
    """An array of the files of a FileList, which may be emptied after its event."""
    return getattr(window.Array, "from")(() if file_list is None else file_list)


def file_list(files: "list") -> "object":
    """A FileList of these files, for a file input."""
    transfer = window.DataTransfer.new()
    for file in files:
        transfer.items.add(file)
    return transfer.files


def path_of(file: "object") -> str:
    """The path of a file inside the folder that was chosen, its name without one."""
    return "/".join(file.webkitRelativePath.split("/")[1:]) or file.name


def sorted_out(transfer: "object") -> "object":
    """What was dropped: files, folders, and whether those are handles (static/boot.js)."""
    return window.pixelseal.sortedOut(transfer)
