"""A name with a character beyond U+FFFF survives all of our JSON unchanged."""

from pixelseal.model import protocol, review
from pixelseal.model.recipe import canonical

NAME = "scan 𠮷 1.jpg"  # U+20BB7, in family names
ESCAPED = '"scan \\ud842\\udfb7 1.jpg"'


def test_what_the_engine_escapes_is_the_character_on_the_page():
    assert protocol.decode('{"name": ' + ESCAPED + "}") == {"name": NAME}
    code, values = protocol.decode_error('{"code": "x", "values": {"name": ' + ESCAPED + "}}")
    assert (code, values) == ("x", {"name": NAME})


def test_our_own_text_is_read_back_as_it_was():
    for text in (NAME, "𠮷𠮷", "\\𠮷", "\\u𠮷", "\\ud842\\udfb7", '"\\"𠮷\\', "a\U0010ffff", "é"):
        assert canonical.load(canonical.dump({text: [text]})) == {text: [text]}, text


def test_a_reason_for_keeping_that_names_it_is_still_a_reason():
    assert review.is_why(canonical.load(ESCAPED.upper().replace("\\U", "\\u")))


def test_halves_without_their_other_half_stay_halves():
    for text in ("\\ud842", "\\ud842 \\udfb7", "\\udfb7\\ud842", "\\ud842\\u0041", "\\ud842\\n"):
        found = canonical.load('"' + text + '"')
        assert not review.is_why(found), text
