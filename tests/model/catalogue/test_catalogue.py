"""Both languages are complete: same keys, same blanks, same markup; numbers get the right form."""

from pixelseal.model import catalogue, messages


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
            assert isinstance(english[key], dict) == isinstance(other[key], dict), key
            here, there = _forms(english[key]), _forms(other[key])
            for form in there:
                assert there[form].strip() == there[form] != "", key
                assert _blanks(there[form]) == _blanks(here.get(form, here["other"])), (
                    language,
                    key,
                )


def test_a_text_of_a_number_has_every_form_of_its_language_and_no_other():
    """A third language may have three forms, or one: its own rule says which, and when."""
    numbers = 0
    for language, _name in catalogue.LANGUAGES:
        plural = catalogue._package(language).plural
        forms = {plural(count) for count in range(1000)}
        for key, text in catalogue.table(language).items():
            if isinstance(text, dict):
                numbers += 1
                assert set(text) - {"zero"} == forms, (language, key)
    assert numbers > 30


def test_a_language_that_is_none_of_ours_is_an_error_and_not_english():
    for code in ("de", "EN", "", "es-MX"):
        for ask in (
            lambda code=code: catalogue.table(code),
            lambda code=code: catalogue.text(code, "regions", {"count": 1}),
            lambda code=code: messages.sentence("empty-file", {}, code),
            lambda code=code: messages.sentence("never-heard-of", {}, code),
        ):
            try:
                ask()
            except ValueError:
                continue
            raise AssertionError(code)


def test_no_text_stands_under_two_keys_of_one_language():
    for language, _name in catalogue.LANGUAGES:
        parts = list(catalogue._package(language).parts())
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


def test_a_table_is_read_when_one_of_its_texts_is_wanted():
    """The page waits for none that it does not show."""
    read, catalogue._tables = catalogue._tables, {}
    try:
        assert catalogue.text("en", "seal-sealing", {})
        few = len(catalogue._tables["en"])
        assert catalogue.text("en", "help-limits-text", {})
        several = len(catalogue._tables["en"])
        assert 0 < few < several < len(catalogue.table("en"))
        assert catalogue.has("en", "regions") and not catalogue.has("en", "never-heard-of")
    finally:
        catalogue._tables = read


def test_a_text_that_one_table_may_have_is_looked_for_in_that_alone() -> None:
    known = "where-after-the-end"
    assert catalogue.beside("en", "where-gif-text", known)
    assert not catalogue.beside("en", "where-jpeg", known)  # named as the format is
    assert not catalogue.beside("en", "seal-loading", known)  # another table has it
    assert not catalogue.beside("en", known, "no-text-at-all")
