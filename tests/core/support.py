"""Synthetic pictures, recipes and outside witnesses for the engine's tests. Tests nothing."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.base import given_codecs
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.codecs import jpeg
from pixelseal.core.decode.decode import decode
from pixelseal.core.engine import Redaction
from pixelseal.core.source import examine
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill, Output, Region

BUILD = "0123abcd"
LABEL = "neutral-1"
SUBSAMPLINGS = {"4:4:4": 0, "4:2:2": 1, "4:2:0": 2}


def photo(width: int, height: int, seed: int = 0) -> Pixels:
    """An RGB picture with smooth light and fine texture, as photos have."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    waves = [np.sin(x / (5 + 3 * c)) * 50 + np.cos(y / (9 - 2 * c)) * 40 for c in range(3)]
    light = np.stack(waves, axis=2) + 128
    return np.clip(light + rng.normal(0, 6, light.shape), 0, 255).astype(np.uint8)


def file_of(pixels: Pixels, format: str, **options: object) -> bytes:
    """A file of these pixels as Pillow writes it."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, format, **options)
    return stream.getvalue()


def shown(file: bytes) -> Pixels:
    """The pixels of a file as a plain reader shows them."""
    unread = file.startswith((b"II*\0", b"MM\0*")) or file[4:8] == b"ftyp"
    if sys.platform == "emscripten" and unread:
        # The libtiff there has no Deflate, and that Pillow no AVIF: there is no other reader.
        return decode(file, examine(file).first).held().pixels
    codec = jpeg.registered()
    if codec and file.startswith(b"\xff\xd8"):
        with Image.open(io.BytesIO(file)) as image:
            # The Pillow there has an older library than readers have, and the page.
            if image.mode != "CMYK":
                return codec.decode(file)
    with Image.open(io.BytesIO(file)) as image:
        return np.asarray(image)


def can_decode(format: str) -> bool:
    """True if this Python has a decoder for HEIC or AVIF."""
    try:
        given_codecs.require(format)
    except SourceRefused:
        return False
    return True


def recipe(
    *boxes: tuple[int, int, int, int],
    format: str = "same",
    quality: str | int = "source",
    colour: str = "#000000",
    reasons: str = "A",
) -> Recipe:
    """A recipe that fills boxes (x, y, width, height)."""
    regions = [Region(Rectangle(*box), Fill(colour), reasons) for box in boxes]
    return Recipe(regions, output=Output(format, quality))


def redact(source: bytes, asked: Recipe) -> Redaction:
    """Run the engine with the tests' label and build."""
    return engine.redact(source, asked, label=LABEL, build=BUILD)


def needs_tool(name: str) -> pytest.MarkDecorator:
    """Skip, saying so, where an outside witness cannot run."""
    if sys.platform == "emscripten":
        return pytest.mark.skipif(True, reason="no programs can be started inside Pyodide")
    missing = shutil.which(name) is None
    return pytest.mark.skipif(missing, reason=f"{name} is not installed on this machine")


def run(*command: str) -> str:
    """What a program prints, standard error included."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True
    )
    return done.stdout


def exiftool_tags(path: Path) -> set[str]:
    """Group:Tag of everything that exiftool sees in a file, except what it says of the disk."""
    lines = run("exiftool", "-a", "-u", "-U", "-G1", "-s", str(path)).splitlines()
    rows = (line.split(":", 1)[0].replace("]", "").replace("[", "").split() for line in lines)
    found = {":".join(row) for row in rows if len(row) == 2}
    return {tag for tag in found if not tag.startswith(("System:", "ExifTool:", "Composite:"))}


def examples(native: int) -> int:
    """How many examples hypothesis tries: `native`, or the few of the slow machine's profile."""
    return min(native, settings().max_examples) if sys.platform == "emscripten" else native
