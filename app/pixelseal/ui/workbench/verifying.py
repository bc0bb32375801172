"""Verifies files, with a row for each. Shows nothing."""

from pixelseal.model import protocol, sha256_sums
from pixelseal.model.process import bag
from pixelseal.model.verify import sums, verdicts
from pixelseal.model.verify.pairing import Given, pairs
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images.folder_intake import DEEPEST, is_hidden
from pixelseal.ui.images.in_order import in_order

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.workbench.signatures import Signatures

_MANIFESTS = (bag.MANIFEST, bag.TAG_MANIFEST)


class Row:
    """The names of one or two files, and the verdict on them; `paper` is the certificate's Blob.

    Of a pair `picture` is the image's, and `sha256` has both of their hashes.
    """

    def __init__(
        self,
        names: "tuple[str, ...]",
        verdict: "dict",
        paper: "object" = None,
        picture: "object" = None,
        sha256: "tuple[str, ...]" = (),
    ) -> None:
        self.names = names
        self.verdict = verdict
        self.paper = paper
        self.picture = picture
        self.sha256 = sha256


def not_read(name: str, code: str, values: "dict | None" = None) -> Row:
    """The row of a file that could not be read, or on which the engine failed."""
    verdict = {"status": verdicts.NOT_READ, "code": code, "values": values or {}}
    return Row((name,), verdict)


async def compared(
    host: "BrowserHost",
    files: "list[tuple[str, object]]",
    going: "Callable[[int, int], None]",
    signatures: "Signatures",
) -> "list":
    """A Row for each pair of (name, Blob) files and each unpaired one; calls going(done, total).

    One request at a time, each with at most an image and a certificate. Tag files of a package are
    compared with its lists alone. A signature has no row but is in that of the certificate that it
    is of, unless it is of something else.
    """
    rows, given, blobs, lists, tags = [], [], [], [], []
    files = [file for file in files if not signatures.take(*file)]
    packed = any(name == bag.TAG_MANIFEST for name, _blob in files)
    for done, (name, blob) in enumerate(files):
        going(done, len(files))
        if signatures.is_list(name):
            rows.append(not_read(name, "signers-not-chosen"))
            continue
        try:
            value, _buffers = await host.request(protocol.IDENTIFY, {}, [blob])
        except Failure as failure:
            rows.append(not_read(name, failure.code, failure.values))
            continue
        tag = packed and name in bag.TAGS
        if tag:
            tags.append((name, value["sha256"]))
        if sha256_sums.is_named_so(name) or (tag and name in _MANIFESTS):
            listed = sha256_sums.read(await _text(host, blob))
            if listed is not None:
                lists.append((name, listed))
                continue
        if tag and name not in _MANIFESTS:
            continue
        about = (value["about_file"], value["about_sha256"])
        given.append(Given(name, value["kind"], value["sha256"], *about))
        blobs.append(blob)
    found = pairs(given)
    signed = {}  # place of a certificate -> what its signature shows
    for _image, place in found:
        if place is not None and place not in signed:
            signed[place] = await signatures.of(given[place].name, blobs[place])
    for done, pair in enumerate(found):
        going(done, len(found))
        places = [place for place in pair if place is not None]
        names = tuple([given[place].name for place in places])
        if len(places) == 1:
            only = given[places[0]]
            rows.append(Row(names, verdicts.alone(only.kind, only.name)))
            if places[0] in signed:
                rows[-1].verdict["signature"] = signed[places[0]]
                rows[-1].paper = blobs[places[0]]
            continue
        two = [blobs[place] for place in places]
        try:
            value, _buffers = await host.request(protocol.VERIFY, {}, two)
            hashes = tuple([given[place].sha256 for place in places])
            told = dict(value, signature=signed[places[-1]])
            rows.append(Row(names, told, two[1], two[0], hashes))
        except Failure as failure:
            rows.append(not_read(names[0], failure.code, failure.values))
    digests = [(one.name, one.sha256) for one in given] + tags
    rows += [Row((name,), sums.verdict(listed, digests)) for name, listed in lists]
    for name, told in await signatures.left(files):
        rows.append(Row((name,), {"status": verdicts.SIGNATURE, "signature": told}))
    return rows


async def _text(host: "BrowserHost", blob: "object") -> str:
    """What may be a list of checksums; "" if it can no longer be read."""
    try:
        return await host.text(blob, sha256_sums.MAX_BYTES)
    except Failure:
        return ""


async def within_all(host: "BrowserHost", folders: "list", files: "list", rows: "list") -> None:
    """As `within`, for each (tree, start) folder that was dropped; one may be gone itself."""
    for tree, start in folders:
        try:
            await within(tree, await tree.root(start), files, rows, TimeSlices(host))
        except Failure as failure:
            rows.append(not_read("", failure.code))


async def within(
    tree: "object",
    folder: "object",
    files: "list",
    rows: "list",
    slices: TimeSlices,
    depth: int = 1,
) -> None:
    """Add the files of a folder (pixelseal.ui.images.folder_intake) to `files`.

    What cannot be read goes to `rows`; hidden files are left out.
    """
    try:
        children = await tree.children(folder)
    except Failure as failure:
        rows.append(not_read(tree.name(folder), failure.code))
        return
    named = []
    for child in children:
        name = tree.name(child)
        named.append((name, (name, child)))
        await slices.turn()
    for name, child in await in_order(named, slices):
        await slices.turn()
        if is_hidden(name):
            continue
        if not tree.is_folder(child):
            try:
                files.append((name, await tree.file(child)))
            except Failure as failure:
                rows.append(not_read(name, failure.code))
        elif depth == DEEPEST:
            rows.append(not_read(name, "file-unreadable"))
        else:
            await within(tree, child, files, rows, slices, depth + 1)
