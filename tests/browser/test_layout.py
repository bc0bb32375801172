"""The picture has the screen: its share of it, the strip's tiles, a phone's bar and sheets."""

from pathlib import Path

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .photos import HEIGHT, SOURCE_NAME, WIDTH, clinical_photo
from .product import ASKED, CAN_ACCEPT, CAN_CONFIRM, CHOOSE, JOB_SECONDS, Screen, with_photo

pytestmark = pytest.mark.browser

# Width and height of the window, and the least share of it that is the canvas.
SHARES = (((1440, 900), 0.60), ((1280, 720), 0.55), ((820, 1180), 0.55), ((360, 740), 0.55))
SHARE = """() => {
  const box = document.querySelector('#canvas').getBoundingClientRect();
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  return width * height / innerWidth / innerHeight;
}"""
WIDER = "document.documentElement.scrollWidth > innerWidth"
TILES = """() => {
  const row = document.querySelector('#images-row').getBoundingClientRect();
  return [...document.querySelectorAll('.image-card')].filter(one => {
    const {left, right} = one.getBoundingClientRect();
    return left >= row.left && right <= row.right;
  }).length;
}"""
SEEN = "name => document.querySelector(name).checkVisibility()"
IN_WINDOW = """name => {
  const box = document.querySelector(name).getBoundingClientRect();
  return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
}"""
UNCUT = """name => {
  const one = document.querySelector(name);
  return one.scrollHeight <= one.clientHeight + 1 && one.scrollWidth <= one.clientWidth + 1;
}"""
# The lists of choices whose longest choice is wider than their room, an arrow being in it, too.
CUT_CHOICES = """() => [...document.querySelectorAll('#work select')]
  .filter(one => one.checkVisibility()).filter(one => {
    const style = getComputedStyle(one), drawn = document.createElement('canvas').getContext('2d');
    drawn.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const widest = Math.max(...[...one.options].map(row => drawn.measureText(row.text).width));
    const around = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    return widest > one.clientWidth - around - 18;
  }).map(one => one.id || one.ariaLabel)"""
# Of the identifiers in the checklist, in CSS pixels: of fewer, words break after two letters.
NARROWEST_NAME = """Math.min(...[...document.querySelectorAll('.answer-name')].map(
  name => name.getBoundingClientRect().width))"""
USUAL = (1280, 900)
# WebKitGTK's window is no narrower.
_NARROWEST = {"webkit": 450}


def narrow(browser: Browser, size: tuple[int, int]) -> tuple[int, int]:
    """That size, or the nearest that the browser's window can have."""
    return max(size[0], _NARROWEST.get(browser.name, 0)), size[1]


@pytest.fixture
def many(browser: Browser, opener: Opener, tmp_path: Path) -> Screen:
    """A photo that tells where it was taken, and thirteen more."""
    paths = [clinical_photo(tmp_path / SOURCE_NAME)]
    for number in range(13):
        paths.append(tmp_path / f"{number}.png")
        Image.new("RGB", (60, 40), (9 * number, 90, 120)).save(paths[-1])
    screen = opener(browser, "hosted")
    screen.add(*paths)
    screen.wait_states(["ready"] * 14)
    screen.wait_shown(WIDTH, HEIGHT)
    return screen


def test_the_picture_has_most_of_the_screen_at_every_size(many: Screen) -> None:
    browser = many.browser
    found = {}
    try:
        for size, _least in SHARES:
            browser.set_viewport(*narrow(browser, size))
            found[size] = browser.evaluate(SHARE)
            assert not browser.evaluate(WIDER), f"something is wider than {size}"
            # What the file carries is visible without scrolling.
            said = browser.evaluate("document.querySelector('#carries-short').textContent")
            assert said == "File says where it was taken (GPS). That will be gone."
            assert browser.evaluate(UNCUT, "#carries-short"), f"all of it is in sight at {size}"
            assert browser.evaluate(IN_WINDOW, "#carries-short"), size
            if size == (1440, 900):
                assert browser.evaluate(TILES) >= 12
        assert all(found[size] >= least for size, least in SHARES), found
    finally:
        browser.set_viewport(*USUAL)


def test_the_picture_keeps_its_share_while_the_report_of_a_save_is_there(many: Screen) -> None:
    browser, found = many.browser, {}
    try:
        browser.click("button", "Save all", JOB_SECONDS)
        browser.wait(ASKED, JOB_SECONDS, "the review asks")
        browser.wait(CAN_ACCEPT, JOB_SECONDS, "the first is shown")
        browser.press("Enter")
        browser.wait(CAN_CONFIRM, 60, "one is accepted")
        confirm = "() => document.querySelector('#gate-save').click()"
        browser.download(lambda: browser.evaluate(confirm), JOB_SECONDS)
        browser.wait("document.querySelector('#run-close').checkVisibility()", 60, "the report")
        for size, _least in SHARES:
            browser.set_viewport(*narrow(browser, size))
            found[size] = browser.evaluate(SHARE)
            assert not browser.evaluate(WIDER), size
            for name in ("#run-text", "#run-private", "#run-close"):
                assert browser.evaluate(IN_WINDOW, name), (size, name)
            assert browser.evaluate(UNCUT, "#run-text"), size
        assert all(found[size] >= least - 0.01 for size, least in SHARES), found
        assert found[820, 1180] >= 0.55
    finally:
        browser.set_viewport(*USUAL)


def test_a_phone_has_one_bar_and_the_rest_when_it_is_asked_for(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    try:
        browser.set_viewport(*narrow(browser, (360, 740)))
        assert not browser.evaluate(SEEN, "#strip"), "one photo needs no strip"
        for away in ("#panel", "#rail", "#menu"):
            assert not browser.evaluate(SEEN, away), away
        bar = (
            "[...document.querySelectorAll('#phone-bar button')].filter(e => e.checkVisibility())"
            ".map(e => e.textContent.trim())"
        )
        wanted = ["Cover", "Undo", "Result", "More", "Save"]
        same = f"wanted => String({bar}) === String(wanted)"
        browser.wait(same, 60, "the bar is there", wanted)
        screen.mark(60, 60, 120, 80)
        browser.click("button", "Undo")
        browser.wait("!document.querySelectorAll('#regions > li').length", 60, "it is undone")
        browser.click("button", "Cover")
        browser.click("button", "Ellipse")
        browser.click("button", "More")
        assert browser.evaluate(IN_WINDOW, "#save-image")
        # Whoever works by keyboard gets out again, to where they were.
        browser.evaluate("() => document.querySelector('#tab-marks').focus()")
        browser.press("Escape")
        assert not browser.evaluate(SEEN, "#panel")
        assert browser.evaluate("document.activeElement.id") == "phone-more"
        browser.click("button", "Menu")
        assert browser.evaluate(IN_WINDOW, "#open-help")
        for within in ("#open-help", "#open-menu"):
            if not browser.evaluate(SEEN, "#menu"):
                browser.click("button", "Menu")
            browser.evaluate("name => document.querySelector(name).focus()", within)
            browser.press("Escape")
            assert not browser.evaluate(SEEN, "#menu"), within
            assert browser.evaluate("document.activeElement.id") == "open-menu"
    finally:
        browser.set_viewport(*USUAL)
    # In a larger window everything is back in its place.
    behind = "document.querySelector('#steps #undo')?.nextElementSibling.id"
    browser.wait(f"{behind} === 'redo'", 60, "undo is back beside redo")
    assert browser.evaluate(SEEN, "#panel") and browser.evaluate(SEEN, "#rail")


def test_the_panel_s_tabs_go_by_the_arrow_keys_and_say_what_is_in_them(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.wait_states(["ready"])
    screen.mark(60, 60, 120, 80)
    tabs = "[...document.querySelectorAll('[role=tab]')].map(e => e.textContent)"
    marks, file, check = browser.evaluate(tabs)
    assert (marks, check) == ("Marks 1", "Check") and file.startswith("File: ")
    browser.evaluate("() => document.querySelector('#tab-marks').focus()")
    browser.press("ArrowRight")
    assert browser.evaluate("document.activeElement.id") == "tab-file"
    assert browser.evaluate(SEEN, "#findings") and not browser.evaluate(SEEN, "#regions")
    browser.press("ArrowRight", "ArrowRight")
    assert browser.evaluate(SEEN, "#regions") and not browser.evaluate(SEEN, "#findings")
    browser.evaluate("() => document.querySelector('#carries-short').click()")
    assert browser.evaluate(SEEN, "#findings")


def test_a_tile_shows_what_is_covered_and_its_state(many: Screen) -> None:
    browser = many.browser
    many.mark(60, 60, 120, 80)
    many.wait_states(["marked"] + ["ready"] * 13)
    shapes = "document.querySelectorAll('.image-card .thumb-masks rect').length"
    browser.wait(f"{shapes} === 1", 60, "the region is on the tile")
    mark = "getComputedStyle(document.querySelector('.image-card'), '::after').content"
    assert browser.evaluate(mark) not in ("none", "normal")
    browser.click("button", "Undo")
    browser.wait(f"{shapes} === 0", 60, "and is gone from it")


# Where something lies over the finished picture, or the page scrolls aside; "" if nowhere. What is
# at the picture's corners and in its middle is the canvas.
FITTED = """(() => {
  const [one, all] = ['#output', '#canvas'].map(
    name => document.querySelector(name).getBoundingClientRect());
  return one.left >= all.left && one.top >= all.top && one.right <= all.right
    && one.bottom <= all.bottom;
})()"""
OVER = """async () => {
  for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame);
  const output = document.querySelector('#output');
  const { left, top, right, bottom } = output.getBoundingClientRect();
  const at = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2],
    [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]];
  const free = ([x, y]) => document.elementFromPoint(x, y)?.closest('#canvas');
  const wide = document.documentElement.scrollWidth > innerWidth;
  return at.map(point => free(point) ? '' : 'covered').join('') + (wide ? ' scrolls' : '');
}"""


def test_the_question_before_saving_leaves_the_finished_picture_in_sight(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.mark(60, 60, 120, 80)
    over = {}
    try:
        for size, _share in SHARES:
            browser.evaluate("() => document.querySelector('#canvas').focus()")
            browser.press("Control+s")
            browser.wait(ASKED, JOB_SECONDS, "the review asks")
            browser.set_viewport(*narrow(browser, size))
            browser.wait(CAN_CONFIRM, JOB_SECONDS, "the finished image was on the screen")
            browser.wait(FITTED, 60, "the picture is fitted to that window")
            over[size] = browser.evaluate(OVER)
            browser.press("Escape")
            browser.wait(f"!({ASKED})", 60, "the review is left")
            browser.set_viewport(*USUAL)
    finally:
        browser.set_viewport(*USUAL)
    assert over == {size: "" for size, _share in SHARES}


@pytest.mark.parametrize("size", [(1280, 720), (360, 740)])
def test_how_an_image_is_saved_is_one_line_where_there_is_little_room(
    browser: Browser, opener: Opener, tmp_path: Path, size: tuple[int, int]
) -> None:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.mark(60, 60, 120, 80)
    screen.wait_states(["marked"])
    line = "document.querySelector('#save-choices-now')"
    assert not browser.evaluate(SEEN, "#save-choices-now"), "in a high window all of it is there"
    assert browser.evaluate(SEEN, "#output-format")
    try:
        browser.set_viewport(*narrow(browser, size))
        browser.wait("!document.querySelector('#save-choices').open", 60, "it is one line")
        if browser.evaluate(SEEN, "#phone-more"):
            browser.click("button", "More")
        assert browser.evaluate(f"{line}.textContent").startswith("Like the photo (JPEG) · image-")
        assert browser.evaluate(IN_WINDOW, "#save-image")
        assert browser.evaluate(IN_WINDOW, "#save-choices-now")
        browser.evaluate(f"() => {line}.click()")
        browser.evaluate(
            "() => { const field = document.querySelector('#output-format'); field.value = 'png';"
            " field.dispatchEvent(new Event('change', {bubbles: true})); }"
        )
        browser.wait(f"{line}.textContent.startsWith('PNG · image-')", 60, "it says what is chosen")
        assert browser.evaluate(SEEN, "#alternate-id")
    finally:
        browser.set_viewport(*USUAL)
    browser.wait("document.querySelector('#save-choices').open", 60, "all of it is back")


def test_words_fit_on_a_phone_in_the_longer_language_and_beside_the_checklists_answers(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.wait_states(["ready"])
    browser.evaluate(CHOOSE, "#language", "es")
    try:
        browser.set_viewport(*narrow(browser, (360, 740)))
        shown = (
            "[...document.querySelectorAll('#phone-bar button')]"
            ".filter(e => e.checkVisibility()).map(e => '#' + e.id)"
        )
        browser.wait(f"{shown}.length === 5", 60, "the bar has its buttons")
        buttons = browser.evaluate(shown)
        assert all(browser.evaluate(UNCUT, name) for name in buttons)
        assert not browser.evaluate(WIDER)
        browser.evaluate("document.querySelector('#phone-more').click()")
        browser.evaluate("document.querySelector('#tab-check').click()")
        browser.evaluate("() => { document.querySelector('#checklist').open = true; }")
        for size in (narrow(browser, (360, 740)), USUAL):
            browser.set_viewport(*size)
            browser.wait("document.querySelectorAll('#answers li').length === 18", 60, "filled")
            assert browser.evaluate(NARROWEST_NAME) >= 72, size
    finally:
        browser.evaluate(CHOOSE, "#language", "en")
        browser.set_viewport(*USUAL)


def test_no_choice_of_the_panel_is_cut(browser: Browser, opener: Opener, tmp_path: Path) -> None:
    screen = with_photo(opener(browser, "hosted"), tmp_path)
    screen.wait_states(["ready"])
    screen.mark(60, 60, 120, 80)  # its method is a choice, too
    try:
        for language in ("en", "es"):
            browser.evaluate(CHOOSE, "#language", language)
            browser.wait(f"document.documentElement.lang === '{language}'", 60, "the language")
            for size, _share in SHARES:
                browser.set_viewport(*narrow(browser, size))
                browser.evaluate("() => { document.body.dataset.panel = 'yes'; }")
                for name in ("#save-choices", "#names", "#checklist"):
                    browser.evaluate("name => { document.querySelector(name).open = true; }", name)
                for tab in ("marks", "check"):
                    browser.evaluate(f"() => document.querySelector('#tab-{tab}').click()")
                    many = "document.querySelectorAll('#answers li').length === 18"
                    browser.wait(many, 60, "the checklist is filled")
                    assert browser.evaluate(CUT_CHOICES) == [], (language, size, tab)
    finally:
        browser.evaluate("() => { document.body.dataset.panel = 'no'; }")
        browser.evaluate(CHOOSE, "#language", "en")
        browser.set_viewport(*USUAL)
