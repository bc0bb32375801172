"""A piece of work takes no more actions than it may; counted as docs/counts.md is."""

from pathlib import Path

import pytest

from . import counts, hand
from .conftest import Opener
from .drivers import Browser
from .test_layout import USUAL, narrow

pytestmark = pytest.mark.browser

PHOTOS = 20


def test_one_photo_takes_four_actions(browser: Browser, opener: Opener, tmp_path: Path) -> None:
    """Drop, drag, save, confirm: and there are image and certificate."""
    with hand.opened(browser, opener.address("hosted"), tmp_path) as worker:
        assert counts.one_photo(worker, 1) <= 4


def test_one_photo_takes_four_actions_on_a_phone(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    with hand.opened(browser, opener.address("hosted"), tmp_path) as worker:
        browser.set_viewport(*narrow(browser, counts.PHONE))
        try:
            assert counts.one_photo(worker, 1, counts.PHONE_SAVES) <= 4
        finally:
            browser.set_viewport(*USUAL)


def test_a_series_takes_an_action_for_each_photo_and_few_besides(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    with hand.opened(browser, opener.address("hosted"), tmp_path) as worker:
        assert counts.tripod(worker, PHOTOS) <= PHOTOS + 10
