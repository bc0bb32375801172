"""Real files that nobody here made: each comes out clean and right, or is refused with a code."""

from pathlib import Path

import numpy as np
import pytest
from pixelseal.core import engine
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import PixelsealError

from tests.core.support import recipe, redact, shown


def test_every_file_is_cleaned_or_refused_with_a_sentence(corpus: Path):
    cleaned = 0
    for path in sorted(corpus.iterdir()):
        data = path.read_bytes()
        try:
            told = engine.inspect(data).to_dict()
            third = (told["width"] // 3, told["height"] // 3)
            box = (*third, max(1, third[0]), max(1, third[1]))
            done = redact(data, recipe(box))
        except PixelsealError as refused:
            assert not refused.sentence.startswith("Something went wrong"), path.name
            continue
        cleaned += 1
        # What the engine certifies, Verify finds unchanged: every check that can be run again
        # holds.
        assert engine.verify(done.output, done.certificate.encode()).status == "unchanged", (
            path.name
        )
        assert shown(done.output).shape[:2] == (told["height"], told["width"]), path.name
    assert cleaned >= 80


@pytest.mark.parametrize("series", ["Landscape", "Portrait"])
def test_the_eight_orientations_of_one_photo_show_one_picture(corpus: Path, series: str):
    files = [corpus / f"exif-orientation-examples__{series}_{n}.jpg" for n in range(1, 9)]
    # Each photo has its own number drawn in the middle; what is around it is the same.
    pictures = [shown(redact(path.read_bytes(), recipe((0, 0, 64, 64))).output) for path in files]
    first = rim(pictures[0])
    for number, picture in enumerate(pictures, 1):
        assert picture.shape == pictures[0].shape
        # The files were resampled on their own (up to 4.4 levels); a wrong turn gives 51 and more.
        assert np.abs(first - rim(picture)).mean() < 10, number
        assert not picture[:62, :62].any(), number


def rim(picture: Pixels) -> Pixels:
    """The upper and lower edge of a picture, without the corner that was covered."""
    return np.r_[picture[80:200, 80:].ravel(), picture[-200:, 80:].ravel()].astype(int)
