"""Every part of the dialog Process: axe-core, targets, words that are cut, keys, both languages.

In Chromium alone, each state twice: in English, light and large; in Spanish, dark and small. The
rules are those of test_accessible and test_large_text.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .process_states import states
from .product import CHOOSE
from .test_accessible import FAULTS, SMALL, put_axe
from .test_large_text import CUT, SETTLED

pytestmark = pytest.mark.browser

LOOKS = (("en", "light", 1440, 900), ("es", "dark", 360, 740))
MOST_STOPS = 80
# What a person reads in the dialog, without what is a file's: names, certificates, hashes.
READ = """() => {
  const box = document.querySelector('#process'), found = [];
  const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const holder = text.parentElement, said = text.data.trim();
    if (!holder.checkVisibility({visibilityProperty: true})) continue;
    if (holder.closest('pre, code, .verdict-names, #sign-chosen strong, #policy-held')) continue;
    if (/[a-z]{2,}/i.test(said)) found.push(said);
  }
  for (const one of box.querySelectorAll('[aria-label], [title], [placeholder]'))
    if (one.checkVisibility({visibilityProperty: true}))
      for (const name of ['aria-label', 'title', 'placeholder'])
        if (/[a-z]{2,}/i.test(one.getAttribute(name) ?? '')) found.push(one.getAttribute(name));
  return found;
}"""
# Where the focus is; what is wrong there: out of the dialog, not marked, not to be seen.
FOCUS = """() => {
  const at = document.activeElement;
  const id = at.id || at.getAttribute('aria-label') || at.textContent.trim().slice(0, 30);
  if (!document.querySelector('#process').contains(at)) return ['', `left for ${at.tagName}`];
  const shape = at.matches('.add input') ? at.parentElement : at;
  const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(shape);
  if ((outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none')
    return [id, 'has no ring'];
  const box = shape.getBoundingClientRect();
  const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  if (!top || !(shape.contains(top) || top.contains(shape))) return [id, 'is not in sight'];
  return [id, ''];
}"""
SELECTED = """() => {
  const row = document.querySelector('#process-tabs').getBoundingClientRect();
  const tab = document.querySelector('#process-tabs [aria-selected=true]').getBoundingClientRect();
  return tab.left >= row.left - 1 && tab.right <= row.right + 1
    && tab.top >= row.top - 1 && tab.bottom <= row.bottom + 1;
}"""
FIRST = "() => document.querySelector('#process-close').focus()"


def by_keys(browser: Browser) -> list[str]:
    """What is wrong on the way of the Tab key through the dialog, and back to its beginning."""
    browser.evaluate(FIRST)
    found, stops = [], 0
    for stops in range(1, MOST_STOPS):
        browser.press("Tab")
        name, wrong = browser.evaluate(FOCUS)
        if wrong and name:
            found.append(f"{name} {wrong}")
        elif wrong and stops < 3:
            found.append(wrong)
        if (wrong and not name) or name == "process-close":
            return found  # the browser's own buttons come next, then the first again
    return [*found, f"no end after {stops} stops"]


def test_no_state_of_the_process_has_a_fault(
    launch_once: Callable[[str], Browser], opener: Opener, tmp_path: Path
) -> None:
    browser = launch_once("chromium")
    screen = opener(browser, "file")
    screen.wait_engine()
    put_axe(browser)
    found = []
    for state, _walk in states(screen, tmp_path):
        read = []
        for language, theme, width, height in LOOKS:
            browser.set_viewport(width, height)
            browser.color_scheme(theme)
            browser.evaluate(CHOOSE, "#language", language)
            browser.evaluate(SETTLED)
            for look in (FAULTS, SMALL, CUT):
                found += [f"{state} {width} {json.dumps(e)}" for e in browser.evaluate(look)]
            read.append(browser.evaluate(READ))
        same = set(read[0]) & set(read[1])
        found += [f"{state} is said in both languages: {text}" for text in sorted(same)]
        found += [f"{state} {line}" for line in by_keys(browser)]
        browser.press("Escape")
        if browser.evaluate("document.querySelector('#process').open"):
            found.append(f"{state}: Escape does not close it")
        browser.evaluate("() => document.querySelector('#open-process').click()")
        if not browser.evaluate(SELECTED):
            found.append(f"{state}: the selected tab is out of sight")
        browser.set_viewport(1440, 900)
        browser.evaluate(CHOOSE, "#language", "en")
    found += [line for line in browser.console() if "Traceback" in line]
    assert not found, "\n".join(dict.fromkeys(found))
