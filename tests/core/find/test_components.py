"""Connected parts of a map and the smallest rectangle around points."""

import numpy as np
import pytest
from pixelseal.core.find.components import components, smallest_rectangle


def test_parts_touch_at_sides_and_corners() -> None:
    picture = ["##..#", "..#.#", ".....", "#.#.#", "###.."]
    marked = np.array([[letter == "#" for letter in row] for row in picture])
    found = components(marked, np.arange(25, dtype=np.float32).reshape(5, 5))
    # A bend that joins two runs of one row is one part: a line must not fall into letters.
    assert [part.points.min(axis=0).tolist() for part in found] == [[0, 0], [4, 0], [0, 3], [4, 3]]
    assert [part.points.max(axis=0).tolist() for part in found] == [[3, 2], [5, 2], [3, 5], [5, 4]]
    assert [part.mean for part in found] == [(0 + 1 + 7) / 3, 6.5, 19.0, 19.0]


def test_nothing_has_no_parts() -> None:
    for shape in ((1, 1), (4, 7)):
        assert components(np.zeros(shape, np.bool_), np.zeros(shape)) == []
        assert len(components(np.ones(shape, np.bool_), np.zeros(shape))) == 1


def test_the_parts_are_those_of_a_flood() -> None:
    rng = np.random.default_rng(20260101)
    for _ in range(20):
        marked = rng.random((17, 23)) < 0.45
        left = {(int(y), int(x)) for y, x in zip(*np.nonzero(marked), strict=True)}
        flooded = []
        while left:
            todo, part = [min(left)], set[tuple[int, int]]()
            while todo:
                y, x = place = todo.pop()
                if place in left:
                    left.discard(place)
                    part.add(place)
                    todo += [(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
            rows, columns = zip(*part, strict=True)
            flooded.append((min(rows), min(columns), max(rows) + 1, max(columns) + 1, len(part)))
        found = []
        for number, part_found in enumerate(components(marked, np.ones(marked.shape))):
            low, high = part_found.points.min(axis=0), part_found.points.max(axis=0)
            found.append((low[1], low[0], high[1], high[0], flooded[number][4]))
            assert part_found.mean == 1
        assert found == flooded


@pytest.mark.parametrize("degrees", [0, 10, 45, 80, 90, 135])
def test_the_rectangle_turns_with_its_points(degrees: float) -> None:
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    flat = np.array([[0, 0], [90, 0], [90, 20], [0, 20], [40, 10], [40, 0]], float)
    corners = smallest_rectangle(flat @ turn + 200)
    assert np.hypot(*(corners[1] - corners[0])) == pytest.approx(90)
    assert np.hypot(*(corners[3] - corners[0])) == pytest.approx(20)
    wanted = {tuple(point) for point in np.round(flat[:4] @ turn + 200, 6).tolist()}
    assert {tuple(point) for point in np.round(corners, 6).tolist()} == wanted
    first, second, third, _ = corners
    ahead, aside = second - first, third - second
    assert ahead[0] * aside[1] - ahead[1] * aside[0] > 0  # clockwise on a screen
    assert (round(ahead[0], 6), ahead[1]) > (0, 0)


def test_one_pixel_has_a_rectangle() -> None:
    corners = smallest_rectangle(np.array([[3, 4], [4, 4], [3, 5], [4, 5]], float))
    assert corners.min(axis=0).tolist() == [3, 4] and corners.max(axis=0).tolist() == [4, 5]
