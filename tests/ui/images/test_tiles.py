"""Small pictures of images that nobody opened: for tiles in sight, behind what is waited for."""

from pixelseal.ui.images import tiles
from pixelseal.ui.images.tiles import BYTES_MOST, Tiles
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, run


def opened(*names, judged=True, lanes=1, **facts):
    """(the host, the images, Tiles, keys of those whose small picture was let go)."""
    host = FakeHost()
    host.lanes = lanes
    for name in names:
        host.inspections[name] = dict(INSPECTION, **facts)
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    items, released = workbench.queue.items, []
    if judged:
        run(workbench.seen_by_browser(items[0], 400, 300))
    return host, items, Tiles(host, workbench.queue, lambda: None, released.append), released


def drawn(host):
    return [blobs[0] for op, _args, blobs in host.requests if op == "thumb"]


def test_only_what_is_in_sight_and_was_not_opened_is_drawn_and_once():
    host, items, drawing, _released = opened("a", "b", "c", "d")
    assert drawing.see("strip", items[:3])
    run(drawing.draw())
    assert drawn(host) == ["b", "c"]
    assert items[1].tile == "small picture of b page 1" and items[3].tile is None
    assert not drawing.see("strip", items[:3])
    assert not items[1].confirmed  # nobody saw it at full size


def test_nothing_is_begun_before_the_image_on_the_screen_is_all_there_and_at_rest():
    host, items, drawing, _released = opened("a", "b", judged=False)
    current, begun = items[0], []

    def judge():
        begun.extend(drawn(host))
        current.browser_size, current.same = (400, 300), True
        current.pointer.down(1, "mouse", 0, 20, 20)

    def let_go():
        begun.extend(drawn(host))
        current.pointer.up(1, 60, 60)

    host.while_pausing = [judge, let_go]
    drawing.see("strip", items)
    run(drawing.draw())
    assert begun == [] and drawn(host) == ["b"]


def test_what_is_inspected_later_is_drawn_then():
    host, items, drawing, _released = opened("a", "b", "c")
    known, items[1].inspection = items[1].inspection, None
    host.while_pausing = [lambda: setattr(items[1], "inspection", known)]
    drawing.see("strip", items)
    run(drawing.draw())
    assert drawn(host) == ["c", "b"]


def test_one_engine_of_several_is_left_to_whoever_comes():
    host, items, drawing, _released = opened("a", "b", "c", "d", lanes=3)
    host.most_running = 0
    drawing.see("strip", items)
    run(drawing.draw())
    assert sorted(drawn(host)) == ["b", "c", "d"] and host.most_running == 2


def test_what_cannot_be_drawn_is_not_asked_for_again():
    host, items, drawing, _released = opened("a", "b", "c")
    host.failures["thumb", "b"] = "damaged"
    drawing.see("strip", items)
    run(drawing.draw())
    assert items[1].tile is None and items[2].tile is not None
    assert not drawing.see("strip", items) and not items[1].refused


def test_what_takes_long_waits_until_somebody_opens_it():
    host, items, drawing, _released = opened("a", "b", width=8200, height=8200)
    assert not drawing.see("strip", items)
    host, items, drawing, _released = opened("a", "b")
    host.sizes["b"] = BYTES_MOST + 1
    assert not drawing.see("strip", items)


def test_few_are_held_and_never_one_in_sight_is_let_go():
    _host, items, drawing, released = opened("a", "b", "c", "d", "e")
    before, tiles.HELD_MOST = tiles.HELD_MOST, 2
    try:
        for seen in (items[1:3], items[2:4], items[2:5]):
            drawing.see("strip", seen)
            run(drawing.draw())
    finally:
        tiles.HELD_MOST = before
    assert released == [items[1]] and items[1].tile is None
    assert [item.tile is not None for item in items[2:]] == [True, True, True]
    assert drawing.see("strip", items[1:2])  # and is drawn again
