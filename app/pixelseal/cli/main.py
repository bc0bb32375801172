"""Entry of the command line: hears signals before anything is loaded. Knows no command."""

from collections.abc import Sequence

from pixelseal.cli import quiet
from pixelseal.cli.stopping import Stopping


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (argparse itself exits with 2 on wrong usage)."""
    quiet.fill_standard_streams()
    with Stopping() as stopping:
        # The engine's libraries take a while to load: Ctrl-C is heard from the first moment on.
        from pixelseal.cli.run import run

        return run(argv, stopping)
