"""A file gets one answer: what inspection says is what happens when it is redacted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pixelseal.core import engine
from pixelseal.core.base.errors import PixelsealError

from tests.builders.odd import odd_files
from tests.conftest import ROOT
from tests.core.support import BUILD, LABEL, recipe


def answers(data: bytes) -> tuple[str, str]:
    """How inspecting and redacting a file end: 'ok', or the code of the refusal."""
    return _inspected(data), _redacted(data)


def _inspected(data: bytes) -> str:
    try:
        engine.inspect(data)
    except PixelsealError as refused:
        return refused.code
    return "ok"


def _redacted(data: bytes) -> str:
    """Of every page; the first refusal counts."""
    page = pages = 1
    try:
        while page <= pages:
            asked = recipe((0, 0, 1, 1))
            engine.redact(data, asked, label=LABEL, build=BUILD, page=page)
            pages = len(engine.inspect(data).file.pages)
            page += 1
    except PixelsealError as refused:
        return refused.code
    return "ok"


@pytest.mark.parametrize("name", odd_files())
def test_a_file_that_breaks_a_rule_is_opened_and_redacted(name: str):
    assert answers(odd_files()[name]) == ("ok", "ok")


def test_every_real_file_has_one_answer(corpus: Path):
    differing = {name: found for name, found in _all(corpus) if len(set(found)) > 1}
    assert not differing


def test_every_small_case_has_one_answer():
    folder = ROOT.parent / "shared" / "cases"
    if not folder.is_dir():
        pytest.skip("the folder of small cases is not here")
    differing = {name: found for name, found in _all(folder) if len(set(found)) > 1}
    assert not differing


# What is said of each small case that was once refused or shown wrong: a note, or a code.
CASES = {
    "samsung_pano_no_eoi.jpg": "note-no-end",
    "no_eoi_only.jpg": "note-no-end",
    "surplus-rst.jpg": "note-surplus-restarts",
    "mjpeg_no_dht.jpg": "note-implied-tables",
    "palette-8-bit-colormap-small.tif": "note-palette",
    "fax_204x98.tif": "note-uneven-resolution",
    "pages_501.tif": "too-many-pages",
    "imagej-one-ifd-5-slices.tif": "tiff-stack",
    "bigtiff-big-endian.tif": "description",
    "head-of-a.CR3": "format-unsupported",
    "w2_emptyjfif.jpg": "note-short-segment",
    "w3_x4r4g4b4.bmp": "trailing-bytes",
    "x8_bmp_40_alphabf.bmp": "alpha",
    "x7_webp_alph_after.webp": "file-damaged",
    "y3_trunc_noeoi.jpg": "note-no-end",
    "y3_trunc_noiend.png": "note-no-end",
    "y3_trunc.jpg": "file-truncated",
    "y3_prog_incomplete.jpg": "file-truncated",
}


@pytest.mark.parametrize("name", CASES)
def test_each_case_is_told_for_what_it_is(name: str):
    folder = ROOT.parent / "shared" / "cases"
    if not folder.is_dir():
        pytest.skip("the folder of small cases is not here")
    data = next(folder.rglob(name)).read_bytes()
    try:
        said = {row["kind"] for row in engine.inspect(data).findings()} or {""}
    except PixelsealError as refused:
        said = {refused.code}
        assert "video" not in refused.sentence
    assert CASES[name] in said


def _all(folder: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    for path in sorted(folder.rglob("*.*")):
        if path.is_file() and path.suffix not in (".tsv", ".md"):
            yield path.name, answers(path.read_bytes())
