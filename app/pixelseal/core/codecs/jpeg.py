"""The registry of a JPEG codec that is faster than Pillow's. Holds none itself.

In the browser it is libjpeg-turbo (app/jpeg, docs/adr/0022-jpeg-codec.md); on the command line
Pillow brings the same library. The audit never uses it: outputs are read back by Pillow.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

from pixelseal.core.base.arrays import Pixels
from pixelseal.core.pixels.picture import Picture, of_arrays
from pixelseal.core.source.facts.page import Page

# How many samples of luma share one of chroma, across and down.
SAMPLINGS = {"gray": (1, 1), "4:4:4": (1, 1), "4:2:2": (2, 1), "4:2:0": (2, 2), "4:4:0": (1, 2)}
_CHANNELS = ("gray", "ycbcr", "rgb")


class JpegSettings(NamedTuple):
    """A JPEG to write: `sampling` of `SAMPLINGS`, `tables` of 64 steps each in natural order."""

    width: int
    height: int
    sampling: str
    tables: tuple[tuple[int, ...], ...]
    interval: int  # MCUs from one restart marker to the next


class JpegCodec(Protocol):
    """Reads JPEG of one or three components, baseline or progressive; writes baseline."""

    def decode(self, untrusted_jpeg: bytes) -> Pixels:
        """(H, W) or (H, W, 3) uint8; may raise any exception for a damaged file, or MemoryError."""

    def encode(
        self, settings: JpegSettings, bands: Callable[[], Iterable[Pixels]], best: bool
    ) -> bytes:
        """A baseline file of these bands of rows.

        `best`: with optimised Huffman tables (the bands are requested twice), not with those of
        T.81, K.3.
        """


_codec: JpegCodec | None = None


def register(codec: JpegCodec | None) -> None:
    """Make this the engine's JPEG codec; with None, Pillow's is used."""
    global _codec
    _codec = codec


def registered() -> JpegCodec | None:
    """The registered codec, if any."""
    return _codec


def decoder_for(page: Page) -> JpegCodec | None:
    """The codec, if it reads such a page; Pillow reads the others."""
    suits = page.channels in _CHANNELS and page.sampling in SAMPLINGS
    return _codec if page.format == "jpeg" and suits else None


def read_picture(untrusted_jpeg: bytes, codec: JpegCodec) -> Picture:
    """The stored picture of a checked file; raises whatever the codec raises."""
    samples = codec.decode(untrusted_jpeg)
    return of_arrays(samples, None, "gray" if samples.ndim == 2 else "rgb")
