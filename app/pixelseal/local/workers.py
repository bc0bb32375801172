"""Processes that work through items: bounded, in no promised order, and none lost with its worker.

Each worker is a process of its own pool, so that its death says whose it was. Knows no images.
"""

import concurrent.futures
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import connection
from typing import Any

IN_FLIGHT = 2  # items a worker: one under way, one waiting so that it never idles
_DEATHS = 2  # of workers on one item: once may be somebody who ended a process
_failed: list[Exception] = []  # in a worker: why it could not begin
_OFTEN = 3  # items, one after another
_ASKED = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Died(Exception):
    """The item ended the process that worked on it, each time that it was tried.

    :param often: so did those before it: it may be no fault of any of them.
    """

    def __init__(self, often: bool) -> None:
        super().__init__(often)
        self.often = often


def each(
    work: Callable[[Any], Any],
    items: Iterable[Any],
    count: int,
    begin: Callable[..., None],
    given: tuple[Any, ...],
    stopped: Callable[[], bool],
) -> Iterator[tuple[Any, Any]]:
    """Each item with what `work` returned or raised, as they are done; `Died` for one that kills.

    `begin(*given)` runs first in each of `count` processes. All must be importable by name. When
    `stopped` says so, what is in flight is finished and nothing more begun.
    """
    workers = [_Worker(work, begin, given) for _ in range(count)]
    waiting = iter(items)
    left = True
    try:
        while True:
            for depth in range(1, IN_FLIGHT + 1):
                for worker in workers:
                    while left and not stopped() and len(worker.flying) < depth:
                        item = next(waiting, None)
                        left = item is not None
                        if left:
                            worker.take(item)
            futures = [future for worker in workers for _item, future in worker.flying]
            if not futures:
                return
            concurrent.futures.wait(futures, return_when=FIRST_COMPLETED)
            for worker in workers:
                yield from worker.done()
    finally:
        for worker in workers:
            worker.leave()


class _Worker:
    """One process, renewed when it dies, and the items that it was given, the oldest first."""

    def __init__(
        self, work: Callable[[Any], Any], begin: Callable[..., None], given: tuple[Any, ...]
    ) -> None:
        self._work, self._begin, self._given = work, begin, given
        self._pool = self._new()
        self._deaths = 0  # on the oldest item
        self._killers = 0  # one after another
        self.flying: deque[tuple[Any, Future[Any]]] = deque()

    def take(self, item: Any) -> None:
        """Give it one more item."""
        try:
            future = self._pool.submit(_do, self._work, item)
        except BrokenExecutor:  # it died, and `done` renews it
            future = Future()
            future.set_exception(BrokenExecutor())
        self.flying.append((item, future))

    def done(self) -> Iterator[tuple[Any, Any]]:
        """What is finished. A process works in order, so that it died on the oldest that is not."""
        while self.flying and self.flying[0][1].done():
            item, future = self.flying[0]
            error = future.exception()
            if not isinstance(error, BrokenExecutor):
                self.flying.popleft()
                self._deaths = self._killers = 0
                yield item, error or future.result()
                continue
            self._deaths += 1
            killer = self._deaths == _DEATHS
            if killer:
                self.flying.popleft()
                self._deaths = 0
                self._killers += 1
            self._again()
            if killer:
                yield item, Died(self._killers >= _OFTEN)

    def leave(self) -> None:
        """End the process, after what it was given."""
        self._pool.shutdown(cancel_futures=True)

    def _again(self) -> None:
        """Another process for what is left; the work itself knows what was done already."""
        self._pool.shutdown()
        self._pool = self._new()
        items = [item for item, _future in self.flying]
        self.flying.clear()
        for item in items:
            self.take(item)

    def _new(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(1, spawn, _begun, (self._begin, self._given))


def _begun(begin: Callable[..., None], given: tuple[Any, ...]) -> None:
    # A terminal sends its signals to all processes: whoever started this one decides.
    for name in _ASKED:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()
    try:
        begin(*given)
    except Exception as error:  # told with the first item: it is none's own fault
        _failed.append(error)


def _do(work: Callable[[Any], Any], item: Any) -> Any:
    if _failed:
        raise _failed[0]
    return work(item)


def _watch(sentinel: int) -> None:
    """End with the process that started this one: it was killed, and nobody waits any more."""
    connection.wait([sentinel])
    os._exit(1)
