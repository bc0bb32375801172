"""The proof claims no more than was observed."""

from pixelseal.ui.text import proof_text


def test_whatever_is_not_known_as_a_refusal_is_shown_as_a_fault() -> None:
    for outcome in ("open", "", "done", "never-heard-of"):
        assert proof_text.shown(outcome) == "bad"
        assert proof_text.verdict(outcome) == "NOT REFUSED"
    assert proof_text.shown("policy") == proof_text.shown("absent") == "good"
    assert {proof_text.shown(name) for name in ("unclear", "untried", "silent")} == {"unclear"}


def test_what_shows_nothing_is_not_counted_as_refused() -> None:
    well, said = proof_text.summary(["policy", "absent", "rule", "unclear", "untried"])
    assert well and said.startswith("3 of 5 were refused") and "2 show nothing" in said
    well, said = proof_text.summary(["policy", "open"])
    assert not well and "1 did not fail" in said and "Open no photo" in said
    assert proof_text.summary(["policy"]) == (True, "1 of 1 were refused or are not there.")


def test_the_browser_is_quoted() -> None:
    said = proof_text.quoted("TypeError: Failed", "connect-src", "https://fetch.proof.invalid/")
    assert said == [
        "TypeError: Failed",
        "securitypolicyviolation: connect-src https://fetch.proof.invalid/",
    ]
    assert proof_text.quoted("", "", "") == []


def test_a_line_of_a_list_of_sums_is_read() -> None:
    digits = "0123456789abcdef" * 4
    for text in (digits, digits.upper(), "  " + digits + "  pixelseal.html\n"):
        assert proof_text.sum_in(text) == digits
    for text in ("", digits[1:], digits + "0", "pixelseal.html", digits[1:] + "g"):
        assert proof_text.sum_in(text) == ""
