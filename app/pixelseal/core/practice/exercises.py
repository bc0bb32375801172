"""The ten exercises: what is drawn, what is planted in it (docs/practice.md, 2). Judges nothing.

Every name and number is invented, and looks so: NOBODY, 0000000.
"""

from collections.abc import Callable
from typing import NamedTuple

from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.practice import files
from pixelseal.core.practice.canvas import INK, PAPER, Canvas

_CLOTH = ((120, 158, 170), (140, 174, 182))
_STEEL = ((150, 158, 164), (120, 128, 134))


class Exercise(NamedTuple):
    """A file as it is handed out, its pages, and kinds of what it carries besides the picture."""

    data: bytes
    extension: str
    pages: list[Canvas]
    carried: tuple[str, ...]


def drawn(number: int) -> Exercise:
    """An exercise by its number, from 1; the same bytes each time. RecipeRefused for any other."""
    if not 1 <= number <= len(_ALL):
        raise RecipeRefused("recipe-out-of-range", key="exercise")
    pages = _ALL[number - 1]()
    for page in pages:
        page.grain()
    pixels = [page.pixels for page in pages]
    if len(pages) > 1:
        return Exercise(files.tiff(pixels), "tif", pages, ())
    if _ALL[number - 1] is _dated:
        return Exercise(files.png(pixels[0], files.exif()), "png", pages, files.CARRIED)
    return Exercise(files.png(pixels[0]), "png", pages, ())


def _forearm() -> Canvas:
    made = Canvas(*_CLOTH)
    made.skin()
    return made


def _wristband() -> list[Canvas]:
    made = _forearm()
    made.box(150, 190, 330, 590, PAPER)
    name = made.write(166, 250, "NOBODY")
    number = made.write(166, 300, "0000000")
    born = made.write(166, 350, "1900-01", 3)
    made.plant("wristband", name, number, born)
    return [made]


def _label() -> list[Canvas]:
    made = Canvas(*_STEEL)
    made.box(330, 110, 630, 650, (196, 214, 220))
    made.ellipse(480, 190, 110, 60, (170, 90, 84))
    made.subject = PixelBox(370, 130, 590, 250)
    made.box(350, 330, 610, 600, PAPER)
    made.plant("label", made.write(366, 350, "NO, BODY"), made.write(366, 390, "WARD 0"))
    made.plant("barcode", made.bars(370, 470, 220, 90, 7))
    return [made]


def _monitor() -> list[Canvas]:
    made = _forearm()
    made.box(30, 30, 420, 240, (16, 22, 26))
    made.plant("monitor", made.write(50, 50, "NOBODY A.", 4, (120, 230, 150)))
    for x in range(50, 400, 6):
        made.box(x, 140 + (x * 37 % 29), x + 6, 146 + (x * 37 % 29), (90, 220, 120))
    made.plant("date", made.write(50, 206, "2000-01-01 10:00", 2, (120, 190, 230)))
    return [made]


def _face() -> list[Canvas]:
    made = Canvas((206, 214, 220), (180, 190, 198))
    hair = made.ellipse(480, 250, 152, 182, (70, 52, 40))
    made.box(400, 400, 560, 560, (214, 168, 142))
    made.ellipse(480, 280, 128, 160, (224, 180, 154))
    for x in (430, 530):
        made.ellipse(x, 260, 20, 11, PAPER)
        made.ellipse(x, 260, 8, 9, INK)
    made.ellipse(480, 300, 12, 26, (206, 156, 130))
    made.ellipse(480, 370, 44, 12, (176, 92, 88))
    made.box(250, 520, 710, 720, (120, 150, 176))
    made.ellipse(480, 540, 26, 20, (168, 80, 72))
    made.subject = PixelBox(454, 522, 506, 560)
    made.plant("face", PixelBox(hair.left, hair.top, hair.right, 440))
    return [made]


def _dated() -> list[Canvas]:
    made = _forearm()
    made.plant("date", made.write(700, 672, "2000-01-01", 4, (240, 150, 40)))
    return [made]


def _serial() -> list[Canvas]:
    made = Canvas(*_STEEL)
    made.ellipse(480, 360, 250, 250, (206, 210, 214))
    made.ellipse(480, 330, 60, 60, (120, 126, 132))
    made.subject = PixelBox(400, 250, 560, 410)
    made.plant("serial", made.write(398, 470, "SN 0000-0000", 2, (96, 102, 108)))
    return [made]


def _second_page() -> list[Canvas]:
    first, second = _forearm(), _forearm()
    second.box(40, 40, 360, 200, PAPER)
    second.plant("label", second.write(60, 70, "NOBODY, ANN"), second.write(60, 120, "MRN 0000000"))
    return [first, second]


def _reflection() -> list[Canvas]:
    made = _forearm()
    made.box(640, 40, 930, 250, (70, 96, 104))
    made.box(652, 52, 918, 238, (92, 122, 130))
    made.plant("reflection", made.write(680, 120, "DR NOBODY", 4, (140, 164, 170), mirror=True))
    made.plant("tattoo", made.write(250, 440, "ANN 00", 4, (96, 92, 110)))
    return [made]


def _radiograph() -> list[Canvas]:
    made = Canvas((14, 16, 18), (26, 28, 30))
    for x in (360, 480, 600):
        made.box(x - 26, 90, x + 26, 640, (150, 154, 156))
        for y in range(130, 640, 120):
            made.ellipse(x, y, 38, 30, (178, 182, 184))
    made.subject = PixelBox(320, 90, 640, 640)
    made.plant("faint", made.write(24, 24, "NOBODY A 1900", 3, (34, 36, 38)))
    made.plant("date", made.write(760, 680, "2000-01-01", 3, (58, 60, 62)))
    return [made]


def _several() -> list[Canvas]:
    made = _forearm()
    made.box(20, 20, 380, 190, (250, 250, 250))
    made.plant("board", made.write(40, 50, "BED 0 NOBODY", 4, (40, 70, 150)))
    made.box(760, 500, 930, 700, (236, 240, 244))
    made.ellipse(845, 560, 36, 44, (214, 170, 146))
    made.plant("badge", PixelBox(809, 516, 881, 604), made.write(776, 630, "DR NOBODY", 2))
    made.box(120, 200, 270, 590, PAPER)
    made.plant("wristband", made.write(134, 270, "NOBODY"), made.write(134, 320, "000000"))
    return [made]


_ALL: tuple[Callable[[], list[Canvas]], ...] = (
    _wristband,
    _label,
    _monitor,
    _face,
    _dated,
    _serial,
    _second_page,
    _reflection,
    _radiograph,
    _several,
)
