"""No marking by hand goes beyond what a recipe holds, and none of it is lost on the way there."""

from pixelseal.model.recipe import recipe
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import MAX_REGIONS
from pixelseal.model.recipe.region import Keep, Region
from pixelseal.model.recipe.shape_json import MAX_CORNERS, MAX_STROKE
from pixelseal.model.recipe.shapes import Brush, Polygon
from pixelseal.model.screen.proposal import proposed
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.editor import gestures, tools
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.pointer import Pointer


def _opened(tool):
    editor = Editor()
    editor.set_size(4000, 3000)
    editor.set_canvas(Canvas(4000.0, 3000.0))
    editor.view = View(1.0, 0.0, 0.0)
    editor.take_tool(tool)
    return editor, Pointer(editor)


def _is_good(editor):
    return recipe.parse(editor.recipe().to_json()) == editor.recipe()


def _corner(number):
    return 10 + 3 * number, 10 + 2000 * (number % 2)


def test_a_polygon_takes_no_more_corners_than_a_recipe_and_can_still_be_closed():
    editor, pointer = _opened(tools.POLYGON)
    for number in range(MAX_CORNERS + 5):
        x, y = _corner(number)
        pointer.down(1, "mouse", 0, x, y)
        pointer.up(1, x, y)
    assert len(editor.path) == MAX_CORNERS and "at most 1000 corners" in editor.said
    assert not editor.records
    assert editor.close_path() and len(editor.regions[0].shape.points) == MAX_CORNERS
    assert _is_good(editor)


def _stroke(points, diameter):
    """What is drawn by a brush whose strokes end after 300 points and are thinned every 100."""
    editor, pointer = _opened(tools.BRUSH)
    editor.diameter = diameter
    bounds = gestures.MAX_STROKE, gestures.THIN_AT
    gestures.MAX_STROKE, gestures.THIN_AT = 300, 100
    try:
        pointer.down(1, "mouse", 0, points[0][0], points[0][1])
        for x, y in points[1:]:
            pointer.move(1, x, y)
        said = editor.said
        pointer.up(1, points[-1][0], points[-1][1])
    finally:
        gestures.MAX_STROKE, gestures.THIN_AT = bounds
    assert _is_good(editor)
    return editor.regions[0].shape, said


def _to_and_fro(count):
    return [(5 + 390 * (n % 2), 5 + n // 20) for n in range(count)]


def test_a_long_stroke_covers_all_that_it_was_drawn_over():
    # Whatever is left out of such a line, it must not be a turn.
    points = _to_and_fro(280)
    stroke, said = _stroke(points, 2)
    assert (
        stroke.points[0] == points[0] and stroke.points[-1] == points[-1] and "longer" not in said
    )
    assert all(stroke.contains(x, y) for x, y in points)


def test_a_straight_stroke_needs_few_points():
    stroke, said = _stroke([(10 + n, 20) for n in range(1500)], 8)
    assert len(stroke.points) < 300 and "longer" not in said
    assert all(stroke.contains(10 + n, 20) for n in range(0, 1500, 7))


def test_a_stroke_that_is_too_long_says_so_and_keeps_what_was_drawn():
    points = _to_and_fro(350)
    stroke, said = _stroke(points, 2)
    assert len(stroke.points) == 300 and "cannot be any longer" in said
    assert all(stroke.contains(x, y) for x, y in points[:300])


def test_what_no_recipe_can_hold_is_not_added_and_takes_nothing_away():
    editor, _pointer = _opened(tools.BRUSH)
    line = [(n % 4000, n // 4000) for n in range(MAX_STROKE)]
    for _stroke in range(10):
        assert editor.add(Brush(line, 4)) is not None
    before = dict(editor.records)
    assert editor.add(Brush([(1, 1)], 4)) is None
    assert editor.records == before and "50,000 points" in editor.said
    editor.path = [(1, 1), (9, 1), (9, 9)]
    assert not editor.close_path() and editor.path == [(1, 1), (9, 1), (9, 9)]
    editor.duplicate()
    assert editor.records == before
    assert editor.add(Rectangle(1, 1, 5, 5)) is not None
    editor.path = []
    editor.undo()
    editor.undo()
    editor.path = [(1, 1), (9, 1), (9, 9)]
    assert editor.close_path() and editor.regions[-1].shape == Polygon([(1, 1), (9, 1), (9, 9)])


def test_proposals_beyond_what_a_recipe_can_hold_stay_proposals():
    editor, _pointer = _opened(tools.MARK)
    editor.propose([proposed(Region(Rectangle(1, 1, 5, 5)))])
    key = editor.ids()[0]
    for number in range(MAX_REGIONS):
        editor.records[key + 1 + number] = Region(Rectangle(number % 3000, 1, 5, 5))
    editor.confirm()
    assert len(editor.proposals) == 1 and "10,000 regions" in editor.said
    editor.delete(key + 1)
    editor.confirm()
    assert not editor.proposals and len(editor.regions) == MAX_REGIONS


def test_areas_to_keep_are_counted_too():
    editor, _pointer = _opened(tools.KEEP)
    for number in range(recipe.MAX_KEPT):
        editor.records[number + 1] = Keep(Rectangle(number, 1, 5, 5))
    editor._next_id = recipe.MAX_KEPT + 1
    assert editor.draw(Rectangle(1, 1, 5, 5)) is None and "1,000 areas" in editor.said
    assert len(editor.keep) == recipe.MAX_KEPT
