"""Alternate IDs that look as if they were made from the file's name are noticed, others are not."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.project.id_origin import GENERAL, looks_derived


@pytest.mark.parametrize(
    ("alternate", "name"),
    [
        ("Jane-Doe", "Jane Doe.jpg"),
        ("doe-1", "Jane Doe left arm.jpg"),
        ("JANEDOE", "jane_doe.png"),
        ("X-jane", "Jane.Doe.1970.jpg"),
        ("JD-1", "Jane Doe.jpg"),
        ("0042", "MRN 0042.jpg"),
        ("P-88123", "mrn0088123 front.tif"),
        ("881234567", "88123.tif"),
        ("P19700102", "scan 1970-01-02.jpg"),
        ("1970-01-02", "x19700102.jpg"),
        ("7", "7.jpg"),
        ("Müller".encode("ascii", "ignore").decode(), "Mller.jpg"),
    ],
)
def test_what_was_made_from_the_name_is_noticed(alternate, name):
    assert looks_derived(alternate, name)


@pytest.mark.parametrize(
    ("alternate", "name"),
    [
        ("P-001", "IMG_4711.jpg"),
        ("study-7", "study photo 3.jpg"),
        ("image-3fa92c1b", "image.png"),
        ("P-7", "photo 17.jpg"),
        ("K3X9", "Jane Doe 1970.jpg"),
        ("P-001", "患者 001.jpg"),
        ("P-1", ""),
    ],
)
def test_what_was_given_at_random_is_not(alternate, name):
    assert not looks_derived(alternate, name)


def test_a_part_of_a_digest_is_noticed_however_it_is_cut():
    digest = "9f2c07b1d4e8" + "0" * 52
    for alternate in ("9f2c07b1", "P-9F2C07", "x-9f2c-07b1-d4e8", "D4E800"):
        assert looks_derived(alternate, "", [digest]), alternate
    for alternate in ("P-001", "9f2c0", "K3X9-9f2", "image-3fa92c1b"):
        assert not looks_derived(alternate, "", [digest]), alternate


WORD = st.text(string.ascii_lowercase, min_size=3, max_size=9).filter(lambda w: w not in GENERAL)


@given(WORD, st.text(string.digits, min_size=4, max_size=9), WORD, st.booleans())
def test_a_word_or_number_of_the_name_is_noticed_wherever_it_stands(word, number, other, swapped):
    name = f"{number} {other} {word}.jpg" if swapped else f"{word}_{other}-{number}.jpg"
    assert looks_derived("P-" + word, name) and looks_derived("X" + number, name)


@given(WORD, st.text(string.digits, min_size=4))
def test_letters_and_numbers_that_nothing_shares_are_let_through(word, number):
    digits = number.translate(str.maketrans(string.digits, "a" * 10))
    assert not looks_derived("Z-" + "9" * 3, f"{word}{digits}.jpg".replace("z", "y"))
