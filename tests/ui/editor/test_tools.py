"""Every tool by pointer and by keyboard: what is drawn is what the recipe says."""

import pytest
from pixelseal.model.recipe import methods
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.screen.grid import grid_of
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.editor import keys, tools
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.pointer import Pointer

KINDS = ("mouse", "pen", "touch")


def opened(tool: str = tools.MARK) -> tuple[Editor, Pointer]:
    editor = Editor()
    editor.set_size(400, 300)
    editor.set_canvas(Canvas(400.0, 300.0))
    editor.view = View(1.0, 0.0, 0.0)
    editor.take_tool(tool)
    return editor, Pointer(editor)


def drag(pointer: Pointer, *points: tuple[float, float], kind: str = "mouse") -> None:
    pointer.down(1, kind, 0, *points[0])
    for point in points[1:]:
        pointer.move(1, *point)
    pointer.up(1, *points[-1])


def click(pointer: Pointer, x: float, y: float, kind: str = "mouse") -> None:
    drag(pointer, (x, y), kind=kind)


def press(editor: Editor, pointer: Pointer, *names: str, **held: bool) -> None:
    for name in names:
        assert keys.on_canvas(editor, pointer, keys.Press(name, **held)), name


@pytest.mark.parametrize("kind", KINDS)
def test_each_tool_draws_what_it_says(kind: str) -> None:
    editor, pointer = opened(tools.ELLIPSE)
    drag(pointer, (20, 30), (40, 50), (80, 70), kind=kind)
    editor.take_tool(tools.KEEP)
    drag(pointer, (100, 100), (200, 220), kind=kind)
    editor.take_tool(tools.CROP)
    drag(pointer, (10, 10), (390, 290), kind=kind)
    recipe = editor.recipe()
    assert [region.shape for region in recipe.regions] == [Ellipse(20, 30, 60, 40)]
    assert recipe.keep == (Keep(Rectangle(100, 100, 100, 120)),)
    assert recipe.crop == (Crop(Rectangle(10, 10, 380, 280)),)
    for _ in range(3):
        editor.undo()
    assert not editor.marked and not editor.history.can_undo


@pytest.mark.parametrize("kind", KINDS)
def test_a_polygon_is_closed_on_its_first_corner_by_a_double_click_or_by_enter(kind: str) -> None:
    corners = ((20, 20), (120, 20), (120, 90))
    wanted = [Polygon(corners)]
    for close in ("first", "double", "Enter"):
        editor, pointer = opened(tools.POLYGON)
        for corner in corners:
            click(pointer, *corner, kind=kind)
        assert not editor.marked, "nothing is covered before the polygon is closed"
        if close == "first":
            click(pointer, 22, 18, kind=kind)
        elif close == "double":
            click(pointer, *corners[-1], kind=kind)
            pointer.double(*corners[-1])
        else:
            press(editor, pointer, "Enter")
        assert [region.shape for region in editor.regions] == wanted, close
        editor.undo()
        assert not editor.marked and not editor.path


def test_a_polygon_under_way_can_be_taken_back_and_dropped() -> None:
    editor, pointer = opened(tools.POLYGON)
    for corner in ((20, 20), (120, 20), (200, 200)):
        click(pointer, *corner)
    press(editor, pointer, "Backspace")
    editor.undo()
    assert editor.path == [(20, 20)] and not editor.history.can_undo
    press(editor, pointer, "Enter")
    assert not editor.marked and "three corners" in editor.said
    click(pointer, 50, 50)
    press(editor, pointer, "Escape")
    assert not editor.path
    click(pointer, 50, 50)
    editor.take_tool(tools.MARK)
    drag(pointer, (5, 5), (15, 15))
    assert [region.shape for region in editor.regions] == [Rectangle(5, 5, 10, 10)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_brush_covers_where_it_went(kind: str) -> None:
    editor, pointer = opened(tools.BRUSH)
    drag(pointer, (50, 50), (80, 50), (120, 60), (160, 100), kind=kind)
    ((region),) = editor.regions
    assert isinstance(region.shape, Brush) and region.shape.diameter == tools.USUAL_BRUSH
    for x, y in ((50, 50), (80, 50), (120, 60), (160, 100)):
        assert region.shape.contains(x + 0.5, y + 0.5)
    click(pointer, 300, 200, kind)
    assert editor.regions[-1].shape == Brush([(300, 200)], tools.USUAL_BRUSH)


def test_the_brush_has_a_size_within_bounds() -> None:
    editor, pointer = opened(tools.BRUSH)
    press(editor, pointer, "]")
    assert editor.diameter > tools.USUAL_BRUSH
    press(editor, pointer, *["["] * 60)
    assert editor.diameter == tools.LEAST_BRUSH
    press(editor, pointer, *["]"] * 90)
    assert editor.diameter == tools.MOST_BRUSH


def test_the_keyboard_alone_draws_with_every_tool() -> None:
    for key, tool in zip("repbkc", tools.TOOLS, strict=False):
        editor, pointer = opened(tools.SELECT)
        press(editor, pointer, key, "n", "ArrowRight", "ArrowDown")
        assert editor.tool == tool and len(editor.records) == 1
        before = editor.shape(editor.selected)
        press(editor, pointer, "ArrowRight", "ArrowDown", alt=True)
        after = editor.shape(editor.selected)
        assert (after.width, after.height) == (before.width + 1, before.height + 1), tool


def test_a_picture_has_one_crop_and_areas_to_keep_have_one_colour() -> None:
    editor, pointer = opened(tools.CROP)
    drag(pointer, (10, 10), (390, 290))
    drag(pointer, (20, 295), (380, 280))
    assert editor.crop == [Crop(Rectangle(20, 280, 360, 15))]
    editor.undo()
    assert editor.crop == [Crop(Rectangle(10, 10, 380, 280))]
    editor.take_tool(tools.KEEP)
    drag(pointer, (100, 100), (150, 150))
    editor.set_colour("#ffffff")
    drag(pointer, (200, 200), (250, 250))
    assert [kept.colour for kept in editor.keep] == ["#ffffff", "#ffffff"]


def test_what_is_inside_an_area_to_keep_can_still_be_marked() -> None:
    editor, pointer = opened(tools.KEEP)
    drag(pointer, (50, 50), (350, 250))
    editor.select(None)
    editor.take_tool(tools.MARK)
    drag(pointer, (150, 120), (200, 160))
    assert [region.shape for region in editor.regions] == [Rectangle(150, 120, 50, 40)]
    editor.take_tool(tools.SELECT)
    click(pointer, 52, 150)
    assert editor.selected == 1, "its edge is what one takes hold of"


def test_a_letter_with_shift_gives_the_reason_and_takes_it_away_again() -> None:
    editor, pointer = opened()
    drag(pointer, (10, 10), (60, 60))
    press(editor, pointer, "H", shift=True)
    assert editor.regions[0].reasons == ("H",)
    press(editor, pointer, "X", shift=True)
    press(editor, pointer, "A", shift=True)
    assert editor.regions[0].reasons == ("A", "H", "other")
    assert "Name" in editor.said and "Medical record number" in editor.said
    press(editor, pointer, "H", shift=True)
    assert editor.regions[0].reasons == ("A", "other")
    press(editor, pointer, "Z", shift=True)
    assert editor.regions[0].reasons == ()
    editor.undo()
    assert editor.regions[0].reasons == ("A", "other")
    assert editor.regions[0].shape == Rectangle(10, 10, 50, 50)


def test_a_reason_that_forbids_a_mosaic_makes_it_a_fill_in_the_same_step() -> None:
    editor, pointer = opened()
    drag(pointer, (10, 10), (110, 90))
    editor.set_method(editor.selected, Mosaic(1))
    least = methods.least(100, 80)
    assert editor.regions[0].method == Mosaic(least)
    editor.set_reasons(editor.selected, "Q")
    assert editor.regions[0].method == Mosaic(least)
    editor.set_reasons(editor.selected, "A")
    assert editor.regions[0].method == Fill() and "not safe" in editor.said
    editor.undo()
    assert (editor.regions[0].reasons, editor.regions[0].method) == (("Q",), Mosaic(least))
    editor.set_reasons(editor.selected, "A")
    editor.set_method(editor.selected, Blur(500))
    assert editor.regions[0].method == Fill()


def test_a_blur_grows_stronger_with_its_region() -> None:
    editor, pointer = opened()
    drag(pointer, (10, 10), (110, 90))
    editor.set_method(editor.selected, Blur(methods.least(100, 80)))
    editor.set_shape(editor.selected, Rectangle(10, 10, 380, 80))
    assert editor.regions[0].method == Blur(methods.least(380, 80))


def test_the_editor_learns_how_rectangles_grow() -> None:
    told = {"lossy": True, "mcu": [16, 16], "rim": 1, "orientation": 1, "width": 400, "height": 300}
    grid = grid_of(told)
    assert grid is not None
    assert grid.grown(Rectangle(20, 20, 10, 10)) == Rectangle(15, 15, 18, 18)
    assert grid.grown(Rectangle(390, 290, 10, 10)) == Rectangle(383, 287, 17, 13)
    assert grid_of({**told, "lossy": False}) is None
