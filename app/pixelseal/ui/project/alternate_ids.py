"""Alternate IDs from a table, and the link table of what was made under which. Parses no CSV.

Both are private: they hold the names of sources. Kept in memory while the page is open, and
handed out only as the file that the person asks for (docs/alternate-ids.md).
"""

from pixelseal.model.project import id_table
from pixelseal.model.project.id_origin import looks_derived
from pixelseal.model.project.link_table import to_csv
from pixelseal.ui.browser.host import Failure, kind_of
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message


class AlternateIds:
    """The table that was given last, and who has what from it."""

    def __init__(self, queue: "object", host: "object", names: "object") -> None:
        self.queue = queue
        self.host = host
        self.names = names
        self.table = {}  # source name in lower case -> alternate ID
        self._made = {}  # (stem, SHA-256 of the source) -> source name

    # The table

    async def take(self, untrusted_text: str) -> "Message | None":
        """Give the open images their IDs; what to say of it, None where the person went back.

        IdTableError for a table that is refused, Failure before the seal: nothing is changed then.
        """
        if not self.host.sealed:
            raise Failure("not-sealed")
        table = id_table.parse(untrusted_text)
        derived = self._derived(table)
        if derived:
            question = words.say("ids-derived", count=len(derived), first=derived[0])
            yes, no = words.say("ids-use-these"), words.say("go-back")
            if not await self.host.ask(question, yes, no):
                return None
        self.table = table
        files = self.queue.files()
        given, match, taken = self._give(files)
        unnamed = len([one for one in match.ids if one is None]) - match.doubtful
        return Message(words.ids_given, given, match.unused, unnamed, match.doubtful, taken)

    def _derived(self, table: "dict[str, str]") -> "list[str]":
        """The IDs that look made from the name beside them, or from the open file that gets it."""
        found = {table[name] for name in table if looks_derived(table[name], name)}
        files = self.queue.files()
        match = id_table.match(table, [file[0].name for file in files])
        for file, alternate in zip(files, match.ids):
            if alternate is not None and looks_derived(alternate, "", file[0].digests):
                found.add(alternate)
        return sorted(found)

    def meet(self) -> int:
        """Give images that were opened since, and have no ID yet, theirs; how many files got one.

        An ID that the person has typed meanwhile stays.
        """
        if not self.table:
            return 0
        return self._give(self.queue.files(), False)[0]

    def _give(self, files: "list[list]", again: bool = True) -> "tuple[int, object, int]":
        """(how many files got one, the Match, how many IDs another image has already)."""
        match = id_table.match(self.table, [file[0].name for file in files])
        held = {}  # ID in lower case -> the files that the table does not name and that have it
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
            for item in file:
                item.alternate_id = alternate
                self.queue.touch(item)
        return given, match, taken

    # The link table

    def made(self, item: "object", stem: str) -> None:
        """An image was made under that name: the link is kept though the image be closed."""
        self._made[(stem, item.inspection["sha256"])] = item.name

    @property
    def anything(self) -> bool:
        """True if there is a row for the link table."""
        known = any(item.inspection is not None for item in self.queue.items)
        return known or bool(self._made)

    def rows(self) -> "list[tuple[str, str, str]]":
        """(alternate ID or random name, source name, SHA-256) of all that is open or was made."""
        links = dict(self._made)
        for item in self.queue.items:
            if item.inspection is not None:
                links[(self.names.stem_for(item), item.inspection["sha256"])] = item.name
        return [(stem, links[(stem, digest)], digest) for stem, digest in links]

    def save(self) -> Message:
        """Hand the link table to the browser's downloads; what to say of it."""
        rows = self.rows()
        name = words.link_table_name(self.host.random(4))
        self.host.save(to_csv(rows), name, kind_of("csv"))
        unknown = [i for i in self.queue.items if i.inspection is None and not i.refused]
        return Message(words.saved_links, name, len(rows), len(unknown))
