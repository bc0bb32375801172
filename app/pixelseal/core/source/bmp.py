"""Examines a BMP: a known header, and every row within the file. Decodes nothing.

Microsoft BITMAPINFOHEADER, BITMAPV4HEADER, BITMAPV5HEADER; OS/2 BITMAPCOREHEADER. Run-length coding
and embedded JPEG or PNG are refused by name: no camera writes them, and the length of run-length
rows is not known without decoding them.
"""

import struct
from dataclasses import dataclass

from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import check_size, damaged_unless, take
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.facts.gray_ramp import is_gray_ramp
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.page import Page, Span
from pixelseal.core.source.facts.resolution import note_resolution
from pixelseal.core.source.metadata.icc_texts import bounded, read_icc

_FILE_HEADER, _CORE_HEADER, _V5_HEADER = 14, 12, 124
_KNOWN_HEADERS = frozenset((12, 40, 52, 56, 64, 108, 124))
_RGB, _BITFIELDS, _ALPHA_BITFIELDS = 0, 3, 6
_REFUSED = {1: "bmp-run-lengths", 2: "bmp-run-lengths", 4: "bmp-jpeg", 5: "bmp-png"}
_EMBEDDED_PROFILE = b"DEBM"  # 'MBED', little-endian


@dataclass
class Header:
    """The header fields that matter; `palette_at` is where the colour table begins.

    `masks` are those of red, green, blue and alpha, 0 for none; `read_by_all` tells that they are
    where every reader finds them. `top_first` is the order of the rows.
    """

    width: int
    height: int
    bits: int
    compression: int
    palette_at: int
    palette_size: int
    masks: tuple[int, ...] = (0, 0, 0, 0)
    read_by_all: bool = True
    top_first: bool = False
    pixels_at: int = 0

    @property
    def row_bytes(self) -> int:
        """Bytes of a row, padded to a multiple of four."""
        return -(-self.width * self.bits // 32) * 4

    @property
    def end(self) -> int:
        """Offset after the last row."""
        return self.pixels_at + self.row_bytes * self.height

    @property
    def end_of_samples(self) -> int:
        """As `end`, without the last row's padding."""
        return self.end - self.row_bytes + -(-self.width * self.bits // 8)


def examine_bmp(data: bytes) -> File:
    """The checked facts of a BMP file.

    Raises SourceRefused: file-truncated, file-damaged, zero-size, too-many-pixels,
    format-unsupported (run-length coding, JPEG or PNG inside, OS/2 2 compression).
    """
    notes = Notes()
    size = int.from_bytes(take(data, 2, 4), "little")
    header = read_header(data)
    check_size(header.width, header.height)
    pixels_at, end = header.pixels_at, header.end
    damaged_unless(pixels_at >= header.palette_at + header.palette_size)
    if header.end_of_samples > len(data):
        raise SourceRefused("file-truncated")
    gap = pixels_at - header.palette_at - header.palette_size
    if gap:
        notes.count("stray-bytes", "BMP", gap)
    profile = _profile(data, notes)
    if int.from_bytes(data[14:18], "little") > _CORE_HEADER:
        across, down = struct.unpack_from("<ii", data, _FILE_HEADER + 24)
        note_resolution(across, down, notes, "BMP")
    if end < len(data):
        notes.count("trailing-bytes", "after the end", len(data) - end)
    elif end > len(data) or size not in (0, end):
        notes.show("note-sizes", "BMP", "")
    if header.bits == 32 and header.compression == _RGB:
        fourth = data[pixels_at + 3 : end : 4]  # a byte of each pixel that no viewer shows
        if len(set(fourth)) > 1:
            notes.count("surplus-data", "BMP fourth byte", len(fourth))
    if header.masks[3]:
        notes.add("alpha", "BMP")
    page = Page(
        format="bmp",
        width=header.width,
        height=header.height,
        channels="palette" if header.bits <= 8 else "rgb",
        bits=header.bits if header.bits < 8 else 8,
        alpha=bool(header.masks[3]),
        gray_ramp=header.bits == 8 and _has_gray_ramp(data, header),
        profile=profile,
        # Some browsers take a fourth byte for opacity, whatever the header says.
        browser_may_show=header.bits < 32 and not header.masks[3],
        in_parts=True,
        place=Span(0, end),
    )
    return notes.file(data, (page,))


def _has_gray_ramp(data: bytes, header: Header) -> bool:
    table = data[header.palette_at : header.palette_at + header.palette_size]
    size = (
        header.palette_size // 256
    )  # bytes of an entry: blue, green, red, and in most files one more
    return size > 2 and is_gray_ramp(table[2::size], table[1::size], table[::size])


def read_header(data: bytes) -> Header:
    """The headers of a file; raises for an unsupported kind."""
    header = _read_header(data)
    (header.pixels_at,) = struct.unpack("<I", take(data, 10, 4))
    return header


def _read_header(data: bytes) -> Header:
    kind = int.from_bytes(take(data, _FILE_HEADER, 4), "little")
    damaged_unless(kind in _KNOWN_HEADERS)
    body = take(data, _FILE_HEADER, kind)
    after = _FILE_HEADER + kind
    if kind == _CORE_HEADER:
        width, height, planes, bits = struct.unpack_from("<HHHH", body, 4)
        damaged_unless(planes == 1 and bits in (1, 4, 8, 24))
        return Header(width, height, bits, _RGB, after, 3 << bits if bits <= 8 else 0)
    width, height, planes, bits, compression = struct.unpack_from("<iiHHI", body, 4)
    (colours,) = struct.unpack_from("<I", body, 32)
    if kind == 64 and compression != _RGB:  # OS/2 2 numbers its compressions differently
        raise SourceRefused("format-unsupported", format="bmp-os2")
    if compression in _REFUSED:
        raise SourceRefused("format-unsupported", format=_REFUSED[compression])
    damaged_unless(planes == 1 and bits in (1, 4, 8, 16, 24, 32) and width >= 0)
    damaged_unless(compression in (_RGB, _BITFIELDS, _ALPHA_BITFIELDS))
    damaged_unless(compression == _RGB or bits in (16, 32))
    damaged_unless(bits > 8 or colours <= 1 << bits)
    masks: tuple[int, ...] = (0, 0, 0, 0)
    if compression != _RGB:
        place = _FILE_HEADER + 40
        size = 16 if compression == _ALPHA_BITFIELDS or kind >= 56 else 12
        masks = struct.unpack("<4I", take(data, place, size).ljust(16, b"\0"))
        if kind == 40:  # the masks follow the header
            after += size
        damaged_unless(any(masks) or (bits == 32 and compression == _BITFIELDS))
        _check_masks(masks, bits)
    palette = 4 * (colours or (1 << bits if bits <= 8 else 0))
    damaged_unless(palette <= len(data))
    # A negative height says that the top row comes first.
    usual = compression != _ALPHA_BITFIELDS
    return Header(width, abs(height), bits, compression, after, palette, masks, usual, height < 0)


def _check_masks(masks: tuple[int, ...], bits: int) -> None:
    """Raise file-damaged unless each is one run of bits and none overlap; none at all mean BGR."""
    together = 0
    for mask in masks if any(masks) else ():
        run = mask // (mask & -mask) if mask else 0
        damaged_unless(run & run + 1 == 0 and not mask & together and mask >> bits == 0)
        together |= mask
    damaged_unless(all(masks[:3]) or not any(masks))


def _profile(data: bytes, notes: Notes) -> bytes:
    """Note and return the profile that a version 5 header points to; b"" without one."""
    if int.from_bytes(data[14:18], "little") != _V5_HEADER or data[70:74] != _EMBEDDED_PROFILE:
        return b""
    start, size = struct.unpack_from("<II", data, _FILE_HEADER + 112)
    profile = data[_FILE_HEADER + start : _FILE_HEADER + start + size]
    read_icc(profile, notes)
    return bounded(profile)
