"""Pixels to AVIF bytes: coded by a registered encoder, in a container written here.

The coded picture is taken from the encoder's file, and everything around it is written here: ftyp,
meta and mdat with constant content, so that different versions of encoders give the same layout and
add nothing of their own. AVIF 1.1; ISO/IEC 23008-12.
"""

import struct

import numpy as np
from pixelseal.core.base.errors import EngineFault
from pixelseal.core.base.given_codecs import Encoding
from pixelseal.core.base.iso_box import iso_box
from pixelseal.core.codecs import heic_avif
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.source.heif.boxes import boxes
from pixelseal.core.source.heif.items import read_items

_PIXI = b"\0\0\0\0\3\x08\x08\x08"
# sRGB by its code points (ITU-T H.273: primaries 1, transfer 13, matrix 6), full range.
_COLOUR = b"nclx" + struct.pack(">HHHB", 1, 13, 6, 0x80)

# At 100, one of the encoders does not convert to `_COLOUR`, but leaves RGB as it is.
_QUALITY_MOST = 99


def write_avif(raster: Raster, quality: int, sampling: str) -> bytes:
    """An AVIF of 8-bit RGB pixels. RecipeRefused: output-unsupported without an encoder."""
    quality = min(quality, _QUALITY_MOST)
    # Not their bytes: with those, all pixels would be held twice while they are encoded.
    pixels = np.ascontiguousarray(raster.pixels)
    coded = heic_avif.encode(
        "avif", Encoding(raster.width, raster.height, pixels, quality, sampling)
    )
    payload, configuration = _coded_picture(coded)
    head = _head(raster.width, raster.height, configuration, 0, len(payload))
    head = _head(raster.width, raster.height, configuration, len(head) + 8, len(payload))
    return head + struct.pack(">I", 8 + len(payload)) + b"mdat" + payload


def _coded_picture(coded: bytes) -> tuple[bytes, bytes]:
    """The AV1 data and the decoder configuration of the file that an encoder made."""
    meta = next(box for box in boxes(coded, 0, len(coded)) if box.kind == b"meta")
    items, _others = read_items(coded, meta)
    item = items.by_id[items.primary]
    configuration = item.find(b"av1C")
    if len(items.by_id) != 1 or configuration is None or len(configuration) != 4:
        raise EngineFault("engine-fault")  # an unknown kind of encoder
    return item.data(coded), configuration


def _head(width: int, height: int, configuration: bytes, start: int, length: int) -> bytes:
    """Everything before the data box: the picture lies at `start`."""
    properties = iso_box(
        b"ipco",
        iso_box(b"ispe", struct.pack(">III", 0, width, height)),
        iso_box(b"pixi", _PIXI),
        iso_box(b"av1C", configuration),
        iso_box(b"colr", _COLOUR),
    )
    # Version and flags, one item, number 1, four properties; the third must be understood.
    links = iso_box(b"ipma", struct.pack(">IIHB4B", 0, 1, 1, 4, 1, 2, 0x83, 4))
    info = iso_box(b"infe", b"\2\0\0\0", struct.pack(">HH", 1, 0), b"av01\0")
    return iso_box(b"ftyp", b"avif\0\0\0\0avifmif1miaf") + iso_box(
        b"meta",
        bytes(4),
        iso_box(b"hdlr", bytes(8), b"pict", bytes(13)),
        iso_box(b"pitm", struct.pack(">IH", 0, 1)),
        iso_box(b"iloc", struct.pack(">IHHHHHII", 0, 0x4400, 1, 1, 0, 1, start, length)),
        iso_box(b"iinf", struct.pack(">IH", 0, 1), info),
        iso_box(b"iprp", properties, links),
    )
