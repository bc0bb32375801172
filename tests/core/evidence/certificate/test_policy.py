"""The certificate names the policy that was obeyed, and no other text passes for one."""

import json

import pytest
from pixelseal.core import engine
from pixelseal.core.evidence.certificate import Altered, Under, parse
from pixelseal.core.evidence.record import private_record
from pixelseal.model.finding import Finding
from pixelseal.model.policy.policy import Policy
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill, Output, Region
from pixelseal.model.review import Review

from tests.core.support import file_of, photo
from tests.model.policy.drawn import drawn

SOURCE = file_of(photo(40, 30), "PNG")
GIVEN = {"label": "drawn", "build": "source"}


def redacted(policy: Policy, **more: object) -> engine.Redaction:
    return engine.redact(SOURCE, Recipe(), **GIVEN, policy=policy, **more)


def digits_again(text: str) -> str:
    import hashlib

    body = text[: text.rindex("\nCheck digits: ")]
    return f"{body}\nCheck digits: {hashlib.sha256(body.encode()).hexdigest()[:16]}\n"


def test_name_version_and_hash_stand_in_certificate_and_record() -> None:
    policy = drawn()
    done = redacted(policy)
    read = parse(done.certificate.encode())
    assert read.form == 4 and read.sought is None
    assert read.policy == Under(policy.name, policy.version, policy.sha256, False)
    assert f"\n- Policy: {policy.name}, version 2026-11\n" in done.certificate
    assert "second person" not in done.certificate
    record = json.loads(private_record(done.record_facts, source_name="a", made=""))
    assert record["pixelseal"] == "record/2" and record["policy"] == policy.to_object()


def test_a_second_person_is_named_as_what_the_certificate_does_not_know() -> None:
    text = redacted(drawn(second_person=True)).certificate
    assert "does not say whether one has looked" in text
    read = parse(text.encode())
    assert read.policy is not None and read.policy.second


def test_it_stands_beside_what_programs_looked_for() -> None:
    policy = drawn(finders=["CenterFace"])
    done = redacted(policy, finding=Finding((("CenterFace", "abc"),)))
    read = parse(done.certificate.encode())
    assert read.policy is not None and read.sought is not None


def test_without_a_policy_the_certificate_is_as_before() -> None:
    done = engine.redact(SOURCE, Recipe(), **GIVEN)
    assert "olicy" not in done.certificate and parse(done.certificate.encode()).form == 2
    assert redacted(drawn()).output == done.output


def test_no_image_is_made_that_the_policy_does_not_allow() -> None:
    for policy, recipe, code in (
        (drawn(formats=["jpeg"]), Recipe(), "policy-format"),
        (drawn(formats=["jpeg"]), Recipe(output=Output("tiff")), "policy-format"),
        (drawn(review={"looked": "stated", "answered": []}), Recipe(), "policy-not-looked"),
    ):
        with pytest.raises(PolicyRefused) as refused:
            engine.redact(SOURCE, recipe, **GIVEN, policy=policy)
        assert refused.value.code == code
    with pytest.raises(PolicyRefused, match="policy-format"):
        engine.redact_together(SOURCE, Recipe(), **GIVEN, policy=drawn())
    done = engine.redact_together(SOURCE, Recipe(), **GIVEN, policy=drawn(formats=["tiff"]))
    assert parse(done.certificate.encode()).policy is not None


def test_a_line_that_was_changed_is_found() -> None:
    text = redacted(drawn(second_person=True)).certificate
    for old, new in (
        ("Under which policy", "Under what policy"),
        ("version 2026-11", "version 2026 11"),
        ("demands of methods", "demands of everything"),
        ("It asks for a second person.", "A second person looked."),
        ("- SHA-256 of the policy's file: ", "- SHA-256 of the policy's file: z"),
    ):
        assert old in text
        with pytest.raises(Altered) as altered:
            parse(digits_again(text.replace(old, new)).encode())
        assert altered.value.line > 1
    start, end = text.index("Under which"), text.index("Made with")
    with pytest.raises(Altered):  # nothing of version 4 is left in it
        parse(digits_again(text[:start] + text[end:]).encode())


def test_what_is_stated_changes_only_under_the_same_policy() -> None:
    policy = drawn(review={"looked": "stated", "answered": []})
    done = redacted(policy, review=Review("stated"))
    record = private_record(done.record_facts, source_name="a", made="")
    given = (done.output, done.certificate, record)
    text, _record = engine.recertify(*given, Review("screen"), policy=policy)
    assert parse(text.encode()).policy == parse(done.certificate.encode()).policy
    for review, other, code in (
        (Review("screen"), None, "policy-missing"),
        (Review("screen"), drawn(), "policy-missing"),
        (Review(), policy, "policy-not-looked"),
    ):
        with pytest.raises(PolicyRefused) as refused:
            engine.recertify(*given, review, policy=other)
        assert refused.value.code == code


def test_what_was_made_ahead_of_its_review_is_named_as_obeyed_only_once_it_is() -> None:
    strict = drawn(review={"looked": "stated", "answered": []})
    done = redacted(strict, ahead=True)
    assert strict.sha256 not in done.certificate
    record = private_record(done.record_facts, source_name="a", made="")
    given = (done.output, done.certificate, record)
    with pytest.raises(PolicyRefused, match="policy-not-looked"):
        engine.recertify(*given, Review(), None, strict)
    text, under = engine.recertify(*given, Review("stated"), None, strict)
    assert text == redacted(strict, review=Review("stated")).certificate
    assert json.loads(under)["policy"] == strict.to_object()


def test_a_policy_that_comes_later_is_asked_about_what_was_done_as_well() -> None:
    recipe = Recipe(
        [Region(Rectangle(2, 2, 9, 9), Fill("#ff0000"))], output=Output("png", "source")
    )
    done = engine.redact(SOURCE, recipe, **GIVEN)
    record = private_record(done.record_facts, source_name="a", made="")
    given = (done.output, done.certificate, record, Review(), None)
    for code, policy in {
        "policy-colour": drawn(
            methods={"fill": {"colours": ["#000000"]}, "mosaic": None, "blur": None}
        ),
        "policy-format": drawn(formats=["jpeg"]),
        "policy-id-required": drawn(alternate_id={"use": "required", "begins": ""}),
    }.items():
        with pytest.raises(PolicyRefused, match=code):
            engine.recertify(*given, policy)
        with pytest.raises(PolicyRefused, match=code):
            engine.redact(SOURCE, recipe, **GIVEN, policy=policy, ahead=True)
    text, _record = engine.recertify(*given, drawn())
    assert drawn().sha256 in text


def test_programs_look_at_what_was_made_before_the_policy_that_asks_for_it_is_named() -> None:
    strict = drawn(pixelseal="policy/2", find_again=True, finders=["CenterFace"])
    before = Finding((("CenterFace", "abc"),))
    again = Finding(before.finders, 0, (), ())
    with pytest.raises(PolicyRefused, match="policy-find-again"):
        redacted(strict, finding=before)
    done = redacted(strict, finding=before, ahead=True)
    assert strict.sha256 not in done.certificate
    for wrong, code in (
        (before, "policy-find-again"),
        (Finding(before.finders, 0, None, ()), "policy-finder"),
    ):
        with pytest.raises(PolicyRefused, match=code):
            engine.restated(done, wrong, strict)
    stated = engine.restated(done, again, strict)
    assert parse(stated.certificate.encode()).policy is not None
    assert stated.record_facts["policy"] == strict.to_object()
    record = private_record(done.record_facts, source_name="a", made="")
    given = (done.output, done.certificate, record, Review())
    with pytest.raises(PolicyRefused, match="policy-find-again"):
        engine.recertify(*given, None, strict)
    assert engine.recertify(*given, again, strict)[0] == stated.certificate
