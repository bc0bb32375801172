"""What is shown of a mosaic is what the engine said of these very shapes, or nothing."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Blur, Crop, Fill, Keep, Mosaic, Region
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.editor import soft_previews
from pixelseal.ui.editor.soft_previews import SoftPreviewing
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, run


def opened():
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a.jpg", "a")]))
    item = workbench.queue.current
    item.same = True  # its picture was found equal
    known = []
    return host, item, SoftPreviewing(host, lambda: known.append(True)), known


def add(item, shape, method=None):
    return item.editor._add(Region(shape, method or Mosaic(40)))


def asked(host):
    return [args["recipe"] for op, args, _blobs in host.requests if op == "soften"]


def test_a_mosaic_is_shown_as_the_engine_makes_it():
    host, item, previewing, known = opened()
    editor = item.editor
    add(item, Rectangle(150, 10, 90, 80), Fill())
    assert not previewing.lacks(item)  # a fill is known
    key = add(item, Rectangle(10, 10, 90, 80))
    assert previewing.lacks(item) and editor.softened.of(editor, key) is None
    run(previewing.ask(item))
    assert known and not previewing.lacks(item)
    assert editor.softened.of(editor, key) == "cover at 10"
    assert len(asked(host)[0]["regions"]) == 2  # as it is saved, with all that stands around it
    assert host.requests[-1][2] == ["a"]


def test_nothing_is_shown_of_a_mosaic_that_is_being_moved_or_was():
    _host, item, previewing, _known = opened()
    editor = item.editor
    key = add(item, Rectangle(10, 10, 90, 80))
    run(previewing.ask(item))
    editor.draft = (key, Rectangle(30, 10, 90, 80))
    assert editor.softened.of(editor, key) is None
    editor.draft = None
    editor.set_shape(key, Rectangle(30, 10, 90, 80))
    assert editor.softened.of(editor, key) is None and previewing.lacks(item)
    run(previewing.ask(item))
    assert editor.softened.of(editor, key) == "cover at 30"
    editor.undo()
    assert editor.softened.of(editor, key) is None  # the answer for that place was forgotten
    editor.set_reasons(key, "Q")
    editor.redo()


def test_what_changes_under_a_mosaic_makes_its_answer_void_and_nothing_else_does():
    _host, item, previewing, _known = opened()
    editor = item.editor
    key = add(item, Rectangle(10, 10, 90, 80))
    other = add(item, Rectangle(60, 10, 90, 80))  # lies over the first
    run(previewing.ask(item))
    here = editor.softened.of

    def known():
        return here(editor, key) is not None, here(editor, other) is not None

    changes = (
        (lambda: editor.set_reasons(key, "Q"), (True, True)),
        (lambda: add(item, Rectangle(300, 200, 40, 40), Fill()), (True, True)),
        (lambda: add(item, Rectangle(140, 80, 20, 20), Fill()), (True, False)),
        (lambda: add(item, Rectangle(20, 20, 20, 20), Fill()), (False, False)),
        (lambda: editor.set_method(key, Blur(40)), (False, False)),
        (lambda: editor._add(Keep(Rectangle(0, 0, 300, 200))), (False, False)),
        (lambda: editor._add(Crop(Rectangle(0, 0, 300, 200))), (False, False)),
        (lambda: add(item, Rectangle(60, 10, 90, 80)), (True, True)),  # lies over both
    )
    for number, (change, left) in enumerate(changes):
        change()
        assert known() == left, number
        run(previewing.ask(item))
        assert known() == (True, True), number


def test_a_turned_picture_is_asked_about_anew():
    host, item, previewing, _known = opened()
    editor = item.editor
    key = add(item, Rectangle(10, 10, 90, 80))
    run(previewing.ask(item))
    editor.turn(2)  # mirrored
    assert editor.softened.of(editor, key) is None
    run(previewing.ask(item))
    assert editor.softened.of(editor, key) is not None and asked(host)[1]["turn"]


def test_the_colour_of_a_fill_changes_no_mosaic():
    _host, item, previewing, _known = opened()
    editor = item.editor
    key = add(item, Rectangle(10, 10, 90, 80))
    fill = add(item, Rectangle(20, 20, 30, 30), Fill())
    run(previewing.ask(item))
    editor.set_method(fill, Fill("#ff0000"))
    assert editor.softened.of(editor, key) is not None


def test_an_answer_that_comes_late_is_for_what_was_asked():
    host, item, previewing, _known = opened()
    editor = item.editor
    key = add(item, Rectangle(10, 10, 90, 80))
    real = host.request

    async def moved_meanwhile(*args):
        answer = await real(*args)
        if editor.shape(key).x == 10:
            editor.set_shape(key, Rectangle(50, 10, 90, 80))
        return answer

    host.request = moved_meanwhile
    run(previewing.ask(item))
    assert editor.softened.of(editor, key) == "cover at 50"
    assert [recipe["regions"][0]["shape"]["x"] for recipe in asked(host)] == [10, 50]


def test_what_the_engine_refuses_is_asked_once_and_what_passes_is_asked_again():
    host, item, previewing, known = opened()
    add(item, Rectangle(10, 10, 90, 80))
    host.failures["soften", "a"] = "cancelled"
    run(previewing.ask(item))
    assert previewing.lacks(item) and not known
    host.failures["soften", "a"] = "keep-too-small"
    run(previewing.ask(item))
    assert not previewing.lacks(item) and len(asked(host)) == 2


def test_proposals_and_pictures_that_are_not_confirmed_are_not_asked_about():
    _host, item, previewing, _known = opened()
    item.editor.propose([proposed(Region(Rectangle(10, 10, 90, 80), Mosaic(40)))])
    assert not previewing.lacks(item)
    item.editor.confirm()
    assert previewing.lacks(item)
    item.same = False
    assert not previewing.lacks(item)


def test_time_and_memory_are_bounded():
    host, item, previewing, _known = opened()
    most = 44  # with as many comparisons as there may be
    assert most < soft_previews.MOST and most * most <= soft_previews.PAIRS_MOST
    for place in range(most):
        add(item, Rectangle(place, place, 40, 40))
    assert previewing.lacks(item)
    run(previewing.ask(item))
    assert len(item.editor.softened.known) == most
    for place in range(2):
        add(item, Rectangle(place, place, 40, 40))
    assert not previewing.lacks(item) and len(asked(host)) == 1
    item.editor.undo()
    item.editor.undo()
    assert not previewing.lacks(item)  # the answers are still there
    item.inspection = dict(item.inspection, width=9000, height=9000)
    item.editor.softened.known.clear()
    assert not previewing.lacks(item)
