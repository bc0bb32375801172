"""Acts on thousands of images: in slices, stopped between two images, the same as in one go."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Output
from pixelseal.model.review import Answer
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.editor.document import TURN_RIGHT
from pixelseal.ui.images import series
from pixelseal.ui.images.in_order import in_order
from pixelseal.ui.images.item import MARKED, PROPOSED, READY, Item
from pixelseal.ui.images.long_act import LongAct
from pixelseal.ui.images.places import Places
from pixelseal.ui.images.queue import Queue

from tests.ui.fake_host import INSPECTION, FakeHost, run

COUNT = 2000


class Paced(FakeHost):
    """A clock by which each image takes so many milliseconds."""

    def __init__(self, milliseconds):
        super().__init__()
        self.milliseconds = milliseconds

    def clock(self):
        self.seconds += self.milliseconds / 1000
        return self.seconds


def _queue(count=COUNT):
    """That many images, all chosen; the first has a mark, is turned, and is answered for."""
    queue = Queue()
    for number in range(count):
        item = queue.add(f"{number:04}.jpg", "blob", f"image-{number:04}")
        item.inspection = dict(INSPECTION, sha256=f"{number:064x}")
        item.editor.set_size(400, 300)
        item.same = True
    first = queue.items[0]
    first.editor.turn(TURN_RIGHT)
    first.editor.fresh_turns = []
    first.editor.add(Rectangle(10, 20, 90, 60))
    first.reviewing.give("A", Answer("absent"))
    queue.refresh()
    queue.choose_listed()
    return queue


async def _no_turn(_left):
    """Nobody else has anything to do."""


def _turned(queue):
    queue.items[0].editor.turn(TURN_RIGHT)
    assert series.turns_along(queue, queue.items[0])
    return series.turn_along


ACTS = (lambda queue: series.answer, _turned, lambda queue: _turned_copy)


async def _turned_copy(queue, source, turn):
    """Copied to images that lie as the one with the mark does."""
    for item in queue.items[1:]:
        item.editor.turn(TURN_RIGHT)
    return await series.copy(queue, source, turn)


def _works(queue):
    return [(item.work, item.key in queue.chosen) for item in queue.items]


def test_an_act_on_thousands_lets_the_page_answer_and_does_the_same_as_in_one_go():
    for act in ACTS:
        alike = []
        for milliseconds in (0, 2):
            queue, shown, host = _queue(), [], Paced(milliseconds)
            long = LongAct(host, lambda shown=shown: shown.append(1))
            does = act(queue)
            said = run(long.run(lambda turn, does=does, q=queue: does(q, q.items[0], turn)))
            alike.append((said, _works(queue)))
            assert len(shown) == host.breaths, "it is shown how far it is, each time"
            assert (long.done, long.total, long.busy) == (COUNT - 1, COUNT - 1, False)
            # 10 ms of work are 5 images: the page answers that often.
            assert (host.breaths >= COUNT // 7) == bool(milliseconds)
        assert alike[0] == alike[1]


def test_an_act_that_is_stopped_leaves_each_image_done_or_as_it_was():
    for act in ACTS:
        queue, host = _queue(50), Paced(20)
        does = act(queue)
        before = [item.work for item in queue.items]
        long = LongAct(host, lambda: None)
        long.changed = lambda long=long: long.stop() if long.done == 20 else None
        said = run(long.run(lambda turn, does=does, q=queue: does(q, q.items[0], turn)))
        assert "Stopped: 29 images were not reached." in said
        assert not long.busy
        others = queue.items[1:]
        for place, item in enumerate(others[20:]):
            assert item.key in queue.chosen
            if does is not _turned_copy:  # which turned them all itself
                assert item.work == before[place + 21]
        for place, item in enumerate(others[:20]):
            if does is not series.answer:  # answers are no marks: they are given again
                item.editor.undo()
                if does is _turned_copy:
                    item.editor.undo()
            assert item.work[:2] == before[place + 1][:2]
        # The rest can be done later.
        assert "Stopped" not in run(series.answer(queue, queue.items[0], _no_turn))


def test_the_last_image_is_done_before_a_stop_is_heeded():
    queue = _queue(3)
    long = LongAct(Paced(20), lambda: None)
    long.changed = long.stop
    said = run(long.run(lambda turn: series.answer(queue, queue.items[0], turn)))
    assert "Stopped: 1 image was not reached." in said
    queue = _queue(2)
    said = run(long.run(lambda turn: series.answer(queue, queue.items[0], turn)))
    assert "Stopped" not in said


def test_one_act_at_a_time():
    queue, host = _queue(10), Paced(20)
    long, refused = LongAct(host, lambda: None), []

    async def another(turn):
        raise AssertionError("it was begun beside the first")

    async def first(turn):
        refused.append(await long.run(another))
        return await series.answer(queue, queue.items[0], turn)

    assert "9" in run(long.run(first)) and refused == [None]


class Counted(Item):
    """An image that counts how often its state is asked for."""

    asked = 0

    @property
    def state(self):
        Counted.asked += 1
        return MARKED if self.editor.marked else READY


def test_of_thousands_that_changed_some_are_looked_at_at_a_time():
    queue = Queue()
    for number in range(COUNT):
        item = Counted(number + 1, "a", "b", "c")
        queue.items.append(item)
        queue.touch(item)
    queue.refresh()
    for item in queue.items:
        item.editor.set_size(400, 300)
        item.editor.add(Rectangle(1, 1, 5, 5))
        queue.touch(item)
    queue.current = queue.items[-1]
    seen, times = set(), 0
    while queue.waiting:
        Counted.asked = 0
        keys = queue.refresh(100)
        assert Counted.asked <= 101 and queue.current.key in keys, "the one on the screen is always"
        seen.update(keys)
        times += 1
    assert times == COUNT // 100 and len(seen) == COUNT
    assert queue.state_counts.count((MARKED,)) == COUNT and not queue.state_counts.count((READY,))


class Walked:
    """A list that counts how often an element is fetched."""

    fetched = 0

    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, place):
        Walked.fetched += 1
        return self.items[place]


def test_a_place_is_found_without_walking_all_images_each_time():
    items = Walked([Item(key, "a", "b", "c") for key in range(1, COUNT + 1)])
    places = Places()
    assert [places.of(items, key) for key in (1, COUNT, 7, COUNT + 1)] == [1, COUNT, 7, 0]
    assert Walked.fetched == COUNT
    items.items.append(Item(COUNT + 1, "a", "b", "c"))
    assert places.of(items, COUNT + 1) == COUNT + 1 and Walked.fetched == COUNT + 1
    assert places.of(items.items[1:], 2) == 1, "another list"


def test_many_closed_together_are_closed_as_one_by_one():
    for current in (0, 3, 5, 9):
        for closing in ([0], [3, 4, 5], [9], [0, 9, 3], list(range(10)), list(range(5, 10))):
            queues = []
            for together in (True, False):
                queue = _queue(10)
                queue.current = queue.items[current]
                items = [queue.items[place] for place in closing]
                if together:
                    queue.remove_all(items)
                else:
                    for item in items:
                        queue.remove(item)
                on = None if queue.current is None else queue.current.key
                queues.append(([item.key for item in queue.items], on, queue.chosen, queue.waiting))
            assert queues[0] == queues[1], (current, closing)


def test_the_next_that_waits_is_found_around_the_end():
    queue = _queue(10)
    for place in (2, 7):
        queue.items[place].editor.turn(TURN_RIGHT)
    _said = run(series.copy(queue, queue.items[0], _no_turn))
    queue.refresh()
    assert queue.state_counts.count((PROPOSED,)) == 2
    found = []
    for place in (0, 2, 5, 7, 9):
        queue.current = queue.items[place]
        found.append(queue.items.index(queue.next_proposed))
    assert found == [2, 7, 7, 2, 2]
    queue.items[2].editor.confirm()
    queue.touch(queue.items[2])
    queue.current = queue.items[7]
    queue.refresh()
    assert queue.next_proposed is None


def test_names_come_in_order_in_slices_and_equal_ones_as_they_were():
    names = [f"{place * 7919 % COUNT:04}.jpg" for place in range(COUNT)]
    for given in (names, sorted(names), sorted(names, reverse=True), ["a"] * 100, ["a"], []):
        host = Paced(1)
        found = run(in_order([(name, at) for at, name in enumerate(given)], TimeSlices(host)))
        assert [given[at] for at in found] == sorted(given)
        if len(set(given)) == 1:
            assert found == list(range(len(given)))
        assert host.breaths >= len(given) // 500


def test_an_output_for_all_leaves_what_the_person_chooses_meanwhile():
    queue, host = _queue(50), Paced(20)
    source, other, closed = queue.items[0], queue.items[40], queue.items[45]
    source.output, mine, breathe = Output("png"), Output("webp", 80), host.breathe

    async def breathed():
        if other.output is None:
            other.output = mine
            queue.remove(closed)
        await breathe()

    host.breathe = breathed
    said = run(series.output_for_all(queue, source, TimeSlices(host), lambda: False))
    assert "50" in said and host.breaths >= 40
    assert other.output == mine and closed.output is None
    assert all(item.output == source.output for item in queue.items if item is not other)
    # Another choice for all takes the place of the first.
    source.output = Output("avif", 60)
    assert run(series.output_for_all(queue, source, TimeSlices(host), lambda: True)) == ""
    assert queue.items[-1].output == Output("png")


def test_garbage_is_looked_for_between_slices_and_not_in_them():
    host, tidied = Paced(20), []
    host.tidy = lambda: tidied.append(host.breaths)
    slices = TimeSlices(host)

    async def work():
        for _piece in range(40):
            await slices.turn()

    run(work())
    assert host.breaths == 40 and tidied == list(range(3, 40, 4))
