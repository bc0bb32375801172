"""Find in the page: proposals, one taken by key, one thrown away, the rest saved; nothing sent."""

import importlib.util
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.evidence.certificate import parse

from .conftest import Opener
from .drivers import Browser
from .found import SECONDS, labelled, opened
from .product import Screen
from .server import Server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not all(importlib.util.find_spec(name) for name in ("onnxruntime", "zxingcpp")),
        reason="onnxruntime and zxing-cpp are not installed here",
    ),
]
LINES = ("Name: Maria Jansen", "DOB: 12.03.1961", "MRN 4711-0815")
PLANTED = ("Maria", "Jansen", "4711", "0815", "12.03", "1961")
SAID = "text => document.querySelector('#said').textContent.includes(text)"
PROPOSED = "[...document.querySelectorAll('#regions > [data-proposed=yes]')].length"
TAGS = "[...document.querySelectorAll('#overlay .tag-text')].map(e => e.textContent)"
DASHED = "getComputedStyle(document.querySelector('#overlay .proposed')).strokeDasharray !== 'none'"
CHOSEN = "[...document.querySelectorAll('#regions > li')].findIndex(e => e.matches('.chosen'))"
DRAWN = "n => document.querySelectorAll('#overlay .tag-text').length === n"
COUNT = "n => [...document.querySelectorAll('#regions > [data-proposed=yes]')].length === n"


def found(screen: Screen, path: Path) -> int:
    """Press Find on a photo; how many proposals there are."""
    screen.add(path)
    screen.wait_shown(1200, 900)
    screen.wait_judged()
    screen.browser.click("button", "Find")
    screen.browser.wait(SAID, SECONDS, "what was found is said", "miss some")
    return int(screen.browser.evaluate(PROPOSED))


def save_project(screen: Screen) -> Path:
    """Save the project, without names."""
    screen.browser.click("button", "Project")
    saved = screen.save("Save project (private)")
    screen.browser.click("button", "Close")
    return saved


def states(certificate: Path, record: Path) -> dict[str, int]:
    """Require that both name the programs; the counts of the record, all kinds together."""
    sought = parse(certificate.read_bytes()).sought
    assert sought is not None and sought.before and sought.unconfirmed == 0
    stated = json.loads(record.read_text("utf-8"))
    assert stated["pixelseal"] == "record/2"
    finders = [(row["name"], row["version"]) for row in stated["finding"]["finders"]]
    assert tuple(finders) == sought.programs and len(finders) == 4
    names = ("proposed", "taken", "thrown_away")
    return {name: sum(row[name] for row in stated["finding"]["counts"]) for name in names}


@pytest.mark.parametrize("carrier", ["hosted", "file"])
def test_one_is_taken_one_thrown_away_and_only_what_was_taken_is_burned(
    browser: Browser, opener: Opener, hosted: Server, tmp_path: Path, carrier: str
) -> None:
    screen = opened(browser, opener, carrier)
    before, errors = hosted.asked_by_pages(), browser.errors()
    count = found(screen, labelled(tmp_path / "label.jpg", LINES, "MRN4711"))
    assert count >= 4, screen.regions()
    browser.wait("document.querySelector('#overlay .proposed') !== null", 60, "they are drawn")
    assert browser.evaluate(DASHED)
    tags = browser.evaluate(TAGS)
    assert len(tags) == count and {tag.split()[1] for tag in tags} == {"code", "writing"}
    assert browser.evaluate("document.querySelector('#save-image').disabled")
    # The first is selected; the focus is on the picture, whose keys these are.
    assert browser.evaluate("document.activeElement.id") == "canvas"
    assert browser.evaluate(CHOSEN) == 0
    browser.press("Enter")
    browser.wait(COUNT, 60, "one was taken", count - 1)
    assert browser.evaluate(CHOSEN) == 1
    browser.press("ArrowRight", "ArrowLeft", "Delete")
    browser.wait(COUNT, 60, "one was thrown away", count - 2)
    browser.press("Shift+Enter")
    browser.wait(COUNT, 60, "all that are left are taken", 0)
    assert len(screen.regions()) == count - 1
    recipe = screen.save_recipe()
    browser.evaluate("() => document.querySelector('#project').close()")
    image = screen.save("Save image")
    with Image.open(image) as picture:
        pixels = np.asarray(picture.convert("L"))
    for region in recipe["regions"]:
        box = region["shape"]
        part = pixels[box["y"] : box["y"] + box["height"], box["x"] : box["x"] + box["width"]]
        assert part.max() < 16
    # The second line, which was thrown away, can be read still; the others cannot.
    assert pixels[215:255, 160:420].min() < 60 and pixels[215:255, 160:420].max() > 200
    reasons = {
        letter for row in recipe["regions"] for letter in row.get("reasons") or row["reason"]
    }
    assert "R" in reasons and reasons & set("ACH")
    certificate = screen.save("Save certificate")
    record = screen.save("Save private record")
    stated = states(certificate, record)
    assert stated["proposed"] == count and stated["taken"] == count - 1
    # The second is not thrown away after all: what is undone was not.
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Control+z", "Control+z")
    browser.wait(COUNT, 60, "all but the first wait again", count - 1)
    browser.press("Shift+Enter")
    browser.wait(COUNT, 60, "all are taken", 0)
    project = save_project(screen)
    image, certificate = screen.save("Save image"), screen.save("Save certificate")
    other = screen.save("Save private record")
    assert states(certificate, other) == {"proposed": count, "taken": count, "thrown_away": 0}
    for path in (image, certificate, record, other, project):
        written = path.read_bytes()
        assert not [word for word in PLANTED if word.encode() in written], path.name
    text = json.dumps(recipe) + " ".join(screen.regions()) + str(browser.evaluate(TAGS))
    assert not [word for word in PLANTED if word in text]
    said = " ".join(browser.console()) + str(browser.evaluate("document.body.textContent"))
    assert not [word for word in PLANTED[:2] if word in said]
    assert screen.verify(image, certificate) == "unchanged"
    assert hosted.asked_by_pages() == before
    assert browser.errors() == errors  # those of the seal itself


def test_a_project_keeps_who_looked_and_of_which_kind_a_proposal_is(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    photo = labelled(tmp_path / "label.jpg", LINES, "MRN4711")
    screen = opened(browser, opener, "file")
    count = found(screen, photo)
    browser.wait(DRAWN, 60, "each has its tag", count)
    tags = browser.evaluate(TAGS)
    browser.press("Delete")
    browser.wait(COUNT, 60, "one was thrown away", count - 1)
    project = shutil.copyfile(save_project(screen), tmp_path / "project.json")
    assert not [word for word in PLANTED if word in project.read_text("ascii")]
    # Another day, in a page without finders.
    screen = opener(browser, "file")
    screen.wait_engine()
    screen.add(photo)
    screen.wait_shown(1200, 900)
    screen.wait_judged()
    browser.click("button", "Project")
    browser.set_files("Open a project", [project])
    browser.wait(COUNT, 60, "what waited waits", count - 1)
    browser.click("button", "Close")
    browser.wait(DRAWN, 60, "each has its tag again", count - 1)
    assert sorted(tag.split()[1] for tag in browser.evaluate(TAGS)) == sorted(
        tag.split()[1] for tag in tags[1:]
    )
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Shift+Enter")
    browser.wait(COUNT, 60, "all that are left are taken", 0)
    screen.save("Save image")
    certificate, record = screen.save("Save certificate"), screen.save("Save private record")
    stated = {"proposed": count, "taken": count - 1, "thrown_away": 1}
    assert states(certificate, record) == stated


def test_a_page_without_finders_says_where_they_are(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "file")
    screen.wait_engine()
    screen.add(labelled(tmp_path / "label.jpg", LINES[:1]))
    screen.wait_shown(1200, 900)
    browser.click("button", "Find")
    browser.wait(SAID, 60, "where to get it", "Open pixelseal-find.html")
    assert browser.evaluate(PROPOSED) == 0
