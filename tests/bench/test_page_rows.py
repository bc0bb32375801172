"""The rows of the benchmark's page: what they say about failing canvases and about targets."""

import json

from pixelseal.bench import rows
from pixelseal.bench.rows import Row
from pixelseal.model.recipe.recipe import parse_object


def test_a_row_is_met_missed_or_neither() -> None:
    assert Row("bench-one", {"size": 12}, 230.0, 100.0, 2.3).met is True
    assert Row("bench-one", {"size": 12}, 231.0, 100.0, 2.3).met is False
    assert Row("bench-one", {"size": 12}, 231.0, None, 2.3).met is None
    assert Row("bench-ready", {}, 231.0, None, beside=False).met is None
    assert Row("bench-longest", {}, 51.0, None, limit=50.0, beside=False).met is False


def test_rows_are_written_with_the_machine() -> None:
    written = json.loads(rows.as_json([Row("bench-one", {"size": 1}, 9.0, 3.0, 2.3)], {"cores": 2}))
    assert written["machine"] == {"cores": 2}
    (one,) = written["rows"]
    assert (one["what"], one["milliseconds"], one["ratio"], one["met"]) == (
        "bench-one", 9.0, 3.0, False,
    )  # fmt: skip


def test_the_engine_is_asked_for_the_box_that_the_canvas_fills() -> None:
    for size in rows.sizes(48):
        width, height = rows.SIZES[size]
        covered = rows.box(width, height)
        recipe = parse_object(json.loads(rows.arguments(covered))["recipe"])
        (region,) = recipe.regions
        shape = region.shape
        assert (shape.x, shape.y, shape.width, shape.height) == covered
        assert 0.01 < covered[2] * covered[3] / (width * height) < 0.03
    assert rows.sizes(12) == [1, 12]
    assert rows.median([3.0, 1.0, 2.0]) == 2.0
