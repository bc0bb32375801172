"""The outline that the editor draws around a rectangle is what the engine covers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core import engine
from app.core.regions import plan
from app.core.source import examine
from app.model.geometry import Rectangle
from app.model.grid import grid_of
from tests.core.support import SUBSAMPLINGS, examples, file_of, photo, recipe

SIZE = (75, 53)
FILES = {
    (sampling, orientation): file_of(
        photo(*SIZE),
        "JPEG",
        subsampling=SUBSAMPLINGS[sampling],
        exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"
        + bytes([orientation])
        + b"\0\0\0\0\0\0",
    )
    for sampling in SUBSAMPLINGS
    for orientation in range(1, 9)
}


@settings(max_examples=examples(60))
@given(st.sampled_from(sorted(FILES)), st.data())
def test_the_shown_growth_is_the_engines(which: tuple[str, int], data: st.DataObject) -> None:
    source = examine(FILES[which])
    assert source.orientation == which[1]
    width, height = source.upright_width, source.upright_height
    x, y = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    box = (x, y, data.draw(st.integers(1, width - x)), data.draw(st.integers(1, height - y)))
    grid = grid_of(engine.inspect(FILES[which]).to_dict())
    assert grid is not None
    shown = grid.grown(Rectangle(*box))
    (cover,) = plan(recipe(box), source).regions
    left, top = cover.runs[:, 0].min(), cover.runs[:, 1].min()
    right, bottom = cover.runs[:, 2].max(), cover.runs[:, 3].max()
    assert (shown.x, shown.y, shown.right, shown.bottom) == (left, top, right, bottom)


@pytest.mark.parametrize("format", ["PNG", "TIFF", "BMP"])
def test_nothing_grows_in_a_lossless_source(format: str) -> None:
    assert grid_of(engine.inspect(file_of(photo(*SIZE), format)).to_dict()) is None
