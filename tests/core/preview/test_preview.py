"""The picture for the screen: every pixel of a large one is in a tile, exactly where it belongs."""

import io

import numpy as np
import pytest
from PIL import Image
from pixelseal.core.pixels.raster import Raster
from pixelseal.core.preview import preview as previews
from pixelseal.core.preview.preview import Preview, preview_of, thumb_of

from tests.core.support import photo


def shown(file: bytes) -> np.ndarray:
    """What Pillow reads in a file for the screen."""
    with Image.open(io.BytesIO(file)) as image:
        return np.asarray(image)


def joined(preview: Preview, width: int, height: int) -> np.ndarray:
    """The picture that the tiles make; no two may overlap."""
    parts = [(tile.box, shown(tile.file)) for tile in preview.tiles]
    whole = np.zeros((height, width, *parts[0][1].shape[2:]), np.uint8)
    times = np.zeros((height, width), np.uint8)
    for (left, top, right, bottom), part in parts:
        whole[top:bottom, left:right] = part
        times[top:bottom, left:right] += 1
    assert (times == 1).all()
    return whole


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds at which a small picture is a large one."""
    monkeypatch.setattr(previews, "LONGEST_SIDE", 64)
    monkeypatch.setattr(previews, "TILE_SIDE", 50)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("width", "height"), [(128, 65), (131, 97), (65, 1), (7, 301)])
@pytest.mark.parametrize("gray", [False, True])
def test_the_tiles_make_the_very_picture(width: int, height: int, gray: bool) -> None:
    pixels = photo(width, height)
    pixels = np.ascontiguousarray(pixels[:, :, 0]) if gray else pixels
    preview = preview_of(Raster(pixels))
    assert preview.exact and np.array_equal(joined(preview, width, height), pixels)
    factor = round(1 / preview.scale)
    assert shown(preview.whole).shape[:2] == (-(-height // factor), -(-width // factor))
    block = pixels[:factor, :factor].reshape(-1, *pixels.shape[2:])
    assert np.array_equal(shown(preview.whole)[0, 0], block.sum(axis=0, dtype=int) // len(block))
    end = pixels[(height - 1) // factor * factor :, (width - 1) // factor * factor :]
    end = end.reshape(-1, *pixels.shape[2:])
    assert np.array_equal(shown(preview.whole)[-1, -1], end.sum(axis=0, dtype=int) // len(end))


@pytest.mark.usefixtures("small")
def test_a_very_large_picture_says_that_its_tiles_lost_a_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(previews, "EXACT_MOST", 1000)
    pixels = photo(131, 97)
    preview = preview_of(Raster(pixels))
    assert not preview.exact and preview.kind == "image/jpeg"
    lost = np.abs(joined(preview, 131, 97).astype(int) - pixels)
    assert 0 < lost.mean() < 4


def test_sixteen_bits_are_shown_in_eight_and_a_small_picture_has_no_tiles() -> None:
    wide = photo(40, 30).astype(np.uint16) * 257
    preview = preview_of(Raster(wide))
    assert not preview.tiles and np.array_equal(shown(preview.whole), photo(40, 30))


def test_the_thumbnail_is_small_whatever_the_picture() -> None:
    for width, height in ((1, 1), (193, 20), (3000, 7), (900, 1100)):
        thumb = shown(preview_of(Raster(photo(width, height))).thumb)
        assert max(thumb.shape[:2]) <= 192 and min(thumb.shape[:2]) >= 1


def test_a_thumbnail_alone_is_that_of_the_preview() -> None:
    for width, height in ((1, 1), (193, 20), (900, 1100), (2500, 1700)):
        raster = Raster(photo(width, height))
        assert thumb_of(raster) == preview_of(raster).thumb


def test_a_thumbnail_brightens_what_a_screen_would_show_as_black() -> None:
    dark = np.zeros((128, 128), np.uint16)
    dark[32:96, 32:96] = 120
    for thumb in (thumb_of(Raster(dark)), preview_of(Raster(dark)).thumb):
        assert shown(thumb).max() > 200 and shown(thumb).min() == 0
