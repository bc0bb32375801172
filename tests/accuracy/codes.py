"""Codes as wristbands and labels carry them, made by zxing-cpp's own writer."""

from functools import cache

import numpy as np
from PIL import Image

FORMATS = {"Code 128": "Code128", "QR": "QRCode", "Data Matrix": "DataMatrix", "PDF417": "PDF417"}


@cache
def available() -> bool:
    """Whether zxing-cpp is installed; without it no code is drawn."""
    try:
        import zxingcpp
    except ImportError:
        return False
    return bool(zxingcpp)


def code(kind: str, text: str) -> Image.Image:
    """One pixel per module, grey, quiet zone included; `kind` is one of FORMATS."""
    import zxingcpp

    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, FORMATS[kind]))
    return Image.fromarray(np.array(made.to_image(scale=1, add_quiet_zones=True)))


def inside(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of its dark modules."""
    dark = np.asarray(image) < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
