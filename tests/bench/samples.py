"""Photos of a stated number of megapixels for the benchmark: drawn, always the same, no person."""

from pathlib import Path

import numpy as np
from PIL import Image

# Width and height by nominal megapixels: 4:3, as most cameras have it.
SIZES = {1: (1152, 864), 12: (4000, 3000), 48: (8000, 6000), 108: (12000, 9000)}


def photo(megapixels: int, folder: Path, number: int = 0) -> Path:
    """A JPEG, quality 90 and 4:2:0, whose detail costs a codec about what a real photo's does.

    Smooth light and tints, texture of two finer scales and a sensor's noise, all of them grey as
    in most of nature: 12 megapixels give some 4 MB. Each `number` is another picture.
    """
    path = folder / f"photo-{megapixels}-{number}.jpg"
    width, height = SIZES[megapixels]
    random = np.random.default_rng([megapixels, number] if number else megapixels)
    whole = np.zeros((height, width, 3), np.float32)
    for scale, strength, samples in ((256, 18, 3), (32, 16, 1), (4, 10, 1)):
        size = (-(-height // scale), -(-width // scale), samples)
        coarse = (random.normal(128, strength, size)).clip(0, 255).astype(np.uint8)
        image = Image.fromarray(coarse if samples == 3 else coarse[:, :, 0])
        smooth = image.resize((width, height), Image.Resampling.BICUBIC)
        whole += np.asarray(smooth, np.float32).reshape(height, width, samples) - 128
    whole += random.normal(128, 3, (height, width, 1)).astype(np.float32)
    Image.fromarray(whole.clip(0, 255).astype(np.uint8)).save(path, quality=90, subsampling=2)
    return path


def box(megapixels: int) -> dict[str, int]:
    """The rectangle that is covered: about a fiftieth of the picture."""
    return box_of(*SIZES[megapixels])


def box_of(width: int, height: int) -> dict[str, int]:
    """The same for a picture of that size."""
    return {"x": width // 3, "y": height // 3, "width": width // 7, "height": height // 7}


def repeated(photo: Path, width: int, height: int, path: Path) -> Path:
    """A picture of that size that shows a photo over and over: a JPEG, or a plain TIFF."""
    with Image.open(photo) as image:
        part = np.asarray(image)
    whole = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, part.shape[0]):
        for left in range(0, width, part.shape[1]):
            into = whole[top : top + part.shape[0], left : left + part.shape[1]]
            into[:] = part[: into.shape[0], : into.shape[1]]
    options = {} if path.suffix == ".tif" else {"quality": 90, "subsampling": 2}
    Image.fromarray(whole).save(path, **options)
    return path
