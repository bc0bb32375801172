"""Puts the frames of an animation on one another, as its page shows them. Reads no file.

GIF89a section 23; PNG third edition section 11.3.6.2; RFC 9649 section 2.7.1.1. The canvas starts
see-through and is cleared to see-through: no viewer in use fills it with a background colour.
"""

from collections.abc import Callable

import numpy as np

from app.core.picture import Picture, of_arrays
from app.core.raster import Pixels
from app.core.source.model import Frame, Source

_ROWS = 64  # put on the canvas at a time: blending needs several times their memory

_Area = tuple[slice, slice]


def composed(page: Source, read: Callable[[Frame], Picture]) -> Picture:
    """The canvas while the page's last frame is on; `read` decodes one frame alone."""
    samples = alpha = None
    space = ""
    for frame in page.frames:
        picture = read(frame)
        if (picture.width, picture.height) != (frame.width, frame.height):
            raise ValueError("a frame of another size than declared")
        if samples is None or alpha is None:
            dtype = np.uint8 if picture.bits == 8 else np.uint16
            # The palettes of a GIF may be gray in one frame and coloured in the next.
            space = "rgb" if page.format == "gif" else picture.space
            planes = () if space == "gray" else (3,)
            samples = np.zeros((page.height, page.width, *planes), dtype)
            alpha = np.zeros((page.height, page.width), dtype)
        area = (
            slice(frame.top, frame.top + frame.height),
            slice(frame.left, frame.left + frame.width),
        )
        last = frame is page.frames[-1]
        restore = frame.after == "restore" and not last
        before = (samples[area].copy(), alpha[area].copy()) if restore else None
        _draw(picture, samples[area], alpha[area], frame.over)
        if before is not None:
            samples[area], alpha[area] = before
        elif frame.after == "clear" and not last:
            samples[area], alpha[area] = 0, 0
    if samples is None or alpha is None:
        raise ValueError("a page without frames")
    return of_arrays(samples, alpha, space)


def _draw(picture: Picture, samples: Pixels, alpha: Pixels, over: bool) -> None:
    """Put a frame on its area of the canvas, in place."""
    full = np.iinfo(alpha.dtype).max
    for top in range(0, picture.height, _ROWS):
        rows = slice(top, min(top + _ROWS, picture.height))
        new, opacity = picture.rows(rows.start, rows.stop)
        if new.ndim < samples.ndim:
            new = new[:, :, np.newaxis]
        if opacity is None:
            samples[rows], alpha[rows] = new, full
        elif not over:
            samples[rows], alpha[rows] = new, opacity
        else:
            solid = opacity == full
            samples[rows][solid] = np.broadcast_to(new, samples[rows].shape)[solid]
            alpha[rows][solid] = full
            mixed = (opacity > 0) & ~solid
            if mixed.any():
                shown = np.broadcast_to(new, samples[rows].shape)
                _blend(shown, opacity, samples[rows], alpha[rows], mixed)


def _blend(new: Pixels, opacity: Pixels, old: Pixels, alpha: Pixels, where: Pixels) -> None:
    """Samples over samples, neither premultiplied (PNG section 13.16), where `where` is set."""
    full = float(np.iinfo(alpha.dtype).max)
    above = opacity[where].astype(np.float64) / full
    below = alpha[where].astype(np.float64) / full * (1 - above)
    both = above + below
    if old.ndim == 3:
        weights = above[:, np.newaxis], below[:, np.newaxis], both[:, np.newaxis]
    else:
        weights = above, below, both
    mixed = (new[where] * weights[0] + old[where] * weights[1]) / weights[2]
    old[where] = np.rint(mixed).astype(old.dtype)
    alpha[where] = np.rint(both * full).astype(alpha.dtype)
