"""Selects the files of a folder to open: images, within limits; counts the rest. Opens none.

A `tree` reads folders: is_folder(entry), name(entry), async children(entry), async file(entry);
pixelseal.ui.browser.dropped has those of the browser. What a file really is, the engine finds out.
"""

from pixelseal.model import formats
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.images.in_order import in_order
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.time_slices import TimeSlices

MOST_FILES = 5000  # images of one drop; the filmstrip handles thousands
DEEPEST = 16  # nested folders
ENDINGS = tuple([ending for row in formats.READ for ending in row.endings])


class Found:
    """The result for a folder: (name, Blob) of its images, and how much was skipped, and why."""

    def __init__(self, most: int = MOST_FILES) -> None:
        self.files = []
        self.hidden = 0
        self.others = 0
        self.unreadable = 0
        self.deep = 0  # folders
        self.full = False  # there was more
        self._most = most

    def wants(self, name: str) -> bool:
        """True if a file of that name is to be opened; otherwise counts it."""
        if is_hidden(name):
            self.hidden += 1
        elif name.rpartition(".")[2].lower() not in ENDINGS:
            self.others += 1
        elif len(self.files) >= self._most:
            self.full = True
        else:
            return True
        return False

    @property
    def told(self) -> str:
        """One line about what was skipped; empty if all was opened."""
        counted = (
            ("folder-hidden", self.hidden),
            ("folder-others", self.others),
            ("folder-unreadable", self.unreadable),
            ("folder-deep", self.deep),
        )
        parts = [words.say(key, count=count) for key, count in counted if count]
        if self.full:
            parts.append(words.say("folder-full", most=self._most))
        opened = words.say("folder-opened", count=len(self.files))
        if not parts:
            return "" if self.files else opened
        return words.say("folder-passed-over", opened=opened, what=", ".join(parts))


async def gather(
    tree: "object", folder: "object", found: Found, slices: "TimeSlices", depth: int = 1
) -> None:
    """Add the images of a folder and its subfolders, in the order of their names."""
    children = []
    for child in await tree.children(folder):
        name = tree.name(child)
        children.append((name, (name, child)))
        await slices.turn()
    for name, child in await in_order(children, slices):
        if found.full:
            return
        if not tree.is_folder(child):
            if found.wants(name):
                await _add(tree, name, child, found)
        elif is_hidden(name):
            found.hidden += 1
        elif depth == DEEPEST:
            found.deep += 1
        else:
            await gather(tree, child, found, slices, depth + 1)


async def _add(tree: "object", name: str, entry: "object", found: Found) -> None:
    try:
        found.files.append((name, await tree.file(entry)))
    except Failure:
        found.unreadable += 1


async def chosen(listed: "list[tuple[str, object]]", found: Found, slices: "TimeSlices") -> None:
    """The same for a folder that the browser has listed: (path from the chosen folder, Blob)."""
    for path, blob in await in_order([(pair[0], pair) for pair in listed], slices):
        await slices.turn()
        parts = path.split("/")
        if any(is_hidden(part) for part in parts[:-1]):
            found.hidden += 1
        elif found.wants(parts[-1]):
            found.files.append((parts[-1], blob))


def is_hidden(name: str) -> bool:
    """True for names that a system hides."""
    return name.startswith(".") or name.lower() in ("thumbs.db", "desktop.ini", "__macosx")
