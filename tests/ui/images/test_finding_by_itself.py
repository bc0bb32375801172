"""A set is searched by itself, behind the person: in whose way it is never."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.screen.proposal import found_as
from pixelseal.ui.images.finding import BREAKS_MOST
from pixelseal.ui.images.item import PROPOSED, READY

from tests.ui.fake_host import run
from tests.ui.images.test_finding import CODE, FACE, NAME, here, opened


def searched(host):
    return [row[2] for row in host.searched]


def test_a_set_is_due_and_a_single_photo_waits_for_the_press():
    _host, queue, finding, _changed = opened(a=[FACE])
    assert not finding.due
    run(finding.here(queue.items[0]))
    _host, queue, finding, _changed = opened(a=[FACE], b=[])
    assert finding.due
    run(finding.behind())
    queue.refresh()
    assert [item.state for item in queue.items] == [PROPOSED, READY]
    assert not finding.due and finding.by_itself


def test_a_page_without_finders_asks_nobody_by_itself():
    host, _queue, finding, _changed = opened(a=[FACE], b=[])
    for state in ("absent", "loadable"):
        host.finders = state
        assert not finding.due and not finding.by_itself
    assert not host.asked


def test_what_is_added_later_is_searched_and_nothing_twice():
    host, queue, finding, _changed = opened(a=[FACE], b=[NAME])
    run(finding.behind())
    late = queue.add("c", "c", "label")
    late.editor.set_size(400, 300)
    late.inspection = queue.items[0].inspection
    queue.refresh()
    assert finding.due
    run(finding.behind())
    assert searched(host) == ["a", "b", "c"] and not finding.due


def test_the_image_on_the_screen_goes_first_then_those_after_it():
    host, queue, finding, _changed = opened(a=[], b=[], c=[], d=[])
    queue.current = queue.items[2]
    host.while_searching["c"] = lambda: setattr(queue, "current", queue.items[1])
    run(finding.behind())
    assert searched(host) == ["c", "b", "d", "a"]


def test_none_is_begun_while_a_lane_is_needed_somebody_draws_or_a_review_asks():
    host, queue, finding, _changed = opened(a=[FACE], b=[])
    pointer = queue.items[0].pointer
    held = []
    finding.held = lambda: bool(held)
    host.idle = False
    before = []

    def then(act):
        def pause():
            before.append(searched(host))
            act()

        return pause

    def draw():
        host.idle = True
        pointer.down(1, "mouse", 0, 0.2, 0.2)

    def review():
        pointer.cancel(1)
        held.append("asks")

    host.while_pausing = [then(lambda: None), then(draw), then(review), then(held.clear)]
    run(finding.behind())
    assert before == [[], [], [], []] and searched(host) == ["a", "b"]


def test_what_is_found_appears_neither_under_a_hand_nor_in_a_review():
    host, queue, finding, _changed = opened(a=[FACE], b=[])
    item = queue.items[0]
    held = []
    finding.held = lambda: bool(held)
    host.while_searching["a"] = lambda: item.pointer.down(1, "mouse", 0, 0.2, 0.2)
    seen = []

    def review():
        seen.append(len(item.editor.records))
        item.pointer.cancel(1)
        held.append("asks")

    def over():
        seen.append(len(item.editor.records))
        held.clear()

    host.while_pausing = [review, over]
    run(finding.behind())
    assert seen == [0, 0] and len(item.editor.proposals) == 1


def test_selection_view_and_words_stay_when_something_is_proposed():
    _host, queue, finding, _changed = opened(a=[FACE, NAME], b=[])
    editor = queue.items[0].editor
    key = editor.add(Rectangle(5, 5, 20, 20))
    editor.zoom_by(2.0)
    view, said = editor.view, editor.said
    run(finding.behind())
    assert len(editor.proposals) == 2
    assert (editor.selected, editor.view, editor.said) == (key, view, said)


def test_a_stop_is_kept_until_somebody_asks_again():
    host, queue, finding, _changed = opened(a=[FACE], b=[NAME], c=[CODE])
    host.while_searching["a"] = finding.stop
    assert run(finding.behind()) == "Stopped: 3 images were not reached."
    assert not finding.by_itself and not finding.due
    queue.add("d", "d", "label")
    queue.refresh()
    assert not finding.due
    queue.remove(queue.items[-1])
    # Find on one image is for that one.
    here(finding, queue.items[2])
    assert not finding.due
    run(finding.everywhere())
    assert finding.by_itself and all(item.searched for item in queue.items)


def test_a_stop_ends_one_that_has_not_begun():
    host, _queue, finding, _changed = opened(a=[FACE], b=[NAME])
    host.idle = False
    host.while_pausing = [finding.stop]
    assert run(finding.behind()) == "Stopped: 2 images were not reached."
    assert not host.searched and host.pauses == 1


def test_the_switch_ends_it_and_says_so_if_nothing_else_does():
    host, _queue, finding, _changed = opened(a=[FACE], b=[NAME])
    host.while_searching["a"] = finding.switch_off
    assert "Stopped" in run(finding.behind()) and not finding.by_itself
    finding.wanted = True
    assert finding.switch_off() == "Images are not searched by themselves any more."
    assert not finding.due


def test_to_stop_the_search_of_one_image_switches_nothing_off():
    host, queue, finding, _changed = opened(a=[FACE])
    host.while_searching["a"] = finding.stop
    here(finding, queue.items[0])
    assert finding.by_itself


def test_a_finder_that_breaks_costs_one_image_and_another_worker_goes_on():
    host, queue, finding, _changed = opened(a=[FACE], b=[NAME], c=[CODE])
    host.failures[("find", "a")] = "out-of-memory"
    said = run(finding.behind())
    queue.refresh()
    assert [item.state for item in queue.items] == [READY, PROPOSED, PROPOSED]
    assert "1 image could not be searched: a." in said
    assert finding.by_itself and not finding.due, "it is not tried over and over"


def test_finders_that_break_at_each_image_are_given_up_until_somebody_asks():
    names = "abcdef"
    host, queue, finding, _changed = opened(**{name: [FACE] for name in names})
    for name in names:
        host.failures[("find", name)] = "finders-failed"
    said = run(finding.behind())
    assert len(host.searched) == BREAKS_MOST and "3 times in a row" in said
    queue.refresh()
    assert not finding.due and not finding.by_itself
    host.failures = {}
    run(finding.everywhere())
    assert all(item.searched for item in queue.items)


def test_a_file_that_cannot_be_read_blames_no_finder():
    names = "abcdef"
    host, _queue, finding, _changed = opened(**{name: [FACE] for name in names})
    for name in names[:5]:
        host.failures[("find", name)] = "file-unreadable"
    said = run(finding.behind())
    assert len(host.searched) == 6 and "in a row" not in said


def test_find_on_the_image_that_is_searched_waits_for_that():
    host, queue, finding, _changed = opened(a=[FACE], b=[])
    said = []

    async def press():
        said.append(await finding.here(queue.items[0]))

    host.while_searching["a"] = lambda: host.start(press())
    run(finding.behind())
    run(host.pause())
    assert searched(host) == ["a", "b"]
    assert said and said[0].startswith("1 proposal.")
    assert found_as(queue.items[0].editor.proposals[0]) == "face"
