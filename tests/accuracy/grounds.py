"""What cards lie on: skin, a ward, and real photographs. No writing, no face."""

import os
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageOps

ROOT = Path(__file__).resolve().parents[2]
# Public photographs of the corpus (docs/corpus.md) in which there is neither writing nor a face.
PHOTOS = (
    "libavif__seine_sdr_gainmap_srgb.jpg",
    "scikit-image__chelsea.png",
    "scikit-image__coffee.png",
    "scikit-image__ihc.png",
    "scikit-image__retina.jpg",
    "Pillow__flower.jpg",
    "libultrahdr__apple_gainmap_new.jpg",
    "libavif__paris_exif_xmp_icc.jpg",
)
TONES = ((236, 200, 178), (214, 168, 138), (176, 124, 92), (122, 82, 60), (82, 54, 42))
CLOTHS = ((206, 220, 226), (150, 182, 196), (226, 228, 222), (92, 132, 150), (232, 232, 236))


@cache
def photos() -> tuple[Path, ...]:
    """The corpus's photographs that are here."""
    folder = Path(os.environ.get("PIXELSEAL_CORPUS") or ROOT.parent / "shared" / "corpus")
    return tuple(path for name in PHOTOS if (path := folder / name).is_file())


def ground(rng: np.random.Generator, width: int, height: int) -> tuple[Image.Image, str]:
    """A background and what it is."""
    kinds = ["skin", "ward", "ward"] + ["photo"] * bool(photos())
    kind = str(rng.choice(kinds))
    if kind == "photo":
        path = photos()[rng.integers(len(photos()))]
        with Image.open(path) as image:
            shown = ImageOps.fit(image.convert("RGB"), (width, height), Image.Resampling.BICUBIC)
        return shown, path.name
    return (skin if kind == "skin" else ward)(rng, width, height), kind


def skin(rng: np.random.Generator, width: int, height: int) -> Image.Image:
    """Skin with a wound, hair and veins."""
    tone = np.array(TONES[rng.integers(len(TONES))], np.float32)
    light = clouds(rng, width, height, 5) * 34 + clouds(rng, width, height, 60) * 12
    redness = np.maximum(clouds(rng, width, height, 4), 0) * 30
    pixels = tone + light[..., np.newaxis] + redness[..., np.newaxis] * np.array([1, -0.5, -0.4])
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    middle = rng.uniform(0.25, 0.75, 2) * (width, height)
    for step in range(12, 0, -1):
        reach = np.array([width, height]) * 0.012 * step * rng.uniform(0.85, 1.15, 2)
        depth = step / 12
        colour = (round(90 + 90 * depth), round(14 + 70 * depth), round(18 + 60 * depth))
        pen.ellipse((*(middle - reach), *(middle + reach)), fill=colour)
    for _hair in range(int(rng.integers(0, 140))):
        start = rng.uniform(0, 1, 2) * (width, height)
        end = start + rng.normal(0, 0.015, 2) * max(width, height)
        pen.line((*start, *end), (40, 28, 24), max(1, width // 2400))
    return image.filter(ImageFilter.GaussianBlur(width / 2500))


def ward(rng: np.random.Generator, width: int, height: int) -> Image.Image:
    """A sheet with folds, a wall of tiles, rails, tubes and buttons without writing."""
    cloth = np.array(CLOTHS[rng.integers(len(CLOTHS))], np.float32)
    folds = clouds(rng, width, height, 4) + 0.5 * clouds(rng, width, height, 9)
    weave = clouds(rng, width, height, max(width, height) // 8) * 5
    pixels = cloth + (folds * 26 + weave)[..., np.newaxis]
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    unit = max(width, height) / 40
    if rng.random() < 0.5:
        edge, tile = int(height * rng.uniform(0.1, 0.35)), int(unit * rng.uniform(1.5, 4))
        pen.rectangle((0, 0, width, edge), (218, 222, 220))
        for x in range(0, width, tile):
            pen.line((x, 0, x, edge), (186, 190, 190), max(1, width // 1500))
        for y in range(0, edge, tile):
            pen.line((0, y, width, y), (186, 190, 190), max(1, width // 1500))
    for _rail in range(int(rng.integers(0, 4))):
        y, thick = rng.uniform(0, height), unit * rng.uniform(0.3, 1.2)
        gray = int(rng.integers(120, 215))
        ends = (0, y, width, y + rng.normal(0, height / 12))
        pen.line(ends, (gray, gray, gray + 6), int(thick))
    for _tube in range(int(rng.integers(0, 3))):
        xs = np.linspace(0, width, 40)
        ys = rng.uniform(0, height) + np.cumsum(rng.normal(0, unit / 2, 40))
        tone = (int(rng.integers(160, 240)), 190, int(rng.integers(160, 230)))
        pen.line(list(zip(xs, ys, strict=True)), tone, int(unit * 0.4), joint="curve")
    if rng.random() < 0.4:
        left, top = rng.uniform(0, 0.7, 2) * (width, height)
        for row, column in np.ndindex(2, int(rng.integers(2, 6))):
            x, y = left + column * unit * 1.5, top + row * unit * 1.5
            pen.rounded_rectangle((x, y, x + unit, y + unit), unit / 5, (70, 80, 96))
    return image


def clouds(rng: np.random.Generator, width: int, height: int, cells: int) -> NDArray[np.float32]:
    """Smooth noise (height, width) around 0, with about that many cells across."""
    rows = max(2, round(cells * height / max(width, height)))
    columns = max(2, round(cells * width / max(width, height)))
    coarse = Image.fromarray(rng.normal(0, 0.5, (rows, columns)).astype(np.float32))
    return np.asarray(coarse.resize((width, height), Image.Resampling.BICUBIC))
