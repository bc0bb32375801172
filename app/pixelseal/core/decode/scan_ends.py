"""Finds whether the scans of a JPEG, also of one inside a TIFF, hold all blocks. Judges no picture.

A decoder that meets a marker too early goes on with zeros, and says so to nobody: an EOI or the
next scan's header behind a loss looks like the end of the data (ITU-T T.81, F.2.2.5 and G.2). To
follow the codes of a progressive picture takes seconds, so the decoder is asked: with more bytes
before every marker that ends coded data, a picture of which every block is there stays the same,
because nothing reads them. A loss takes some of them for its blocks. At a sequential picture of one
scan it is enough to look: if its end may be missing, its codes are followed.
"""

import hashlib
import re
import zlib
from collections.abc import Callable

import numpy as np
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.pixels.picture import Picture
from pixelseal.core.source.jpeg.frame import EOI, SOS, lacks_blocks

# As data: more blocks than zeros are, of every kind of scan. Without FF, which would be a marker.
_TAIL = bytes.fromhex("a5f1c3d2694b87e81e7d3cb45a96e1f02d78c4b3f56a9d17e4c25b8f3ad671e9") * 2
_DATA_ENDS = re.compile(rb"\xff[\x01-\xfe]")
_RESTARTS = range(0xD0, 0xD8)
_BARE = frozenset((0x01, *_RESTARTS, 0xD8))  # TEM, RSTn, SOI: markers without a length
_SEQUENTIAL, _ARITHMETIC = (0xC0, 0xC1), (0xC9, 0xCA)  # frames; progressive is 0xC2
_BAND = 256  # rows
_MIDDLE = 128  # of 8-bit samples; inks, which are inverted, are at 127

# By the SHA-256 of files: each is decoded to be shown, and again to be saved.
_known: dict[bytes, bool] = {}
_KNOWN_MOST = 16


def read_complete(untrusted_jpeg: bytes, read: Callable[[bytes], Picture]) -> Picture:
    """The picture of this checked stream, which ends with EOI, as the decoder `read` gives it.

    SourceRefused (file-truncated) if the decoder fills blocks of a scan with zeros. Arithmetic
    codes are not checked: there, zeros may be left out (T.81, D.1.8). A loss of the last bits alone
    can stay unnoticed. With several scans, this takes twice as long as decoding the first time.
    """
    longer = _lengthened(untrusted_jpeg)
    if longer is None:
        picture = read(untrusted_jpeg)
        if _ends_gray(picture) and lacks_blocks(untrusted_jpeg):
            raise SourceRefused("file-truncated")
        return picture
    key = hashlib.sha256(untrusted_jpeg).digest()
    wanted = None if key in _known else _sum_if_read(longer, read)
    del longer  # a copy of the file, and of large pictures the decoder needs all the room
    picture = read(untrusted_jpeg)
    if key not in _known:
        while len(_known) >= _KNOWN_MOST:
            del _known[next(iter(_known))]
        _known[key] = _sum(picture) == wanted
    if not _known[key]:
        raise SourceRefused("file-truncated")
    return picture


def _ends_gray(picture: Picture) -> bool:
    """True if a JPEG ends with the pixels with which decoders fill a truncated scan.

    Missing blocks are left at zero, the middle grey of every component (T.81, A.3.1). Few other
    pictures end like that: for those the codes are followed, which takes long.
    """
    last = picture.rows(max(0, picture.height - 2), picture.height)[0][:, -2:].astype(np.int16)
    return bool((abs(last - _MIDDLE) <= 1).all())


def _sum_if_read(untrusted_jpeg: bytes, read: Callable[[bytes], Picture]) -> int | None:
    try:
        return _sum(read(untrusted_jpeg))
    except MemoryError:
        raise
    except Exception:
        return None  # what was added was read, and is no picture


def _sum(picture: Picture) -> int:
    """The CRC-32 of the samples. Of two pictures one is held at a time."""
    found = 0
    for top in range(0, picture.height, _BAND):
        samples, _alpha = picture.rows(top, min(top + _BAND, picture.height))
        found = zlib.crc32(samples.tobytes(), found)
    return found


def _lengthened(untrusted: bytes) -> bytes | None:
    """The stream with more data at the end of each scan and before each restart marker.

    None where there is only one scan, and for arithmetic codes.
    """
    parts: list[bytes] = []
    at, done, components = 2, 0, 0
    while True:
        at = untrusted.index(b"\xff", at)
        marker = untrusted[at + 1]
        if marker == EOI:
            return b"".join([*parts, untrusted[done:]])
        if marker in (0x00, 0xFF) or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        body = at + 4
        at += 2 + int.from_bytes(untrusted[at + 2 : at + 4], "big")
        if marker in _SEQUENTIAL:
            components = untrusted[body + 5]
        elif marker in _ARITHMETIC:
            return None
        if marker != SOS:
            continue
        if untrusted[body] == components:
            return None  # a sequential scan of all components
        ended = False
        while not ended:
            found = _DATA_ENDS.search(untrusted, at)
            if found is None:
                return None
            at, ended = found.start(), untrusted[found.start() + 1] not in _RESTARTS
            # Before the FF that may fill up the space in front of a marker.
            end = len(untrusted[done:at].rstrip(b"\xff")) + done
            parts += [untrusted[done:end], _TAIL]
            done = end
            at += 0 if ended else 2
