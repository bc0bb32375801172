"""The log that is open in the page: checked on opening, added to, saved; no browser."""

import pytest
from pixelseal.model.process import log, log_export
from pixelseal.model.process.log import LogError
from pixelseal.ui.process.log_book import LogBook

from tests.ui.fake_host import FakeHost, run

AT = "2026-11-29T21:40:00Z"


def _book():
    host = FakeHost()
    book = LogBook(host)
    book.begin(AT)
    book.add(AT, "imported", {"who": "J. Doe", "images": 3})
    return host, book


def _saved(host):
    _name, content = host.saved[-1]
    return bytes(content).decode()


def test_what_was_saved_is_opened_again_and_goes_on():
    host, book = _book()
    assert book.unsaved and run(book.save()) == "log.jsonl" and not book.unsaved
    text, head = _saved(host), book.head
    other = LogBook(FakeHost())
    run(other.open(text, "ours.jsonl", head))
    assert other.head == head and other.compared and not other.unsaved
    line = other.add(AT, "stored", {"who": "J. Doe", "place": "Drive S", "backup": False})
    assert line.seq == 3 and other.unsaved
    assert [one.seq for one in log.read(text + line.text)] == [1, 2, 3]


def test_a_log_that_was_touched_is_not_taken_and_what_is_open_stays():
    host, book = _book()
    run(book.save())
    text = _saved(host).replace("J. Doe", "J. Roe")
    with pytest.raises(LogError) as refused:
        run(book.open(text, "touched.jsonl"))
    assert (refused.value.code, refused.value.values["line"]) == ("log-line-changed", 2)
    assert len(book.lines) == 2 and book.name == "log.jsonl"


def test_a_head_that_was_kept_shows_lines_cut_off_at_the_end():
    host, book = _book()
    run(book.save())
    first = _saved(host).split("\n")[0] + "\n"
    with pytest.raises(LogError) as refused:
        run(LogBook(FakeHost()).open(first, "cut.jsonl", book.head))
    assert refused.value.code == "log-cut-off"


def test_exports_are_files_of_their_own_and_the_log_stays_unsaved():
    host, book = _book()
    assert [run(book.export(kind)) for kind in ("text", "csv", "json")] == [
        "log-export.txt", "log-export.csv", "log-export.json",
    ]  # fmt: skip
    text, csv, json = [bytes(content).decode() for _name, content in host.saved[-3:]]
    assert "Images opened" in text and '"imported"' in csv
    assert book.head in json and book.unsaved


def test_what_is_put_together_of_many_lines_is_what_the_command_line_writes():
    host, book = _book()
    while len(book.lines) < 450:
        book.add(AT, "sent-back", {"who": "José", "image": f"{len(book.lines)}.jpg"})
    run(book.save())
    assert _saved(host) == "".join([line.text for line in book.lines])
    for kind in log_export.KINDS:
        run(book.export(kind))
        assert _saved(host) == getattr(log_export, kind)(book.lines)
