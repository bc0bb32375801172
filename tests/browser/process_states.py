"""The states of the dialog Process, one after the other in the order of the work; no test.

Each is left as it was reached. Buttons are pressed by their ids: the page may be in any language.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from pixelseal.core import engine

from tests.core.support import file_of, photo, recipe
from tests.model.policy import drawn

from .drivers import Browser
from .process import part
from .product import JOB_SECONDS, Screen

PRESS = "name => document.querySelector('#' + name).click()"
SAYS = "name => document.querySelector('#' + name).textContent !== ''"
IS_SHOWN = "name => document.querySelector('#' + name).checkVisibility()"
TYPE = """fields => { for (const [name, text] of Object.entries(fields)) {
  const field = document.querySelector('#' + name);
  field.value = text;
  field.dispatchEvent(new Event('change', {bubbles: true})); } }"""
FIELD = """name => document.querySelector('#' + name).labels[0].textContent.trim()"""
ROWS = "(list, count) => document.querySelectorAll(`#${list} > li`).length === count"
BESIDE = """() => !document.querySelector('#validate-image').hidden
  && document.querySelector('#validate-certificate').textContent !== ''"""


def pairs(folder: Path) -> list[Path]:
    """Two images with their certificates; one of the names is long."""
    found = []
    for number, label in ((1, "study-1"), (2, "burns-of-the-left-forearm-second-visit-2")):
        source = file_of(photo(640, 480, number), "PNG")
        done = engine.redact(source, recipe((80, 80, 160, 160)), label=label, build="source")
        found += [folder / done.name, folder / f"{label}.certificate.txt"]
        found[-2].write_bytes(done.output)
        found[-1].write_text(done.certificate, "ascii", newline="\n")
    return found


class Walk:
    """One way through the dialog, with what a state leaves to the next."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.browser: Browser = part(screen, "preparation")
        self.folder = folder
        self.pairs = pairs(folder)

    def tab(self, name: str) -> None:
        """Bring a part."""
        self.browser.evaluate(PRESS, f"process-tab-{name}")

    def press(self, name: str) -> None:
        """Press a button."""
        self.browser.evaluate(PRESS, name)

    def says(self, name: str) -> None:
        """Wait until something is said there."""
        self.browser.wait(SAYS, JOB_SECONDS, f"{name} says something", name)

    def shown(self, name: str) -> None:
        """Wait until it is in view."""
        self.browser.wait(IS_SHOWN, JOB_SECONDS, f"{name} is shown", name)

    def hand(self, name: str, *files: Path) -> None:
        """Choose files in a field."""
        self.browser.set_files(self.browser.evaluate(FIELD, name), files)

    def look(self) -> None:
        """Begin with the images, or go on."""
        self.press("validate-start")
        self.browser.wait(BESIDE, JOB_SECONDS, "an image beside its certificate")

    def kept(self, button: str) -> Path:
        """Press a button that saves a file; where it lies."""
        saved = self.browser.download(lambda: self.press(button), JOB_SECONDS)
        path = self.folder / saved.name
        path.write_bytes(saved.read_bytes())
        return path

    def preparation(self) -> Iterator[str]:
        """A policy that holds, people, what does not go."""
        policy = self.folder / "our.json"
        policy.write_bytes(drawn.text())
        self.hand("policy-file", policy)
        self.shown("policy-held")
        self.press("prep-add-person")
        self.browser.evaluate(TYPE, {"prep-purpose": "See roe-face.jpg"})
        self.says("prep-outcome")
        yield "preparation"

    def log(self) -> Iterator[str]:
        """A log that was begun."""
        self.tab("log")
        yield "log-empty"
        self.press("log-begin")
        self.shown("log-add-part")
        yield "log"

    def validate(self) -> Iterator[str]:
        """Looked at, sent back with a place, all decided, saved; then opened by the first."""
        self.tab("validate")
        stray = self.folder / "letter.txt"
        stray.write_text("Dear J. Doe", "ascii")
        self.hand("validate-files", *self.pairs, stray)
        self.browser.wait(ROWS, JOB_SECONDS, "all is compared", "validate-rows", 3)
        yield "validate-taken"
        self.look()
        yield "validate-look"
        self.look()  # the dialog may have been closed meanwhile
        self.press("validate-send-back")
        self.shown("validate-back")
        self.press("validate-mark-place")
        self.shown("validate-mark")
        yield "validate-send-back"
        self.browser.evaluate(TYPE, {"validate-note": "The label can still be read."})
        self.press("validate-back-yes")
        self.browser.wait(BESIDE, JOB_SECONDS, "the next beside its certificate")
        self.press("validate-accept")
        self.says("validate-decided")
        self.browser.evaluate(TYPE, {"validate-who": "B. Person", "validate-role": "Reviewer"})
        self.checked = self.kept("validate-save")
        self.hand("validate-return", self.checked)
        self.says("validate-returned")
        yield "validate-done"

    def package(self) -> Iterator[str]:
        """Something that may not be packed; then what may, packed."""
        self.tab("package")
        self.hand("package-files", *self.pairs, self.folder / "letter.txt")
        self.says("package-outcome")
        yield "package-refused"
        self.hand("package-files", *self.pairs)
        self.browser.wait(ROWS, JOB_SECONDS, "what is packed", "package-rows", 2)
        self.browser.evaluate(
            TYPE, {"package-to": "Registry", "package-method": "SFTP", "package-purpose": "Burns"}
        )
        self.sent = self.kept("package-pack")
        self.says("package-packed")
        yield "package"

    def receive(self) -> Iterator[str]:
        """All kinds of files in one package, and its receipt."""
        self.tab("receive")
        touched = self.folder / "touched.zip"
        with zipfile.ZipFile(touched, "w") as made, zipfile.ZipFile(self.sent) as package:
            for name in package.namelist():
                if not name.endswith("study-1.png"):
                    more = b"\0" * name.endswith("study-1.certificate.txt")
                    made.writestr(name, package.read(name) + more)
            root = package.namelist()[0].split("/")[0]
            made.writestr(f"{root}/data/letter.txt", b"Dear J. Doe")
        self.hand("receive-files", touched)
        self.says("receive-pairs")
        self.browser.evaluate(TYPE, {"receive-who": "C. Person"})
        receipt = self.kept("receive-save")
        self.hand("receive-receipt", receipt)
        self.says("receive-learned")
        yield "receive"

    def sign(self) -> Iterator[str]:
        """No key; a key that was made, and files for it."""
        self.tab("sign")
        yield "sign-no-key"
        secret = "correct horse battery"
        self.browser.evaluate(TYPE, {"sign-new": secret, "sign-again": secret})
        self.kept("sign-make")
        self.shown("sign-files-part")
        self.hand("sign-files", *self.pairs)
        self.browser.wait(ROWS, JOB_SECONDS, "what is signed", "sign-chosen", 4)
        yield "sign"

    def report(self) -> Iterator[str]:
        """The report on what was handed in."""
        self.tab("report")
        self.hand("report-files", self.checked)
        self.says("report-taken")
        yield "report"

    def practice(self) -> Iterator[str]:
        """An exercise that was looked for before it was opened."""
        self.tab("practice")
        yield "practice"


def states(screen: Screen, folder: Path) -> Iterator[tuple[str, Walk]]:
    """Bring the dialog into each state in turn, and tell its name."""
    walk = Walk(screen, folder)
    for one in (
        walk.preparation,
        walk.log,
        walk.validate,
        walk.package,
        walk.receive,
        walk.sign,
        walk.report,
        walk.practice,
    ):
        for name in one():
            yield name, walk
