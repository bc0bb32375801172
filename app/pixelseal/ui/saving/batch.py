"""One run over many images: make, write, read back. Knows no buttons, files or screen.

As many images are made at a time as the host has lanes; they are written in the order of their
names, whatever order they are finished in, and released once written.
"""

from pixelseal.model.screen.pace import Pace
from pixelseal.model.sha256_sums import NAME as SUMS
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.images.in_order import in_order
from pixelseal.ui.saving.sinks import UNLIKE, shared_files

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.time_slices import TimeSlices
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.result import Result

MAKING = "making"
CHECKING = "checking"  # reading back what was written
ENDED = "ended"


class Batch:
    """A run over `items`, as `in_writing_order` has them."""

    def __init__(
        self,
        workbench: "object",
        sink: "object",
        items: "list[Item]",
        may: "Callable[[Item], bool]",
    ) -> None:
        self.workbench = workbench
        self._may = may  # called with an image: may it still be saved as it is now
        self.host = workbench.host
        self.sink = sink
        self.items = items
        self._todo = list(self.items)
        self.pace = Pace(sum([_work(item) for item in items]), self.host.clock())
        self.phase = MAKING
        self.checked = 0.0  # progress of reading back, 0 to 1
        self.done = 0
        self.stopped = False
        # (code, values) of an error that ended the run early
        self.error: "tuple[str, dict[str, int | str]] | None" = None
        self.saved = []  # items that were written and, if possible, read back
        self.records = {}  # label -> the private record of each of those, as it was saved
        self._written = []  # (item, result, its private record, names in the sink)

    @property
    def running(self) -> bool:
        """True until everything is settled."""
        return self.phase != ENDED

    @property
    def left(self) -> "list[Item]":
        """The items of this run that were not saved and are still open."""
        saved = {item.key for item in self.saved}
        open_still = self.workbench.queue.by_key
        return [item for item in self.items if item.key not in saved and open_still(item.key)]

    def stop(self) -> None:
        """Start nothing more; what is finished is written and kept."""
        self.stopped = True
        self.host.cancel()

    async def run(self) -> None:
        """Do the run; afterwards `saved`, `left` and `error` are its outcome."""
        try:
            await self._make_all()
            if self._written:
                await self._close()
        except Failure as failure:
            self.error = self.error or (failure.code, failure.values)
        finally:
            if not self.saved:
                await self.sink.abandon()
            self.phase = ENDED
            self.workbench.changed_elsewhere()  # at once with what the caller says of it

    # Making

    async def _make_all(self) -> None:
        under_way = []
        self._fill(under_way)
        while under_way:
            item, task = under_way.pop(0)
            result = await task
            self._judge(item)
            self._fill(under_way)  # the engine continues while this one is being written
            if result is not None:
                await self._write(item, result)
            self._settle(item)

    def _fill(self, under_way: "list") -> None:
        while self._todo and len(under_way) < self.host.lanes and not self.stopped:
            item = self._todo.pop(0)
            under_way.append((item, self.host.start(self._make(item))))

    async def _make(self, item: "Item") -> "Result | None":
        if self.stopped or self.workbench.queue.by_key(item.key) is None:
            return None  # stopped before it began, or closed meanwhile
        item.error = None
        if item.inspection is None and not item.refused:
            await self.workbench.inspect(item)
        if not self._may(item):
            return None  # changed since it passed the gate: it must pass again
        await self.workbench.until_made(item)  # for the review, which was left meanwhile
        if self.stopped:
            return None
        result = await self.workbench.make(item)
        return result if self._may(item) else None

    def _judge(self, item: "Item") -> None:
        code = item.error[0] if item.error is not None else ""
        if code == "cancelled" and self.stopped:
            item.error = None  # nothing is wrong with it
        elif code == "engine-failed":
            self._halt(Failure(code))

    def _settle(self, item: "Item") -> None:
        self.done += 1
        self.pace.add(_work(item), self.host.clock())
        self.host.tidy()
        self.workbench.queue.touch(item)
        self.workbench.changed_elsewhere()  # how far it is; the image has told of itself

    def _halt(self, failure: Failure) -> None:
        if self.error is None:
            self.error = (failure.code, failure.values)
            self.stop()

    # Writing

    async def _write(self, item: "Item", result: "Result") -> None:
        if self.error is not None:
            return
        files = shared_files(result)
        try:
            await self.sink.add(files)
        except Failure as failure:
            item.error = (failure.code, failure.values)
            if failure.code != UNLIKE:
                self._halt(failure)  # the next one would fail as well
            return
        self._written.append((item, result, result.record, [file.name for file in files]))
        result.image = result.preview = None

    async def _close(self) -> None:
        self.phase = CHECKING
        self.workbench.changed()
        unlike = await self.sink.close(self._told)
        if SUMS in unlike and self.error is None:
            self.error = ("sums-not-as-written", {})  # the images are as they should be
        for item, result, record, names in self._written:
            if any(name in unlike for name in names):
                item.error = (UNLIKE, {})
            else:
                result.saved = True
                self.saved.append(item)
                self.records[result.label] = record
            self.workbench.queue.touch(item)

    def _told(self, share: float) -> None:
        self.checked = share
        self.workbench.changed()


async def in_writing_order(
    names: "object", items: "list[Item]", slices: "TimeSlices"
) -> "list[Item]":
    """The images by their names, which reveal neither when photos were taken nor their order."""
    pairs = []
    for item in items:
        pairs.append((item.label_of(names.stem_for(item)).lower(), item))
        await slices.turn()
    return await in_order(pairs, slices)


def _work(item: "Item") -> int:
    """The approximate cost of an image: its pixels."""
    if item.editor.size is None:
        return 1
    return item.editor.size[0] * item.editor.size[1]
