"""A run stopped in the middle: what is finished is kept, the rest is listed and saved afterwards.

The engine is held at an image that it never gets, so that the middle is a state, not a moment.
"""

import hashlib
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from pixelseal.model import catalogue

from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .product import JOB_SECONDS, held_by_sums, recipe

pytestmark = pytest.mark.browser

COUNT, DONE = 8, 3
# Only the first few in the order of writing, which is that of the names, are made until the others
# are let go: those never reach a worker, neither for the review nor for the run.
HOLD = """count => {
  const titles = [...document.querySelectorAll('#images > li button[title]')].map(one => one.title);
  const names = titles.flatMap(title => title.match(/image-[0-9a-f]{8}/g) ?? []);
  const first = [...new Set(names)].sort().slice(0, count);
  const real = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, transfer) {
    const held = message?.op === 'redact' && !first.some(name => message.args.includes(name));
    return held ? undefined : real.call(this, message, transfer);
  };
  window.letGo = () => { Worker.prototype.postMessage = real; };
  return names.length;
}"""
TITLE = "text => document.querySelector('#run-title').textContent === text"
ENDED = "() => document.querySelector('#run-close').checkVisibility()"
SAID = "document.querySelector('#run-text').textContent"
LISTED = """[...document.querySelectorAll('#run-problems li')]
  .map(row => [row.querySelector('button').textContent, row.querySelector('span').textContent])"""
STATES = "[...document.querySelectorAll('#images > li')].map(row => row.dataset.state)"


def _files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, data in files.items():
        if name.startswith("images/"):
            stem = name.removeprefix("images/").rpartition(".")[0]
            text = files[f"certificates/{stem}.certificate.txt"].decode("ascii")
            assert f"SHA-256: {hashlib.sha256(data).hexdigest()}\n" in text
    held_by_sums(files)
    assert len(files) % 2 == 0
    return files


def test_what_is_finished_is_kept_and_the_rest_is_listed_and_saved_afterwards(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(COUNT)]
    for number, path in enumerate(paths):
        Image.fromarray(photo(64, 48, seed=number)).save(path)
    screen = opener(browser, "hosted")
    screen.add(*paths, recipe(tmp_path / "recipe.json", [(8, 8, 24, 16)], {"format": "same"}))
    screen.wait_states(["marked"] * COUNT)
    assert browser.evaluate(HOLD, DONE) == COUNT
    screen.press_save("Save all")
    browser.wait(TITLE, JOB_SECONDS, "some are done", f"Saving: {DONE} of {COUNT} done")
    saved = _files(browser.download(lambda: browser.click("button", "Cancel"), JOB_SECONDS))
    browser.wait(ENDED, 60, "the run has ended")
    assert len(saved) == 2 * DONE
    said = browser.evaluate(SAID)
    assert said.startswith(f"Saved {DONE} of {COUNT} images") and "Stopped, as you asked." in said
    # Each of the others is listed, marked as it was, and none counts as saved.
    states = browser.evaluate(STATES)
    left = [path.name for path, state in zip(paths, states, strict=True) if state == "marked"]
    assert sorted(states) == ["marked"] * (COUNT - DONE) + ["saved"] * DONE
    listed = browser.evaluate(LISTED)
    assert [name for name, _why in listed] == left
    assert {why for _name, why in listed} == {catalogue.text("en", "run-not-reached", {})}
    browser.evaluate("() => window.letGo()")
    rest = f"Save the other {COUNT - DONE}"
    later = _files(browser.download(lambda: browser.click("button", rest), JOB_SECONDS))
    screen.wait_states(["saved"] * COUNT)
    assert len(later) == 2 * (COUNT - DONE) and not saved.keys() & later.keys()
    images = [data for name, data in (saved | later).items() if name.startswith("images/")]
    assert len(set(images)) == COUNT
