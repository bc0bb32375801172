"""A search prepared for a source finds in the second output what a first search would find."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.core.audit import Traces
from pixelseal.core.audit.residue.search import RUN

from tests.core.support import examples

NOISE = random.Random(3).randbytes(6000)


def output_with(run: bytes, at: int) -> bytes:
    other = random.Random(4).randbytes(5000)
    return other[:at] + run + other[at:]


@settings(max_examples=examples(60), deadline=None)
@given(
    start=st.integers(0, 5000),
    length=st.integers(RUN - 20, 300),
    at=st.integers(0, 5000),
    few=st.booleans(),
)
def test_a_run_of_the_source_is_found_in_every_output(start, length, at, few):
    source = b"nothing that is known as a picture" + (NOISE[:3000] if few else NOISE)
    run = source[start : start + length]
    traces, file = Traces(source, ()), output_with(run, at)
    wanted = len(run) >= RUN
    for output, holds in ((file, wanted), (output_with(b"", 0), False)) * 2:
        if holds or len(run) < RUN - 8:  # by chance a run goes on with the bytes beside it
            assert traces.in_bytes(output, [(0, len(output))]) == holds


def test_what_is_too_much_to_keep_is_searched_anew(monkeypatch):
    monkeypatch.setattr("pixelseal.core.audit.residue.search._HELD", 1000)
    traces = Traces(b"no picture" + NOISE, ())
    file = output_with(NOISE[700 : 700 + RUN + 40], 900)
    assert [traces.in_bytes(file, [(0, len(file))]) for _ in range(3)] == [True] * 3


def test_padding_is_no_run():
    traces = Traces(b"no picture" + bytes(5000) + b"ab" * 3000, ())
    for padding in (bytes(500), b"ab" * 250):
        file = output_with(padding, 1200)
        assert [traces.in_bytes(file, [(0, len(file))]) for _ in range(3)] == [False] * 3


TEXTS = [f"Sample {number * 7919:07}" for number in range(300)]


@settings(max_examples=examples(60), deadline=None)
@given(
    count=st.sampled_from([1, 8, 300]),
    encoding=st.sampled_from(["utf-8", "latin-1", "utf-16-le", "utf-16-be"]),
    at=st.integers(0, 5000),
    data=st.data(),
)
def test_each_of_few_or_many_texts_is_found(count, encoding, at, data):
    texts = [*TEXTS[: count - 1], "Prüfung «é»"]
    traces = Traces(b"", texts)
    text = data.draw(st.sampled_from(texts))
    assert traces.in_texts(output_with(text.encode(encoding), at))
    assert not traces.in_texts(output_with(text.encode(encoding)[:-2] + b"\xff\xff", at))


def test_a_text_at_the_very_end_and_across_the_places_that_are_looked_at_together(monkeypatch):
    monkeypatch.setattr("pixelseal.core.audit.residue.texts._CHUNK", 64)
    traces = Traces(b"", TEXTS)
    for at in range(130):
        text = TEXTS[at].encode()
        assert traces.in_texts(bytes(at) + text)
        assert traces.in_texts(bytes(at) + text + bytes(200))
        assert not traces.in_texts(bytes(at) + text[:-1])
    assert not traces.in_texts(b"") and not traces.in_texts(b"12345")


def test_a_short_text_or_an_ornament_is_none():
    many = [*TEXTS, "abc", "======"]
    for texts in (many, many[-2:]):
        assert not Traces(b"", texts).in_texts(b"abc ======")
