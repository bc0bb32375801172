"""Processes that die take no item with them but the one that kills them."""

import itertools
import sys
from collections.abc import Iterator

import pytest
from pixelseal.local import workers

from tests.local import killers

pytestmark = pytest.mark.skipif(
    sys.platform in ("emscripten", "win32"), reason="needs processes, and signals of POSIX"
)


def done(items: object, count: int, how: str = "", stopped=lambda: False) -> dict:
    found = {}
    for item, told in workers.each(killers.work, items, count, killers.begin, (how,), stopped):
        assert item not in found
        found[item] = told
    return found


@pytest.mark.parametrize("count", [1, 2])
def test_an_item_that_kills_is_told_and_its_neighbours_are_done(count, tmp_path):
    once = str(tmp_path / "once")
    items = [("", 1), ("kills", 2), ("", 3), (once, 4), ("raises", 5), ("", 6), ("kills", 7)]
    found = done(items, count)
    assert sorted(found, key=items.index) == items
    assert [found[item] for item in items if item[0] in ("", once)] == [2, 6, 8, 12]
    assert isinstance(found["raises", 5], KeyError)
    assert all(isinstance(found["kills", number], workers.Died) for number in (2, 7))


def test_no_more_is_taken_than_two_for_each_and_nothing_after_a_stop():
    taken, given = [], []

    def endless() -> Iterator[tuple[str, int]]:
        for number in itertools.count():
            taken.append(number)
            assert len(taken) - len(given) <= 2 * workers.IN_FLIGHT + 1
            yield "", number

    work = workers.each(killers.work, endless(), 2, killers.begin, ("",), lambda: len(given) >= 5)
    for item, told in work:
        assert told == 2 * item[1]
        given.append(item[1])
    assert sorted(given) == taken and len(given) <= 5 + 2 * workers.IN_FLIGHT


def test_a_worker_that_cannot_begin_blames_no_item_with_its_death():
    found = done([("", 1), ("", 2)], 1, killers.STARTS)
    assert all(isinstance(told, ValueError) for told in found.values()) and len(found) == 2


def test_when_all_items_kill_it_is_none_of_them():
    told = done([("kills", number) for number in range(3)] + [("", 3), ("kills", 4)], 1)
    often = [getattr(one, "often", None) for one in told.values()]
    assert often == [False, False, True, None, False]
