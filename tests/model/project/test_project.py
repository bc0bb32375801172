"""Project files: what is written reads back the same; what breaks a rule is refused as a whole."""

import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pixelseal.model import messages
from pixelseal.model.finding import KINDS
from pixelseal.model.project import project, project_text
from pixelseal.model.project.project import Entry, ProjectError
from pixelseal.model.project.project_text import parse, read_object, to_json
from pixelseal.model.project.searched import Place, Searched
from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.review import ABSENT, COVERED, CROPPED, KEPT, NO, Answer, Review

from tests.model.project.test_preparation import assessments, preparations
from tests.model.recipe.test_recipe_properties import (
    alternate_id,
    any_json,
    method,
    output,
    rectangle,
    shape,
    size,
)

DIGEST = "0123456789abcdef" * 4
REASON = st.sampled_from([None, "A", "Q", "other"])
TEXT = st.text(st.characters(codec="utf-8", min_codepoint=32), min_size=1, max_size=40)
WHY = st.text(st.characters(min_codepoint=161, max_codepoint=0xD7FF), min_size=1, max_size=200)


@st.composite
def recipes(draw, page):
    regions = st.builds(Region, shape, method, REASON, st.just(page))
    keep = st.builds(Keep, shape, st.just("#00ff7f"), st.just(page))
    crop = st.builds(Crop, rectangle, st.just(page))
    return Recipe(
        draw(st.lists(regions, max_size=3)),
        draw(st.tuples(size, size)),
        draw(output),
        draw(st.none() | alternate_id),
        draw(st.lists(keep, max_size=2)),
        draw(st.lists(crop, max_size=1)),
    )


answers = st.builds(Answer, st.sampled_from([ABSENT, COVERED, CROPPED])) | st.builds(
    Answer, st.just(KEPT), WHY
)
reviews = st.builds(Review, st.just(NO), st.dictionaries(st.sampled_from(LETTERS), answers))


@st.composite
def searches(draw, recipe, proposed):
    """What programs found, some of which became regions and some of which waits."""
    waiting = 0 if proposed is None else len(proposed.regions)
    numbers = [(number, None) for number in range(len(recipe.regions))]
    numbers += [(None, number) for number in range(waiting)] + [(None, None)] * 2
    kind, edge = st.sampled_from(KINDS), st.integers(0, 9)
    places = [
        Place(draw(kind), (draw(edge), draw(edge), 10, 11), *numbers.pop())
        for _ in range(draw(st.integers(0, len(numbers))))
    ]
    return Searched((("CenterFace", "89ab3ac7a1f3"), ("ZXing-C++", "3.1.1")), tuple(places))


@st.composite
def entries(draw):
    page = draw(st.integers(1, 100))
    recipe, proposed = draw(recipes(page)), draw(st.none() | recipes(page))
    return Entry(
        draw(st.from_regex(r"[0-9a-f]{64}", fullmatch=True)),
        page,
        draw(st.none() | TEXT),
        draw(alternate_id),
        recipe,
        proposed,
        draw(st.none() | reviews),
        searched=draw(st.none() | searches(recipe, proposed)),
        assessed=draw(st.none() | assessments),
    )


@given(st.lists(entries(), max_size=4), st.none() | preparations)
def test_what_is_written_reads_back_the_same(made, settled):
    text = to_json(made, settled)
    reading = project_text.read(text)
    assert list(reading) == made and reading.settled == settled
    whole = read_object(json.loads(text))
    assert list(whole) == made and whole.settled == settled
    assert text.count("\n") == len(made) + 2 and project_text.is_laid_out(text)
    assert [row["sha256"] for row in json.loads(text)["images"]] == [e.sha256 for e in made]
    nameless = json.loads(to_json([entry.without_name() for entry in made]))
    assert [row["name"] for row in nameless["images"]] == [None] * len(made)


@given(st.text() | any_json.map(json.dumps))
def test_any_text_is_read_or_refused(text):
    try:
        parse(text)
    except ProjectError as error:
        assert error.code.startswith("project-")


@given(st.lists(entries(), min_size=1, max_size=2), st.data())
def test_a_project_with_one_value_replaced_is_read_or_refused(made, data):
    broken = json.loads(to_json(made))
    place = broken
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else [0]))
        inner = place[key]
        if not isinstance(inner, (dict, list)) or not inner or data.draw(st.booleans()):
            break
        place = inner
    place[key] = data.draw(any_json)
    try:
        parse(json.dumps(broken))
    except ProjectError as error:
        assert error.code.startswith("project-")
        assert "went wrong" not in messages.sentence(error.code, error.values)


def _object(**changes):
    entry = {
        "sha256": DIGEST,
        "page": 1,
        "name": None,
        "label": "image-1",
        "recipe": Recipe([Region(Rectangle(1, 2, 3, 4))], (40, 30)).to_object(),
        "proposed": None,
        "review": None,
        "about": None,
    }
    entry.update(changes)
    return {"pixelseal": "project/2", "private": True, "process": None, "images": [entry]}


@pytest.mark.parametrize(
    "changes",
    [
        {"sha256": DIGEST.upper()},
        {"sha256": DIGEST[:63]},
        {"sha256": 5},
        {"page": 0},
        {"page": 2},  # its recipe is on page 1
        {"name": ""},
        {"name": "x" * 256},
        {"label": "../x"},
        {"label": None},
        {"recipe": None},
        {"recipe": Recipe([], None).to_object()},
        {"proposed": {}},
        {"review": Review("screen").to_object()},
        {"review": {"pixelseal": "review/3"}},
        {"about": DIGEST[:63]},
        {"about": 5},
        {"pixels": ""},
    ],
)
def test_an_entry_that_breaks_a_rule_is_refused_with_its_place(changes):
    with pytest.raises(ProjectError) as caught:
        list(read_object(_object(**changes)))
    assert caught.value.code == "project-unreadable"
    assert caught.value.values["key"].startswith("images[0]")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"pixelseal": "project/3"}, "project-version"),
        ({"private": False}, "project-unreadable"),
        ({"process": {}}, "project-unreadable"),
        ({"images": {}}, "project-unreadable"),
        ({"more": 1}, "project-unreadable"),
    ],
)
def test_a_top_that_breaks_a_rule_is_refused(changes, code):
    with pytest.raises(ProjectError) as caught:
        list(read_object({**_object(), **changes}))
    assert caught.value.code == code
    assert project.is_project({**_object(), **changes})
    assert not project.is_project(Recipe([]).to_object())


def test_too_many_entries_and_too_long_a_text_are_refused(monkeypatch):
    (entry,) = read_object(_object())
    monkeypatch.setattr(project_text, "MAX_IMAGES", 3)
    with pytest.raises(ProjectError):
        to_json([entry] * 4)
    monkeypatch.setattr(project_text, "MAX_TEXT", 1000)
    with pytest.raises(ProjectError) as caught:
        to_json([entry] * 3)
    assert caught.value.code == "project-too-large"


def _outcome(entries):
    """What was read, None where it was refused."""
    try:
        return list(entries())
    except ProjectError:
        return None


@settings(max_examples=25, phases=(Phase.explicit, Phase.generate))
@given(st.lists(entries(), max_size=3), st.data())
def test_line_by_line_a_text_is_read_as_in_one_go_whatever_is_done_to_it(made, data):
    text = to_json(made)
    for _edit in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(text)))
        piece = data.draw(st.sampled_from(["", "\n", ",", " ", "{}", "]}", "\r", '"', "\ufeff"]))
        text = text[:at] + piece + text[at + data.draw(st.integers(0, 2)) :]
    assert _outcome(lambda: parse(text)) == _outcome(lambda: read_object(project_text.load(text)))


@settings(max_examples=15)
@given(st.lists(entries(), min_size=1, max_size=3), st.sampled_from([None, 1]))
def test_a_text_that_is_laid_out_otherwise_is_read_all_the_same(made, indent):
    text = json.dumps(json.loads(to_json(made)), indent=indent)
    assert not project_text.is_laid_out(text) and parse(text) == made
    assert (
        project_text.is_laid_out("\ufeff" + to_json(made))
        and parse("\ufeff" + to_json(made)) == made
    )


FINDERS = [{"name": "CenterFace", "version": "89ab3ac7a1f3"}]
PLACE = {"kind": "face", "box": [0, 0, 4, 4], "region": None, "proposed": None}


@pytest.mark.parametrize(
    ("key", "searched"),
    [
        ("finders", {"finders": [], "places": []}),
        ("finders", {"finders": [{"name": "Quill feather", "version": "x"}], "places": []}),
        ("places", {"finders": FINDERS}),
        ("text", {"finders": FINDERS, "places": [], "text": "Quillfeather"}),
        ("places[0].text", {"finders": FINDERS, "places": [{**PLACE, "text": "Quillfeather"}]}),
        ("places[0].kind", {"finders": FINDERS, "places": [{**PLACE, "kind": "Quillfeather"}]}),
        ("places[0].box", {"finders": FINDERS, "places": [{**PLACE, "box": [0, 0, 0, 4]}]}),
        ("places[0].box", {"finders": FINDERS, "places": [{**PLACE, "box": [0, 0, 4]}]}),
        ("places[0].region", {"finders": FINDERS, "places": [{**PLACE, "region": 1}]}),
        ("places[0].proposed", {"finders": FINDERS, "places": [{**PLACE, "proposed": 0}]}),
        (
            "places[0].proposed",
            {"finders": FINDERS, "places": [{**PLACE, "region": 0, "proposed": 0}]},
        ),
    ],
)
def test_what_programs_found_refers_to_the_regions_that_are_there(key, searched):
    with pytest.raises(ProjectError) as refused:
        parse(json.dumps(_object(searched=searched)))
    assert refused.value.code == "project-unreadable"
    assert refused.value.values["key"] == "images[0].searched." + key


def test_a_project_without_searches_is_the_text_that_it_was_before():
    (entry,) = parse(json.dumps(_object()))
    assert entry.searched is None and "searched" not in to_json([entry])
