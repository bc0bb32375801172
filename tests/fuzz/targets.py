"""The fuzz targets, their seeds and how seeds are changed. Runs nothing by itself.

The invariant of each target: whatever the bytes are, it returns or raises the one error that says
what is wrong with them. Anything else is a crash.
"""

import contextlib
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

from pixelseal.core.audit import png, tiff
from pixelseal.core.audit.avif import examine as avif
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput
from pixelseal.core.audit.jpeg import examine as jpeg
from pixelseal.core.audit.residue.ranges import picture_ranges
from pixelseal.core.audit.webp import examine as webp
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.encode import EncodeSettings, encode, write_pages
from pixelseal.core.evidence import certificate as certificates
from pixelseal.core.source import examine
from pixelseal.local import codecs as native
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe.recipe import parse
from pixelseal.model.signing import private_key, signature, signers
from pixelseal.model.signing.refused import SigningRefused

from tests.builders import arithmetic_jpeg
from tests.builders.bmff import AV1C, Item, heif, irot, ispe, nclx, pixi
from tests.builders.odd import odd_files
from tests.core import planted
from tests.core.audit.outputs import CODINGS, burned, output
from tests.core.support import can_decode, file_of, photo, redact
from tests.core.support import recipe as planted_recipe
from tests.model.signing import outside
from tests.vectors.table import RECIPES, recipe_text, sources

TURNED = (ispe(16, 7), pixi(8, 8, 8), AV1C, irot(1), nclx(12, 13))
DEPENDENT = (
    Item(references=((b"thmb", (1,)),)),
    Item(b"Exif", bytes(4) + b"MM\0*\0\0\0\x08\0\0\0\0\0\0", (), ((b"cdsc", (1,)),)),
)
_TILE = Item(properties=(ispe(64, 96), AV1C), hidden=True)
_GRID = Item(b"grid", b"\0\0\0\1\0\x64\0\x5a", (ispe(100, 90),), ((b"dimg", (1, 2)),))
GRID = heif(_TILE, _TILE, _GRID, primary=3)
CRASHERS = Path(__file__).with_name("crashers")
_TELLING = (0, 1, 2, 127, 128, 254, 255)
_WORDS = (b"\xff\xd8\xff", b"\xff\xda", b"II*\0", b"MM\0*", b"IDAT", b"VP8L", b"{", b'"', b"[1,")


def inspector(data: bytes) -> None:
    """Source or SourceRefused."""
    try:
        examine(data)
    except SourceRefused as refused:
        assert not refused.sentence.startswith("Something went wrong")


def _audit(parser: Callable[[bytes, ParsedOutput], None]) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        """Parsed, with or without faults, or Broken."""
        try:
            parser(data, ParsedOutput())
        except Broken as found:
            assert found.check and found.why

    return target


def recipe(data: bytes) -> None:
    """A recipe that reads back what it writes, or RecipeRefused."""
    text = data.decode("utf-8", "replace")
    try:
        read = parse(text)
    except RecipeRefused:
        return
    assert parse(read.to_json()) == read


def tiff_pages(data: bytes) -> None:
    """A TIFF of two pages, as `_audit` has one of one."""
    try:
        tiff.parse_pages(data, [ParsedOutput(), ParsedOutput()])
    except Broken as found:
        assert found.check and found.why


def ranges(data: bytes) -> None:
    """Where a source's picture lies: ranges in rising order, whatever the source is."""
    found = picture_ranges(data)
    assert found == sorted(found)


def certificate(data: bytes) -> None:
    """A certificate that reads back what it writes, or SourceRefused."""
    try:
        read = certificates.parse(data)
    except SourceRefused:
        return
    assert read.to_text().encode("ascii") == data.replace(b"\r\n", b"\n")


def signing(data: bytes) -> None:
    """A signature or a key that reads back what it writes, a list of signers, or SigningRefused."""
    for parse_one in (signature.parse, private_key.parse):
        try:
            read = parse_one(data)
        except SigningRefused:
            continue
        assert parse_one(read.to_text().encode()) == read
    with contextlib.suppress(SigningRefused):
        assert signers.parse(data)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "inspector": inspector,
    "audit-avif": _audit(avif.parse),
    "audit-jpeg": _audit(jpeg.parse),
    "audit-png": _audit(png.parse),
    "audit-tiff": _audit(tiff.parse),
    "audit-tiff-pages": tiff_pages,
    "audit-webp": _audit(webp.parse),
    "audit-ranges": ranges,
    "certificate": certificate,
    "recipe": recipe,
    "signing": signing,
}


def with_codecs() -> None:
    """Native codecs, unless there are others: without any no HEIC and no AVIF is looked at."""
    if not can_decode("avif"):
        native.register()


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Sound inputs of a target: small, so that a change hits something that matters."""
    if name in ("inspector", "audit-ranges"):
        with_codecs()
        files = [make(photo(40, 30)) for make in planted.FILES.values()]
        files += [arithmetic_jpeg.SEQUENTIAL, arithmetic_jpeg.PROGRESSIVE]
        files += [heif(), heif(Item(properties=TURNED), *DEPENDENT), GRID]
        return (*files, *sources().values(), *odd_files().values())
    if name == "recipe":
        return tuple(recipe_text(text).encode() for text in RECIPES)
    if name == "signing":
        listed = f'# a\nb,c namespaces="pixelseal" {outside.PUBLIC_LINE}\n'
        return (outside.SIGNATURE.encode(), outside.ENCRYPTED.encode(), listed.encode())
    if name == "audit-avif":
        with_codecs()
        return tuple(
            encode(burned(), EncodeSettings("avif", 85, how)) for how in ("4:4:4", "4:2:0")
        )
    if name == "audit-tiff-pages":
        return (write_pages([burned(), burned(gray=True)], 2),)
    if name == "certificate":
        done = redact(file_of(photo(40, 30), "PNG"), planted_recipe((4, 4, 9, 9)))
        first = Path(__file__).parents[1] / "core/evidence/certificate/first-png.txt"
        return done.certificate.encode("ascii"), first.read_bytes()
    format = name.removeprefix("audit-")
    return tuple(
        output(coding, gray)
        for coding, how in CODINGS.items()
        for gray in (False, True)
        if how.format == format
    )


def changed(seed: bytes, chance: random.Random) -> bytes:
    """The seed with a few changes: bits, bytes, numbers, cuts, repeats, words of the formats."""
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        if not data:
            break
        # Headers stand at the start, a TIFF's directories often at the end.
        span = chance.choice((len(data), min(len(data), 700)))
        at = (
            chance.randrange(span)
            if chance.random() < 0.8
            else len(data) - 1 - chance.randrange(span)
        )
        kind = chance.randrange(7)
        if kind == 0:
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at] = chance.choice(_TELLING)
        elif kind == 2:
            data[at : at + 4] = chance.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF)).to_bytes(4, "big")
        elif kind == 3:
            del data[at : at + chance.choice((1, 2, 8, len(data)))]
        elif kind == 4:
            data[at:at] = data[at : at + chance.choice((1, 8, 64))]
        elif kind == 5:
            data[at:at] = chance.choice(_WORDS)
        else:
            data[at : at + 2] = chance.randbytes(2)
    return bytes(data)
