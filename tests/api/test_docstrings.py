"""`help()` documents, for every public name, its parameters, what it returns and what it raises."""

import inspect
import re
import typing

import pixelseal
import pytest
from pixelseal.model import formats, review

PUBLIC = [name for name in pixelseal.__all__ if name != "__version__"]
# The library sets their codes and values; callers never construct one.
RAISED = {"EngineFault", "OutputWithheld", "PixelsealError", "RecipeRefused", "SourceRefused"}
RAISED |= {"PolicyRefused"}


@pytest.mark.parametrize("name", PUBLIC)
def test_a_docstring_tells_each_parameter(name: str) -> None:
    value = getattr(pixelseal, name)
    text = inspect.getdoc(value) or ""
    # "those of `redact`" is enough: one place to read, and one to maintain.
    told = text + (inspect.getdoc(pixelseal.redact) or "" if ":func:`redact`" in text else "")
    if name not in RAISED:
        wanted = set(inspect.signature(value).parameters)
        assert not wanted - set(re.findall(r":param (\w+):", told))
    if inspect.isfunction(value):
        assert ":returns:" in text and ":raises " in text


@pytest.mark.parametrize("name", sorted(RAISED))
def test_an_error_tells_whose_fault_it_is_and_names_codes(name: str) -> None:
    text = inspect.getdoc(getattr(pixelseal, name)) or ""
    assert re.search(r"``[a-z]+(-[a-z]+)+``", text)


def test_what_was_withheld_has_a_report_of_a_type_that_a_checker_knows() -> None:
    hints = typing.get_type_hints(pixelseal.OutputWithheld.__init__)
    assert hints["report"] is pixelseal.AuditReport


def test_no_docstring_points_to_a_list_that_is_not_public() -> None:
    told = inspect.getdoc(pixelseal.Output) or ""
    assert "FORMATS" not in told
    for row in formats.WRITTEN:
        assert f'"{row.name}"' in told


def test_the_versions_of_a_review_that_are_read_are_told() -> None:
    told = inspect.getdoc(pixelseal.parse_review) or ""
    for version in (*review.EARLIER, review.VERSION):
        assert version.rpartition("/")[2] in told.splitlines()[0]


@pytest.mark.parametrize("name", PUBLIC)
def test_members_have_docstrings(name: str) -> None:
    value = getattr(pixelseal, name)
    if inspect.isclass(value):
        members = [one for one in vars(value) if not one.startswith("_") and one.islower()]
        plain = [
            one
            for one in members
            if (isinstance(vars(value)[one], property) or inspect.isfunction(vars(value)[one]))
            and not vars(value)[one].__doc__
        ]
        assert not plain
