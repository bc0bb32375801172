"""The Save buttons' actions: make what is missing, ask, save. Encodes nothing itself."""

from pixelseal.ui.browser.host import Failure, kind_of
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import saving_text, words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.result import Result
    from pixelseal.ui.saving.batch import Batch
    from pixelseal.ui.saving.private_records import PrivateRecords
    from pixelseal.ui.saving.review_gate import Gate

ZIP = "zip"
FOLDER = "folder"


class Saving:
    """The Save buttons' actions for one workbench."""

    def __init__(self, workbench: "object", gate: "Gate") -> None:
        self.workbench = workbench
        self.gate = gate
        self.host = workbench.host
        self._private: "PrivateRecords | None" = None  # until something private is asked for
        self.batch: "Batch | None" = None  # the current or last run over many images
        self.about = set()  # the keys of the images that the run was asked to save
        self.left_out = 0  # how many of them did not pass the gate
        self._asking = False  # a run waits for the person's answer at the gate or choice of a place
        self._into = ZIP  # the last run's destination
        self._folder: "object" = None  # the folder chosen for it

    @property
    def private(self) -> "PrivateRecords":
        """What is private of what was saved."""
        if self._private is None:
            from pixelseal.ui.saving.private_records import PrivateRecords

            self._private = PrivateRecords(self.workbench)
        return self._private

    # Each of the four returns True if it saved something.

    async def image(self, item: "Item") -> bool:
        """Save the clean image; with its certificate if the person asks for that in the review."""
        result = await self._made(item, for_image=True)
        if result is not None and self.gate.with_certificate:
            await self._with_certificate(result)
        elif result is not None:
            self.host.save(result.image, result.file_name, kind_of(result.extension))
            result.saved = True
            self._say(words.say("saved", name=result.file_name))
        return result is not None

    async def one_with_certificate(self, item: "Item") -> bool:
        """Save one ZIP of the clean image, its certificate and their checksums."""
        result = await self._made(item)
        if result is not None:
            await self._with_certificate(result)
        return result is not None

    async def _with_certificate(self, result: "Result") -> None:
        from pixelseal.ui.saving.sinks import Downloads, shared_files

        sink = Downloads(self.host, result.label)
        await sink.add(shared_files(result))
        await sink.close(lambda _share: None)
        result.saved = True
        self._say(words.say("saved", name=sink.names[0]))

    async def certificate(self, item: "Item") -> bool:
        """Save the certificate of exactly the image that would be saved now."""
        result = await self._made(item, image=False)
        if result is not None:
            name = words.certificate_name(result.label)
            self.host.save(result.certificate, name, kind_of("txt"))
            self._say(words.say("saved", name=name))
        return result is not None

    async def record(self, item: "Item") -> bool:
        """Save the private record, which must not be shared."""
        result = await self._made(item, image=False)
        if result is not None:
            name = words.record_name(result.label)
            self.host.save(result.record, name, kind_of("json"))
            self._say(words.say("saved-private", name=name))
        return result is not None

    async def recipe(self, item: "Item") -> None:
        """Save the recipe: regions and reasons, no pixels and no names."""
        if not await self._settled([item]):
            return
        name = words.recipe_name(item.label)
        self.host.save(item.recipe.to_json(), name, kind_of("json"))
        self._say(words.say("saved", name=name))

    # Many at once

    @property
    def busy(self) -> bool:
        """True while many are being saved."""
        return self.batch is not None and self.batch.running

    # Each returns True if there was a run.

    async def all(self, into: str = ZIP) -> bool:
        """Save each image that can be saved, with its certificate; the others keep their reason."""
        everything = self.workbench.queue.items
        return await self._run(everything, into)

    async def chosen(self, into: str = ZIP) -> bool:
        """Save those of the chosen images that can be saved."""
        queue = self.workbench.queue
        chosen = [item for item in queue.items if item.key in queue.chosen]
        return await self._run(chosen, into)

    async def rest(self) -> bool:
        """Save what the last run left: what may succeed now, and what it did not reach."""
        return await self._run(self.to_try_again, self._into, self._folder, True)

    async def private_records(self) -> bool:
        """Save the private records of what was saved, apart from it; True if there were any."""
        self.workbench.changed()
        told = await self.private.save()
        if told is not None:
            self._say(told)
        return told is not None

    @property
    def to_try_again(self) -> "list[Item]":
        """The images left by the last run that another run may save."""
        if self.batch is None or self.batch.running:
            return []
        return [item for item in self.batch.left if _may_go_along(item)]

    @property
    def outcome(self) -> str:
        """The outcome of the last run, in a sentence or two."""
        batch = self.batch
        if batch is None:
            return ""
        text = saving_text.ended(
            len(batch.saved), len(self.about), batch.sink.names, batch.stopped, batch.error
        )
        if not self.left_out:
            return text
        return text + " " + words.say("run-left-out", count=self.left_out)

    def dismiss(self) -> None:
        """Show nothing more of the last run."""
        if not self.busy:
            self.batch = None
            self.private.forget()
            self.workbench.changed()

    async def _run(
        self, about: "list[Item]", into: str, folder: "object" = None, goes_on: bool = False
    ) -> bool:
        from pixelseal.ui.saving.batch import Batch, in_writing_order

        if self.busy or self._asking:
            return False
        self._asking = True
        slices = TimeSlices(self.host)
        try:
            items, keys = [], set()
            for item in about:
                keys.add(item.key)
                if _may_go_along(item):
                    items.append(item)
                await slices.turn()
            if not items:
                self._say(words.say("run-nothing"))
                return False
            offered = len(items)
            items = await self._settled([item for item in items if not item.withdrawn])
            items = await self.gate.pass_(items)
            await self.host.breathe()  # the review has just gone, which the page shows
            size = 0
            for item in items:
                self.workbench.queue.touch(item)  # statements count, even if the run is stopped
                size += self.host.size(item.blob)
                await slices.turn()
            items = await in_writing_order(self.workbench.names, items, slices)
            stem = "pixelseal-" + self.host.random(4)
            sink = self._sink(size, into, stem, folder)
            if not items or not await sink.open():
                return False
        except Failure as failure:
            self._say(words.sentence(failure.code, failure.values))
            return False
        finally:
            self._asking = False
        await self.host.breathe()
        self._into = into
        self._folder = sink.parent if into == FOLDER else None
        batch = self.batch = Batch(self.workbench, sink, items, self.gate.is_open)
        self.about = keys
        self.left_out = offered - len(items)
        self._say(words.say("run-begun", count=len(items)))
        if not goes_on:
            self.private.forget()
        await self.host.breathe()
        await batch.run()
        self.private.take(batch.records, stem, self._folder)
        self._say(self.outcome)
        return True

    def _sink(self, size: int, into: str, stem: str, folder: "object") -> "object":
        from pixelseal.ui.saving.sinks import PART_BYTES, Downloads, Folder, Stream

        if into == FOLDER:
            return Folder(self.host, stem, folder)
        # An ordinary download is the simplest for the person, but beyond some size too much for a
        # browser's memory: then the file is written piece by piece if the browser can.
        if self.host.disk.can_stream and size > PART_BYTES:
            return Stream(self.host, stem)
        return Downloads(self.host, stem)

    def cancel(self) -> None:
        """Stop the current work; marks and finished results are kept."""
        if self.batch is not None and self.busy:
            self.batch.stop()
        else:
            self.host.cancel()

    async def made(self, item: "Item") -> "Result | None":
        """The result of an image once all has been asked for it; None if it is not to be saved."""
        return await self._made(item)

    async def _made(
        self, item: "Item", image: bool = True, for_image: bool = False
    ) -> "Result | None":
        if not await self._settled([item]):
            return None
        while await self.gate.pass_([item], for_image):
            result = await self.workbench.make(item, image)
            if result is None or self.gate.is_open(item):
                return result
        return None

    async def _settled(self, items: "list[Item]") -> "list[Item]":
        """The images whose marks are known to be where they were meant to be.

        None of them if the names that were chosen are to be given first.
        """
        if not await self.workbench.naming.settle():
            return []
        early, slices = [], TimeSlices(self.host)
        for item in items:
            if item.provisional or item.judging:
                early.append(item)
            await slices.turn()
        await self.workbench.settle(early)
        lost = [item for item in early if item.withdrawn or item.provisional]
        for item in lost:
            self.workbench.queue.touch(item)
        if lost:
            self._say(words.say("withdrawn-several", count=len(lost)))
        return [item for item in items if item not in lost]

    def _say(self, text: str) -> None:
        self.workbench.messages.say(text)
        self.workbench.changed()


def _may_go_along(item: "Item") -> bool:
    # If a recipe failed and nothing was marked by hand, the person expects regions that are not
    # there: such an image is saved only individually.
    if item.refused:
        return False
    return not (item.recipe_failed and not item.editor.marked)
