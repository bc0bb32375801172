"""What a second person sent back, for whoever made the images: found among those that are open.

Changes no mark and decides nothing.
"""

from pixelseal.model.process import validation
from pixelseal.model.process.validation import SENT_BACK
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.steps import in_slices
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.process.validation import Entry, Validation
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.images.result import Result

MAX_BYTES = 4 * validation.MAX_TEXT  # a character has at most four
_NAMED = 5  # images in a message


class Note:
    """Why an image was sent back, and by whom; `mark` is in pixels of the picture as it lay."""

    def __init__(self, who: str, text: str, mark: "Rectangle | None", turned: int) -> None:
        self.who = who
        self.text = text
        self.mark = mark
        self.turned = turned


class Returned:
    """The validation that was opened last; `here` are the images that it sent back and are open."""

    def __init__(self, queue: "Queue", host: "BrowserHost") -> None:
        self.queue = queue
        self.host = host
        self.validation: "Validation | None" = None
        self.here: "list[Item]" = []
        self._elsewhere: "dict[str, Entry]" = {}  # by the name without its extension

    async def open(self, untrusted_text: str) -> None:
        """Take a validation, and note on the open images what is to be done.

        ValidationError, and what was open stays.
        """
        slices = TimeSlices(self.host)
        read = await in_slices(validation.reading(untrusted_text), slices)
        here, self.here = self.here, []
        for item in here:
            item.returned = item.editor.noted = None
        self.validation = read
        self._elsewhere = {}
        for entry in read.entries:
            if entry.decision == SENT_BACK:
                self._elsewhere[entry.image.rpartition(".")[0]] = entry
            await slices.turn()
        await self.meet()

    async def meet(self) -> None:
        """Look again among the open images for those that were sent back and not found yet."""
        if not self._elsewhere or self.validation is None:
            return
        slices, hashes = TimeSlices(self.host), {}
        for stem, entry in list(self._elsewhere.items()):
            hashes[entry.sha256] = stem
            await slices.turn()
        for item in list(self.queue.items):
            results = [one for one in (item.result, item.saved_before) if one is not None]
            same = [one for one in results if one.sha256 in hashes]
            stems = [hashes[one.sha256] for one in same]
            stems += [one.label for one in results]
            stems += [item.label] if item.inspection is not None else []
            found = [stem for stem in stems if stem in self._elsewhere]
            if found and item.returned is None:
                entry = self._elsewhere.pop(found[0])
                who = self.validation.who
                self._note(who, item, entry, [one for one in same if one.sha256 == entry.sha256])
            await slices.turn()

    def _note(self, who: str, item: "Item", entry: "Entry", made: "list[Result]") -> None:
        mark, at = entry.mark, (0, 0)
        if mark is not None and mark.page != 1:
            mark = None  # each page of a file is saved by itself here
        if made and made[0].left is not None:
            at = (made[0].left[0], made[0].left[1])
        elif item.recipe.crop:
            at = (item.recipe.crop[0].shape.x, item.recipe.crop[0].shape.y)
        box = None
        if mark is not None:
            box = Rectangle(mark.x + at[0], mark.y + at[1], mark.width, mark.height)
        item.returned = Note(who, str(entry.note), box, item.editor.turned)
        item.editor.noted = item.returned
        self.here.append(item)

    def dismiss(self, item: "Item") -> None:
        """The note on an image was read, and what it asks for is done or not."""
        item.returned = item.editor.noted = None
        self.here = [one for one in self.here if one is not item]

    def following(self, item: "Item") -> "Item | None":
        """The next image with a note, from this one on and around; None if there is no other."""
        open_ones = [one for one in self.here if self.queue.by_key(one.key) is not None]
        if item in open_ones:
            place = open_ones.index(item)
            open_ones = open_ones[place + 1 :] + open_ones[:place]
        return open_ones[0] if open_ones else None

    def told(self) -> str:
        """What the validation says, in the page's current language."""
        read = self.validation
        if read is None:
            return ""
        back = read.count(SENT_BACK)
        counts = {
            "accepted": read.count(validation.ACCEPTED),
            "sent_back": back,
            "undecided": read.of.images - len(read.entries),
        }
        said = [
            words.say("validation-by", who=read.who, role=read.role, at=read.at),
            words.say("returned-counts", **counts),
        ]
        if read.own:
            said.append(words.say("validation-is-own"))
        if self._elsewhere:
            names = sorted([entry.image for entry in self._elsewhere.values()])
            told = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
            said.append(words.say("returned-elsewhere", count=len(names), names=told))
        return " ".join(said)
