"""What is proposed is confirmed where it was on the screen, one image after the other or chosen."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Region
from pixelseal.model.screen.proposal import proposed
from pixelseal.model.screen.viewport import Canvas, View
from pixelseal.ui.images import series
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, compared, run

BOX = Rectangle(30, 20, 60, 40)
CANVAS, WINDOW = Canvas(500.0, 400.0), Rectangle(0, 0, 500, 400)


async def _turn(_left):
    """Nobody else has anything to do."""


def _waiting(*names, **sizes):
    """Images with a proposal each, all chosen; the first is on the screen."""
    host = FakeHost()
    for name in names:
        width, height = sizes.get(name, (400, 300))
        host.inspections[name] = dict(INSPECTION, width=width, height=height)
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    queue = workbench.queue
    for item in queue.items:
        item.editor.set_canvas(CANVAS)
        item.same = True
        item.editor.propose([proposed(Region(BOX))])
        queue.touch(item)
    queue.refresh()
    queue.choose_listed()
    return queue


def _show(item, window=WINDOW):
    return item.shown_proposals.look(item.editor.view, item.editor.canvas, window)


def test_chosen_images_are_confirmed_where_the_whole_was_shown_and_the_others_are_named():
    queue = _waiting("a", "b", "c", "d", "e", "f")
    first, second, *others = queue.items
    for item in (first, second):
        _show(item)
    others[0].editor.zoom_to(4.0)  # of which a part was shown
    _show(others[0])
    others[1].dim = True  # of which a part cannot be seen as it is shown
    _show(others[1])
    said = run(series.confirm_chosen(queue, _turn))
    queue.refresh()
    assert [item.state for item in queue.items] == ["marked"] * 2 + ["proposed"] * 4
    assert queue.chosen == {item.key for item in others}
    assert said == (
        "Confirmed on 2 images. 4 not confirmed, because they were not on the screen as a whole: "
        "c, d, e and 1 more."
    )
    first.editor.undo()
    assert first.editor.proposals, "one step each"


def test_what_was_seen_before_the_proposal_was_there_says_nothing_about_it():
    queue = _waiting("a", "b")
    item = queue.items[0]
    item.reviewing.look(item.editor.view, item.editor.canvas, WINDOW)
    assert item.reviewing.seen and not item.shown_proposals.whole
    assert _show(item) and item.shown_proposals.whole
    assert not _show(item), "nothing new"
    # Moved, it lies elsewhere.
    item.editor.select_next(1)
    item.editor.nudge(5, 0)
    assert not item.shown_proposals.whole
    assert _show(item)
    # The picture was another.
    item.withdraw()
    assert not item.shown_proposals.whole


def test_a_picture_shown_in_parts_was_shown():
    queue = _waiting("a")
    (item,) = queue.items
    shown = []
    for x, y in ((0, 0), (-300, 0), (-300, -200), (0, -200)):
        item.editor.view = View(2.0, float(x), float(y))
        shown.append(_show(item))
    assert shown == [False, False, False, True]


def test_a_proposal_out_of_sight_is_not_in_the_window():
    (item,) = _waiting("a").items
    assert item.editor.proposals_in(WINDOW)
    item.editor.zoom_to(4.0, 500, 400)
    assert not item.editor.proposals_in(WINDOW)
    item.editor.fit()
    assert not item.editor.proposals_in(Rectangle(0, 0, 500, 90)), "a sheet lies over the rest"


def test_the_next_that_waits_comes_after_this_one_and_then_from_the_start():
    queue = _waiting("a", "b", "c", "d")
    queue.current = queue.items[1]
    seen = []
    while True:
        assert queue.current.editor.confirm()
        queue.refresh()
        if queue.next_proposed is None:
            break
        queue.current = queue.next_proposed
        seen.append(queue.current.name)
    assert seen == ["c", "d", "a"]


def test_nothing_is_confirmed_that_would_be_too_many():
    (item,) = _waiting("a").items
    item.editor.take(Recipe([Region(BOX)] * 10_000))
    item.editor.propose([proposed(Region(BOX))])
    assert not item.editor.confirm() and item.editor.proposals
    assert item.editor.said.startswith("Not added")


def test_images_of_one_size_are_seen_at_the_same_place_and_zoom():
    queue = _waiting("a", "b", "c", c=(300, 400))
    one, same, other = queue.items
    one.editor.zoom_to(3.0, 100, 100)
    same.editor.look_like(one.editor)
    other.editor.look_like(one.editor)
    assert same.editor.view == one.editor.view and not same.editor.fitted
    assert other.editor.fitted, "another size has other places"
    same.editor.set_canvas(CANVAS)
    assert same.editor.view == one.editor.view, "nothing moves when it is measured again"
    one.editor.fit()
    same.editor.look_like(one.editor)
    assert same.editor.fitted
