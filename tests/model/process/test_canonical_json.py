"""The one form of a JSON value: as RFC 8785 writes it, and no other is read."""

from pixelseal.model.process import canonical_json


def _refused(call):
    try:
        call()
    except ValueError:
        return
    raise AssertionError("not refused")


def test_a_value_has_the_form_of_the_rfc():
    # RFC 8785, 3.2.2 and 3.2.3, without its numbers that have a fraction.
    value = {
        "literals": [None, True, False],
        "string": '\u20ac$\x0f\nA\'B"\\\\"/',
        "numbers": [333333333, 0, -1, 2**53 - 1],
    }
    assert canonical_json.dump(value) == (
        '{"literals":[null,true,false],"numbers":[333333333,0,-1,9007199254740991],'
        '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
    keys = {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With "
            "Dagesh", "1": "One", "\U0001f600": "Emoji: Grinning Face", "\x80": "Control",
            "\xf6": "Latin Small Letter O With Diaeresis"}  # fmt: skip
    ordered = ["\\r", "1", "\x80", "\xf6", "\u20ac", "\U0001f600", "\ufb33"]
    text = canonical_json.dump(keys)
    places = [text.index('"' + key + '":') for key in ordered]
    assert places == sorted(places)


def test_characters_that_json_must_escape_have_the_short_form():
    assert canonical_json.dump('\b\t\n\f\r"\\/\x00\x1f\x7f\xe9\u2028') == (
        '"\\b\\t\\n\\f\\r\\"\\\\/\\u0000\\u001f\x7f\xe9\u2028"'
    )
    assert canonical_json.dump("\\u0008\b") == '"\\\\u0008\\b"'


def test_what_has_no_one_form_is_refused():
    for value in (1.0, 0.5, float("nan"), 2**53, -(2**53), {1: 2}, b"a", {"a": [1.5]}, object()):
        _refused(lambda value=value: canonical_json.dump(value))
    for half in ("\ud800", "a\udfff", "\udc00\ud800"):
        _refused(lambda half=half: canonical_json.dump(half))
        _refused(lambda half=half: canonical_json.dump({half: 1}))


def test_only_a_canonical_text_is_read():
    text = '{"a":[1,{"b":null}],"\u20ac":"x"}'
    assert canonical_json.load(text, 100) == {"a": [1, {"b": None}], "\u20ac": "x"}
    for other in (
        "", "{", '{"a": 1}', '{"b":1,"a":2}', '{"a":1,"a":1}', '{"a":1.0}', '{"a":1e3}', "-0",
        '"\\u0041"', '"\\/"', "01", "[1,]", "[1]\n", " [1]", "\ufeff[1]", "NaN", "9007199254740992",
        '"\\ud83d\\ude00"', '"\\u000F"', "[" * 50_000,
    ):  # fmt: skip
        _refused(lambda other=other: canonical_json.load(other, 100_000))
    _refused(lambda: canonical_json.load(text, len(text) - 1))
