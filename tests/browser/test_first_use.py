"""What the first photo does not need is neither imported nor made before somebody asks for it.

Counted and not timed: the page opens as fast with more parts as with fewer only while these numbers
stay. Whoever raises one measures the rows of opening first (docs/benchmark.md).
"""

import json
from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .product import Screen, with_photo

pytestmark = pytest.mark.browser

# Bytecode of the modules that were imported, and the list of all modules.
MOST_WHEN_SEALED = 230_000  # bytes
MOST_WITH_A_PHOTO = 275_000  # bytes, what the file carries being listed
# Each opens when somebody asks for it.
AT_FIRST_USE = {
    "model/catalogue/en/find",
    "model/catalogue/en/help",
    "model/catalogue/en/practice",
    "model/catalogue/en/proof",
    "model/catalogue/en/verdicts",
    "model/catalogue/en/sign_page",
    "model/catalogue/es/states",
    "model/catalogue/en/transfer",
    "model/process/bag",
    "model/policy/policy",
    "model/policy/rules",
    "model/process/judged",
    "model/process/log",
    "model/process/receipt",
    "model/process/training",
    "model/project/id_table",
    "model/catalogue/en/preparation",
    "model/project/preparation",
    "model/project/project",
    "model/screen/following_region",
    "model/signing/signature",
    "model/steps",
    "model/verify/verdicts",
    "model/zip_stream",
    "ui/browser/blob_reads",
    "ui/browser/disk",
    "ui/browser/subtle",
    "ui/browser/ways",
    "ui/editor/found_proposals",
    "ui/images/finding",
    "ui/images/folder_intake",
    "ui/images/following",
    "ui/images/found",
    "ui/images/in_order",
    "ui/images/left_over",
    "ui/images/obeyed",
    "ui/images/reread",
    "ui/images/series",
    "ui/images/tiles",
    "ui/saving/asked",
    "ui/saving/batch",
    "ui/saving/private_records",
    "ui/saving/rereading",
    "ui/saving/sharing",
    "ui/saving/sinks",
    "ui/project/entries",
    "ui/project/links",
    "ui/project/settling",
    "ui/views/filmstrip/review_list",
    "ui/views/find",
    "ui/views/help",
    "model/process/validation",
    "ui/process/desk",
    "ui/process/preparing",
    "ui/process/packing",
    "ui/process/receiving",
    "ui/process/signer",
    "ui/process/practising",
    "ui/process/zip_files",
    "ui/views/panels/checklist_row",
    "ui/process/validating",
    "ui/workbench/returned",
    "ui/views/panels/policy_limits",
    "ui/views/panels/policy_line",
    "ui/views/panels/project",
    "ui/views/panels/sharing",
    "ui/views/process/frame",
    "ui/views/canvas/returned",
    "ui/views/process/log",
    "ui/views/process/package",
    "ui/views/process/receive",
    "ui/views/process/report",
    "ui/views/process/practice",
    "ui/views/process/preparation",
    "ui/text/proof_text",
    "ui/views/process/sign",
    "ui/views/proof",
    "ui/views/process/validate",
    "ui/views/review/mode",
    "ui/views/review/places",
    "ui/views/review/questions",
    "ui/views/verify",
    "ui/workbench/signatures",
    "ui/workbench/documents_in",
    "ui/workbench/taking_policy",
    "ui/workbench/verifying",
}
# Which modules nobody has looked for yet, with the size of each; and the size of all.
_LEFT = """async () => {
  const left = [...await window.pixelseal.python].map(([path, bytes]) => [path, bytes.length]);
  const facts = JSON.parse(document.querySelector('#pixelseal-facts').textContent);
  return JSON.stringify([Object.fromEntries(left), facts.python.size]);
}"""


def _left(screen: Screen) -> tuple[set[str], int]:
    """(the modules that were not imported, the bytes of those that were)."""
    left, whole = json.loads(str(screen.browser.evaluate(_LEFT)))
    names = {path.removeprefix("pixelseal/").removesuffix(".mpy") for path in left}
    return names, whole - sum(left.values())


def test_the_first_photo_waits_for_no_part_that_it_does_not_need(
    browser: Browser, opener: Opener, tmp_path: Path
) -> None:
    screen = opener(browser, "hosted")
    screen.wait_sealed()
    left, used = _left(screen)
    assert AT_FIRST_USE - left == set()
    assert used <= MOST_WHEN_SEALED, "more is imported before a photo can be opened"
    with_photo(screen, tmp_path)
    screen.wait_states(["ready"])
    left, used = _left(screen)
    assert AT_FIRST_USE - left == set()
    assert used <= MOST_WITH_A_PHOTO, "more is imported before the first photo is on the screen"


def test_help_comes_when_it_is_asked_for(browser: Browser, opener: Opener) -> None:
    screen = opener(browser, "hosted")
    screen.wait_sealed()
    browser.click("button", "Help")
    browser.wait(
        "() => document.querySelectorAll('#help[open] #keys-canvas tr').length > 0", 20, "keys"
    )
    assert "ui/views/help" not in _left(screen)[0]
