"""The standard JPEG quantisation tables and their scaling by quality. Encodes nothing.

ITU-T T.81, tables K.1 and K.2, and the scaling of the Independent JPEG Group's jcparam.c: the
constants that nearly every encoder uses, so that an output reveals nothing of the camera. The audit
has its own copy from the standard.
"""

from functools import cache

# Steps in natural order, row by row.
_LUMA = (
    *(16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55),
    *(14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62),
    *(18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92),
    *(49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99),
)
_CHROMA = (
    *(17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99),
    *(24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99),
    *(99,) * 32,
)
QUALITIES = range(1, 101)


@cache
def tables(quality: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(luma, chroma) steps in natural order, 1..255 each, for a quality of 1..100."""
    percent = 5000 // quality if quality < 50 else 200 - 2 * quality
    luma, chroma = (
        tuple(min(max((step * percent + 50) // 100, 1), 255) for step in table)
        for table in (_LUMA, _CHROMA)
    )
    return luma, chroma
