"""Tables of alternate IDs: what is read, what is refused, which image gets which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model import messages
from pixelseal.model.project.id_table import IdTableError, match, parse


@pytest.mark.parametrize(
    "text",
    [
        "a.jpg,P-1\nb.jpg,P-2",
        "\ufeffSource name;Alternate ID\r\na.jpg;P-1\r\n\r\nb.jpg;P-2\r\n",
        'File\tID\n"A.jpg"\tP-1\n"B.JPG" \t "P-2"\n',
    ],
)
def test_a_table_is_read_whichever_program_wrote_it(text):
    assert parse(text) == {"a.jpg": "P-1", "b.jpg": "P-2"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a.jpg,P-1\nb.jpg,=1+1", "ids-not-an-id", 2),
        ("a.jpg,P 1", "ids-not-an-id", 1),
        ("a.jpg,P-1\n\nb.jpg", "ids-two-columns", 3),
        ("a.jpg,P-1,x", "ids-two-columns", 1),
        ("a.jpg,P-1\nA.JPG,P-2", "ids-name-twice", 2),
        ("a.jpg,P-1\nb.jpg,p-1", "ids-id-twice", 2),
        ('"a.jpg,P-1\nb.jpg,P-2', "ids-quotes", 1),
        ("M\ufffdller.jpg,P-1", "ids-encoding", None),
        ("a\0.\0j\0", "ids-encoding", None),
        ("", "ids-empty", None),
        ("name,ID\n", "ids-empty", None),
        ("\n".join(f"{n}.jpg,P{n}" for n in range(10_001)), "ids-too-many", None),
    ],
)
def test_what_is_refused_says_the_line_and_not_its_text(text, code, line):
    with pytest.raises(IdTableError) as caught:
        parse(text)
    assert caught.value.code == code and caught.value.values.get("line") == line
    said = messages.sentence(code, caught.value.values)
    assert "went wrong" not in said and ".jpg" not in said


def _matched(table, names):
    found = match(table, names)
    return found.ids, found.unused, found.doubtful


def test_names_fit_without_case_and_ending_only_where_one_can_be_meant():
    table = {"a.jpg": "1", "b": "2"}
    assert _matched(table, ["A.JPG", "b.png", "c.png"]) == (["1", "2", None], 0, 0)
    assert _matched({"b": "2"}, ["b.png", "b.jpg"]) == ([None, None], 0, 2)
    assert _matched({"b.jpg": "2"}, ["b.png"]) == ([None], 1, 0)
    assert _matched({"a.jpg": "1"}, ["a.jpg", "a.jpg"]) == ([None, None], 0, 2)
    assert _matched({"a.jpg": "1", "a.png": "2"}, ["a"]) == ([None], 0, 1)


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1).filter(
    lambda name: len(name.lower()) <= 255 and "\ufffd" not in name
)


@given(st.lists(NAMES, min_size=1, unique_by=str.lower), st.sampled_from([",", ";", "\t"]))
def test_whatever_the_names_each_gets_its_own_id_back(names, separator):
    lines = [f'"{n.replace(chr(34), chr(34) * 2)}"{separator}P{i}' for i, n in enumerate(names)]
    quiet = f"x.y{separator}Q\n"  # decides the separator, as a first row without quotes does
    table = parse(quiet + "\n".join(n for n in lines)) if "x.y" not in map(str.lower, names) else {}
    if table:
        assert match(table, names).ids == [f"P{i}" for i in range(len(names))]
