"""The hosted page saves itself as one file, without a request, and that file works from disk."""

import hashlib
import shutil
from pathlib import Path

import pytest
from pixelseal.model import catalogue
from pixelseal.model.messages import sentence

from .drivers import Browser
from .product import BOOT_SECONDS, JOB_SECONDS, Screen, with_photo
from .server import Server, serve

pytestmark = pytest.mark.browser

OFFER = "Save offline copy"


def test_the_copy_is_the_published_file_and_opens_from_disk(
    browser: Browser, product: Path, site: Server, tmp_path: Path
) -> None:
    browser.open(site.url)
    Screen(browser, "hosted").wait_sealed()
    before = site.requests()
    copy = browser.download(lambda: browser.click("button", OFFER, JOB_SECONDS), JOB_SECONDS)
    published = (product / "pixelseal.html").read_bytes()
    assert copy.name == "pixelseal.html"
    assert hashlib.sha256(copy.read_bytes()).digest() == hashlib.sha256(published).digest()
    assert site.requests() == before
    browser.open(copy.as_uri())
    screen = Screen(browser, "file")
    screen.wait_sealed()
    assert not browser.find("button", OFFER)  # it is one
    with_photo(screen, tmp_path)


def test_a_copy_that_would_not_be_the_published_file_is_not_handed_over(
    browser: Browser, product: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(product / "site", tmp_path / "site")
    (part,) = folder.glob("copy-*.pack")
    data = bytearray(part.read_bytes())
    data[len(data) // 2] ^= 1
    part.write_bytes(data)
    with serve(folder, "/") as server:
        browser.open(server.url)
        Screen(browser, "hosted").wait_sealed()
        browser.click("button", OFFER, JOB_SECONDS)
        browser.wait(
            "text => document.querySelector('#start .copy-outcome').textContent === text",
            BOOT_SECONDS,
            "the refusal is told",
            sentence("copy-failed", {}),
        )


def test_the_page_works_where_the_copy_s_pack_is_missing(
    browser: Browser, product: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(product / "site", tmp_path / "site")
    next(folder.glob("copy-*.pack")).unlink()
    with serve(folder, "/") as server:
        browser.open(server.url)
        screen = Screen(browser, "hosted")
        screen.wait_sealed()
        assert not browser.find("button", OFFER)
        with_photo(screen, tmp_path)


def test_a_file_that_a_server_calls_utf_8_says_that_it_cannot_start(
    browser: Browser, product: Path
) -> None:
    with serve(product, "/") as server:
        browser.open(f"{server.url}pixelseal.html")
        for language in ("en", "es"):
            browser.wait(
                "text => [...document.querySelectorAll('#not-started p')]"
                ".some(e => e.checkVisibility() && e.textContent === text)",
                BOOT_SECONDS,
                "the page says that it cannot start",
                catalogue.text(language, "not-started", {}),
            )
