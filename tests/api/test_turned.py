"""`pixelseal.Turn`: a page turned by the library."""

import io

import numpy as np
import pixelseal
import pytest
from PIL import Image

from tests.core.support import file_of, photo


def test_a_page_is_turned_by_numbers_of_whatever_kind() -> None:
    source = file_of(photo(64, 48), "PNG")
    box = pixelseal.Region(pixelseal.Rectangle(8, 8, 16, 30))
    turn = pixelseal.Turn(np.int64(1), True)
    done = pixelseal.redact(source, pixelseal.Recipe([box], (48, 64), turn=[turn]))
    with Image.open(io.BytesIO(done.image)) as image:
        found = np.asarray(image)
    expected = photo(64, 48).swapaxes(0, 1).copy()
    expected[8:38, 8:24] = 0
    assert np.array_equal(found, expected)
    with pytest.raises(pixelseal.RecipeRefused) as refused:
        pixelseal.redact(source, pixelseal.Recipe(turn=[pixelseal.Turn(5)]))
    assert refused.value.values["key"] == "turn[0].quarter_turns"
