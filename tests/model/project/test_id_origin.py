"""Alternate IDs that look as if they were made from the file's name are noticed, others are not."""

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.project.id_origin import GENERAL, looks_derived
from pixelseal.model.project.latin import folded


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
        ("Garcia", "García.jpg"),
        ("garcia-2", "MARÍA GARCÍA.jpg"),
        ("Nunez", "Núñez 1961.jpg"),
        ("Muller", "Müller.jpg"),
        ("Mueller", "Müller.jpg"),
        ("MUELLER-1", "MÜLLER.jpg"),
        ("Weiss", "Weiß.jpg"),
        ("Soerensen", "Sørensen.jpg"),
        ("Sorensen", "Sørensen.jpg"),
        ("Aagaard", "Ågård Ågaard.jpg"),
        ("Lukasz", "Łukasz.jpg"),
        ("Nguyen", "Nguyễn.jpg"),
        ("OBrien", "O’Brien.jpg"),
        ("DOE-1", "ＤＯＥ.jpg"),
        ("M.G", "Maria Garcia 1961.jpg"),
        ("m-g-7", "Maria Garcia 1961.jpg"),
        ("P-M-G", "Maria_Garcia.jpg"),
        ("AE", "Ángel Éboli.jpg"),
        ("MG", "scan Maria Garcia left.jpg"),
        ("P-airam", "Maria Garcia 1961.jpg"),
        ("1691", "Maria Garcia 1961.jpg"),
    ],
)
def test_what_was_made_from_the_name_is_noticed(alternate, name):
    # Operating systems write a mark together with its letter or behind it.
    for form in ("NFC", "NFD"):
        assert looks_derived(alternate, unicodedata.normalize(form, name)), form


@pytest.mark.parametrize(
    ("alternate", "name"),
    [
        ("P-001", "IMG_4711.jpg"),
        ("study-7", "study photo 3.jpg"),
        ("image-3fa92c1b", "image.png"),
        ("P-7", "photo 17.jpg"),
        ("K3X9", "Jane Doe 1970.jpg"),
        ("P-001", "患者 001.jpg"),
        ("M.X", "Maria Garcia 1961.jpg"),
        ("K-3-X", "Käthe Ümit.jpg"),
        ("P-1", ""),
        ("P-321", "photo 123.jpg"),
        ("ydut", "study.jpg"),
        ("yduts-egami", "study image.jpg"),
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


def test_every_latin_letter_is_folded_as_unicode_decomposes_it():
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        parts = unicodedata.normalize("NFKD", chr(code)).lower()
        bare = "".join(part for part in parts if not unicodedata.combining(part))
        if len(bare) == 1 and bare.isascii():
            assert folded(chr(code), False) == bare, chr(code)
