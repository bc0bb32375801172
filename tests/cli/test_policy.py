"""The command line obeys a policy, and `verify` shows which one."""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pixelseal.local import finders as local

from tests.cli.support import BOX, answers, pixelseal
from tests.model.policy.drawn import GOOD, text

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)


def redact(image: Path, tmp_path: Path, *options: object, **changes: object) -> tuple[int, Any]:
    policy = tmp_path / "policy.json"
    policy.write_bytes(text(**changes))
    words = ("--policy", policy, "--out", tmp_path / "clean", "--json")
    done = pixelseal("redact", image, *BOX, *words, *options)
    if done.returncode == 2:
        assert done.stdout == ""
        return 2, done.stderr.rpartition("[")[2].rstrip("]\n")
    (row,) = answers(done)
    return done.returncode, row


def test_certificate_record_and_verify_name_the_policy(image: Path, tmp_path: Path) -> None:
    code, row = redact(image, tmp_path)
    assert code == 0, row
    sha256 = hashlib.sha256((tmp_path / "policy.json").read_bytes()).hexdigest()
    named = {"name": GOOD["name"], "version": GOOD["version"], "sha256": sha256}
    certificate = Path(row["certificate"]).read_text()
    assert GOOD["name"] in certificate and sha256 in certificate
    assert json.loads(Path(row["record"]).read_text())["policy"] == named
    done = pixelseal("verify", tmp_path / "clean", "--json")
    (told,) = answers(done)
    assert done.returncode == 0 and told["policy"] == {**named, "second": False}
    said = pixelseal("verify", tmp_path / "clean").stdout
    assert f"policy: {GOOD['name']}, version 2026-11 (SHA-256 {sha256})" in said


def test_what_it_does_not_allow_is_refused_and_nothing_written(image: Path, tmp_path: Path) -> None:
    for changes, wanted in (
        ({"formats": ["png"]}, "policy-format"),
        ({"review": {"looked": "stated", "answered": []}}, "policy-not-looked"),
        ({"review": {"looked": "no", "answered": ["Q"]}}, "policy-unanswered"),
        ({"alternate_id": {"use": "required", "begins": ""}}, "policy-id-required"),
        ({"finders": ["CenterFace"]}, "policy-finder"),
        ({"pixelseal": "policy/2", "find_again": True}, "policy-find-again"),
    ):
        code, row = redact(image, tmp_path, **changes)
        assert (code, row["status"], row["code"]) == (1, "refused", wanted)
        assert GOOD["name"] in row["sentence"]
    assert not (tmp_path / "clean").exists() and not (tmp_path / "clean-private").exists()


def test_what_it_demands_can_be_given(image: Path, tmp_path: Path) -> None:
    review = tmp_path / "review.json"
    review.write_text(
        json.dumps(
            {
                "pixelseal": "review/3",
                "looked": "stated",
                "shown": None,
                "given": None,
                "checklist": {"Q": {"answer": "absent"}},
            }
        )
    )
    demands = {
        "review": {"looked": "stated", "answered": ["Q"]},
        "alternate_id": {"use": "required", "begins": "S7-"},
        "formats": ["png"],
    }
    options = ("--review", review, "--id", "S7-31", "--id-not-derived", "--format", "png")
    code, row = redact(image, tmp_path, *options, **demands)
    assert code == 0 and Path(row["output"]).name == "S7-31.png"


@pytest.mark.skipif(not local.HOME.is_dir(), reason="networks not built: build.py bundle")
def test_programs_look_at_the_finished_picture_where_it_demands_that(
    image: Path, tmp_path: Path
) -> None:
    again = {"pixelseal": "policy/2", "find_again": True}
    looked = {"review": {"looked": "stated", "answered": []}}
    code, row = redact(image, tmp_path, "--find-again", **again, **looked)
    assert (code, row["code"]) == (1, "policy-not-looked") and not (tmp_path / "clean").exists()
    for options in ((), ("--together", "--format", "tiff")):
        also = {"formats": ["tiff"]} if options else {}
        code, row = redact(image, tmp_path, "--find-again", *options, **again, **also)
        assert code == 0, row
        sha256 = hashlib.sha256((tmp_path / "policy.json").read_bytes()).hexdigest()
        certificate = Path(row["certificate"]).read_text()
        assert sha256 in certificate and "in the finished picture alone" in certificate
        record = json.loads(Path(row["record"]).read_text())
        assert record["policy"]["sha256"] == sha256 and record["finding"]["again"] == []
    assert pixelseal("verify", tmp_path / "clean").returncode == 0


def test_a_box_has_the_policy_s_default_colour(image: Path, tmp_path: Path) -> None:
    methods = {"fill": {"colours": ["#ffffff"]}, "mosaic": None, "blur": None}
    code, row = redact(image, tmp_path, "--format", "png", methods=methods)
    assert code == 0
    with Image.open(row["output"]) as made:
        assert made.convert("RGB").getpixel((16, 16)) == (255, 255, 255)


def test_a_policy_that_is_invalid_or_past_begins_nothing(image: Path, tmp_path: Path) -> None:
    assert redact(image, tmp_path, valid_until="2020-01-01") == (2, "policy-expired")
    assert redact(image, tmp_path, more=1) == (2, "policy-unreadable")
    assert redact(image, tmp_path, valid_until="2999-01-01")[0] == 0
