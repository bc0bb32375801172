"""The finders' rates on drawn and public pictures, as rows of the benchmark. Decides nothing.

Needs the extra `find` and the networks that the build put into the package.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from pixelseal.core.find.find import find_in
from pixelseal.core.find.found import CODE, FACE, WRITING
from pixelseal.core.pixels.raster import Raster
from pixelseal.local.finders import finders, finished

from tests.bench.table import Row

from . import codes, faces, fonts, peer, scenes
from .score import Box, Rates, for_nothing
from .truth import Drawn

SEED = 2026
PICTURES, CODES = 60, 100


def rows(folder: Path, pictures: int = PICTURES, code_pictures: int = CODES) -> list[Row]:
    """All that can be measured here; what cannot is said on standard error."""
    _say(f"typefaces: {fonts.described()}")
    found = []
    for what, directions, missed in (("upright", False, 0.03), ("any direction", True, 0.07)):
        rates = counted(scenes.scenes(pictures, SEED, directions), WRITING)
        found += _rows(f"lines of identifiers, {what}", "lines", rates, missed, 0.3)
    found += _codes(code_pictures) + _faces()
    if not peer.available():
        _say("dentdeid is not installed: its benchmark is left out")
        return found
    for name, (hit, of, missed_lines) in peer.rates(_all_boxes, folder / "peer").items():
        _list(missed_lines)
        best, all_there = peer.PEER[name]
        what = f"the peer's benchmark, {name}: missed (the peer: {all_there - best})"
        share = {"standard": 0.0, "hard": 4 / 70}[name]
        found.append(_row(what, of - hit, of, "identifiers", share))
    return found


def counted(pictures: Iterable[Drawn], kind: str, *others: str) -> Rates:
    """Rates for what is of a kind; `others` are kinds whose boxes cover it as well."""
    rates = Rates()
    for drawn in pictures:
        boxes = boxes_in(np.asarray(drawn.image), kind, *others)
        wanted = [piece for piece in drawn.pieces if piece.kind == kind and piece.what]
        nothing = for_nothing(boxes, drawn.pieces)
        before = len(rates.missed)
        rates.add(wanted, boxes, nothing, drawn.about)
        _list(rates.missed[before:])
    return rates


def boxes_in(pixels: peer.Pixels, *kinds: str) -> list[Box]:
    """The boxes of these kinds, with only the finders that give them."""
    lent = finders()
    if FACE not in kinds:
        lent = lent._replace(faces=None)
    if WRITING not in kinds:
        lent = lent._replace(writing=None)
    if CODE not in kinds:
        lent = lent._replace(codes=None)
    raster = Raster(np.ascontiguousarray(pixels))
    return [found.box for found in finished(find_in(raster, lent)) if found.kind in kinds]


def _all_boxes(pixels: peer.Pixels) -> list[Box]:
    return boxes_in(pixels, WRITING, CODE)


def _codes(many: int) -> list[Row]:
    if not codes.available():
        _say("zxing-cpp is not installed: codes are left out")
        return []
    rates = counted(scenes.code_scenes(many, SEED), CODE, WRITING)
    what = "codes of wristbands and labels, covered by a finder: missed"
    return [_row(what, rates.pieces - rates.covered, rates.pieces, "codes", 0.01)]


def _faces() -> list[Row]:
    if gone := faces.missing():
        _say(f"faces: not here: {', '.join(gone)}")
    found = []
    upright = counted(faces.pictures(0), FACE)
    found += _rows("faces, upright", "faces", upright, 0.03, 0.1)
    turned = Rates()
    for turns in (1, 2, 3):
        one = counted(faces.pictures(turns), FACE)
        turned.pictures += one.pictures
        turned.pieces += one.pieces
        turned.covered += one.covered
        turned.false += one.false
    return found + _rows("faces, turned", "faces", turned, 0.05, 0.1)


def _rows(what: str, unit: str, rates: Rates, missed: float, false: float) -> list[Row]:
    if not rates.pieces:
        return []
    return [
        _row(f"{what}: missed", rates.pieces - rates.covered, rates.pieces, unit, missed),
        _row(f"{what}: boxes for nothing", rates.false, rates.pictures, "pictures", false),
    ]


def _row(what: str, ours: int, of: int, unit: str, share: float) -> Row:
    return Row(what, "CPython", float(ours), float(of), f"all {unit}", "", share)


def _list(missed: Iterable[str]) -> None:
    for line in missed:
        print(f"  missed: {line}", file=sys.stderr, flush=True)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
