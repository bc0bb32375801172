"""Which pixels an ellipse touches, and which lie in it wholly, in integers alone.

In units of half a pixel an ellipse of W by H pixels has the half axes W and H, and the point
(dx, dy) from its middle lies inside where dx² H² + dy² W² < W² H². Of a pixel's square the point
nearest to the middle decides whether it is touched, the farthest whether it lies inside wholly.
"""

from math import isqrt

import numpy as np

from app.core.masks.spans import Spans
from app.model.shapes import Ellipse


def spans(ellipse: Ellipse, top: int, bottom: int, inner: bool) -> Spans:
    """One span a row for the rows `top` to `bottom`."""
    width, height = ellipse.width, ellipse.height
    middle_x, middle_y = 2 * ellipse.x + width, 2 * ellipse.y + height
    rows = range(max(top, ellipse.y), max(min(bottom, ellipse.bottom), max(top, ellipse.y)))
    left, right = [], []
    for row in rows:
        above, below = middle_y - 2 * row, 2 * row + 2 - middle_y
        if inner:
            away = max(above, below)
            room = width * width * (height * height - away * away)
            reach = isqrt(room // (height * height)) if room >= 0 else -2
            left.append(-((reach - middle_x) // 2))
            right.append((middle_x + reach) // 2)
        else:
            away = max(0, -above, -below)
            # Strictly inside: the greatest dx with dx² H² < W² (H² - dy²).
            reach = isqrt((width * width * (height * height - away * away) - 1) // (height**2))
            left.append(-((reach - middle_x) // 2) - 1)
            right.append((middle_x + reach) // 2 + 1)
    return Spans(np.array(rows, np.int64), np.array(left, np.int64), np.array(right, np.int64))
