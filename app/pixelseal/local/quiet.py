"""Keeps the messages of libraries off the screen. Silences none of our answers."""

import contextlib
import logging
import warnings
from collections.abc import Iterator


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
