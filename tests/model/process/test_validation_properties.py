"""Random edits of a validation are found; with a hash that fits they say nothing of other files."""

from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.digest import sha256_of
from pixelseal.model.process import validation
from pixelseal.model.process.validated_set import standings

from tests.model.process.validations import PAIRS, made

WHOLE = made()
TEXT = WHOLE.to_json()
BYTES = TEXT.encode()


def found(untrusted: bytes) -> bool:
    try:
        validation.parse(untrusted.decode("utf-8"))
    except (validation.ValidationError, UnicodeError):
        return True
    return False


@given(st.data())
def test_any_bytes_in_the_place_of_others_are_found(data):
    start = data.draw(st.integers(0, len(BYTES) - 1))
    end = data.draw(st.integers(start, min(len(BYTES), start + 300)))
    put = data.draw(st.binary(max_size=40))
    edited = BYTES[:start] + put + BYTES[end:]
    assert edited == BYTES or found(edited)


@given(st.integers(0, len(BYTES) - 1), st.integers(0, 7))
def test_a_single_bit_is_found(place, bit):
    edited = bytearray(BYTES)
    edited[place] ^= 1 << bit
    assert found(bytes(edited))


@given(st.data())
def test_an_edit_with_a_hash_that_fits_is_refused_or_is_a_whole_other_validation(data):
    rest = TEXT.partition("\n")[2]
    start = data.draw(st.integers(0, len(rest) - 1))
    end = data.draw(st.integers(start, min(len(rest), start + 80)))
    edited = rest[:start] + data.draw(st.text(max_size=20)) + rest[end:]
    try:
        text = validation.first_line(sha256_of(edited.encode())) + edited
        read = validation.parse(text)
    except (validation.ValidationError, UnicodeError):
        return
    assert read.to_json() == text  # there is one way to write it
    here = {pair.image: pair for pair in PAIRS}
    for row in standings(read, PAIRS, []):
        if row.status in validation.DECISIONS:  # said only of files with the hashes that it states
            pair = here[row.image]
            assert (row.entry.sha256, row.entry.certificate) == (pair.sha256, pair.certificate)
