"""CIELAB pictures come out in the colours that LittleCMS gives them, in both encodings."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, features
from pixelseal.core.icc.lab import lab_to_srgb

from tests.builders import icc

from .delta_e import delta_e, of_srgb


def colours() -> np.ndarray:
    """8-bit CIELAB with offset: a grid of all, and a ramp of greys."""
    grid = np.rint(icc.nodes(3, 16) * 255).astype(np.uint8)
    ramp = np.full((256, 3), 128, np.uint8)
    ramp[:, 0] = np.arange(256)
    return np.concatenate((grid, ramp)).reshape(-1, 64, 3)


def test_white_black_and_gray_are_neutral() -> None:
    ramp = colours().reshape(-1, 3)[-256:][np.newaxis]
    rgb = lab_to_srgb(ramp, "offset")
    assert (rgb == rgb[:, :, :1]).all()
    assert rgb[0, [0, 255], 0].tolist() == [0, 255]


def test_the_two_ways_of_writing_agree() -> None:
    offset = colours()
    signed = offset.copy()
    signed[:, :, 1:] ^= 128
    expected = lab_to_srgb(offset, "offset")
    np.testing.assert_array_equal(lab_to_srgb(signed, "signed"), expected)
    # 16 bits: a step of 8 bits is 256; L* = 100 is 0xFF00 or 0xFFFF.
    wide = offset.astype(np.uint16) << 8
    assert np.abs(lab_to_srgb(wide, "offset") / 257 - expected).max() < 0.6
    wide[:, :, 0] = offset[:, :, 0].astype(np.uint16) * 257
    wide[:, :, 1:] ^= 0x8000
    assert np.abs(lab_to_srgb(wide, "signed") / 257 - expected).max() < 0.6


@pytest.mark.skipif(
    not features.check("littlecms2"), reason="this Pillow has no LittleCMS to compare with"
)
def test_against_littlecms() -> None:
    pixels = colours()
    signed = pixels.copy()  # as Pillow takes them; within, it holds the offset that LittleCMS reads
    signed[:, :, 1:] ^= 128
    image = Image.frombytes("LAB", (pixels.shape[1], pixels.shape[0]), signed.tobytes())
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB", 0, 0x0100
    )
    theirs = np.asarray(ImageCms.applyTransform(image, transform))
    difference = delta_e(of_srgb(lab_to_srgb(pixels, "offset")), of_srgb(theirs))
    assert difference.mean() <= 0.1
    assert difference.max() <= 1.5


def test_as_pillow_hands_on_a_tiff(corpus: Path) -> None:
    with Image.open(corpus / "Pillow__hopper.Lab.tif") as image:
        shape = (image.height, image.width, 3)
        rgb = lab_to_srgb(np.frombuffer(image.tobytes(), np.uint8).reshape(shape), "signed")
    # A portrait before a gray-blue wall: the wall in the upper right is blue, the face is not.
    red, _, blue = rgb[5:30, 100:125].reshape(-1, 3).mean(axis=0)
    assert blue > red + 20
    red, _, blue = rgb[45:60, 55:70].reshape(-1, 3).mean(axis=0)
    assert red > blue + 20


@pytest.mark.parametrize(
    ("pixels", "encoding"),
    [
        (np.zeros((2, 2, 3), np.float32), "offset"),
        (np.zeros((2, 2), np.uint8), "offset"),
        (np.zeros((2, 2, 3), np.uint8), "other"),
    ],
)
def test_other_samples_are_our_fault(pixels: np.ndarray, encoding: str) -> None:
    with pytest.raises(ValueError, match="not "):
        lab_to_srgb(pixels, encoding)
