"""A certificate reads back as written, is refused when altered, and gets the right verdict."""

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core import engine
from pixelseal.core.audit.facts.checks import CHECKS
from pixelseal.core.base.errors import EngineFault, RecipeRefused, SourceRefused
from pixelseal.core.evidence.certificate import (
    Altered,
    answer_row,
    names,
    parse,
)
from pixelseal.core.evidence.certificate.model import check_digits
from pixelseal.core.evidence.record import private_record
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill, Keep, Region
from pixelseal.model.recipe.shapes import Rectangle
from pixelseal.model.review import Answer, Review

from tests.builders.pictures import encoded
from tests.core.evidence.certificate.drawn import certificates
from tests.core.support import BUILD, LABEL, file_of, photo, recipe, redact


@given(certificates())
def test_what_was_written_is_read_back(certificate):
    text = certificate.to_text()
    assert parse(text.encode()) == certificate
    for ends in (text, text.replace("\n", "\r\n")):
        # What mail and editors do to any text: another line end, a byte order mark, no last end.
        for there in (ends, "\ufeff" + ends, ends.rstrip(), "\ufeff" + ends.rstrip()):
            assert parse(there.encode()) == certificate
            assert names(there.encode()) == names(text.encode())


@given(certificates(), st.data())
def test_any_line_added_or_lost_is_told_by_its_number(certificate, data):
    lines = certificate.to_text().split("\n")
    at = data.draw(st.integers(1, len(lines) - 1))
    for changed in ([*lines[:at], "a remark", *lines[at:]], [*lines[:at], "a remark"]):
        with pytest.raises(Altered) as found:
            parse("\n".join(changed).encode())
        # Where what went before is not whole yet, its own last line is told.
        assert found.value.line in (at, at + 1)
    if lines[at:] != [""]:  # the end of the last line may be missing, nothing else
        with pytest.raises(Altered):
            parse("\n".join(lines[:at]).encode())


def mutated(line: str, data: st.DataObject) -> str:
    """The line with one change of the kinds that people and programs make, or none of it."""
    kinds = ["drop a letter", "double a letter", "another letter", "another number", "other words"]
    kind = data.draw(st.sampled_from(kinds))
    numbers = list(re.finditer(r"\d+", line))
    if kind == "another number" and numbers:
        place = data.draw(st.sampled_from(numbers))
        number = str(data.draw(st.integers(0, 10**9)))
        return line[: place.start()] + number + line[place.end() :]
    if kind == "other words" or not line:
        return data.draw(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80))
    at = data.draw(st.integers(0, len(line) - 1))
    letter = data.draw(st.characters(min_codepoint=33, max_codepoint=126))
    put = {"drop a letter": "", "double a letter": line[at] * 2}.get(kind, letter)
    return line[:at] + put + line[at + 1 :]


@given(certificates(forms=(2, 3, 4)), st.data())
def test_no_line_can_be_other_than_it_was_written(certificate, data):
    lines = certificate.to_text().split("\n")
    at = data.draw(st.integers(0, len(lines) - 2))
    line = mutated(lines[at], data)
    if line == lines[at]:
        return
    with pytest.raises(SourceRefused):
        parse("\n".join([*lines[:at], line, *lines[at + 1 :]]).encode())


@given(certificates(), st.data())
def test_whoever_works_out_the_check_digits_anew_can_only_state_what_could_be(certificate, data):
    # What is left to a forger: values that nobody can work out again from the file.
    lines = certificate.to_text().split("\n")
    at = data.draw(st.integers(0, len(lines) - 2))
    lines[at] = mutated(lines[at], data)
    text = "\n".join(lines)
    if certificate.form > 1:
        above = text.rpartition("Check digits: ")[0][:-1]
        text = f"{above}\nCheck digits: {check_digits(above)}\n"
    try:
        read = parse(text.encode())
    except SourceRefused:
        return
    assert read.to_text() == text
    regions, stated = (sum(n for _, n in rows) for rows in (read.regions, read.reasons))
    assert stated >= regions if read.form > 2 else stated == regions
    assert read.form != 3 or stated > regions or any(read.lying)
    assert all(n <= regions for _, n in read.reasons)
    assert [id for id, _ in read.checks] == list(CHECKS)
    changed = [name for name in read._fields if getattr(read, name) != getattr(certificate, name)]
    free = {"file", "sha256", "size", "format", "width", "height", "bits", "page", "regions"}
    free |= {
        "kept",
        "reasons",
        "looked",
        "answers",
        "sought",
        "policy",
        "checks",
        "version",
        "build",
    }
    assert set(changed) <= free and len(changed) <= 1


@given(st.binary(max_size=400))
def test_other_bytes_are_unreadable_and_nothing_worse(data):
    with pytest.raises(SourceRefused) as refused:
        parse(data)
    assert refused.value.code == "certificate-unreadable"


@pytest.fixture(scope="module")
def done():
    return redact(file_of(photo(64, 48), "JPEG"), recipe((8, 8, 16, 16)))


def test_the_certificate_is_about_exactly_the_output(done):
    stated = parse(done.certificate.encode())
    assert stated.sha256 == hashlib.sha256(done.output).hexdigest() == done.sha256
    assert (stated.size, stated.file) == (len(done.output), done.name)
    assert (stated.format, stated.width, stated.height) == ("jpeg", 64, 48)
    assert stated.regions == (("#000000", 1),)


def test_the_check_digits_are_of_all_lines_above_the_empty_one(done):
    # As docs/certificate.md says: whoever has no Pixelseal can work them out.
    above, _, digits = done.certificate.partition("\n\nCheck digits: ")
    assert digits == hashlib.sha256(f"{above}\n".encode()).hexdigest()[:16] + "\n"


def test_a_certificate_of_as_many_colours_as_a_recipe_may_have_is_read():
    colours = [f"#{number:06x}" for number in range(10_000)]
    regions = [Region(Rectangle(1, 1, 9, 9), Fill(colour)) for colour in colours]
    certificate = redact(file_of(photo(32, 32), "PNG"), Recipe(regions)).certificate
    assert parse(certificate.encode()).regions == tuple((colour, 1) for colour in colours)


def test_reasons_are_counted_in_plain_words():
    boxes = [(0, 0, 4, 4), (8, 0, 4, 4)]
    source = file_of(photo(64, 48), "PNG")
    asked = recipe(*boxes, reasons="H").regions + recipe((0, 8, 4, 4), reasons="").regions
    text = redact(source, Recipe(asked)).certificate
    assert "- (H) Medical record numbers, also as a barcode: 2\n" in text
    assert "- No reason given: 1\n" in text


def test_a_region_with_several_reasons_is_counted_under_each_of_them():
    source, boxes = file_of(photo(64, 48), "PNG"), [(0, 0, 4, 4), (8, 0, 4, 4), (0, 8, 4, 4)]
    regions = [
        recipe(box, reasons=given).regions[0]
        for box, given in zip(boxes, ("AH", "A", ""), strict=True)
    ]
    done = redact(source, Recipe(regions))
    assert done.certificate.startswith("Pixelseal certificate, version 3\n")
    assert "164.514(b)(2)(i); a region can have several\n" in done.certificate
    assert "label, chart or badge: 2\n- (H) Medical" in done.certificate
    assert "also as a barcode: 1\n- No reason given: 1\n" in done.certificate
    assert engine.verify(done.output, done.certificate.encode()).status == "unchanged"
    assert done.record_facts["recipe"].value["regions"][0]["reasons"] == ["A", "H"]
    told = engine.recertify(done.output, done.certificate, _record(done), LOOKED_AT)
    assert engine.verify(done.output, told[0].encode()).status == "unchanged"
    # A reason changes nothing of the picture.
    assert redact(source, recipe(*boxes)).output == done.output


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("badge: 2", "badge: 4"),  # of three regions
        ("badge: 2", "badge: 3"),  # one has none
        ("No reason given: 1", "No reason given: 2"),
        ("barcode: 1", "barcode: 0"),
        ("; a region can have several", ""),
        ("version 3", "version 2"),
    ],
)
def test_reasons_that_so_many_regions_cannot_have_are_refused(old, new):
    boxes = [(0, 0, 4, 4), (8, 0, 4, 4), (0, 8, 4, 4)]
    given = [*recipe(boxes[0], reasons="AH").regions, *recipe(boxes[1], reasons="A").regions]
    asked = Recipe([*given, *recipe(boxes[2], reasons="").regions])
    text = redact(file_of(photo(64, 48), "PNG"), asked).certificate
    assert old in text
    above = text.replace(old, new, 1).rpartition("Check digits: ")[0][:-1]
    with pytest.raises(Altered) as altered:
        parse(f"{above}\nCheck digits: {check_digits(above)}\n".encode())
    assert altered.value.line > 0


def test_one_reason_a_region_is_written_in_the_second_version_and_in_no_other(done):
    third = done.certificate.replace("version 2", "version 3").replace(
        "164.514(b)(2)(i)\n", "164.514(b)(2)(i); a region can have several\n", 1
    )
    above = third.rpartition("Check digits: ")[0][:-1]
    with pytest.raises(Altered) as altered:
        parse(f"{above}\nCheck digits: {check_digits(above)}\n".encode())
    assert altered.value.line == 1


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
    assert "- Nobody stated that they looked at the whole picture.\n- Nothing was answered" in text
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
    texts = engine.recertify(done.output, done.certificate, _record(done), LOOKED_AT)
    assert texts == (told.certificate, _record(told))
    back = engine.recertify(done.output, *texts, Review())
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
            engine.recertify(done.output, *texts, LOOKED_AT)
    with pytest.raises(SourceRefused):
        engine.recertify(done.output, done.certificate + "remark\n", _record(done), LOOKED_AT)


def test_letters_that_are_answered_have_their_meaning_beside_them(done):
    told = _reviewed(LOOKED_AT).certificate
    assert "- (R) Any other unique mark: tattoo, scar, birthmark, jewelry, code\n" in told
    assert "The letters: " in told and "The letters: " not in done.certificate


def test_a_certificate_of_a_later_version_is_told_as_that(done):
    later = done.certificate.replace("certificate, version 2", "certificate, version 5")
    with pytest.raises(SourceRefused) as refused:
        parse(later.encode())
    assert refused.value.code == "certificate-newer"


@pytest.mark.parametrize("format", ["jpeg", "png", "webp"])
def test_an_area_to_keep_may_be_the_whole_picture(format):
    whole = Keep(Rectangle(0, 0, 1000, 1000))
    done = engine.redact(encoded(format), Recipe([], keep=[whole]), label=LABEL, build=BUILD)
    assert "burned: No area was to be covered." in done.certificate
    assert parse(done.certificate.encode()).kept is not None
