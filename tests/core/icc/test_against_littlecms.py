"""Colours come out as LittleCMS gives them: within 1 on the mean and 3 at most, in CIEDE2000."""

import io
import warnings
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, UnidentifiedImageError, features
from pixelseal.core.icc.convert import CONVERTED, WAS_SRGB

from tests.builders import icc
from tests.core.icc.whole_picture import to_srgb

from . import kinds
from .delta_e import delta_e, of_srgb

pytestmark = pytest.mark.skipif(
    not features.check("littlecms2"), reason="this Pillow has no LittleCMS to compare with"
)

MODES = {1: "L", 3: "RGB", 4: "CMYK"}
# cmsFLAGS_NOOPTIMIZE: LittleCMS evaluates the profile itself, not a coarser table of its own.
EXACT = 0x0100
SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
SIZE = 128


def colours(channels: int) -> np.ndarray:
    """A dense grid, the ramps of all greys, and random colours; (rows, SIZE, channels)."""
    points = {1: 256, 3: 18, 4: 10}[channels]
    grid = np.rint(icc.nodes(channels, points) * 255).astype(np.uint8)
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[:, np.newaxis], channels, axis=1)
    noise = np.random.default_rng(7).integers(0, 256, (SIZE * SIZE, channels), np.uint8)
    every = np.concatenate((grid, ramp, noise))
    return every[: len(every) // SIZE * SIZE].reshape(-1, SIZE, channels)


def by_littlecms(pixels: np.ndarray, profile: bytes, flags: int) -> np.ndarray:
    mode = MODES[pixels.shape[2]]
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        mode,
        "RGB",
        ImageCms.Intent.PERCEPTUAL,
        flags,
    )
    image = Image.frombytes(mode, (pixels.shape[1], pixels.shape[0]), pixels.tobytes())
    return np.asarray(ImageCms.applyTransform(image, transform))


def by_us(pixels: np.ndarray, profile: bytes) -> tuple[np.ndarray, str]:
    samples = pixels[:, :, 0] if pixels.shape[2] == 1 else pixels
    converted = to_srgb(samples, profile)
    rgb = converted.pixels
    return rgb if rgb.ndim == 3 else np.repeat(rgb[:, :, np.newaxis], 3, axis=2), converted.outcome


def assert_agrees(pixels: np.ndarray, profile: bytes) -> None:
    ours, outcome = by_us(pixels, profile)
    assert outcome in (CONVERTED, WAS_SRGB)
    exact = delta_e(of_srgb(ours), of_srgb(by_littlecms(pixels, profile, EXACT)))
    assert exact.mean() <= 0.1
    assert exact.max() <= 1.5  # half of what is promised
    # By default it works on a table of its own, of 33 or 23 points along an axis: that one is
    # held to the mean alone, for its own largest errors pass 3.
    usual = delta_e(of_srgb(ours), of_srgb(by_littlecms(pixels, profile, 0)))
    assert usual.mean() <= 1


@pytest.mark.parametrize("name", kinds.every())
def test_synthetic_profile(name: str) -> None:
    space, profile = kinds.every()[name]
    assert_agrees(colours({"gray": 1, "rgb": 3, "cmyk": 4}[space]), profile)


def test_profiles_made_by_littlecms() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pixels = colours(3)
    ours, outcome = by_us(pixels, profile)
    assert outcome == WAS_SRGB
    np.testing.assert_array_equal(ours, pixels)


def test_every_profile_of_the_corpus(corpus: Path) -> None:
    profiles: set[bytes] = set()
    for file in sorted(corpus.iterdir()):
        try:
            with warnings.catch_warnings(action="ignore"), Image.open(file) as image:
                profile = image.info.get("icc_profile")
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
            continue  # broken files are other tests' matter
        if profile:
            profiles.add(bytes(profile))
    assert len(profiles) >= 10
    for profile in profiles:
        assert_agrees(colours(SPACES[profile[16:20]]), profile)
