"""A package as a BagIt bag (RFC 8493, 1.0): what its tag files say, which names it takes.

Opens no file and unpacks nothing; hashes only texts. docs/package.md has the format.
"""

from pixelseal.model.digest import sha256_of
from pixelseal.model.errors import PixelsealError
from pixelseal.model.file_names import is_portable
from pixelseal.model.process import transfer, values
from pixelseal.model.process.transfer import Transfer
from pixelseal.model.recipe.checks import ALPHANUMERIC
from pixelseal.model.sha256_sums import NAME as SUMS
from pixelseal.model.signing.signature import ENDING as SIGNED
from pixelseal.model.steps import in_one_go, ordered
from pixelseal.model.zip_stream import shared
from pixelseal.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.steps import Steps

AGENT = "Pixelseal " + __version__  # the program that packs
DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
TAGS = (DECLARATION, INFO, MANIFEST, TAG_MANIFEST)
PAYLOAD = "data/"

MAX_FILES = 50_000
MAX_FILE = 512 * 1024 * 1024  # bytes; no image that is opened is larger
MAX_TAG = 16 * 1024 * 1024  # bytes of a tag file: the manifest of 50,000 files

# Of the other manifests that a bag may have beside those of SHA-256: their hexadecimal digits, by
# the algorithm as the manifest's name has it. Those that other programs check as well.
OTHERS = {
    "md5": 32, "sha1": 40, "sha224": 56, "sha384": 96, "sha512": 128, "sha3_224": 56,
    "sha3_256": 64, "sha3_384": 96, "sha3_512": 128, "blake2b": 128, "blake2s": 64,
}  # fmt: skip

_DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_FETCH = "fetch.txt"
_PATH_BYTES, _PART_BYTES = 1024, 255  # what file systems have at most
_DIGITS_OF_NAME = 8
_PLAIN = ALPHANUMERIC + "._-/"
# Blanks of other widths (Unicode, category Zs): some readers leave them out at a line's end.
_BLANKS = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_BLANKS += "\u2028\u2029\u202f\u205f\u3000"


class BagError(PixelsealError):
    """A bag that is refused as a whole: a code of docs/package.md, 3.1, or ``pack-…``."""


def takes(name: str) -> bool:
    """True if a file of that name may be in a bag that we write."""
    if name in TAGS:
        return True
    inside = name[len(PAYLOAD) :]
    if inside.startswith("certificates/") and inside.endswith(SIGNED):
        return takes(name[: -len(SIGNED)])
    return name == PAYLOAD + inside and inside != SUMS and shared(inside)


class Packed:
    """The tag files of a bag with this payload, path -> (bytes, SHA-256), and this record.

    `agent` is the program that packs, with its version. `folder` is the one in which the bag lies;
    `texts` are name -> text of the four tag files.
    """

    def __init__(
        self,
        payload: "dict[str, tuple[int, str]]",
        record: Transfer,
        agent: str,
        manifest: "str | None" = None,
    ) -> None:
        """`manifest` is the text of that for this payload, if it was made before."""
        if manifest is None:
            manifest = listed({path: payload[path][1] for path in payload})
        size = sum([payload[path][0] for path in payload])
        self.manifest = sha256_of(manifest.encode())
        self.folder = "pixelseal-" + self.manifest[:_DIGITS_OF_NAME]
        self.texts = {
            DECLARATION: _DECLARED,
            INFO: transfer.info_text(record, agent, size, len(payload)),
            MANIFEST: manifest,
        }
        tags = {name: sha256_of(self.texts[name].encode()) for name in self.texts}
        self.texts[TAG_MANIFEST] = listed(tags)


def packing(payload: "dict[str, tuple[int, str]]", record: Transfer, agent: str) -> "Steps[Packed]":
    """The tag files of a bag, a step for each file of the payload."""
    manifest = yield from _listing({path: payload[path][1] for path in payload})
    return Packed(payload, record, agent, manifest)


def listed(sums: "dict[str, str]") -> str:
    """The text of a manifest for path -> SHA-256, sorted by path."""
    return in_one_go(_listing(sums))


def _listing(sums: "dict[str, str]") -> "Steps[str]":
    lines = []
    for path in (yield from ordered([(path, path) for path in sums])):
        lines.append("{}  {}\n".format(sums[path], _encoded(path)))
        yield
    return "".join(lines)


def require_distinct(untrusted_paths: "list[str]") -> None:
    """BagError for unsafe names, and two of one: bag-too-many, bag-name, bag-doubled."""
    in_one_go(naming(untrusted_paths))


def naming(untrusted_paths: "list[str]") -> "Steps[None]":
    """The same, a step for each path."""
    if len(untrusted_paths) > MAX_FILES:
        raise BagError("bag-too-many", files=MAX_FILES)
    seen = set()
    for path in untrusted_paths:
        require_safe(path)
        folded = path.lower()
        if folded in seen:
            raise BagError("bag-doubled")
        seen.add(folded)
        yield


def base(untrusted_paths: "list[str]") -> str:
    """The folder of the bag among these files, "" or "name/"; BagError for unsafe names.

    Codes: those of `require_distinct`, bag-none.
    """
    require_distinct(untrusted_paths)
    return folder_of(untrusted_paths)


def folder_of(untrusted_paths: "list[str]") -> str:
    """The same for names that are distinct and safe; BagError (bag-none)."""
    if DECLARATION in untrusted_paths:
        return ""
    tops = {path.partition("/")[0] for path in untrusted_paths}
    folder = tops.pop() + "/" if len(tops) == 1 else ""
    if not folder or folder + DECLARATION not in untrusted_paths:
        raise BagError("bag-none")
    return folder


def require_safe(untrusted_path: str) -> None:
    """BagError (bag-name) for a path that could leave its folder, or is special somewhere."""
    # Most paths are plain, and are not gone through letter by letter.
    plain = not untrusted_path.strip(_PLAIN)
    size = len if plain else _size
    if "\\" in untrusted_path or ":" in untrusted_path or size(untrusted_path) > _PATH_BYTES:
        raise BagError("bag-name")
    for part in untrusted_path.split("/"):
        if not part or part[0] in _BLANKS or part[-1] in _BLANKS + "." or size(part) > _PART_BYTES:
            raise BagError("bag-name")
        if not is_portable(part):
            raise BagError("bag-name")
        for character in "" if plain else part:
            code = ord(character)
            if code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000:
                raise BagError("bag-name")


def _size(text: str) -> int:
    # In UTF-8; MicroPython encodes half of a surrogate pair, CPython does not.
    return sum([1 + (ord(c) > 0x7F) + (ord(c) > 0x7FF) + (ord(c) > 0xFFFF) for c in text])


class Opened:
    """What a bag's tag files say. `sums` is path -> SHA-256 of payload and tag files alike.

    `others` has what its other manifests say, algorithm -> path -> digest, likewise. `manifest` and
    `tags` are the SHA-256 of the two manifests, `tags` None without the second. `record` is the
    transfer record, None if there is none of ours.
    """

    def __init__(
        self, untrusted: "dict[str, bytes]", read: "dict[str, dict[str, str]] | None" = None
    ) -> None:
        """Read tag files, name -> bytes, those that are there; `read` is what manifests say.

        BagError: bag-version, bag-manifest, bag-fetch.
        """
        if read is None:
            read = in_one_go(_manifests(untrusted))
        self.manifest = sha256_of(untrusted[MANIFEST])
        self.sums = read[MANIFEST]
        self.tags: "str | None" = None
        if TAG_MANIFEST in untrusted:
            self.tags = sha256_of(untrusted[TAG_MANIFEST])
            self.sums.update(read[TAG_MANIFEST])
        self.others: "dict[str, dict[str, str]]" = {}
        for algorithm in sorted(OTHERS):
            for name in _named(algorithm):
                if name in read:
                    self.others.setdefault(algorithm, {}).update(read[name])
        self._info = untrusted.get(INFO)
        self.record: "Transfer | None" = None
        try:
            self.record = transfer.of_info(untrusted.get(INFO, b"").decode("utf-8"))
        except UnicodeError:
            pass

    def fault(self, size: int, files: int) -> "BagError | None":
        """What is wrong though every file has its hash, for a payload of that many bytes and files.

        Codes: bag-empty, bag-info-form with the `line`, bag-info-oxum.
        """
        if not files and not any(path.startswith(PAYLOAD) for path in self.sums):
            return BagError("bag-empty")
        if self._info is None:
            return None  # it need not be there
        line = transfer.bad_line(self._info)
        if line is not None:
            return BagError("bag-info-form", line=line)
        if not transfer.states_size(self._info, size, files):
            return BagError("bag-info-oxum", size=size, files=files)
        return None


def opening(untrusted: "dict[str, bytes]") -> "Steps[Opened]":
    """What a bag's tag files say, a step for each line of a manifest; BagError as `Opened`."""
    read = yield from _manifests(untrusted)
    return Opened(untrusted, read)


def _manifests(untrusted: "dict[str, bytes]") -> "Steps[dict[str, dict[str, str]]]":
    """Name -> path -> digest of each manifest."""
    if _FETCH in untrusted:
        raise BagError("bag-fetch")
    if untrusted[DECLARATION].replace(b"\r\n", b"\n") != _DECLARED.encode():
        raise BagError("bag-version")
    if MANIFEST not in untrusted:
        raise BagError("bag-manifest", name=MANIFEST, line=0)
    digits = {MANIFEST: 64, TAG_MANIFEST: 64}
    for algorithm in OTHERS:
        digits.update(dict.fromkeys(_named(algorithm), OTHERS[algorithm]))
    found = {}
    for name in read_first(list(untrusted)):
        if name in digits:
            found[name] = yield from _sums(untrusted[name], name, digits[name])
    return found


def read_first(paths: "list[str]") -> "list[str]":
    """Those of a bag's files that `Opened` wants, `fetch.txt` among them."""
    there = set(paths)
    others = [name for algorithm in sorted(OTHERS) for name in _named(algorithm)]
    return [name for name in list(TAGS) + [_FETCH] + others if name in there]


def _named(algorithm: str) -> "tuple[str, str]":
    """The names of the manifests of payload and tag files by another algorithm."""
    return "manifest-" + algorithm + ".txt", "tagmanifest-" + algorithm + ".txt"


def _sums(untrusted: bytes, name: str, digits: int) -> "Steps[dict[str, str]]":
    """Path -> digest of a manifest; BagError (bag-manifest) with its first bad line."""
    try:
        text = untrusted.decode("utf-8")
    except UnicodeError:
        raise BagError("bag-manifest", name=name, line=0) from None
    found: "dict[str, str]" = {}
    folded = set()
    number = 0
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        number += 1
        if not line:
            continue
        bad = BagError("bag-manifest", name=name, line=number)
        digest, rest = line[:digits].lower(), line[digits:]
        path = _decoded(rest.lstrip(" \t"))
        if not values.is_digest(digest, digits) or rest[:1] not in (" ", "\t") or path is None:
            raise bad
        of_payload = not name.startswith("tag")
        if path.startswith(PAYLOAD) != of_payload or path.lower() in folded or path[:1] == "~":
            raise bad  # a shell would take "~name" for somebody's home
        try:
            require_safe(path)
        except BagError:
            raise bad from None
        folded.add(path.lower())
        found[path] = digest
        if len(found) > MAX_FILES:
            raise BagError("bag-too-many", files=MAX_FILES)
        yield
    return found


def _encoded(path: str) -> str:
    # RFC 8493, 2.1.3: these and no others.
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _decoded(untrusted: str) -> "str | None":
    """The path as it was before `_encoded`; None for any other percent sign."""
    if "%" not in untrusted:
        return untrusted
    pieces = untrusted.split("%")
    out = pieces[0]
    for piece in pieces[1:]:
        character = {"25": "%", "0D": "\r", "0A": "\n"}.get(piece[:2].upper())
        if character is None:
            return None
        out += character + piece[2:]
    return out
