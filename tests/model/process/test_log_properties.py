"""Random edits of a log are always found, and the ends that cannot be seen show against a head."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.process import log, log_export

from tests.model.process.logs import AT, FACTS, made

LINES = made()
TEXTS = [line.text for line in LINES]
WHOLE = "".join(TEXTS)
BYTES = WHOLE.encode()
HEAD = LINES[-1].head


def found(untrusted: bytes, head: str = "") -> bool:
    try:
        log.checked(log.decoded(untrusted), head)
    except log.LogError:
        return True
    return False


@given(st.data())
def test_any_bytes_in_the_place_of_others_are_found(data):
    start = data.draw(st.integers(0, len(BYTES) - 1))
    end = data.draw(st.integers(start, min(len(BYTES), start + 300)))
    put = data.draw(st.binary(max_size=40))
    edited = BYTES[:start] + put + BYTES[end:]
    if edited == BYTES:
        return
    if BYTES.startswith(edited) and edited.endswith(b"\n"):
        assert not found(edited)  # an older log; see the next test
    else:
        assert found(edited)
    assert found(edited, HEAD)


@given(st.integers(0, len(BYTES) - 1))
def test_a_log_that_was_cut_off_anywhere_shows_against_its_head(end):
    assert found(BYTES[:end], HEAD)


@given(st.integers(0, len(BYTES) - 1), st.integers(0, 7))
def test_a_single_bit_is_found_and_its_line_or_the_next_is_named(place, bit):
    edited = bytearray(BYTES)
    edited[place] ^= 1 << bit
    with pytest.raises(log.LogError) as caught:
        log.checked(log.decoded(bytes(edited)))
    line = BYTES[:place].count(b"\n") + 1
    # A line feed that is gone joins a line with the next one, or leaves the last without an end.
    assert caught.value.values["line"] == line, caught.value.code


@given(st.permutations(range(len(TEXTS))), st.integers(1, len(TEXTS)))
def test_lines_in_any_other_order_or_fewer_of_them_are_found(order, count):
    kept = order[:count]
    if kept == list(range(count)):
        return
    assert found("".join([TEXTS[place] for place in kept]).encode())


@given(st.integers(0, len(LINES) - 2), st.text(max_size=30))
def test_a_fact_that_was_changed_together_with_its_hash_is_found(place, who):
    line = LINES[place]
    facts = dict(line.facts) | {"who": who}
    try:
        forged = log.Line(line.seq, line.at, line.event, facts, line.previous)
    except ValueError:
        return  # half of a surrogate pair
    if forged == line:
        return
    assert found("".join([*TEXTS[:place], forged.text, *TEXTS[place + 1 :]]).encode())


def test_a_line_taken_out_is_named_wherever_it_stood():
    for place in range(len(TEXTS) - 1):
        rest = TEXTS[:place] + TEXTS[place + 1 :]
        with pytest.raises(log.LogError) as caught:
            log.checked("".join(rest))
        assert caught.value.code == "log-lines-missing"
        assert caught.value.values == {"line": place + 1, "last": place + 1}


def test_no_cell_is_a_formula_whichever_sign_separates():
    def cells(text, separator):
        return [cell for row in csv.reader(io.StringIO(text), delimiter=separator) for cell in row]

    first = log.begun(AT, "0" * 16)
    starts = ("=1+1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20A", '"=1"', '""=1', " =1", "@A")
    texts = [start for start in starts if start[0] != " "] + ["A;" + start for start in starts]
    texts += ["A; " + start.strip() + ";B" for start in starts]
    for text in texts:
        facts = dict(FACTS["sent"])
        facts["to"] = text
        written = log_export.csv([first, log.added(first, AT, "sent", facts)])[1:]
        for separator in (",", ";", "\t"):
            for cell in cells(written, separator):
                begins = cell.lstrip(' "')[:1]
                assert not begins or begins not in "=+-@\uff1d\uff0b\uff0d\uff20", (text, cell)
