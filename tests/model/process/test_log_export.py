"""A log for people and other programs: nothing is lost, and no cell is a formula."""

import json

from pixelseal.model import catalogue
from pixelseal.model.process import events, log, log_export
from pixelseal.model.recipe import canonical

from tests.model.process.logs import AT, FACTS, made


def _cells(row):
    assert row[0] == row[-1] == '"'
    return [cell.replace('""', '"') for cell in row[1:-1].split('","')]


def test_the_text_has_every_line_and_the_head_in_both_languages():
    lines = made()
    for language, _name in catalogue.LANGUAGES:
        rows = log_export.text(lines, language).split("\n")
        assert len(rows) == len(lines) + 2 and rows[-1] == ""
        assert lines[-1].head in rows[-2]
        for number, row in enumerate(rows[:-2], 1):
            assert row.startswith(f"{number}. 2026-11-29 21:40:00 UTC  "), row
    packed = next(line for line in lines if line.event == "packed")
    told = log_export.row(packed)
    assert "Packed  by: A. Person, Imaging; images: 11; SHA-256 of the manifest: 111" in told
    assert log_export.row(lines[-1]).endswith("exercises: 10; missed: 2")  # null is not told
    assert "backup: yes" in log_export.row(next(one for one in lines if one.event == "stored"))


def test_the_json_is_one_object_written_as_every_other():
    lines = made()
    for some in (lines[:1], lines):
        rows = [line.to_object() for line in some]
        whole = {"pixelseal": log_export.VERSION, "head": some[-1].head, "lines": rows}
        assert log_export.json(some) == canonical.dump(whole) + "\n"


def test_the_table_has_a_column_for_each_fact():
    lines = made()
    text = log_export.csv(lines)
    assert text[0] == "\ufeff" and text.endswith('"\r\n')
    header, *rows = [_cells(row) for row in text[1:-2].split("\r\n")]
    assert header[:5] == ["seq", "at", "phase", "event", "log"]
    assert header[-2:] == ["previous", "hash"] and len(set(header)) == len(header)
    assert len(rows) == len(lines)
    for place, row in enumerate(rows):
        assert len(row) == len(header)
        line, cells = lines[place], {name: row[at] for at, name in enumerate(header)}
        assert cells["seq"] == str(line.seq) and cells["hash"] == line.hash
        assert cells["phase"] == events.phase(line.event)
        for name in events.FACTS:
            value = line.facts.get(name)
            assert cells[name] == ("" if value is None else str(value).replace("True", "true"))


def test_no_cell_is_one_that_a_spreadsheet_would_run():
    first = log.begun(AT, "0" * 16)
    for start in "=+-@":
        facts = dict(FACTS["sent"])
        facts["to"] = start + 'HYPERLINK("http://x")'
        line = log.added(first, AT, "sent", facts)
        row = log_export.csv([first, line]).split("\r\n")[2]
        assert "\"'" + start + "HYPERLINK(" in row and '"' + start not in row


def test_the_json_has_the_lines_as_they_are():
    lines = made()
    found = json.loads(log_export.json(lines))
    assert found["pixelseal"] == "log-export/1" and found["head"] == lines[-1].head
    assert found["lines"] == [line.to_object() for line in lines]
    row = found["lines"][5]
    assert log.Line(*[row[key] for key in log.Line.FIELDS[:5]]).hash == row["hash"]
