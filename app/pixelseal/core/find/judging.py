"""Which of the lines that were read are proposed, and how far they go. Reads nothing."""

import re

from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find import parameters
from pixelseal.core.find.boxes import around, inside
from pixelseal.core.find.lines import ReadLine
from pixelseal.core.find.looked import Looked

# A day and a month behind which a line of a radiograph seems to end.
_NO_YEAR = re.compile(r"(?<![\d/.\-])\d\d?([/.\-])\d\d?(?:\1\d{0,3})?$")
_YEAR = 5  # signs that are behind it: a separator and four digits


def is_writing(line: ReadLine, large: float) -> bool:
    """Whether a line is proposed; it is high if it is higher than `large` pixels."""
    if is_row_of_one_sign(line.text):
        return False
    left, top, right, bottom = line.box
    if min(right - left, bottom - top) > large:
        return len(line.text) > 1 and line.certainty >= parameters.LARGE_LEAST
    signs = sum(map(str.isalnum, line.text))
    if line.text and signs < parameters.SHORT:
        return signs > 0 and line.certainty >= parameters.SHORT_LEAST
    sure = line.confidence >= parameters.SEEN_SURE
    return sure or (bool(line.text) and line.certainty >= parameters.READ_LEAST)


def is_faint(line: ReadLine) -> bool:
    """Whether a line that shows only with its contrast evened out is proposed."""
    if sum(map(str.isalnum, line.text)) < parameters.SHORT or is_row_of_one_sign(line.text):
        return False
    return line.certainty >= parameters.FAINT_LEAST


def joined(plain: list[ReadLine], faint: list[ReadLine]) -> list[ReadLine]:
    """All of them; a faint line that goes on where a plain one ends is one with it."""
    lines = list(plain)
    for more in faint:
        same = [line for line in lines if _are_one(line.box, more.box)]
        lines = [line for line in lines if line not in same]
        for line in same:
            more = max(line, more, key=lambda row: len(row.text))._replace(
                box=around(line.box, more.box)
            )
        lines.append(more)
    return lines


def _are_one(one: PixelBox, other: PixelBox) -> bool:
    heights = sorted(min(box.right - box.left, box.bottom - box.top) for box in (one, other))
    shared = max(inside(one, [other]), inside(other, [one]))
    return shared > parameters.FAINT_SHARED and heights[1] < parameters.LINE_HIGHER * heights[0]


def is_row_of_one_sign(text: str) -> bool:
    """True of 000000 and lllll: rows of teeth, slats and rails are read as such."""
    signs = [sign for sign in text if not sign.isspace()]
    return len(signs) >= parameters.SHORT and len(set(signs)) == 1


def with_its_year(line: ReadLine, picture: Looked) -> ReadLine:
    """The line, as far as a year goes if it ends in a day and a month.

    For pictures in which writing crosses bone, where the rest is as light as what is behind it.
    """
    if not line.upright or not _NO_YEAR.search(line.text):
        return line
    left, top, right, bottom = line.box
    each = (right - left) / len(line.text)
    box = PixelBox(left, top, right + round(_YEAR * each), bottom)
    return line._replace(box=box.clipped(picture.width, picture.height))


def without_codes(lines: list[ReadLine], codes: list[PixelBox]) -> list[ReadLine]:
    """Those that are no part of a code: what lies all inside one is covered with it.

    What is mostly inside is a row of its squares, unless it can be read: below bars is a number.
    """
    kept = []
    for line in lines:
        share = inside(line.box, codes)
        readable = line.certainty >= parameters.READ_SURE and (
            sum(map(str.isalnum, line.text)) >= parameters.SHORT
        )
        if share < (1 if readable else parameters.CODE_SHARED):
            kept.append(line)
    return kept
