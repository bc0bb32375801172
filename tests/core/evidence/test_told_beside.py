"""Originals whose pixels reveal others: stated when one is opened, and in its certificate."""

import io

import numpy as np
import pytest
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.evidence.certificate import parse
from pixelseal.core.source import examine
from pixelseal.model.recipe.recipe import Output, Recipe

from tests.core.support import can_decode, file_of, photo, recipe, redact, shown

BOX = (16, 16, 32, 32)
SENTENCE = "can test a guess of it against this file."
PALETTE, CODED = "note-chosen-palette", "note-coded-together"


def with_palette(pixels, format: str) -> bytes:
    """A picture in 64 colours chosen for the whole of it, errors spread from pixel to pixel."""
    stream = io.BytesIO()
    how = {"method": Image.Quantize.MEDIANCUT, "dither": Image.Dither.FLOYDSTEINBERG}
    Image.fromarray(pixels).quantize(64, **how).save(stream, format)
    return stream.getvalue()


def avif(pixels) -> bytes:
    """An AVIF as the engine writes one: not every Pillow can."""
    if not can_decode("avif"):
        pytest.skip("this Python has no AVIF codec")
    return redact(file_of(pixels, "PNG"), Recipe(output=Output("avif", 60))).output


KINDS = {
    "GIF": (lambda pixels: with_palette(pixels, "GIF"), PALETTE),
    "PNG with a palette": (lambda pixels: with_palette(pixels, "PNG"), PALETTE),
    "TIFF with a palette": (lambda pixels: with_palette(pixels, "TIFF"), PALETTE),
    "BMP with a palette": (lambda pixels: with_palette(pixels, "BMP"), PALETTE),
    "lossy WebP": (lambda pixels: file_of(pixels, "WEBP", quality=80), CODED),
    "AVIF": (avif, CODED),
    "JPEG": (lambda pixels: file_of(pixels, "JPEG"), None),
    "PNG": (lambda pixels: file_of(pixels, "PNG"), None),
    "lossless WebP": (lambda pixels: file_of(pixels, "WEBP", lossless=True), None),
    "BMP": (lambda pixels: file_of(pixels, "BMP"), None),
}


def in_grays(format: str, backwards: bool = False) -> bytes:
    """A grey picture as a palette of all 256 greys, in order."""
    levels = photo(96, 64)[:, :, 1]
    image = Image.fromarray(255 - levels if backwards else levels).convert("P")
    ramp = range(255, -1, -1) if backwards else range(256)
    image.putpalette([level for level in ramp for _ in range(3)])
    stream = io.BytesIO()
    image.save(stream, format, optimize=False)
    return stream.getvalue()


def notes(file: bytes) -> list[str]:
    found = [row["kind"] for row in engine.inspect(file).to_dict()["findings"]]
    return [kind for kind in found if kind in (PALETTE, CODED)]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_said_when_such_a_file_opens_and_in_its_certificate(kind):
    write, note = KINDS[kind]
    file = write(photo(96, 64))
    assert notes(file) == ([note] if note else [])
    for format in ("same", "png", "jpeg"):
        done = redact(file, recipe(BOX, format=format))
        assert (SENTENCE in done.certificate) == bool(note)
        assert parse(done.certificate.encode()).together == bool(note)
        assert engine.verify(done.output, done.certificate.encode()).status == "unchanged"
    # Where nothing was covered there is nothing to guess.
    assert SENTENCE not in redact(file, Recipe()).certificate


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("format", ["GIF", "PNG", "BMP", "TIFF"])
def test_a_palette_of_all_grays_is_not_said_to_tell_of_the_picture(format, backwards):
    file = in_grays(format, backwards)
    assert examine(file).first.channels == "palette"
    assert notes(file) == []
    assert SENTENCE not in redact(file, recipe(BOX)).certificate


@pytest.mark.parametrize("format", ["GIF", "PNG", "BMP", "TIFF"])
def test_a_palette_of_some_grays_or_of_other_levels_still_tells(format):
    # As a program makes it that leaves out what is not there.
    levels = photo(96, 64)[:, :, 1] // 2
    image = Image.fromarray(levels).convert("P")
    for table in (
        [level for level in range(128) for _ in range(3)],
        [min(255, level + (level == 7)) for level in range(256) for _ in range(3)],
        [(level, 255 - level, level)[sample] for level in range(256) for sample in range(3)],
    ):
        image.putpalette(table)
        stream = io.BytesIO()
        image.save(stream, format, optimize=False)
        assert notes(stream.getvalue()) == [PALETTE]


def test_of_an_animation_every_palette_must_be_of_all_grays():
    frames = [Image.fromarray(photo(96, 64, seed)[:, :, 1]).convert("P") for seed in range(2)]
    for frame in frames:
        frame.putpalette([level for level in range(256) for _ in range(3)])
    tables = {}
    for name, last in (("grays", frames[1]), ("colours", Image.fromarray(photo(96, 64, 2)))):
        stream = io.BytesIO()
        others = [last if last.mode == "P" else last.quantize(32)]
        frames[0].save(stream, "GIF", save_all=True, append_images=others, optimize=False)
        tables[name] = notes(stream.getvalue())
    assert tables == {"grays": [], "colours": [PALETTE]}


@pytest.mark.parametrize("kind", ["GIF", "PNG with a palette", "lossy WebP"])
def test_the_sentence_is_no_idle_one(kind):
    # Two originals that differ only in what is covered give outputs that differ beside it.
    write, _ = KINDS[kind]
    first, second = photo(96, 64), photo(96, 64)
    second[24:40, 24:40] = np.random.default_rng(1).integers(0, 2, (16, 16, 3)) * 255
    outputs = [redact(write(pixels), recipe(BOX)) for pixels in (first, second)]
    left, right = (shown(done.output) for done in outputs)
    assert np.any(left[48:] != right[48:]) or np.any(left[:16] != right[:16])


@pytest.mark.parametrize("quality", [60, 85, 95])
@pytest.mark.parametrize("progressive", [False, True])
def test_of_a_jpeg_output_and_certificate_are_the_same_whatever_was_covered(quality, progressive):
    first = photo(96, 64)
    seen = set()
    for seed in range(8):
        pixels = first.copy()
        pixels[24:40, 24:40] = np.random.default_rng(seed).integers(0, 2, (16, 16, 3)) * 255
        file = file_of(pixels, "JPEG", quality=quality, progressive=progressive)
        done = redact(file, recipe((24, 24, 16, 16)))
        seen.add((done.output, done.certificate))
    assert len(seen) == 1
