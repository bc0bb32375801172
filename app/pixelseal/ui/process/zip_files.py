"""The files that were handed in as ZIPs, in folders or one by one: (path, Blob). Shows nothing.

Whoever made a ZIP is not trusted (docs/package.md, 3.1). Nothing is unpacked but into Blobs: what a
ZIP stores is a slice of it.
"""

from pixelseal.model.process import bag, zip_directory
from pixelseal.model.process.bag import BagError
from pixelseal.model.process.zip_directory import Place
from pixelseal.model.steps import in_slices, ordered
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images.folder_intake import is_hidden

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.process.zip_directory import Entry
    from pixelseal.ui.browser.browser_host import BrowserHost

    Going = Callable[[int, int], None]

_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")  # with a file, with none


async def is_zip(host: "BrowserHost", name: str, blob: "object") -> bool:
    """True for a file that calls itself a ZIP, or begins like one; Failure."""
    return name.lower().endswith(".zip") or await host.reads.bytes(blob, 0, 4) in _BEGINS


async def unzipped(
    host: "BrowserHost", blob: "object", going: "Going | None" = None
) -> "list[tuple[str, object]]":
    """(path, Blob) of each file in a ZIP, each of the length and CRC-32 that its list says.

    Calls going(done, total). BagError as docs/package.md, 3.1, of which `bag-none` is not known
    here; Failure if the ZIP itself cannot be read.
    """
    reads, slices, size = host.reads, TimeSlices(host), host.size(blob)
    place = Place(await reads.bytes(blob, max(0, size - zip_directory.TAIL), size), size)
    listed = await reads.bytes(blob, place.start, place.start + place.size)
    entries = await in_slices(zip_directory.reading(listed, place), slices)
    await in_slices(bag.naming([entry.name for entry in entries]), slices)
    found = []
    for done, entry in enumerate(entries):
        if going is not None:
            going(done, len(entries))
        found.append((entry.name, await _unpacked(host, blob, entry)))
        await slices.turn()
    return found


async def _unpacked(host: "BrowserHost", blob: "object", entry: "Entry") -> "object":
    reads = host.reads
    header = await reads.bytes(blob, entry.offset, entry.offset + entry.header)
    at = entry.data_at(header)
    whole = reads.part(blob, at, at + entry.packed)
    if entry.method == zip_directory.DEFLATED:
        whole = await reads.inflated(whole, entry.size)
    if whole is None or host.size(whole) != entry.size:
        raise BagError("bag-damaged")
    if await reads.crc32(whole) != entry.crc32:
        raise BagError("bag-damaged")
    return whole


async def within(
    host: "BrowserHost", tree: "object", folder: "object"
) -> "list[tuple[str, object]]":
    """The same for a folder that was dropped (pixelseal.ui.images.folder_intake), hidden files too.

    BagError: bag-too-many, bag-name, bag-doubled; Failure for a file that cannot be read.
    """
    slices, found, seen = TimeSlices(host), [], 0
    waiting = [("", folder)]
    while waiting:
        inside, start = waiting.pop()
        for child in await tree.children(start):
            seen += 1
            if seen > 2 * bag.MAX_FILES:  # folders among them
                raise BagError("bag-too-many", files=bag.MAX_FILES)
            path = inside + tree.name(child)
            if tree.is_folder(child):
                bag.require_safe(path)
                waiting.append((path + "/", child))
            else:
                found.append((path, await tree.file(child)))
            await slices.turn()
    return await named(host, found)


async def named(
    host: "BrowserHost", files: "list[tuple[str, object]]"
) -> "list[tuple[str, object]]":
    """Files with their paths in one folder, in order, if they can lie in one and none is too large.

    BagError: bag-too-many, bag-name, bag-doubled.
    """
    slices = TimeSlices(host)
    await in_slices(bag.naming([path for path, _blob in files]), slices)
    for _path, blob in files:
        if host.size(blob) > bag.MAX_FILE:
            raise BagError("bag-too-many", files=bag.MAX_FILES)
        await slices.turn()
    return await in_slices(ordered([(pair[0], pair) for pair in files]), slices)


async def unfolded(
    host: "BrowserHost", files: "list[tuple[str, object]]", going: "Going | None" = None
) -> "tuple[list[tuple[str, object]], list[tuple[str, BagError]]]":
    """(name, Blob) with the files in each ZIP in its place, hidden ones left out; and refused ZIPs.

    Names have no folders. What cannot be read stays, for whoever reads it next to say so.
    """
    found, refused = [], []
    for name, blob in files:
        try:
            inside = await unzipped(host, blob, going) if await is_zip(host, name, blob) else None
        except BagError as failure:
            refused.append((name, failure))
            continue
        except Failure:
            inside = None
        if inside is None:
            found.append((name, blob))
            continue
        for path, part in inside:
            if not any(is_hidden(folder) for folder in path.split("/")):
                found.append((path.rpartition("/")[2], part))
    return found, refused


async def gathered(
    host: "BrowserHost",
    files: "list[tuple[str, object]]",
    folders: "list[tuple[object, object]]",
    going: "Going | None" = None,
) -> "list[tuple[str, object]]":
    """(path, Blob) of all that was handed in together: ZIPs unfolded, and (tree, start) folders.

    BagError, Failure as `unzipped` and `within`.
    """
    found = []
    for path, blob in files:
        if await is_zip(host, path, blob):
            found += await unzipped(host, blob, going)
        else:
            found.append((path, blob))
    for tree, start in folders:
        found += await within(host, tree, await tree.root(start))
    return found
