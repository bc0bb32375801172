"""Certificates of earlier versions, which people keep for years, are read as they were written."""

from pathlib import Path

import pytest
from pixelseal.core import engine
from pixelseal.core.evidence.certificate import Altered, parse
from pixelseal.core.evidence.certificate.words import VERSIONS

SECOND = sorted((Path(__file__).parent / "second").glob("*.txt"))
FIRST = [Path(__file__).with_name(f"first-{kind}.txt") for kind in ("jpeg", "png")]


@pytest.mark.parametrize("path", FIRST, ids=lambda path: path.stem)
def test_certificates_of_the_first_version_are_read_as_they_were_written(path):
    assert parse(path.read_bytes()).form == 1
    assert parse(path.read_bytes()).to_text() == path.read_text("ascii")


@pytest.mark.parametrize("path", SECOND, ids=lambda path: path.stem)
def test_certificates_of_the_second_version_hold_for_their_images_for_ever(path: Path):
    """They were written by the engine of November 2026, beside the image that each is about.

    People hold such files for years. A test that fails here means that a word of a written version
    was changed: give the next version another word instead.
    """
    (image,) = (other for other in path.parent.glob(path.stem + ".*") if other != path)
    stated = parse(path.read_bytes())
    assert stated.form == 2
    assert stated.to_text() == path.read_text("ascii")
    found = engine.verify(image.read_bytes(), path.read_bytes())
    assert (found.status, found.file) == ("unchanged", stated.file)
    assert engine.verify(image.read_bytes() + b"\0", path.read_bytes()).status == "changed"


def test_the_certificates_kept_of_the_second_version_have_nearly_all_of_its_lines():
    """What none of them says is no word that somebody may change unseen."""
    kept = "".join(path.read_text("ascii") for path in SECOND)
    words = VERSIONS[2]
    rows = [*words.looked.values(), *words.shown.values(), *words.meanings.values(), *words.limits]
    rows += [row for cases in words.checks.values() for row in cases.values()]
    rows += [words.unanswered, words.legend, words.reasons]
    rows += [row.partition("{}")[0] for row in words.answers.values()]
    assert [row for row in rows if row not in kept] == []


def test_a_letter_that_stands_twice_or_not_at_all_is_told():
    text = FIRST[0].read_text("ascii")
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
        with pytest.raises(Altered):
            parse(changed.encode())
