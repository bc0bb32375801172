"""PNG and TIFF files with 16 bits per sample, written sample by sample as the standards say."""

import io
import zlib
from typing import Any

import numpy as np
from PIL import Image

from tests.builders import png, tiff

PNG_COLOUR = {1: 0, 2: 4, 3: 2, 4: 6}  # channels -> colour type (PNG table 11.1)
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
         (0, 1, 1, 2))  # fmt: skip


def wide_png(samples: np.ndarray, interlaced: bool = False, *chunks: bytes, seed: int = 0) -> bytes:
    """A PNG of samples (H, W, channels), uint16; each row has a filter chosen by `seed`."""
    height, width, channels = samples.shape
    passes = ADAM7 if interlaced else ((0, 0, 1, 1),)
    rng = np.random.default_rng(seed)
    lines = b""
    for column, row, across, down in passes:
        part = samples[row::down, column::across]
        if part.size:
            lines += _filtered(part, channels * 2, rng)
    head = png.header(width, height, 16, PNG_COLOUR[channels], int(interlaced))
    return b"".join((png.SIGNATURE, head, *chunks, png.rows(lines), png.end()))


def _filtered(part: np.ndarray, size: int, rng: np.random.Generator) -> bytes:
    above = bytes(part.shape[1] * size)
    lines = b""
    for row in part:
        line = row.astype(">u2").tobytes()
        kind = int(rng.integers(0, 5))
        lines += bytes([kind]) + bytes(
            (value - _predicted(kind, line, above, at, size)) & 255 for at, value in enumerate(line)
        )
        above = line
    return lines


def _predicted(kind: int, line: bytes, above: bytes, at: int, size: int) -> int:
    """PNG section 9.2."""
    a = line[at - size] if at >= size else 0
    b = above[at]
    c = above[at - size] if at >= size else 0
    nearest = min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]
    return (0, a, b, (a + b) // 2, nearest)[kind]


def wide_tiff(
    samples: np.ndarray,
    *,
    big: bool = False,
    second: np.ndarray | None = None,
    order: str = "<",
    **layout: Any,
) -> bytes:
    """A TIFF of samples (H, W, channels), uint16, in strips of `rows` or tiles (width, height).

    `second` is another page of the same layout.
    """
    pages = [samples] if second is None else [samples, second]
    return tiff.tiff(*(_ifd(page, order=order, **layout) for page in pages), order=order, big=big)


def _ifd(
    samples: np.ndarray,
    *,
    order: str = "<",
    compression: int = 1,
    differenced: bool = False,
    rows: int = 0,
    tile: tuple[int, int] | None = None,
    photometric: int | None = None,
    extra: int | None = None,
    profile: bytes = b"",
) -> tiff.Ifd:
    height, width, channels = samples.shape
    across, down = tile or (width, rows or height)
    pieces = []
    for top in range(0, height, down):
        for left in range(0, width, across):
            piece = samples[top : top + down, left : left + across]
            if tile:
                missing = (down - piece.shape[0], across - piece.shape[1])
                piece = np.pad(piece, ((0, missing[0]), (0, missing[1]), (0, 0)))
            if differenced:
                before = np.zeros_like(piece)
                before[:, 1:] = piece[:, :-1]
                piece = piece - before
            data = piece.astype(order + "u2").tobytes()
            pieces.append(_packed(data, piece.shape[0], compression))
    usual = {1: 1, 2: 1, 3: 2, 4: 2, 5: 5}[channels]
    tags: dict[int, tuple[int, tiff.Value]] = {
        256: (tiff.LONG, [width]),
        257: (tiff.LONG, [height]),
        258: (tiff.SHORT, [16] * channels),
        259: (tiff.SHORT, [compression]),
        262: (tiff.SHORT, [usual if photometric is None else photometric]),
        277: (tiff.SHORT, [channels]),
        317: (tiff.SHORT, [2 if differenced else 1]),
    }
    if extra is not None:
        tags[338] = (tiff.SHORT, [extra])
    if profile:
        tags[34675] = (tiff.UNDEFINED, profile)
    if tile:
        tags |= {322: (tiff.LONG, [across]), 323: (tiff.LONG, [down])}
    else:
        tags[278] = (tiff.LONG, [down])
    return tiff.Ifd(tags, strips=tuple(pieces), tiled=bool(tile))


def _packed(data: bytes, rows: int, compression: int) -> bytes:
    if compression == 1:
        return data
    if compression == 8:
        return zlib.compress(data)
    # LZW and PackBits code bytes: those of a grey picture of bytes are the same.
    stream = io.BytesIO()
    name = {5: "tiff_lzw", 32773: "packbits"}[compression]
    image = Image.frombytes("L", (len(data) // rows, rows), data)
    image.save(stream, "TIFF", compression=name, strip_size=1 << 30)
    with Image.open(stream) as written:
        (start,), (size,) = written.tag_v2[273], written.tag_v2[279]
    return stream.getvalue()[start : start + size]
