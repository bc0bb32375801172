"""Which pixels a region covers, grown over the source's compression grid. Changes no pixel.

A cover is a tuple of boxes: one for a rectangle, and any other shape is a list of spans, because
growing a union of boxes is the union of the grown boxes.

Why grow: in a lossy source every pixel of a compression block carries a little of each pixel the
block was made from (ringing, and colour shared by neighbours). A tight box leaves those traces
around it. Growing to the grid of the *source* takes in every such block; the rim takes in what
decoders smooth across the blocks' edges.

For JPEG that is all: blocks are coded apart, and a test shows that the covered content changes no
byte of the output. A lossy WebP predicts each block from the one before and tunes itself to the
whole picture, so its *encoder* has spread faint traces of everything over everything before we see
the file; growing takes away what can be seen, not that dependence.
"""

from app.core.box import Box
from app.core.orientation import stored_box, upright_box
from app.core.source.model import Source
from app.model.recipe import Region

# Pixels beyond the grid. JPEG: a decoder interpolates chroma from the neighbouring sample only
# (measured: grid + 1 leaves no differing pixel). WebP: its loop filter (RFC 6386, 15.3) changes up
# to 3 samples beyond an edge, in chroma 6 pixels, and chroma interpolation adds one more.
_JPEG_RIM = 1
_WEBP_RIM = 8


def rim(source: Source) -> int:
    """Pixels by which a region is grown beyond the compression grid; 0 for lossless sources."""
    if not source.lossy:
        return 0
    return _WEBP_RIM if source.format == "webp" else _JPEG_RIM


def cover(region: Region, source: Source) -> tuple[Box, ...]:
    """The upright boxes that `region` burns, its shape already clipped to the upright image."""
    shape = region.shape
    box = Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    return (grown(box, source),)


def grown(box: Box, source: Source) -> Box:
    """An upright box grown outward to the source's MCU grid plus the rim, clipped, upright."""
    if not source.lossy:
        return box.clipped(source.upright_width, source.upright_height)
    width, height = source.width, source.height
    across, down = source.mcu
    margin = rim(source)
    stored = stored_box(box, source.orientation, width, height)
    stored = Box(
        stored.left // across * across - margin,
        stored.top // down * down - margin,
        -(-stored.right // across) * across + margin,
        -(-stored.bottom // down) * down + margin,
    ).clipped(width, height)
    return upright_box(stored, source.orientation, width, height)
