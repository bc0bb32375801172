"""What programs looked for is in certificate and record, and what they read is in neither."""

import json

import pytest
from pixelseal.core import engine
from pixelseal.core.evidence.certificate import Again, Altered, parse
from pixelseal.core.evidence.certificate.model import check_digits
from pixelseal.core.evidence.record import private_record
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.finding import MISSED, Finding
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Region
from pixelseal.model.review import Review

from tests.core.support import BUILD, LABEL, file_of, photo

RECIPE = Recipe([Region(Rectangle(8, 8, 16, 16))])
LOOKED = (("CenterFace", "89ab3ac7a1f3"), ("ZXing-C++", "3.1.1"))
DECIDED = (
    "- Proposed there, and a person stated that it stays: faces 0, writing 0, codes 1\n"
    "- Proposed there, and nobody decided about it: faces 0, writing 0, codes 1\n"
)


def redacted(finding: Finding | None) -> engine.Redaction:
    data = file_of(photo(64, 48), "PNG")
    return engine.redact(data, RECIPE, label=LABEL, build=BUILD, finding=finding)


def test_who_reads_the_certificate_learns_that_nobody_confirmed_a_region() -> None:
    done = redacted(Finding(LOOKED, 1, (("face", 3, 1, 2),)))
    stated = parse(done.certificate.encode())
    assert stated.form == 4 and stated.sought == (LOOKED, MISSED, True, 1, None, False)
    for line in (
        "- Program: CenterFace, version 89ab3ac7a1f3",
        "- Regions that a program proposed and no person confirmed: 1",
        "- No program looked at the finished picture.",
    ):
        assert f"\n{line}\n" in done.certificate
    assert "but for those that no person confirmed" in done.certificate
    # What was proposed and thrown away is private.
    assert "thrown" not in done.certificate and f"{MISSED[0]} faces" in done.certificate


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
        "again": None,
    }


def test_what_was_found_in_the_finished_picture_is_told_with_what_became_of_it() -> None:
    done = redacted(Finding(LOOKED, 0, (), (("face", 3, 1), ("code", 2, 0))))
    sought = parse(done.certificate.encode()).sought
    assert sought is not None and sought.again == Again((1, 0, 0), (2, 0, 2))
    for line in (
        "- Proposed there, and a person stated that it stays: faces 1, writing 0, codes 0",
        "- Proposed there, and nobody decided about it: faces 2, writing 0, codes 2",
    ):
        assert f"\n{line}\n" in done.certificate
    record = json.loads(private_record(done.record_facts, source_name="a", made=""))
    assert record["finding"]["again"] == [
        {"kind": "face", "found": 3, "stays": 1},
        {"kind": "code", "found": 2, "stays": 0},
    ]


def test_nothing_found_in_the_finished_picture_is_no_praise_of_it() -> None:
    text = redacted(Finding(LOOKED, 0, (), ())).certificate
    assert (
        "proposed nothing in it outside of what a\n  solid colour covers. They miss some.\n" in text
    )
    assert "clean" not in text.lower() and "nobody decided" not in text


def test_it_is_told_if_only_the_finished_picture_was_looked_at() -> None:
    text = redacted(Finding(LOOKED, 0, None, ())).certificate
    assert (
        "in the finished picture alone. They miss\n" in text and "codes in the picture" not in text
    )
    sought = parse(text.encode()).sought
    assert sought == (LOOKED, MISSED, False, 0, Again((0, 0, 0), (0, 0, 0)), False)


def test_what_was_found_later_is_stated_of_the_same_image() -> None:
    done = redacted(None)
    record = private_record(done.record_facts, source_name="a", made="")
    later = Finding(LOOKED, 0, (("face", 1, 1, 0),), (("code", 1, 1),))
    texts = engine.recertify(done.output, done.certificate, record, Review(), later)
    straight = redacted(later)
    assert texts[0] == straight.certificate
    assert texts[1] == private_record(straight.record_facts, source_name="a", made="")
    # Another review, and nothing new of programs: what they did stays stated.
    again = engine.recertify(done.output, *texts, Review("stated"))
    assert parse(again[0].encode()).sought == parse(texts[0].encode()).sought
    assert json.loads(again[1])["finding"] == later.to_object()


def test_no_certificate_repeats_a_statement_that_no_text_may_hold() -> None:
    done = redacted(None)
    record = private_record(done.record_facts, source_name="a", made="")
    for said in (Finding((("Quill\nfeather", "1"),)), Finding(LOOKED, 2), Finding(())):
        for operation in (
            lambda said=said: redacted(said),
            lambda said=said: engine.recertify(
                done.output, done.certificate, record, Review(), said
            ),
        ):
            with pytest.raises(RecipeRefused) as refused:
                operation()
            assert refused.value.code == "finding-unreadable"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no person confirmed: 1", "no person confirmed: 2"),  # of one region
        ("no person confirmed: 1", "no person confirmed: 0"),
        ("ZXing-C++, version 3.1.1", "CenterFace, version 89ab3ac7a1f3"),  # twice the same
        (f"{MISSED[0]} faces", "101 faces"),
        (f"{MISSED[0]} faces", f"0{MISSED[0]} faces"),
        ("- Program: CenterFace, version 89ab3ac7a1f3\n", "- Program: , version 1\n"),
        (
            "decided about it: faces 0, writing 0, codes 1",
            "decided about it: faces 0, writing 0, codes 0",
        ),
        ("it stays: faces 0, writing 0, codes 1", "it stays: faces 0, writing 0, codes 01"),
        (f"{MISSED[0]} faces", f"{MISSED[0]} face"),
        (f"{MISSED[1]} lines of", "1 line"),
        ("proposed something in it", "proposed nothing in it"),
        ("proposed something in it", "proposed Quillfeather in it"),
        (
            "codes in the picture. They miss some: of 100 in",
            "codes in the picture. They miss none: of 100 in",
        ),
        (DECIDED, ""),  # something was proposed, and what became of it is not told
        (DECIDED, "- No program looked at the finished picture.\n"),
    ],
)
def test_what_no_program_could_have_written_is_an_altered_certificate(old: str, new: str) -> None:
    whole = redacted(Finding(LOOKED, 1, (), (("code", 2, 1),))).certificate
    text = whole.replace(old, new)
    assert text != whole
    above = text.rpartition("Check digits: ")[0][:-1]
    with pytest.raises(Altered):
        parse(f"{above}\nCheck digits: {check_digits(above)}\n".encode())


@pytest.mark.parametrize("before", [True, False])
def test_one_is_told_as_one_and_as_it_was_written_before_is_read(before: bool) -> None:
    certificate = redacted(
        Finding(LOOKED, 1) if before else Finding(LOOKED, 0, None, ())
    ).certificate
    assert MISSED[2] == 1 and " and 1 code.\n" in certificate and "1 codes" not in certificate
    read = parse(certificate.encode())
    above = certificate.replace("1 code.", "1 codes.").rpartition("Check digits: ")[0][:-1]
    earlier = parse(f"{above}\nCheck digits: {check_digits(above)}\n".encode())
    assert read.sought == earlier.sought._replace(several=False) and read.sought.missed == MISSED
