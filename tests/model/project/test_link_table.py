"""The link table as a spreadsheet reads it."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.project.link_table import HEADER, lines

DIGEST = "ab" * 32


def _read(text):
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_each_link_is_a_row_under_the_header():
    rows = [("P-1", 'a "x", y.jpg', DIGEST), ("P-2", "b.jpg", DIGEST)]
    assert _read("".join(lines(rows))) == [list(HEADER), *[list(row) for row in rows]]


@given(st.text(max_size=300))
def test_no_name_breaks_the_table_or_becomes_a_formula(name):
    text = "".join(lines([("P-1", name, DIGEST)]))
    header, row = _read(text)
    assert header == list(HEADER) and row[0] == "P-1" and row[2] == DIGEST
    assert text.count("\r\n") == 2 and row[1][:1] not in tuple("=+-@\t\r")
