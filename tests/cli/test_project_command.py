"""`project`: what is settled is written into a new file, and read again; nothing is overwritten."""

import json
import os
import stat
from pathlib import Path

import pytest
from pixelseal.local import logs
from pixelseal.model.project import project_text
from pixelseal.model.project.assessment import Assessment
from pixelseal.model.project.preparation import Preparation
from pixelseal.model.project.project import Entry
from pixelseal.model.recipe.recipe import Recipe

from tests.cli.support import answers, pixelseal
from tests.model.policy import drawn

SOURCE = "0123456789abcdef" * 4


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A project of two images, one of them assessed, in which nothing else is settled."""
    path = tmp_path / "private-project.json"
    seen = Assessment(("A", "Q"), "Cover the wristband.")
    one, two = (Entry(SOURCE, page, None, f"p-{page}", Recipe([], (9, 9))) for page in (1, 2))
    one = Entry(*one.key()[:-1], seen)
    path.write_text(project_text.to_json([one, two]), "utf-8")
    return path


def test_what_is_settled_stands_in_a_new_project_and_the_images_stay(kept, tmp_path):
    before, new, log = kept.read_bytes(), tmp_path / "new.json", tmp_path / "log.jsonl"
    policy = tmp_path / "policy.json"
    policy.write_bytes(drawn.text())
    told = pixelseal(
        "project", "set", kept, "--purpose", "A registry of moles", "--basis", "safe-harbor",
        "--person", "preparer=J. Doe", "--person", "validator=R. Roe", "--policy", policy,
        "--out", new, "--log", log, "--who", "J. Doe",
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert kept.read_bytes() == before
    if os.name != "nt":
        assert stat.S_IMODE(new.stat().st_mode) == 0o600
    reading = project_text.read(new.read_text("utf-8"))
    assert list(reading) == project_text.parse(before.decode())
    assert reading.settled is not None and reading.settled.basis == "safe-harbor"
    assert reading.settled.people == (("preparer", "J. Doe"), ("validator", "R. Roe"))
    assert [line.event for line in logs.read(log)] == ["begun", "policy-taken", "prepared"]
    (row,) = answers(pixelseal("project", "show", new, "--json"))
    assert row["visible"] == {"A": 1, "Q": 1} and row["settled"]["policy"]["version"]
    said = pixelseal("project", "show", new).stdout
    assert "A registry of moles" in said and "R. Roe (validator)" in said

    later = tmp_path / "later.json"
    told = pixelseal("project", "set", new, "--purpose", "", "--out", later)
    assert told.returncode == 0, told.stderr
    after = project_text.read(later.read_text("utf-8"))
    assert list(after) and after.settled == Preparation(None, *reading.settled.key()[1:])


def test_check_says_what_is_open_and_names_what_is_wrong(kept):
    told = pixelseal("project", "check", kept)
    assert told.returncode == 0 and "Not said: purpose, basis" in told.stdout
    project = json.loads(kept.read_text("utf-8"))
    project["images"][0]["assessed"]["visible"] = ["A", "A"]
    kept.write_text(json.dumps(project), "utf-8")
    told = pixelseal("project", "check", kept)
    assert told.returncode == 1 and "images[0].assessed.visible" in told.stderr


def test_nothing_is_overwritten_and_no_source_is_named(kept, tmp_path):
    for words in (
        ("--purpose", "see smith-face.jpg"), ("--outputs", "0123456789abcdef" * 2),
        ("--person", "boss=A"), ("--person", "preparer="), ("--log", tmp_path / "log.jsonl"),
    ):  # fmt: skip
        told = pixelseal("project", "set", kept, *words, "--out", tmp_path / "new.json")
        assert told.returncode == 2, words
    told = pixelseal("project", "set", kept, "--purpose", "x", "--out", kept)
    assert told.returncode == 1 and "[output-exists]" in told.stderr
    assert not (tmp_path / "new.json").exists()
