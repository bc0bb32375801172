"""An alternate ID that looks derived from the file is questioned, as on the page."""

import hashlib
import json
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support import BOX, PIXELSEAL, answers, pixelseal, redacted
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)


def derived(image: Path) -> list[str]:
    data, stem = image.read_bytes(), image.stem.encode()
    return [
        "JaneRoe-1",
        "P-0042",
        hashlib.sha256(data).hexdigest()[:12],
        "X-" + hashlib.md5(data).hexdigest()[-8:].upper(),
        hashlib.sha1(stem).hexdigest()[:8],
    ]


def test_without_a_terminal_it_is_refused_and_the_option_is_named(image: Path, tmp_path: Path):
    out = tmp_path / "clean"
    for alternate in derived(image):
        done = pixelseal("redact", image, *BOX, "--out", out, "--id", alternate, "--json")
        (row,) = answers(done)
        assert (done.returncode, row["code"]) == (1, "id-derived"), alternate
        assert "--id-not-derived" in row["sentence"] and not out.exists()


def test_an_id_out_of_a_recipe_is_asked_about_as_well(image: Path, tmp_path: Path):
    recipe = tmp_path / "r.json"
    region = {"shape": {"kind": "rectangle", "x": 0, "y": 0, "width": 8, "height": 8}}
    held = {"pixelseal": "recipe/1", "regions": [region], "alternate_id": "Roe-1"}
    recipe.write_text(json.dumps(held))
    done = pixelseal("redact", image, "--recipe", recipe, "--out", tmp_path / "clean")
    assert done.returncode == 1 and "[id-derived]" in done.stderr


def test_what_is_stated_to_be_meant_is_used(image: Path, tmp_path: Path):
    answer = redacted(image, tmp_path / "clean", "--id", "P-0042", "--id-not-derived")
    assert Path(answer["output"]).name == "P-0042.jpg"


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of POSIX")
@pytest.mark.parametrize(("said", "code"), [("y\n", 0), ("\n", 1), ("no\n", 1), ("\x04", 1)])
def test_on_a_terminal_a_person_is_asked(said: str, code: int, image: Path, tmp_path: Path):
    import pty

    ours, theirs = pty.openpty()
    command = [*PIXELSEAL, "redact", image, *BOX, "--out", tmp_path / "clean", "--id", "P-0042"]
    with subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs) as child:
        os.close(theirs)
        asked = b""
        while b"[y/N]" not in asked:
            assert select.select([ours], [], [], 120)[0]
            asked += os.read(ours, 4096)
        assert image.name.encode() in asked and b"P-0042" in asked
        os.write(ours, said.encode())
        assert child.wait(timeout=120) == code
    os.close(ours)
    assert (tmp_path / "clean" / "P-0042.jpg").exists() == (code == 0)
