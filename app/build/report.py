"""How the build talks: progress lines and the one error that carries a sentence. Logs nothing."""

import sys


class BuildError(Exception):
    """Something outside the build is wrong; its text is one sentence for the person who ran it."""


def say(text: str) -> None:
    """Print one progress line at once, also when the output is a pipe."""
    print(text, flush=True)


def complain(text: str) -> None:
    """Print one error line, after everything that was said before it."""
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)
