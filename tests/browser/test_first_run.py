"""A first visitor can try the page at once, and sees how until something is marked."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pixelseal.model import catalogue

from tests.builders.sample import HEIGHT, WIDTH, WRISTBAND, sample_photo

from .product import Screen

pytestmark = pytest.mark.browser

TREE = Path(__file__).resolve().parents[2]
# The state of the picture on the canvas whenever a card of the strip gets one.
WATCH = """() => {
  const picture = document.querySelector('#picture');
  window.cards = [];
  new MutationObserver(() => cards.push([picture.complete, picture.hidden])).observe(
    document.querySelector('#images'),
    { subtree: true, attributes: true, attributeFilter: ['src'] },
  );
}"""
SAID = "text => document.querySelector('#said').textContent.includes(text)"


def test_the_sample_is_the_drawn_one() -> None:
    stored, drawn = (TREE / "static/sample.jpg").read_bytes(), sample_photo()
    with Image.open(io.BytesIO(stored)) as ours, Image.open(io.BytesIO(drawn)) as made:
        assert dict(ours.getexif()) == dict(made.getexif())
        far = np.abs(np.asarray(ours, np.int16) - np.asarray(made, np.int16))
    assert far.max() <= 8  # another build of the encoder may round otherwise


def test_the_sample_opens_and_the_hint_goes_with_the_first_region(screen: Screen) -> None:
    browser = screen.browser
    browser.evaluate(WATCH)
    browser.click("button", "Try a drawn sample")
    screen.wait_shown(WIDTH, HEIGHT)
    # Decoded side by side, the card's picture held up the one that someone waits for.
    browser.wait("cards.length > 0", 60, "the card has a picture")
    assert browser.evaluate("cards[0]") == [True, False], "the canvas goes before the card"
    hint = catalogue.text("en", "first-hint", {})
    browser.wait(SAID, 60, "the hint is told", hint)
    # It carries what a photo carries, so that the panel has something to show.
    browser.wait("document.querySelectorAll('#findings li').length > 3", 300, "findings are told")
    screen.mark(*WRISTBAND)
    browser.wait(f"text => !({SAID})(text)", 60, "the hint is gone", hint)
    browser.click("button", "Delete")
    browser.click("button", "Fit")
    assert not browser.evaluate(SAID, hint)
