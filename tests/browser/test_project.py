"""The project file: saved, the page opened again, the work restored with the same images."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from .conftest import Opener
from .drivers import Browser
from .product import CHOOSE, Screen

pytestmark = pytest.mark.browser

NOTICE = "document.querySelector('#refusals-text').textContent"
# What the browser would ask before it leaves, asked of the page itself.
ASKS_BEFORE_LEAVING = (
    "() => { const e = new Event('beforeunload', {cancelable: true}); window.dispatchEvent(e); "
    "return e.defaultPrevented; }"
)
OUTCOME = "kind => document.querySelector('#project-outcome').dataset.kind === kind"

QUESTION = "document.querySelector('#ask').open && document.querySelector('#ask-text').textContent"
# A project file put into the field behind the open question; heard once the page has read it and
# had many turns to ask about it.
GIVE = """text => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], 'project.json'));
  const field = document.querySelector('#add-images');
  field.files = transfer.files;
  const real = Blob.prototype.text;
  Blob.prototype.text = async function () {
    const read = await real.call(this);
    let turns = 50;
    const turn = () => { if ((turns -= 1)) setTimeout(turn, 0); else window.heard = true; };
    turn();
    return read;
  };
  field.dispatchEvent(new Event('change', {bubbles: true}));
}"""
HEARD = "window.heard"
# Whether an outcome begins as the catalogue has it in that language.
SAYS = """(place, language) => {
  const begins = {en: '1 image has its ID.', es: '1 imagen tiene su ID.'}[language];
  return document.querySelector(place).textContent.startsWith(begins);
}"""


def photos(folder: Path) -> list[Path]:
    paths = [folder / f"Roe {number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        Image.new("RGB", (300, 200), (200, 60 * number, 90)).save(path)
    return paths


def work_on(screen: Screen, paths: list[Path]) -> None:
    """Mark the first image by hand, give it a reason and an ID, propose the region elsewhere."""
    browser = screen.browser
    screen.add(*paths)
    screen.wait_states(["ready"] * 3)
    screen.wait_shown(300, 200)
    screen.mark(30, 30, 60, 60)
    browser.evaluate("() => document.querySelector('#canvas').focus()")
    browser.press("Shift+H")
    browser.fill("textbox", "Alternate ID", "K-71")
    browser.click("checkbox", "Choose Roe 1.png")
    browser.click("button", "Copy regions to the 1 chosen")
    screen.wait_states(["marked", "proposed", "ready"])


def save_project(screen: Screen, names: bool) -> Path:
    browser = screen.browser
    browser.click("button", "Project")
    if names:
        browser.click("checkbox", "With file names (private)")
    saved = screen.save("Save project (private)")
    browser.wait(OUTCOME, 60, "it says so", "done")
    browser.click("button", "Close")
    return saved


def reasons(recipe: dict[str, Any]) -> list[str | None]:
    return [region["reason"] for region in recipe["regions"]]


def test_work_is_saved_and_restored_by_what_the_images_are(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    paths = photos(tmp_path)
    screen = opener(browser, "hosted")
    work_on(screen, paths)
    before = screen.save_recipe()
    assert browser.evaluate(ASKS_BEFORE_LEAVING)
    saved = save_project(screen, names=False)
    assert saved.name.startswith("private-project-")
    assert not browser.evaluate(ASKS_BEFORE_LEAVING)
    text = saved.read_text("ascii")
    assert "Roe" not in text and [row["name"] for row in json.loads(text)["images"]] == [None] * 3
    kept = shutil.copyfile(saved, tmp_path / "project.json")

    # The images first, one of them under another name, then the project.
    screen = opener(browser, "hosted")
    other = shutil.copyfile(paths[0], tmp_path / "other name.png")
    screen.add(other, paths[1])
    screen.wait_states(["ready"] * 2)
    browser.click("button", "Project")
    browser.set_files("Open a project", [kept])
    browser.wait(OUTCOME, 60, "it is opened", "done")
    outcome = browser.evaluate("document.querySelector('#project-outcome').textContent")
    assert outcome.startswith("2 images have the work of the project. 1 of 3 images of this")
    browser.click("button", "Close")
    screen.wait_states(["marked", "proposed"])
    assert screen.save_recipe() == before and before["alternate_id"] == "K-71"
    assert reasons(before) == ["H"]
    assert not browser.evaluate(ASKS_BEFORE_LEAVING)
    screen.wait_shown(300, 200)
    browser.press("Control+z")
    screen.wait_states(["ready", "proposed"])


def test_a_project_dropped_with_its_images_asks_before_it_replaces_marks(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    paths = photos(tmp_path)
    screen = opener(browser, "hosted")
    work_on(screen, paths)
    kept = shutil.copyfile(save_project(screen, names=True), tmp_path / "project.json")
    assert "Roe 2.png" in kept.read_text("ascii")
    marks = screen.regions()

    screen = opener(browser, "hosted")
    screen.add(paths[0])
    screen.wait_states(["ready"])
    screen.wait_shown(300, 200)
    screen.mark(100, 100, 50, 50)
    mine = screen.regions()
    screen.add(kept, paths[1])
    browser.wait("document.querySelector('#ask').open", 60, "the question is asked")
    browser.click("button", "Keep what is there")
    screen.wait_states(["marked", "proposed"])
    browser.wait(f"{NOTICE}.includes('1 of 3 images')", 60, "the missing one is told")
    browser.click("button", "Previous")
    assert screen.regions() == mine
    # Named in the dialog, because this project has names; asked again, and replaced.
    browser.click("button", "Project")
    missing = browser.evaluate("document.querySelector('#project-missing').textContent")
    assert missing == "Not open: Roe 2.png"
    browser.set_files("Open a project", [kept])
    browser.click("button", "Take the project's")
    browser.wait(OUTCOME, 60, "it is opened", "done")
    browser.click("button", "Close")
    assert screen.regions() == marks
    browser.click("button", "Project")
    browser.set_files("Open a project", [paths[0]])
    browser.wait(OUTCOME, 60, "a picture is no project", "refused")
    browser.click("button", "Close")
    assert screen.regions() == marks


def test_what_the_dialog_said_is_said_again_in_the_other_language(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "hosted")
    screen.add(*photos(tmp_path))
    screen.wait_states(["ready"] * 3)
    browser.click("button", "Project")
    browser.fill("textbox", "Table (CSV)", "Roe 1.png, K-9")
    browser.click("button", "Use this table")
    browser.wait(SAYS, 60, "the table was used", "#ids-outcome", "en")
    browser.evaluate(CHOOSE, "#language", "es")
    browser.wait(SAYS, 60, "it is said again", "#ids-outcome", "es")
    browser.evaluate(CHOOSE, "#language", "en")
    browser.wait(SAYS, 60, "and back", "#ids-outcome", "en")
    browser.click("button", "Close")


def test_a_question_that_comes_while_another_is_open_waits_for_its_answer(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    paths = photos(tmp_path)
    screen = opener(browser, "hosted")
    work_on(screen, paths)
    kept = shutil.copyfile(save_project(screen, names=False), tmp_path / "project.json")

    screen = opener(browser, "hosted")
    screen.add(paths[0])
    screen.wait_states(["ready"])
    screen.wait_shown(300, 200)
    screen.mark(100, 100, 50, 50)
    mine = screen.regions()
    browser.click("button", "Close Roe 0.png")
    browser.wait("document.querySelector('#ask').open", 60, "it asks before it closes")
    asked = browser.evaluate(QUESTION)
    browser.evaluate(GIVE, kept.read_text("ascii"))
    browser.wait(f"{HEARD} === true", 60, "the project was read")
    assert browser.evaluate(QUESTION) == asked
    browser.click("button", "Go back")
    browser.wait(f"{QUESTION} !== {json.dumps(asked)}", 60, "now it asks about the project")
    browser.click("button", "Keep what is there")
    assert screen.regions() == mine
