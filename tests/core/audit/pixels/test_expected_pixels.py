"""What the audit expects for many covers at once equals what it expects for each by itself."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.core.audit import Covered, CoveredEach, Ramp
from pixelseal.core.audit.facts.parsed_output import ParsedOutput
from pixelseal.core.audit.pixels import overlaid
from pixelseal.core.audit.pixels.differences import differences
from pixelseal.core.audit.pixels.expected_pixels import ExpectedPixels

from tests.core.support import examples

SIZE = (40, 30)
EDGES_X, EDGES_Y = st.integers(0, SIZE[0]), st.integers(0, SIZE[1])
BOXES = st.tuples(EDGES_X, EDGES_Y, EDGES_X, EDGES_Y)


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.tuples(BOXES, st.integers(0, 6)), max_size=30), st.integers(0, 30))
def test_the_last_box_over_a_pixel_is_seen(rows, many):
    boxes = np.array([row[0] for row in rows], np.int32).reshape(-1, 4)
    numbers = np.array([row[1] for row in rows], np.int32)
    wanted = np.full(SIZE[::-1], -1, np.int32)
    for (left, top, right, bottom), number in rows:
        wanted[top:bottom, left:right] = number
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overlaid, "_MANY", many)
        assert np.array_equal(overlaid.topmost(boxes, numbers, SIZE[::-1]), wanted)


COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


@st.composite
def ramps(draw: st.DrawFn) -> Ramp:
    columns = draw(st.integers(1, 4))
    row = st.lists(COLOURS, min_size=columns, max_size=columns).map(tuple)
    cells = draw(st.lists(row, min_size=1, max_size=4))
    place = st.integers(-20, 40)
    return Ramp(draw(place), draw(place), draw(st.integers(1, 25)), tuple(cells))


def colour_at(ramp: Ramp, x: int, y: int) -> list[int]:
    """Straight lines between the cells' middles, rounded to the nearest, halves up."""
    rows, columns = len(ramp.rows), len(ramp.rows[0])
    u = Fraction(2 * (x - ramp.left) + 1, 2 * ramp.step) - Fraction(1, 2)
    v = Fraction(2 * (y - ramp.top) + 1, 2 * ramp.step) - Fraction(1, 2)
    u, v = min(max(u, 0), columns - 1), min(max(v, 0), rows - 1)
    i, j = int(u), int(v)
    found = []
    for sample in range(3):
        upper, lower = (
            ramp.rows[row][i][sample] * (1 - (u - i))
            + ramp.rows[row][min(i + 1, columns - 1)][sample] * (u - i)
            for row in (j, min(j + 1, rows - 1))
        )
        found.append(int(upper * (1 - (v - j)) + lower * (v - j) + Fraction(1, 2)))
    return found


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(st.tuples(BOXES, st.one_of(COLOURS, ramps())), max_size=6),
    st.tuples(*[st.integers(0, 12)] * 4),
)
def test_every_pixel_has_its_colour(rows, beyond):
    width, height = SIZE
    covers = tuple(Covered((box,), paint) for box, paint in rows)
    window = (-beyond[0], -beyond[1], width + beyond[2], height + beyond[3])
    paints = [paint for _box, paint in rows]
    each = CoveredEach(
        np.array([box for box, _paint in rows], np.int32).reshape(-1, 4),
        paints,
        np.arange(len(rows)),
    )
    found = []
    for told in (covers, (each,)):
        wanted = ExpectedPixels(told, (height, width))
        labels = wanted.labels(window)
        found.append((labels >= 0, wanted.colours(labels, window)))
    assert all(np.array_equal(*pair) for pair in zip(*found, strict=True))
    covered, colours = found[0]
    for y in range(window[1], window[3]):
        for x in range(window[0], window[2]):
            # Beyond the picture its last row and column go on.
            at_x, at_y = min(max(x, 0), width - 1), min(max(y, 0), height - 1)
            over = [p for (a, b, c, d), p in rows if a <= at_x < c and b <= at_y < d]
            held = colours[:, y - window[1], x - window[0]].tolist()
            assert covered[y - window[1], x - window[0]] == bool(over)
            if not over:
                assert held == [0, 0, 0]
            elif isinstance(over[-1], Ramp):
                assert held == colour_at(over[-1], at_x, at_y)
            else:
                assert held == list(over[-1])


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from([(8, 8), (16, 8), (16, 16)]), st.integers(1, 8), st.integers(0, 10**6))
def test_differences_are_those_of_all_blocks_that_reach_a_pixel(grid, margin, seed):
    (across, down), rng = grid, np.random.default_rng(seed)
    height, width = 3 * down, 4 * across
    colours = rng.choice(np.array([0, 1, 77, 255], np.int16), (3, height, width))
    # Most pixels alike, or every block would differ as much as can be.
    colours[:, rng.random((height, width)) < 0.995] = 30
    red, green, blue = (plane.astype(int) for plane in colours)
    luma = (299 * red + 587 * green + 114 * blue) // 1000
    blocks = np.zeros((3, 4), int)
    for row, column in np.ndindex(3, 4):
        near = (
            slice(max(0, row * down - margin), (row + 1) * down + margin),
            slice(max(0, column * across - margin), (column + 1) * across + margin),
        )
        spread = [np.ptp(part[near]) for part in (luma, red - luma, blue - luma)]
        blocks[row, column] = spread[0] + max(spread[1:])
    found = differences(colours, ParsedOutput(grid=grid, margin=margin))
    for y, x in np.ndindex(height, width):
        rows = {min(max(y + d, 0), height - 1) // down for d in (-margin, 0, margin)}
        columns = {min(max(x + d, 0), width - 1) // across for d in (-margin, 0, margin)}
        assert found[y, x] == max(blocks[r, c] for r in rows for c in columns)
