"""Rows of one sign are no writing, parts of a code are none either, and a line goes to its end."""

import numpy as np
import pytest
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find.judging import is_writing, joined, with_its_year, without_codes
from pixelseal.core.find.lines import ReadLine
from pixelseal.core.find.looked import Looked
from pixelseal.core.pixels.raster import Raster

PICTURE = Looked(Raster(np.zeros((300, 400), np.uint8)))


def line(box: PixelBox, text: str, certainty: float = 0.95, *, upright: bool = True) -> ReadLine:
    return ReadLine(box, 0.95, text, certainty, upright)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [("000000", False), ("l l l", False), ("mmmm", False), ("0001", True), ("Anna", True)],
)
def test_teeth_and_slats_are_no_writing(text: str, proposed: bool) -> None:
    assert is_writing(line(PixelBox(0, 0, 100, 20), text), 90) is proposed


@pytest.mark.parametrize("text", ["Meia 17/03", "Meia 17/03/", "17.03.20", "17-3-"])
def test_a_date_whose_year_is_lost_in_bone_is_covered_whole(text: str) -> None:
    box = PixelBox(10, 10, 10 + 6 * len(text), 20)
    longer = with_its_year(line(box, text), PICTURE).box
    assert longer == box._replace(right=box.right + 30)


@pytest.mark.parametrize("text", ["17/03/2007", "Meia", "9 mA", "ID 94087605", ""])
def test_any_other_line_ends_where_it_ends(text: str) -> None:
    box = PixelBox(10, 10, 100, 20)
    assert with_its_year(line(box, text), PICTURE).box == box


def test_a_date_at_the_edge_stays_in_the_picture_and_one_aslant_stays_as_it_is() -> None:
    box = PixelBox(350, 10, 395, 20)
    assert with_its_year(line(box, "17/03"), PICTURE).box.right == 400
    assert with_its_year(line(box, "17/03", upright=False), PICTURE).box == box


def test_a_line_that_goes_on_is_one_line_and_others_stay() -> None:
    plain, other = PixelBox(10, 10, 60, 24), PixelBox(10, 40, 60, 54)
    on = PixelBox(11, 12, 100, 22)
    lines = joined([line(plain, "Pat.ID"), line(other, "Smith")], [line(on, "Pat.ID 68123751")])
    assert [(row.box, row.text) for row in lines] == [
        (other, "Smith"),
        (PixelBox(10, 10, 100, 24), "Pat.ID 68123751"),
    ]


@pytest.mark.parametrize(
    ("box", "text", "certainty", "kept"),
    [
        (PixelBox(110, 110, 190, 150), "HIIM", 0.4, False),  # the upper half of the squares
        (PixelBox(110, 90, 190, 150), "EI", 0.5, False),  # a little more than the squares
        (PixelBox(110, 110, 190, 150), "MRN 4711", 0.99, False),  # all inside: covered with it
        (PixelBox(110, 180, 190, 210), "MRN 4711", 0.99, True),  # below the bars
        (PixelBox(110, 195, 190, 225), "MIIN", 0.4, True),
        (PixelBox(10, 10, 90, 30), "Smith", 0.4, True),
    ],
)
def test_a_part_of_a_code_is_no_writing_and_what_stands_beside_it_is(
    box: PixelBox, text: str, certainty: float, kept: bool
) -> None:
    code = PixelBox(100, 100, 200, 200)
    row = line(box, text, certainty)
    assert without_codes([row], [code]) == ([row] if kept else [])
    assert without_codes([row], []) == [row]
