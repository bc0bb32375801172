"""Days of the calendar, as ISO 8601 writes them. Knows no clock."""

from pixelseal.model.recipe.checks import DIGITS

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(untrusted_text: str) -> bool:
    """True for a day of the years 1 to 9999, "2026-11-29": 29 February in leap years alone."""
    if len(untrusted_text) != 10:
        return False
    for character, wanted in zip(untrusted_text, "0000-00-00"):
        if (character not in DIGITS) if wanted == "0" else (character != wanted):
            return False
    year, month = int(untrusted_text[:4]), int(untrusted_text[5:7])
    if year < 1 or not 1 <= month <= 12:
        return False
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= int(untrusted_text[8:]) <= _DAYS[month - 1] + leap
