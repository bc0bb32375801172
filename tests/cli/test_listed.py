"""`redact` of folders and lists: each image once, none left out unsaid; dry runs; quiet ones."""

import argparse
import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pixelseal.cli.answers import Answers
from pixelseal.cli.listed import images as images_of
from pixelseal.cli.stopping import Stopping
from pixelseal.core.base.errors import PixelsealError

from tests.cli.support import BOX, PIXELSEAL, answers, pixelseal
from tests.conftest import ROOT
from tests.core.support import file_of, photo

pytestmark = pytest.mark.skipif(sys.platform == "emscripten", reason="needs programs")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Three images in and below a folder, a hidden one, one in a hidden folder, and a text."""
    folder = tmp_path / "photos"
    for number, name in enumerate(("b.png", "ward/a.jpg", "ward/deep/c.png", ".d.png", ".e/f.png")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        kind = "JPEG" if path.suffix == ".jpg" else "PNG"
        path.write_bytes(file_of(photo(64, 48, seed=number), kind))
    (folder / "ward" / "notes.txt").write_text("no image")
    return folder


def images(out: Path) -> list[Path]:
    return [path for path in out.rglob("*") if path.suffix in (".png", ".jpg")]


def test_a_folder_is_taken_whole_once_it_is_asked_for(photos, tmp_path):
    out = tmp_path / "clean"
    done = pixelseal("redact", photos, *BOX, "--out", out, "--json")
    (row,) = answers(done)
    assert (done.returncode, row["code"]) == (1, "file-is-folder")
    assert "--recursive" in row["sentence"]
    given = (photos, photos / "b.png", photos / "ward")  # named twice and thrice, made once
    done = pixelseal("redact", *given, *BOX, "--recursive", "--out", out, "--json")
    assert done.returncode == 1
    told = {row["file"]: row.get("code") for row in answers(done)}
    names = ("b.png", "ward/a.jpg", "ward/deep/c.png", "ward/notes.txt")
    assert told == {f"{photos}/{name}": None for name in names} | {
        f"{photos}/ward/notes.txt": "not-an-image"
    }
    assert len(answers(done)) == 4 and len(images(out)) == 3


@pytest.mark.parametrize("out", ["photos/clean", ".", "photos"])
def test_results_in_or_around_the_originals_are_refused(out, photos, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    done = pixelseal("redact", photos, *BOX, "--recursive", "--out", tmp_path / out, "--json")
    assert done.returncode == 2 and not done.stdout
    assert done.stderr.split("[", 1)[1].split("]", 1)[0] == "originals-inside"
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_cannot_be_listed_leaves_nothing_out_unsaid(photos, tmp_path, monkeypatch):
    scandir = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "deep":
            raise PermissionError(errno.EACCES, "closed", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    asked = argparse.Namespace(
        images=[str(photos)], recursive=True, out=tmp_path / "clean", record=None
    )
    with pytest.raises(PixelsealError) as caught:
        images_of(asked, Stopping())
    assert caught.value.code == "file-forbidden" and caught.value.about == str(photos)


def listed(names: list[str], form: str) -> bytes:
    if form == "zero":
        return b"".join(os.fsencode(name) + b"\0" for name in names)
    end = "\r\n" if form in ("dos", "wide") else "\n"
    text = end.join([*names, "", ""])
    return text.encode("utf-16") if form == "wide" else b"\xef\xbb\xbf" + os.fsencode(text)


@pytest.mark.parametrize("form", ["unix", "dos", "zero", "wide"])
@pytest.mark.parametrize("by", ["file", "input"])
def test_names_come_from_a_list_to_the_byte(by, form, photos, tmp_path):
    odd = photos / "@-Łódź ü.png"
    (photos / "b.png").rename(odd)
    names = [str(odd), str(photos / "missing.png"), "@nothing", "-"]
    data = listed(names, form)
    (tmp_path / "list").write_bytes(data)
    given = "-" if by == "input" else f"@{tmp_path}/list"
    command = [*PIXELSEAL, "redact", given, *BOX, "--out", str(tmp_path / "clean"), "--json"]
    done = subprocess.run(command, cwd=ROOT, input=data, capture_output=True, timeout=300)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["file"] for row in rows] == names, done.stderr
    assert [row.get("code") for row in rows] == [None, *["file-missing"] * 3]


def test_a_list_that_is_empty_or_missing_begins_nothing(tmp_path):
    (tmp_path / "empty").write_text("\n")
    for name, code in (("empty", "list-empty"), ("gone", "file-missing")):
        done = pixelseal("redact", f"@{tmp_path}/{name}", *BOX, "--out", tmp_path / "o", "--json")
        assert done.returncode == 2 and f"[{code}]" in done.stderr and not done.stdout
    (tmp_path / "empty").write_text("a.jpg\nb.jpg")
    done = pixelseal("redact", f"@{tmp_path}/empty", *BOX, "--id", "P-1", "--out", tmp_path / "o")
    assert done.returncode == 2 and "one alternate ID" in done.stderr


def test_a_dry_run_says_what_a_run_would_and_writes_nothing(photos, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    words = ("redact", photos, *BOX, "--recursive", "--out", tmp_path / "clean", "--json")
    dry = answers(pixelseal(*words, "--dry-run"))
    assert sorted(tmp_path.rglob("*")) == before
    real = answers(pixelseal(*words))
    for would, did in zip(dry, real, strict=True):
        for key in ("file", "status", "code", "sha256", "notes"):
            assert would.get(key) == did.get(key)
        assert not {"output", "certificate", "record"} & set(would)
        assert would.get("dry_run", False) == (did["status"] == "ok")
    named = ("redact", photos / "b.png", *BOX, "--id", "P-1", "--out", tmp_path / "clean")
    said = pixelseal(*named, "--dry-run")
    assert said.returncode == 0 and "P-1.png" in said.stdout
    assert pixelseal(*named).returncode == 0
    said = pixelseal(*named, "--dry-run")
    assert said.returncode == 1 and "[output-exists]" in said.stderr


def test_a_quiet_run_says_only_what_was_not_made_or_is_still_found(photos, tmp_path):
    words = ("redact", photos, *BOX, "--recursive", "--out", tmp_path / "clean", "--quiet")
    done = pixelseal(*words)
    assert done.returncode == 1 and not done.stdout and "notes.txt" in done.stderr
    assert len(done.stderr.splitlines()) == 1 and len(images(tmp_path / "clean")) == 3
    assert pixelseal(*words, "--json").returncode == 2
    out = io.StringIO()
    quiet = Answers(False, out, io.StringIO())
    quiet.quiet = True
    box = {
        "x": 1,
        "y": 2,
        "width": 3,
        "height": 4,
        "kind": "face",
        "confidence": 1,
        "reasons": ["Q"],
    }
    made = {
        "status": "ok",
        "output": "o.png",
        "certificate": "o.txt",
        "record": "o.json",
        "notes": [],
    }
    quiet.give({"file": "a", "again": []} | made)
    quiet.give({"file": "b", "again": [box]} | made)
    assert out.getvalue().startswith("b: written")
