"""A region that was copied over a series follows what a program found near it, in either order."""

from pixelseal.model.project.project_text import parse, to_json
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Fill, Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.screen.proposal import found_as, place_before
from pixelseal.ui.editor.document import TURN_RIGHT
from pixelseal.ui.images import series
from pixelseal.ui.images.finding import Finding
from pixelseal.ui.images.found import lies_in
from pixelseal.ui.images.item import MARKED, PROPOSED
from pixelseal.ui.project import entries
from pixelseal.ui.text import words
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, compared, run

LABEL = Region(Rectangle(40, 60, 120, 40), Fill("#336699"), "A")
MOVED = ("writing", (82, 64, 198, 96), "C")  # the label's, 40 pixels to the right


def opened(found, *regions):
    """Two images of 400 × 300: the first has regions, on the second something will be found."""
    host = FakeHost()
    host.found = {"b": found}
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a", "a"), ("b", "b")]))
    compared(workbench)
    queue = workbench.queue
    queue.current = queue.items[0]
    for region in regions:
        key = queue.current.editor.add(region.shape, region.reasons)
        queue.current.editor.set_method(key, region.method)
    queue.refresh()
    return queue, queue.items[1], Finding(host, queue, lambda item: None)


async def _turn(_left):
    """Nobody else has anything to do."""


def copy(queue):
    queue.choose_listed()
    return run(series.copy(queue, queue.items[0], _turn))


def find(finding, item):
    return run(finding.here(item))


def both(found, *regions):
    """The second image's proposals, with the regions copied first, and found first."""
    outcomes = []
    for copied_first in (True, False):
        queue, item, finding = opened(found, *regions)
        if copied_first:
            copy(queue)
        find(finding, item)
        if not copied_first:
            copy(queue)
        # Their numbers alone depend on what came first.
        outcomes.append(sorted(item.editor.proposals, key=repr))
    first, second = outcomes
    assert [repr(one) for one in first] == [repr(one) for one in second], "the order matters"
    return first


def test_the_copy_lies_on_what_was_found_and_keeps_what_it_is():
    (moved,) = both([MOVED], LABEL)
    assert moved.shape == Rectangle(80, 60, 120, 40)
    assert (moved.method, moved.reasons) == (LABEL.method, LABEL.reasons)
    assert place_before(moved) == LABEL.shape and not found_as(moved)
    assert words.kind(moved) == "Proposed region, moved onto what was found"


def test_confirmed_it_is_an_ordinary_region_and_nothing_else_is_proposed():
    queue, item, finding = opened([MOVED], LABEL)
    copy(queue)
    assert find(finding, item).startswith("1 copied region was moved onto what was found.")
    queue.refresh()
    assert item.state == PROPOSED and item.recipe.regions == ()
    assert item.editor.confirm()
    queue.refresh()
    assert item.state == MARKED
    assert item.recipe.regions == (Region(Rectangle(80, 60, 120, 40), LABEL.method, "A"),)
    find(finding, item)
    assert not item.editor.proposals


def test_it_is_one_step_of_undo():
    queue, item, finding = opened([MOVED, ("face", (300, 200, 360, 280), "Q")], LABEL)
    copy(queue)
    find(finding, item)
    assert len(item.editor.proposals) == 2
    item.editor.undo()
    assert [one.shape for one in item.editor.proposals] == [LABEL.shape]
    queue, item, finding = opened([MOVED], LABEL)
    find(finding, item)
    said = copy(queue)
    assert "On 1 of them regions were moved" in said
    item.editor.undo()
    assert [found_as(one) for one in item.editor.proposals] == ["writing"]


def test_a_copy_that_covers_what_was_found_stays_and_is_not_called_moved():
    (stays,) = both([("writing", (42, 62, 150, 96), "A")], LABEL)
    assert stays.shape == LABEL.shape and place_before(stays) is None
    assert words.kind(stays) == "Proposed region"


def test_it_is_enlarged_only_as_far_as_covering_needs():
    (moved,) = both([("writing", (80, 60, 220, 90), "A")], LABEL)
    assert moved.shape == Rectangle(80, 55, 140, 40)
    face = Region(Ellipse(40, 60, 60, 60), Mosaic(32), "Q")
    (moved,) = both([("face", (80, 60, 140, 120), "Q")], face)
    assert isinstance(moved.shape, Ellipse) and lies_in(Rectangle(80, 60, 60, 60), moved.shape)
    assert moved.shape.width < 60 * 1.5
    large = Region(Rectangle(40, 60, 90, 90), Mosaic(32), "Q")
    (moved,) = both([("face", (80, 60, 200, 180), "Q")], large)
    assert moved.shape.width == 120 and moved.method.block == 40


def test_at_the_edge_it_stays_inside_and_covers():
    (moved,) = both([("writing", (0, 0, 110, 30), "A")], LABEL)
    assert moved.shape == Rectangle(0, 0, 120, 40)


def test_a_label_of_several_lines_follows_all_that_fit_under_it():
    lines = [("writing", (84, y, 190, y + 20), "A") for y in (64, 94, 124)]
    (moved,) = both(lines, Region(Rectangle(40, 60, 120, 90), None, "A"))
    assert all(lies_in(Rectangle(84, y, 106, 20), moved.shape) for y in (64, 94, 124))
    assert (moved.shape.width, moved.shape.height) == (120, 90)


def test_what_is_far_of_another_kind_or_of_another_size_is_proposed_beside_it():
    for found in (
        ("writing", (250, 200, 370, 240), "A"),
        ("face", (82, 64, 198, 96), "Q"),
        ("writing", (150, 70, 175, 78), "A"),
        ("writing", (60, 20, 350, 200), "A"),
    ):
        copied, beside = sorted(both([found], LABEL), key=found_as)
        assert copied.shape == LABEL.shape and place_before(copied) is None, found
        assert found_as(beside) == found[0]


def test_a_region_without_a_reason_follows_anything():
    for found in (MOVED, ("face", (82, 64, 198, 96), "Q"), ("code", (82, 64, 198, 96), "R")):
        (moved,) = both([found], Region(Rectangle(40, 60, 120, 40)))
        assert moved.shape.x == 80


def test_each_find_is_for_the_copy_that_is_nearest():
    one, other = LABEL, Region(Rectangle(40, 160, 120, 40), None, "A")
    moved = both([("writing", (70, 64, 186, 96), "A"), ("writing", (82, 170, 198, 202), "A")],
                 one, other)  # fmt: skip
    assert [record.shape.frame() for record in moved] == [
        Rectangle(68, 60, 120, 40),
        Rectangle(80, 166, 120, 40),
    ]


def test_a_stroke_never_follows_and_a_polygon_only_if_it_covers():
    stroke = Region(Brush([(50, 80), (150, 80)], 40), None, "A")
    assert sorted([found_as(one) for one in both([MOVED], stroke)]) == ["", "writing"]
    corner = Region(Polygon([(40, 60), (160, 60), (40, 100)]), None, "A")
    for one in both([MOVED], corner):
        if place_before(one) is not None:
            assert lies_in(Rectangle(82, 64, 116, 32), one.shape)
    whole = Region(Polygon([(40, 60), (160, 60), (160, 100), (40, 100)]), None, "A")
    (moved,) = both([MOVED], whole)
    assert lies_in(Rectangle(82, 64, 116, 32), moved.shape)


def test_what_somebody_placed_or_holds_stays_where_it_is():
    for act in ("place", "hold"):
        queue, item, finding = opened([MOVED], LABEL)
        copy(queue)
        item.editor.select_next(1)
        if act == "place":
            item.editor.nudge(0, 1)
            item.editor.select(None)
        before = item.editor.proposals[0]
        find(finding, item)
        assert item.editor.proposals[0] == before and len(item.editor.proposals) == 2, act


def test_copied_again_it_follows_again_and_nothing_found_is_lost():
    queue, item, finding = opened([MOVED], LABEL)
    find(finding, item)
    copy(queue)
    (before,) = item.editor.proposals
    queue.items[0].editor.add(Rectangle(200, 200, 30, 30), "A")
    copy(queue)
    assert [place_before(one) is not None for one in item.editor.proposals] == [True, False]
    assert item.editor.proposals[0].shape == before.shape
    editor = queue.items[0].editor
    editor.delete(editor.ids()[0])
    copy(queue)
    assert sorted([found_as(one) for one in item.editor.proposals]) == ["", "writing"]


def test_it_is_turned_with_the_picture_and_so_is_the_place_where_it_was():
    queue, item, finding = opened([MOVED], LABEL)
    copy(queue)
    find(finding, item)
    item.editor.turn(TURN_RIGHT)
    (moved,) = item.editor.proposals
    assert moved.shape == Rectangle(200, 80, 40, 120)
    assert place_before(moved) == Rectangle(200, 40, 40, 120)
    item.editor.turn(TURN_RIGHT)
    item.editor.undo()
    assert item.editor.proposals == [moved]


def test_what_was_seen_before_it_was_moved_does_not_count():
    queue, item, finding = opened([MOVED], LABEL)
    copy(queue)
    seen = item.shown_proposals
    seen._of, seen._coverage = seen._now(), None
    find(finding, item)
    assert seen._of != seen._now() and not seen.whole


def test_thousands_of_pairs_are_not_compared():
    places = [(x, y) for x in range(200, 290, 10) for y in range(0, 290, 10)]
    found = [("writing", (x, y, x + 3, y + 3), "A") for x, y in places]
    found.append(("writing", (1, 251, 3, 253), "A"))  # under the first
    regions = [Region(Rectangle(x, 250, 4, 4), None, "A") for x in range(0, 120, 6)]
    assert len(both(found, *regions)) == len(places) + len(regions)


def test_what_a_copy_follows_counts_as_proposed_by_a_program_and_taken_with_the_copy():
    lines = [("writing", (84, y, 190, y + 20), "A") for y in (64, 94)]
    for copied_first in (True, False):
        queue, item, finding = opened(lines, Region(Rectangle(40, 60, 120, 60), None, "A"))
        if copied_first:
            copy(queue)
        find(finding, item)
        if not copied_first:
            copy(queue)
        editor = item.editor
        assert len(editor.proposals) == 1
        editor.confirm()
        assert item.finding.counts == (("writing", 2, 2, 0),), copied_first
        editor.delete(editor.ids()[0])
        assert item.finding.counts == (("writing", 2, 0, 2),), copied_first
        for _step in range(3):
            editor.undo()
        left = 0 if copied_first else 2  # the copy where it was, or what was found
        assert item.finding.counts == (("writing", 2, left, 2 - left),), copied_first


def test_a_project_keeps_where_it_lies_and_what_it_stands_for():
    lines = [("writing", (84, y, 190, y + 20), "A") for y in (64, 94)]
    for found, kind in ((lines, ""), ([MOVED], "writing")):
        queue, item, finding = opened(found, LABEL)
        queue.items[0].editor.set_shape(1, Rectangle(40, 60, 120, 60))
        copy(queue)
        find(finding, item)
        (moved,) = item.editor.proposals
        stated = item.finding
        entry = entries.entry_of(item)
        assert to_json([entry]) == to_json(parse(to_json([entry])))
        _queue, again, _finding = opened(found)
        entries.restore(again, entry)
        assert again.finding == stated
        (waits,) = again.editor.proposals
        assert (waits.shape, found_as(waits)) == (moved.shape, kind)
