"""A policy reads as it was written, and whatever docs/policy.md does not list is refused."""

import hashlib

from pixelseal.model.policy import policy
from pixelseal.model.policy.refused import PolicyRefused

from tests.model.policy.drawn import GOOD, drawn, text


def _refusal(untrusted):
    try:
        policy.parse(untrusted)
    except PolicyRefused as error:
        assert error.sentence != error.code and "{" not in error.sentence
        return error.code, error.values.get("key")
    return None


def test_everything_that_it_says_is_read():
    read = drawn(
        valid_until="2028-02-29",
        methods={
            "fill": {"colours": ["#FFFFFF", "#000000"]},
            "mosaic": None,
            "blur": {"least": 32},
        },
        formats=["png", "jpeg"],
        alternate_id={"use": "required", "begins": "S7-"},
        review={"looked": "screen", "answered": ["Q", "A"]},
        second_person=True,
        finders=["CenterFace"],
    )
    assert (read.name, read.version) == (GOOD["name"], GOOD["version"])
    assert (read.contact, read.wording) == (GOOD["contact"], GOOD["wording"])
    assert read.valid_until == "2028-02-29"
    assert read.colours == ("#ffffff", "#000000") and read.least == (("blur", 32),)
    assert read.formats == ("jpeg", "png")
    assert (read.alternate_id, read.begins) == ("required", "S7-")
    assert (read.looked, read.answered) == ("screen", ("A", "Q"))
    assert read.second_person and read.finders == ("CenterFace",)


def test_it_is_named_by_the_hash_of_its_exact_bytes():
    data = text()
    assert policy.parse(data).sha256 == hashlib.sha256(data).digest().hex()
    assert policy.parse(data + b"\n").sha256 != policy.parse(data).sha256


def test_no_entry_may_be_missing_and_none_added():
    for key in GOOD:
        rest = {name: value for name, value in GOOD.items() if name != key}
        from pixelseal.model.recipe import canonical

        code = "policy-not-json" if key == "pixelseal" else "policy-unreadable"
        assert _refusal(canonical.dump(rest).encode())[0] == code, key
    assert _refusal(text(more=1)) == ("policy-unreadable", "more")


def test_other_files_and_versions_are_told():
    for bad in (b"", b"{", b"[]", b"{}", b"\xff", b" " * 70_000):
        assert _refusal(bad) == ("policy-not-json", None)
    for version in ("policy/0", "policy/3", "policy/02", "recipe/1", 2, None):
        assert _refusal(text(pixelseal=version)) == ("policy-version", None)


def test_the_second_version_says_whether_programs_look_at_the_finished_picture_too():
    assert drawn().find_again is False, "the first one cannot ask for it"
    for asked in (True, False):
        assert drawn(pixelseal="policy/2", find_again=asked).find_again is asked
    assert _refusal(text(find_again=False)) == ("policy-unreadable", "find_again")
    assert _refusal(text(pixelseal="policy/2"))[0] == "policy-unreadable", "every key must stand"
    for wrong in (None, 1, 0, "true", []):
        broken = text(pixelseal="policy/2", find_again=wrong)
        assert _refusal(broken) == ("policy-unreadable", "find_again")
    assert _refusal(text(pixelseal="policy/2", find_again=True, more=1))[1] == "more"


def test_whatever_is_out_of_its_range_is_refused_with_its_place():
    fill = {"colours": []}
    for key, place, values in (
        ("name", "name", (None, "", " a", "a ", "é", "a" * 61, "a\nb", "-a")),
        ("version", "version", (1, "", "a b", ".1", "a" * 21)),
        ("contact", "contact", ("", "a" * 201, "a\n", 1)),
        ("wording", "wording", ("a" * 2001, "\x1b[2J", "\ud800", None)),
        ("valid_until", "valid_until", ("2026-13-01", "2026-02-29", "2026-1-1", "20261101", "", 1)),
        ("formats", "formats", ([], ["gif"], ["png", "png"], "png", ["same"])),
        ("second_person", "second_person", (None, 1, "yes")),
        ("finders", "finders", (None, [""], ["a", "a"], [1], ["a" * 41])),
        ("methods", "methods", (None, {}, {"fill": fill, "mosaic": None})),
        ("methods", "methods.fill", ({"fill": None, "mosaic": None, "blur": None},)),
        ("methods", "methods.mosaic.least",
         ({"fill": fill, "mosaic": {"least": 31}, "blur": None},
          {"fill": fill, "mosaic": {"least": True}, "blur": None})),
        ("methods", "methods.fill.colours",
         ({"fill": {"colours": ["red"]}, "mosaic": None, "blur": None},
          {"fill": {"colours": ["#000000", "#000000"]}, "mosaic": None, "blur": None})),
        ("alternate_id", "alternate_id.use", ({"use": "maybe", "begins": ""},)),
        ("alternate_id", "alternate_id.begins",
         ({"use": "any", "begins": "a b"}, {"use": "never", "begins": "a"},
          {"use": "any", "begins": "a" * 33})),
        ("review", "review.looked", ({"looked": "twice", "answered": []},)),
        ("review", "review.answered",
         ({"looked": "no", "answered": ["S"]}, {"looked": "no", "answered": ["A", "A"]})),
    ):  # fmt: skip
        for value in values:
            found = _refusal(text(**{key: value}))
            assert found is not None and found[0] == "policy-unreadable", (key, value)
            assert found[1].startswith(place), (key, value, found)
