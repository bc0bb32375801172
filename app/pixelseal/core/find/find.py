"""All finders, one after another, over one picture. Opens no file.

What was read serves to propose reasons and ends here.
"""

from pixelseal.core.find import parameters
from pixelseal.core.find.boxes import inside, is_empty
from pixelseal.core.find.codes import find_codes
from pixelseal.core.find.faces import find_faces
from pixelseal.core.find.found import WRITING, Found
from pixelseal.core.find.judging import is_faint, is_writing, joined, with_its_year, without_codes
from pixelseal.core.find.lines import ReadLine
from pixelseal.core.find.looked import Looked
from pixelseal.core.find.networks import Finders
from pixelseal.core.find.reading import read_lines
from pixelseal.core.find.text_reasons import reasons
from pixelseal.core.find.writing import box_of, faint_lines_of, lines_of
from pixelseal.core.pixels.banded_raster import AnyRaster


async def find_in(raster: AnyRaster, finders: Finders) -> list[Found]:
    """What the finders that are there find in a picture: faces, codes, then writing."""
    picture = Looked(raster)
    del raster  # it is held by nobody else, and twice is too much for a large one
    found: list[Found] = []
    if finders.faces is not None:
        found += await find_faces(picture, finders.faces)
    codes = [] if finders.codes is None else await find_codes(picture, finders.codes)
    found += codes
    for line in without_codes(await read_writing(picture, finders), [row.box for row in codes]):
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
    plain = [line for line in read if is_writing(line, large)]
    faint = await faint_lines_of(picture, finders.writing)
    if not faint:
        return plain
    known = [line.box for line in plain]
    faint = [row for row in faint if inside(box_of(row, picture), known) < parameters.FAINT_NEW]
    also = [row for row in await read_lines(picture, faint, finders.reading) if is_faint(row)]
    return [with_its_year(row, picture) for row in joined(plain, also)]
