"""axe-core finds nothing, whatever is shown, and every target is large enough for a finger.

In Chromium alone: what axe-core looks at (roles, names, contrast, order) is the page's, not the
browser's. It goes in through the debugging channel, as no script can be added to a sealed page.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.build import vendor

from .conftest import Opener
from .drivers import Browser
from .photos import SOURCE_NAME, clinical_photo
from .product import ASKED, CAN_ACCEPT, CHOOSE, JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

TABLE = Path(__file__).with_name("axe.toml")
LANGUAGES = ("en", "es")
SIZES = ((1440, 900), (360, 740))
DIALOGS = ("help", "verify", "project", "process", "proof")
# axe-core's own rule on target sizes counts what the bar at the lower end hides until it is
# scrolled to, and asks for 24 pixels; SMALL asks for 44.
FAULTS = """async () => {
  const found = await axe.run(document, {
    resultTypes: ['violations'], rules: {'target-size': {enabled: false}} });
  return found.violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => [id, target.join(' '), failureSummary]));
}"""
# What can be pressed and is under 44 CSS pixels in either direction; a label counts with its field.
SMALL = """() => {
  const frame = document.querySelector('dialog[open]') ?? document.body;
  const found = [];
  for (const element of frame.querySelectorAll('button, select, input, textarea, summary, a')) {
    if (!element.checkVisibility({visibilityProperty: true})) continue;
    const boxes = [element, ...(element.labels ?? [])].map(e => e.getBoundingClientRect());
    if (!boxes.some(({width, height}) => width >= 43.9 && height >= 43.9)) {
      const {width, height} = boxes[0];
      found.push(`${element.id || element.className || element.tagName}: ${width} × ${height}`);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def chromium(launch_once: Callable[[str], Browser]) -> Browser:
    """The page is the same in every browser; this one is as good as another."""
    return launch_once("chromium")


@pytest.fixture(scope="module", params=("light", "dark"))
def page(
    request: pytest.FixtureRequest,
    chromium: Browser,
    opener: Opener,
) -> Iterator[Screen]:
    """The page in each theme, with axe-core in it."""
    chromium.color_scheme(request.param)
    screen = opener(chromium, "file")
    put_axe(chromium)
    yield screen
    chromium.color_scheme("light")
    chromium.set_viewport(1280, 900)


def put_axe(browser: Browser) -> None:
    """Put axe-core into the page that is open."""
    source = (vendor.fetch(table=TABLE) / "axe.min.js").read_text("utf-8")
    # As a function, so that nothing of it has to be a value.
    browser.evaluate(f"() => {{ {source}\n return null; }}")


def everywhere(page: Screen, look: str) -> list[str]:
    """What a script finds in both sizes and languages."""
    found = []
    for width, height in SIZES:
        page.browser.set_viewport(width, height)
        for language in LANGUAGES:
            page.browser.evaluate(CHOOSE, "#language", language)
            lines = page.browser.evaluate(look)
            found += [f"{width} {language} {json.dumps(line)}" for line in lines]
    page.browser.evaluate(CHOOSE, "#language", "en")
    page.browser.set_viewport(1440, 900)
    return found


def work(page: Screen, folder: Path) -> None:
    """Open one image with a region, and one file that cannot be opened."""
    broken = folder / "broken.jpg"
    broken.write_bytes(b"no image")
    page.add(clinical_photo(folder / SOURCE_NAME), broken)
    page.wait_engine()
    page.wait_states(["ready", "refused"])
    page.mark(60, 60, 120, 80)
    page.browser.press("Shift+Q")
    page.browser.evaluate("() => { document.querySelector('#checklist').open = true; return 1; }")
    page.browser.wait("document.querySelectorAll('#answers li').length === 18", 60, "the checklist")
    page.browser.evaluate("() => { document.querySelector('#names').open = true; return 1; }")
    page.browser.evaluate(CHOOSE, "#names-kind", "numbered")
    page.browser.wait("document.querySelector('#names-use').checkVisibility()", 60, "a prefix")


def in_dialogs(page: Screen, look: Callable[[], list[str]]) -> list[str]:
    """What is found in each dialog: those behind buttons, and the gate before saving."""
    found = []
    for name in DIALOGS:
        page.browser.evaluate(
            f"() => {{ document.querySelector('#open-{name}').click(); return 1; }}"
        )
        found += [f"{name} {line}" for line in look()]
        page.browser.press("Escape")
    page.browser.evaluate(
        CHOOSE, "#names-kind", "random"
    )  # numbers without a prefix would be asked about first
    page.browser.click("button", "Save image", JOB_SECONDS)
    page.browser.wait(ASKED, 60, "the review asks")
    found += [f"gate {line}" for line in look()]
    page.browser.press("Escape")
    return found


def in_a_review_of_several(page: Screen, folder: Path, look: Callable[[], list[str]]) -> list[str]:
    """What is found where several images are reviewed, one of them accepted."""
    for name in ("a", "b"):
        Image.new("RGB", (90, 70), (120, 90, 60)).save(folder / f"{name}.png")
    page.add(folder / "a.png", folder / "b.png")
    # The first one was made for the review before.
    page.wait_states(["made", "refused", "ready", "ready"])
    page.browser.click("button", "Save all", JOB_SECONDS)
    page.browser.wait(ASKED, JOB_SECONDS, "the review asks")
    page.browser.wait(CAN_ACCEPT, JOB_SECONDS, "the finished image was on the screen")
    page.browser.press("Enter")
    one = "document.querySelector('#review-count').textContent.startsWith('1 of 3')"
    page.browser.wait(one, 60, "it is accepted")
    found = [f"several {line}" for line in look()]
    page.browser.press("Escape")
    return found


def test_axe_would_find_a_fault(page: Screen) -> None:
    page.browser.evaluate(
        "() => { const b = document.createElement('button'); b.id = 'nameless'; "
        "document.querySelector('main').append(b); return 1; }"
    )
    faults = page.browser.evaluate(FAULTS)
    page.browser.evaluate("() => { document.querySelector('#nameless').remove(); return 1; }")
    assert ["button-name", "#nameless"] in [fault[:2] for fault in faults]


def test_axe_finds_nothing_and_a_finger_hits_everything(page: Screen, tmp_path: Path) -> None:
    found = everywhere(page, FAULTS) + everywhere(page, SMALL)
    work(page, tmp_path)
    found += everywhere(page, FAULTS) + everywhere(page, SMALL)
    found += in_dialogs(page, lambda: everywhere(page, FAULTS) + everywhere(page, SMALL))
    found += in_a_review_of_several(
        page, tmp_path, lambda: everywhere(page, FAULTS) + everywhere(page, SMALL)
    )
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_neither_does_it_on_the_benchmark_s_page(
    chromium: Browser, opener: Opener, theme: str
) -> None:
    chromium.color_scheme(theme)
    chromium.open(opener.address("hosted") + "bench.html")
    chromium.wait("!document.querySelector('#bench-start').disabled", JOB_SECONDS, "it can start")
    put_axe(chromium)
    chromium.evaluate("() => { document.querySelector('#bench-largest').value = '1'; return 1; }")
    chromium.click("button", "Start")
    chromium.wait("!document.querySelector('#bench-save').disabled", JOB_SECONDS, "it has ended")
    page = Screen(chromium, "hosted")
    found = everywhere(page, FAULTS) + everywhere(page, SMALL)
    chromium.color_scheme("light")
    assert not found, "\n".join(found)
