"""Entry point of the command line: catches signals before anything is loaded. Knows no command."""

from collections.abc import Sequence

from pixelseal.cli import standard_streams
from pixelseal.cli.stopping import Stopping


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (argparse itself exits with 2 on wrong usage)."""
    standard_streams.fill()
    with Stopping() as stopping:
        # The engine's libraries take a while to load: Ctrl-C is handled from the start.
        from pixelseal.cli.run import run

        return run(argv, stopping)


if __name__ == "__main__":  # python -m pixelseal.cli.main: never a silent nothing
    raise SystemExit(main())
