"""The standard JPEG quantisation tables of every quality, for the audit alone. Reads no file.

ITU-T T.81, tables K.1 and K.2, scaled as the Independent JPEG Group's jcparam.c does. They are
repeated here, and their order is computed in another way: a table that a writer got wrong is not
among them.
"""

from functools import cache

Table = tuple[int, ...]  # 64 steps in the order in which DQT holds them (figure 5)

# Row by row, as the standard prints them.
_K1 = """
16 11 10 16 24 40 51 61    12 12 14 19 26 58 60 55    14 13 16 24 40 57 69 56
14 17 22 29 51 87 80 62    18 22 37 56 68 109 103 77  24 35 55 64 81 104 113 92
49 64 78 87 103 121 120 101                           72 92 95 98 112 100 103 99
"""
_K2 = """
17 18 24 47 99 99 99 99  18 21 26 66 99 99 99 99  24 26 56 99 99 99 99 99
47 66 99 99 99 99 99 99  99 99 99 99 99 99 99 99  99 99 99 99 99 99 99 99
99 99 99 99 99 99 99 99  99 99 99 99 99 99 99 99
"""


def _in_zigzag(printed: str) -> Table:
    """Along the diagonals, every other one upwards."""
    rows = [int(step) for step in printed.split()]
    order = []
    for diagonal in range(15):
        places = [(diagonal - x, x) for x in range(8) if 0 <= diagonal - x < 8]
        order += places if diagonal % 2 == 0 else places[::-1]
    return tuple(rows[8 * y + x] for y, x in order)


_LUMA, _CHROMA = _in_zigzag(_K1), _in_zigzag(_K2)


@cache
def pairs() -> frozenset[tuple[Table, Table]]:
    """(luma, chroma) of the qualities 1 to 100."""
    percents = [5000 // quality for quality in range(1, 50)]
    percents += [200 - 2 * quality for quality in range(50, 101)]
    return frozenset((_scaled(_LUMA, percent), _scaled(_CHROMA, percent)) for percent in percents)


def _scaled(table: Table, percent: int) -> Table:
    return tuple(min(max((step * percent + 50) // 100, 1), 255) for step in table)
