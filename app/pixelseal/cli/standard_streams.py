"""Standard input, output and error of the process, some of which may be closed."""

import contextlib
import os
import sys


def fill() -> None:
    """Open the null device for a standard stream that was closed from outside.

    Otherwise the next opened file would get its descriptor, and what a library writes to "standard
    error" would end up in an image.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free descriptor: this one


def leave_quietly() -> None:
    """Let Python close standard output at exit although nobody reads it any more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
