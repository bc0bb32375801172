"""Every sentence can be filled in, whatever values arrive with its code."""

from pixelseal.model import catalogue, messages


def test_a_missing_value_or_an_unknown_code_still_gives_a_sentence():
    for language, _name in catalogue.LANGUAGES:
        for code in catalogue.table(language):
            assert messages.sentence(code, {}, language)
        assert "never-heard-of" in messages.sentence("never-heard-of", {}, language)


def test_values_stand_in_the_sentence():
    assert "3 pages" in messages.sentence("too-many-pages", {"limit": 3})
    assert "3 páginas" in messages.sentence("too-many-pages", {"limit": 3}, "es")


def test_a_sentence_without_a_format_is_found_without_looking_for_one():
    looked_for = []
    has = catalogue.has
    catalogue.has = lambda _language, key: looked_for.append(key)
    try:
        assert messages.sentence("not-an-image", {})
    finally:
        catalogue.has = has
    assert looked_for == []
