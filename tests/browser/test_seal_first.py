"""Before the seal is on, and where it cannot be, no image is taken; then it is."""

from pathlib import Path

import pytest

from app.model.messages import sentence

from .drivers import Browser
from .photos import one_of_each
from .product import Screen
from .server import Server, serve

pytestmark = pytest.mark.browser

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


@pytest.mark.parametrize("harm", ["changed", "cut"])
def test_a_saved_file_whose_engine_is_not_the_right_one_ends_closed(
    browser: Browser, product: Path, tmp_path: Path, harm: str
) -> None:
    data = bytearray((product / "pixelseal.html").read_bytes())
    last = data.rindex(b'data-part="pixelseal-pack"')
    if harm == "cut":
        del data[last:]
    else:
        place = next(at for at in range(last + 1000, len(data)) if chr(data[at]) in "ABCD")
        data[place] += 4
    file = tmp_path / "pixelseal.html"
    file.write_bytes(data)
    browser.open(file.as_uri())
    browser.wait(f"{STATE} === 'refused'", 300, "the page refuses to go on")
    browser.wait(LISTENING, 300, "the page's Python runs")
    assert browser.evaluate("pixelseal.reason") == "pack-changed"
    assert browser.evaluate("pixelseal.engine") == "failed"
    status = "document.querySelector('#status').textContent"
    browser.wait(f"text => {status}.includes(text)", 60, "why", sentence("pack-changed", {}))
    assert "Sealed" not in browser.evaluate(status)
    Screen(browser, "file").add(one_of_each(tmp_path)[0])
    browser.wait(f"{REFUSAL} !== ''", 120, "the refusal is shown")
    assert Screen(browser, "file").tiles() == []
