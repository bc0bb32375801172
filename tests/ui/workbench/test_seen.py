"""Marks count only on the engine's picture, or on one that was found to be the same."""

from pixelseal.model import protocol
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Region
from pixelseal.model.review import ABSENT, Answer
from pixelseal.model.screen.proposal import proposed
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.images import series
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, Task, gate_of, run, said, statements

BOX = Rectangle(10, 10, 50, 50)
WHOLE = Rectangle(0, 0, 400, 300)


def _shown(*names, host=None, unlike=(), size=(400, 300)):
    """Images that a browser has shown before the engine looked; the last one is on the screen."""
    host = host or FakeHost()
    host.unlike |= set(unlike)
    workbench = Workbench(host, lambda: None)
    items = [workbench.queue.add(name, name, "image-" + name) for name in names]
    for item in items:
        workbench.queue.current = item
        run(workbench.seen_by_browser(item, size[0], size[1]))
    return host, workbench, items


def _ops(host):
    return [op for op, _args, _blobs in host.requests]


def test_marks_on_the_same_picture_stand():
    host, workbench, (item,) = _shown("a.jpg")
    item.editor.add(BOX)
    assert item.provisional
    run(workbench.look())
    assert item.same and item.confirmed and not item.provisional and not item.withdrawn
    assert item.preview is None and item.picture == "a.jpg"
    run(Saving(workbench, gate_of(host)).image(item))
    assert [name for name, _content in host.saved] == ["image-a.jpg.jpg"]


def test_marks_on_another_picture_are_taken_back_and_the_engine_draws():
    host, workbench, (item,) = _shown("a.jpg", unlike=("a.jpg",))
    item.editor.add(BOX)
    item.reviewing.state_looked()
    item.reviewing.give("A", Answer(ABSENT))
    item.reviewing.look(View(1.0, 0.0, 0.0), Canvas(400.0, 300.0), WHOLE)
    run(workbench.look())
    assert item.preview is not None and item.picture == "picture of a.jpg"
    assert not item.editor.marked and item.withdrawn and "was removed" in item.editor.said
    assert item.review.looked == "no" and item.reviewing.given == {}
    item.editor.undo()
    assert not item.editor.marked, "they do not come back by undo"
    host.decides = "no"
    run(Saving(workbench, gate_of(host)).image(item))
    assert not host.saved and "bare" in statements(host.asked[0])


def test_a_drag_under_way_is_abandoned_with_the_picture_it_was_made_on():
    _host, workbench, (item,) = _shown("a.jpg", unlike=("a.jpg",))
    item.editor.set_canvas(Canvas(400.0, 300.0))
    item.pointer.down(1, "mouse", 0, 20.0, 20.0)
    item.pointer.move(1, 90.0, 90.0)
    assert item.editor.draft is not None
    run(workbench.look())
    item.pointer.move(1, 120.0, 120.0)
    item.pointer.up(1, 120.0, 120.0)
    assert not item.editor.marked and item.withdrawn


def test_a_picture_of_another_size_or_kind_takes_the_marks_along_at_once():
    for change in ({"width": 300, "height": 400}, {"browser_may_show": False}):
        host = FakeHost()
        host.inspections["a"] = dict(INSPECTION, **change)
        host.failures[(protocol.PREVIEW, "a")] = "engine-crashed"
        _host, workbench, (item,) = _shown("a", host=host)
        item.editor.add(BOX)
        run(workbench.look())
        assert item.differs and item.withdrawn and not item.editor.marked
        assert item.editor.size == (item.inspection["width"], item.inspection["height"])


def test_what_came_from_elsewhere_stays_and_what_was_done_to_it_here_goes():
    host, workbench, (item,) = _shown("a.jpg", unlike=("a.jpg",))
    host.failures[(protocol.PREVIEW, "a.jpg")] = "engine-crashed"
    run(workbench.look())
    item.editor.take(Recipe([Region(BOX)]))
    item.editor.propose([proposed(Region(WHOLE))])
    assert not item.provisional
    item.editor.add(Rectangle(1, 1, 5, 5))
    item.editor.set_shape(1, Rectangle(70, 70, 9, 9))
    assert item.provisional
    host.failures.clear()
    run(workbench.retry(item))
    assert item.withdrawn and item.editor.regions == [Region(BOX)]
    assert item.editor.proposals == [proposed(Region(WHOLE))]


def test_no_marks_are_handed_on_before_it_is_known_where_they_are():
    host, workbench, (item, other) = _shown("a.jpg", "b.jpg", unlike=("a.jpg",))
    host.failures[(protocol.PREVIEW, "a.jpg")] = "engine-crashed"
    run(workbench.look())
    item.editor.add(BOX)
    assert run(workbench.make(item)) is None
    workbench.queue.choose(other)
    run(series.copy(workbench.queue, item, host.breathe))
    assert not other.editor.proposals
    saving = Saving(workbench, gate_of(host))
    run(saving.recipe(item))
    assert not host.saved
    run(workbench.project.save(False))
    assert "10" not in host.saved.pop()[1].decode()
    assert protocol.REDACT not in _ops(host)


def test_saving_waits_for_the_comparison_and_leaves_out_what_was_taken_back():
    host, workbench, items = _shown("a.jpg", "b.jpg", unlike=("a.jpg",))
    run(workbench.inspect(items[0]))
    run(workbench.inspect(items[1]))
    for item in items:
        item.editor.add(BOX)
    assert [item.provisional for item in items] == [True, True]
    saving = Saving(workbench, gate_of(host))
    run(saving.all())
    assert items[0].withdrawn and not items[1].withdrawn
    assert [blobs for op, _args, blobs in host.requests if op == protocol.REDACT] == [["b.jpg"]]
    run(saving.all())
    redacted = [blobs for op, _args, blobs in host.requests if op == protocol.REDACT]
    assert redacted == [["b.jpg"]] * 2, "the other is saved only by itself, or marked again"


def test_only_the_image_on_the_screen_is_compared():
    host, workbench, items = _shown("a.jpg", "b.jpg", "c.jpg")
    run(workbench.look())
    assert [blobs for op, _args, blobs in host.requests if op == protocol.PREVIEW] == [["c.jpg"]]
    assert [item.same for item in items] == [False, False, True]


def test_a_picture_that_is_partly_too_dark_counts_as_seen_only_brightened():
    host = FakeHost()
    host.inspections["a"] = dict(INSPECTION, browser_may_show=False)
    host.dim.add("a")
    _host, workbench, (item,) = _shown("a", host=host)
    run(workbench.look())
    assert item.confirmed and item.dim and not item.visible
    item.editor.add(BOX)
    run(workbench.brighten(item))
    assert item.visible and item.preview is not None and "Brightened" in said(workbench)
    assert item.editor.marked and not item.withdrawn
    run(workbench.brighten(item))
    assert not item.visible
    asked = [args["bright"] for op, args, _blobs in host.requests if op == protocol.PREVIEW]
    assert asked == [False, True, False]


def _dim(lanes=2):
    """An image of which a part is too dark for a screen, on the screen."""
    host = FakeHost()
    host.lanes = lanes  # with two, an answer takes a turn
    host.inspections["a"] = dict(INSPECTION, browser_may_show=False)
    host.dim.add("a")
    _host, workbench, (item,) = _shown("a", host=host)
    run(workbench.look())
    assert item.dim and not item.visible
    return host, workbench, item


def test_a_press_on_brighten_is_not_lost_while_the_output_is_made():
    host, workbench, item = _dim()
    host.turns["a"] = 5
    making = Task(workbench.make(item))
    making.step()
    brightening = Task(workbench.brighten(item))
    brightening.step()
    assert "Brightened" in said(workbench)
    assert item.preview is None, "what is too dark does not stay there as if it were brightened"
    while not (making.ended and brightening.ended):
        making.step()
        brightening.step()
    assert item.visible and item.preview is not None
    asked = [args["bright"] for op, args, _blobs in host.requests if op == protocol.PREVIEW]
    assert asked == [False, True]


def test_of_two_presses_on_brighten_the_last_one_counts():
    host, workbench, item = _dim()
    first = Task(workbench.brighten(item))
    first.step()
    second = Task(workbench.brighten(item))
    while not (first.ended and second.ended):
        first.step()
        second.step()
    assert item.preview is not None and not item.bright and not item.visible
    asked = [args["bright"] for op, args, _blobs in host.requests if op == protocol.PREVIEW]
    assert asked == [False, True, False]


def test_a_picture_that_was_drawn_before_is_shown_again_once_the_browsers_is_equal():
    """The browser could not give its picture the first time, as with little memory."""
    _host, workbench, (item,) = _shown("a.jpg", unlike=("a.jpg",))
    run(workbench.look())
    assert item.preview is not None
    item.preview = None  # released, as there were many
    assert item.is_redrawn
    _host.unlike.clear()
    run(workbench.draw_preview(item))
    assert item.same and not item.is_redrawn


def test_nobody_is_asked_about_a_picture_while_it_is_compared():
    host = FakeHost()
    host.lanes = 2  # then an answer takes a turn
    host, workbench, (item,) = _shown("a.jpg", host=host, unlike=("a.jpg",))
    host.decides = "no"
    run(workbench.inspect(item))
    comparing = Task(workbench.draw_preview(item))
    comparing.step()
    saving = Task(Saving(workbench, gate_of(host)).image(item))
    saving.step()
    assert not item.confirmed and not host.asked
    while not comparing.ended:
        comparing.step()
    while not host.asked:
        saving.step()
    assert item.preview is not None and len(host.asked) == 1


def test_what_is_asked_for_waits_while_the_file_is_looked_into():
    host, workbench, (item,) = _shown("a.jpg")
    host.lanes = 2
    item.editor.add(BOX)

    async def look():
        await workbench.inspect(item)
        await workbench.draw_preview(item)

    looking = Task(look())
    looking.step()
    saving = Task(Saving(workbench, gate_of(host)).recipe(item))
    saving.step()
    assert item.inspection is None and not host.saved
    for _turn in range(9):
        looking.step()
        saving.step()
    assert item.same and [name for name, _content in host.saved] == ["image-a.jpg.recipe.json"]


def test_a_picture_that_is_due_while_its_output_is_made_is_drawn_afterwards():
    host = FakeHost()
    host.inspections["a.heic"] = dict(INSPECTION, browser_may_show=False)
    host.turns["a.heic"] = 5
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a.heic", "a.heic")]))
    item = workbench.queue.current
    making = Task(workbench.make(item, ahead=True))
    making.step()
    assert item.working == protocol.REDACT
    showing = Task(workbench.seen_by_browser(item, 0, 0))
    showing.step()
    assert item.preview is None
    while not (making.ended and showing.ended):
        making.step()
        showing.step()
    # So the finished picture, which a browser can show, counts once it is on the screen.
    assert item.preview is not None and item.finished is not None and item.finished_visible


def test_a_picture_that_is_no_longer_wanted_is_not_waited_for():
    host = FakeHost()
    host.inspections["a.heic"] = dict(INSPECTION, browser_may_show=False)
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a.heic", "a.heic"), ("b.jpg", "b.jpg")]))
    item, other = workbench.queue.items
    item.working = protocol.REDACT
    showing = Task(workbench.seen_by_browser(item, 0, 0))
    showing.step()
    workbench.queue.current = other
    showing.step()
    assert showing.ended and item.preview is None
