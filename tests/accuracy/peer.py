"""The peer's own benchmark (PyPI `dentdeid` 0.1.0), its pictures and its rule, with our finders.

It draws radiographs and screenshots with burned-in names, dates and numbers, each as DICOM and as
an exported image, and counts an identifier as found if 90 % of its box are covered. Made as its
documentation says: `dentdeid synth -n 60 --seed 2026`. Needs `dentdeid`; downloads nothing.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .score import Box

ITEMS, SEED = 60, 2026
FOUND = 0.9
# What its own benchmark prints for the peer itself: found, of.
PEER = {"standard": (300, 300), "hard": (58, 70)}
Pixels = NDArray[np.uint8]


def available() -> bool:
    """Whether the peer is installed."""
    try:
        import dentdeid
    except ImportError:
        return False
    return bool(dentdeid)


def rates(
    find: Callable[[Pixels], list[Box]], folder: Path
) -> dict[str, tuple[int, int, list[str]]]:
    """For "standard" and "hard": found, of, and what was missed."""
    counts: dict[str, tuple[int, int, list[str]]] = {name: (0, 0, []) for name in PEER}
    for key, path, pixels in _pictures(folder):
        boxes = find(pixels)
        for item in key["burned_in"]:
            if not item["phi"]:
                continue
            found, of, missed = counts[key["difficulty"]]
            hit = _coverage(item["bbox"], boxes) >= FOUND
            if not hit:
                missed = [*missed, f"{item['text']!r} in {path.name}"]
            counts[key["difficulty"]] = (found + hit, of + 1, missed)
    return counts


def _pictures(folder: Path) -> Iterator[tuple[dict[str, Any], Path, Pixels]]:
    import pydicom
    from dentdeid.synth.corpus import build

    build(folder, n=ITEMS, seed=SEED, include_cbct=False)
    for path in sorted((folder / "answer_keys").glob("*.json")):
        key = json.loads(path.read_text("utf-8"))
        if key["kind"] == "intraoral_photo":
            continue  # nothing is burned in, and its own benchmark leaves them out
        raster = folder / key["raster"]
        with Image.open(raster) as image:
            yield key, raster, np.asarray(image.convert("RGB"))
        dicom = folder / key["dicom"]
        yield key, dicom, _shown(pydicom.dcmread(dicom))


def _shown(data: Any) -> Pixels:
    """A DICOM picture as a viewer shows it."""
    pixels = data.pixel_array.astype(np.float64)
    if data.PhotometricInterpretation == "MONOCHROME1":
        pixels = 2**data.BitsStored - 1 - pixels
    pixels = pixels * 255 / max(255.0, float(pixels.max()))
    shown = np.clip(np.round(pixels), 0, 255).astype(np.uint8)
    return shown if shown.ndim == 3 else np.repeat(shown[..., np.newaxis], 3, axis=2)


def _coverage(box: Box, boxes: list[Box]) -> float:
    from dentdeid.bench import _coverage as covered

    return float(covered(tuple(box), [tuple(map(int, other)) for other in boxes]))
