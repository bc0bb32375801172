"""Both languages are complete: same keys, same blanks, same markup; numbers get the right form."""

from pixelseal.model import catalogue


def _forms(text):
    return text if isinstance(text, dict) else {"other": text}


def _blanks(text):
    """The names in {braces}, sorted."""
    found, rest = set(), text
    while "{" in rest:
        start = rest.index("{")
        end = rest.index("}", start)
        found.add(rest[start + 1 : end])
        rest = rest[end + 1 :]
    return sorted(found)


def test_every_language_has_every_text():
    english = catalogue.table("en")
    for language, _name in catalogue.LANGUAGES:
        other = catalogue.table(language)
        assert sorted(other) == sorted(english)
        for key in english:
            here, there = _forms(english[key]), _forms(other[key])
            assert sorted(here) == sorted(there), key
            for form in here:
                assert there[form].strip() == there[form] != "", key
                assert _blanks(there[form]) == _blanks(here[form]), (language, key)


def test_no_text_stands_under_two_keys_of_one_language():
    for language, _name in catalogue.LANGUAGES:
        parts = catalogue._parts(language)
        assert sum([len(part) for part in parts]) == len(catalogue.table(language))


def test_markup_is_the_same_in_every_language():
    english = catalogue.table("en")
    for language, _name in catalogue.LANGUAGES:
        other = catalogue.table(language)
        for key in english:
            # A text with blanks is told, and never stands in the markup.
            if isinstance(english[key], str) and "{" not in english[key]:
                marks = [tag for tag, _words in catalogue.pieces(english[key]) if tag]
                assert marks == [tag for tag, _words in catalogue.pieces(other[key]) if tag], key


def test_a_number_chooses_the_form():
    assert catalogue.text("en", "regions", {"count": 0}) == "No regions"
    assert catalogue.text("en", "regions", {"count": 1}) == "1 region"
    assert catalogue.text("es", "regions", {"count": 2}) == "2 regiones"
    # Where nought has no words of its own, it is a plural in both languages.
    assert catalogue.text("en", "areas-to-keep", {"count": 0}) == "0 areas to keep"


def test_an_unknown_key_or_a_missing_value_is_an_error():
    for key, values in (("never-heard-of", {}), ("saved", {}), ("regions", {})):
        try:
            catalogue.text("en", key, values)
        except KeyError:
            continue
        raise AssertionError(key)


def test_the_browser_s_languages_choose_ours():
    assert catalogue.chosen(["es-MX", "en"]) == "es"
    assert catalogue.chosen(["de", "ca", "es_AR", "en-GB"]) == "es"
    assert catalogue.chosen(["en-US", "es"]) == "en"
    assert catalogue.chosen(["eo", "et-EE"]) == "en"
    assert catalogue.chosen([]) == "en"


def test_marked_text_comes_in_pieces():
    assert catalogue.pieces("plain") == [("", "plain")]
    assert catalogue.pieces("") == []
    assert catalogue.pieces("a *b* `C`, _d_") == [
        ("", "a "), ("strong", "b"), ("", " "), ("kbd", "C"), ("", ", "), ("em", "d"),
    ]  # fmt: skip
