"""`practice`: exercises as files, redacted like any other, and what was missed in the results."""

import json
import sys
from pathlib import Path

import pytest
from pixelseal.core.practice.exercises import drawn
from pixelseal.local import logs
from pixelseal.model.process import training

from tests.cli.support import answers, pixelseal
from tests.core.support import file_of, photo

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)


@pytest.fixture
def exercises(tmp_path: Path) -> Path:
    done = pixelseal("practice", "--out", tmp_path / "exercises")
    assert done.returncode == 0, done.stderr
    return tmp_path / "exercises"


def _redacted(source: Path, out: Path, *boxes: tuple[int, int, int, int]) -> None:
    given = [f"--box={x - 4},{y - 4},{r - x + 8},{b - y + 8}" for x, y, r, b in boxes]
    done = pixelseal("redact", source, *given, "--out", out)
    assert done.returncode == 0, done.stderr


def _box(number: int, page: int, place: int) -> tuple[int, int, int, int]:
    box = drawn(number).pages[page - 1].planted[place].box
    return box.left, box.top, box.right, box.bottom


def test_what_was_missed_is_said_in_words_and_written_into_a_training_record(
    exercises: Path, tmp_path: Path
) -> None:
    out, record, log = tmp_path / "clean", tmp_path / "training.json", tmp_path / "log.jsonl"
    logs.add(log, "imported", {"who": "J. Doe", "images": 1})
    _redacted(exercises / "Drawn exercise 1.png", out, _box(1, 1, 0))
    _redacted(exercises / "Drawn exercise 2.png", out, _box(2, 1, 0))
    # The box of the second page, on both: the first has nothing planted there.
    _redacted(exercises / "Drawn exercise 7.tif", out, _box(7, 2, 0))
    kept = ("--who", "J. Doe", "--training", record, "--log", log)
    done = pixelseal("practice", "--check", out, *kept, "--json")
    assert done.returncode == 3, done.stderr
    first, second, seventh, summed, written, line = answers(done)
    told = [(row["exercise"], row["status"], row["missed"]) for row in (first, second, seventh)]
    assert told == [(1, "ok", 0), (2, "missed", 1), (7, "ok", 0)]
    assert any("barcode" in row and "any phone" in row for row in second["sentences"])
    assert seventh["sentences"] == ["Covered: label on page 2."]
    assert (summed["count"], summed["total"], summed["missed"]) == (3, 10, 1)
    read = training.read(record.read_text("utf-8"))
    assert read.who == "J. Doe" and read.missed == 1
    assert [row.number for row in read.done] == [1, 2, 7]
    assert logs.read(log)[-1].facts["record"] == written["record"] and line["line"] == 3
    said = pixelseal("practice", "--check", out).stdout
    assert "Exercise 2: 1 thing can still be seen" in said and "Missed: barcode." in said


def test_the_last_result_counts_and_what_nobody_vouches_for_is_not_judged(
    exercises: Path, tmp_path: Path
) -> None:
    out, source = tmp_path / "clean", exercises / "Drawn exercise 1.png"
    _redacted(source, out, (0, 0, 20, 20))
    for path in (tmp_path / "clean-private").glob("*.json"):
        kept = json.loads(path.read_text("utf-8")) | {"made": "2000-01-01T00:00:00Z"}
        path.write_text(json.dumps(kept), "utf-8")
    assert pixelseal("practice", "--check", out).returncode == 3
    _redacted(source, out, _box(1, 1, 0))
    assert pixelseal("practice", "--check", out).returncode == 0
    (out / "typed.png").write_bytes(file_of(photo(64, 48), "PNG"))
    done = pixelseal("practice", "--check", out, "--json")
    assert done.returncode == 1
    assert [row.get("code") for row in answers(done)] == ["practice-no-record", None, None]
    own = tmp_path / "own.png"
    own.write_bytes(file_of(photo(64, 48), "PNG"))
    _redacted(own, tmp_path / "others", (8, 8, 16, 16))
    done = pixelseal("practice", "--check", tmp_path / "others", "--json")
    assert [row["code"] for row in answers(done)] == ["practice-other-image", "practice-none"]


def test_a_wrong_command_writes_nothing(tmp_path: Path) -> None:
    record = tmp_path / "training.json"
    for words in (
        ("--out", tmp_path / "a", "--who", "J. Doe"),
        ("--check", tmp_path, "--training", record),
        ("--check", tmp_path, "--log", tmp_path / "log"),
        ("--check", tmp_path, "--who", " ", "--training", record),
    ):
        assert pixelseal("practice", *words).returncode == 2, words
    assert not record.exists() and not (tmp_path / "a").exists()
