"""What programs find in a finished picture counts where no solid colour hides it."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Blur, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Ellipse
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.images.left_over import Place, bare, places_of

LINE = Rectangle(100, 100, 240, 30)  # about twelve signs
FACE = Rectangle(100, 100, 60, 60)


def editor_with(*records):
    editor = Editor()
    editor.set_size(400, 300)
    for record in records:
        editor._add(record)
    return editor


def is_bare(kind, box, *records):
    return bool(bare([Place(kind, box, ())], editor_with(*records)))


def filled(x, y, width, height):
    return Region(Rectangle(x, y, width, height))


def test_what_nothing_covers_counts_and_what_is_covered_does_not():
    assert is_bare("writing", LINE)
    assert is_bare("writing", LINE, filled(100, 140, 240, 30))
    assert not is_bare("writing", LINE, filled(90, 90, 260, 50))
    assert not is_bare("writing", LINE, filled(100, 100, 120, 30), filled(220, 100, 120, 30))
    assert not is_bare("face", FACE, Region(Ellipse(80, 80, 100, 100)))


def test_a_solid_cover_that_is_found_itself_is_no_find_though_a_box_is_larger_than_it():
    # As much larger as a finder makes the box of a face, or of a line.
    assert not is_bare("face", Rectangle(94, 94, 72, 72), Region(FACE))
    assert not is_bare("writing", Rectangle(97, 97, 246, 36), Region(LINE))


def test_a_line_of_which_a_sign_is_left_counts_and_so_does_a_face_with_a_bar_over_the_eyes():
    assert is_bare("writing", LINE, filled(100, 90, 215, 50))
    assert is_bare("writing", LINE, filled(130, 90, 300, 50))
    assert is_bare("face", FACE, filled(90, 110, 80, 20))
    assert not is_bare("face", FACE, filled(90, 90, 80, 62))


def test_under_a_mosaic_or_blur_it_counts():
    assert is_bare("writing", LINE, Region(Rectangle(90, 90, 260, 50), Mosaic(16)))
    assert is_bare("face", FACE, Region(Rectangle(90, 90, 100, 100), Blur(16)))


def test_beyond_what_is_kept_all_is_a_solid_colour():
    assert is_bare("face", FACE, Keep(Rectangle(90, 90, 100, 100)))
    assert not is_bare("face", FACE, Keep(Rectangle(200, 90, 100, 100)))
    # Proposals are burned in what a review shows.
    assert not is_bare("writing", LINE, proposed(filled(90, 90, 260, 50)))


def test_boxes_lie_where_the_crop_left_them_and_are_gone_through_from_the_top():
    editor = editor_with()
    found = [
        {"kind": "code", "box": [10, 60, 50, 100], "reasons": ["R"]},
        {"kind": "writing", "box": [20, 5, 380, 30], "reasons": ["A", "C"]},
    ]
    first, second = places_of(found, [100, 50, 400, 300], editor)
    assert first == Place("writing", Rectangle(120, 55, 280, 25), ("A", "C"))
    assert second == Place("code", Rectangle(110, 110, 40, 40), ("R",))


def test_a_place_is_the_same_one_if_a_second_look_moves_its_box_a_little():
    place = Place("writing", LINE, ("A",))
    assert place.is_like(Place("writing", Rectangle(104, 98, 232, 33), ("C",)))
    assert not place.is_like(Place("code", LINE, ("A",)))
    assert not place.is_like(Place("writing", Rectangle(100, 135, 240, 30), ("A",)))
    assert not place.is_like(Place("writing", Rectangle(100, 100, 60, 30), ("A",)))
