"""The link table: which image got which name. Keeps nothing; what was made is in AlternateIds."""

from pixelseal.model.project.link_table import lines
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images.in_order import in_order
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.project.output_names import OutputNames


async def rows(
    host: "BrowserHost", queue: "Queue", names: "OutputNames", made: "dict"
) -> "list[tuple[str, str, str]]":
    """(alternate ID or random name, source name, SHA-256) of all open or saved images.

    In the order of the first.
    """
    slices, found, pairs = TimeSlices(host), dict(made), []
    for item in list(queue.items):
        if item.inspection is not None and queue.has(item):
            found[(names.stem_for(item), item.inspection["sha256"])] = item.name
        await slices.turn()
    for stem, digest in found:
        row = (stem, found[(stem, digest)], digest)
        pairs.append(("\0".join(row), row))
        await slices.turn()
    return await in_order(pairs, slices)


async def table(host: "BrowserHost", links: "list") -> "tuple[str, int]":
    """(the link table's text, how many links it has)."""
    slices, pieces = TimeSlices(host), []
    for line in lines(links):
        pieces.append(line)
        await slices.turn()
    return "".join(pieces), len(links)


async def save(host: "BrowserHost", queue: "Queue", links: "list") -> Message:
    """Save the link table as a download; returns a message."""
    text, count = await table(host, links)
    name = words.link_table_name(host.random(4))
    host.save(text, name, kind_of("csv"))
    unknown = [i for i in queue.items if i.inspection is None and not i.refused]
    return Message(words.saved_links, name, count, len(unknown))
