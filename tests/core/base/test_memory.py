"""What a file may make us hold is bounded by its pixels, before a decoder sees it."""

import struct
import subprocess
import sys

import pytest
from pixelseal.core import engine
from pixelseal.core.base import limits
from pixelseal.core.base.errors import RecipeRefused, SourceRefused
from pixelseal.core.encode import EncodeSettings, encode
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.source import examine
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop

from tests.conftest import ROOT
from tests.core.support import file_of, photo, recipe, redact, shown

# RFC 9649, 3.4: a signature byte, 14 bits each of width and height less one; then one colour.
ONE_COLOUR = bytes([0x08, 0x8B, 0x82, 0x8A, 0x00])


def lossless_webp(width: int, height: int) -> bytes:
    """Some 30 bytes that state as many pixels as they like."""
    head = struct.pack("<BI", 0x2F, width - 1 | height - 1 << 14)
    data = head + ONE_COLOUR + bytes(4)
    chunk = b"VP8L" + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def code_of(file: bytes) -> str:
    with pytest.raises(SourceRefused) as refused:
        examine(file)
    return refused.value.code


@pytest.mark.parametrize("size", [(16_383, 16_383), (13_000, 13_000), (6_001, 4_000)])
def test_a_few_bytes_cannot_take_gigabytes(size):
    file = lossless_webp(*size)
    assert len(file) < 40
    assert code_of(file) == "webp-too-large"
    assert examine(lossless_webp(6_000, 4_000)).first.width == 6_000


@pytest.mark.parametrize(
    ("limit", "options"),
    [
        ("WEBP_LOSSY_MOST", {"quality": 80}),
        ("WEBP_LOSSLESS_MOST", {"lossless": True}),
        ("WEBP_ANIMATED_MOST", {"animated": True}),
    ],
)
def test_each_kind_of_webp_has_its_bound(limit, options, monkeypatch):
    picture = photo(40, 30)
    more = {"save_all": True, "append_images": [image(60)]} if options.pop("animated", 0) else {}
    file = file_of(picture, "WEBP", **options, **more)
    monkeypatch.setattr(limits, limit, 1200)
    examine(file)
    monkeypatch.setattr(limits, limit, 1199)
    assert code_of(file) == "webp-too-large"


def image(level):
    from PIL import Image

    return Image.new("RGB", (40, 30), (level, 9, 200))


def test_a_canvas_has_its_bound(monkeypatch):
    more = {"save_all": True, "append_images": [image(60)]}
    for format in ("GIF", "PNG"):
        file = file_of(photo(40, 30), format, **more)
        monkeypatch.setattr(limits, "PIXELS_HELD_MOST", 1199)
        assert code_of(file) == "too-many-pixels"
        monkeypatch.setattr(limits, "PIXELS_HELD_MOST", 1200)
        assert len(examine(file).pages) == 2


@pytest.mark.parametrize(
    ("limit", "coding"),
    [
        ("WEBP_LOSSLESS_WRITTEN_MOST", EncodeSettings("webp", 0, "")),
        ("WEBP_LOSSY_MOST", EncodeSettings("webp", 80, "")),
    ],
)
def test_encoders_of_webp_have_their_bounds(limit, coding, monkeypatch):
    raster = Raster(photo(10, 10))
    monkeypatch.setattr(limits, limit, 99)
    with pytest.raises(RecipeRefused) as refused:
        encode(raster, coding)
    assert refused.value.code == "webp-not-written"


_PEAK = """
import sys
from pathlib import Path
import tests
from pixelseal.local import codecs
from pixelseal.core import engine
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Output
codecs.register()
data = open(sys.argv[1], "rb").read()
engine.redact(data, Recipe([], output=Output(sys.argv[2])), label="x", build="source")
# Not ru_maxrss: that begins with what the process that started this one holds (getrusage(2)).
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is told in kilobytes on Linux alone")
@pytest.mark.parametrize(
    ("format", "options", "output", "height"),
    [
        ("WEBP", {"quality": 80, "method": 0}, "same", 4_000),
        ("GIF", {}, "png", 4_000),
        ("PNG", {}, "same", 4_000),
        # What every phone makes; its encoder holds more of larger ones.
        ("JPEG", {}, "avif", 3_000),
    ],
)
def test_peak_memory_is_five_bytes_a_pixel_and_300_megabytes(
    format, options, output, height, tmp_path, request
):
    # At 16 megapixels what a decoder takes too much would show: 380 MB are allowed.
    if output == "avif":
        request.getfixturevalue("needs_avif")
    width = 4_000
    path = tmp_path / "image"
    picture = photo(width // 16, height // 16).repeat(16, axis=0).repeat(16, axis=1)
    path.write_bytes(file_of(picture, format, **options))
    asked = [sys.executable, "-c", _PEAK, str(path), output]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(told.stdout) <= 5 * width * height / 1e6 + 300


def limited(monkeypatch) -> bytes:
    """A lossless WebP that is opened, of one pixel more than are written."""
    monkeypatch.setattr(limits, "WEBP_LOSSLESS_WRITTEN_MOST", 40 * 30 - 1)
    return file_of(photo(40, 30), "WEBP", lossless=True)


def test_a_webp_that_opens_is_saved_whole_and_its_kind_told_before(monkeypatch):
    file = limited(monkeypatch)
    told = [row["kind"] for row in engine.inspect(file).to_dict()["findings"]]
    assert "note-written-as-png" in told
    done = redact(file, recipe((0, 0, 16, 16)))
    assert (done.extension, done.output[:4]) == ("png", b"\x89PNG")
    assert (shown(done.output)[16:] == photo(40, 30)[16:]).all()


def test_its_kind_does_not_change_with_the_crop(monkeypatch):
    file = limited(monkeypatch)
    assert redact(file, Recipe(crop=[Crop(Rectangle(0, 0, 8, 8))])).extension == "png"


def test_what_was_asked_for_by_name_is_written_or_refused_by_name(monkeypatch):
    file = limited(monkeypatch)
    assert redact(file, recipe(format="jpeg")).extension == "jpg"
    assert redact(file, recipe(quality=80)).extension == "webp"
    with pytest.raises(RecipeRefused) as refused:
        redact(file, recipe(format="webp"))
    assert refused.value.code == "webp-not-written"


@pytest.mark.parametrize(("lossless", "limit"), [(False, 1), (True, 40 * 30)])
def test_smaller_and_lossy_ones_stay_what_they_are(lossless, limit, monkeypatch):
    monkeypatch.setattr(limits, "WEBP_LOSSLESS_WRITTEN_MOST", limit)
    file = file_of(photo(40, 30), "WEBP", lossless=lossless)
    told = [row["kind"] for row in engine.inspect(file).to_dict()["findings"]]
    assert "note-written-as-png" not in told
    assert redact(file, recipe((0, 0, 16, 16))).extension == "webp"
