"""Pixels of other kinds made into opaque sRGB: transparency and CIELAB. Applies no ICC profile."""

import numpy as np

from app.core.raster import Pixels

# Bradford-adapted matrix from CIE XYZ (D50) to linear sRGB (D65): ICC.1:2022 annex E with
# IEC 61966-2-1.
_XYZ_TO_SRGB = np.array(
    [
        [3.1338561, -1.6168667, -0.4906146],
        [-0.9787684, 1.9161415, 0.0334540],
        [0.0719453, -0.2289914, 1.4052427],
    ]
)
_D50 = np.array([0.9642, 1.0, 0.8249])


def over_white(samples: Pixels, alpha: Pixels) -> Pixels:
    """Gray (H, W) or RGB (H, W, 3) uint8, not premultiplied, over white; alpha (H, W) uint8.

    What lay under alpha 0 is gone: the result there is exactly white.
    """
    opacity = alpha.astype(np.uint32)
    if samples.ndim == 3:
        opacity = opacity[:, :, np.newaxis]
    return ((samples * opacity + 255 * (255 - opacity) + 127) // 255).astype(np.uint8)


def white_where(samples: Pixels, key: tuple[int, ...]) -> Pixels:
    """Gray or RGB samples with white where a pixel equals the transparent colour `key`."""
    same = samples == np.array(key if samples.ndim == 3 else key[0], samples.dtype)
    if samples.ndim == 3:
        same = same.all(axis=2)
    opaque = samples.copy()
    opaque[same] = np.iinfo(samples.dtype).max
    return opaque


def lab_to_srgb(lab: Pixels) -> Pixels:
    """CIELAB of TIFF 6.0, section 23 (D50; L* 0..255 for 0..100, a* and b* signed) to sRGB uint8.

    Colours that sRGB does not hold are clipped.
    """
    a, b = (lab[:, :, i].astype(np.int8).astype(np.float64) for i in (1, 2))
    lightness = (lab[:, :, 0] * (100 / 255) + 16) / 116
    terms = np.stack([lightness + a / 500, lightness, lightness - b / 200], axis=2)
    xyz = np.where(terms > 6 / 29, terms**3, (terms - 4 / 29) * (108 / 841)) * _D50
    linear = np.clip(xyz @ _XYZ_TO_SRGB.T, 0, 1)
    encoded = np.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * np.power(linear, 1 / 2.4) - 0.055
    )
    srgb: Pixels = np.rint(encoded * 255).astype(np.uint8)
    return srgb
