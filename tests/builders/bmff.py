"""Builds HEIC and AVIF files box by box, sound and broken. Encodes no picture."""

import struct
from dataclasses import dataclass, field

# A 16 by 7 picture by libaom: temporal delimiter, sequence header, frame (AV1 specification, 5.3).
AV1 = bytes.fromhex(
    "12000a08380cbf3081010348325b13400208208400b74d94fdaa94acdb93d87e1ee0c330200ddf203112917e2a1025"
    "fb71a7c3d2ffa0223e6b562efe09a528611e0391a8380c0724200704e15da5e470b209e25289bc8279871b51be48f5"
    "c560c1390cfb8413352df8"
)
AV1C = (b"av1C", bytes.fromhex("81200000"))
# A NAL unit of an intra picture (type 19) behind a length of four bytes; no real picture.
HEVC = struct.pack(">I", 6) + bytes.fromhex("2601af05b80d")
HVCC = (b"hvcC", b"\x01" + bytes(15) + b"\x01" + bytes(4) + b"\x03\x00")
ALPHA = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0"
Property = tuple[bytes, bytes]


def box(kind: bytes, *parts: bytes) -> bytes:
    """One box with its size."""
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def full(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    """One box with version and flags."""
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


def ispe(width: int, height: int) -> Property:
    """The size property."""
    return b"ispe", struct.pack(">III", 0, width, height)


def pixi(*bits: int) -> Property:
    """The depth property."""
    return b"pixi", bytes(4) + bytes([len(bits), *bits])


def nclx(primaries: int, transfer: int) -> Property:
    """The colour property by code points."""
    return b"colr", b"nclx" + struct.pack(">HHHB", primaries, transfer, 6, 0x80)


def clap(*numbers: int) -> Property:
    """The crop property: width, height, and the offsets of its middle, each with a denominator."""
    return b"clap", struct.pack(">IIIIiIiI", *numbers)


def auxc(name: bytes) -> Property:
    """What an auxiliary picture is."""
    return b"auxC", bytes(4) + name


def irot(quarters: int) -> Property:
    """Quarter turns anticlockwise."""
    return b"irot", bytes([quarters])


def imir(axis: int) -> Property:
    """0: top and bottom change places; 1: left and right."""
    return b"imir", bytes([axis])


@dataclass
class Item:
    """An item for `heif`."""

    kind: bytes = b"av01"
    data: bytes = AV1
    properties: tuple[Property, ...] = (ispe(16, 7), pixi(8, 8, 8), AV1C)
    references: tuple[tuple[bytes, tuple[int, ...]], ...] = ()
    hidden: bool = False
    name: bytes = b""
    content_type: bytes = b""
    in_meta: bool = False  # its data lies in the meta box (iloc's method 1)


@dataclass
class File:
    """A whole file; items are numbered from 1. Change what a test is about."""

    items: list[Item] = field(default_factory=lambda: [Item()])
    brand: bytes = b"avif"
    primary: int = 1
    in_meta: tuple[bytes, ...] = ()  # more boxes inside the meta box
    before: tuple[bytes, ...] = ()  # boxes between ftyp and meta
    after: bytes = b""
    spare: bytes = b""  # bytes of the data box that belong to no item
    handler: bytes = b"pict"
    shift: int = 0  # added to every offset

    def to_bytes(self) -> bytes:
        """The file; its data box comes last, so offsets are known once the rest is built."""
        head = box(b"ftyp", self.brand, bytes(4), self.brand, b"mif1", b"miaf")
        head += b"".join(self.before)
        start = len(head) + len(self._meta(0)) + 8
        data = b"".join(item.data for item in self.items if not item.in_meta)
        return head + self._meta(start + self.shift) + box(b"mdat", data, self.spare) + self.after

    def _meta(self, start: int) -> bytes:
        infos, places, links, own, refs = b"", b"", b"", b"", b""
        shared = list(dict.fromkeys(row for item in self.items for row in item.properties))
        for number, item in enumerate(self.items, 1):
            tail = item.content_type + b"\0" if item.kind == b"mime" else b""
            info = struct.pack(">HH", number, 0) + item.kind + item.name + b"\0" + tail
            infos += full(b"infe", info, version=2, flags=int(item.hidden))
            at = len(own) if item.in_meta else start
            method = int(item.in_meta)
            places += struct.pack(">HHHHII", number, method, 0, 1, at, len(item.data))
            own += item.data if item.in_meta else b""
            start += 0 if item.in_meta else len(item.data)
            rows = bytes(shared.index(row) + 1 for row in item.properties)
            links += struct.pack(">HB", number, len(rows)) + rows
            for kind, targets in item.references:
                refs += box(
                    kind, struct.pack(f">HH{len(targets)}H", number, len(targets), *targets)
                )
        count = struct.pack(">H", len(self.items))
        return full(
            b"meta",
            full(b"hdlr", bytes(4), self.handler, bytes(12), b"\0"),
            full(b"pitm", struct.pack(">H", self.primary)),
            full(b"iloc", b"\x44\x00", count, places, version=1),
            full(b"iinf", count, infos),
            full(b"iref", refs) if refs else b"",
            box(
                b"iprp",
                box(b"ipco", *(box(kind, body) for kind, body in shared)),
                full(b"ipma", struct.pack(">I", len(self.items)), links),
            ),
            box(b"idat", own) if own else b"",
            *self.in_meta,
        )


def heif(*items: Item, **other: object) -> bytes:
    """The bytes of a file with these items (one usual picture without any)."""
    return File(list(items) or [Item()], **other).to_bytes()  # type: ignore[arg-type]


def movie(frames: int, handler: bytes = b"pict") -> bytes:
    """A moov box with one track of so many frames."""
    sizes = full(b"stsz", struct.pack(">II", 0, frames), bytes(4 * frames))
    media = box(
        b"mdia",
        full(b"hdlr", bytes(4), handler, bytes(12), b"\0"),
        box(b"minf", box(b"stbl", sizes)),
    )
    return box(b"moov", box(b"trak", media))
