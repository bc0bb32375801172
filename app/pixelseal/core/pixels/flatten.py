"""Flattens transparency: blends samples over white. Applies no colour profile."""

import numpy as np
from pixelseal.core.base.arrays import Pixels


def over_white(samples: Pixels, alpha: Pixels) -> Pixels:
    """Grey (H, W) or RGB (H, W, 3), not premultiplied, over white; alpha (H, W) of the same type.

    uint8 or uint16. Under alpha 0 nothing is left of the samples: the result is exactly white.
    """
    full = int(np.iinfo(samples.dtype).max)
    opacity = alpha.astype(np.uint32)
    if samples.ndim == 3:
        opacity = opacity[:, :, np.newaxis]
    # At most 65535 ** 2 + 32767, which 32 bits hold.
    blended = samples * opacity + full * (full - opacity) + full // 2
    return (blended // full).astype(samples.dtype)
