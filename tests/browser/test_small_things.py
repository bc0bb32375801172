"""Small things that people ran into: messages, visibility, sizes; in each browser."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe import recipe
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Region

from tests.builders.sample import sample_photo

from .conftest import Opener
from .drivers import Browser
from .product import JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

NOTICE = "document.querySelector('#refusals-text').textContent"
CHOSEN = (
    "[...document.querySelectorAll('#images > li')]"
    ".map(row => row.querySelector('.image-choose').checked ? 1 : 0)"
)
# The event that the window gets for a drop or a paste, with what `fill` puts into it.
TRANSFER = """(kind, fill) => {
  const data = new DataTransfer();
  if (fill === 'text') data.setData('text/plain', 'no picture');
  const event = kind === 'paste'
    ? new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})
    : new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
  if (kind === 'paste' && event.clipboardData === null)
    Object.defineProperty(event, 'clipboardData', {value: data});
  document.body.dispatchEvent(event);
}"""
# Every text of the panel and of what is said, with the image that is on the screen then.
HEAR = """() => {
  window.heard = [];
  new MutationObserver(() => {
    const name = document.querySelector('#images [aria-current] .image-name');
    const texts = ['#said', '#looked-text'].map(id => document.querySelector(id).textContent);
    window.heard.push(`${name && name.textContent}: ${texts.join(' ')}`);
  }).observe(document.querySelector('#main'),
    {subtree: true, childList: true, characterData: true});
}"""
CLICK = """(place, part) => {
  const row = document.querySelectorAll('#images > li')[place];
  row.querySelector(part).dispatchEvent(
    new MouseEvent('click', {bubbles: true, cancelable: true, shiftKey: true}));
}"""


@pytest.fixture
def opened(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    return with_photo(opener(browser, "hosted"), tmp_path)


def test_a_drop_and_a_paste_without_a_file_are_answered(opened: Screen) -> None:
    browser = opened.browser
    for kind, words in (("drop", "No file was dropped"), ("paste", "There is no picture to paste")):
        browser.evaluate(TRANSFER, kind, "text")
        browser.wait(f"words => {NOTICE}.startsWith(words)", 60, f"{kind} is answered", words)
    # What is pasted into a field is none of this.
    browser.evaluate("() => document.querySelector('#refusals-close').click()")
    browser.evaluate(
        "() => document.querySelector('#alternate-id').dispatchEvent("
        "new ClipboardEvent('paste', {clipboardData: new DataTransfer(), bubbles: true}))"
    )
    assert browser.evaluate(NOTICE) == ""


def test_the_outline_of_a_drag_goes_when_verify_takes_the_drop(opened: Screen) -> None:
    browser = opened.browser
    browser.click("button", "Verify")
    browser.evaluate(
        "() => document.body.dispatchEvent(new DragEvent('dragover', "
        "{dataTransfer: new DataTransfer(), bubbles: true, cancelable: true}))"
    )
    assert browser.evaluate("document.body.dataset.dragging") == "yes"
    browser.evaluate(
        "() => document.querySelector('#verify').dispatchEvent(new DragEvent('drop', "
        "{dataTransfer: new DataTransfer(), bubbles: true, cancelable: true}))"
    )
    assert browser.evaluate("document.body.dataset.dragging") == "no"


def test_text_follows_the_browser(opened: Screen) -> None:
    browser = opened.browser
    size = "parseFloat(getComputedStyle(document.querySelector('#said')).fontSize)"
    before = browser.evaluate(size)
    browser.evaluate("() => { document.documentElement.style.fontSize = '150%'; }")
    assert browser.evaluate(size) == pytest.approx(1.5 * before)


def test_nothing_was_on_the_screen_of_a_file_that_cannot_be_opened(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    # Browsers show what is there of it; the engine refuses it.
    (tmp_path / "cut.jpg").write_bytes(sample_photo()[: len(sample_photo()) // 2])
    Image.new("RGB", (20, 20)).save(tmp_path / "good.png")
    screen = opener(browser, "hosted")
    browser.evaluate(HEAR)
    screen.add(tmp_path / "cut.jpg", tmp_path / "good.png")
    screen.wait_states(["refused", "ready"])
    browser.click("button", "Next")
    said = "document.querySelector('#looked-text').textContent.includes('whole picture')"
    browser.wait(said, 60, "the good one was seen, and time has passed")
    heard = browser.evaluate("window.heard")
    assert any("good" in line and "your screen" in line for line in heard)
    assert not any("cut" in line and "your screen" in line for line in heard)
    browser.click("button", "Previous")
    assert "your screen" not in browser.evaluate("document.querySelector('#main').innerText")


def test_several_are_chosen_by_mouse_alone(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    for number in range(5):
        Image.new("RGB", (20, 20), (40 * number, 0, 0)).save(tmp_path / f"{number}.png")
    screen = opener(browser, "hosted")
    screen.add(*(tmp_path / f"{number}.png" for number in range(5)))
    screen.wait_states(["ready"] * 5)
    browser.evaluate("() => document.querySelectorAll('.image-choose')[1].click()")
    for part in (".image-button", ".image-choose", ".image-tick"):
        browser.evaluate(CLICK, 3, part)
        browser.wait(f"{CHOSEN}.join('') === '01110'", 60, f"a range, by {part}")
        browser.click("button", "Choose none")
        browser.wait(f"{CHOSEN}.join('') === '00000'", 60, "none is chosen")
        browser.evaluate("() => document.querySelectorAll('.image-choose')[1].click()")
    browser.click("button", "Choose all")
    browser.wait(f"{CHOSEN}.join('') === '11111'", 60, "all are chosen")


def test_a_region_just_drawn_is_in_sight_in_the_list(opened: Screen) -> None:
    browser = opened.browser
    browser.set_viewport(1280, 760)
    for _ in range(12):
        browser.evaluate("() => document.querySelector('#canvas').focus()")
        browser.press("n")
    browser.wait("document.querySelectorAll('#regions > li').length === 12", 60, "12 regions")
    in_sight = """(() => {
      const row = document.querySelector('.region-row.chosen').getBoundingClientRect();
      const box = document.querySelector('#facts').getBoundingClientRect();
      return row.top >= box.top - 1 && row.bottom <= box.bottom + 1;
    })()"""
    browser.wait(in_sight, 60, "the last one is in sight")
    assert browser.evaluate("document.querySelector('#facts').scrollTop") > 0
    assert browser.evaluate("scrollY") == 0


def test_the_profile_that_came_with_a_picture_is_named(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    written = io.BytesIO()
    Image.new("RGB", (20, 20)).save(written, "PNG", icc_profile=profile)
    (tmp_path / "copied.png").write_bytes(written.getvalue())
    screen = opener(browser, "hosted")
    screen.add(tmp_path / "copied.png")
    screen.wait_states(["ready"])
    kinds = "[...document.querySelectorAll('.finding-what')].map(e => e.textContent)"
    browser.wait(f"{kinds}.includes('A colour profile')", JOB_SECONDS, "it is named")


def test_what_is_no_json_is_refused_as_on_the_command_line(opened: Screen, tmp_path: Path) -> None:
    browser = opened.browser
    whole = recipe.Recipe(regions=(Region(Rectangle(8, 8, 16, 16)),)).to_json()
    for number, (right, wrong) in enumerate(((",", " "), (":", " "), ("[", "[,"))):
        text = whole.replace(right, wrong, 1)
        with pytest.raises(RecipeRefused) as refused:
            recipe.parse(text)
        assert refused.value.code == "recipe-not-json"
        path = tmp_path / f"{number}.json"
        path.write_text(text, "utf-8")
        opened.add(path)
        browser.wait(
            f"name => {NOTICE}.includes(name) && {NOTICE}.includes('not a readable JSON')",
            60, "the file is refused by name", path.name,
        )  # fmt: skip
