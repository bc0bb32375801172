"""Rewrites a TIFF coded in Deflate or JPEG as an uncompressed one, up to 8 bits per sample.

The libtiff inside Pyodide lacks both codings, and one engine must read the same files everywhere.
Only the layout of samples is carried into the rewritten file, which is read and discarded.
TIFF 6.0 sections 2, 14 and 22, Technical Note 2 (JPEG), Adobe's note on Deflate.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from itertools import accumulate

import numpy as np
from PIL import Image
from pixelseal.core.decode.mend_jpeg import mended
from pixelseal.core.decode.scan_ends import read_complete
from pixelseal.core.pixels.picture import Picture, of_arrays
from pixelseal.core.source.facts import tiff_layout as tags
from pixelseal.core.source.facts.tiff_layout import TiffLayout

_RGB = 2
# Always of one type, so that the directory's length does not depend on the offsets.
_LONGS = (tags.STRIP_OFFSETS, tags.STRIP_COUNTS, tags.TILE_OFFSETS, tags.TILE_COUNTS)
# Samples per pixel -> the mode that the JPEG decoder gives, and the space.
_PLAIN_MODES = {1: ("L", "gray"), 3: ("RGB", "rgb"), 4: ("CMYK", "cmyk")}
# Marker segments for the colour space in a JPEG decoder: JFIF means YCbCr, Adobe's 0 no conversion.
_JFIF = bytes.fromhex("ffe0 0010 4a46494600 0101 00 0001 0001 00 00")
_ADOBE_PLAIN = bytes.fromhex("ffee 000e 41646f6265 0064 0000 0000 00")


def small_tiff(untrusted: bytes, layout: TiffLayout) -> bytes:
    """A TIFF that holds one picture of the file `untrusted` with that layout, or some of its rows.

    Deflate and JPEG are uncompressed, other codings (8 bits per sample) kept.
    """
    fields = dict(layout.fields)
    differenced = fields.pop(tags.PREDICTOR, (1,))[:1] == (2,)
    if layout.narrow_map:
        fields[tags.COLOUR_MAP] = tuple(value << 8 for value in fields[tags.COLOUR_MAP])
    compression = tags.NONE
    if layout.compression == tags.JPEG:
        plain = [_jpeg_samples(*piece, layout) for piece in pieces(untrusted, layout)]
    elif layout.compression in tags.DEFLATES:
        plain = [_rows(*piece, layout, differenced) for piece in pieces(untrusted, layout)]
    else:
        plain = [piece[0] for piece in pieces(untrusted, layout)]
        compression = layout.compression
        if differenced:
            fields[tags.PREDICTOR] = (2,)
    if layout.channels == "ycbcr":
        fields[tags.PHOTOMETRIC] = (_RGB,)
    return _laid_out(layout, fields, plain, layout.order, compression)


def pieces(untrusted: bytes, layout: TiffLayout) -> Iterator[tuple[bytes, int, int]]:
    """(data, columns, rows) of each strip or tile; the last strip may be lower."""
    columns, rows = layout.segment
    across, down = -(-layout.width // columns), -(-layout.height // rows)
    for number, (offset, count) in enumerate(zip(layout.offsets, layout.counts, strict=True)):
        row = number // across % down * rows
        height = rows if layout.tiled else min(rows, layout.height - row)
        yield untrusted[offset : offset + count], columns, height


def inflated(untrusted: bytes, size: int) -> bytes:
    """Exactly `size` bytes of a zlib stream; ValueError if it holds less."""
    piece = zlib.decompressobj().decompress(untrusted, size)
    if len(piece) != size:
        raise ValueError("a strip or tile holds less than it declares")
    return piece


def _rows(
    untrusted: bytes, columns: int, rows: int, layout: TiffLayout, differenced: bool
) -> bytes:
    row_bytes = (columns * layout.samples_per_plane * layout.bits + 7) // 8
    piece = inflated(untrusted, rows * row_bytes)
    if not differenced:
        return piece
    shaped = np.frombuffer(piece, np.uint8).reshape(rows, columns, layout.samples_per_plane)
    return np.add.accumulate(shaped, axis=1, dtype=np.uint8).tobytes()


def _jpeg_samples(untrusted: bytes, columns: int, rows: int, layout: TiffLayout) -> bytes:
    """The samples of one strip or tile, decoded as a separate JPEG file; YCbCr becomes RGB."""
    colours = {"ycbcr": _JFIF, "rgb": _ADOBE_PLAIN}.get(layout.channels, b"")
    tables = _without_remarks(layout.jpeg_tables) if layout.jpeg_tables else b""
    stream = b"\xff\xd8" + colours + tables + _without_remarks(untrusted)

    def read(untrusted_jpeg: bytes) -> Picture:
        with Image.open(io.BytesIO(untrusted_jpeg), formats=["jpeg"]) as image:
            mode, space = _PLAIN_MODES[layout.samples_per_plane]
            if image.mode != mode:
                raise ValueError("a strip or tile has other colours than it declares")
            return of_arrays(np.asarray(image), None, space)

    picture = read_complete(mended(stream), read)
    if picture.width < columns or picture.height < rows:
        raise ValueError("a strip or tile holds less than it declares")
    samples = picture.rows(0, rows)[0][:, :columns]
    if layout.samples_per_plane == 4:
        # Pillow treats any CMYK in JPEG as Adobe's, which is inverted; a TIFF's is not.
        samples = np.bitwise_not(samples)
    return samples.tobytes()


def _without_remarks(stream: bytes) -> bytes:
    """A JPEG stream without its SOI, application segments and comments; tables lose their EOI.

    Those segments could state another colour space than the TIFF, which takes precedence.
    """
    kept, at = [], 2
    while stream[at : at + 1] == b"\xff" and stream[at + 1] not in (0xD9, 0xDA):
        end = at + 2 + struct.unpack_from(">H", stream, at + 2)[0]
        if not 0xE0 <= stream[at + 1] <= 0xEF and stream[at + 1] != 0xFE:
            kept.append(stream[at:end])
        at = end
    rest = b"" if stream[at : at + 2] == b"\xff\xd9" else stream[at:]
    return b"".join(kept) + rest


def _laid_out(
    layout: TiffLayout,
    fields: dict[int, tuple[int, ...]],
    plain: list[bytes],
    order: str,
    compression: int,
) -> bytes:
    """A TIFF of that layout with these strips or tiles."""
    fields = {tag: values for tag, values in fields.items() if values}
    fields |= {
        tags.WIDTH: (layout.width,),
        tags.HEIGHT: (layout.height,),
        tags.BITS: (layout.bits,) * layout.samples,
        tags.COMPRESSION: (compression,),
        tags.SAMPLES: (layout.samples,),
    }
    if layout.tiled:
        fields |= {tags.TILE_WIDTH: layout.segment[:1], tags.TILE_HEIGHT: layout.segment[1:]}
        return simple_tiff(fields, plain, order, tags.TILE_OFFSETS, tags.TILE_COUNTS)
    fields[tags.ROWS_PER_STRIP] = layout.segment[1:]
    return simple_tiff(fields, plain, order, tags.STRIP_OFFSETS, tags.STRIP_COUNTS)


def simple_tiff(
    fields: dict[int, tuple[int, ...]],
    plain: list[bytes],
    order: str,
    offset_tag: int,
    count_tag: int,
) -> bytes:
    """A TIFF of one directory with these fields, and these strips or tiles behind it."""
    counts = tuple(len(piece) for piece in plain)
    fields = {**fields, count_tag: counts, offset_tag: counts}
    start = len(_head(fields, order))
    fields[offset_tag] = tuple(accumulate(counts[:-1], initial=start))
    return b"".join([_head(fields, order), *plain])


def _head(fields: dict[int, tuple[int, ...]], order: str) -> bytes:
    """Header, directory and the values that do not fit into it; numbers as SHORT where they fit."""
    mark = b"II" if order == "<" else b"MM"
    after = 8 + 2 + 12 * len(fields) + 4
    head, values = [struct.pack(order + "2sHIH", mark, 42, 8, len(fields))], b""
    for tag, numbers in sorted(fields.items()):
        kind, code = (4, "I") if max(numbers) > 0xFFFF or tag in _LONGS else (3, "H")
        data = struct.pack(f"{order}{len(numbers)}{code}", *numbers)
        field = data.ljust(4, b"\0")
        if len(data) > 4:
            field = struct.pack(order + "I", after + len(values))
            values += data
        head.append(struct.pack(order + "HHI", tag, kind, len(numbers)) + field)
    return b"".join([*head, struct.pack(order + "I", 0), values])
