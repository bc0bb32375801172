"""What is settled before work begins: read back as written; what could name a source is refused."""

from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.project import assessment, preparation, project_text
from pixelseal.model.project.assessment import Assessment
from pixelseal.model.project.preparation import BASES, ROLES, Preparation
from pixelseal.model.project.project import ProjectError
from pixelseal.model.reasons import LETTERS
from pixelseal.model.typed_text import is_text

texts = st.text(min_size=1, max_size=30).filter(is_text)
some = st.none() | texts
policies = st.tuples(
    st.from_regex(r"[A-Z][a-z ]{0,9}[a-z]", fullmatch=True),
    st.from_regex(r"[0-9]{1,4}", fullmatch=True),
    st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
)
people = st.lists(st.tuples(st.sampled_from(ROLES), texts), max_size=3, unique=True).map(tuple)
preparations = st.builds(
    Preparation, some, st.none() | st.sampled_from(BASES), some, people, some, some,
    st.none() | policies,
)  # fmt: skip
letters = st.sets(st.sampled_from(LETTERS)).map(lambda found: tuple(sorted(found)))
assessments = st.builds(Assessment, letters, some)


def _refused(parse, value):
    try:
        parse(value, "here")
    except RecipeRefused as error:
        return error.values["key"]
    raise AssertionError(value)


@given(preparations, assessments)
def test_what_was_settled_and_assessed_reads_back_the_same(settled, seen):
    assert preparation.parse_object(settled.to_object(), "process") == settled
    assert assessment.parse_object(seen.to_object(), "assessed") == seen


def test_what_could_name_a_source_is_refused_with_its_place():
    for name, most in preparation.TEXTS:
        for text in ("roe-face.jpg", "0123456789abcdef" * 4, "two\nlines", "x" * (most + 1), "", 3):
            settled = Preparation(**{name: text})
            assert _refused(preparation.parse_object, settled.to_object()) == "here." + name
    for person in (("boss", "A"), ("preparer", None), ("preparer", "a.png")):
        settled = Preparation(people=(person,)).to_object()
        assert _refused(preparation.parse_object, settled).startswith("here.people[0].")
    twice = Preparation(people=(("preparer", "A"),) * 2).to_object()
    assert _refused(preparation.parse_object, twice) == "here.people"
    for policy in (("", "1", "a" * 64), ("A", "1", "a" * 63), ("A\u0301", "1", "a" * 64)):
        settled = Preparation(policy=policy).to_object()
        assert _refused(preparation.parse_object, settled).startswith("here.policy.")
    for seen in (Assessment(("S",)), Assessment(("A", "A")), Assessment((), "a.tif")):
        assert _refused(assessment.parse_object, seen.to_object()).startswith("here.")


def test_a_project_in_which_nothing_is_settled_is_the_text_that_it_was_before():
    head = '{"pixelseal": "project/2", "private": true, "process": null, "images": ['
    assert project_text.to_json([]) == head + "\n]}\n"
    assert Preparation().or_none() is None


def test_an_earlier_version_has_nothing_settled_and_one_with_it_is_refused():
    text = project_text.to_json([], Preparation("A registry"))
    for laid_out in (text, " " + text):
        reading = project_text.read(laid_out.replace("project/2", "project/1"))
        try:
            list(reading)
            raise AssertionError("it is read all the same")
        except ProjectError as error:
            assert error.values["key"] == "process"
