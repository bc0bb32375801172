"""Finished pictures are made before they are looked at, and not all of them are kept."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Region
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.saving import finishing
from pixelseal.ui.saving.finishing import Finisher

from tests.ui.fake_host import run
from tests.ui.saving.reviewed import mark, opened
from tests.ui.saving.saved import redacted


def _wait(finisher):
    async def settled():
        while finisher._busy:
            await finisher.workbench.host.breathe()

    run(settled())


def test_what_is_wanted_is_made_in_that_order_and_once():
    host, items, _saving, workbench = opened("a.jpg", "b.jpg", "c.jpg")
    finisher = Finisher(workbench)
    finisher.want([items[1], items[0]])
    _wait(finisher)
    finisher.want([items[0], items[2]])
    _wait(finisher)
    assert redacted(host) == ["b.jpg", "a.jpg", "c.jpg"]
    assert all(item.finished is not None for item in items)


def test_it_is_what_will_be_saved_once_the_proposals_are_confirmed():
    host, (item,), saving, workbench = opened("a.jpg")
    mark(item)
    item.editor._add(proposed(Region(Rectangle(100, 100, 40, 40))))
    finisher = Finisher(workbench)
    finisher.want([item])
    _wait(finisher)
    assert item.finished is not None and item.held_result is None
    assert len(host.requests[-1][1]["recipe"]["regions"]) == 2
    item.editor.confirm()
    assert item.held_result is item.result
    run(saving.image(item))
    assert redacted(host) == ["a.jpg"]  # that one, and no other


def test_what_fails_is_not_tried_again_until_it_is_another():
    host, (item,), _saving, workbench = opened("a.jpg")
    host.failures[("redact", "a.jpg")] = "engine-crashed"
    finisher = Finisher(workbench)
    for _press in range(3):
        finisher.want([item])
        _wait(finisher)
    assert finisher.failed(item) and redacted(host) == ["a.jpg"]
    host.failures.clear()
    mark(item)
    assert not finisher.failed(item)
    finisher.want([item])
    _wait(finisher)
    assert item.finished is not None


def test_only_so_much_is_kept_and_the_rest_is_made_again_when_it_is_saved():
    host, items, saving, workbench = opened("a.jpg", "b.jpg", "c.jpg")
    before, finishing.HELD_MOST = finishing.HELD_MOST, 25  # bytes: two of them
    try:
        finisher = Finisher(workbench)
        for item in items:
            finisher.want([item])
            _wait(finisher)
    finally:
        finishing.HELD_MOST = before
    assert [item.finished is not None for item in items] == [False, True, True]
    run(saving.all())
    assert redacted(host) == ["a.jpg", "b.jpg", "c.jpg", "a.jpg"]


def test_what_was_saved_is_saved_though_another_was_only_looked_at():
    host, (item,), saving, workbench = opened("a.jpg")
    mark(item)
    run(saving.image(item))
    item.editor.nudge(1, 0)
    finisher = Finisher(workbench)
    finisher.want([item])
    _wait(finisher)
    assert item.state == "made" and item.unsaved
    item.editor.undo()
    assert item.state == "saved" and not item.unsaved and item.finished is None
    run(saving.image(item))  # made again: its bytes were released
    assert redacted(host) == ["a.jpg"] * 3 and item.state == "saved"


def test_what_a_stopped_run_takes_with_it_is_no_fault_of_the_image():
    host, (item,), _saving, workbench = opened("a.jpg")
    host.failures[("redact", "a.jpg")] = "cancelled"
    finisher = Finisher(workbench)
    finisher.want([item])
    _wait(finisher)
    assert item.error is None and item.finished is None
    host.failures.clear()
    finisher.begin()
    finisher.want([item])
    _wait(finisher)
    assert item.finished is not None
