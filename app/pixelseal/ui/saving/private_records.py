"""The private side of what a run saved: records, link table and project. Knows no buttons.

They lie apart from what is shared: in a ZIP of their own, or in a folder beside the shared one and
never within it (docs/saving.md).
"""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.zip_stream import EXPLAINED, LINK_TABLE, PROJECT, RECORDS, private
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.saving.sinks import UNLIKE, Downloads, Folder, long_text_file, text_file
from pixelseal.ui.text import words

_AT_ONCE = 8  # records between which the page can do something else


class PrivateRecords:
    """The records of what was saved since `forget`, until they are saved themselves."""

    def __init__(self, workbench: "object") -> None:
        self.workbench = workbench
        self.host = workbench.host
        self.busy = False
        self._records = {}  # label -> its record's text
        self._stem = ""  # the name of what was shared
        self._folder: "object" = None  # the folder that it lies in, None for a download

    @property
    def count(self) -> int:
        """How many records there are to save."""
        return len(self._records)

    def forget(self) -> None:
        """Offer nothing more of what was saved so far."""
        self._records = {}

    def take(self, records: "dict[str, str]", stem: str, folder: "object") -> None:
        """Add label -> record of what was just saved under that name, into that folder if any."""
        self._records.update(records)
        self._stem, self._folder = stem, folder

    async def save(self) -> "str | None":
        """Save all of it; returns a message, None if there is nothing to save."""
        if self.busy or not self._records:
            return None
        self.busy = True
        try:
            return await self._saved(dict(self._records))
        except PixelsealError as failure:
            return words.sentence(failure.code, failure.values)
        finally:
            self.busy = False

    async def _saved(self, records: "dict[str, str]") -> str:
        stem = self._stem + "-private"
        sink: "object" = Downloads(self.host, stem, may=private)
        if self._folder is not None:
            sink = Folder(self.host, stem, self._folder, private)
        links, _links = await self.workbench.ids.links()
        pieces, kept, _count, _unknown = await self.workbench.project.written(True)
        explained = words.say("private-explained", shared=self._stem)
        await sink.add(
            [
                text_file(EXPLAINED, explained + "\n"),
                text_file(LINK_TABLE, links),
                await long_text_file(self.host, PROJECT, pieces),
            ]
        )
        for place, label in enumerate(sorted(records)):
            name = RECORDS + "/" + words.record_name(label)
            await sink.add([text_file(name, records[label])])
            if place % _AT_ONCE == 0:
                await self.host.breathe()
        if await sink.close(lambda _share: None):
            raise Failure(UNLIKE)
        self.workbench.project.keep(kept)
        for label in records:
            if self._records.get(label) == records[label]:
                del self._records[label]
        return words.say("saved-private-records", count=len(records), name=sink.names[0])
