"""What finders find is proposed, image by image, and costs nobody anything where they fail."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.screen.proposal import found_as
from pixelseal.ui.editor.document import TURN_RIGHT
from pixelseal.ui.images.finding import Finding
from pixelseal.ui.images.found import lies_in
from pixelseal.ui.images.item import MARKED, PROPOSED, READY
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, compared, run

FACE = ("face", (200, 40, 260, 120), "Q")
NAME = ("writing", (30, 20, 150, 50), "A")
DATE = ("writing", (30, 60, 150, 90), "CD")
CODE = ("code", (300, 200, 380, 280), "R")
ALL = [FACE, NAME, DATE, CODE]


def opened(**found):
    """Images of 400 × 300, and what finders find on each."""
    host = FakeHost()
    host.finders, host.found = "there", found
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in sorted(found)]))
    compared(workbench)
    queue = workbench.queue
    queue.current = queue.items[0]
    changed = []
    return host, queue, Finding(host, queue, changed.append), changed


def here(finding, item):
    return run(finding.here(item))


def shapes(records):
    return [(one.shape.x, one.shape.y, one.shape.right, one.shape.bottom) for one in records]


def test_what_is_found_is_proposed_with_its_kind_and_reasons_and_nothing_is_burned():
    _host, queue, finding, changed = opened(a=ALL)
    (item,) = queue.items
    said = here(finding, item)
    queue.refresh()
    # From the top down, as one reads.
    assert shapes(item.editor.proposals) == [row[1] for row in (NAME, FACE, DATE, CODE)]
    assert [found_as(one) for one in item.editor.proposals] == [
        "writing",
        "face",
        "writing",
        "code",
    ]
    assert [one.reasons for one in item.editor.proposals] == [("A",), ("Q",), ("C", "D"), ("R",)]
    assert item.editor.regions == [] and item.recipe.regions == ()
    assert item.state == PROPOSED and item in changed
    assert said.startswith("4 proposals.") and "miss some" in said
    item.editor.undo()
    assert not item.editor.records, "one step"


def test_confirmed_ones_are_ordinary_regions():
    _host, queue, finding, _changed = opened(a=[NAME])
    (item,) = queue.items
    here(finding, item)
    assert item.editor.confirm()
    assert item.recipe.regions == (Region(Rectangle(30, 20, 120, 30), None, "A"),)


def test_a_second_search_proposes_nothing_twice():
    _host, queue, finding, _changed = opened(a=[FACE, NAME])
    (item,) = queue.items
    here(finding, item)
    waiting = item.editor.proposals
    for _again in range(2):
        assert here(finding, item).startswith("Nothing was found that is not marked already.")
        assert item.editor.proposals == waiting
    item.editor.confirm()
    here(finding, item)
    assert not item.editor.proposals and len(item.editor.regions) == 2


def test_what_lies_wholly_under_a_region_is_not_proposed_and_what_sticks_out_is():
    _host, queue, finding, _changed = opened(a=[FACE, NAME])
    (item,) = queue.items
    covers = Region(Rectangle(25, 15, 130, 40), Mosaic(64))
    item.editor.take(Recipe([covers, Region(Rectangle(200, 40, 60, 79))]))
    here(finding, item)
    assert shapes(item.editor.proposals) == [FACE[1]]
    assert len(item.editor.regions) == 2


def test_under_an_ellipse_or_polygon_only_if_no_part_is_left():
    box = Rectangle(40, 40, 20, 20)
    notched = Polygon([(0, 0), (100, 0), (100, 100), (50, 55), (0, 100)])
    for shape, covered in (
        (Rectangle(40, 40, 20, 20), True),
        (Rectangle(41, 40, 20, 20), False),
        (Ellipse(20, 20, 60, 60), True),
        (Ellipse(38, 38, 24, 24), False),
        (Polygon([(0, 0), (100, 0), (100, 100), (0, 100)]), True),
        (Polygon([(40, 40), (60, 40), (60, 60), (40, 60)]), True),
        (notched, False),
        (Polygon([(0, 0), (100, 0), (0, 100)]), False),
        (Brush([(0, 50), (100, 50)], 90), False),
    ):
        assert lies_in(box, shape) is covered, shape


def test_nothing_found_is_not_called_clean():
    _host, queue, finding, _changed = opened(a=[])
    said = here(finding, queue.items[0])
    assert said == "Nothing was found. That does not mean that nothing is there."
    assert run(finding.everywhere()) == "All images were searched. Find searches this one again."


def test_all_are_searched_one_after_the_other_and_each_says_how_far_it_is():
    host, queue, finding, changed = opened(a=[FACE], b=[], c=[NAME, CODE])
    seen = []
    finding.changed = lambda item: seen.append((finding.done, finding.total))
    said = run(finding.everywhere())
    queue.refresh()
    assert [row[2] for row in host.searched] == ["a", "b", "c"]
    assert [item.state for item in queue.items] == [PROPOSED, READY, PROPOSED]
    assert said == "Proposed on 2 images. Look at all of them: programs miss some."
    assert (0, 3) in seen and (2, 3) in seen and finding.total == 0 and not finding.busy
    assert not changed


def test_all_means_those_that_were_not_searched_and_those_that_come_meanwhile():
    host, queue, finding, _changed = opened(a=[FACE], b=[NAME])
    here(finding, queue.items[0])
    host.while_searching["b"] = lambda: queue.add("late", "late", "label")

    def inspected():
        queue.items[-1].editor.set_size(400, 300)
        queue.items[-1].inspection = INSPECTION

    host.while_pausing = [lambda: None, inspected]  # none is begun on a file that is not known
    run(finding.everywhere())
    assert [row[2] for row in host.searched] == ["a", "b", "late"]


def test_stop_keeps_what_was_proposed_and_the_rest_can_be_searched_later():
    host, queue, finding, _changed = opened(a=[FACE], b=[NAME], c=[CODE])
    host.while_searching["b"] = finding.stop
    said = run(finding.everywhere())
    assert said == (
        "Proposed on 1 image. Look at all of them: programs miss some. "
        "Stopped: 2 images were not reached."
    )
    assert [len(item.editor.proposals) for item in queue.items] == [1, 0, 0]
    run(finding.everywhere())
    assert [len(item.editor.proposals) for item in queue.items] == [1, 1, 1]
    assert host.searched[-2:] == [(1, 1, "b"), (1, 1, "c")]


def test_a_finder_that_fails_costs_its_proposals_alone_and_says_so():
    host, queue, finding, _changed = opened(a=[FACE], b=[NAME], c=[CODE])
    host.failures[("find", "b")] = "finders-failed"
    queue.items[1].editor.add(Rectangle(5, 5, 20, 20))
    said = run(finding.everywhere())
    queue.refresh()
    assert [item.state for item in queue.items] == [PROPOSED, MARKED, PROPOSED]
    assert "1 image could not be searched: b." in said and "look yourself" in said
    assert queue.items[1].error is None
    assert here(finding, queue.items[1]).startswith("What looks for faces")
    del host.failures[("find", "b")]
    here(finding, queue.items[1])
    assert len(queue.items[1].editor.proposals) == 1


def test_what_was_found_follows_a_turn_that_came_meanwhile():
    host, queue, finding, _changed = opened(a=[NAME])
    (item,) = queue.items
    item.editor.turn(TURN_RIGHT)
    host.found["a"] = [("writing", (10, 20, 110, 50), "A")]
    host.while_searching["a"] = lambda: item.editor.turn(TURN_RIGHT)
    here(finding, item)
    assert host.searched == [(1, 6, "a")]
    # Of 300 × 400 before, 400 × 300 now.
    assert shapes(item.editor.proposals) == [(350, 10, 380, 110)]


def test_what_is_marked_meanwhile_stays_as_it_is():
    host, queue, finding, _changed = opened(a=[FACE])
    (item,) = queue.items
    host.while_searching["a"] = lambda: item.editor.add(Rectangle(5, 5, 20, 20))
    here(finding, item)
    assert len(item.editor.regions) == 1 and len(item.editor.proposals) == 1
    item.editor.undo()
    assert len(item.editor.regions) == 1 and not item.editor.proposals


def test_an_image_that_is_closed_meanwhile_is_let_go():
    host, queue, finding, _changed = opened(a=[FACE], b=[NAME])
    first = queue.items[0]
    host.while_searching["a"] = lambda: queue.remove(first)
    said = run(finding.everywhere())
    assert not first.editor.proposals and said.startswith("Proposed on 1 image.")


def test_proposals_of_a_series_stay_beside_what_is_found():
    from pixelseal.model.screen.proposal import proposed

    _host, queue, finding, _changed = opened(a=[FACE])
    (item,) = queue.items
    item.editor.propose([proposed(Region(Rectangle(5, 5, 20, 20)))])
    here(finding, item)
    assert [found_as(one) for one in item.editor.proposals] == ["", "face"]


def test_a_page_without_finders_says_where_they_are_and_asks_before_it_is_opened_again():
    host, queue, finding, _changed = opened(a=[FACE])
    host.finders = "absent"
    assert "pixelseal-find.html" in here(finding, queue.items[0])
    assert "pixelseal-find.html" in run(finding.everywhere())
    host.finders, host.agrees = "loadable", False
    assert here(finding, queue.items[0]) == "" and host.loaded == 0
    assert "add it again" in host.asked[-1]
    host.agrees = True
    assert here(finding, queue.items[0]) == "" and host.loaded == 1
    assert not host.searched and not queue.items[0].editor.records
