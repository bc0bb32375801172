"""HEIC and AVIF in the browsers themselves: opened by the page's parts after the seal, and clean.

The pictures are made by other programs' encoders (pillow-heif, Pillow) and carry planted texts.
"""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.support import exiftool_tags, needs_tool, photo
from tests.core.test_nothing_rides_along import ALWAYS, STRUCTURE

from .conftest import Opener
from .drivers import LAUNCHERS, Browser
from .product import JOB_SECONDS, Screen
from .server import Server

SENTINEL = "SENTINEL-PATIENT-0042"
WIDTH, HEIGHT = 320, 192


def with_texts(format: str) -> bytes:
    """A photo with texts as an AVIF file, or with a second one beside it as a HEIC file."""
    image = Image.fromarray(photo(WIDTH, HEIGHT))
    exif = Image.Exif()
    exif[0x013B] = SENTINEL
    stream = io.BytesIO()
    if format == "heic":
        heif = pytest.importorskip("pillow_heif")
        both = heif.from_pillow(image)
        both.add_from_pillow(Image.fromarray(photo(WIDTH, HEIGHT, seed=7)))
        both.save(stream, quality=90, exif=exif.tobytes())
    else:
        image.save(stream, "AVIF", quality=90, exif=exif.tobytes())
    assert SENTINEL.encode() in stream.getvalue()
    return stream.getvalue()


def carries(screen: Screen) -> str:
    """What the page says about the shown file."""
    return str(screen.browser.evaluate("document.querySelector('#findings').textContent"))


@needs_tool("exiftool")
@pytest.mark.browser
@pytest.mark.parametrize(("format", "extension"), [("heic", "jpg"), ("avif", "avif")])
def test_a_file_is_opened_covered_and_saved_clean(
    screen: Screen, hosted: Server, tmp_path: Path, format: str, extension: str
) -> None:
    path = tmp_path / f"photo.{format}"
    path.write_bytes(with_texts(format))
    before = hosted.asked_by_pages()
    screen.wait_engine()
    screen.add(path)
    screen.wait_shown(WIDTH, HEIGHT)
    screen.browser.wait(
        "document.querySelector('#findings').textContent.includes('photographer')",
        JOB_SECONDS,
        "the planted name is told",
    )
    assert SENTINEL in carries(screen)
    screen.mark(100, 60, 80, 50)
    saved = screen.save("Save image")
    assert saved.suffix == f".{extension}"
    output = saved.read_bytes()
    assert SENTINEL.encode() not in output
    kind = {"jpg": "jpeg"}.get(extension, extension)
    assert exiftool_tags(saved) <= STRUCTURE[kind] | ALWAYS
    pixels = np.asarray(Image.open(io.BytesIO(output)).convert("RGB")).astype(int)
    assert pixels.shape == (HEIGHT, WIDTH, 3)
    # The grid is 64 by 64: the covered block lies wholly inside what was burned.
    assert pixels[66:126, 130:188].max() <= 24
    assert np.abs(pixels[:, 280:] - photo(WIDTH, HEIGHT)[:, 280:]).mean() < 12
    assert hosted.asked_by_pages() == before, "a request was made after the seal"


@pytest.mark.browser
@pytest.mark.parametrize("name", sorted(LAUNCHERS))
def test_a_part_that_cannot_be_had_refuses_its_files_and_no_others(
    launch: Callable[[str], Browser], opener: Opener, tmp_path: Path, name: str
) -> None:
    browser = launch(name)  # a new visitor's browser: it has stored nothing from an earlier visit
    site = opener.product / "site"
    (part,) = site.glob("heif-*.pack")
    whole = part.read_bytes()
    part.unlink()
    try:
        screen = opener(browser, "hosted")
        heic, avif = tmp_path / "photo.heic", tmp_path / "photo.avif"
        heic.write_bytes(with_texts("heic"))
        avif.write_bytes(with_texts("avif"))
        screen.add(avif)
        screen.wait_shown(WIDTH, HEIGHT)
        screen.add(heic)
        browser.wait(
            "document.body.textContent.includes('this kind of file yet: HEIC')",
            300,
            "HEIC is refused",
        )
        assert screen.browser.evaluate("pixelseal.engine") == "ready"
    finally:
        part.write_bytes(whole)
