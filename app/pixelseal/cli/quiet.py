"""Keeps what libraries say to themselves off the person's screen. Silences no answer of ours."""

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Iterator


def fill_standard_streams() -> None:
    """Give a standard stream that was closed from outside a place that takes everything.

    Its number would else be that of the next file that is opened, and whatever a library writes to
    "standard error" would stand in an image.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one


@contextlib.contextmanager
def libraries() -> Iterator[None]:
    """Neither warnings nor log lines of libraries are shown: their texts quote the file.

    Set also against PYTHONWARNINGS=error, which would make another answer of a warning.
    """
    silent = logging.NullHandler()
    logging.getLogger().addHandler(silent)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.getLogger().removeHandler(silent)


def leave_quietly() -> None:
    """Let Python close standard output at its end although nobody reads it any more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
