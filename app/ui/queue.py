"""The images that are open: their order, their state, what is known of each. Asks no engine."""

from app.model import protocol
from app.model.recipe import is_alternate_id
from app.ui.editor import Editor
from app.ui.pointer import Pointer

WAITING = "waiting"  # not looked into yet
READY = "ready"
WORKING = "working"
MADE = "made"  # a result is there and not saved
SAVED = "saved"
PROBLEM = "problem"  # the last try failed; the marks are there, and it can be tried again
REFUSED = "refused"  # the file cannot be opened
STATES = (WAITING, READY, WORKING, MADE, SAVED, PROBLEM, REFUSED)


class Result:
    """What the engine made: for which recipe, under which label, and the answer's values."""

    def __init__(self, recipe: "object", label: str, image: "object", value: "dict") -> None:
        self.recipe = recipe
        self.label = label
        self.image = image  # a Blob; its bytes never enter Python
        self.extension = value["extension"]
        self.sha256 = value["sha256"]
        self.certificate = value["certificate"]
        self.record = value["record"]
        self.report = value.get("report", {})
        self.saved = False

    @property
    def file_name(self) -> str:
        """The neutral name of the image's file."""
        return self.label + "." + self.extension


class Item:
    """One open image with its own document, history, findings and result.

    A file with several pages is as many items, which share the file and its random name.
    """

    def __init__(self, key: int, name: str, blob: "object", label: str) -> None:
        self.key = key
        self.name = name  # the source's name: shown here, never in what is shared
        self.blob = blob
        self.page = 1
        self.pages = 1
        self.random_label = label
        self.alternate_id = ""
        self.output = None  # settings that came with a recipe
        self.editor = Editor()
        self.pointer = Pointer(self.editor)
        self.inspection = None
        self.error = None  # (code, values)
        self.refused = False
        self.working = ""  # the operation under way
        self.result = None
        self.bare_agreed = False  # the person said that this one is to be saved without regions
        self.pending_recipe = None
        self.browser_size = None  # (0, 0): the browser cannot show it
        self.preview = None  # a Blob, when the engine had to draw the picture
        self.moved_under_marks = False  # the picture changed after something was marked on it

    @property
    def title(self) -> str:
        """What the item is called on the screen."""
        name = self.name or "pasted image"
        if self.pages == 1:
            return name
        return "{}, page {} of {}".format(name, self.page, self.pages)

    @property
    def picture(self) -> "object":
        """The Blob to show, None while there is none: a browser shows a file's first page only."""
        return self.preview or (self.blob if self.page == 1 else None)

    @property
    def stem(self) -> str:
        """What the engine names outputs after: the alternate ID, or the random name."""
        return self.alternate_id or self.random_label

    @property
    def label(self) -> str:
        """What the outputs are called; the engine puts a page's number behind the stem, too."""
        return self.stem if self.pages == 1 else "{}-p{:03d}".format(self.stem, self.page)

    @property
    def recipe(self) -> "object":
        """The recipe as the image stands now."""
        return self.editor.recipe(self.alternate_id or None, self.output, self.page)

    @property
    def current_result(self) -> "Result | None":
        """The result, if it was made from the recipe as it stands now."""
        if self.result is not None and self.result.recipe == self.recipe:
            return self.result
        return None

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.working == protocol.REDACT:
            return WORKING
        if self.refused:
            return REFUSED
        if self.error is not None:
            return PROBLEM
        result = self.current_result
        if result is not None:
            return SAVED if result.saved else MADE
        return WAITING if self.inspection is None else READY

    @property
    def unsaved(self) -> bool:
        """True if something was marked that is in no saved image."""
        result = self.current_result
        return self.editor.marked and not (result is not None and result.saved)

    @property
    def recipe_failed(self) -> bool:
        """True if a recipe was meant for this image and could not be applied."""
        code = "" if self.error is None else self.error[0]
        if code.split("-")[0] in ("recipe", "method"):
            return True
        return code in ("region-outside", "keep-too-small", "crop-too-small")

    @property
    def can_retry(self) -> bool:
        """True if what failed may go well another time."""
        return self.error is not None and not self.refused and not self.recipe_failed

    @property
    def needs_preview(self) -> bool:
        """True if the browser's picture is not what the engine sees, or there is none."""
        if self.inspection is None or self.refused or self.preview is not None:
            return False
        upright = (self.inspection["width"], self.inspection["height"])
        if self.browser_size is None:
            return False  # the browser is still at it
        return not self.inspection["browser_shows_it_right"] or self.browser_size != upright

    def set_alternate_id(self, text: str) -> bool:
        """Take an alternate ID, "" for none; False, and nothing changed, if it may not stand."""
        if text and not is_alternate_id(text):
            return False
        self.alternate_id = text
        return True


class Queue:
    """The open images in order, and which one is on the screen."""

    def __init__(self) -> None:
        self.items = []
        self.current = None
        self._next_key = 1

    def add(self, name: str, blob: "object", label: str) -> Item:
        """Open an image; the first one comes on the screen."""
        item = Item(self._next_key, name, blob, label)
        self._next_key += 1
        self.items.append(item)
        if self.current is None:
            self.current = item
        return item

    def add_pages(self, first: Item, pages: int) -> "list[Item]":
        """Open the further pages of the file whose first page is that item, right behind it."""
        first.pages = pages
        place = self.items.index(first)
        added = []
        for page in range(2, pages + 1):
            item = Item(self._next_key, first.name, first.blob, first.random_label)
            self._next_key += 1
            item.page, item.pages = page, pages
            item.alternate_id = first.alternate_id
            item.browser_size = (0, 0)
            added.append(item)
        self.items = self.items[: place + 1] + added + self.items[place + 1 :]
        return added

    def of_file(self, item: Item) -> "list[Item]":
        """All open pages of the file that this item is of."""
        return [one for one in self.items if one.blob is item.blob]

    def by_key(self, key: int) -> "Item | None":
        """The image with that key."""
        for item in self.items:
            if item.key == key:
                return item
        return None

    @property
    def position(self) -> int:
        """The place of the current image, from 1; 0 if none is open."""
        return self.items.index(self.current) + 1 if self.current is not None else 0

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) image; False at the end."""
        place = self.position - 1 + by
        if self.current is None or not 0 <= place < len(self.items):
            return False
        self.current = self.items[place]
        return True

    def remove(self, item: Item) -> None:
        """Close an image; its neighbour comes on the screen."""
        place = self.items.index(item)
        del self.items[place]
        if self.current is item:
            self.current = self.items[min(place, len(self.items) - 1)] if self.items else None

    def uninspected(self) -> "Item | None":
        """The next image to look into: the one on the screen first."""
        waiting = [item for item in self.items if _uninspected(item)]
        if self.current in waiting:
            return self.current
        return waiting[0] if waiting else None

    @property
    def unsaved(self) -> bool:
        """True if closing the page now would lose marks."""
        return any(item.unsaved for item in self.items)

    def names_for(self, items: "list[Item]") -> "list[str]":
        """A file stem for each, no two alike whatever alternate IDs were given."""
        taken = set()
        names = []
        for item in items:
            name, count = item.label, 1
            while name.lower() in taken:
                count += 1
                name = "{}-{}".format(item.label, count)
            taken.add(name.lower())
            names.append(name)
        return names


def _uninspected(item: Item) -> bool:
    return item.inspection is None and not item.refused and item.error is None
