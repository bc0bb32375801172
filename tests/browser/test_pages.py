"""Each page of a file is an image of its own on the page: shown, marked, saved."""

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import several_pages

pytestmark = pytest.mark.browser

# Where the recipe marks page 1 and page 2.
BOXES = {1: (16, 16, 40, 32), 2: (120, 96, 40, 32)}


def paged_recipe(path: Path) -> Path:
    names = ("x", "y", "width", "height")
    regions = [
        {"page": page, "shape": {"kind": "rectangle", **dict(zip(names, box, strict=True))}}
        for page, box in BOXES.items()
    ]
    path.write_text(json.dumps({"pixelseal": "recipe/1", "regions": regions}), "utf-8")
    return path


def test_every_page_and_frame_is_shown_and_saved(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    files = several_pages(tmp_path)
    screen = opener(browser, "hosted")
    screen.add(*files, paged_recipe(tmp_path / "r.json"))
    screen.wait_states(["marked"] * 2 * len(files))
    names = [f"{path.name}, page {page} of 2" for path in files for page in (1, 2)]
    assert all(name in tile for name, tile in zip(names, screen.tiles(), strict=True))
    with Image.open(files[0]) as image:
        width, height = image.size
    for _ in names[1:]:
        browser.click("button", "Next")
        screen.wait_shown(width, height)
    saved = zipfile.ZipFile(screen.save("Save all"))
    entries = {name: saved.read(name) for name in saved.namelist()}
    images = {name: data for name, data in entries.items() if name.startswith("images/")}
    assert len(images) == len(names)
    for name, data in images.items():
        stem = name.removeprefix("images/").rsplit(".", 1)[0]
        page = int(stem[-1])
        certificate = entries[f"certificates/{stem}.certificate.txt"].decode("ascii")
        assert f"Page: {page} of 2 of the original\n" in certificate
        pixels = np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))
        # What stands beside a cover rounds its edge in a JPEG by a level.
        rounded = 1 if name.endswith(".jpg") else 0
        for marked, (x, y, across, down) in BOXES.items():
            covered = pixels[y : y + down, x : x + across].max() <= rounded
            assert covered == (marked == page), name
