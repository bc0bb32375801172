"""Runs every file of the corpus through the engine and records the outcome. Judges nothing."""

import io
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps
from pixelseal.core import engine
from pixelseal.core.audit import OutputWithheld
from pixelseal.core.base.errors import PixelsealError
from pixelseal.core.decode.decode import decode, reread
from pixelseal.core.icc.convert import CONVERTED
from pixelseal.core.source import examine
from pixelseal.local import codecs
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill, Region

CLEAN, WITHHELD = "clean", "withheld"
# Mean difference, in levels of 255, from the same picture read by Pillow: lossy codings, and
# profiles and gammas, which Pillow passes over and we apply.
PAGES_MOST = 3  # of one file: animations have many frames, all made in the same way
CLOSE, CLOSE_WITH_PROFILE = 4.0, 32.0


@dataclass(frozen=True)
class Outcome:
    """One file: its format, 'clean' or the code of its refusal, and what was written."""

    name: str
    format: str
    told: str
    outputs: tuple[Path, ...] = ()
    kinds: tuple[str, ...] = ()
    apart: float | None = field(default=None, compare=False)
    decibels: float | None = field(
        default=None, compare=False
    )  # JPEG from JPEG, by our own decoder
    growth: float = field(default=0.0, compare=False)
    converted: bool = False  # its colours were converted to sRGB, which Pillow does not do


def clean(path: Path, folder: Path) -> Outcome:
    """Cover a corner of the picture, write the output to `folder`, compare the rest."""
    data = path.read_bytes()
    codecs.register()
    format = ""
    try:
        opened = engine.inspect(data)
        format = opened.to_dict()["format"]
        width, height = opened.to_dict()["width"], opened.to_dict()["height"]
        box = Rectangle(0, 0, max(1, width // 8), max(1, height // 8))
        recipe = Recipe([Region(box, Fill("#000000"), None)])
        label = path.name[:60].strip(".-")
        pages = range(1, min(opened.to_dict()["pages"], PAGES_MOST) + 1)
        made = [
            engine.redact(
                data, recipe if page == 1 else Recipe([]), page=page, label=label, build="0"
            )
            for page in pages
        ]
        done = made[0]
    except OutputWithheld:
        return Outcome(path.name, format, WITHHELD)
    except PixelsealError as refused:
        return Outcome(path.name, format, refused.code)
    for one in made:
        (folder / one.name).write_bytes(one.output)
    written = tuple(folder / one.name for one in made)
    kinds = tuple(row["kind"] for row in opened.to_dict()["findings"])
    growth = len(done.output) / len(data)
    return Outcome(
        path.name,
        format,
        CLEAN,
        written,
        kinds,
        apart(data, done),
        decibels(data, done),
        growth,
        opened.to_dict()["colours"] == CONVERTED,
    )


def apart(source: bytes, done: engine.Redaction) -> float | None:
    """Mean difference outside what was covered, None where Pillow cannot serve as a reference."""
    try:
        before, after = _seen(source), _seen(done.output)
    except Exception:  # whatever Pillow raises for a file that was made to be difficult
        return None
    if before is None or after is None:
        return None
    if before.shape != after.shape:
        return 255.0
    outside = np.ones(before.shape[:2], bool)
    for left, top, right, bottom in done.record_facts["burned"]:
        outside[top:bottom, left:right] = False
    return float(np.abs(before - after)[outside].mean()) if outside.any() else None


def decibels(source: bytes, done: engine.Redaction) -> float | None:
    """PSNR outside what was covered, None unless a JPEG was made from a JPEG."""
    if done.extension != "jpg" or not source.startswith(b"\xff\xd8"):
        return None
    before, after = (
        decode(source, examine(source).first).pixels,
        reread(done.output, "jpeg").whole(),
    )
    outside = np.ones(before.shape[:2], bool)
    for left, top, right, bottom in done.record_facts["burned"]:
        outside[top:bottom, left:right] = False
    loss = np.square(before.astype(np.float32) - after)[outside].mean()
    return float(10 * np.log10(255**2 / loss)) if loss else float("inf")


def _seen(file: bytes) -> "np.ndarray[tuple[int, int, int], np.dtype[np.float32]] | None":
    with Image.open(io.BytesIO(file)) as image:
        if image.mode in ("I;16", "I;16B", "I", "F", "LAB"):
            return None  # Pillow clips these when it converts
        upright = ImageOps.exif_transpose(image) or image
        if image.has_transparency_data:
            upright = upright.convert("RGBA")
            white = Image.new("RGBA", upright.size, "white")
            upright = Image.alpha_composite(white, upright)
        return np.asarray(upright.convert("RGB"), np.float32)
