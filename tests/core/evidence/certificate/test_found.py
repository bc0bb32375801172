"""What programs looked for is in certificate and record, and what they read is in neither."""

import json

import pytest
from pixelseal.core import engine
from pixelseal.core.evidence.certificate import Altered, parse
from pixelseal.core.evidence.certificate.model import check_digits
from pixelseal.core.evidence.record import private_record
from pixelseal.model.finding import MISSED, Finding
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Region

from tests.core.support import BUILD, LABEL, file_of, photo

RECIPE = Recipe([Region(Rectangle(8, 8, 16, 16))])
LOOKED = (("CenterFace", "89ab3ac7a1f3"), ("ZXing-C++", "3.1.1"))


def redacted(finding: Finding | None) -> engine.Redaction:
    data = file_of(photo(64, 48), "PNG")
    return engine.redact(data, RECIPE, label=LABEL, build=BUILD, finding=finding)


def test_who_reads_the_certificate_learns_that_nobody_confirmed_a_region() -> None:
    done = redacted(Finding(LOOKED, 1, (("face", 3, 1, 2),)))
    stated = parse(done.certificate.encode())
    assert stated.form == 4 and stated.sought == (LOOKED, MISSED, 1)
    for line in (
        "- Program: CenterFace, version 89ab3ac7a1f3",
        "- Regions that a program proposed and no person confirmed: 1",
    ):
        assert f"\n{line}\n" in done.certificate
    assert "but for those that no person confirmed" in done.certificate
    # What was proposed and thrown away is private.
    assert "thrown" not in done.certificate and "3 faces" in done.certificate


def test_where_people_confirmed_all_the_programs_are_named_all_the_same() -> None:
    done = redacted(Finding(LOOKED))
    assert "no person confirmed: " not in done.certificate
    assert "- Program: ZXing-C++, version 3.1.1\n" in done.certificate


def test_without_programs_certificate_and_record_are_as_before() -> None:
    done = redacted(None)
    assert parse(done.certificate.encode()).form < 4 and "rogram" not in done.certificate
    record = json.loads(private_record(done.record_facts, source_name="a", made=""))
    assert record["pixelseal"] == "record/1" and "finding" not in record
    assert redacted(Finding(LOOKED)).output == done.output


def test_the_record_counts_what_was_proposed_taken_and_thrown_away() -> None:
    done = redacted(Finding(LOOKED, 1, (("face", 3, 1, 2),)))
    record = json.loads(private_record(done.record_facts, source_name="a", made=""))
    assert record["pixelseal"] == "record/2"
    assert record["finding"] == {
        "finders": [{"name": name, "version": version} for name, version in LOOKED],
        "unconfirmed": 1,
        "counts": [{"kind": "face", "proposed": 3, "taken": 1, "thrown_away": 2}],
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no person confirmed: 1", "no person confirmed: 2"),  # of one region
        ("no person confirmed: 1", "no person confirmed: 0"),
        ("ZXing-C++, version 3.1.1", "CenterFace, version 89ab3ac7a1f3"),  # twice the same
        ("3 faces", "101 faces"),
        ("3 faces", "03 faces"),
        ("- Program: CenterFace, version 89ab3ac7a1f3\n", "- Program: , version 1\n"),
    ],
)
def test_what_no_program_could_have_written_is_an_altered_certificate(old: str, new: str) -> None:
    text = redacted(Finding(LOOKED, 1)).certificate.replace(old, new)
    above = text.rpartition("Check digits: ")[0][:-1]
    with pytest.raises(Altered):
        parse(f"{above}\nCheck digits: {check_digits(above)}\n".encode())
