"""Thousands of open images: states counted, listed, stepped through, chosen; no browser."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.images.item import MARKED, READY, REFUSED, STATES, WAITING, Item
from pixelseal.ui.images.queue import ALL, FILTERS, UNSEEN, Queue
from pixelseal.ui.views.filmstrip import virtual_window

INSPECTION = {"width": 40, "height": 30, "pages": 1, "browser_may_show": True}


def _step(queue, by):
    """Go to another image as the page does; False where there is none."""
    found = queue.neighbour(by)
    queue.current = found or queue.current
    return found is not None


def _queue(count):
    queue = Queue()
    for number in range(count):
        item = queue.add("photo.jpg", "blob", "image-" + str(number))
        item.inspection = INSPECTION
        item.editor.set_size(40, 30)
    queue.refresh()
    return queue


def _in(queue, state):
    return queue.state_counts.count((state,))


def _mark(queue, place):
    item = queue.items[place]
    item.editor.add(Rectangle(1, 1, 5, 5))
    queue.touch(item)
    return item


class Counted(Item):
    """An item that counts how often its state is asked for."""

    asked = 0

    @property
    def state(self):
        Counted.asked += 1
        return READY


def test_a_look_at_two_thousand_images_asks_only_those_that_were_touched():
    queue = Queue()
    for number in range(2000):
        item = Counted(number + 1, "a", "b", "c")
        queue.items.append(item)
        queue.touch(item)
    queue.current = queue.items[0]
    queue.refresh()
    Counted.asked = 0
    queue.touch(queue.items[1500])
    assert sorted(queue.refresh()) == [1, 1501]
    queue.filter = "unmarked"
    assert len(queue.listed) == 2000 and _step(queue, 1) and Counted.asked == 2
    assert queue.listed is queue.listed and queue.state_counts.count((READY,)) == 2000


def test_every_state_is_counted_once_and_in_exactly_one_filter():
    assert sorted([state for states in FILTERS.values() for state in states]) == sorted(STATES)
    queue = _queue(6)
    _mark(queue, 2)
    _mark(queue, 4)
    queue.items[5].refused = True
    queue.touch(queue.items[5])
    queue.add("new.jpg", "blob", "image-new")
    queue.refresh()
    assert [_in(queue, state) for state in (READY, MARKED, REFUSED, WAITING)] == [3, 2, 1, 1]
    queue.remove(queue.items[5])
    assert _in(queue, REFUSED) == 0 and sum([_in(queue, state) for state in STATES]) == 6
    queue.items[2].editor.undo()
    queue.touch(queue.items[2])
    queue.refresh()
    assert _in(queue, READY) == 4 and _in(queue, MARKED) == 1


def test_steps_keep_to_what_the_filter_lets_through():
    queue = _queue(10)
    for place in (2, 5, 9):
        _mark(queue, place)
    queue.refresh()
    queue.filter = "unsaved"
    assert [queue.items.index(item) for item in queue.listed] == [2, 5, 9]
    assert queue.place(queue.current) == 0  # the first image is not listed, and one can go on
    assert _step(queue, 1) and queue.position == 3
    assert _step(queue, 1) and queue.position == 6
    queue.current.editor.undo()
    queue.refresh()
    assert _step(queue, 1) and queue.position == 10 and not _step(queue, 1)
    assert _step(queue, -1) and queue.position == 3 and not _step(queue, -1)


def test_what_nobody_looked_at_is_listed_in_whatever_state_it_is():
    queue = _queue(5)
    _mark(queue, 1)
    queue.items[2].reviewing.state_looked()
    queue.items[3].refused = True  # nobody can look at it
    for item in queue.items:
        queue.touch(item)
    queue.refresh()
    queue.filter = UNSEEN
    assert [queue.items.index(item) for item in queue.listed] == [0, 1, 4]
    assert queue.count(UNSEEN) == 3 and queue.count(ALL) == 5 and queue.count("unsaved") == 1
    assert _step(queue, 1) and queue.position == 2
    queue.current.reviewing.state_looked()
    queue.refresh()
    assert queue.count(UNSEEN) == 2 and queue.place(queue.current) == 0
    assert _step(queue, 1) and queue.position == 5 and not _step(queue, 1)
    queue.remove(queue.current)
    assert queue.count(UNSEEN) == len(queue.listed) == 1


def test_images_are_chosen_one_by_one_in_ranges_and_all():
    queue = _queue(10)
    items = queue.items
    queue.choose(items[3])
    queue.choose_to(items[6])
    assert queue.chosen == {items[place].key for place in (3, 4, 5, 6)}
    queue.choose(items[4])
    queue.choose_to(items[2])
    assert queue.chosen == {items[place].key for place in (2, 3, 4, 5, 6)}
    queue.remove(items[5])
    assert len(queue.chosen) == 4
    queue.choose_none()
    queue.choose_to(queue.items[2])
    assert len(queue.chosen) == 3, "from the image on the screen"
    queue.choose_listed()
    assert len(queue.chosen) == 9


def test_a_range_that_went_too_far_is_taken_back_and_nothing_chosen_before_is():
    queue = _queue(10)
    items = queue.items
    for place in (7, 2):
        queue.choose(items[place])
    for place in (3, 8, 5):
        queue.choose_to(items[place])
    assert queue.chosen == {items[place].key for place in (2, 3, 4, 5, 7)}
    queue.choose_to(items[1])
    assert queue.chosen == {items[place].key for place in (1, 2, 7)}


def test_a_range_under_a_filter_chooses_nothing_that_is_not_listed():
    queue = _queue(8)
    for place in (1, 4, 6):
        _mark(queue, place)
    queue.refresh()
    queue.filter = "unsaved"
    queue.choose(queue.items[1])
    queue.choose_to(queue.items[6])
    assert queue.chosen == {queue.items[place].key for place in (1, 4, 6)}


def test_a_long_row_has_few_cards_and_always_those_that_are_seen():
    for count in (1, 59, 60, 61, 500, 2000):
        for left in (0.0, 1.0, 295.0, 5000.5, 296.0 * (count - 1), 1e9):
            for width in (0.0, 300.0, 1280.0, 3840.0):
                first, behind = virtual_window.visible(left, width, 296.0, count)
                start, end = virtual_window.needed(first, behind, count)
                assert 0 <= start <= first < behind <= end <= count
                assert end - start == count or count > 60
                assert end - start <= behind - first + 16 or count <= 60
    assert virtual_window.visible(0.0, 900.0, 296.0, 0) == (0, 0)


def test_a_card_is_scrolled_to_no_further_than_needed():
    assert virtual_window.scrolled_to(3, 0.0, 1000.0, 296.0) == 184.0
    assert virtual_window.scrolled_to(1, 0.0, 1000.0, 296.0) == 0.0
    assert virtual_window.scrolled_to(2, 2000.0, 1000.0, 296.0) == 592.0
    # Before the row is laid out it has no width: the first card must not be scrolled away.
    assert virtual_window.scrolled_to(0, 0.0, 0.0, 296.0) == 0.0
