"""The benchmark's own Python runs inside Pyodide: a row that cannot be measured shows here."""

from pathlib import Path

import pytest

from tests.bench import heap, samples, unaudited


@pytest.mark.pyodide
def test_the_rows_measured_under_node_can_be_measured(tmp_path: Path) -> None:
    photo, box = samples.photo(1, tmp_path), samples.box(1)
    (took,) = unaudited.times(photo, box, tmp_path, 1)
    assert took > 0
    assert heap.grown(photo, box, tmp_path) > 3 * 1152 * 864
