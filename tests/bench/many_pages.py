"""What a page costs in a file with many pages, compared with one in a file with few.

`python -m tests.bench.many_pages`: files of 10 and of 160 pages of every kind that holds several.
Every page redacted as an image of its own, with its private record, as the command line does it,
and all pages as one TIFF; CPU time of this process, divided by the number of pages.
"""

import argparse
import importlib
import io
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.evidence.record import private_record
from pixelseal.local import codecs
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Output, Region

from tests.builders import jpeg

from .table import Row, row, table

FEW, MANY = 10, 160
TARGET = 1.15
_SIDES = (320, 240)
_TOLD = {"label": "image-0", "build": "source"}


def _picture(number: int) -> Image.Image:
    """A page as a camera or scanner makes it: smooth, with texture, and none like another."""
    random = np.random.default_rng(number)
    width, height = _SIDES
    coarse = random.integers(0, 256, (height // 20, width // 20, 3), np.uint8)
    smooth = Image.fromarray(coarse).resize(_SIDES, Image.Resampling.BICUBIC)
    noise = random.integers(0, 6, (height, width, 1), np.uint8)
    return Image.fromarray(np.asarray(smooth) // 2 + noise)


def _saved(images: list[Image.Image], format: str, **options: Any) -> bytes:
    file = io.BytesIO()
    images[0].save(file, format, save_all=True, append_images=images[1:], **options)
    return file.getvalue()


def _tiff(count: int, compression: str, mode: str = "") -> bytes:
    """Pages that each say which they are, as a scanner's and a microscope's do."""
    images = []
    for number in range(count):
        image = _picture(number)
        if mode:  # black and white, as a fax is
            image = image.convert("L").point(lambda value: 255 * (value > 64)).convert(mode)
        image.encoderinfo = {"description": f"Page {number} of the sample, field {number * 7919}"}
        images.append(image)
    return _saved(images, "TIFF", compression=compression)


def _moving(count: int) -> list[Image.Image]:
    """A ground on which a small thing moves: each frame needs those before it."""
    ground, frames = _picture(0), []
    for number in range(count):
        frame = ground.copy()
        frame.paste((number % 256, 90, 20), (number * 7 % 280, 40, number * 7 % 280 + 24, 64))
        frames.append(frame)
    return frames


def _mpo(count: int) -> bytes:
    parts = []
    for number in range(count):
        file = io.BytesIO()
        _picture(number).save(file, "JPEG", quality=85)
        parts.append(file.getvalue())
    return jpeg.multi_picture(parts[0], [(0x020002, part) for part in parts[1:]])


def _heic(count: int) -> bytes:
    """Pictures in their own right; needs pillow-heif, as reading them does."""
    heif: Any = importlib.import_module("pillow_heif")
    made = heif.HeifFile()
    for number in range(count):
        made.add_from_pillow(_picture(number))
    file = io.BytesIO()
    made.save(file, quality=60)
    return file.getvalue()


KINDS: dict[str, Callable[[int], bytes]] = {
    "TIFF": lambda count: _tiff(count, "raw"),
    "TIFF, LZW": lambda count: _tiff(count, "tiff_lzw"),
    "TIFF, Deflate": lambda count: _tiff(count, "tiff_adobe_deflate"),
    "TIFF, JPEG": lambda count: _tiff(count, "jpeg"),
    "TIFF, fax": lambda count: _tiff(count, "group4", "1"),
    "GIF": lambda count: _saved(_moving(count), "GIF"),
    "APNG": lambda count: _saved(_moving(count), "PNG"),
    "WebP": lambda count: _saved(_moving(count), "WEBP", quality=80, method=0),
    "MPO": _mpo,
    "HEIC": _heic,
}


def _each(data: bytes, recipe: Recipe) -> None:
    """Every page as an image of its own, as `pixelseal.cli.commands` does it."""
    kept = engine.Kept()
    for page in range(1, len(engine.inspect(data, kept).file.pages) + 1):
        _recorded(engine.redact(data, recipe, page=page, kept=kept, **_TOLD))


def _together(data: bytes, recipe: Recipe) -> None:
    """All pages as one TIFF."""
    kept = engine.Kept()
    engine.inspect(data, kept)
    _recorded(engine.redact_together(data, recipe, kept=kept, **_TOLD))


def _recorded(done: engine.Redaction) -> None:
    private_record(done.record_facts, source_name="sample", made="2024-01-01T00:00:00+00:00")


WAYS = {"each redacted": (_each, "png"), "all together": (_together, "tiff")}


def rows(rounds: int, kinds: list[str] | None = None) -> list[Row]:
    """A row for each kind of file and way; milliseconds per page."""
    codecs.register()
    found = []
    for kind in kinds or KINDS:
        files = {count: KINDS[kind](count) for count in (FEW, MANY)}
        for way, (work, output) in WAYS.items():
            times: dict[int, list[float]] = {FEW: [], MANY: []}
            for _ in range(rounds):
                for count, data in files.items():
                    # The few as often as makes as many pages: both are measured as long.
                    repeats = MANY // count
                    recipes = [_recipe(count, output)] * repeats
                    start = time.process_time()
                    for recipe in recipes:
                        work(data, recipe)
                    spent = time.process_time() - start
                    times[count].append(1000 * spent / count / repeats)
            what = f"{kind} of {MANY} pages, {way}: a page"
            found.append(
                row(what, "CPython", times[MANY], times[FEW], f"of {FEW} pages", target=TARGET)
            )
            print(table(found[-1:]).splitlines()[-1], file=sys.stderr, flush=True)
    return found


def _recipe(count: int, output: str) -> Recipe:
    """A face on each page."""
    regions = [Region(Rectangle(80, 60, 90, 70), page=page) for page in range(1, count + 1)]
    return Recipe(regions, output=Output(output))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kind", action="append", choices=sorted(KINDS))
    asked = parser.parse_args()
    print(table(rows(asked.rounds, asked.kind)))
