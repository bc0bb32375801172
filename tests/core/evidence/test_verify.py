"""Verify says unchanged only where all that can be compared agrees, and else what does not."""

import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.evidence.certificate import parse
from pixelseal.core.evidence.certificate.model import check_digits
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe, Region
from pixelseal.model.recipe.recipe import parse as parse_recipe
from pixelseal.model.recipe.region import Blur, Crop, Keep, Mosaic

from tests.core.evidence.certificate.test_certificate import mutated
from tests.core.evidence.certificate.test_earlier_versions import FIRST
from tests.core.support import BUILD, LABEL, file_of, photo, recipe, redact
from tests.vectors.table import recipe_text, sources

BOX = (8, 8, 16, 16)


@pytest.fixture(scope="module")
def done():
    return redact(file_of(photo(64, 48), "JPEG"), recipe(BOX))


def again(certificate) -> bytes:
    """The certificate's text with check digits that fit, as a forger would write it."""
    return certificate.to_text().encode()


def test_the_three_cases_of_another_hash_are_told_apart(done):
    certificate = done.certificate.encode()
    other_size = redact(file_of(photo(48, 64), "JPEG"), recipe(BOX))
    other_format = redact(file_of(photo(64, 48), "PNG"), recipe(BOX))
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
        found = engine.verify(image, certificate)
        assert (found.status, found.file) == (status, done.name)


def test_a_certificate_that_an_editor_has_saved_again_is_still_one(done):
    text = done.certificate.encode()
    for saved in (b"\xef\xbb\xbf" + text, text[:-1], b"\xef\xbb\xbf" + text[:-1]):
        assert engine.identify(saved).kind == "certificate"
        for as_mailed in (saved, saved.replace(b"\n", b"\r\n")):
            assert engine.verify(done.output, as_mailed).status == "unchanged"
    # One line or one mark more is something that somebody wrote there.
    for other in (text + b"\n", text[:-2], text[:-1] + b" ", text + b"\xef\xbb\xbf"):
        assert engine.verify(done.output, other).status == "certificate-altered"
    assert engine.verify(done.output, b"\xef\xbb\xbf" * 2 + text).status == "not-a-certificate"


def test_what_is_no_certificate_is_said_to_be_none(done):
    for other in (b"", b"not a certificate", done.output, b"x" * 100_000):
        assert engine.verify(done.output, other).status == "not-a-certificate"


FORGED = {
    "a line of one's own": ("\n\nWhat was done", "\nReviewed by J. Doe, attorney\n\nWhat was done"),
    "a check that failed": ("- burned: Every", "- burned: FAILED. Every"),
    "a check left out": (
        "- size: The picture has the size and kind that it must have.\n", ""
    ),
    "a check of one's own": ("- size:", "- approved: By the board.\n- size:"),
    "page 7 of 3": ("a sample\n\n", "a sample\nPage: 7 of 3 of the original\n\n"),
    "another size in bytes": ("Size: ", "Size: 1"),
    "another width": ("Picture: JPEG, 64", "Picture: JPEG, 640"),
    "another format": ("Picture: JPEG", "Picture: PNG"),
    "more regions than reasons": ("#000000: 1", "#000000: 21"),
    "a colour that is none": ("#000000", "#00000g"),
    "nothing covered": ("burned: Every whole block", "burned: No area"),
    "somebody looked": ("- Nobody stated", "- A lawyer stated"),
    "signed": ("- It is not signed: anyone", "- It is signed: no one"),
    "the law": ("tools cannot make that so", "but it is"),
    "another build": ("Build: 0123abcd", "Build: 0123abce"),
    "another name": ("File: neutral-1.jpg", "File: neutral-2.jpg"),
}  # fmt: skip


@pytest.mark.parametrize("what", FORGED)
def test_a_certificate_of_which_only_the_hash_was_left_is_never_unchanged(done, what):
    old, new = FORGED[what]
    assert old in done.certificate
    text = done.certificate.replace(old, new, 1)
    found = engine.verify(done.output, text.encode())
    assert found.status == "certificate-altered"


def test_all_of_them_together_tell_the_first_line_that_cannot_be(done):
    text = done.certificate
    for old, new in FORGED.values():
        text = text.replace(old, new, 1)
    found = engine.verify(done.output, text.encode())
    assert (found.status, found.line, found.file) == ("certificate-altered", 6, "neutral-2.jpg")


def test_what_a_well_made_certificate_says_of_the_file_must_be_so(done):
    stated = parse(done.certificate.encode())
    cases = {
        ("bytes",): stated._replace(size=stated.size + 1),
        ("size",): stated._replace(width=65),
        ("format",): stated._replace(format="webp", file="neutral-1.webp"),
    }
    for wrong, forged in cases.items():
        found = engine.verify(done.output, again(forged))
        assert found.status == "certificate-contradicted"
        assert found.wrong == wrong
    wide = redact(file_of(photo(64, 48), "PNG"), recipe(BOX))
    forged = parse(wide.certificate.encode())._replace(bits=16)
    assert engine.verify(wide.output, again(forged)).wrong == ("bits",)
    alone = redact(file_of(photo(64, 48), "TIFF"), recipe(BOX))
    stated = parse(alone.certificate.encode())
    checks = tuple((id, "pages" if id == "one-picture" else case) for id, case in stated.checks)
    forged = stated._replace(page=(0, 3), checks=checks)
    assert engine.verify(alone.output, again(forged)).wrong == ("pages",)


def test_a_file_that_was_never_an_output_is_not_made_one_by_its_hash(done):
    # Anyone can type a certificate for a photo as the camera wrote it: the checks are run again.
    source = file_of(photo(64, 48), "JPEG", comment=b"Jane Roe")
    sha256 = hashlib.sha256(source).hexdigest()
    forged = parse(done.certificate.encode())._replace(sha256=sha256, size=len(source))
    found = engine.verify(source, again(forged))
    assert (found.status, found.wrong) == ("certificate-contradicted", ("structure",))


@pytest.fixture(scope="module")
def every_kind():
    """An output of each format and each way of covering, and pages together."""
    made = [
        redact(file_of(photo(64, 48), "PNG"), recipe(BOX, format=f))
        for f in ("jpeg", "png", "webp", "tiff")
    ]
    made.append(redact(file_of(photo(64, 48), "WEBP"), recipe(BOX)))
    shapes = Rectangle(0, 0, 40, 40)
    ways = [
        Recipe(),
        Recipe([Region(shapes, Mosaic(32)), Region(shapes, Blur(32))]),
        Recipe([], keep=[Keep(shapes)]),
        Recipe([Region(Rectangle(50, 0, 8, 8))], crop=[Crop(shapes)]),
    ]  # fmt: skip
    made += [redact(file_of(photo(64, 48), "JPEG"), way) for way in ways]
    frames = [Image.fromarray(photo(40, 30, seed)) for seed in range(3)]
    stream = io.BytesIO()
    frames[0].save(stream, "TIFF", save_all=True, append_images=frames[1:])
    pages, asked = stream.getvalue(), Recipe([Region(Rectangle(0, 0, 8, 8), page=2)])
    made.append(engine.redact_together(pages, asked, label=LABEL, build=BUILD))
    made += [engine.redact(pages, asked, label=LABEL, build=BUILD, page=n) for n in (1, 2)]
    return made


def test_every_kind_of_output_verifies_with_its_certificate(every_kind):
    for made in every_kind:
        found = engine.verify(made.output, made.certificate.encode())
        assert (found.status, found.form, found.wrong) == ("unchanged", 2, ())


@pytest.mark.parametrize("name", sources())
def test_the_outputs_of_the_vectors_verify(name):
    for how in ("black box", "box as png", "box as webp", "box as tiff"):
        made = engine.redact(
            sources()[name], parse_recipe(recipe_text(how)), label="vector", build="source"
        )
        assert engine.verify(made.output, made.certificate.encode()).status == "unchanged", how


@given(st.data())
def test_no_change_of_a_line_is_ever_unchanged(every_kind, data):
    made = data.draw(st.sampled_from(every_kind))
    lines = made.certificate.split("\n")
    at = data.draw(st.integers(0, len(lines) - 2))
    line = mutated(lines[at], data)
    if line != lines[at]:
        text = "\n".join([*lines[:at], line, *lines[at + 1 :]])
        found = engine.verify(made.output, text.encode())
        assert found.status in ("certificate-altered", "not-a-certificate", "certificate-newer")


@given(st.data())
def test_a_forger_who_mends_the_digits_cannot_change_what_is_compared(every_kind, data):
    made = data.draw(st.sampled_from(every_kind))
    lines = made.certificate.split("\n")
    compared = [n for n, line in enumerate(lines) if line.startswith(("Size", "Picture", "SHA"))]
    at = data.draw(st.sampled_from(compared))
    line = mutated(lines[at], data)
    if line != lines[at]:
        text = "\n".join([*lines[:at], line, *lines[at + 1 :]])
        above = text.rpartition("Check digits: ")[0][:-1]
        text = f"{above}\nCheck digits: {check_digits(above)}\n"
        assert engine.verify(made.output, text.encode()).status != "unchanged"


@pytest.mark.parametrize("path", FIRST, ids=lambda path: path.stem)
def test_a_certificate_of_the_first_version_still_verifies(path):
    # The outputs of that version were these; only their compression may differ by machine.
    text = path.read_text("ascii")
    stated = parse(text.encode())
    made = redact(file_of(photo(64, 48), stated.format.upper()), recipe(BOX))
    text = text.replace(stated.sha256, made.sha256)
    text = text.replace(f"Size: {stated.size} ", f"Size: {len(made.output)} ")
    found = engine.verify(made.output, text.encode())
    assert (found.status, found.form) == ("unchanged", 1)
    altered = text.replace("- size: The", "- size: A")
    assert engine.verify(made.output, altered.encode()).status == "certificate-altered"
