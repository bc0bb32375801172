"""The arguments of `practice`. Opens no file."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any


def add(commands: Any, place: Callable[[str], Path]) -> argparse.ArgumentParser:
    """Add the command to argparse's; its parser, which takes --json. `place` reads a path."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "practice",
        help="write ten drawn exercises, or say what was missed in their results",
        description="Writes ten drawn pictures with planted identifiers, to be redacted like any "
        "other. With --check: what can still be seen in their results, by their private records.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=place, metavar="DIR", help="write the exercises there")
    what.add_argument("--check", type=place, metavar="DIR", help="judge the results there")
    parser.add_argument(
        "--record",
        type=place,
        metavar="DIR",
        help="where the private records of these results are; default: DIR-private beside it",
    )
    parser.add_argument("--who", metavar="NAME", help="who did them; required with --training")
    parser.add_argument(
        "--training",
        type=place,
        metavar="FILE",
        help="write the training record there; private",
    )
    parser.add_argument("--log", type=place, metavar="LOG", help="add a line about that record")
    return parser
