"""CMYK that no profile explains. The stated default: each ink takes its share of the light.

The same numbers as Pillow's and the browsers' plain conversion (docs/adr/0007-colour.md).
"""

import numpy as np
from pixelseal.core.icc.connection_space import Codes


def plain_strip(strip: Codes) -> Codes:
    """CMYK (n, 4), 0 no ink, uint8 or uint16, to RGB (n, 3) of the same depth."""
    full = int(np.iinfo(strip.dtype).max)
    light = full - strip[:, 3:].astype(np.uint32 if full == 255 else np.uint64)
    taken = (strip[:, :3] * light + full // 2) // full
    rgb: Codes = (light - taken).astype(strip.dtype)
    return rgb
