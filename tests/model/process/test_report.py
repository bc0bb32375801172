"""The report counts what records state, and lets nothing of a file become more than text."""

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core import engine
from pixelseal.core.evidence.record import private_record
from pixelseal.model.process import report, report_page, validation
from pixelseal.model.process.report_facts import ReportError, Tally
from pixelseal.model.review import Answer, Review

from tests.core.support import file_of, photo, recipe
from tests.model.process import logs

EVIL = "<script>alert(1)</script>\u202e\"'&"
WHO = "J. Doe"


def record(number: int = 1, **changes: object) -> dict:
    """A record as the engine writes it, with some of its parts changed."""
    answers = {"A": Answer("kept", EVIL), "B": Answer("absent")}
    done = engine.redact(
        file_of(photo(64, 48, number), "PNG"),
        recipe((8, 8, 16, 16), format="jpeg"),
        label=f"x-{number}",
        build="source",
        review=Review("stated", answers, "whole", "together"),
    )
    text = private_record(done.record_facts, source_name="SMITH.png", made="2026-11-29T21:40:00Z")
    return json.loads(text) | changes


def tally(*records: dict) -> Tally:
    counted = Tally()
    for one in records:
        counted.add(json.dumps(one))
    return counted


def html(of: report.Sources, language: str = "en") -> str:
    return report_page.page("Report", "made", report.sections(of, language), language)


def test_what_the_engine_wrote_is_counted():
    finding = {
        "finders": [{"name": "CenterFace", "version": "0123456789ab"}],
        "unconfirmed": 1,
        "counts": [{"kind": "face", "proposed": 3, "taken": 2, "thrown_away": 1}],
        "again": [{"kind": "face", "found": 2, "stays": 1}],
    }
    found = tally(record(1), record(2, pixelseal="record/2", finding=finding))
    assert (found.images, found.regions, found.first) == (2, 2, "2026-11-29")
    assert found.formats.names == ["png → jpeg"] and found.methods.of("fill") == 2
    assert found.reasons.of("A") == 2 and found.answers["A"].of("kept") == 2
    assert found.answers["C"].of("open") == 2 and found.open_images == 2
    assert found.shown.of("whole") == 2 and found.looked.of("stated") == 2
    assert (found.proposed.of("face"), found.undecided) == (3, 1)
    assert found.kept == [("A", EVIL)]


def test_only_marks_of_the_page_that_was_made_count():
    of_two = record(1, page=[2, 2])
    assert tally(of_two).regions == 0
    assert tally(record(1, page=[0, 2])).regions == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_fact_of_an_original_is_in_it_and_what_a_person_typed_is_text(language):
    one = record()
    page = html(report.Sources(tally(one)), language)
    for secret in ("SMITH", one["source"]["sha256"], one["output"]["sha256"], "x-1"):
        assert secret not in page
    assert "<script" not in page and "&lt;script&gt;" in page and "\u202e" not in page
    parser = _Tags()
    parser.feed(page)
    assert parser.tags <= {
        "html", "head", "meta", "title", "style", "body", "section", "h1", "h2", "p", "table",
        "tr", "th", "td", "svg", "text", "rect",
    }  # fmt: skip
    assert "default-src 'none'" in page and not re.search(r"(src|href)=", page)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


def test_open_questions_are_named_and_a_second_person_is_held_against_the_records():
    one, two = record(1), record(2)
    of = report.Sources(tally(one, two), waiting=3, unread=1, lines=logs.made()[:4])
    of.validation = _validated(one["output"]["sha256"], "f" * 64)
    page = html(of)
    for said in (
        "3 images of the project have no record here.",
        "2 images have identifiers without an answer.",
        "A second person has not decided about 1 image.",
        "1 file was not counted",
        "It is also about 1 image that no record tells of.",
        "J. Doe, dermatologist",
        logs.made()[3].head,
    ):
        assert said in page, said
    assert "No validation was given" in html(report.Sources(tally(one)))


def _validated(*hashes: str) -> validation.Validation:
    entries = tuple(
        validation.Entry(f"x-{place}.jpg", sha256, "c" * 64, validation.ACCEPTED)
        for place, sha256 in enumerate(hashes)
    )
    of = validation.Of(len(hashes), "0" * 64)
    return validation.Validation(WHO, "dermatologist", "2026-11-29T21:40:00Z", False, of, entries)


KEYS = (
    "pixelseal", "made", "source", "output", "page", "recipe", "review", "made_with",
)  # fmt: skip


@given(
    st.sampled_from(KEYS),
    st.one_of(st.none(), st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=2)),
)
def test_what_is_no_record_is_refused_and_counts_for_nothing(key, value):
    before = WHOLE
    counted = tally(before)
    damaged = before | {key: value}
    try:
        counted.add(json.dumps(damaged))
    except ReportError as error:
        assert error.code == "report-not-a-record" and counted.images == 1
        assert counted.regions == 1
    else:
        assert key in ("made", "page")  # any text is a time that is not known
    for text in ("", "[]", "{", "{}", '{"pixelseal":"record/1"}'):
        with pytest.raises(ReportError):
            counted.add(text)


WHOLE = record()
