"""Costs that follow from pixels: many regions, the last frames of an animation, memory."""

import io
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from pixelseal.core import engine
from pixelseal.model.recipe.recipe import Recipe, parse_object

from app.build.places import ROOT

from .table import Row, row

_SIDES = (4000, 3000)
# What many regions of a method are compared with, by the end of their name.
_BESIDE = {
    "fill": "one across the picture",
    "mosaics": "one mosaic across it",
    "blurs": "one blur across it",
}
_FRAMES, _CANVAS = 500, (160, 120)
# What a peak of memory may be: bytes of each pixel, and in all (ADR 0031).
_USUAL = (5, 300_000_000)
_SMALL, _LARGE = (4800, 3200), (9000, 6700)
# Size of a file, its format and options, the format that is written from it, and its bound.
_FILES: tuple[tuple[tuple[int, int], str, dict[str, Any], str, tuple[int, int]], ...] = (
    (_SMALL, "JPEG", {"quality": 85}, "same", _USUAL),
    (_SMALL, "PNG", {"compress_level": 1}, "same", _USUAL),
    (_SMALL, "TIFF", {}, "same", _USUAL),
    (_SMALL, "BMP", {}, "png", _USUAL),
    (_SMALL, "GIF", {}, "png", _USUAL),
    (_SMALL, "WEBP", {"quality": 80, "method": 0}, "same", _USUAL),
    (_SMALL, "WEBP", {"lossless": True, "method": 0, "quality": 0}, "png", _USUAL),
    (_SMALL, "JPEG", {"quality": 85, "progressive": True}, "same", _USUAL),
    (_LARGE, "JPEG", {"quality": 85, "progressive": True}, "same", (7, 100_000_000)),
    (_LARGE, "JPEG", {"quality": 85, "progressive": True, "subsampling": 0}, "same",
     (10, 100_000_000)),
    (_SMALL, "JPEG", {"quality": 85}, "avif", (20, 100_000_000)),
)  # fmt: skip
_PEAK = """
import sys
import tests
from pixelseal.local import codecs
from pixelseal.core import engine
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Output
data = open(sys.argv[1], "rb").read()
codecs.register()
engine.redact(data, Recipe([], output=Output(sys.argv[2])), label="x", build="source")
# Not ru_maxrss: that begins with what the process that started this one holds (getrusage(2)).
with open("/proc/self/status") as status:
    print(1024 * int(status.read().split("VmHWM:")[1].split()[0]))
"""


def rows(photo: Path, folder: Path, rounds: int) -> list[Row]:
    """Of a 12-megapixel photo and of files that are made in `folder`."""
    return [*_regions(photo.read_bytes(), rounds), _frames(), *_memory(folder)]


def _regions(photo: bytes, rounds: int) -> list[Row]:
    """Many regions beside one across the same picture, and beside a small one.

    The first ratio is what many cost more than the pixels that they change; the second depends on
    the photo as well, because a small region leaves nearly all of its blocks as they were.
    """
    kinds = {"10,000 rectangles": 10_000, "10,000 colours": 10_000, "2,000 ellipses": 2_000,
             "10,000 triangles": 10_000, "10,000 mosaics": 10_000,
             "10,000 blurs": 10_000}  # fmt: skip
    asked = {what: _shapes(what, count) for what, count in kinds.items()}
    asked |= {name: [_across(what)] for what, name in _BESIDE.items()}
    asked["one small region"] = _shapes("rectangles", 1)
    found: dict[str, list[float]] = {what: [] for what in asked}
    for turn in range(rounds + 1):
        for what, regions in asked.items():
            recipe = parse_object({"pixelseal": "recipe/1", "regions": regions})
            # CPU time: other work on the machine would outweigh the difference that is measured.
            start = time.process_time()
            engine.redact(photo, recipe, label="image-0", build="source")
            if turn:
                found[what].append(1000 * (time.process_time() - start))
    made = []
    for what in kinds:
        kind = what.rsplit(" ", 1)[1]
        beside = _BESIDE.get(kind, _BESIDE["fill"])
        named = f"{what} on a 12-MP JPEG"
        made.append(row(named, "CPython", found[what], found[beside], beside, target=3))
        small = found["one small region"]
        made.append(
            row(f"{named}, beside a small one", "CPython", found[what], small, "one small region")
        )
    return made


def _across(method: str) -> dict[str, Any]:
    """One region across all of the picture: a comb with a tooth every 100 pixels."""
    (width, height), points = _SIDES, []
    for x in range(0, width, 100):
        points += [[x, 20], [x, height], [x + 60, height], [x + 60, 20]]
    points += [[width, 20], [width, 0], [0, 0]]
    region: dict[str, Any] = {"shape": {"kind": "polygon", "points": points}}
    size = -(-max(_SIDES) // 3)
    if method != "fill":
        strength = "block" if method == "mosaics" else "radius"
        region |= {"method": {"kind": method[:-1], strength: size}, "reason": "Q"}
    return region


def _shapes(what: str, count: int) -> list[dict[str, Any]]:
    """So many shapes of a kind over the whole picture; the ellipses are nearly as large as it."""
    (width, height), made = _SIDES, []
    for number in range(count):
        x, y = number * 7919 % (width - 60), number * 104_729 % (height - 60)
        shape: dict[str, Any] = {"kind": "rectangle", "x": x, "y": y, "width": 50, "height": 40}
        if "ellipses" in what:
            x, y = number % 100, number // 100
            shape = {"kind": "ellipse", "x": x, "y": y, "width": width - 200, "height": height - 99}
        elif "triangles" in what:
            corners = [[x, y], [x + 50, y + 20], [x + 10, y + 50]]
            shape = {"kind": "polygon", "points": corners}
        region: dict[str, Any] = {"shape": shape}
        if "colours" in what:
            region["method"] = {"kind": "fill", "colour": f"#{number * 7919 % (1 << 24):06x}"}
        elif "mosaics" in what:
            region |= {"method": {"kind": "mosaic", "block": 32}, "reason": "Q"}
        elif "blurs" in what:
            region |= {"method": {"kind": "blur", "radius": 32}, "reason": "Q"}
        made.append(region)
    return made


def _frames() -> Row:
    """The last pages of an animation beside its first ones, asked for one after the other."""
    data, kept, times = _animation(), engine.Kept(), []
    for page in range(1, len(engine.inspect(data, kept).file.pages) + 1):
        start = time.perf_counter()
        engine.redact(data, Recipe([]), label="image-0", build="source", page=page, kept=kept)
        times.append(1000 * (time.perf_counter() - start))
    first, last = times[1:51], times[-50:]
    what = f"a frame at the end of a GIF of {_FRAMES} frames"
    return row(what, "CPython", last, first, "one at its beginning", target=1.15)


def _animation() -> bytes:
    width, height = _CANVAS
    ground = np.indices((height, width)).sum(axis=0).astype(np.uint8)
    images = []
    for number in range(_FRAMES):
        pixels = ground.copy()
        pixels[number % 100 : number % 100 + 9, number % 140 : number % 140 + 9] = number % 256
        images.append(Image.fromarray(pixels).convert("P"))
    file = io.BytesIO()
    images[0].save(file, "GIF", save_all=True, append_images=images[1:], disposal=1)
    return file.getvalue()


def _memory(folder: Path) -> list[Row]:
    found = []
    for sides, format, options, output, (each, more) in _FILES:
        width, height = sides
        coarse = np.random.default_rng(1).integers(0, 256, (height // 40, width // 40, 3), np.uint8)
        path = folder / f"memory.{format.lower()}"
        Image.fromarray(coarse).resize(sides, Image.Resampling.BICUBIC).save(
            path, format, **options
        )
        asked = [sys.executable, "-c", _PEAK, str(path), output]
        told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
        kinds = [word for word in ("lossless", "progressive") if word in options]
        what = " ".join([f"peak memory, {width * height // 1_000_000}-MP", *kinds, format])
        what += " 4:4:4" if "subsampling" in options else ""
        what += f" written as {output.upper()}" if output == "avif" else ""
        allowed = each * width * height + more
        beside = f"{each} bytes per pixel + {more // 1_000_000} MB"
        found.append(Row(what, "CPython", int(told.stdout), allowed, beside, "bytes", 1))
    return found
