"""The project: the work on the open images saved to one file and restored (docs/project.md).

Nothing is stored automatically: the person saves the file, and opens it.
"""

from pixelseal.ui.browser.host import Failure, kind_of
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.project.preparation import Preparation
    from pixelseal.model.project.project import Entry
    from pixelseal.model.project.project_text import Reading
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue

LISTED = 20  # names of images that are not open
_ROWS = 16  # images in one piece of a project's text


class Project:
    """Entries that wait for their images, and saving a project."""

    def __init__(self, queue: "Queue", host: "BrowserHost", changed: "Callable[[], None]") -> None:
        self.queue = queue
        self.host = host
        self.changed = changed  # called while many images are being restored
        self.total = 0  # images in the project that was opened last
        self._waiting = {}  # (SHA-256, page) -> entries
        self._answered = set()  # keys of the images that had an entry of this project
        self._restored = 0  # images, since the last message
        self._untold = False
        self._asking = False
        self._asked_again = False  # while that was so
        self.settled: "Preparation | None" = None  # before work began, for all images
        self.settled_kept: "Preparation | None" = None  # as it is in a file

    # Saving

    async def save(self, with_names: bool) -> Message:
        """Save the project as a download; returns a message.

        ProjectError if it would be too large; then nothing is saved.
        """
        settled = self.settled
        pieces, kept, count, unknown = await self.written(with_names)
        name, kind = words.project_name(self.host.random(4)), kind_of("json")
        self.host.save(self.host.joined(pieces, kind), name, kind)
        self.keep(kept)
        self.settled_kept = settled
        return Message(words.project_saved, name, count, unknown)

    async def written(self, with_names: bool) -> "tuple[list[str], list, int, int]":
        """(the text in pieces, what is in it for `keep`, how many images that is, how many not).

        Each image is stored as it is at its turn. ProjectError if it would be too large.
        """
        from pixelseal.model.project.project_text import Writer
        from pixelseal.ui.project.entries import entry_of
        from pixelseal.ui.project.settling import under_policy

        slices, kept, unknown = TimeSlices(self.host), [], 0
        writer = Writer(under_policy(self.queue.in_force.policy, self.settled))
        pieces, rows, count = [], [], 0
        images, waiting = list(self.queue.items), await self._in_order(slices)
        for place in range(len(images) + len(waiting)):
            if place >= len(images):
                entry = waiting[place - len(images)]
            elif images[place].inspection is None or images[place].provisional:
                unknown += int(not images[place].refused)
                continue
            else:
                entry = entry_of(images[place])
                kept.append((images[place], images[place].work))
            rows.append(writer.piece(entry if with_names else entry.without_name()))
            count += 1
            if len(rows) == _ROWS:  # each piece is another call of the browser
                pieces.append("".join(rows))
                rows = []
            await slices.turn()
        return pieces + ["".join(rows), writer.end()], kept, count, unknown

    def keep(self, kept: "list") -> None:
        """What `written` gave as kept was saved: it is not lost if an image is closed."""
        for item, work in kept:
            item.kept = work

    # Opening

    @property
    def unsaved(self) -> bool:
        """True if what was settled for all images is in no file."""
        return self.settled is not None and self.settled != self.settled_kept

    async def open(self, untrusted_entries: "Reading") -> None:
        """Restore the open images, keep the rest for later ones; `news` reports the result.

        ProjectError, and nothing changes, if it is invalid; Failure before the seal.
        """
        if not self.host.sealed:
            raise Failure("not-sealed")
        await self.host.breathe()  # reading the text may have taken long enough
        slices, waiting, total = TimeSlices(self.host), {}, 0
        for entry in untrusted_entries:
            waiting.setdefault((entry.sha256, entry.page), []).append(entry)
            total += 1
            await slices.turn()
        self.total = total
        self._waiting, self._answered = waiting, set()
        self._restored, self._untold = 0, True
        for item in list(self.queue.items):
            self.meet(item)
            if await slices.turn():
                self.changed()  # checking all of them at the end would take long
        await self.settle()
        if untrusted_entries.settled is not None:
            from pixelseal.ui.project.settling import may_take

            if await may_take(self.host, self.settled, untrusted_entries.settled):
                self.settled = self.settled_kept = untrusted_entries.settled

    def news(self) -> "Message | None":
        """A message about progress since the last one, None if there is none."""
        if not self._restored and not self._untold:
            return None
        count, self._restored, self._untold = self._restored, 0, False
        return Message(words.project_opened, count, self.missing_count, self.total)

    @property
    def missing_count(self) -> int:
        """The number of entries whose image is not open."""
        return sum([len(self._waiting[key]) for key in self._waiting])

    @property
    def missing(self) -> "list[Entry]":
        """The entries whose image is not open."""
        found = []
        for key in self._waiting:
            found += self._waiting[key]
        return found

    async def _in_order(self, slices: TimeSlices) -> "list[Entry]":
        """Those entries by their image, whatever the order in which they were read."""
        from pixelseal.ui.images.in_order import in_order

        pairs = []
        for entry in self.missing:
            pairs.append(("{} {:06}".format(entry.sha256, entry.page), entry))
            await slices.turn()
        return await in_order(pairs, slices)

    @property
    def missing_names(self) -> "list[str]":
        """The first names of those, if the project has names."""
        first: "list[str]" = []  # all of them in order would take long
        for key in self._waiting:
            for entry in self._waiting[key]:
                name = entry.name
                if name is not None and (len(first) < LISTED or name < first[-1]):
                    first = sorted(first + [name])[:LISTED]
        return first

    def meet(self, item: "Item") -> None:
        """Restore an inspected image, if it has a waiting entry and no conflicting work."""
        entry = self._of(item)
        if entry is None:
            return
        from pixelseal.ui.project.entries import has_work, is_like

        if not has_work(item, entry) or is_like(item, entry):
            self._answer(item, True)

    async def settle(self) -> None:
        """Ask about images that have other work, and restore them if the person agrees."""
        if self._asking:
            self._asked_again = True
            return  # the running call continues until no question is left
        self._asking = self._asked_again = True
        try:
            while self._asked_again:
                self._asked_again = False
                await self._settle(await self._in_the_way())
        finally:
            self._asking = False

    async def _settle(self, items: "list") -> None:
        if not items:
            return
        self._asked_again = True  # others may have been opened when this has been answered
        question = words.say("project-over-marks", count=len(items))
        yes, no = words.say("project-take"), words.say("project-keep")
        taken = await self.host.ask(question, yes, no)
        slices = TimeSlices(self.host)
        for item in items:
            self._answer(item, taken)
            if await slices.turn():
                self.changed()

    async def _in_the_way(self) -> "list":
        found, slices = [], TimeSlices(self.host)
        for item in list(self.queue.items) if self._waiting else ():
            if self._of(item) is not None:
                found.append(item)
            await slices.turn()
        return found

    def _of(self, item: "Item") -> "Entry | None":
        if item.inspection is None or item.refused or item.key in self._answered:
            return None
        found = self._waiting.get((item.inspection["sha256"], item.page))
        return found[0] if found else None

    def _answer(self, item: "Item", taken: bool) -> None:
        """An image's entry no longer waits, whether it was used or not."""
        entry = self._of(item)
        if entry is None:
            return  # closed, or its entry used for another, while the person was asked
        key = (entry.sha256, entry.page)
        self._waiting[key] = self._waiting[key][1:]
        if not self._waiting[key]:
            del self._waiting[key]
        self._answered.add(item.key)
        if taken:
            from pixelseal.ui.project.entries import restore

            restore(item, entry)
            self.queue.touch(item)
            self._restored += 1
