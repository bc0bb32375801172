"""Has faces, writing and codes found on images, one after the other, and proposes them there.

A set is searched by itself, behind the person: the host begins no search while an output is made,
this one none while somebody draws or a review asks, and what fails here costs what it would have
proposed. Burns nothing and confirms nothing.
"""

from pixelseal.model.recipe.turn import turn_to
from pixelseal.model.screen.proposal import place_before
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.editor import found_proposals
from pixelseal.ui.images import found
from pixelseal.ui.images.following import copies_on, followed
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue

SET = 2  # open images from which on they are searched by themselves
BREAKS_MOST = 3  # images in a row at which the finders broke, after which no other is begun
_BROKEN = ("finders-failed", "out-of-memory")  # failures that are not a file's
_NAMED = 3  # images whose names are said


class Finding:
    """Searches, and how far they are. Each returns a message, "" for none.

    `held()` is True while nothing may be begun and nothing proposed, as during a review.
    """

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        changed: "Callable[[Item | None], None]",
        held: "Callable[[], bool]" = lambda: False,
    ) -> None:
        self.host = host
        self.queue = queue
        self.changed = changed  # called with an image on which something was proposed, or None
        self.held = held
        self.wanted = True  # a set is searched by itself
        self.done = 0  # images that were searched, or could not be
        self.total = 0  # and those that are to be; 0 if nothing is searched
        self._running = 0
        self._all = False  # all images are being searched
        self._stopped = False
        self._now = set()  # keys of the images that are being searched
        self._failed = set()  # keys of those that could not be, until somebody asks again
        self._known: "object" = None  # (version of the states, images) when none was left

    @property
    def busy(self) -> bool:
        """True while something is searched."""
        return self._running > 0

    @property
    def by_itself(self) -> bool:
        """True if a set is searched by itself in this page."""
        return self.wanted and self.host.finders == "there"

    @property
    def due(self) -> bool:
        """True if images wait to be searched by themselves, and none is.

        Looks at them only once after each change of a state: there may be thousands.
        """
        if self._all or not self.by_itself or len(self.queue.items) < SET:
            return False
        now = self.queue.state_counts.version, len(self.queue.items)
        if now == self._known:
            return False
        self._known = now
        return self._left() > 0

    def stop(self) -> None:
        """End all searches until somebody asks again: what was proposed so far stays."""
        self.wanted = self.wanted and not self._all
        self._stopped = True
        self.host.stop_finding()

    def switch_off(self) -> str:
        """Search no set by itself any more."""
        busy = self._all
        if busy:
            self.stop()
        self.wanted = False
        return "" if busy else words.say("find-off")

    async def here(self, item: "Item") -> str:
        """Search one image, whether it was before or not."""
        missing = await self._missing()
        if missing is not None:
            return missing
        if item.key in self._now:
            while item.key in self._now:
                await self.host.pause()
            waiting = len(found_proposals.waiting(item.editor))
            return words.say("find-proposed", count=waiting) if waiting else ""
        outcome = Outcome()
        self._begin()
        self.total += 1
        self.changed(None)
        try:
            await self._search(item, outcome, False)
        finally:
            self.done += 1
            self._end()
        if outcome.failed or outcome.stopped:
            return outcome.why
        if outcome.proposed:
            return words.say("find-proposed", count=outcome.proposed)
        if outcome.moved:
            return words.say("find-moved", count=outcome.moved)
        return words.say("find-nothing-more" if outcome.known else "find-nothing")

    async def everywhere(self) -> str:
        """Search every image that was not, and those that are added later, until a stop."""
        missing = await self._missing()
        if missing is not None:
            return missing
        while self._all and self._stopped:
            await self.host.pause()  # the one that is being stopped
        self.wanted, self._failed = True, set()
        if not self._left():
            return words.say("find-all-searched")
        return await self.behind()

    async def behind(self) -> str:
        """The same by itself: what could not be searched before is left out."""
        if self._all:
            return ""
        self._all = True
        self._begin()
        outcome = Outcome()
        try:
            await self._search_all(outcome)
        finally:
            self._all = False
            self._end()
        return _told(outcome)

    async def _missing(self) -> "str | None":
        """Why nothing can be found, None if it can."""
        host = self.host
        while host.finders == "absent" and host.engine == "starting":
            await host.pause()  # they are still on their way
        if host.finders == "there":
            return None
        if host.finders != "loadable":
            return words.sentence("finders-missing", {})
        question = words.say("find-load", count=len(self.queue.items))
        if await host.ask(question, words.say("find-load-yes"), words.say("find-load-no")):
            host.load_finders()
        return ""

    def _begin(self) -> None:
        if not self._running:
            self._stopped, self.done, self.total = False, 0, 0
        self._running += 1

    def _end(self) -> None:
        self._running -= 1
        if not self._running:
            self.total = 0

    async def _search_all(self, outcome: "Outcome") -> None:
        breaks = 0  # in a row
        while not self._stopped and not outcome.stopped:
            left = self._left()
            if not left:
                return
            self.total = max(self.total, self.done + left)
            self.changed(None)
            item = await self._next_when_free()
            if item is None:
                continue
            failed = len(outcome.failed)
            await self._search(item, outcome, True)
            if outcome.stopped:
                break
            self.done += 1
            if len(outcome.failed) == failed:
                breaks = 0
                continue
            self._failed.add(item.key)
            breaks = breaks + 1 if outcome.code in _BROKEN else 0
            if breaks == BREAKS_MOST:
                self.wanted = False
                outcome.gave_up = True
                return
        outcome.stopped, outcome.left = True, self._left()
        outcome.why = outcome.why or words.sentence("cancelled", {})

    async def _next_when_free(self) -> "Item | None":
        """The image to be searched, once one may be begun; None if it was stopped, or none is."""
        while not self._stopped and self._left():
            item = self._next() if self._is_free() else None
            if item is not None:
                return item
            await self.host.pause()
        return None

    def _is_free(self) -> bool:
        """True if nobody draws, saves or is asked, and a search would take nobody's place."""
        item = self.queue.current
        drawing = item is not None and item.pointer.busy
        return self.host.idle and not drawing and not self.held()

    def _next(self) -> "Item | None":
        """The image on the screen, else the next one after it; None if all are still examined."""
        items, first = self.queue.items, max(1, self.queue.position) - 1
        for step in range(len(items)):
            item = items[(first + step) % len(items)]
            if item.inspection is not None and self._waits(item):
                return item
        return None

    def _left(self) -> int:
        """How many images are to be searched."""
        return len([item for item in self.queue.items if self._waits(item)])

    def _waits(self, item: "Item") -> bool:
        if item.searched or item.refused or item.key in self._failed or item.key in self._now:
            return False
        return item.inspection is not None or item.error is None

    async def _search(self, item: "Item", outcome: "Outcome", behind: bool) -> None:
        """Search an image, and propose there what was found; any failure is told."""
        self._now.add(item.key)
        try:
            await self._search_now(item, outcome, behind)
        except Failure as failure:
            outcome.code, outcome.why = failure.code, words.sentence(failure.code, failure.values)
            if failure.code == "cancelled":
                outcome.stopped = True
            else:
                outcome.failed.append(item.title)
        finally:
            self._now.discard(item.key)

    async def _search_now(self, item: "Item", outcome: "Outcome", behind: bool) -> None:
        editor, lay = item.editor, item.editor.turned
        turn = turn_to(lay, item.page)
        answer = await self.host.find(item.page, turn, item.blob, item.pixels)
        while item.inspection is None and item.error is None and self.queue.has(item):
            await self.host.breathe()  # the engine is about to say how large it is
        while behind and (item.pointer.busy or self.held()) and self.queue.has(item):
            await self.host.pause()  # nothing appears under a hand, or while a review asks
        if item.inspection is None or not self.queue.has(item):
            return
        copies = copies_on(editor)
        fresh = found.proposals(editor, answer["found"], lay, copies)
        follow, fresh = followed(copies, fresh, editor.size)
        sought = item.looked_at()
        sought.saw([(name, version) for name, version in answer["finders"]])
        outcome.known += len(answer["found"]) - len(fresh)
        if fresh or follow:
            outcome.proposed += len(fresh)
            outcome.moved += len([key for key in follow if place_before(follow[key]) is not None])
            outcome.images += 1
            said = editor.said
            keys = editor.propose_more(fresh + [follow[key] for key in follow], list(follow))
            sought.proposed(keys)
            editor.said = said  # of what the person did last
            self.queue.touch(item)
            self.changed(item)
        outcome.searched += 1


def _told(outcome: "Outcome") -> str:
    """What became of a search of all images."""
    parts = []
    if outcome.proposed or outcome.moved:
        parts.append(words.say("find-proposed-all", count=outcome.images))
    elif outcome.searched:
        parts.append(words.say("find-nothing-more" if outcome.known else "find-nothing"))
    if outcome.failed:
        names = ", ".join(outcome.failed[:_NAMED])
        if len(outcome.failed) > _NAMED:
            names = words.say("and-more", names=names, count=len(outcome.failed) - _NAMED)
        parts.append(words.say("find-failed", count=len(outcome.failed), names=names))
        if not outcome.stopped:
            parts.append(outcome.why)
    if outcome.gave_up:
        parts.append(words.say("find-gave-up", count=BREAKS_MOST))
    said = " ".join(parts)
    return words.stopped(said, outcome.left) if outcome.stopped and outcome.left else said


class Outcome:
    """What became of a search of several images."""

    def __init__(self) -> None:
        self.searched = 0  # images
        self.images = 0  # those on which something was proposed
        self.proposed = 0  # places
        self.known = 0  # places that were found, but covered or proposed before
        self.moved = 0  # copied regions that follow what was found
        self.failed: "list[str]" = []  # titles
        self.code = ""  # of the last failure
        self.why = ""  # the same as a sentence
        self.gave_up = False  # the finders broke too often
        self.stopped = False
        self.left = 0  # images that were not reached
