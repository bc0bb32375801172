"""A policy in the page: dropped among the images, or put beside the page by its host."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.build import hosted_policy
from tests.model.policy import drawn

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, Screen, with_photo
from .server import Server, serve
from .test_offline import kept, need_answers, visit

pytestmark = pytest.mark.browser

LINE = "document.querySelector('#policy-line')"
SAYS = "document.querySelector('#{}').textContent"
STRICT = {
    "methods": {"fill": {"colours": ["#112233"]}, "mosaic": None, "blur": None},
    "formats": ["png"],
    "review": {"looked": "stated", "answered": ["A", "H", "Q"]},
}
_HIDDEN = """([name, value]) => [...document.querySelector('#' + name).options].some(
    (option) => option.value === value && option.hidden && option.disabled)"""


def test_what_a_dropped_policy_forbids_is_absent_and_what_is_saved_names_it(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    policy = tmp_path / "our.json"
    policy.write_bytes(drawn.text(**STRICT))
    screen.add(policy)
    browser.wait(f"{LINE}.textContent.includes('privacy@example.org')", 60, "the policy holds")
    screen.mark(110, 290, 280, 110)
    screen.wait_states(["marked"])
    for option in (["method-kind", "mosaic"], ["method-kind", "blur"], ["output-format", "jpeg"]):
        assert browser.evaluate(_HIDDEN, option), option
    assert browser.evaluate("document.querySelector('#method-colour').value") == "#112233"
    # The photo is a JPEG: as it is, it may not be written, and nothing is changed by itself.
    browser.wait(f"{SAYS.format('problem-text')}.includes('does not allow')", 60, "it is said")
    browser.click("button", "Save image", 60)
    missing = SAYS.format("gate-missing")
    browser.wait(f"{missing}.includes('It allows: PNG')", 60, "the review says what is wrong")
    assert browser.evaluate("document.querySelector('#gate-save').disabled")
    browser.evaluate("() => document.querySelector('#gate-back').click()")
    browser.wait("!document.querySelector('#gate').checkVisibility()", 60, "the review is left")
    browser.evaluate(CHOOSE, "#output-format", "png")
    certificate = screen.save("Save certificate").read_text("ascii")
    assert drawn.drawn(**STRICT).sha256 in certificate
    assert "Drawn Hospital, dermatology, version 2026-11" in certificate


@pytest.fixture
def governed(product: Path, tmp_path: Path) -> Iterator[Server]:
    """The site with a policy that its host added."""
    import shutil

    site = tmp_path / "site"
    shutil.copytree(product / "site", site)
    (tmp_path / "policy.json").write_bytes(drawn.text())
    hosted_policy.add(site, tmp_path / "policy.json")
    with serve(site, "/clinic/") as server:
        yield server


def _certificate(screen: Screen, folder: Path) -> str:
    with_photo(screen, folder).mark(110, 290, 280, 110)
    return screen.save("Save certificate").read_text("ascii")


def test_a_host_s_policy_holds_from_the_first_photo_and_without_the_host(
    browser: Browser, governed: Server, tmp_path: Path
) -> None:
    screen = visit(browser, governed)
    browser.wait(f"{LINE}.checkVisibility()", 60, "the policy holds")
    browser.evaluate(f"() => {LINE}.click()")
    browser.wait(f"{SAYS.format('policy-wording')}.includes('Cover every face')", 60, "it is read")
    assert browser.evaluate("document.querySelector('#policy-aside').hidden")
    browser.evaluate("() => document.querySelector('#process-close').click()")
    assert drawn.drawn().sha256 in _certificate(screen, tmp_path)
    need_answers(browser)
    kept(screen)
    screen = visit(browser, governed)
    governed.stop()
    screen = visit(browser, governed)
    browser.wait(f"{LINE}.checkVisibility()", 60, "the policy holds without the host")
    assert drawn.drawn().sha256 in _certificate(screen, tmp_path)
