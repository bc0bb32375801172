"""What is red on the screen is dragged over; nothing red is left in what is saved.

Files of which browsers and the engine are known to show different corners, and pictures so dark
that a screen shows nothing.
"""

from pathlib import Path

import pytest
from PIL import Image

from tests.builders.turned import all_of_them, dark, large_ones
from tests.conftest import ROOT

from .drivers import Browser
from .marked import judged, painted, saved_outputs
from .product import CAN_CONFIRM, JOB_SECONDS, Screen
from .seen import is_red, is_white

pytestmark = pytest.mark.browser

BLACK = 32  # levels of 255: what lies below is black to most eyes (docs/review.md, 3)


@pytest.fixture(params=["generated", "large", "shared"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    """Files with a red corner; those of the shared folder, too, where that is there."""
    if request.param == "shared":
        folder = ROOT.parent / "shared" / "cases" / "seen"
        if not folder.is_dir():
            pytest.skip("the folder of shared cases is not here")
        return sorted(folder.iterdir())
    made = large_ones() if request.param == "large" else all_of_them()
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return sorted(tmp_path.iterdir())


def _fields(pattern: str) -> list[Path]:
    folder = ROOT.parent / "shared" / "cases" / "fields"
    if not folder.is_dir():
        pytest.skip("the folder of shared cases is not here")
    return sorted(folder.glob(pattern))


def test_no_red_is_left_of_what_was_red_on_the_screen(
    ready: Screen, files: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    scratch = tmp_path_factory.mktemp("shots") / "shot.png"
    outputs = saved_outputs(ready, files, scratch, is_red)
    assert len(outputs) > len(files) * 4 // 5
    assert [name for name, output in outputs.items() if is_red(output).any()] == []


def test_no_label_is_left_that_was_marked_on_the_screen(
    ready: Screen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Files of the kind that people had, a white label with a name in each."""
    files = [path for path in _fields("*.jpg") if "orient" in path.name or path.stem[-1] == "3"]
    scratch = tmp_path_factory.mktemp("shots") / "shot.png"
    outputs = saved_outputs(ready, files, scratch, is_white)
    assert len(outputs) == len(files) > 5
    assert [name for name, output in outputs.items() if is_white(output).any()] == []


def _brightest(browser: Browser, path: Path, shown: str = "picture") -> int:
    """The brightest level in the middle of the picture, or the output, as on the screen."""
    painted(browser)
    left, top, right, bottom = browser.evaluate(
        "id => { const r = document.getElementById(id).getBoundingClientRect();"
        " return [r.left + 9, r.top + 9, r.right - 9, r.bottom - 9]; }",
        shown,
    )
    browser.screenshot(path)
    with Image.open(path) as image:
        return int(image.convert("L").crop((left, top, right, bottom)).getextrema()[1])


@pytest.fixture(params=["generated", "dark-16-bit.png", "dark-12-in-16-bit.tif"])
def dark_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A picture of 16 bits of which a screen shows nothing."""
    if request.param != "generated":
        return _fields(request.param)[0]
    file = tmp_path / "dark.png"
    file.write_bytes(dark())
    return file


def test_what_is_too_dark_for_the_screen_counts_as_seen_only_once_it_is_brightened(
    ready: Screen, dark_file: Path, tmp_path: Path
) -> None:
    browser, file = ready.browser, dark_file
    ready.add(file)
    assert judged(browser) == "drawn"
    said = "document.querySelector('#problem').checkVisibility() && "
    browser.wait(said + "problem.textContent.includes('Brighten')", 60, "the page says so")
    assert _brightest(browser, tmp_path / "shot.png") < BLACK
    browser.click("button", "Save image")
    browser.wait("document.querySelector('#gate').checkVisibility()", 60, "the review asks")
    asked = "document.querySelector('#gate-looked').checkVisibility()"
    assert browser.evaluate(asked)
    browser.click("button", "Back to the editor")
    plain = browser.evaluate("picture.src")
    browser.click("button", "Brighten")
    other = "plain => picture.src && picture.src !== plain && !picture.hidden"
    browser.wait(other, JOB_SECONDS, "it is drawn brightened", plain)
    assert judged(browser) == "drawn"
    assert _brightest(browser, tmp_path / "shot.png") > 200
    seen = "document.querySelector('[aria-current]').textContent.includes('looked at')"
    browser.wait(seen, 60, "it counts as looked at")
    # The finished picture is brightened in the review as well, and as it is once that is off.
    browser.click("button", "Save image")
    browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen, brightened")
    assert _brightest(browser, tmp_path / "shot.png", "output") > 200
    bright = browser.evaluate("output.src")
    browser.click("button", "Brighten")
    other = "bright => output.src !== bright && output.complete && output.naturalWidth > 0"
    browser.wait(f"{other} && !output.hidden", JOB_SECONDS, "it is drawn as it is", bright)
    assert _brightest(browser, tmp_path / "shot.png", "output") < BLACK
