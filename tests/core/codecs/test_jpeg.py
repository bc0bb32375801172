"""A registered JPEG codec reads sources and writes outputs; the audit never trusts it."""

import io
import sys
from collections.abc import Callable, Iterable

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.audit import OutputWithheld
from pixelseal.core.audit.jpeg import scan
from pixelseal.core.base import limits
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.codecs import jpeg
from pixelseal.core.codecs.jpeg import JpegSettings
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.core.support import file_of, photo, recipe, redact

BOX = (20, 12, 30, 22)


def by_pillow(file: bytes) -> Pixels:
    with Image.open(io.BytesIO(file)) as image:
        return np.array(image)


class Noted:
    """A codec that is Pillow's own, and notes what it is asked for."""

    def __init__(self) -> None:
        self.read: list[bytes] = []
        self.written: list[tuple[JpegSettings, bool]] = []

    def decode(self, untrusted_jpeg: bytes) -> Pixels:
        self.read.append(untrusted_jpeg)
        return by_pillow(untrusted_jpeg)

    def encode(
        self, settings: JpegSettings, bands: Callable[[], Iterable[Pixels]], best: bool
    ) -> bytes:
        self.written.append((settings, best))
        pixels = np.concatenate(list(bands()))
        assert pixels.shape[:2] == (settings.height, settings.width)
        options = {} if pixels.ndim == 2 else {"subsampling": settings.sampling}
        return file_of(
            pixels, "JPEG", qtables=settings.tables, optimize=best,
            restart_marker_blocks=settings.interval, **options,
        )  # fmt: skip


class Forgetful(Noted):
    """One that writes what was covered, as it was before."""

    def encode(
        self, settings: JpegSettings, bands: Callable[[], Iterable[Pixels]], best: bool
    ) -> bytes:
        before = by_pillow(self.read[0])
        return super().encode(settings, lambda: (before,), best)


class Talkative(Noted):
    """One that leaves a word behind in the file."""

    def encode(
        self, settings: JpegSettings, bands: Callable[[], Iterable[Pixels]], best: bool
    ) -> bytes:
        return super().encode(settings, bands, best) + b"SENTINEL"


class Broken(Noted):
    def decode(self, untrusted_jpeg: bytes) -> Pixels:
        raise ValueError("SENTINEL")


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Callable[[Noted], Noted]:
    def hand(codec: Noted) -> Noted:
        monkeypatch.setattr(jpeg, "_codec", codec)
        return codec

    return hand


def test_the_codec_reads_the_source_and_writes_the_output(handed: Callable[[Noted], Noted]) -> None:
    source = file_of(photo(90, 70), "JPEG", quality=90)
    codec = handed(Noted())
    done = redact(source, recipe(BOX))
    assert codec.read[0] == source
    assert np.array_equal(by_pillow(done.output)[12:34, 20:50], np.zeros((22, 30, 3)))
    assert codec.written[-1][0][:3] == (90, 70, "4:2:0") and codec.written[-1][1]


@pytest.mark.skipif(sys.platform == "emscripten", reason="that Pillow has another JPEG library")
def test_the_output_is_the_one_that_pillow_writes(handed: Callable[[Noted], Noted]) -> None:
    source = file_of(photo(90, 70), "JPEG", quality=90)
    plain = redact(source, recipe(BOX)).output
    handed(Noted())
    assert redact(source, recipe(BOX)).output == plain


def test_a_large_picture_is_written_band_by_band_with_the_usual_tables(
    handed: Callable[[Noted], Noted], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PIXELS_HELD_MOST", 5000)
    monkeypatch.setattr(scan, "_CODED_AT_ONCE", 5000)
    codec = handed(Noted())
    redact(file_of(photo(90, 70), "JPEG", quality=90), recipe(BOX))
    assert codec.written[-1] == (codec.written[-1][0]._replace(width=90, height=70), False)


@pytest.mark.parametrize("codec", [Forgetful, Talkative])
def test_what_a_bad_codec_writes_is_withheld(
    handed: Callable[[Noted], Noted], codec: type[Noted]
) -> None:
    handed(codec())
    with pytest.raises(OutputWithheld):
        redact(file_of(photo(90, 70), "JPEG", quality=90), recipe(BOX))


def test_a_file_that_the_codec_refuses_is_damaged(handed: Callable[[Noted], Noted]) -> None:
    handed(Broken())
    with pytest.raises(SourceRefused) as refused:
        redact(file_of(photo(90, 70), "JPEG"), recipe(BOX))
    assert refused.value.code == "file-damaged" and "SENTINEL" not in str(refused.value)


def test_what_it_cannot_read_is_left_to_pillow(handed: Callable[[Noted], Noted]) -> None:
    codec = handed(Noted())
    inks = io.BytesIO()
    Image.fromarray(photo(40, 30)).convert("CMYK").save(inks, "JPEG")
    decode(inks.getvalue(), examine(inks.getvalue()).first)
    assert not codec.read
