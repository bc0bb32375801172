"""The settings of an output, from the recipe and the facts of the source. Writes nothing.

Defaults: the source's own format (HEIC becomes JPEG, GIF and BMP become PNG, and so does a lossless
WebP too large to be written), lossless if the source was lossless, JPEG with the quality and
sampling of the source.
"""

from typing import NamedTuple

from pixelseal.core.base import limits
from pixelseal.core.base.orientation import turns
from pixelseal.core.encode import ijg_tables
from pixelseal.core.source.facts.page import Page
from pixelseal.model import formats
from pixelseal.model.recipe.region import Output

_SAMPLINGS = ("4:4:4", "4:2:2", "4:2:0")
_TURNED_SAMPLING = {"4:2:2": "4:4:0", "4:4:0": "4:2:2"}


class EncodeSettings(NamedTuple):
    """`quality` 1..100 for lossy codings, 0 for lossless; `sampling` of the chroma (JPEG, AVIF).

    With `holding`, `quality` is the minimum: the encoder goes as high as the picture needs.
    """

    format: str
    quality: int
    sampling: str
    holding: bool = False

    @property
    def lossy(self) -> bool:
        """True if pixels read back differ slightly from those written."""
        return self.quality > 0

    @property
    def extension(self) -> str:
        """The file's extension, without a dot."""
        return formats.named(self.format).ending


def settings_for(output: Output, page: Page) -> EncodeSettings:
    """What the recipe's `output` means for this source."""
    format = output.format
    asked = output.quality if isinstance(output.quality, int) else 0
    if format == "same":
        format = formats.named(page.format).instead or page.format
        if is_webp_too_large(page) and not asked:
            format = "png"
    writing = formats.writing(format)
    if writing.lossless and not (writing.quality and (page.lossy or asked)):
        return EncodeSettings(format, 0, "")
    if format == "jpeg":
        holding = bool(page.quant) and not asked
        return EncodeSettings(format, asked or held_quality(page.quant), _sampling(page), holding)
    if format == "avif":
        halved = page.lossy and page.sampling == "4:2:0"
        return EncodeSettings(format, asked or writing.quality, "4:2:0" if halved else "4:4:4")
    return EncodeSettings(format, asked or writing.quality, "")


def is_webp_too_large(page: Page) -> bool:
    """True for a lossless WebP that can be opened, but whose encoder would need too much memory.

    By the source's size, not the output's: so the note at opening is true after any crop.
    """
    if page.format != "webp" or page.lossy:
        return False
    return page.width * page.height > limits.WEBP_LOSSLESS_WRITTEN_MOST


def held_quality(quant: tuple[tuple[int, ...], ...]) -> int:
    """The highest standard quality whose steps, on the whole, are no finer than the source's.

    `quant` holds the source's tables (luma first), steps in natural order; without any, the
    default. A finer coding would cost bytes for detail that the source does not have.
    """
    if not quant:
        return formats.writing("jpeg").quality
    # A baseline table, as the standard ones are, holds no step above 255.
    held = sum(min(step, 255) for table in quant[:2] for step in table)
    for quality in reversed(ijg_tables.QUALITIES):
        if sum(map(sum, ijg_tables.tables(quality)[: len(quant)])) >= held:
            return quality
    return ijg_tables.QUALITIES[0]


def _sampling(page: Page) -> str:
    sampling = page.sampling
    if turns(page.orientation):
        sampling = _TURNED_SAMPLING.get(sampling, sampling)
    if page.format in ("jpeg", "heic") and sampling in _SAMPLINGS:
        return sampling
    return "4:4:4"
