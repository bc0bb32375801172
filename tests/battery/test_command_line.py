"""A file gets the same answer when it is inspected and when it is redacted.

Runs the command line itself over all available public files: one process per command.
"""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.support import answers, pixelseal
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)


@pytest.fixture(scope="module")
def files(corpus: Path) -> list[Path]:
    """The corpus, and the small files that once revealed a fault."""
    folders = [corpus, ROOT.parent / "shared" / "cases"]
    found = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    assert len(found) >= 150
    return found


def test_inspect_and_redact_agree_on_every_file(files: list[Path], tmp_path: Path) -> None:
    told = pixelseal("inspect", "--json", *files)
    options = ("--box", "0,0,4,4", "--out", tmp_path / "out", "--json")
    made = pixelseal("redact", *files, *options)
    # Nothing but answers: no output from libraries, no unexpected error.
    assert (told.stderr, made.stderr) == ("", "")
    looked = {row["file"]: row.get("code") for row in answers(told)}
    redacted: dict[str, set[str | None]] = {}
    for row in answers(made):
        redacted.setdefault(row["file"], set()).add(row.get("code"))
    assert list(looked) == list(redacted) == [str(path) for path in files]
    assert redacted == {file: {code} for file, code in looked.items()}
    assert "engine-fault" not in looked.values()
    # Each image has its certificate, and its record where it is not passed on with them.
    done = [row for row in answers(made) if row["status"] == "ok"]
    assert len(done) >= 80
    assert len(list((tmp_path / "out").iterdir())) == 2 * len(done)
    names = {json.loads(Path(row["record"]).read_text("utf-8"))["source"]["name"] for row in done}
    assert names == {Path(row["file"]).name for row in done}
