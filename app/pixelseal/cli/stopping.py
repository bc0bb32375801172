"""Ctrl-C and similar signals: the first lets the current image finish, the second stops at once.

Python runs a handler only between two bytecodes, and one bytecode can encode an entire image. So
the signal itself wakes a thread; the second one ends the process, unless files are just being
written: these are completed first. Decides nothing about images.
"""

import contextlib
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any

# Interrupt, and the signals that ask a program to end (SIGBREAK: a closing console on Windows).
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_SIGNALS = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
_HEARD = b"Stopping after the image under way. Once more stops at once.\n"


def _nothing() -> None:
    pass


class Stopping:
    """A context that handles signals; outside the main thread it handles none."""

    def __init__(self) -> None:
        self.asked = 0  # the number of the first signal
        self._before: dict[int, Any] = {}
        self._finishing = threading.Lock()
        self._idle = False
        self._left = _nothing

    def __enter__(self) -> "Stopping":
        if threading.current_thread() is not threading.main_thread():
            return self
        for number in _SIGNALS:
            # What is already ignored (nohup, a script's background job) stays ignored.
            if signal.getsignal(number) in (signal.SIG_IGN, None):
                continue
            self._before[number] = signal.signal(number, self._heard)
        bell, self._button = socket.socketpair()
        self._button.setblocking(False)
        self._wakeup = signal.set_wakeup_fd(self._button.fileno(), warn_on_full_buffer=False)
        threading.Thread(target=self._watch, args=(bell,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if threading.current_thread() is not threading.main_thread():
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._button.close()

    @property
    def code(self) -> int:
        """The exit code of a command that was stopped."""
        return 128 + self.asked

    @contextlib.contextmanager
    def finishing(self) -> Iterator[None]:
        """What happens in here is completed, whatever signals arrive."""
        with self._finishing:
            yield

    @contextlib.contextmanager
    def idle(self, left: Callable[[], None] = _nothing) -> Iterator[None]:
        """In here a person is asked, and nothing is in progress: the first signal ends it.

        `left` is called before it does: what was changed in the terminal is put back there.
        """
        self._idle, self._left = True, left
        try:
            yield
        finally:
            self._idle = False

    def _heard(self, number: int, _frame: FrameType | None) -> None:
        self.asked = self.asked or number

    def _watch(self, bell: socket.socket) -> None:
        first = 0
        with bell:
            while rung := bell.recv(1):
                if rung[0] not in self._before:
                    continue
                if first or self._idle:
                    with self._finishing:
                        if self._idle:
                            self._left()
                        os._exit(128 + (first or rung[0]))
                first = rung[0]
                with contextlib.suppress(OSError):
                    os.write(2, _HEARD)
