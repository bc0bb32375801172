"""The product's page as a person meets it: roles, names and what the screen says; no test."""

import hashlib
import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pixelseal.model.verify import verdicts

from .drivers import Browser
from .photos import HEIGHT, WIDTH, clinical_photo

BOOT_SECONDS = 300  # far above what it takes; a slow machine is no failure
JOB_SECONDS = 300
SAVE_MANY = ("Save all", "Save chosen", "Save to a folder")
GATED = (
    "Save image",
    "Save with certificate",
    "Save certificate",
    "Save private record",
    *SAVE_MANY,
)
ALWAYS = "true"
ASKED = "document.querySelector('#gate').checkVisibility()"
# The name of the press that saves both: it goes on to say what it states.
BOTH = r"document.querySelector('#gate-both').textContent.replace(/\s+/g, ' ').trim()"
# The names of a review stand there a few at a time.
LISTED = """(() => { const title = document.querySelector('#gate-never-title').textContent;
  const rows = document.querySelectorAll('#gate-never-list > li').length;
  return !document.querySelector('#gate-never').checkVisibility() || rows >= (parseInt(title) || 0);
})()"""
# In a page with finders: what they find is asked about, too.
READ_AGAIN = "document.querySelector('#gate-read').dataset.reads !== 'yes'"
# The part that a key went to counts as seen: it was still for a moment.
COUNTED = "document.querySelector('#canvas').dataset.counted === 'true'"
CAN_ACCEPT = "!document.querySelector('#gate-accept').disabled"
CAN_CONFIRM = "!document.querySelector('#gate-save').disabled"
# As a person who picks another option of a list, found by a selector.
CHOOSE = """(selector, value) => {
  const field = document.querySelector(selector);
  field.value = value;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}"""
UNANSWERED = "!document.querySelector('#answer-rest').hidden"


@dataclass(frozen=True)
class Screen:
    """Pixelseal open in a browser."""

    browser: Browser
    carrier: str  # "hosted" or "file"

    # -- states ---------------------------------------------------------------------------
    def wait_sealed(self) -> None:
        """Wait until the status region says so."""
        self.browser.wait(
            "[...document.querySelectorAll('[role=status]')]"
            ".some(e => e.checkVisibility() && e.textContent.includes('Sealed'))",
            BOOT_SECONDS,
            "the status region says Sealed",
        )

    def wait_engine(self) -> None:
        """Wait until the engine can work."""
        self.browser.wait("pixelseal.engine === 'ready'", BOOT_SECONDS, "the engine is ready")

    # -- images ---------------------------------------------------------------------------
    def add(self, *paths: Path) -> None:
        """Choose files in "Add images"."""
        self.browser.set_files("Add images", paths)

    def tiles(self) -> list[str]:
        """Return what the strip of images says about each, in order."""
        return list(self.browser.evaluate("[...document.querySelectorAll('#images > li')]"
                                          ".map(e => e.textContent)"))  # fmt: skip

    def wait_states(self, states: Sequence[str]) -> None:
        """Wait until the open images, in order, are in these states (ui.images.queue.STATES).

        "marked|made" is either: what a review shows is made ahead, or is about to be.
        """
        self.browser.wait(
            "wanted => { const rows = [...document.querySelectorAll('#images > li')];"
            " return rows.length === wanted.length && rows.every("
            "(row, place) => wanted[place].split('|').includes(row.dataset.state)); }",
            JOB_SECONDS,
            f"the images are {states}",
            list(states),
        )

    def wait_shown(self, width: int, height: int) -> None:
        """Wait until an image of this upright size is on the screen."""
        self.browser.wait(
            "(w, h) => { const i = document.querySelector('#picture'); return !i.hidden && "
            "i.complete && i.naturalWidth === w && i.naturalHeight === h; }",
            JOB_SECONDS,
            f"an image of {width} × {height} is shown",
            width,
            height,
        )

    def wait_judged(self) -> None:
        """Wait until the picture on the screen is the engine's, or was found equal to it."""
        judged = "['same', 'drawn'].includes(document.querySelector('#canvas').dataset.picture)"
        self.browser.wait(judged, JOB_SECONDS, "the picture is judged")

    def mark(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        kind: str = "mouse",
        judged: bool = True,
    ) -> None:
        """Drag a rectangle, in pixels of the shown image; at once if it need not be `judged`."""
        # The engine's picture may be on its way to the place of the browser's, which takes back
        # what was marked on that.
        if judged:
            self.wait_judged()
        # Measured once the page has been drawn: before that its layout may still be moving.
        at = self.browser.evaluate(
            "async () => { const frame = () => new Promise(requestAnimationFrame); "
            "await frame(); await frame(); const i = document.querySelector('#picture'); "
            "const r = i.getBoundingClientRect(); return [r.left, r.top, r.width / i.naturalWidth];"
            " }"
        )
        before = len(self.regions())
        corner = (at[0] + x * at[2], at[1] + y * at[2])
        middle = (corner[0] + width * at[2] / 2, corner[1] + height * at[2] / 3)
        end = (corner[0] + width * at[2], corner[1] + height * at[2])
        self.browser.drag([corner, middle, end], kind)
        self.browser.wait(
            "n => document.querySelectorAll('#regions > li').length === n",
            60,
            "the new region is listed",
            before + 1,
        )

    def open_tab(self, name: str) -> None:
        """Show one part of the panel: "Check", or one whose name begins so."""
        self.browser.evaluate(
            "name => [...document.querySelectorAll('[role=tab]')]"
            ".find(e => e.textContent.startsWith(name)).click()",
            name,
        )

    def regions(self) -> list[str]:
        """Return what the list says about each region of the shown image."""
        return list(self.browser.evaluate("[...document.querySelectorAll('#regions > li')]"
                                          ".map(e => e.textContent)"))  # fmt: skip

    # -- results --------------------------------------------------------------------------
    def save(self, button: str) -> Path:
        """Press a save button, state what is asked for before saving; return the file it gave."""
        return self.browser.download(lambda: self.press_save(button), JOB_SECONDS)

    def press_save(self, button: str) -> None:
        """Press a save button and state what is asked for before saving."""
        self.browser.click("button", button, JOB_SECONDS)
        if button not in GATED:
            return
        # What the panel says of the shown image; for all images, the question always comes here.
        asks = ALWAYS if button in SAVE_MANY else UNANSWERED
        asks_or_not = f"{ASKED} || !({asks})"
        self.browser.wait(asks_or_not, JOB_SECONDS, "the review asks, or has no need to")
        if self.browser.evaluate(ASKED):
            self.pass_gate()

    def pass_gate(self) -> None:
        """Tick every statement of the review, take in what was never shown, and save."""
        self.browser.wait(ASKED, 60, "the review asks")
        try:
            self._tick_all(10)
        except TimeoutError:
            # Either the finished image came meanwhile and took the ticks away, or nothing was
            # missing but that programs read it: then it is saved by itself.
            if self.browser.evaluate(ASKED):
                self._tick_all(60)

    def _tick_all(self, seconds: float) -> None:
        self.browser.wait(READ_AGAIN, JOB_SECONDS, "programs have read the finished image")
        self.browser.wait(LISTED, 60, "all that was never shown is listed")
        self.browser.evaluate(
            "() => document.querySelectorAll('#gate input[type=checkbox]').forEach("
            "e => { if (e.checkVisibility() && !e.checked) e.click(); })"
        )
        self.press_confirm(seconds)

    def press_confirm(self, seconds: float = 60) -> None:
        """Press the button that confirms what is stated, once it can be pressed."""
        self.browser.wait(CAN_CONFIRM, JOB_SECONDS, "it can be confirmed")
        label = self.browser.evaluate("document.querySelector('#gate-save').textContent")
        self.browser.click("button", label, seconds)

    def save_recipe(self) -> dict[str, Any]:
        """Return the recipe of the shown image as the page writes it."""
        self.browser.evaluate("() => document.querySelector('#open-project').click()")
        return dict(json.loads(self.save("Save recipe").read_text("utf-8")))

    def verify(self, image: Path, certificate: Path) -> str:
        """Return the verdict that the Verify view gives of all: "unchanged", "changed", …"""
        return self.verify_all([image], [certificate])[0]

    def verify_all(
        self, images: Sequence[Path], certificates: Sequence[Path]
    ) -> tuple[str, list[tuple[str, str]]]:
        """Return the verdict on all, and of each row its own and the names in it."""
        self.browser.click("button", "Verify")
        self.browser.set_files("Image files", images)
        self.browser.set_files("Certificate files", certificates)
        self.browser.click("button", "Compare", JOB_SECONDS)
        found = self.verdicts()
        self.browser.click("button", "Close")
        return found

    def verdicts(self) -> tuple[str, list[tuple[str, str]]]:
        """Return what the Verify view says once it has compared."""
        verdict = "document.querySelector('#verdict').dataset.verdict"
        known = [*verdicts.STATUSES, verdicts.MIXED, verdicts.UNVOUCHED]
        found = f"k => k.includes({verdict}) && {verdict}"
        answer = self.browser.wait(found, JOB_SECONDS, "a verdict", known)
        rows = self.browser.evaluate(
            "[...document.querySelectorAll('#verdict-rows > li')].map("
            "row => [row.dataset.verdict, row.querySelector('.verdict-names').textContent])"
        )
        return str(answer), [(str(status), str(names)) for status, names in rows]


def held_by_sums(files: dict[str, bytes]) -> None:
    """Take the list of checksums out of what a ZIP held, and hold all the rest against it."""
    sums = files.pop("SHA256SUMS").decode("ascii")
    digests = sorted((name, hashlib.sha256(data).hexdigest()) for name, data in files.items())
    assert sums == "".join(f"{digest}  {name}\n" for name, digest in digests)


def sha256sum(folder: Path) -> subprocess.CompletedProcess[str]:
    """Have GNU coreutils check what was unpacked there."""
    command = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def recipe(path: Path, boxes: Sequence[tuple[int, int, int, int]], output: dict[str, Any]) -> Path:
    """Write a recipe file (docs/recipe.md) with filled rectangles (x, y, width, height)."""
    names = ("x", "y", "width", "height")
    regions = [
        {"shape": {"kind": "rectangle", **dict(zip(names, box, strict=True))}} for box in boxes
    ]
    content = {"pixelseal": "recipe/1", "regions": regions, "output": output}
    path.write_text(json.dumps(content), "utf-8")
    return path


def shapes(recipe: dict[str, Any]) -> list[tuple[int, ...]]:
    """x, y, width, height of each region."""
    names = ("x", "y", "width", "height")
    return [tuple(region["shape"][name] for name in names) for region in recipe["regions"]]


def with_photo(screen: Screen, folder: Path) -> Screen:
    screen.add(clinical_photo(folder / "photo.jpg"))
    screen.wait_shown(WIDTH, HEIGHT)
    return screen
