"""Runs the command line on a pseudo-terminal, and types where it asks. POSIX alone."""

import os
import pty
import select
import signal
import subprocess
import termios
from collections.abc import Sequence

from tests.cli.support import PIXELSEAL
from tests.conftest import ROOT


def typed(words: Sequence[object], lines: Sequence[str]) -> tuple[int, str]:
    """The exit code, and all that a person saw who typed one of these lines at each prompt."""
    ours, theirs = pty.openpty()
    command = [*PIXELSEAL, *map(str, words)]
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    # A session of its own: prompts would else go to the terminal from which the tests were started.
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True, **streams) as child:
        os.close(theirs)
        shown = b""
        for line in lines:
            asked = len(shown)
            while b": " not in shown[asked:]:
                shown += _read(ours)
            os.write(ours, line.encode() + b"\n")
        while more := _read(ours):
            shown += more
        code = child.wait(timeout=120)
    os.close(ours)
    return code, shown.decode()


def interrupted(words: Sequence[object]) -> tuple[int, bool, bool]:
    """The exit code of a command that Ctrl-C ends while it asks, and whether letters are shown.

    First while it asks, then afterwards.
    """
    ours, theirs = pty.openpty()
    command = [*PIXELSEAL, *map(str, words)]
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True, **streams) as child:
        shown = b""
        while b": " not in shown:
            shown += _read(ours)
        asked = _echoes(theirs)
        child.send_signal(signal.SIGINT)
        code = child.wait(timeout=120)
    after = _echoes(theirs)
    os.close(theirs)
    os.close(ours)
    return code, asked, after


def _echoes(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def _read(terminal: int) -> bytes:
    assert select.select([terminal], [], [], 120)[0]
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end was closed
        return b""
