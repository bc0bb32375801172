"""The arguments of `report`. Opens no file."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixelseal.model import catalogue


def add(commands: Any, place: Callable[[str], Path]) -> argparse.ArgumentParser:
    """Add the command to argparse's; its parser, which takes --json. `place` reads a path."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "report",
        help="count what was done to a set of images, as one page to read or print",
        description="Counts what private records state – images, methods, reasons, who looked how "
        "far, programs and what they miss, open questions – and writes it as one HTML page. It "
        "shows no image, and neither a name nor a hash of an original.",
    )
    parser.add_argument("records", nargs="+", metavar="RECORD|FOLDER")
    parser.add_argument("--out", type=place, required=True, metavar="FILE.html")
    parser.add_argument("--project", type=place, metavar="P", help="the project of the images")
    parser.add_argument(
        "--validation", type=place, metavar="V", help="what a second person decided"
    )
    parser.add_argument("--log", type=place, metavar="LOG", help="the log; nothing is added to it")
    parser.add_argument(
        "--language",
        choices=[code for code, _name in catalogue.LANGUAGES],
        default=catalogue.ENGLISH,
    )
    return parser
