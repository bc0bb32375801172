"""What the editor keeps of what was done in it: the recipe, the history, every shape."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.editor import keys
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.outline import outline
from pixelseal.ui.editor.pointer import Pointer
from pixelseal.ui.editor.tools import SELECT

from tests.ui.editor.driven import drag, open_editor


def test_selection_is_no_part_of_history():
    editor, _pointer = open_editor()
    first = editor.add(Rectangle(0, 0, 10, 10))
    editor.add(Rectangle(20, 20, 10, 10))
    editor.select(first)
    editor.select(None)
    editor.undo()
    assert editor.ids() == [first]


def test_reason_and_duplicate_are_steps():
    editor, _pointer = open_editor()
    key = editor.add(Rectangle(10, 10, 40, 40))
    editor.set_reasons(key, "Q")
    editor.duplicate()
    assert [editor.records[k].reasons for k in editor.ids()] == [("Q",), ("Q",)]
    editor.undo()
    editor.undo()
    assert editor.records[key].reasons == ()


def test_the_recipe_is_what_was_marked():
    editor, _pointer = open_editor()
    editor.add(Rectangle(10, 10, 40, 40), "A")
    recipe = editor.recipe("P-001")
    assert recipe.image == (400, 300) and recipe.alternate_id == "P-001"
    assert [region.shape for region in recipe.regions] == [Rectangle(10, 10, 40, 40)]
    assert editor.recipe("P-001") == recipe


def test_a_fitted_image_stays_fitted_when_the_window_changes():
    editor, pointer = open_editor(4000, 3000)
    editor.fit()
    editor.set_canvas(Canvas(200.0, 150.0))
    assert editor.view.scale < 0.05
    pointer.wheel(10, 10, 0, -500, False)
    scale = editor.view.scale
    editor.set_canvas(Canvas(400.0, 300.0))
    assert editor.view.scale == scale


def test_nothing_happens_before_the_size_is_known():
    editor = Editor()
    pointer = Pointer(editor)
    drag(pointer, 0, 0, 50, 50)
    pointer.wheel(0, 0, 0, 100, False)
    assert not keys.on_canvas(editor, pointer, keys.Press("n"))
    assert not editor.regions


def _recipe():
    return Recipe(
        [
            Region(Ellipse(10, 20, 100, 60), Mosaic(40), "Q"),
            Region(Polygon([(200, 10), (260, 10), (230, 90)])),
            Region(Brush([(300, 200), (340, 260)], 24), reasons="A"),
        ],
        (400, 300),
        keep=[Keep(Rectangle(0, 0, 350, 300), "#ffffff")],
        crop=[Crop(Rectangle(5, 5, 300, 200))],
    )


def test_a_recipe_of_every_shape_comes_back_as_it_was_opened():
    editor, _pointer = open_editor()
    editor.add(Rectangle(1, 1, 5, 5))
    editor.take(_recipe())
    assert editor.recipe() == _recipe() and editor.marked
    assert editor.said == "3 regions, 1 area to keep, cropped"
    editor.undo()
    assert editor.recipe() == Recipe([Region(Rectangle(1, 1, 5, 5))], (400, 300))
    editor.redo()
    assert editor.recipe() == _recipe()
    for key in editor.ids():
        editor.delete(key)
    assert not editor.marked


def test_every_shape_is_selected_moved_and_stretched_and_keeps_its_method():
    for at in ((60, 50), (230, 20), (320, 230)):
        editor, pointer = open_editor()
        editor.take(_recipe())
        editor.tool = SELECT
        drag(pointer, at[0], at[1], at[0] + 7, at[1] + 3)
        key = editor.selected
        before = _recipe().regions[editor.number(key) - 1]
        assert editor.records[key] == before.with_shape(before.shape.moved(7, 3))
        places = {name: (x, y) for name, x, y in editor.shape(key).handle_points()}
        x, y = places["se"]
        drag(pointer, x, y, x + 20, y + 10)
        shape = editor.records[key].shape
        frame = (before.shape.width + 20, before.shape.height + 10)
        assert type(shape) is type(before.shape) and (shape.width, shape.height) == frame
        editor.duplicate()
        assert editor.records[editor.selected].method == before.method


def test_every_shape_is_drawn_as_what_it_is():
    view = View(2.0, 10.0, 0.0)
    shapes = [region.shape for region in _recipe().regions]
    assert outline(Rectangle(1, 2, 3, 4), view) == (
        "rect",
        {"x": 12.0, "y": 4.0, "width": 6.0, "height": 8.0},
    )
    tag, attributes = outline(shapes[0], view)
    assert tag == "ellipse" and (attributes["cx"], attributes["ry"]) == (130.0, 60.0)
    assert outline(shapes[1], view)[1]["points"].split(" ")[1] == "530.0,20.0"
    assert outline(shapes[2], view)[1]["stroke-width"] == 48.0
    dot = outline(Brush([(1, 1)], 5), view)[1]["points"]
    assert dot == "12.0,2.0 12.0,2.0"
