"""Before the seal is on, and if it cannot be, no image is accepted; afterwards it is."""

import shutil
from pathlib import Path

import pytest
from pixelseal.model.catalogue import text
from pixelseal.model.messages import sentence

from .drivers import Browser
from .photos import one_of_each
from .product import Screen
from .server import Server, serve

pytestmark = pytest.mark.browser
UNUSED_BROWSER = True  # nothing is stored from an earlier visit

STATE = "window.pixelseal && pixelseal.state"
REFUSAL = "document.querySelector('#refusals-text').textContent"
LISTENING = "document.querySelector('#build').textContent.length === 64"


def test_an_image_is_refused_until_the_page_is_sealed(
    browser: Browser, site: Server, tmp_path: Path
) -> None:
    photo = one_of_each(tmp_path)[0]
    site.gate.clear()  # the engine's pack does not come yet
    browser.open(site.url)
    screen = Screen(browser, "hosted")
    browser.wait(LISTENING, 300, "the page's Python runs")
    assert browser.evaluate(STATE) == "loading"
    screen.add(photo)
    browser.wait(f"text => {REFUSAL}.includes(text)", 120, "refusal", sentence("not-sealed", {}))
    assert screen.tiles() == []
    site.gate.set()
    screen.wait_sealed()
    before = site.requests()
    screen.add(photo)
    screen.wait_shown(200, 160)
    assert site.requests() == before


@pytest.mark.parametrize(("harm", "reason"), [("changed", "pack-changed"), ("gone", None)])
def test_a_page_whose_engine_is_not_the_right_one_stays_closed(
    browser: Browser, product: Path, tmp_path: Path, harm: str, reason: str | None
) -> None:
    folder = tmp_path / "site"
    for path in (product / "site").rglob("*"):
        if path.is_file():
            copy = folder / path.relative_to(product / "site")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (pack,) = folder.glob("engine-*.pack")
    data = bytearray(pack.read_bytes())
    data[len(data) // 2] ^= 1
    pack.write_bytes(data) if harm == "changed" else pack.unlink()
    with serve(folder, "/") as server:
        browser.open(server.url)
        browser.wait(f"{STATE} === 'refused'", 300, "the page refuses to start")
        browser.wait(LISTENING, 300, "the page's Python runs")
        assert browser.evaluate("pixelseal.reason") == (reason or "pack-not-reached")
        status = browser.evaluate("document.querySelector('#status').textContent")
        assert sentence(reason or "pack-not-reached", {}) in status
        assert "Sealed" not in status
        screen = Screen(browser, "hosted")
        screen.add(one_of_each(tmp_path)[0])
        browser.wait(f"{REFUSAL} !== ''", 120, "the refusal is shown")
        assert screen.tiles() == []


# What is altered in a saved file, by a text that stands before it. Python says so in the status;
# the sentence that stands in the page does, where Python is not to be trusted.
BY_PYTHON = {
    "the engine, early": b'data-part="pixelseal-pack"',
    "a part that few files need": b'data-part="pixelseal-part-heif"',
}
WITHOUT_PYTHON = {
    "Python": b'data-part="pixelseal-python"',
    "MicroPython": b'data-part="pixelseal-micropython"',
    "the sample": b'data-part="pixelseal-sample"',
    "the list of sums": b'"sums": {"markup": ',
    "the script": b"<script>",
    "the style": b"<style>",
}
NOT_STARTED = """() => {
  const sentence = document.querySelector('#not-started');
  return sentence?.checkVisibility({ checkVisibilityCSS: true }) && sentence.textContent;
}"""
STATUS = "document.querySelector('#status').textContent"


def altered(product: Path, folder: Path, place: bytes, *, last: bool = False) -> Path:
    """A copy of the saved file in which one letter behind `place` is another."""
    data = bytearray((product / "pixelseal.html").read_bytes())
    start = (data.rindex if last else data.index)(place) + len(place)
    at = next(at for at in range(start + 50, len(data)) if data[at] in b"abcd")
    data[at] ^= 4
    file = folder / "pixelseal.html"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("harm", [*BY_PYTHON, "the engine, late", "cut off"])
def test_an_altered_saved_file_says_first_that_it_is(
    browser: Browser, product: Path, tmp_path: Path, harm: str
) -> None:
    place = BY_PYTHON.get(harm, BY_PYTHON["the engine, early"])
    file = altered(product, tmp_path, place, last=harm not in BY_PYTHON)
    if harm == "cut off":
        whole = file.read_bytes()
        file.write_bytes(whole[: whole.rindex(place)])
    browser.open(file.as_uri())
    browser.wait(f"{STATE} === 'refused'", 300, "the page refuses to go on")
    browser.wait(LISTENING, 300, "the page's Python runs")
    assert browser.evaluate("pixelseal.reason") == "file-altered"
    assert browser.evaluate("pixelseal.engine") == "failed"
    assert browser.evaluate("performance.getEntriesByName('pixelseal-sealed').length") == 0
    browser.wait(f"text => {STATUS}.includes(text)", 60, "why", sentence("file-altered", {}))
    assert "Sealed" not in browser.evaluate(STATUS)
    Screen(browser, "file").add(one_of_each(tmp_path)[0])
    browser.wait(f"{REFUSAL} !== ''", 120, "the refusal is shown")
    assert Screen(browser, "file").tiles() == []


@pytest.mark.parametrize("harm", WITHOUT_PYTHON)
def test_a_saved_file_whose_own_page_was_altered_says_so_without_python(
    browser: Browser, product: Path, tmp_path: Path, harm: str
) -> None:
    browser.open(altered(product, tmp_path, WITHOUT_PYTHON[harm]).as_uri())
    said = str(browser.wait(NOT_STARTED, 300, "the page says that it cannot start"))
    assert text("en", "not-started", {}) in said and text("es", "not-started", {}) in said
    assert browser.evaluate("performance.getEntriesByName('pixelseal-open').length") == 0
    if harm == "the script":
        assert browser.evaluate("window.pixelseal === undefined")
    else:
        assert browser.evaluate("!document.querySelector('#add-images').checkVisibility()")


def test_a_photo_opened_while_the_file_is_compared_goes_if_the_file_is_another(
    browser: Browser, product: Path, tmp_path: Path
) -> None:
    file = altered(product, tmp_path, BY_PYTHON["the engine, early"], last=True)
    (tmp_path / "index.html").write_text("<!doctype html><title>door</title>", "utf-8")
    with serve(tmp_path, "/") as server:
        server.held_back = file.read_bytes().rindex(BY_PYTHON["the engine, early"])
        server.gate.clear()
        # Drivers wait until a page is read to its end; this one has to be met before.
        browser.open(server.url)
        browser.evaluate("() => { setTimeout(() => location.assign('pixelseal.html')); }")
        browser.wait(f"{STATE} === 'checking'", 300, "the file is being compared")
        screen = Screen(browser, "file")
        screen.add(one_of_each(tmp_path)[0])
        screen.wait_shown(200, 160)
        assert "Sealed" not in browser.evaluate(STATUS)
        server.gate.set()
        browser.wait(f"{STATE} === 'refused'", 300, "the page refuses to go on")
        browser.wait(f"text => {STATUS}.includes(text)", 60, "why", sentence("file-altered", {}))
        for gone in ("#images > li", "#picture", "#save-image"):
            browser.wait(f"!document.querySelector('{gone}')?.checkVisibility()", 60, "it is gone")


@pytest.mark.parametrize(
    "harm", ["python-*.pack", "static/page-*.js", "heif-*.pack", "sample-*.jpg"]
)
def test_a_hosted_page_of_which_a_part_is_another_stays_closed(
    browser: Browser, product: Path, tmp_path: Path, harm: str
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(product / "site", folder)
    for path in folder.glob(harm):
        data = bytearray(path.read_bytes())
        at = next(at for at in range(len(data) // 2, len(data)) if data[at] in b"abcd")
        data[at] ^= 4
        path.write_bytes(data)
    with serve(folder, "/") as server:
        browser.open(server.url)
        if harm == "static/page-*.js":
            # No script is left to say so, but nothing is accepted either.
            browser.wait("document.readyState === 'complete'", 300, "the page is read")
            assert browser.evaluate("window.pixelseal === undefined")
            return
        browser.wait(f"{STATE} === 'refused'", 300, "the page refuses to start")
        assert browser.evaluate("pixelseal.reason") == "pack-changed"
