"""`python -m pixelseal` is the command line, where the command itself is on no path."""

from pixelseal.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
