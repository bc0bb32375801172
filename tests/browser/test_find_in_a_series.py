"""A copied region follows the label that lies elsewhere; the review of several reads them again."""

import importlib.util
import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .found import SECONDS, labelled, opened
from .product import ASKED, JOB_SECONDS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not all(importlib.util.find_spec(name) for name in ("onnxruntime", "zxingcpp")),
        reason="onnxruntime and zxing-cpp are not installed here",
    ),
]
LINES = ("Name: Maria Jansen",)
MOVED = "[...document.querySelectorAll('#regions > li')].some(e => e.textContent.includes('moved'))"
READ = "document.querySelector('#gate-read-count').textContent"
CURRENT = "parseInt(document.querySelector('#position').textContent)"
FIRST, SECOND = (120, 120), (180, 300)  # corners of the labels


def test_a_region_follows_its_label_and_all_that_is_saved_was_read_again(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opened(browser, opener, "file")
    paths = [
        labelled(tmp_path / f"{number}.jpg", LINES, at=at)
        for number, at in enumerate((FIRST, SECOND))
    ]
    screen.add(*paths)
    screen.wait_states(["proposed", "proposed"])
    screen.wait_judged()
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Shift+Enter")  # what was found on the first one becomes regions
    screen.wait_states(["marked", "proposed"])
    browser.wait(f"{CURRENT} === 2", 60, "what was found on the next one waits")
    browser.click("button", "Previous")
    browser.wait(f"{CURRENT} === 1", 60, "back at the first one")
    browser.evaluate("() => document.querySelector('#images [aria-current]').focus()")
    browser.press("Shift+ArrowRight")
    browser.click("button", "Copy regions to the 1 chosen")
    browser.click("button", "Next")
    browser.wait(MOVED, SECONDS, "the region lies over what was found near it")
    browser.click("button", "Confirm")
    screen.wait_states(["marked", "marked"])

    browser.click("button", "Save all", JOB_SECONDS)
    browser.wait(ASKED, JOB_SECONDS, "the review asks")
    browser.wait(f"{READ}.includes('2 of 2 finished images')", SECONDS, "both are read again")
    saved = browser.download(screen.pass_gate, JOB_SECONDS)
    with zipfile.ZipFile(saved) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    certificates = [data.decode() for name, data in held.items() if name.endswith(".txt")]
    assert len(certificates) == 2
    for text in certificates:
        assert "- Programs looked at the finished picture, and proposed nothing in it" in text
    colours = set()
    for name, data in held.items():
        if name.endswith(".jpg"):
            with Image.open(io.BytesIO(data)) as picture:
                # In the middle of either label's line of text, black on one of the two.
                colours.add(
                    tuple(max(picture.getpixel((x + 300, y + 45))) < 16 for x, y in (FIRST, SECOND))
                )
    assert colours == {(True, False), (False, True)}
