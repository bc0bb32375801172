"""All finders, one after another, over one picture. Opens no file.

What was read serves to propose reasons and ends here.
"""

from pixelseal.core.find import parameters
from pixelseal.core.find.boxes import is_empty
from pixelseal.core.find.codes import find_codes
from pixelseal.core.find.faces import find_faces
from pixelseal.core.find.found import WRITING, Found
from pixelseal.core.find.lines import ReadLine
from pixelseal.core.find.looked import Looked
from pixelseal.core.find.networks import Finders
from pixelseal.core.find.reading import read_lines
from pixelseal.core.find.text_reasons import reasons
from pixelseal.core.find.writing import box_of, lines_of
from pixelseal.core.pixels.banded_raster import AnyRaster


async def find_in(raster: AnyRaster, finders: Finders) -> list[Found]:
    """What the finders that are there find in a picture: faces, codes, then writing."""
    picture = Looked(raster)
    del raster  # it is held by nobody else, and twice is too much for a large one
    found: list[Found] = []
    if finders.faces is not None:
        found += await find_faces(picture, finders.faces)
    if finders.codes is not None:
        found += await find_codes(picture, finders.codes)
    for line in await read_writing(picture, finders):
        found.append(Found(WRITING, line.box, line.confidence, reasons(line.text)))
    return found


async def read_writing(picture: Looked, finders: Finders) -> list[ReadLine]:
    """Lines of writing with their text, which is "" without the network that reads."""
    if finders.writing is None:
        return []
    lines = await lines_of(picture, finders.writing)
    if finders.reading is None:
        boxes = [(box_of(line, picture), line.confidence) for line in lines]
        return [ReadLine(box, sure, "", 0.0) for box, sure in boxes if not is_empty(box)]
    read = await read_lines(picture, lines, finders.reading)
    large = parameters.LARGE * min(picture.width, picture.height)
    return [line for line in read if _is_writing(line, large)]


def _is_writing(line: ReadLine, large: float) -> bool:
    left, top, right, bottom = line.box
    if min(right - left, bottom - top) > large:
        return len(line.text) > 1 and line.certainty >= parameters.LARGE_LEAST
    signs = sum(map(str.isalnum, line.text))
    if line.text and signs < parameters.SHORT:
        return signs > 0 and line.certainty >= parameters.SHORT_LEAST
    sure = line.confidence >= parameters.SEEN_SURE
    return sure or (bool(line.text) and line.certainty >= parameters.READ_LEAST)
