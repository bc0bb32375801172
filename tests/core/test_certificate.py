"""A certificate reads back as written, is refused when touched, and answers verify rightly."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import engine
from app.core.certificate import Certificate, answer_row, parse, reason_rows
from app.core.errors import EngineFault, RecipeRefused, SourceRefused
from app.core.record import private_record
from app.model.recipe import Recipe
from app.model.review import ANSWERS, LOOKED, Answer, Review
from tests.core.support import BUILD, LABEL, file_of, photo, recipe, redact

HEX = st.text("0123456789abcdef", min_size=64, max_size=64)
WORDS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60)


@st.composite
def certificates(draw: st.DrawFn) -> Certificate:
    codes = draw(st.lists(st.sampled_from(["A", "B", "R", "other", None]), max_size=6))
    soft = draw(st.sampled_from([(), ("mosaic",), ("blur",), ("mosaic", "blur")]))
    colours = draw(st.sets(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), max_size=3))
    return Certificate(
        file=draw(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,40}\.jpg", fullmatch=True)),
        sha256=draw(HEX),
        size=draw(st.integers(1, 10**9)),
        format=draw(st.sampled_from(["jpeg", "png", "webp", "tiff"])),
        width=draw(st.integers(1, 10**6)),
        height=draw(st.integers(1, 10**6)),
        page=draw(st.sampled_from([(1, 1), (1, 2), (12, 500), (0, 3)])),
        converted=draw(st.booleans()),
        regions=tuple((what, draw(st.integers(1, 99))) for what in (*sorted(colours), *soft)),
        kept=draw(
            st.none() | st.tuples(st.sampled_from(["#000000", "#ffffff"]), st.integers(1, 9))
        ),
        cropped=draw(st.booleans()),
        reasons=reason_rows(codes),
        looked=draw(st.sampled_from(LOOKED)),
        answers=tuple(draw(st.sampled_from(("", *ANSWERS))) for _ in range(18)),
        checks=tuple((f"check-{'abcde'[i]}", draw(WORDS)) for i in range(draw(st.integers(1, 5)))),
        version="0.1.0",
        build=draw(st.sampled_from(["source", "0123abcd"])),
    )


@given(certificates())
def test_what_was_written_is_read_back(certificate):
    text = certificate.to_text()
    assert parse(text.encode()) == certificate
    assert parse(text.replace("\n", "\r\n").encode()) == certificate


@given(certificates(), st.data())
def test_any_line_added_or_lost_makes_it_unreadable(certificate, data):
    lines = certificate.to_text().split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    added = [*lines[:at], "a remark", *lines[at:]]
    for changed in (added, lines[:at] if at else ["no"]):
        with pytest.raises(SourceRefused) as refused:
            parse("\n".join(changed).encode())
        assert refused.value.code == "certificate-unreadable"


@given(st.binary(max_size=400))
def test_other_bytes_are_unreadable_and_nothing_worse(data):
    with pytest.raises(SourceRefused):
        parse(data)


@pytest.fixture(scope="module")
def done():
    return redact(file_of(photo(64, 48), "JPEG"), recipe((8, 8, 16, 16)))


def test_the_certificate_is_about_exactly_the_output(done):
    stated = parse(done.certificate.encode())
    assert stated.sha256 == hashlib.sha256(done.output).hexdigest() == done.sha256
    assert (stated.size, stated.file) == (len(done.output), done.name)
    assert (stated.format, stated.width, stated.height) == ("jpeg", 64, 48)
    assert stated.regions == (("#000000", 1),)


def test_reasons_are_counted_in_plain_words():
    boxes = [(0, 0, 4, 4), (8, 0, 4, 4)]
    source = file_of(photo(64, 48), "PNG")
    asked = recipe(*boxes, reason="H").regions + recipe((0, 8, 4, 4), reason=None).regions
    text = redact(source, Recipe(asked)).certificate
    assert "- (H) Medical record numbers, also as a barcode: 2\n" in text
    assert "- No reason given: 1\n" in text


def test_verify_tells_the_three_cases_apart(done):
    certificate = done.certificate.encode()
    other_size = redact(file_of(photo(48, 64), "JPEG"), recipe((8, 8, 16, 16)))
    other_format = redact(file_of(photo(64, 48), "PNG"), recipe((8, 8, 16, 16)))
    flipped = bytearray(done.output)
    flipped[-20] ^= 1
    cases = {
        done.output: "unchanged",
        done.output + b"\0": "changed",
        bytes(flipped): "changed",
        done.output[: len(done.output) // 2]: "changed",
        other_size.output: "not-this-certificate",
        other_format.output: "not-this-certificate",
        b"": "not-this-certificate",
        b"Jane Roe": "not-this-certificate",
    }
    for image, status in cases.items():
        assert engine.verify(image, certificate).status == status


def test_verify_refuses_what_is_no_certificate(done):
    with pytest.raises(SourceRefused) as refused:
        engine.verify(done.output, b"not a certificate")
    assert refused.value.code == "certificate-unreadable"


@pytest.mark.parametrize("label", ["", "../x", "a/b", ".hidden", "Jane Roe", "x" * 65])
def test_a_name_that_could_be_a_path_is_refused(label):
    with pytest.raises(RecipeRefused):
        engine.redact(file_of(photo(8, 8), "PNG"), recipe((0, 0, 4, 4)), label=label, build="aa")


LOOKED_AT = Review(
    "screen",
    {
        **{letter: Answer("absent") for letter in "BCDEFGIJKLMNOPR"},
        "A": Answer("covered"),
        "H": Answer("covered"),
        "Q": Answer("kept", "SENTINEL says yes"),
    },
)


def test_nobody_is_said_to_have_looked_unless_somebody_said_so(done):
    text = done.certificate
    assert "- Nobody stated that they looked at the whole picture.\n- Not answered: A, B, C" in text
    assert parse(text.encode()).answers == ("",) * 18


def _reviewed(review):
    source = file_of(photo(64, 48), "JPEG")
    asked = recipe((8, 8, 16, 16))
    return engine.redact(source, asked, label=LABEL, build=BUILD, review=review)


def _record(done):
    return private_record(done.record_facts, source_name="a.jpg", made="now")


def test_the_certificate_says_how_far_it_was_looked_at_and_keeps_the_texts_private(done):
    told = _reviewed(LOOKED_AT)
    assert told.output == done.output  # no byte of the image depends on it
    assert "- The whole picture was on the screen at full size.\n" in told.certificate
    assert '- Answered "was covered": A, H\n' in told.certificate
    assert '- Answered "was kept, for a reason that the private record holds": Q\n' in (
        told.certificate
    )
    assert "SENTINEL" not in told.certificate and "Not answered" not in told.certificate
    stated = parse(told.certificate.encode())
    assert (stated.looked, stated.answers) == ("screen", answer_row(LOOKED_AT))
    assert LOOKED_AT.to_object() == told.record_facts["review"]
    assert "SENTINEL" in _record(told)
    assert engine.verify(told.output, told.certificate.encode()).status == "unchanged"


def test_another_review_of_an_image_gives_what_making_it_anew_would_give(done):
    told = _reviewed(LOOKED_AT)
    texts = engine.reviewed(done.output, done.certificate, _record(done), LOOKED_AT)
    assert texts == (told.certificate, _record(told))
    back = engine.reviewed(done.output, *texts, Review())
    assert back == (done.certificate, _record(done))


def test_texts_about_another_image_get_no_new_review(done):
    other = redact(file_of(photo(64, 48, seed=1), "JPEG"), recipe((8, 8, 16, 16)))
    for texts in (
        (other.certificate, _record(done)),
        (done.certificate, _record(other)),
        (done.certificate, "[]"),
        (done.certificate, "{}"),
        (done.certificate, ""),
    ):
        with pytest.raises(EngineFault):
            engine.reviewed(done.output, *texts, LOOKED_AT)
    with pytest.raises(SourceRefused):
        engine.reviewed(done.output, done.certificate + "remark\n", _record(done), LOOKED_AT)


def test_a_letter_that_stands_twice_or_not_at_all_makes_it_unreadable(done):
    text = done.certificate
    for changed in (
        text.replace("answered: A, B", "answered: A, A"),
        text.replace("answered: A, B", "answered: A, A, B"),
        text.replace("answered: A, ", "answered: "),
        text.replace("answered: A, B", "answered: B, A"),
        text.replace("- Not answered: A,", '- Answered "was covered": A\n- Not answered: A,'),
        text.replace("- Nobody stated", "- Somebody stated"),
        text.replace(", R\n", ", R, S\n"),
    ):
        assert changed != text
        with pytest.raises(SourceRefused):
            parse(changed.encode())
