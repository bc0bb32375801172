"""The regions of one image on others: as proposals, confirmed on each image or not at all."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Fill, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Ellipse
from pixelseal.model.screen.proposal import is_proposed, proposed
from pixelseal.ui.editor.document import TURN_LEFT, TURN_RIGHT
from pixelseal.ui.editor.keys import Press, confirms
from pixelseal.ui.images import series
from pixelseal.ui.images.item import PROPOSED
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, compared, gate_of, run, said

REGION = Region(Ellipse(10, 20, 90, 60), Fill("#336699"), "Q")


async def _turn(_left):
    """Nobody else has anything to do."""


def _copy(queue, source):
    return run(series.copy(queue, source, _turn))


def _turn_along(queue, source):
    if series.turns_along(queue, source):
        source.editor.said = run(series.turn_along(queue, source, _turn))


def _workbench(**sizes):
    """Images of these sizes, all chosen; the first is on the screen and has a region."""
    host = FakeHost()
    for name in sizes:
        host.inspections[name] = dict(INSPECTION, width=sizes[name][0], height=sizes[name][1])
    workbench = Workbench(host, lambda: None)
    for name in sorted(sizes):
        run(workbench.open([(name, name)]))
    compared(workbench)
    queue = workbench.queue
    queue.current = queue.items[0]
    queue.current.editor.take(Recipe([REGION]))
    queue.refresh()
    queue.choose_listed()
    return host, workbench, queue.items


def test_regions_arrive_as_proposals_and_the_left_out_stay_chosen():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300), c=(800, 600), d=(300, 400))
    said = _copy(workbench.queue, items[0])
    assert [len(item.editor.proposals) for item in items] == [0, 1, 1, 0]
    assert items[1].editor.proposals == [proposed(REGION)]
    assert items[2].editor.proposals[0].shape == Ellipse(20, 40, 180, 120)
    assert [item.state for item in items] == ["marked", PROPOSED, PROPOSED, "ready"]
    assert workbench.queue.chosen == {items[3].key}
    for part in (
        "Proposed on 2 images",
        "1 of them has another size: scaled",
        "1 left out: another",
    ):
        assert part in said


def test_the_size_as_a_picture_lies_decides_where_regions_go():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300), c=(300, 400))
    items[2].editor.turn(TURN_RIGHT)
    assert "Proposed on 2 images" in _copy(workbench.queue, items[0])
    assert [one.shape for one in items[2].editor.proposals] == [REGION.shape]
    items[0].editor.turn(TURN_LEFT)
    workbench.queue.choose_listed()
    assert "2 left out: another" in _copy(workbench.queue, items[0])


def test_what_is_proposed_is_no_part_of_a_recipe_and_nothing_is_saved():
    host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    _copy(workbench.queue, items[0])
    assert items[1].recipe == Recipe([], (400, 300)) and workbench.queue.unsaved
    saving = Saving(workbench, gate_of(host))
    assert run(workbench.make(items[1])) is None
    run(saving.image(items[1]))
    run(saving.all())
    made = [blobs[0] for op, _args, blobs in host.requests if op == "redact"]
    assert made == ["a"] and "1 of 2" in said(saving.workbench)
    items[1].editor.confirm()
    assert items[1].state == "marked" and items[1].recipe.regions == (REGION,)
    assert run(workbench.make(items[1])) is not None


def test_what_was_saved_before_is_not_saved_with_proposals_on_it():
    host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    items[1].editor.add(Rectangle(1, 1, 5, 5))
    saving = Saving(workbench, gate_of(host))
    run(saving.image(items[1]))
    _copy(workbench.queue, items[0])
    run(saving.image(items[1]))
    assert len(host.saved) == 1 and items[1].state == PROPOSED
    items[1].editor.discard()
    assert items[1].state == "saved"


def test_confirming_and_discarding_are_one_step_each():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    editor = items[1].editor
    own = editor.add(Rectangle(1, 1, 5, 5))
    items[0].editor.add(Rectangle(200, 10, 30, 30), "A")
    _copy(workbench.queue, items[0])
    assert len(editor.proposals) == 2 and len(editor.regions) == 1
    waiting = dict(editor.records)
    for act in (editor.confirm, editor.discard):
        act()
        assert not editor.proposals and own in editor.records
        editor.undo()
        assert editor.records == waiting
    editor.undo()
    assert list(editor.records) == [own]
    editor.redo()
    editor.redo()
    assert len(editor.proposals) == 0 and len(editor.regions) == 1


def test_a_proposal_that_is_changed_still_waits():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    _copy(workbench.queue, items[0])
    editor = items[1].editor
    editor.select_next(1)
    key = editor.selected
    editor.nudge(3, 4)
    editor.set_reasons(key, "A")
    editor.set_method(key, Fill("#ffffff"))
    editor.duplicate()
    assert len(editor.proposals) == 2 and not editor.regions
    editor.confirm()
    assert editor.records[key] == Region(Ellipse(13, 24, 90, 60), Fill("#ffffff"), "A")


def test_copying_again_replaces_what_waits_and_repeats_nothing():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    queue = workbench.queue
    _copy(queue, items[0])
    items[0].editor.add(Rectangle(200, 10, 30, 30), "A")
    queue.choose(items[1])
    _copy(queue, items[0])
    assert len(items[1].editor.proposals) == 2
    items[1].editor.confirm()
    queue.choose(items[1])
    said = _copy(queue, items[0])
    assert not items[1].editor.proposals and "already has" in said
    # What waits on an image is not handed on: nobody has looked at it.
    items[1].editor.take(Recipe([]))
    items[1].editor.propose([proposed(REGION)])
    assert series.sharable(items[1]) == []


def test_a_page_keeps_one_crop_and_one_colour():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    kept, cut = Keep(Rectangle(5, 5, 90, 90), "#ffffff"), Crop(Rectangle(2, 2, 300, 200))
    items[0].editor.take(Recipe([], keep=[kept], crop=[cut]))
    own = [Keep(Rectangle(100, 100, 50, 50)), Crop(Rectangle(0, 0, 40, 40))]
    items[1].editor.take(Recipe([], keep=own[:1], crop=own[1:]))
    _copy(workbench.queue, items[0])
    assert not [one for one in items[1].recipe.keep + items[1].recipe.crop if is_proposed(one)]
    items[1].editor.confirm()
    assert items[1].editor.crop == [cut] and len(items[1].editor.keep) == 2
    assert {one.colour for one in items[1].editor.keep} == {"#000000"}
    assert Recipe.to_json(items[1].recipe)


def test_images_that_cannot_be_judged_yet_are_left_out_by_name_of_the_reason():
    host, workbench, items = _workbench(a=(400, 300))
    host.failures[("inspect", "x")] = "engine-crashed"
    host.failures[("inspect", "y")] = "file-truncated"
    run(workbench.open([("x", "x"), ("y", "y")]))
    workbench.queue.current = items[0]
    workbench.queue.choose_listed()
    said = _copy(workbench.queue, items[0])
    assert "1 left out: the engine has not" in said and "1 left out: it cannot be opened" in said


def test_a_mosaic_is_made_strong_enough_for_the_larger_picture():
    _host, workbench, items = _workbench(a=(400, 300), b=(4000, 3000))
    items[0].editor.take(Recipe([Region(Rectangle(0, 0, 90, 90), Mosaic(32), "Q")]))
    _copy(workbench.queue, items[0])
    items[1].editor.confirm()
    assert items[1].editor.regions[0].method.block >= 300


def test_enter_confirms_only_where_something_waits_and_no_key_is_held():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    _copy(workbench.queue, items[0])
    assert confirms(items[1].editor, Press("Enter"))
    assert not confirms(items[1].editor, Press("Enter", repeat=True))
    assert not confirms(items[1].editor, Press("Enter", control=True))
    assert not confirms(items[0].editor, Press("Enter"))
    items[1].editor.add_corner(5, 5)
    assert not confirms(items[1].editor, Press("Enter"))


def test_after_copying_the_next_arrow_key_moves_no_mark():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    items[0].editor.selected = items[0].editor.ids()[0]
    _copy(workbench.queue, items[0])
    assert items[0].editor.selected is None


def test_a_turn_is_for_all_chosen_and_undone_on_each():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300), c=(300, 400), d=(400, 300))
    workbench.queue.choose(items[3])  # no longer
    items[0].editor.turn(TURN_RIGHT)
    _turn_along(workbench.queue, items[0])
    assert [item.editor.size for item in items] == [(300, 400), (300, 400), (400, 300), (400, 300)]
    assert "2 other chosen images" in items[0].editor.said
    _turn_along(workbench.queue, items[0])  # something else was done: no turn again
    assert items[1].editor.size == (300, 400)
    items[1].editor.undo()
    assert [item.editor.size[0] for item in items] == [300, 400, 400, 400]
    # So all that lie alike get the regions.
    items[1].editor.redo()
    assert "Proposed on 1 image" in _copy(workbench.queue, items[0])


def test_a_turn_is_for_one_image_if_that_is_not_chosen_or_the_only_one():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300))
    workbench.queue.choose(items[0])  # no longer
    items[0].editor.turn(TURN_RIGHT)
    _turn_along(workbench.queue, items[0])
    assert items[1].editor.size == (400, 300) and "chosen" not in items[0].editor.said
    workbench.queue.choose_none()
    workbench.queue.choose(items[0])
    items[0].editor.turn(TURN_LEFT)
    _turn_along(workbench.queue, items[0])
    assert items[1].editor.size == (400, 300) and "chosen" not in items[0].editor.said


def test_chosen_images_that_cannot_be_turned_are_counted():
    _host, workbench, items = _workbench(a=(400, 300), b=(400, 300), c=(400, 300))
    items[1].refused = True
    items[0].editor.turn(TURN_LEFT)
    _turn_along(workbench.queue, items[0])
    assert "1 other chosen image" in items[0].editor.said
    assert "1 chosen image was not turned" in items[0].editor.said
