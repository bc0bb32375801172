"""Every sentence can be said, whatever values arrive with its code."""

from app.model import messages


def test_a_missing_value_or_an_unknown_code_still_gives_a_sentence():
    for code in messages.SENTENCES:
        assert messages.sentence(code, {})
    assert "never-heard-of" in messages.sentence("never-heard-of", {})


def test_values_stand_in_the_sentence():
    assert "3 pages" in messages.sentence("several-pages", {"pages": 3})
