"""`log`: a line more, all of them checked, and for other programs. What was written stays."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from pixelseal.local import logs
from pixelseal.model.process.log import LogError

from tests.cli.support import answers, pixelseal

PACKED = ("packed", "who=A. Person", "images=2", "manifest=" + "1" * 64)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A log of four lines."""
    path = tmp_path / "log.jsonl"
    logs.add(path, "prepared", {"who": "A. Person", "images": 2, "basis": "safe-harbor"})
    logs.add(path, "reviewed", {"who": "A. Person", "images": 2})
    logs.add(path, "sent-back", {"who": "B. Person", "image": "P-1.jpg"})
    return path


def head_of(path: Path) -> str:
    return logs.read(path)[-1].head


def test_a_log_is_begun_by_its_first_event_and_is_its_owner_s_alone(tmp_path):
    path = tmp_path / "log.jsonl"
    told = pixelseal("log", "add", path, *PACKED, "--json")
    assert told.returncode == 0, told.stderr
    (row,) = answers(told)
    assert row["begun"] is True and row["line"] == 2 and row["head"] == head_of(path)
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    told = pixelseal("log", "add", path, "prepared", "who=A. Person", "images=2")
    assert told.returncode == 0 and "Line 3 written: Prepared. Head 3:" in told.stdout
    # What stood there stays, to the byte.
    assert path.read_bytes().startswith(before)
    assert [line.event for line in logs.read(path)] == ["begun", "packed", "prepared"]
    assert logs.read(path)[-1].facts["basis"] is None  # what nobody said


def test_what_an_event_cannot_have_is_refused_and_nothing_is_written(kept):
    before = kept.read_bytes()
    for facts in (
        ("who=A", "images=many"), ("who=A",), ("who=A", "images=1", "place=x"),
        ("who=Roe_Jane.jpg", "images=1"), ("who=" + "ab" * 16, "images=1"),
    ):  # fmt: skip
        told = pixelseal("log", "add", kept, "reviewed", *facts)
        assert told.returncode == 1 and "[log-fact]" in told.stderr, facts
    for name in ("SMITH_JOHN.jpg", "ab" * 16 + ".jpg"):  # whose, and of what?
        told = pixelseal("log", "add", kept, "sent-back", "who=A", f"image={name}")
        assert told.returncode == 1 and "[log-image]" in told.stderr, name
    twice = ("reviewed", "who=A. Person", "images=1", "images=2")
    for words in (("flown", "who=A"), ("reviewed", "whose=A"), ("reviewed", "who"), twice):
        assert pixelseal("log", "add", kept, *words).returncode == 2
    assert kept.read_bytes() == before


def test_a_whole_log_prints_its_head_and_what_that_cannot_show(kept):
    told = pixelseal("log", "check", kept)
    assert told.returncode == 0
    assert f"Whole: 4 lines. Head {head_of(kept)}" in told.stdout
    assert "cut off at the end show only against a head" in told.stdout
    told = pixelseal("log", "check", kept, "--head", head_of(kept), "--json")
    assert told.returncode == 0
    (row,) = answers(told)
    assert (row["lines"], row["head"], row["dated_back"]) == (4, head_of(kept), [])


def test_a_touched_log_is_named_by_its_line_and_takes_no_more(kept):
    whole, head = kept.read_bytes(), head_of(kept)
    kept.write_bytes(whole.replace(b"B. Person", b"C. Person"))
    told = pixelseal("log", "check", kept, "--json")
    assert told.returncode == 3
    (row,) = answers(told)
    assert (row["status"], row["code"], row["line"]) == ("broken", "log-line-changed", 4)
    assert "Line 4 is not as it was written" in row["sentence"]
    touched = kept.read_bytes()
    assert pixelseal("log", "add", kept, *PACKED).returncode == 3
    assert kept.read_bytes() == touched
    # A line cut off at the end: only the head that was kept tells.
    kept.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
    assert pixelseal("log", "check", kept).returncode == 0
    told = pixelseal("log", "check", kept, "--head", head)
    assert told.returncode == 3 and "there are 3, and there were 4" in told.stderr
    kept.write_bytes(whole.replace(b"B. Person", b"B. P\xe9rson"))
    (row,) = answers(pixelseal("log", "check", kept, "--json"))
    assert (row["code"], row["line"]) == ("log-line-changed", 4)
    kept.write_bytes(b"")
    (row,) = answers(pixelseal("log", "check", kept, "--json"))
    assert (row["status"], row["line"]) == ("broken", 1)
    kept.write_bytes(b"a letter")
    told = pixelseal("log", "check", kept)
    assert told.returncode == 1 and "[log-not-a-log]" in told.stderr
    assert pixelseal("log", "check", kept, "--head", "4").returncode == 2


def test_an_export_is_written_once(kept, tmp_path):
    for kind in ("text", "csv", "json"):
        out = tmp_path / f"log.{kind}"
        told = pixelseal("log", "export", kept, "--as", kind, "--out", out)
        assert told.returncode == 0, told.stderr
        assert "P-1.jpg" in out.read_text("utf-8")
        if os.name != "nt":
            assert stat.S_IMODE(out.stat().st_mode) == 0o600
        before = out.read_bytes()
        told = pixelseal("log", "export", kept, "--as", kind, "--out", out)
        assert told.returncode == 2 and told.stderr.startswith(f"{out}: ")
        assert "[output-exists]" in told.stderr and out.read_bytes() == before
    assert json.loads((tmp_path / "log.json").read_text("utf-8"))["head"] == head_of(kept)


@pytest.mark.skipif(sys.platform == "win32", reason="locked in another way there")
def test_two_programs_do_not_write_at_the_same_time(kept):
    import fcntl

    before = kept.read_bytes()
    with kept.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(LogError) as caught:
            logs.add(kept, "reviewed", {"who": "A", "images": 1})
    assert caught.value.code == "log-busy" and kept.read_bytes() == before


def test_a_line_that_does_not_fit_on_the_disk_leaves_none(kept, monkeypatch):
    before, write = kept.read_bytes(), os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:20]))
    with pytest.raises(Exception) as caught:
        logs.add(kept, "reviewed", {"who": "A", "images": 1})
    assert caught.value.code == "not-written" and kept.read_bytes() == before
