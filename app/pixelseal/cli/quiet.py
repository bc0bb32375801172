"""Keeps the messages of libraries off the screen. Silences none of our answers."""

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Iterator


def fill_standard_streams() -> None:
    """Open the null device for a standard stream that was closed from outside.

    Otherwise the next opened file would get its descriptor, and what a library writes to "standard
    error" would end up in an image.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free descriptor: this one


@contextlib.contextmanager
def libraries() -> Iterator[None]:
    """Hide warnings and log messages of libraries: they may quote the file.

    This also overrides PYTHONWARNINGS=error, which would turn a warning into another answer.
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
    """Let Python close standard output at exit although nobody reads it any more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
