"""Share hands over one file, the one that would be saved, and nothing beside it.

No browser of these tests has an app to share with: the page gets a navigator.share that keeps what
it was given, as the standard has it (W3C Web Share API).
"""

import hashlib
from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .photos import SENTINELS
from .product import JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

APP = """() => {
  window.given = [];
  window.answers = [];
  navigator.canShare = data => data.files.every(file => file.type.startsWith('image/'));
  navigator.share = async data => {
    const name = window.answers.shift();
    if (name) throw new DOMException('no', name);
    const kept = {keys: Object.keys(data), files: []};
    for (const file of data.files) {
      const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      const sha256 = [...bytes].map(one => one.toString(16).padStart(2, '0')).join('');
      kept.files.push([file.name, file.type, sha256]);
    }
    window.given.push(kept);
  };
}"""
SAID = "text => document.querySelector('#said').textContent.includes(text)"
LABEL = "document.querySelector('#share').textContent"


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    """A marked photo on a page whose browser can share."""
    screen = opener(browser, "hosted")
    browser.evaluate(APP)
    with_photo(screen, tmp_path)
    screen.mark(110, 290, 280, 110)
    screen.wait_states(["marked"])
    return screen


def share(screen: Screen) -> None:
    """Press Share, and state what is asked for."""
    screen.browser.click("button", "Share", JOB_SECONDS)
    screen.pass_gate()


def test_what_is_shared_is_the_file_that_is_saved_and_nothing_else(opened: Screen) -> None:
    browser = opened.browser
    share(opened)
    browser.wait("window.given.length === 1", JOB_SECONDS, "it is handed over")
    (given,) = browser.evaluate("window.given")
    assert given["keys"] == ["files"], "no title, no text, no address"
    ((name, kind, sha256),) = given["files"]
    browser.wait(SAID, 60, "it is told", "Passed to the app that you chose")
    saved = opened.save("Save image")
    assert (saved.name, kind) == (name, "image/jpeg")
    assert hashlib.sha256(saved.read_bytes()).hexdigest() == sha256
    assert not any(sentinel in name.encode() for sentinel in SENTINELS)


def test_who_shares_with_nobody_is_told_and_can_do_it_again(opened: Screen) -> None:
    browser = opened.browser
    browser.evaluate("() => { window.answers = ['AbortError']; }")
    share(opened)
    browser.wait(SAID, JOB_SECONDS, "it is told", "Not shared.")
    assert len(opened.regions()) == 1
    browser.click("button", "Share")
    browser.wait("window.given.length === 1", JOB_SECONDS, "shared without another question")


def test_a_press_too_long_ago_is_made_good_by_another(opened: Screen) -> None:
    browser = opened.browser
    browser.evaluate("() => { window.answers = ['NotAllowedError']; }")
    share(opened)
    browser.wait(LABEL + " === 'Ready: Share'", JOB_SECONDS, "it waits for a press")
    assert browser.evaluate(SAID, "Press Share once more")
    browser.click("button", "Ready: Share")
    browser.wait("window.given.length === 1", JOB_SECONDS, "it goes at once")
    browser.wait(LABEL + " === 'Share'", 60, "the button is as before")
    browser.evaluate("() => { window.answers = ['TypeError']; }")
    browser.click("button", "Share")
    browser.wait(SAID, JOB_SECONDS, "it is told", "This browser did not share the image.")


def test_a_browser_without_sharing_has_no_button(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "hosted")
    browser.evaluate("() => { navigator.canShare = undefined; }")
    with_photo(screen, tmp_path)
    screen.mark(110, 290, 280, 110)
    assert not browser.evaluate("document.querySelector('#share').checkVisibility()")
