"""Sentences that list formats list those of the table: one that leaves a format out is found.

A sentence with three formats or more is about a kind of them that the table knows; or it stands
below, with what it is about, and has to be looked at when a row is added.
"""

import re
from collections.abc import Iterator

import pytest
from pixelseal.model import catalogue, formats
from pixelseal.model.recipe.region import FORMATS

from tests.conftest import ROOT

LABELS = {row.label: row.name for row in formats.READ}
READ = frozenset(row.name for row in formats.READ)
WRITTEN = frozenset(row.name for row in formats.WRITTEN)
PREDICTED = frozenset(row.name for row in formats.READ if row.reading.predicted)
LOSSY_WRITTEN = frozenset(row.name for row in formats.WRITTEN if row.writing.quality)
CODED_APART = frozenset(row.name for row in formats.READ if row.given) | {"jpeg"}
PALETTES = frozenset({"gif", "png", "tiff", "bmp"})
KINDS = {READ, WRITTEN, PREDICTED, LOSSY_WRITTEN, CODED_APART, PALETTES, PREDICTED | PALETTES}

_NAMED = re.compile(r"\b({})\b|[\"`]({})[\"`]".format("|".join(LABELS), "|".join(READ)))
# Neither a sentence that ends nor one row of a table goes on in the next; a colon opens a list.
_ENDS = re.compile(r"(?<=[.;:])\s|\n\s*\n|\n(?=\s*(?:\||\*|-|#))")
_TEXTS = ("README.md", "ARCHITECTURE.md", "SECURITY.md", "docs", "app/pixelseal", "index.html")
# Decisions, figures and findings are about a day; each format has a page of its own; the table is
# what all of this is compared with.
_NOT = {"adr", "formats", "benchmark.md", "counts.md", "findings.md", "corpus.md"}
# (path, formats): what a sentence is about that the table does not know.
OTHERS = {
    ("README.md", frozenset({"jpeg", "heic", "avif", "tiff"})),  # where the page writes others
    ("docs/audit.md", frozenset({"png", "tiff", "webp"})),  # pixels are compared
    ("docs/audit.md", frozenset({"jpeg", "png", "gif"})),  # what stays, by example
    ("docs/audit.md", frozenset({"png", "webp", "avif", "gif"})),  # what was measured
    ("docs/colour.md", frozenset({"png", "heic", "avif"})),  # code points
    ("app/pixelseal/core/source/facts/page.py", frozenset({"jpeg", "heic", "tiff"})),  # pages
    ("app/pixelseal/core/encode/write.py", frozenset({"jpeg", "png", "webp"})),  # one module's
    (
        "app/pixelseal/core/base/limits.py",
        frozenset({"heic", "webp", "avif", "tiff"}),  # what was measured
    ),
    (
        "app/pixelseal/core/encode/settings.py",
        frozenset({"jpeg", "heic", "png", "webp", "gif", "bmp"}),  # compared below
    ),
}  # fmt: skip
# Advice: "Save it as JPEG, PNG or TIFF". It is enough that these are opened.
_ADVICE = re.compile(r"[Ss]ave it as|Guárde[ls][oae]|guárde[ls][oae]")


def sentences() -> Iterator[tuple[str, str]]:
    """(path, sentence) of all that people read about formats."""
    for name in _TEXTS:
        start = ROOT / name
        files = [start] if start.is_file() else sorted(start.rglob("*"))
        for path in files:
            inside = path.relative_to(ROOT)
            if path.suffix in (".md", ".py", ".html") and not _NOT & set(inside.parts):
                for sentence in _ENDS.split(path.read_text("utf-8")):
                    yield inside.as_posix(), " ".join(sentence.split())


def named(sentence: str) -> frozenset[str]:
    """The names of the formats that a sentence names."""
    return frozenset(LABELS.get(label, name) for label, name in _NAMED.findall(sentence))


def test_a_sentence_that_lists_formats_leaves_none_out() -> None:
    left = [
        f"{path}: {sorted(found)} in “{sentence[:160]}”"
        for path, sentence in sentences()
        if len(found := named(sentence)) > 2
        and found not in KINDS
        and (path, found) not in OTHERS
        and not _ADVICE.search(sentence)
    ]
    assert not left, "\n".join(left)


def test_such_sentences_are_found() -> None:
    found = {(path, named(sentence)) for path, sentence in sentences()}
    assert not OTHERS - found, "what stands here no longer stands there"
    for path, kind in (
        ("README.md", READ),
        ("README.md", WRITTEN),
        ("docs/recipe.md", WRITTEN),
        ("docs/api.md", WRITTEN),
        ("docs/policy.md", WRITTEN),
        ("docs/certificate.md", WRITTEN),
        ("docs/certificate.md", PALETTES | PREDICTED),
        ("docs/threat-model.md", PALETTES | PREDICTED),
        ("docs/regions.md", PREDICTED),
        ("docs/audit.md", PREDICTED),
        ("app/pixelseal/core/source/facts/page.py", PREDICTED),
        ("app/pixelseal/api/values.py", READ),
        ("app/pixelseal/model/recipe/region.py", WRITTEN),
    ):
        assert any(kind <= named_there for at, named_there in found if at == path), (path, kind)


def test_what_becomes_of_each_format_is_told_as_it_is() -> None:
    stays = [row.label for row in formats.READ if row.writing]
    becomes = {
        row.label: formats.named(row.instead).label for row in formats.READ if not row.writing
    }
    for path in ("docs/recipe.md", "app/pixelseal/core/encode/settings.py"):
        text = " ".join((ROOT / path).read_text("utf-8").split())
        for label, other in becomes.items():
            assert re.search(rf"\b{label}\b[\w ]* becomes? {other}", text), (path, label)
    told = (ROOT / "docs/recipe.md").read_text("utf-8")
    (sentence,) = (row for row in _ENDS.split(told) if "stay what they are" in row)
    before = sentence.partition("stay what they are")[0]
    assert named(before) == {LABELS[label] for label in stays}


@pytest.mark.parametrize("language", [code for code, _name in catalogue.LANGUAGES])
def test_refusals_advise_and_name_what_the_table_has(language: str) -> None:
    for key, text in catalogue.table(language).items():
        for form in text.values() if isinstance(text, dict) else (text,):
            if _ADVICE.search(form):
                advised = _ADVICE.split(form)[1].partition(".")[0]
                words = set(re.findall(r"\b[A-Z]{2,}\b", advised))
                assert words <= set(LABELS) or not words & set(LABELS), f"{key}: {words}"
        if key.startswith("refused-"):
            # A kind that is refused is none that is opened.
            assert text not in LABELS, key
    for row in formats.GIVEN:
        assert catalogue.has(language, f"{row.name}-not-installed")
        assert row.label in str(catalogue.table(language)[f"{row.name}-not-installed"])


def test_what_holds_all_pages_is_told_by_its_label() -> None:
    label = formats.named(formats.OF_PAGES).label
    assert label in (ROOT / "app/pixelseal/api/operations.py").read_text("utf-8")
    assert label not in (ROOT / "app/pixelseal/cli/arguments.py").read_text("utf-8")


def test_the_library_documents_every_format_of_an_output() -> None:
    text = (ROOT / "app/pixelseal/model/recipe/region.py").read_text("utf-8")
    (told,) = re.findall(r":param format: (.*?)\n    :param", text, re.DOTALL)
    quoted = re.findall(r'"([a-z]+)"', told)
    assert set(quoted) == set(FORMATS)
