"""A package as it arrived, its receipt, and what the sender learns from one. Shows nothing."""

import binascii
import hashlib

from pixelseal.model.process import bag, receipt, values
from pixelseal.model.process.bag import BagError, Opened
from pixelseal.model.process.receipt import Learned, Receipt, ReceiptError
from pixelseal.model.process.transfer import TransferError
from pixelseal.model.steps import in_slices
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.workbench import verifying

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.process.receipt import File
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.workbench.signatures import Signatures

    Going = Callable[[int, int], None]

_DIGITS = 8  # of the manifest's hash in a receipt's name
_FOLDERS = (bag.PAYLOAD + "images/", bag.PAYLOAD + "certificates/")


class Arrived:
    """A bag: what its tag files say, what became of each file, and what else is wrong with it.

    `unread` are algorithms of other manifests in it, whose digests a browser does not have.
    """

    def __init__(
        self, opened: Opened, files: "tuple[File, ...]", fault: "BagError | None", blobs: "list"
    ) -> None:
        self.opened = opened
        self.files = files
        self.fault = fault
        self.blobs = blobs  # (path, Blob) of its images and certificates
        self.unread = sorted(opened.others)

    @property
    def is_whole(self) -> bool:
        """True if every file is complete, and the bag says nothing else that is not so."""
        return receipt.is_whole(self.files) and self.fault is None


async def arrived(
    host: "BrowserHost", files: "list[tuple[str, object]]", going: "Going"
) -> Arrived:
    """Read all of a bag, whose files are (path, Blob); calls going(done, total).

    BagError as docs/package.md, 3.1; Failure for a file that cannot be read.
    """
    slices, paths = TimeSlices(host), [path for path, _blob in files]
    await in_slices(bag.naming(paths), slices)
    base = bag.folder_of(paths)
    blobs = {path[len(base) :]: blob for path, blob in files}
    tags = {}
    for name in bag.read_first(list(blobs)):
        size = host.size(blobs[name])
        if size > bag.MAX_TAG:
            raise BagError("bag-too-many", files=bag.MAX_FILES)
        tags[name] = await host.reads.bytes(blobs[name], 0, size)
    opened = await in_slices(bag.opening(tags), slices)
    hashes, size, count = {}, 0, 0
    for done, (path, blob) in enumerate(files):
        going(done, len(files))
        name = path[len(base) :]
        hashes[name] = await host.reads.sha256(blob)
        if name.startswith(bag.PAYLOAD):
            size, count = size + host.size(blob), count + 1
        await slices.turn()
    found = await in_slices(receipt.finding(opened, hashes), slices)
    fault = opened.fault(size, count) if receipt.is_whole(found) else None
    shared = [(name, blobs[name]) for name in sorted(blobs) if name.startswith(_FOLDERS)]
    return Arrived(opened, found, fault, shared)


async def compared(
    host: "BrowserHost", package: Arrived, going: "Going", signatures: "Signatures"
) -> "list[verifying.Row]":
    """A row for each image and certificate of a package, as in Verify."""
    files = [(path.rpartition("/")[2], blob) for path, blob in package.blobs]
    return await verifying.compared(host, files, going, signatures)


async def receipt_of(host: "BrowserHost", package: Arrived, who: str, at: str) -> "tuple[str, str]":
    """Save the receipt as a download; its name and its SHA-256. TransferError: transfer-text."""
    if not values.is_text(who):
        raise TransferError("transfer-text", key="who")
    opened = package.opened
    made = Receipt(opened.manifest, opened.tags, who, at, opened.record, package.files)
    pieces, slices = await in_slices(made.writing(), TimeSlices(host)), TimeSlices(host)
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece.encode())
        await slices.turn()
    name = "receipt-" + opened.manifest[:_DIGITS] + ".json"
    host.save(host.joined(pieces, kind_of("json")), name, kind_of("json"))
    return name, binascii.hexlify(digest.digest()).decode()


async def learned(
    host: "BrowserHost", package: Arrived, given: "object"
) -> "tuple[Receipt, Learned]":
    """A receipt that came back, and what it says of the package that was sent.

    ReceiptError as docs/package.md, 4; BagError: receipt-own-changed.
    """
    text = await host.text(given, receipt.MAX_TEXT)
    if "\ufffd" in text:
        raise ReceiptError("receipt-not-one")
    received = await in_slices(receipt.reading(text), TimeSlices(host))
    if not package.is_whole:
        raise BagError("receipt-own-changed")
    return received, Learned(received, package.opened)
