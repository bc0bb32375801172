"""The arguments of `validate`. Opens no file."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixelseal.model.process import validation, values


def add(commands: Any, place: Callable[[str], Path]) -> argparse.ArgumentParser:
    """Add the command to argparse's; its parser, which takes --json. `place` reads a path."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "validate",
        help="accept or send back images as a second person, or check who did",
        description="As a second person: accepts images that are unchanged since their "
        "certificates, or sends them back. With --check: what a validation says of each image now.",
    )
    parser.add_argument("set", type=place, metavar="FOLDER|ZIP")
    parser.add_argument(
        "--accept",
        nargs="+",
        action="extend",
        default=[],
        metavar="all|NAME",
        help="these images, or all that are not sent back; look at each of them first",
    )
    parser.add_argument(
        "--send-back",
        type=sent_back,
        nargs="+",
        action="extend",
        default=[],
        metavar="NAME=NOTE",
        help="these images, each with what is to be done",
    )
    parser.add_argument("--who", metavar="NAME", help="who decides; required with --out")
    parser.add_argument("--role", metavar="TEXT", help="in which role; required with --out")
    parser.add_argument(
        "--own", action="store_true", help="say that whoever decides made the images, too"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=place, metavar="FILE", help="write the validation there")
    what.add_argument("--check", type=place, metavar="FILE", help="check this validation instead")
    parser.add_argument(
        "--policy",
        type=place,
        metavar="P",
        help="an institution's policy (JSON): if it asks for a second person, whoever made the "
        "images does not count as one",
    )
    parser.add_argument("--log", type=place, metavar="LOG", help="add what was decided")
    return parser


def sent_back(text: str) -> tuple[str, str]:
    """The name and the note of "NAME=NOTE"."""
    name, equals, note = text.partition("=")
    if not equals or not values.is_image(name) or not validation.is_note(note):
        raise argparse.ArgumentTypeError(
            "an image is sent back as NAME=NOTE: its name as saved, and one line of at most "
            f"{validation.MAX_NOTE} characters"
        )
    return name, note
