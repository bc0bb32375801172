"""Packs images with their certificates for a recipient (docs/package.md). Shows nothing.

Each pair is compared by the engine, and what is no pair is refused, as by the command `pack`.
"""

from pixelseal.model import protocol, sha256_sums
from pixelseal.model.errors import PixelsealError
from pixelseal.model.messages import sentence
from pixelseal.model.process import bag, transfer, validated_set, validation
from pixelseal.model.process.bag import BagError, Packed
from pixelseal.model.project.link_table import HEADER
from pixelseal.model.signing import signature
from pixelseal.model.steps import in_slices, ordered
from pixelseal.model.verify import verdicts
from pixelseal.model.verify.pairing import Given, pairs
from pixelseal.model.zip_stream import ZipStream
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images.folder_intake import is_hidden
from pixelseal.ui.saving.sinks import SharedFile, shared_files, text_file
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.policy.policy import Policy
    from pixelseal.model.process.validation import Entry, Validation
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.result import Result

_IMAGES, _CERTIFICATES = bag.PAYLOAD + "images/", bag.PAYLOAD + "certificates/"
_PRIVATE_NAMES = ("private.txt", "link-table.csv")
_LINK_TABLE = (HEADER[0] + '","' + HEADER[1]).encode()
_JOINED = 100  # parts of a ZIP at once: each takes its time to reach the browser
_SOUGHT = 4 * 1024 * 1024  # bytes of a JSON in which its version is looked for


class Row:
    """A file that was looked at: its path, and why it is refused, None if it is taken."""

    def __init__(self, path: str, inside: str, failure: "PixelsealError | None") -> None:
        self.path = path
        self.inside = inside
        self.failure = failure

    @property
    def told(self) -> str:
        """What became of it, as a sentence."""
        if self.failure is not None:
            return words.sentence(self.failure.code, self.failure.values)
        return sentence("pack-taken", {"path": self.inside}, words.language())


class Packing:
    """What is to be handed over: `rows` has what was looked at, `contents` what goes in."""

    def __init__(self, host: "BrowserHost") -> None:
        self.host = host
        self.rows: "list[Row]" = []
        self.contents: "dict[str, SharedFile]" = {}
        self._folded: "set[str]" = set()  # their paths in lower case
        self.accepted: "Validation | None" = None  # what a second person decided, if it was given

    @property
    def images(self) -> int:
        """How many images go in."""
        return len([path for path in self.contents if path.startswith(_IMAGES)])

    @property
    def refused(self) -> int:
        """How many files are refused: then nothing is packed."""
        return len([row for row in self.rows if row.failure is not None])

    async def look(
        self, files: "list[tuple[str, object]]", going: "Callable[[int, int], None]"
    ) -> None:
        """Look at (path, Blob) files, and at nothing that was handed in before.

        Calls going(done, total). A file that cannot be read is refused as any other.
        """
        self.rows, self.contents, self._folded = [], {}, set()
        slices, given, kept, signatures = TimeSlices(self.host), [], [], {}
        seen = [pair for pair in files if not any(is_hidden(part) for part in pair[0].split("/"))]
        for done, (path, blob) in enumerate(seen):
            going(done, 2 * len(seen))
            name = path.rpartition("/")[2]
            if name.endswith(signature.ENDING):
                signatures[path] = blob
                continue
            if sha256_sums.is_named_so(name):
                continue  # the manifest takes its place
            try:
                value, _buffers = await self.host.request(protocol.IDENTIFY, {}, [blob])
                if value["kind"] == verdicts.OTHER:
                    private = await self._is_private(name, blob)
                    raise BagError("pack-private" if private else "pack-other")
            except PixelsealError as failure:
                self.rows.append(Row(path, "", failure))
                continue
            about = (value["about_file"], value["about_sha256"])
            given.append(Given(name, value["kind"], value["sha256"], *about))
            kept.append((path, blob))
            await slices.turn()
        found = pairs(given)
        for done, pair in enumerate(found):
            going(len(found) + done, 2 * len(found))
            sides = [None if place is None else (given[place],) + kept[place] for place in pair]
            path = next(side[1] for side in sides if side is not None)
            try:
                inside = await self._taken(sides[0], sides[1], signatures)
                self.rows.append(Row(path, inside, None))
            except PixelsealError as failure:
                self.rows.append(Row(path, "", failure))
            await slices.turn()
        for path in sorted(signatures):  # of no certificate that was taken
            self.rows.append(Row(path, "", BagError("pack-other")))

    async def _taken(
        self, image: "tuple | None", certificate: "tuple | None", signatures: "dict"
    ) -> str:
        """Take an image with its certificate; BagError if they are no pair that is unchanged."""
        if image is None:
            raise BagError("pack-no-image")
        if certificate is None:
            raise BagError("pack-no-certificate")
        name, blobs = image[0].name, [image[2], certificate[2]]
        found, _buffers = await self.host.request(protocol.VERIFY, {}, blobs)
        if found["status"] != verdicts.UNCHANGED:
            told = verdicts.title(found, words.language())
            raise BagError("pack-changed-since", verdict=told)
        if found["file"] != name:
            raise BagError("pack-renamed")  # whose name it has now, nobody knows
        certified = words.certificate_name(name.rpartition(".")[0])
        inside = [_IMAGES + name, _CERTIFICATES + certified]
        if not all(bag.takes(path) for path in inside):
            raise BagError("pack-renamed")
        if any(path.lower() in self._folded for path in inside):
            raise BagError("pack-doubled")
        new = [
            await self._content(inside[0], image[2], image[0].sha256),
            await self._content(inside[1], certificate[2], certificate[0].sha256),
        ]
        signed = signatures.get(certificate[1] + signature.ENDING)
        if signed is not None:
            data = await self.host.reads.bytes(signed, 0, signature.MAX_BYTES + 1)
            signature.parse(data)  # what is no signature could be anything
            sha256 = await self.host.reads.sha256(signed)
            new.append(await self._content(inside[1] + signature.ENDING, signed, sha256))
            del signatures[certificate[1] + signature.ENDING]
        for content in new:
            self.contents[content.name] = content
            self._folded.add(content.name.lower())
        return inside[0]

    async def take_validation(self, blob: "object") -> None:
        """Pack only what is accepted in it; ValidationError, Failure, and what was given stays."""
        text = await self.host.text(blob, validation.MAX_TEXT)
        self.accepted = await in_slices(validation.reading(text), TimeSlices(self.host))

    async def require_accepted(self, policy: "Policy | None") -> None:
        """Refuse, row by row, what a validation does not accept; BagError where one is missing.

        BagError: pack-needs-validation, pack-validated-own.
        """
        if policy is not None and policy.second_person:
            if self.accepted is None:
                raise BagError("pack-needs-validation", policy=policy.name)
            if self.accepted.own:
                raise BagError("pack-validated-own", policy=policy.name)
        if self.accepted is None:
            return
        slices, entries = TimeSlices(self.host), {}
        for entry in self.accepted.entries:
            entries[entry.image] = entry
            await slices.turn()
        for row in self.rows:
            if row.inside:
                row.failure = self._not_accepted(row.inside, entries)
            await slices.turn()

    def _not_accepted(self, inside: str, entries: "dict[str, Entry]") -> "BagError | None":
        name = inside[len(_IMAGES) :]
        certificate = _CERTIFICATES + words.certificate_name(name.rpartition(".")[0])
        hashes = [self.contents[path].sha256 for path in (inside, certificate)]
        pair = validated_set.Pair(name, hashes[0], hashes[1])
        status = validated_set.standing(name, entries.get(name), pair, broken=False).status
        if status == validation.ACCEPTED:
            return None
        return BagError(validated_set.NOT_ACCEPTED[status])

    async def _content(self, path: str, blob: "object", sha256: str) -> SharedFile:
        crc32 = await self.host.reads.crc32(blob)
        return SharedFile(path, blob, self.host.size(blob), crc32, sha256)

    async def _is_private(self, name: str, blob: "object") -> bool:
        reads = self.host.reads
        if name.lower() in _PRIVATE_NAMES or _LINK_TABLE in await reads.bytes(blob, 0, 200):
            return True
        if not name.lower().endswith(".json"):
            return False
        # Record, project, review, receipt …: all of them are private here.
        text = await reads.bytes(blob, 0, min(self.host.size(blob), _SOUGHT))
        return any(rest.lstrip().startswith(b":") for rest in text.split(b'"pixelseal"')[1:])

    async def pack(
        self, typed: "dict[str, str | None]", at: str, head: "str | None"
    ) -> "tuple[Packed, str]":
        """Save the package of what was looked at, as a download; its tag files and its name.

        `typed` has `to`, `method`, `purpose` and `who`. TransferError: transfer-text with `key`.
        BagError: pack-refused, pack-empty.
        """
        record = transfer.of_object(dict(typed, at=at, head=head))
        if self.refused:
            raise BagError("pack-refused", count=self.refused)
        if not self.contents:
            raise BagError("pack-empty")
        slices = TimeSlices(self.host)
        contents = self.contents
        payload = {path: (contents[path].size, contents[path].sha256) for path in contents}
        packed = await in_slices(bag.packing(payload, record, bag.AGENT), slices)
        stream, pieces = ZipStream(bag.takes, packed.folder), []
        files = await in_slices(ordered([(path, contents[path]) for path in contents]), slices)
        tags = [text_file(name, packed.texts[name]) for name in sorted(packed.texts)]
        kind, parts = kind_of("zip"), []
        for file in files + tags:
            pieces.append(stream.header(file.name, file.size, file.crc32))
            pieces.append(file.content)
            if len(pieces) >= _JOINED:
                parts.append(self.host.joined(pieces, kind))
                pieces = []
            await slices.turn()
        name = packed.folder + ".zip"
        # One Blob of those that are there already: nothing is copied, however much it is.
        whole = self.host.joined(parts + pieces + [b"".join(stream.end())], kind)
        self.host.save(whole, name, kind)
        return packed, name


def is_saved_here(items: "list[Item]") -> bool:
    """True if `saved_here` has any."""
    return any(_kept(item) is not None for item in items)


def _kept(item: "Item") -> "Result | None":
    for result in (item.result, item.saved_before):
        if result is not None and result.saved and result.image is not None:
            return result
    return None


async def saved_here(host: "BrowserHost", items: "list[Item]") -> "list[tuple[str, object]]":
    """(path, Blob) of the images that were saved in this page and are still in its memory."""
    slices, found = TimeSlices(host), []
    for item in list(items):
        result = _kept(item)
        for file in shared_files(result) if result is not None else ():
            content = file.content
            if isinstance(content, str):
                content = host.blob(content, kind_of("txt"))
            found.append((file.name, content))
        await slices.turn()
    return found
