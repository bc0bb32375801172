"""Which pixels ellipses touch, and which lie entirely inside, in integers alone.

In units of half a pixel an ellipse of W by H pixels has the half axes W and H, and the point
(dx, dy) from its middle lies inside where dx² H² + dy² W² < W² H². The point of a pixel's square
nearest to the centre decides whether it is touched, the farthest whether it lies entirely inside.
"""

from collections.abc import Sequence

import numpy as np
from pixelseal.core.masks.spans import Integers, Mask, Spans, each_row
from pixelseal.model.recipe.shapes import Ellipse

_HALF = 20  # bits: two numbers below 2**40 are multiplied by halves


class Ellipses:
    """Many ellipses, whose spans are found in one go."""

    def __init__(self, ellipses: Sequence[Ellipse]) -> None:
        facts = np.array([(e.x, e.y, e.width, e.height) for e in ellipses], np.int64)
        self._facts = facts.reshape(-1, 4)
        self.owners = np.arange(len(ellipses), dtype=np.int64)
        self.first, self.last = self._facts[:, 1], self._facts[:, 1] + self._facts[:, 3]

    def spans(self, top: int, bottom: int, inner: bool) -> Spans:
        """One span per ellipse and row from `top` up to `bottom`."""
        some = np.flatnonzero((self.first < bottom) & (self.last > top))
        numbers, rows = each_row(
            np.maximum(self.first[some], top), np.minimum(self.last[some], bottom)
        )
        owners = some[numbers]
        x, y, width, height = self._facts.T
        middle_x, width, height = (2 * x + width)[owners], width[owners], height[owners]
        above = (2 * y + self._facts[:, 3])[owners] - 2 * rows
        below = 2 - above
        if inner:
            reach = _reach(width, height, np.maximum(above, below), inner)
            return Spans(owners, rows, -((reach - middle_x) // 2), (middle_x + reach) // 2)
        reach = _reach(width, height, np.maximum(0, np.maximum(-above, -below)), inner)
        left, right = -((reach - middle_x) // 2) - 1, (middle_x + reach) // 2 + 1
        return Spans(owners, rows, left, right)


def _reach(width: Integers, height: Integers, away: Integers, inner: bool) -> Integers:
    """How far the ellipse reaches from its middle, `away` above or below it, in whole half pixels.

    The greatest dx with dx² H² < W² (H² - dy²), for `inner` with <=; -2 if there is none.
    """
    room = (height - away) * (height + away)
    # Off by less than one: doubles have 53 bits, sides 20.
    about = (width * np.sqrt(np.maximum(room, 0).astype(np.float64)) / height).astype(np.int64) + 1
    for _ in range(2):
        about -= ~_fits(about, width, height, room, inner)
    return np.where(room < 0, -2, about)


def _fits(dx: Integers, width: Integers, height: Integers, room: Integers, inner: bool) -> Mask:
    """True where dx² H² < W² room, for `inner` <=."""
    if not len(dx) or int((width.max() + 1) * height.max()) < 1 << 31:
        reached, most = np.square(dx * height), width * width * room
        fits: Mask = reached <= most if inner else reached < most
        return fits
    high, low = _product(dx * height, dx * height)
    most_high, most_low = _product(width * width, np.maximum(room, 0))
    fits = (high < most_high) | ((high == most_high) & (low < most_low))
    return fits | ((high == most_high) & (low == most_low)) if inner else fits


def _product(a: Integers, b: Integers) -> tuple[Integers, Integers]:
    """The product of two numbers from 0 to 2**40, as (upper part, lower 40 bits)."""
    mask = (1 << _HALF) - 1
    a1, a0, b1, b0 = a >> _HALF, a & mask, b >> _HALF, b & mask
    middle = a1 * b0 + a0 * b1
    low = a0 * b0 + ((middle & mask) << _HALF)
    return a1 * b1 + (middle >> _HALF) + (low >> 2 * _HALF), low & ((1 << 2 * _HALF) - 1)
