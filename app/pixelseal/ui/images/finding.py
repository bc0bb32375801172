"""Has faces, writing and codes found on images, one after the other, and proposes them there.

A lane of its own: the host begins no search while an output is made, and what fails here costs
what it would have proposed. Burns nothing and confirms nothing.
"""

from pixelseal.model.recipe.turn import turn_to
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.images import found
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue

_NAMED = 3  # images whose names are said


class Finding:
    """Searches, and how far they are. Each returns a message, "" for none."""

    def __init__(self, host: "BrowserHost", queue: "Queue", changed: "object") -> None:
        self.host = host
        self.queue = queue
        self.changed = changed  # called with an image on which something was proposed, or None
        self.done = 0  # images that were searched, or could not be
        self.total = 0  # and those that are to be; 0 if nothing is searched
        self._running = 0
        self._stopped = False

    @property
    def busy(self) -> bool:
        """True while something is searched."""
        return self._running > 0

    def stop(self) -> None:
        """End all searches: what was proposed so far stays."""
        self._stopped = True
        self.host.stop_finding()

    async def here(self, item: "Item") -> str:
        """Search one image, whether it was before or not."""
        missing = await self._missing()
        if missing is not None:
            return missing
        outcome = await self._run(_Only(item))
        if outcome.failed or outcome.stopped:
            return outcome.why
        if outcome.proposed:
            return words.say("find-proposed", count=outcome.proposed)
        return words.say("find-nothing-more" if outcome.known else "find-nothing")

    async def everywhere(self) -> str:
        """Search every image that was not, and those that are added meanwhile."""
        missing = await self._missing()
        if missing is not None:
            return missing
        if self.busy:
            return words.say("find-busy")
        if not any(_may_be_searched(item) for item in self.queue.items):
            return words.say("find-all-searched")
        return _told(await self._run(_Rest(self.queue)))

    async def _missing(self) -> "str | None":
        """Why nothing can be found, None if it can."""
        host = self.host
        while host.finders == "absent" and host.engine == "starting":
            await host.breathe()  # they are still on their way
        if host.finders == "there":
            return None
        if host.finders != "loadable":
            return words.sentence("finders-missing", {})
        question = words.say("find-load", count=len(self.queue.items))
        if await host.ask(question, words.say("find-load-yes"), words.say("find-load-no")):
            host.load_finders()
        return ""

    async def _run(self, wanted: "object") -> "Outcome":
        if not self._running:
            self._stopped, self.done, self.total = False, 0, 0
        self._running += 1
        outcome, last = Outcome(), 0
        try:
            while not self._stopped:
                rest = wanted.rest()
                self.total += len(rest) - last
                if not rest:
                    break
                self.changed(None)
                await self._search(rest[0], outcome)
                if outcome.stopped:
                    break
                wanted.tried(rest[0])
                self.done, last = self.done + 1, len(rest) - 1
        finally:
            self._running -= 1
            if not self._running:
                self.total = 0
        if self._stopped or outcome.stopped:
            outcome.stopped, outcome.left = True, len(wanted.rest())
            outcome.why = outcome.why or words.sentence("cancelled", {})
        return outcome

    async def _search(self, item: "Item", outcome: "Outcome") -> None:
        """Search an image, and propose there what was found; any failure is told."""
        editor, lay = item.editor, item.editor.turned
        try:
            turn = turn_to(lay, item.page)
            answer = await self.host.find(item.page, turn, item.blob, item.pixels)
        except Failure as failure:
            outcome.why = words.sentence(failure.code, failure.values)
            if failure.code == "cancelled":
                outcome.stopped = True
            else:
                outcome.failed.append(item.title)
            return
        while item.inspection is None and item.error is None and self.queue.has(item):
            await self.host.breathe()  # the engine is about to say how large it is
        if item.inspection is None or not self.queue.has(item):
            return
        fresh = found.proposals(editor, answer["found"], lay)
        sought = item.looked_at()
        sought.saw([(name, version) for name, version in answer["finders"]])
        outcome.known += len(answer["found"]) - len(fresh)
        if fresh:
            outcome.proposed += len(fresh)
            outcome.images += 1
            sought.proposed(editor.propose_more(fresh))
            self.queue.touch(item)
            self.changed(item)
        outcome.searched += 1


def _told(outcome: "Outcome") -> str:
    """What became of a search of all images."""
    parts = []
    if outcome.proposed:
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
    said = " ".join(parts)
    return words.stopped(said, outcome.left) if outcome.stopped and outcome.left else said


class Outcome:
    """What became of a search of several images."""

    def __init__(self) -> None:
        self.searched = 0  # images
        self.images = 0  # those on which something was proposed
        self.proposed = 0  # places
        self.known = 0  # places that were found, but covered or proposed before
        self.failed: "list[str]" = []  # titles
        self.why = ""  # the last failure
        self.stopped = False
        self.left = 0  # images that were not reached


class _Only:
    """One image."""

    def __init__(self, item: "Item") -> None:
        self._rest = [item]

    def rest(self) -> "list[Item]":
        return self._rest

    def tried(self, _item: "Item") -> None:
        self._rest = []


class _Rest:
    """The open images that were not searched, as long as there are any."""

    def __init__(self, queue: "Queue") -> None:
        self._queue = queue
        self._tried = set()

    def rest(self) -> "list[Item]":
        tried = self._tried
        return [i for i in self._queue.items if _may_be_searched(i) and i.key not in tried]

    def tried(self, item: "Item") -> None:
        self._tried.add(item.key)


def _may_be_searched(item: "Item") -> bool:
    return not item.refused and not item.searched
