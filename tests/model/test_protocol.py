"""Only a code and values cross the boundary, whatever arrives."""

from pixelseal.model import protocol


def test_an_error_survives_the_way():
    text = '{"code": "several-pages", "values": {"pages": 3}}'
    assert protocol.decode_error(text) == ("several-pages", {"pages": 3})
    assert protocol.decode_error("Error: " + text) == ("several-pages", {"pages": 3})


def test_what_is_no_error_of_ours_becomes_the_unknown_one():
    for text in ("", "TypeError: Jane Doe", "{", "[]", '{"code": 1}', "{" + " " * 9000 + "}"):
        assert protocol.decode_error(text) == (protocol.UNKNOWN, {}), text[:40]


def test_values_of_another_kind_are_left_out():
    text = '{"code": "x", "values": {"a": [1], "b": 2, "c": null}}'
    assert protocol.decode_error(text) == ("x", {"b": 2})


def test_what_was_found_is_said_without_what_was_read():
    row = protocol.found("writing", (1, 2, 30, 40), 0.5, ("C", "H"))
    said = {"kind": "writing", "box": [1, 2, 30, 40], "confidence": 0.5, "reasons": ["C", "H"]}
    assert protocol.decode(protocol.encode(row)) == said
