"""Each code of a refusal has its sentence, and a test that triggers it."""

import re

import pytest
from pixelseal.core.base import given_codecs
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.encode.settings import settings_for
from pixelseal.core.source.facts.page import Page
from pixelseal.model import catalogue
from pixelseal.model.recipe.region import Output

from tests.conftest import ROOT
from tests.core.support import file_of, photo, recipe, redact

_RAISED = re.compile(
    r'(?:SourceRefused|RecipeRefused|OutputWithheld|PixelsealError)\(\s*"([a-z0-9-]+)"'
)


def raised() -> set[str]:
    """The codes that the engine and the command line refuse by."""
    files = [
        *(ROOT / "app/pixelseal/core").rglob("*.py"),
        *(ROOT / "app/pixelseal/cli").rglob("*.py"),
        *(ROOT / "app/pixelseal/local").rglob("*.py"),
    ]
    return {code for path in files for code in _RAISED.findall(path.read_text("utf-8"))}


def test_every_code_has_a_sentence_and_a_test() -> None:
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    codes = raised()
    assert len(codes) > 30
    for code in sorted(codes):
        assert catalogue.table("en")[code] and catalogue.table("es")[code], code
        assert re.search(rf"""["'|]{code}["'|]""", tests), code


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("jpeg", "jpeg"),
        ("png", "png"),
        ("tiff", "tiff"),
        ("webp", "webp"),
        ("avif", "avif"),
        ("heic", "jpeg"),
        ("gif", "png"),
        ("bmp", "png"),
    ],
)
def test_an_output_has_the_sources_format_unless_asked(source: str, output: str) -> None:
    assert settings_for(Output(), Page(format=source, width=9, height=9)).format == output


def test_an_output_that_nobody_can_write_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given_codecs, "_encoders", {})
    with pytest.raises(RecipeRefused) as refused:
        redact(file_of(photo(20, 20), "PNG"), recipe((0, 0, 8, 8), format="avif"))
    assert refused.value.code == "output-unsupported"
