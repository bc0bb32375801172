"""Barcodes are found whole: a strip of one is enough to read its number again."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import parameters
from pixelseal.core.find.codes import whole_code
from pixelseal.core.find.find import find_in
from pixelseal.core.find.networks import Finders, ReadCode
from pixelseal.core.pixels.raster import Raster

from tests.core.find.lent import Codes, finish
from tests.core.find.test_find import covers


def bars(turned: bool = False) -> Raster:
    """A barcode of 200 by 80 pixels at (100, 60), the darker half of whose bars is dirty."""
    rng = np.random.default_rng(7)
    pixels = np.full((240, 400), 230, np.uint8)
    pixels[60:140, 100:300] = np.repeat(rng.integers(0, 2, 50) * 200, 4).astype(np.uint8)
    pixels[100:102, 100:300] = 120
    return Raster(np.ascontiguousarray(pixels.T) if turned else pixels)


@pytest.mark.parametrize("turned", [False, True])
def test_all_of_a_barcode_is_found_where_a_strip_of_it_was_read(turned: bool) -> None:
    raster = bars(turned)

    def strip(gray: NDArray[Any]) -> list[ReadCode]:
        there = gray.T if turned else gray
        if there[60:140, 100:300].min() > 200:
            return []
        corners = ((100.0, 96.0), (299.0, 96.0), (299.0, 98.0), (100.0, 98.0))
        if turned:
            corners = tuple((y, x) for x, y in corners)  # type: ignore[assignment]
        return [ReadCode(corners, "Code128", "0123456")]

    (found,) = finish(find_in(raster, Finders(codes=Codes(strip))))
    whole = PixelBox(60, 100, 140, 300) if turned else PixelBox(100, 60, 300, 140)
    assert covers(found, whole) and found.kind == "code" and found.reasons == ("R",)
    assert found.box.right - found.box.left < 300 and "0123456" not in repr(found)


def test_a_code_that_is_read_again_beside_its_box_is_one_code() -> None:
    looks = iter([(100.0, 150.0), (150.0, 300.0)])

    def half(gray: NDArray[Any]) -> list[ReadCode]:
        left, right = next(looks, (0.0, 0.0))
        corners = ((left, 60.0), (right, 60.0), (right, 140.0), (left, 140.0))
        return [ReadCode(corners, "Code128", "0123456")] if right else []

    (found,) = finish(find_in(bars(), Finders(codes=Codes(half))))
    assert covers(found, PixelBox(100, 60, 300, 140))


@pytest.mark.parametrize("degrees", [-20, -8, 8, 20])
def test_a_barcode_that_lies_aslant_is_followed_to_its_last_row(degrees: int) -> None:
    """A reader states the rows of the picture that it read, which cross the bars aslant."""
    upright = Image.fromarray(bars().pixels)
    gray = np.asarray(upright.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=230))
    left, top, right, bottom = 100, 60, 300, 140
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], float)
    corners = (corners - (200, 120)) @ turn.T + (200, 120)
    # The picture's own rows through the middle, as far as they are on bars.
    wide = 100 / np.cos(angle)
    strip = np.array([(-wide, -1), (wide, -1), (wide, 1), (-wide, 1)]) + corners.mean(axis=0)
    points = whole_code(gray, strip)
    assert np.abs(points.min(axis=0) - corners.min(axis=0)).max() < 12
    assert np.abs(points.max(axis=0) - corners.max(axis=0)).max() < 12


def test_a_code_that_is_read_only_in_the_turned_picture_has_its_place() -> None:
    upright = np.full((300, 400), 230, np.uint8)
    upright[100:160, 200:260] = 0

    def dark(gray: NDArray[Any]) -> list[ReadCode]:
        if gray.shape == upright.shape:
            return []  # not as it lies
        down, across = np.nonzero(gray < 100)
        if not len(down):
            return []
        tops = [np.argmin(across), np.argmin(down), np.argmax(across), np.argmax(down)]
        return [
            ReadCode(tuple((float(across[n]), float(down[n])) for n in tops), "QR Code", "0123456")
        ]

    reader = Codes(dark)
    (found,) = finish(find_in(Raster(upright), Finders(codes=reader)))
    assert covers(found, PixelBox(202, 102, 258, 158))
    # Squares are read whichever way they lie: only what has rows is looked for again.
    assert not reader.of_rows[0] and all(reader.of_rows[1:])
    assert found.box.right - found.box.left < 90


def test_a_code_that_is_read_only_row_by_row_is_found_as_it_lies() -> None:
    raster = bars()

    def level(gray: NDArray[Any]) -> list[ReadCode]:
        if not reader.of_rows[-1] or gray[60:140, 100:300].min() > 200:
            return []
        corners = ((100.0, 60.0), (300.0, 60.0), (300.0, 140.0), (100.0, 140.0))
        return [ReadCode(corners, "PDF417", "0123456")]

    reader = Codes(level)
    (found,) = finish(find_in(raster, Finders(codes=reader)))
    assert covers(found, PixelBox(100, 60, 300, 140))
    assert found.box.right - found.box.left < 260


def test_a_picture_without_a_code_is_read_a_few_times() -> None:
    reader = Codes(lambda gray: [])
    assert finish(find_in(bars(), Finders(codes=reader))) == []
    assert reader.of_rows == [False] + [True] * (1 + len(parameters.CODE_TURNS))
