"""Comparing the browser's picture with the engine's tolerates noise and rejects everything else."""

import io
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.preview.likeness import LEVELS_MOST, LEVELS_UNSEEN, is_like

from tests.builders import jpeg, png
from tests.builders.turned import (
    BYTE,
    LONG,
    ORIENTATION,
    SBYTE,
    SHORT,
    SLONG,
    SSHORT,
    all_of_them,
    block,
    corners,
    dark,
    directory,
    entry,
    turned_jpegs,
)
from tests.core.support import examples, photo, recipe

Picture = NDArray[np.uint8]
TURNS = range(1, 8)


class Screen:
    """What a browser shows: RGBA of its own."""

    def __init__(self, pixels: Picture, alpha: int | Picture = 255) -> None:
        self.height, self.width = pixels.shape[:2]
        opaque = np.broadcast_to(np.asarray(alpha, np.uint8), pixels.shape[:2])
        colour = pixels if pixels.ndim == 3 else np.repeat(pixels[:, :, np.newaxis], 3, axis=2)
        self._rgba = np.dstack([colour, opaque])

    def rows(self, top: int, bottom: int) -> NDArray[Any]:
        return self._rgba[top:bottom]


def turned(pixels: Picture, way: int) -> Picture:
    """One of the eight ways in which a picture can lie, 0 as it is."""
    lying = np.rot90(pixels, way % 4)
    return np.ascontiguousarray(lying[:, ::-1] if way > 3 else lying)


def noisy(pixels: Picture, levels: int, seed: int = 0) -> Picture:
    noise = np.random.default_rng(seed).integers(-levels, levels + 1, pixels.shape)
    return (pixels.astype(int) + noise).clip(0, 255).astype(np.uint8)


pictures = arrays.arrays(
    np.uint8, arrays.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=40)
) | arrays.arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40), st.just(3)))


@given(pictures)
def test_the_same_picture_is_like_itself(pixels: Picture) -> None:
    assert is_like(Raster(pixels), Screen(pixels))


@given(pictures, st.integers(1, 7))
def test_a_turn_that_can_be_seen_is_never_taken(pixels: Picture, way: int) -> None:
    other = turned(pixels, way)
    if other.shape != pixels.shape or np.abs(pixels.astype(int) - other).max() > LEVELS_UNSEEN:
        assert not is_like(Raster(pixels), Screen(other))


@given(pictures, st.integers(0, 254), st.data())
def test_nothing_that_is_seen_through_is_taken(
    pixels: Picture, alpha: int, data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, pixels.shape[0] - 1))
    opaque = np.full(pixels.shape[:2], 255, np.uint8)
    opaque[row, 0] = alpha
    assert not is_like(Raster(pixels), Screen(pixels, opaque))


@pytest.mark.parametrize("size", [(300, 200), (200, 200), (64, 900)])
def test_a_photo_is_known_under_the_noise_of_another_decoder_and_in_no_other_way(size) -> None:
    pixels = np.asarray(photo(*size))
    seen = noisy(pixels, 5)
    assert is_like(Raster(pixels), Screen(seen))
    for way in TURNS:
        assert not is_like(Raster(pixels), Screen(turned(seen, way)))
    for shift in (1, -1, 7):
        for axis in (0, 1):
            assert not is_like(Raster(pixels), Screen(np.roll(seen, shift, axis)))


def test_what_is_too_faint_to_tell_apart_is_refused_if_it_lies_otherwise() -> None:
    pixels = np.full((160, 160, 3), 128, np.uint8)
    pixels[20:40, 20:60] -= LEVELS_MOST - 2  # a faint label
    assert is_like(Raster(pixels), Screen(noisy(pixels, 1)))
    for way in TURNS:
        assert not is_like(Raster(pixels), Screen(turned(noisy(pixels, 1), way)))


def test_a_symmetrical_picture_is_taken_only_if_nothing_in_it_differs_to_an_eye() -> None:
    pixels = np.full((80, 120), 200, np.uint8)
    assert is_like(Raster(pixels), Screen(noisy(pixels, LEVELS_UNSEEN)))
    assert not is_like(Raster(pixels), Screen(noisy(pixels, LEVELS_UNSEEN + 3)))


def test_one_word_less_is_another_picture() -> None:
    pixels = np.asarray(photo(300, 200)).copy()
    bare = pixels.copy()
    pixels[100:104, 100:104] = 255 - pixels[100:104, 100:104].astype(int) // 2
    assert not is_like(Raster(pixels), Screen(bare))


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_the_large_and_the_gray_are_compared_in_bands(mode: str) -> None:
    pixels = np.asarray(Image.fromarray(photo(2000, 1500)).convert(mode))
    assert is_like(Raster(pixels), Screen(noisy(pixels, 1)))
    other = pixels.copy()
    other[-1, -1] ^= 128
    assert not is_like(Raster(pixels), Screen(other))


def test_the_engine_draws_nothing_for_a_picture_that_is_the_same() -> None:
    file = turned_jpegs()["jpeg-long-3.jpg"]
    upright = np.asarray(Image.open(io.BytesIO(whole(file))).convert("RGB"))
    assert engine.preview(file, untrusted_shown=Screen(upright)) is None
    for way in TURNS:
        assert engine.preview(file, untrusted_shown=Screen(turned(upright, way))) is not None


def whole(file: bytes) -> bytes:
    preview = engine.preview(file)
    assert preview is not None
    return preview.whole


def corner(pixels: Picture) -> list[tuple[bool, bool]]:
    """Where it is red: (at the right, at the bottom) for each corner that is."""
    found = []
    for right in (False, True):
        for bottom in (False, True):
            pixel = pixels[-8 if bottom else 8, -8 if right else 8].astype(int)
            if pixel[0] - max(pixel[1], pixel[2]) > 70:
                found.append((right, bottom))
    return found


kinds = st.sampled_from([BYTE, SHORT, LONG, SBYTE, SSHORT, SLONG, 5, 7, 12, 0, 99])
entries = st.builds(
    lambda tag, kind, count, value: entry(tag, kind, count, value),
    st.sampled_from([ORIENTATION, ORIENTATION, 256, 0x8769]),
    kinds,
    st.integers(0, 4),
    st.integers(0, 9).map(lambda n: n.to_bytes(2, "little")) | st.binary(max_size=4),
)
directories = st.builds(
    lambda rows, count, end: directory(*rows, count=count, end=end),
    st.lists(entries, max_size=4),
    st.none() | st.integers(0, 120),
    st.sampled_from([bytes(4), b"", b"\x1a\0\0\0"]),
)
blocks = st.builds(lambda found: block(*found), st.lists(directories, min_size=1, max_size=3))
PLAIN = io.BytesIO()
corners(64, 64).save(PLAIN, "PNG")
PHOTO = io.BytesIO()
corners(64, 64).save(PHOTO, "JPEG", quality=95, subsampling=0)


@settings(max_examples=examples(60))
@given(st.lists(st.tuples(st.sampled_from(["exif", "xmp", "empty"]), blocks), max_size=3))
def test_however_a_file_states_its_orientation_screen_and_output_agree(parts) -> None:
    """What the engine draws for the screen is what it burns; all other ways round are refused."""
    segments = [
        {"exif": jpeg.exif(body), "xmp": jpeg.xmp(b"<x/>"), "empty": jpeg.exif(b"")}[kind]
        for kind, body in parts
    ]
    chunks = [png.chunk(b"eXIf", body) for _kind, body in parts]
    for file in (
        jpeg.with_segments(PHOTO.getvalue(), *segments),
        png.with_chunks(PLAIN.getvalue(), *chunks),
    ):
        try:
            screen = np.asarray(Image.open(io.BytesIO(whole(file))).convert("RGB"))
        except SourceRefused:
            continue
        assert len(corner(screen)) == 1
        (right, bottom) = corner(screen)[0]
        box = (44 if right else 0, 44 if bottom else 0, 20, 20)
        assert corner(burned(file, box)) == []
        shown = [engine.preview(file, untrusted_shown=Screen(turned(screen, n))) for n in range(8)]
        assert [one is None for one in shown] == [True] + [False] * 7


def burned(file: bytes, box: tuple[int, int, int, int]) -> Picture:
    output = engine.redact(file, recipe(box), label="x", build="source").output
    with Image.open(io.BytesIO(output)) as image:
        return np.asarray(image.convert("RGB"))


def test_only_kinds_without_hidden_detail_are_worth_comparing() -> None:
    files = all_of_them() | {"dark.png": dark()}
    for name, file in files.items():
        told = engine.inspect(file).to_dict()
        hides = name.startswith(("bmp-fourth", "png-alpha", "png-colour", "dark", "png-"))
        assert not (hides and told["orientation"] != 1 and told["browser_may_show"]), name
    for name in ("bmp-fourth-byte.bmp", "png-alpha.png", "png-colour-key.png", "dark.png"):
        assert not engine.inspect(files[name]).to_dict()["browser_may_show"], name
