"""Composes the frames of an animation into pages. Reads no file.

GIF89a section 23; PNG third edition section 11.3.6.2; RFC 9649 section 2.7.1.1. The canvas starts
transparent and is cleared to transparent: no viewer in use fills it with a background colour.
"""

from collections.abc import Callable

import numpy as np
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.pixels.picture import Picture, of_arrays
from pixelseal.core.source.facts.page import AnimationFrame, Page

_ROWS = 64  # put on the canvas at a time: blending needs several times their memory

Read = Callable[[AnimationFrame], Picture]


class AnimationCanvas:
    """The canvas after a frame, so that the next frame can be drawn on it."""

    def __init__(self) -> None:
        self._samples: Pixels | None = None
        self._alpha: Pixels | None = None
        self._space = ""
        self._drawn: tuple[AnimationFrame, ...] = ()
        # What the last frame's area held before it, if it is to be restored.
        self._before: tuple[Pixels, Pixels] | None = None

    def showing(self, page: Page, read: Read) -> Picture:
        """The canvas while the page's last frame is shown; `read` decodes one frame by itself.

        Frames already on the canvas are not decoded again. The picture is the canvas itself: it is
        valid until the next page is requested.
        """
        drawn = self._drawn
        if not drawn or page.frames[: len(drawn)] != drawn:
            self.wipe()
        try:
            for frame in page.frames[len(self._drawn) :]:
                picture = read(frame)
                if (picture.width, picture.height) != (frame.width, frame.height):
                    raise ValueError("a frame of another size than declared")
                self._put(page, frame, picture)
        except BaseException:
            self.wipe()  # a frame may be partly drawn
            raise
        if self._samples is None or self._alpha is None:
            raise ValueError("a page without frames")
        return of_arrays(self._samples, self._alpha, self._space)

    def _put(self, page: Page, frame: AnimationFrame, picture: Picture) -> None:
        if self._samples is None or self._alpha is None:
            dtype = np.uint8 if picture.bits == 8 else np.uint16
            # The palettes of a GIF may be grey in one frame and coloured in the next.
            self._space = "rgb" if page.format == "gif" else picture.space
            planes = () if self._space == "gray" else (3,)
            self._samples = np.zeros((page.height, page.width, *planes), dtype)
            self._alpha = np.zeros((page.height, page.width), dtype)
        if self._drawn:
            self._take_off(self._drawn[-1], self._samples, self._alpha)
        area = _area(frame)
        if frame.dispose == "previous":
            self._before = self._samples[area].copy(), self._alpha[area].copy()
        _draw(picture, self._samples[area], self._alpha[area], frame.blend)
        self._drawn = (*self._drawn, frame)

    def _take_off(self, last: AnimationFrame, samples: Pixels, alpha: Pixels) -> None:
        """Dispose of a frame's area before the next one is drawn."""
        area = _area(last)
        if self._before is not None:
            samples[area], alpha[area] = self._before
            self._before = None
        elif last.dispose == "background":
            samples[area], alpha[area] = 0, 0

    def wipe(self) -> None:
        """Overwrite the pixels and release them."""
        for pixels in (self._samples, self._alpha, *(self._before or ())):
            if pixels is not None:
                pixels.fill(0)
        self._samples = self._alpha = self._before = None
        self._drawn = ()


def _area(frame: AnimationFrame) -> tuple[slice, slice]:
    return (
        slice(frame.top, frame.top + frame.height),
        slice(frame.left, frame.left + frame.width),
    )


def _draw(picture: Picture, samples: Pixels, alpha: Pixels, blend: bool) -> None:
    """Draw a frame on its area of the canvas, in place."""
    full = np.iinfo(alpha.dtype).max
    for top in range(0, picture.height, _ROWS):
        rows = slice(top, min(top + _ROWS, picture.height))
        new, opacity = picture.rows(rows.start, rows.stop)
        if new.ndim < samples.ndim:
            new = new[:, :, np.newaxis]
        if opacity is None:
            samples[rows], alpha[rows] = new, full
        elif not blend:
            samples[rows], alpha[rows] = new, opacity
        else:
            solid = opacity == full
            samples[rows][solid] = np.broadcast_to(new, samples[rows].shape)[solid]
            alpha[rows][solid] = full
            mixed = (opacity > 0) & ~solid
            if mixed.any():
                shown = np.broadcast_to(new, samples[rows].shape)
                _mix(shown, opacity, samples[rows], alpha[rows], mixed)


def _mix(new: Pixels, opacity: Pixels, old: Pixels, alpha: Pixels, where: Pixels) -> None:
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
