"""The receipt: file by file what arrived, and what the sender learns (docs/package.md, 4)."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import canonical_json, transfer, values
from pixelseal.model.process.bag import MAX_FILES, TAG_MANIFEST, BagError, Opened, require_safe
from pixelseal.model.process.transfer import Transfer
from pixelseal.model.recipe import canonical
from pixelseal.model.recipe.value import Value
from pixelseal.model.steps import in_one_go, ordered

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.steps import Steps

VERSION = "receipt/1"
MAX_TEXT = 32 * 1024 * 1024  # characters

COMPLETE, MISSING, CHANGED, ADDED = "complete", "missing", "changed", "added"
STATUSES = (COMPLETE, MISSING, CHANGED, ADDED)
# What the sender learns.
CONFIRMED, DIFFERS, ANOTHER = "confirmed", "differs", "another-package"

_KEYS = ["at", "files", "manifest", "pixelseal", "tags", "transfer", "who"]
_ROW = ["path", "sha256", "status"]


class ReceiptError(PixelsealError):
    """A receipt that is refused: ``receipt-not-one``, ``-version``, ``-unreadable`` with `key`."""


class File(Value):
    """One file of a package: its path, one of STATUSES, its SHA-256 as it arrived, or None."""

    FIELDS = ("path", "status", "sha256")

    def __init__(self, path: str, status: str, sha256: "str | None") -> None:
        self.path = path
        self.status = status
        self.sha256 = sha256

    def to_json(self) -> str:
        """The entry, canonical."""
        path, sha256 = canonical_json.string(self.path), canonical_json.dump(self.sha256)
        return '{"path":' + path + ',"sha256":' + sha256 + ',"status":"' + self.status + '"}'


class Receipt(Value):
    """`files` is a tuple of File, sorted by path; `tags` and `record` may be None."""

    FIELDS = ("manifest", "tags", "who", "at", "record", "files")

    def __init__(
        self,
        manifest: str,
        tags: "str | None",
        who: str,
        at: str,
        record: "Transfer | None",
        files: "tuple[File, ...]",
    ) -> None:
        self.manifest = manifest
        self.tags = tags
        self.who = who
        self.at = at
        self.record = record
        self.files = files

    def to_json(self) -> str:
        """The text of the file, each entry of `files` on its own line."""
        return "".join(in_one_go(self.writing()))

    def writing(self) -> "Steps[list[str]]":
        """The same in pieces, a step for each entry."""
        record = None if self.record is None else self.record.to_object()
        about = [
            ("at", self.at), ("manifest", self.manifest), ("pixelseal", VERSION),
            ("tags", self.tags), ("transfer", record), ("who", self.who),
        ]  # fmt: skip
        head = ",\n".join(['"' + key + '":' + canonical_json.dump(value) for key, value in about])
        pieces = ["{" + head + ',\n"files":[\n']
        for number, row in enumerate(self.files):
            pieces.append(",\n" + row.to_json() if number else row.to_json())
            yield
        return pieces + ["\n]}\n"]


def found(
    opened: Opened, hashes: "dict[str, str]", others: "dict[str, dict[str, str]] | None" = None
) -> "tuple[File, ...]":
    """What arrived, by the SHA-256 of each file of the bag, path -> hash, tag files among them.

    `others` is algorithm -> path -> digest, of the files that the bag's other manifests list. One
    that is not given was not computed, and nothing follows from it.
    """
    return in_one_go(finding(opened, hashes, others))


def finding(
    opened: Opened, hashes: "dict[str, str]", others: "dict[str, dict[str, str]] | None" = None
) -> "Steps[tuple[File, ...]]":
    """The same, a step for each file."""
    listed = dict(opened.sums)
    unlike = set()
    for algorithm in opened.others:
        computed = (others or {}).get(algorithm)
        for path in opened.others[algorithm]:
            if path not in hashes:
                listed.setdefault(path, "")
            elif computed is not None and computed.get(path) != opened.others[algorithm][path]:
                unlike.add(path)
    rows = []
    paths = set(listed) | set(hashes) | {TAG_MANIFEST}
    for path in (yield from ordered([(path, path) for path in paths])):
        sha256 = hashes.get(path)
        status = CHANGED if path in unlike else _status(listed.get(path), sha256)
        if path != TAG_MANIFEST or status in (MISSING, CHANGED):
            rows.append(File(path, status, sha256))
        yield
        # Else: it lists the others, and no list of SHA-256 has it: the receipt has its hash.
    return tuple(rows)


def _status(wanted: "str | None", sha256: "str | None") -> str:
    if sha256 is None:
        return MISSING
    if wanted is None:
        return ADDED
    return COMPLETE if sha256 == wanted else CHANGED


def counts(files: "tuple[File, ...]") -> "dict[str, int]":
    """How many files there are of each status."""
    return {status: len([row for row in files if row.status == status]) for status in STATUSES}


def is_whole(files: "tuple[File, ...]") -> bool:
    """True if every file is complete, and there is at least one."""
    return bool(files) and all(row.status == COMPLETE for row in files)


class Learned:
    """What a receipt tells whoever sent the package.

    `status` is CONFIRMED, DIFFERS or ANOTHER; `files` the same as in a receipt, by the hashes that
    it gives; `contradicted` the paths whose stated status does not follow from these. `record` has
    the names of what its transfer record states otherwise than that of the package.
    """

    def __init__(self, received: Receipt, sent: Opened) -> None:
        stated = {row.path: row for row in received.files}
        hashes = {row.path: row.sha256 for row in received.files if row.sha256 is not None}
        if received.tags is not None:
            hashes[TAG_MANIFEST] = received.tags
        self.files = found(sent, hashes)
        self.contradicted = [
            row.path
            for row in self.files
            if row.path in stated and stated[row.path].status != row.status
        ]
        known = {row.path for row in self.files}
        self.contradicted += sorted([path for path in stated if path not in known])
        self.record = _unlike(received.record, sent.record)
        agrees = received.tags == sent.tags and not self.contradicted and not self.record
        if received.manifest != sent.manifest:
            self.status = ANOTHER
        elif is_whole(self.files) and agrees:
            self.status = CONFIRMED
        else:
            self.status = DIFFERS


def _unlike(one: "Transfer | None", other: "Transfer | None") -> "list[str]":
    """The names of the fields in which two transfer records differ; all where one is missing."""
    if one is None or other is None:
        return [] if one is other else list(Transfer.FIELDS)
    return [name for name in Transfer.FIELDS if getattr(one, name) != getattr(other, name)]


def parse(untrusted_text: str) -> Receipt:
    """Read a receipt; ReceiptError for everything that docs/package.md, 4 does not say."""
    return in_one_go(reading(untrusted_text))


def reading(untrusted_text: str) -> "Steps[Receipt]":
    """The same, a step for each file."""
    try:
        untrusted = canonical.load(untrusted_text, MAX_TEXT)
    except ValueError:
        raise ReceiptError("receipt-not-one") from None
    version = untrusted.get("pixelseal") if isinstance(untrusted, dict) else None
    if not isinstance(version, str) or not version.startswith("receipt/"):
        raise ReceiptError("receipt-not-one")
    if version != VERSION:
        raise ReceiptError("receipt-version")
    assert isinstance(untrusted, dict)  # for the type checker: it has a version
    if sorted(untrusted) != _KEYS:
        raise ReceiptError("receipt-unreadable", key="receipt")
    for key, right in (
        ("manifest", values.is_digest(untrusted["manifest"])),
        ("tags", untrusted["tags"] is None or values.is_digest(untrusted["tags"])),
        ("who", values.is_text(untrusted["who"])),
        ("at", values.is_moment(untrusted["at"])),
    ):
        if not right:
            raise ReceiptError("receipt-unreadable", key=key)
    return Receipt(
        untrusted["manifest"],
        untrusted["tags"],
        untrusted["who"],
        untrusted["at"],
        _transfer(untrusted["transfer"]),
        (yield from _files(untrusted["files"])),
    )


def _transfer(untrusted: "object") -> "Transfer | None":
    if untrusted is None:
        return None
    if not isinstance(untrusted, dict) or transfer.wrong(untrusted) is not None:
        raise ReceiptError("receipt-unreadable", key="transfer")
    return transfer.of_object(untrusted)


def _files(untrusted: "object") -> "Steps[tuple[File, ...]]":
    if not isinstance(untrusted, list) or len(untrusted) > 2 * MAX_FILES:
        raise ReceiptError("receipt-unreadable", key="files")
    rows: "list[File]" = []
    for number, row in enumerate(untrusted):
        wrong = ReceiptError("receipt-unreadable", key="files[{}]".format(number))
        if not isinstance(row, dict) or sorted(row) != _ROW or row["status"] not in STATUSES:
            raise wrong
        path, status, sha256 = row["path"], row["status"], row["sha256"]
        if not isinstance(path, str) or (rows and path <= rows[-1].path):
            raise wrong
        try:
            require_safe(path)
        except BagError:
            raise wrong from None
        if (sha256 is not None) if status == MISSING else not values.is_digest(sha256):
            raise wrong
        rows.append(File(path, status, sha256))
        yield
    return tuple(rows)
