"""Which days there are, by Python's own calendar as a witness."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.days import is_day


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
def test_a_day_is_one_if_the_calendar_has_it(year: int, month: int, day: int) -> None:
    try:
        there = bool(datetime.date(year, month, day))
    except ValueError:
        there = False
    assert is_day(f"{year:04}-{month:02}-{day:02}") is there


def test_the_last_day_of_february_is_there_in_leap_years_alone() -> None:
    found = [year for year in ("1900", "2000", "2023", "2024", "2100") if is_day(f"{year}-02-29")]
    assert found == ["2000", "2024"]


def test_a_day_is_written_in_one_way() -> None:
    for text in ("", "2026-1-01", "20261101", "2026-11-01Z", " 2026-11-1", "２０２６-11-01"):
        assert not is_day(text), text
