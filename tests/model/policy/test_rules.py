"""What a policy forbids or demands is told by a code and a sentence that names it."""

from pixelseal.model.finding import Finding
from pixelseal.model.policy import rules
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Fill, Keep, Mosaic, Region
from pixelseal.model.review import Answer, Review

from tests.model.policy.drawn import GOOD, drawn

BOX = Rectangle(0, 0, 90, 90)
FOUND = Finding((("CenterFace", "abc"),))


def _refusal(work, *given):
    try:
        work(*given)
    except PolicyRefused as error:
        assert GOOD["name"] in error.sentence and "{" not in error.sentence
        return error.code
    return None


def _code(policy, recipe=None, review=None, finding=None):
    given = (recipe or Recipe(), review or Review(), finding)
    return _refusal(rules.require, policy, *given)


def test_a_policy_that_demands_nothing_lets_everything_pass():
    regions = [Region(BOX), Region(BOX, Fill("#123456")), Region(BOX, Mosaic(64))]
    assert _code(drawn(), Recipe(regions, alternate_id="a", keep=[Keep(BOX)])) is None


def test_methods_and_their_strength():
    policy = drawn()
    assert _code(policy, Recipe([Region(BOX), Region(BOX, Blur(64))])) == "policy-method"
    assert _code(policy, Recipe([Region(BOX, Mosaic(63))])) == "policy-weak"
    try:
        rules.require(policy, Recipe([Region(BOX), Region(BOX, Mosaic(63))]), Review(), None)
    except PolicyRefused as error:
        assert error.values["region"] == 2 and error.values["least"] == 64


def test_colours_of_regions_and_around_areas_to_keep():
    methods = {"fill": {"colours": ["#ffffff", "#777777"]}, "mosaic": None, "blur": None}
    policy = drawn(methods=methods)
    assert rules.default_fill(policy) == Fill("#ffffff") and rules.default_fill(drawn()) == Fill()
    assert _code(policy, Recipe([Region(BOX)])) == "policy-colour"
    assert _code(policy, Recipe(keep=[Keep(BOX)])) == "policy-colour"
    white = Recipe([Region(BOX, Fill("#777777"))], keep=[Keep(BOX, "#ffffff")])
    assert _code(policy, white) is None


def test_formats():
    assert _refusal(rules.require_format, drawn(), "png") is None
    assert _refusal(rules.require_format, drawn(), "tiff") == "policy-format"


def test_names():
    needed = drawn(alternate_id={"use": "required", "begins": "S7-"})
    assert _code(needed) == "policy-id-required"
    assert _code(needed, Recipe(alternate_id="S8-1")) == "policy-id-begins"
    assert _code(needed, Recipe(alternate_id="S7-1")) is None
    never = drawn(alternate_id={"use": "never", "begins": ""})
    assert _code(never, Recipe(alternate_id="S7-1")) == "policy-id-never" and _code(never) is None
    free = drawn(alternate_id={"use": "any", "begins": "S7-"})
    assert _code(free) is None and _code(free, Recipe(alternate_id="x")) == "policy-id-begins"


def test_how_far_it_was_looked_at():
    for wanted, code in (("stated", "policy-not-looked"), ("screen", "policy-not-seen")):
        policy = drawn(review={"looked": wanted, "answered": []})
        assert _code(policy) == code
        assert _code(policy, None, Review("screen")) is None
    assert _code(drawn(review={"looked": "stated", "answered": []}), None, Review("stated")) is None


def test_answers():
    policy = drawn(review={"looked": "no", "answered": ["A", "C", "Q"]})
    answers = {"A": Answer("absent"), "Q": Answer("kept", "consent")}
    try:
        rules.require(policy, Recipe(), Review("stated", answers), None)
        raise AssertionError("C was not answered")
    except PolicyRefused as error:
        assert (error.code, error.values["letters"]) == ("policy-unanswered", "C")
    answers["C"] = Answer("covered")
    assert _code(policy, None, Review("stated", answers)) is None


def test_programs_that_must_have_looked():
    policy = drawn(finders=["CenterFace"])
    assert _code(policy) == "policy-finder"
    assert _code(policy, None, None, FOUND) is None
    # Those that looked at the finished picture alone found nothing that could be covered.
    only_again = Finding(FOUND.finders, 0, None, ())
    assert _code(policy, None, None, only_again) == "policy-finder"
    assert _code(drawn(finders=["CenterFace", "Other"]), None, None, FOUND) == "policy-finder"


def test_programs_that_must_have_looked_at_the_finished_picture():
    policy = drawn(pixelseal="policy/2", find_again=True)
    assert _code(policy) == _code(policy, None, None, FOUND) == "policy-find-again"
    assert _code(policy, None, None, Finding(FOUND.finders, 0, None, ())) is None
    # What they found there, and nobody decided about, is the certificate's to say.
    assert _code(policy, None, None, Finding(FOUND.finders, 0, (), (("face", 1, 0),))) is None
    assert _code(drawn(pixelseal="policy/2", find_again=False)) is None


def test_its_last_day():
    policy = drawn(valid_until="2026-11-30")
    assert _refusal(rules.require_date, policy, "2026-11-30") is None
    assert _refusal(rules.require_date, policy, "2026-12-01") == "policy-expired"
    assert _refusal(rules.require_date, drawn(), "2999-01-01") is None
