"""Work for processes that end themselves, importable by name in a process that was spawned."""

import os
import signal
from pathlib import Path

STARTS = "ends when it begins"


def begin(how: str) -> None:
    if how == STARTS:
        raise ValueError(how)


def work(item: tuple[str, int]) -> int:
    """Twice the number; "kills" ends the process, any other text but "" is a file: once."""
    how, number = item
    if how == "raises":
        raise KeyError(number)
    if how == "kills" or (how and not Path(how).exists()):
        if how != "kills":
            Path(how).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number
