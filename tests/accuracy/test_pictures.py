"""The drawn pictures are the same each time and say truly what is in them; so are the counts."""

import numpy as np
import pytest

from . import cards, codes, faces, fonts, grounds, scenes
from .score import Rates, covered, for_nothing
from .truth import Piece, rectangle


@pytest.mark.parametrize("make", cards.CARDS, ids=lambda make: make.__name__)
def test_a_card_has_ink_where_it_says(make: object) -> None:
    for seed in range(6):
        card = make(np.random.default_rng(seed), 40)  # type: ignore[operator]
        assert any(piece.what for piece in card.pieces)
        luma = np.asarray(card.image.convert("L"), np.float64)
        for piece in card.pieces:
            left, top = piece.corners.min(axis=0).round().astype(int)
            right, bottom = piece.corners.max(axis=0).round().astype(int)
            assert 0 <= left < right <= card.image.width, piece
            assert 0 <= top < bottom <= card.image.height, piece
            assert luma[top:bottom, left:right].std() > 3, piece


def test_the_same_seed_draws_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "SIZES", ((640, 480),))
    for directions in (False, True):
        first, again = ([*scenes.scenes(2, 7, directions)] for _ in range(2))
        for one, other in zip(first, again, strict=True):
            assert one.image.tobytes() == other.image.tobytes()
            assert [piece.text for piece in one.pieces] == [piece.text for piece in other.pieces]
        assert first[0].image.tobytes() != first[1].image.tobytes()


def test_what_was_laid_into_a_picture_is_inside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "SIZES", ((1280, 960),))
    for drawn in scenes.scenes(5, 3, True):
        assert drawn.pieces
        for piece in drawn.pieces:
            assert (piece.corners >= 0).all()
            assert (piece.corners <= drawn.image.size).all()


@pytest.mark.skipif(not codes.available(), reason="zxing-cpp is not installed")
def test_a_drawn_code_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    import zxingcpp

    monkeypatch.setattr(scenes, "SIZES", ((1600, 1200),))
    read = 0
    for drawn in scenes.code_scenes(8, 11):
        piece = drawn.pieces[0]
        texts = [code.text for code in zxingcpp.read_barcodes(np.asarray(drawn.image.convert("L")))]
        read += piece.text in texts
    assert read >= 4  # the others are small, aslant or faded, as they are meant to be


def test_a_typeface_without_accents_writes_without_them() -> None:
    for role in fonts.ROLES:
        for path in fonts.installed(role):
            assert fonts.written(path, "Nº Begoña") in ("Nº Begoña", "No Begona")


def test_faces_turn_with_their_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    if len(faces.missing()) == len(faces.FACES):
        pytest.skip("no picture with faces is here")
    upright, turned = next(faces.pictures(0)), next(faces.pictures(1))
    pixels = np.asarray(upright.image), np.asarray(turned.image)
    for one, other in zip(upright.pieces, turned.pieces, strict=True):
        cut = []
        for piece, whole in zip((one, other), pixels, strict=True):
            left, top = piece.corners.min(axis=0).astype(int)
            cut.append(whole[top : top + 20, left : left + 20].mean())
        assert np.ptp(other.corners, axis=0) == pytest.approx(np.ptp(one.corners, axis=0)[::-1])
    assert np.array_equal(np.rot90(pixels[0]), pixels[1])


def test_clouds_are_as_large_as_was_asked() -> None:
    assert grounds.clouds(np.random.default_rng(1), 31, 17, 5).shape == (17, 31)


def test_coverage_is_a_part_of_the_shape_not_of_its_box() -> None:
    square = rectangle(10, 10, 30, 30)
    assert covered(square, [(10, 10, 20, 30)]) == pytest.approx(0.5, abs=0.02)
    assert covered(square, [(10, 10, 20, 30), (15, 10, 30, 30)]) == 1
    assert covered(square, []) == 0
    diamond = np.array([[20, 0], [40, 20], [20, 40], [0, 20]], np.float64)
    assert covered(diamond, [(0, 0, 20, 40)]) == pytest.approx(0.5, abs=0.02)
    assert covered(diamond, [(0, 0, 9, 9)]) < 0.01


def test_a_box_is_for_nothing_where_nothing_is() -> None:
    pieces = [Piece("writing", "", "Ward", rectangle(0, 0, 10, 10))]
    assert for_nothing([(0, 0, 10, 10), (50, 50, 60, 60), (0, 0, 100, 100)], pieces) == 2
    rates = Rates()
    rates.add(pieces, [(0, 0, 10, 8)], 1, "")
    rates.add(pieces, [(0, 0, 10, 5)], 0, "")
    assert (rates.rate, rates.false_each, len(rates.missed)) == (0.5, 0.5, 1)
