"""Alternate IDs from a table or by number, and the link table to sources. Parses no CSV.

Both are private: they contain the names of sources. Kept in memory while the page is open, and
saved only as a file that the person asks for (docs/alternate-ids.md).
"""

from pixelseal.model.protocol import REDACT
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.project.output_names import OutputNames


# How the images get their names.
RANDOM = "random"
NUMBERED = "numbered"
TABLE = "table"
KINDS = (RANDOM, NUMBERED, TABLE)
_AT_ONCE = 4096  # images whose order is drawn in one go: a browser draws 64 KiB at most


class AlternateIds:
    """The last table or prefix, and which images have IDs from it."""

    def __init__(self, queue: "Queue", host: "BrowserHost", names: "OutputNames") -> None:
        self.queue = queue
        self.host = host
        self.names = names
        self.table = {}  # source name in lower case -> alternate ID
        self.prefix = ""  # of numbered IDs
        self._given = {}  # a file's key -> its ID from the table or by number
        self._unnumbered = False  # images were opened since the last numbering
        self._numberings = 0  # how often numbering was begun, or taken back
        self.links_made = {}  # (stem, SHA-256 of the source) -> source name

    @property
    def kind(self) -> str:
        """One of KINDS."""
        if self.prefix:
            return NUMBERED
        return TABLE if self.table else RANDOM

    @property
    def all_have_ids(self) -> bool:
        """True if each open image has an ID."""
        return all(item.alternate_id for item in self.queue.items)

    def random(self) -> "Message":
        """Take back what came from a table or by number; returns a message."""
        self.table, self.prefix = {}, ""
        self._take_back()
        return Message(words.say, "ids-random")

    def _take_back(self) -> None:
        """Take back the IDs that were given, except from files of which something was made."""
        self._numberings += 1
        for file in self.queue.files():
            given = self._given.pop(file[0].file_key, None)
            if given is not None and file[0].alternate_id == given and not _is_used(file):
                self._name(file, "")

    def _name(self, file: "list", alternate: str) -> None:
        for item in file:
            item.alternate_id = alternate
            self.queue.touch(item)

    # By number

    async def number(self, prefix: str) -> "Message | None":
        """Give each image an ID of that prefix and a number; None if the person cancelled.

        IdTableError for a prefix with which no ID can begin; then nothing changes.
        """
        from pixelseal.model.project import numbering
        from pixelseal.model.project.id_origin import looks_derived
        from pixelseal.model.project.id_table import IdTableError

        if not numbering.is_prefix(prefix):
            raise IdTableError("ids-no-prefix", most=numbering.MAX_PREFIX)
        slices, derived = TimeSlices(self.host), 0
        for file in self.queue.files():
            derived += looks_derived(prefix, file[0].name, file[0].digests)
            await slices.turn()
        if derived:
            question = words.say("ids-prefix-derived", count=derived)
            yes, no = words.say("ids-use-these"), words.say("go-back")
            if not await self.host.ask(question, yes, no):
                return None
        self.table = {}
        self._take_back()
        self.prefix = prefix
        return Message(words.ids_numbered, await self._number_again())

    async def number_new(self) -> None:
        """Number again if images were opened since."""
        if self.prefix and self._unnumbered:
            await self._number_again()

    async def _number_again(self) -> int:
        """Number all files of which nothing was made and to which nobody gave another ID.

        All of them again: continued numbers would tell what was opened later. Returns how many.
        """
        from pixelseal.model.project import numbering

        self._unnumbered = False
        self._numberings += 1
        mine, slices = self._numberings, TimeSlices(self.host)
        held, free = {}, []
        for file in self.queue.files():
            alternate = file[0].alternate_id
            if _is_used(file) or alternate not in ("", self._given.get(file[0].file_key)):
                held[alternate.lower()] = True
            else:
                # Its random name is nobody else's, whatever number that one is given before it.
                free.append(file)
                self._name(file, "")
                self.names.release(file)
            if await slices.turn() and mine != self._numberings:
                return 0  # something else was chosen meanwhile

        def taken(alternate: str) -> bool:
            return alternate.lower() in held or self.names.is_made(alternate)

        count = 0
        ids = self._in_any_order(numbering.numbered(self.prefix, len(free), taken))
        for file, alternate in zip(free, ids):
            if not (_is_used(file) or file[0].alternate_id):
                self._name(file, alternate)
                self._given[file[0].file_key] = alternate
                count += 1
            if await slices.turn() and mine != self._numberings:
                return count
        return count

    def _in_any_order(self, ids: "list[str]") -> "list[str]":
        from pixelseal.model.project import numbering

        drawn = ""
        for start in range(0, len(ids), _AT_ONCE):
            count = min(_AT_ONCE, len(ids) - start)
            drawn += self.host.random(numbering.draws(count))
        return numbering.shuffled(ids, drawn)

    # The table

    async def take(self, untrusted_text: str) -> "Message | None":
        """Assign the open images their IDs; returns a message, None if the person cancelled.

        IdTableError for an invalid table, Failure before the seal; then nothing changes.
        """
        from pixelseal.model.project import id_table

        if not self.host.sealed:
            raise Failure("not-sealed")
        table = id_table.parse(untrusted_text)
        derived = self._derived(table)
        if derived:
            question = words.say("ids-derived", count=len(derived), first=derived[0])
            yes, no = words.say("ids-use-these"), words.say("go-back")
            if not await self.host.ask(question, yes, no):
                return None
        if self.prefix:
            self._take_back()
        self.table, self.prefix = table, ""
        files = self.queue.files()
        given, match, taken = self._give(files)
        unnamed = len([one for one in match.ids if one is None]) - match.doubtful
        return Message(words.ids_given, given, match.unused, unnamed, match.doubtful, taken)

    def _derived(self, table: "dict[str, str]") -> "list[str]":
        """The IDs that look derived from the name next to them, or from the file that gets them."""
        from pixelseal.model.project import id_table
        from pixelseal.model.project.id_origin import looks_derived

        found = {table[name] for name in table if looks_derived(table[name], name)}
        files = self.queue.files()
        match = id_table.match(table, [file[0].name for file in files])
        for file, alternate in zip(files, match.ids):
            if alternate is not None and looks_derived(alternate, "", file[0].digests):
                found.add(alternate)
        return sorted(found)

    def meet(self) -> int:
        """Assign IDs to images opened since that have none yet; returns how many files got one.

        An ID typed by the person meanwhile is kept.
        """
        self._unnumbered = True
        if not self.table:
            return 0
        return self._give(self.queue.files(), False)[0]

    def _give(self, files: "list[list]", again: bool = True) -> "tuple[int, object, int]":
        """(how many files got one, the Match, how many IDs are already in use)."""
        from pixelseal.model.project import id_table

        match = id_table.match(self.table, [file[0].name for file in files])
        held = {}  # ID in lower case -> files that have it but are not in the table
        for file, alternate in zip(files, match.ids):
            if alternate is None or (file[0].alternate_id and not again):
                for item in file:
                    held[item.alternate_id.lower()] = True
        given, taken = 0, 0
        for file, alternate in zip(files, match.ids):
            if alternate is None or (file[0].alternate_id and not again):
                continue
            if alternate.lower() in held:
                taken += 1
                continue
            given += 1
            self._name(file, alternate)
            self._given[file[0].file_key] = alternate
        return given, match, taken

    # The link table

    def made(self, item: "Item", stem: str) -> None:
        """An image was made under that name: the link is kept even if the image is closed."""
        self.links_made[(stem, item.inspection["sha256"])] = item.name

    @property
    def anything(self) -> bool:
        """True if the link table has a row."""
        known = any(item.inspection is not None for item in self.queue.items)
        return known or bool(self.links_made)

    async def rows(self) -> "list[tuple[str, str, str]]":
        """(alternate ID or random name, source name, SHA-256) of all open or saved images."""
        from pixelseal.ui.project import links

        return await links.rows(self.host, self.queue, self.names, self.links_made)

    async def links(self) -> "tuple[str, int]":
        """(the link table's text, how many links it has)."""
        from pixelseal.ui.project import links

        return await links.table(self.host, await self.rows())

    async def save(self) -> Message:
        """Save the link table as a download; returns a message."""
        from pixelseal.ui.project import links

        return await links.save(self.host, self.queue, await self.rows())


def _is_used(file: "list") -> bool:
    """True if something was made of a file under its name, or is being made."""
    return any(item.working == REDACT or item.result is not None for item in file)
