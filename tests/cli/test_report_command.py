"""`report`: a folder of private records in, one page out; nothing of an original is on it."""

import json
import os
import stat
from pathlib import Path

from pixelseal.local import logs

from tests.cli.support import answers, pixelseal
from tests.core.support import file_of, photo

NAME = "SMITH-face.png"


def kept(folder: Path) -> Path:
    """Private records as `redact` leaves them; one image of one mark."""
    source = folder / NAME
    source.write_bytes(file_of(photo(64, 48), "PNG"))
    box = ("--box", "8,8,16,16", "--out", folder / "clean", "--record", folder / "kept")
    told = pixelseal("redact", source, *box, "--json")
    assert told.returncode == 0, told.stderr
    return folder / "kept"


def test_records_of_a_folder_become_one_page_that_its_owner_alone_reads(tmp_path: Path) -> None:
    records, page = kept(tmp_path), tmp_path / "report.html"
    (records / "other.json").write_text("{}")
    log = tmp_path / "log.jsonl"
    logs.add(log, "imported", {"who": "J. Doe", "images": 1})
    told = pixelseal("report", records, "--log", log, "--out", page, "--json")
    assert told.returncode == 0, told.stderr
    (row,) = answers(told)
    assert (row["status"], row["images"], row["unread"]) == ("ok", 1, 1)
    text = page.read_text("utf-8")
    (record,) = [path for path in records.glob("*.json") if path.name != "other.json"]
    source = json.loads(record.read_text("utf-8"))["source"]
    assert source["name"] == NAME and NAME not in text and source["sha256"] not in text
    assert "1 image was made." in text and logs.read(log)[-1].head in text
    if os.name != "nt":
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
    again = pixelseal("report", records, "--out", page, "--language", "es")
    assert again.returncode == 1 and "[output-exists]" in again.stderr
    assert page.read_text("utf-8") == text


def test_without_a_record_nothing_is_written(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}")
    told = pixelseal("report", other, "--out", tmp_path / "report.html")
    assert told.returncode == 1 and "[report-nothing]" in told.stderr
    assert "[report-not-a-record]" in told.stderr and not (tmp_path / "report.html").exists()
