"""Turning and mirroring: everything goes with the picture, and what was stated stays true."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import parse_object
from pixelseal.model.recipe.region import Crop, Fill, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.recipe.turn import Turn
from pixelseal.model.review import FULL, SCREEN
from pixelseal.model.screen.proposal import proposed
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.editor import keys
from pixelseal.ui.editor.document import MIRROR, TURN_LEFT, TURN_RIGHT
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.pointer import Pointer
from pixelseal.ui.editor.reviewing import Reviewing
from pixelseal.ui.editor.shown_proposals import ShownProposals

SIZE = (400, 300)
RECORDS = (
    Region(Rectangle(10, 20, 60, 30), Fill("#336699"), "A"),
    Region(Ellipse(100, 50, 80, 41), Mosaic(32), "Q"),
    Region(Polygon([(5, 5), (60, 9), (30, 77)])),
    Region(Brush([(200, 210), (250, 260)], 7)),
    Keep(Rectangle(0, 0, 390, 290), "#ffffff"),
    Crop(Rectangle(3, 4, 380, 280)),
    proposed(Region(Rectangle(300, 200, 40, 50))),
)
STEPS = st.lists(st.sampled_from((TURN_LEFT, TURN_RIGHT, MIRROR)), max_size=8)


def editor_with(*records):
    editor = Editor()
    editor.set_canvas(Canvas(400.0, 300.0, 1.0))
    editor.set_size(*SIZE)
    recipe = editor.recipe()
    kinds = [[one for one in records if type(one) is kind] for kind in (Region, Keep, Crop)]
    recipe = type(recipe)(kinds[0], SIZE, keep=kinds[1], crop=kinds[2])
    editor.take(recipe, [one for one in records if type(one) not in (Region, Keep, Crop)])
    return editor


def whole(editor):
    """Everything of the document, and how it would be saved."""
    return editor.records, editor.size, editor.recipe(), list(editor.proposals)


@pytest.mark.parametrize("steps", [[TURN_LEFT] * 4, [TURN_RIGHT] * 4, [MIRROR] * 2])
def test_four_turns_or_two_mirrors_give_exactly_the_recipe_of_before(steps):
    editor = editor_with(*RECORDS)
    before = whole(editor)
    for by in steps:
        editor.turn(by)
        assert editor.size == (SIZE if by == MIRROR else editor.size)
    assert whole(editor) == before
    assert not editor.recipe().turn


def test_left_and_right_are_what_a_person_calls_so():
    editor = editor_with(Region(Rectangle(0, 0, 10, 20)))
    editor.turn(TURN_RIGHT)  # what was at the top left is at the top right
    assert editor.size == (300, 400)
    assert editor.regions[0].shape == Rectangle(280, 0, 20, 10)
    assert editor.recipe(page=3).turn == (Turn(1, False, 3),)
    editor.turn(TURN_LEFT)
    editor.turn(TURN_LEFT)
    assert editor.regions[0].shape == Rectangle(0, 390, 20, 10)
    assert editor.recipe().turn == (Turn(3, False),)
    editor.turn(TURN_RIGHT)
    editor.turn(MIRROR)
    assert editor.regions[0].shape == Rectangle(390, 0, 10, 20)
    assert editor.recipe().turn == (Turn(0, True),)


@settings(deadline=None)
@given(STEPS)
def test_each_turn_is_one_step_of_undo_with_all_that_went_with_it(steps):
    editor = editor_with(*RECORDS)
    states = [whole(editor)]
    for by in steps:
        editor.turn(by)
        states.append(whole(editor))
    for state in reversed(states[:-1]):
        editor.undo()
        assert whole(editor) == state
    for state in states[1:]:
        editor.redo()
        assert whole(editor) == state


def test_what_is_selected_or_half_drawn_stays_so():
    editor = editor_with(*RECORDS[:2])
    editor.select(editor.ids()[1])
    editor.add_corner(10, 20)
    editor.turn(TURN_RIGHT)
    assert editor.selected == editor.ids()[1]
    assert editor.path == [(280, 10)]
    editor.drop_corner()
    editor.undo()
    assert editor.selected == editor.ids()[1]


def test_the_keys_turn_and_mirror_and_say_so():
    editor = editor_with(*RECORDS[:3])
    pointer = Pointer(editor)
    for press, turned, said in (
        (keys.Press("t"), 6, "Turned right; 3 marks went with it"),
        (keys.Press("T", shift=True), 1, "Turned left; 3 marks went with it"),
        (keys.Press("x"), 2, "Mirrored left to right; 3 marks went with it"),
    ):
        assert keys.on_canvas(editor, pointer, press)
        assert (editor.turned, editor.said) == (turned, said)
    bare = editor_with()
    bare.turn(TURN_LEFT)
    assert bare.said == "Turned left"


def test_what_was_in_the_middle_of_the_view_stays_there():
    editor = editor_with()
    editor.zoom_to(4.0)
    editor.pan(-300, -200)
    middle = editor.view.to_image(200, 150)
    editor.turn(TURN_RIGHT)
    x, y = editor.view.to_image(200, 150)
    assert (x, y) == pytest.approx((300 - middle[1], middle[0]))
    assert editor.view.scale == 4.0


LOSSY = {
    "width": 400,
    "height": 300,
    "orientation": 1,
    "lossy": True,
    "mcu": [16, 8],
    "rim": 1,
}


def test_the_grid_along_which_covers_grow_turns_too():
    editor = editor_with()
    editor.set_facts(LOSSY)
    grown = editor.grid.grown(Rectangle(40, 40, 20, 20))
    editor.turn(TURN_RIGHT)
    box = Rectangle(40, 40, 20, 20).turned(TURN_RIGHT, SIZE)
    assert editor.grid.grown(box) == grown.turned(TURN_RIGHT, SIZE)
    editor.undo()
    assert editor.grid.grown(Rectangle(40, 40, 20, 20)) == grown


def looked(*records):
    """An editor and its review; all of the picture was on the screen, and the rest was stated."""
    editor = editor_with(*records)
    reviewing = Reviewing(editor)
    assert reviewing.look(View(1.0, 0.0, 0.0), editor.canvas, Rectangle(0, 0, 400, 300))
    reviewing.state_looked()
    reviewing.rest_is_absent()
    return editor, reviewing


@given(STEPS)
def test_what_was_seen_stays_seen_and_what_was_stated_is_of_the_picture_as_it_lay(steps):
    editor, reviewing = looked(*RECORDS[:1], *RECORDS[2:])
    review = reviewing.review
    assert (review.looked, review.shown) == (SCREEN, FULL)
    for by in steps:
        editor.turn(by)
        # Letters that nobody could read upside down or mirrored may be plain now.
        assert reviewing.seen and reviewing.shown == FULL
        assert bool(reviewing.lapsed) == (not editor.lies_upright)
        assert (reviewing.review == review) == editor.lies_upright
    # What is uncovered afterwards must be looked at again, as ever.
    editor.delete(editor.ids()[0])
    assert reviewing.looked != SCREEN and reviewing.lapsed


def test_a_project_s_answers_are_of_the_picture_as_it_lies_in_it():
    editor, reviewing = looked(RECORDS[0])
    answers = reviewing.given
    editor.turn(MIRROR)
    reviewing.restore(answers, stood=True)
    assert not reviewing.lapsed
    editor.turn(MIRROR)
    assert len(reviewing.lapsed) == len(answers)


def test_what_a_mosaic_leaves_is_another_once_its_cells_begin_at_another_corner():
    editor, reviewing = looked(RECORDS[1])
    editor.turn(MIRROR)
    assert not reviewing.stated and reviewing.lapsed
    editor.turn(MIRROR)
    assert reviewing.looked == SCREEN and not reviewing.lapsed


@settings(deadline=None)
@given(STEPS, st.integers(0, 399), st.integers(0, 299))
def test_what_is_seen_of_a_turned_picture_is_seen_at_its_place(steps, x, y):
    """Looking at a part, turned in whatever way, counts exactly as looking at it unturned."""
    part = Rectangle(x, y, 200, 130)
    plain, turned = editor_with(), editor_with()
    for by in steps:
        turned.turn(by)
    there = part.turned(turned.turned, SIZE)
    reviews = []
    for editor, window in ((plain, part), (turned, there)):
        reviewing = Reviewing(editor)
        reviewing.look(View(1.0, 0.0, 0.0), editor.canvas, window)
        reviews.append(reviewing)
    assert reviews[0].percent == reviews[1].percent
    next_part = reviews[1].unseen(128, 128)
    assert next_part.turned(turned_back(turned), turned.size) == reviews[0].unseen(128, 128)
    assert next_part.clipped(*turned.size) == next_part


def turned_back(editor):
    return {6: 8, 8: 6}.get(editor.turned, editor.turned)


def test_the_picture_is_seen_part_by_part_by_key_however_it_lies():
    editor = editor_with()
    reviewing = Reviewing(editor)
    editor.turn(TURN_RIGHT)
    window = Rectangle(0, 0, 150, 150)
    presses = 0
    while not reviewing.seen:
        part = reviewing.unseen(150, 150)
        editor.show_part(part, window)
        assert reviewing.look(editor.view, editor.canvas, window)
        presses += 1
        assert presses < 40


def test_a_picture_that_turns_out_to_be_another_is_upright_again():
    editor = editor_with()
    editor.turn(TURN_RIGHT)
    editor.add(Rectangle(1, 1, 9, 9))
    assert editor.marked_here
    assert editor.withdraw()
    assert editor.size == SIZE and not editor.records and editor.lies_upright
    assert not editor.marked_here


def test_a_recipe_brings_its_turn_and_one_without_takes_it_back():
    editor = editor_with()
    editor.turn(TURN_RIGHT)
    editor.add(Rectangle(1, 2, 30, 40))
    recipe = editor.recipe()
    other = editor_with()
    other.take(recipe.fitted(*SIZE))
    assert whole(other)[:3] == ({1: editor.regions[0]}, (300, 400), recipe)
    other.take(editor_with(RECORDS[0]).recipe().fitted(*SIZE))
    assert other.size == SIZE and other.lies_upright
    other.undo()
    assert other.recipe() == recipe


def test_proposals_are_looked_at_anew_once_the_picture_lies_otherwise():
    middle = proposed(Region(Rectangle(150, 100, 100, 100)))  # the same, upside down
    editor = editor_with(middle)
    shown = ShownProposals(editor)
    shown.look(View(1.0, 0.0, 0.0), editor.canvas, Rectangle(0, 0, 400, 150))
    editor.turn(TURN_RIGHT)
    editor.turn(TURN_RIGHT)
    assert editor.proposals == [middle]
    # The half that is at the top now was seen before: what is below it was not.
    assert not shown.look(View(1.0, 0.0, 0.0), editor.canvas, Rectangle(0, 128, 400, 172))
    assert not shown.whole
    assert shown.look(View(1.0, 0.0, 0.0), editor.canvas, Rectangle(0, 0, 400, 300))


def test_a_picture_is_not_turned_where_a_recipe_could_not_hold_a_mark_any_more():
    far = Region(Polygon([(-1_000_000, 5), (60, 9), (30, 77)]))
    editor = editor_with(far)
    editor.turn(TURN_RIGHT)
    assert editor.regions[0].shape.points[0] == (295, -1_000_000)
    editor.turn(TURN_RIGHT)  # the point would lie at 1,000,400
    assert editor.said.startswith("Not turned") and editor.turned == TURN_RIGHT
    assert parse_object(editor.recipe().to_object()) == editor.recipe()
