"""Every real file comes out right and clean for three independent tools, or is rightly refused."""

from pathlib import Path

import pytest

from tests.battery.cleaning import CLEAN, CLOSE, CLOSE_WITH_PROFILE, Outcome, clean
from tests.battery.expected import expected
from tests.battery.witnesses import exiftool, mat2
from tests.core.support import needs_tool

# Files for which Pillow shows another picture, and why ours is the right one.
OTHER_WITNESS = {
    # Its orientation is stored as a byte: libtiff and exiftool take it, Pillow does not.
    "TwelveMonkeys__a33.tif",
    # A profile that swaps its channels on purpose: Pillow passes profiles over.
    "image__rgb24prof2.bmp",
    # Their samples are linear light (gAMA 1.0): browsers follow that, Pillow passes it over.
    # tests/core/source/png/test_colour.py holds such files against LittleCMS.
    "image-png__pp0n2c16.png",
    "image-png__ps2n0g08.png",
    "image-png__ps2n2c16.png",
}
# What cannot be kept within the bytes (ADR 0010).
BELOW_45 = {"TwelveMonkeys__jfif-16bit-dqt.jpg", "TwelveMonkeys__5dhtsegments.jpg"}
NOT_READ_BY_MAT2 = {".webp", ".avif"}


@pytest.fixture(scope="module")
def outcomes(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    folder = tmp_path_factory.mktemp("cleaned")
    return [clean(corpus / name, folder) for name in expected()]


def test_the_table_names_every_file_of_the_corpus(corpus: Path):
    there = {path.name for path in corpus.iterdir() if path.suffix != ".tsv"}
    assert there == set(expected())


def test_every_file_has_the_outcome_that_is_right_for_it(outcomes: list[Outcome]):
    wrong = {row.name: row.told for row in outcomes if row.told not in expected()[row.name]}
    assert not wrong


def test_pictures_are_right_outside_of_what_is_covered(outcomes: list[Outcome]):
    compared = 0
    for row in outcomes:
        if row.apart is not None and row.name not in OTHER_WITNESS:
            most = CLOSE_WITH_PROFILE if row.converted else CLOSE
            assert row.apart <= most, row.name
            compared += 1
    assert compared >= 80


def test_jpegs_keep_their_quality(outcomes: list[Outcome]):
    # Row C6: at least 45 dB outside of what is covered, at most 1.5 times the bytes (ADR 0010).
    measured = {row.name: row for row in outcomes if row.decibels is not None}
    assert len(measured) >= 35
    below = {name for name, row in measured.items() if (row.decibels or 0) < 45}
    assert below <= BELOW_45
    assert [name for name, row in measured.items() if row.growth > 1.5] == []


@needs_tool("exiftool")
def test_exiftool_sees_only_how_the_picture_is_stored(outcomes: list[Outcome]):
    files = [file for row in outcomes for file in row.outputs]
    seen = exiftool(files)
    assert set(seen) == set(files)
    assert {path.name: tags for path, tags in seen.items() if tags} == {}


@needs_tool("mat2")
def test_mat2_sees_only_how_the_picture_is_stored(outcomes: list[Outcome]):
    files = [file for row in outcomes for file in row.outputs]
    files = [file for file in files if file.suffix not in NOT_READ_BY_MAT2]
    seen = mat2(files)
    assert set(seen) == set(files)
    assert {path.name: lines for path, lines in seen.items() if lines} == {}


@needs_tool("exiftool")
def test_the_witness_does_see_what_the_sources_carry(corpus: Path, outcomes: list[Outcome]):
    # The check is meaningful only if it finds a lot in the same files before cleaning.
    seen = exiftool(corpus / row.name for row in outcomes if row.told == CLEAN)
    assert sum(1 for tags in seen.values() if tags) > len(seen) // 2
