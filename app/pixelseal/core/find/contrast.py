"""Evens out a picture's contrast, so that grey letters on white bone look like white ones on black.

Knows nothing of writing. Pillow blurs in whole numbers: the page and the command line get the same.
"""

import numpy as np
from PIL import Image, ImageFilter
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.find import parameters

_FINER = 4  # parts of a grey level in which deviations are blurred
_MIDDLE = 128


def evened(pixels: Pixels) -> Pixels:
    """The picture (H, W, 3) in grey, each pixel by how far it is from those around it.

    The distance is divided by the mean distance around, so that faint strokes become plain ones.
    """
    gray = Image.fromarray(pixels).convert("L")
    blur = ImageFilter.BoxBlur(parameters.EVEN_RADIUS)
    away = np.asarray(gray).astype(np.int16) - np.asarray(gray.filter(blur))
    finer = np.minimum(np.abs(away) * _FINER, 255).astype(np.uint8)
    usual = np.asarray(Image.fromarray(finer).filter(blur)).astype(np.float32) / _FINER
    usual = np.maximum(usual, np.float32(parameters.EVEN_LEAST))
    level = np.clip(_MIDDLE + away * (np.float32(parameters.EVEN_USUAL) / usual), 0, 255)
    return np.repeat(level.astype(np.uint8)[:, :, np.newaxis], 3, axis=2)


def is_colourless(pixels: Pixels) -> bool:
    """True of a picture (H, W, 3) that has hardly any colour: a radiograph, also with labels."""
    spread = np.ptp(pixels.astype(np.int16), axis=2)
    return float((spread > parameters.COLOUR_LEAST).mean()) < parameters.COLOURED_MOST
