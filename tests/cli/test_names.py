"""Names that somebody else chose: what the terminal cannot display and what it would interpret."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL.PngImagePlugin import PngInfo

from tests.cli.support import BOX, PIXELSEAL, answers, pixelseal
from tests.conftest import ROOT
from tests.core.support import file_of, photo

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)

# A tag of the terminal's title, a line that looks like an answer of ours, a writing turned round.
OBEYED = "a\x1b]0;owned\x07\x1b[2Jb\nz.jpg: written to safe.jpg\r\x7f\x9b1m\u202egpj.exe"
NAMES = {
    "beyond Latin-1": "Łódź – 東京 📷.png",
    "no text at all": os.fsdecode(b"caf\xe9 \xff\xfe.png"),
    "obeyed": OBEYED + ".png",
    "a lone half": "half \udce2 and \udc82 and \u2028 line.png",
}
ENCODINGS = ("ascii", "latin-1", "cp1252", "utf-8", "utf-16")


@pytest.fixture
def named(tmp_path: Path) -> list[Path]:
    """Images of all these names, as far as this file system knows such names."""
    folder = tmp_path / "photos"
    folder.mkdir()
    found = []
    for name in NAMES.values():
        with contextlib.suppress(OSError, ValueError):
            (folder / name).write_bytes(file_of(photo(40, 30), "PNG"))
            found.append(folder / name)
    assert found
    return found


def run(encoding: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    variables = os.environ | {"PYTHONIOENCODING": encoding}
    return subprocess.run(
        [*PIXELSEAL, *arguments], cwd=ROOT, env=variables, capture_output=True, timeout=300
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_name_that_cannot_be_written_ends_no_batch(
    named: list[Path], encoding: str, image: Path
) -> None:
    """In words: every file is reported, and nothing but lines reaches the terminal."""
    missing = [path.with_name("missing " + path.name) for path in named]
    done = run(encoding, "inspect", *named, *missing, image)
    said, refused = done.stdout.decode(encoding), done.stderr.decode(encoding)
    assert done.returncode == 1 and "Traceback" not in refused
    assert said.count("PNG, 40 x 30 pixels") == len(named) and "JPEG, 64 x 48 pixels" in said
    assert refused.count("[file-missing]") == len(missing)
    for line in (said + refused).splitlines():
        assert line.isprintable(), line
    # One line a file, and one for what the JPEG carries: a name makes no line of its own.
    assert len(said.splitlines()) == len(named) + 2
    assert len(refused.splitlines()) == len(missing)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_name_stands_in_json_as_it_was_given(
    named: list[Path], encoding: str, tmp_path: Path
) -> None:
    done = run(encoding, "redact", *named, *BOX, "--out", tmp_path / "out", "--json")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert all(line.isascii() and line.decode().isprintable() for line in lines)
    for path, answer in zip(named, map(json.loads, lines), strict=True):
        assert answer["file"] == str(path)
        assert os.fsencode(answer["file"]) == os.fsencode(path)  # to the byte
        record = json.loads(Path(answer["record"]).read_text("utf-8"))
        assert record["source"]["name"] == "".join(c for c in path.name if c.isprintable())


def test_wrong_usage_repeats_no_word_that_a_terminal_obeys(tmp_path: Path):
    for words in (["inspect"], ["redact", "x", *BOX, "--out", "o"], ["verify", "a", "b", "c"]):
        done = run("ascii", *words, "--" + OBEYED.replace(" ", ""))
        assert done.returncode == 2 and not done.stdout
        assert all(line.isprintable() for line in done.stderr.decode().split("\n"))
    recipe = tmp_path / OBEYED
    done = run("ascii", "redact", "x.jpg", "--recipe", recipe, "--out", tmp_path / "out", "--json")
    assert done.returncode == 2 and not done.stdout and b"[file-missing]" in done.stderr
    assert all(line.isprintable() for line in done.stderr.decode().split("\n"))


@pytest.mark.parametrize("words", [["--help"], ["redact", "--help"], ["verify", "--help"]])
def test_help_can_be_written_anywhere(words: list[str]):
    done = run("ascii", *words)
    assert done.returncode == 0 and not done.stderr and b"usage: pixelseal" in done.stdout


def test_what_a_file_says_of_itself_is_escaped_too(tmp_path: Path):
    path = tmp_path / "a.png"
    text = PngInfo()
    text.add_text("Comment\x1b[2J", "x\x1b[31m\ny")
    path.write_bytes(file_of(photo(20, 20), "PNG", pnginfo=text))
    done = pixelseal("inspect", path)
    assert done.returncode == 0
    assert all(line.isprintable() for line in done.stdout.split("\n"))
    assert answers(pixelseal("inspect", path, "--json"))[0]["findings"]


def test_a_path_is_told_as_it_was_given(image: Path, tmp_path: Path) -> None:
    given = [f"{tmp_path}/.//{image.name}", f"{tmp_path}/gone/../{image.name}", "./nothing/.jpg"]
    for words in (["inspect"], ["redact", *BOX, "--out", tmp_path / "out"], ["verify"]):
        done = pixelseal(*words, *given, "", "--json")
        rows = answers(done)
        assert sorted(row["file"] for row in rows) == sorted([*given, ""])
        assert {row["file"]: row.get("code") for row in rows}[""] == "file-missing"
        assert done.returncode == 1
    rows = answers(pixelseal("verify", f"{tmp_path}//./out", "--json"))
    assert {row["file"].startswith(f"{tmp_path}//./out/") for row in rows} == {True}
    assert {row["certificate"].startswith(f"{tmp_path}//./out/") for row in rows} == {True}


@pytest.mark.parametrize("option", ["--out", "--record", "--review", "--recipe"])
def test_an_option_without_a_name_is_not_the_current_folder(
    option: str, image: Path, tmp_path: Path
) -> None:
    what = () if option == "--recipe" else BOX
    out = () if option == "--out" else ("--out", tmp_path / "out")
    done = pixelseal("redact", image, *what, *out, option, "")
    assert done.returncode == 2 and f"argument {option}: the name is empty" in done.stderr
    assert list(tmp_path.iterdir()) == [image]
