"""What the engine drew is kept for a few images at a time, and drawn again for the others."""

from pixelseal.ui.images import preview_cache
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, run


def _open(count, released=lambda item: None):
    host = FakeHost()
    names = [f"{number}.tif" for number in range(count)]
    for name in names:
        host.inspections[name] = dict(INSPECTION, browser_may_show=False)
    workbench = Workbench(host, lambda: None, released)
    run(workbench.open([(name, name) for name in names]))
    return host, workbench


def _show(workbench, item):
    workbench.queue.current = item
    run(workbench.seen_by_browser(item, 0, 0))


def test_the_oldest_previews_go_and_are_drawn_again_without_losing_what_was_seen():
    released, before = [], preview_cache.HELD_MOST
    host, workbench = _open(3, released.append)
    preview_cache.HELD_MOST = 2 * 400 * 300
    try:
        items = workbench.queue.items
        for item in items[:2]:
            _show(workbench, item)
        items[0].reviewing.state_looked()
        _show(workbench, items[0])  # looked at again: the other one is the oldest now
        _show(workbench, items[2])
        assert [item.preview is None for item in items] == [False, True, False]
        assert released == [items[1]] and items[1].thumb == "thumb of 1.tif"
        assert items[1].is_redrawn and items[1].needs_preview
        _show(workbench, items[1])
        assert items[1].preview is not None and items[0].preview is None
        _show(workbench, items[0])
        assert items[0].reviewing.stated
        assert [op for op, _args, _blobs in host.requests].count("preview") == 5
    finally:
        preview_cache.HELD_MOST = before


def test_a_closed_image_is_held_no_longer():
    _host, workbench = _open(2)
    items = workbench.queue.items
    _show(workbench, items[0])
    workbench.queue.remove(items[0])
    _show(workbench, items[1])
    assert workbench.previews._keys == [items[1].key]


def test_tiles_come_with_their_places():
    value = {"scale": 0.5, "tiles": [[0, 0, 40, 30], [40, 0, 50, 30]], "kind": "k", "exact": False}
    made, thumb = preview_cache.drawn(FakeHost(), value, ["whole", "thumb", "a", "b"])
    assert thumb == "thumb" and made.whole == "whole" and not made.exact
    assert [(box.x, box.right, blob) for box, blob in made.tiles] == [(0, 40, "a"), (40, 50, "b")]


def test_a_picture_that_the_engine_still_draws_is_waited_for():
    host, workbench = _open(1)
    item = workbench.queue.items[0]
    assert item.picture_due  # the browser is still at it
    item.browser_size = (0, 0)
    assert item.picture_due  # the engine is next
    _show(workbench, item)
    assert item.preview is not None and not item.picture_due
    size = INSPECTION["width"] * INSPECTION["height"]
    assert [pixels for op, pixels in host.pixels if op == "preview"] == [size]
