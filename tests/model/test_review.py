"""The review reads back as written and refuses all that docs/review.md does not list."""

from pixelseal.model import review
from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe import canonical
from pixelseal.model.review import Answer, RecipeRefused, Review


def _refusal(untrusted):
    try:
        review.parse_object(untrusted)
    except RecipeRefused as error:
        return error.code, error.values.get("key")
    return None


def _with(**changes):
    return dict(Review().to_object(), **changes)


def test_what_was_written_is_read_back():
    for looked in review.LOOKED:
        answers = {"A": Answer("covered"), "C": Answer("kept", "the “year” is needed"),
                   "Q": Answer("cropped"), "R": Answer("absent")}  # fmt: skip
        for shown in ("full",) if looked == "screen" else (None, "whole", "never"):
            written = Review(looked, answers, shown)
            assert review.parse(written.to_json()) == written
        assert len(written.open) == 14 and "A" not in written.open


def test_a_new_review_says_that_nobody_looked():
    assert Review().looked == "no" and Review().open == LETTERS


def test_a_review_of_version_1_is_read_and_tells_nothing_of_what_was_shown():
    first = {"pixelseal": "review/1", "looked": "stated", "checklist": {}}
    assert review.parse_object(first) == Review("stated") and Review("stated").shown is None
    assert review.parse_object(dict(first, looked="screen")).shown == "full"
    assert _refusal(dict(first, shown="whole")) == ("review-unreadable", "shown")


def test_a_review_of_version_2_is_read_and_tells_nothing_of_how_statements_were_given():
    second = {"pixelseal": "review/2", "looked": "stated", "shown": "whole", "checklist": {}}
    assert review.parse_object(second) == Review("stated", {}, "whole")
    assert _refusal(dict(second, given="singly")) == ("review-unreadable", "given")


def test_each_identifier_is_asked_about_by_just_one_question():
    asked = [letter for _key, letters in review.QUESTIONS for letter in letters]
    assert sorted(asked) == list(LETTERS)


def test_letters_may_be_left_out_and_are_unanswered():
    short = {"pixelseal": "review/1", "looked": "stated", "checklist": {"B": {"answer": "absent"}}}
    assert review.parse_object(short) == Review("stated", {"B": Answer("absent")})


def test_only_a_reader_of_the_same_version_takes_it():
    assert _refusal([]) == ("review-not-json", None)
    assert _refusal({"looked": "no"}) == ("review-not-json", None)
    assert _refusal(_with(pixelseal="review/4")) == ("review-version", None)
    try:
        review.parse("{")
        raise AssertionError("it was read")
    except RecipeRefused as error:
        assert error.code == "review-not-json"


def test_whatever_is_not_listed_is_refused_with_its_place():
    for changes, key in (
        ({"looked": "yes"}, "looked"),
        ({"looked": None}, "looked"),
        ({"shown": "twice"}, "shown"),
        ({"shown": "full"}, "shown"),  # then it was seen on the screen
        ({"looked": "screen", "shown": "whole"}, "shown"),
        ({"given": "gladly"}, "given"),
        ({"remark": ""}, "remark"),
        ({"checklist": []}, "checklist"),
        ({"checklist": {"S": None}}, "checklist.S"),
        ({"checklist": {"A": "absent"}}, "checklist.A"),
        ({"checklist": {"A": {"answer": "gone"}}}, "checklist.A.answer"),
        ({"checklist": {"A": {"answer": "absent", "by": "x"}}}, "checklist.A.by"),
        ({"checklist": {"A": {"answer": "absent", "why": "x"}}}, "checklist.A.why"),
        ({"checklist": {"A": {"answer": "kept"}}}, "checklist.A.why"),
        ({"checklist": {"A": {"answer": "kept", "why": 1}}}, "checklist.A.why"),
        ({"checklist": {"A": {"answer": "kept", "why": "a\nb"}}}, "checklist.A.why"),
        ({"checklist": {"A": {"answer": "kept", "why": "x" * 201}}}, "checklist.A.why"),
    ):
        assert _refusal(_with(**changes)) == ("review-unreadable", key), changes
    del_looked = _with()
    del del_looked["looked"]
    assert _refusal(del_looked) == ("review-unreadable", "looked")


def test_a_review_made_by_a_program_is_refused_for_what_its_text_would_be():
    # Never put right: a certificate would state what nobody said, or leave out what somebody did.
    for wrong, key in (
        (Review("screen", {}, "never"), "shown"),
        (Review("screen", {}, "whole"), "shown"),
        (Review("no", {}, "full"), "shown"),
        (Review("stated", {"a": Answer("absent")}), "checklist.a"),
        (Review("stated", {"A": Answer("kept")}), "checklist.A.why"),
        (Review("glanced"), "looked"),
    ):
        try:
            review.require(wrong)
            raise AssertionError(key)
        except RecipeRefused as error:
            assert (error.code, error.values.get("key")) == ("review-unreadable", key)
    for right in (Review(), Review("screen"), Review("screen", {}, "full"), Review("stated")):
        review.require(right)


def test_a_text_that_could_not_be_written_is_refused():
    assert not review.is_why("\ud800") and not review.is_why("\x85")
    assert review.is_why("é – 患者")


def test_it_holds_every_key_in_the_canonical_form():
    held = canonical.load(Review().to_json())
    assert sorted(held) == ["checklist", "given", "looked", "pixelseal", "shown"]
    assert sorted(held["checklist"]) == sorted(LETTERS)
