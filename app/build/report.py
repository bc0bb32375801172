"""The build's messages: progress lines and the error with a sentence. Logs nothing."""

import io
import sys


class BuildError(Exception):
    """Something outside the build is wrong; the text is one sentence for the person who ran it."""


def settle_output() -> None:
    """Let a terminal that lacks a character show another one, rather than end the build."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Print one progress line at once, also when the output is a pipe."""
    print(text, flush=True)


def complain(text: str) -> None:
    """Print one error line, after everything that was said before it."""
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)
