"""The arguments of `project`. Opens no file and runs nothing."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixelseal.model.project.preparation import BASES, ROLES, TEXTS, wrong

Place = Callable[[str], Path]

_ABOUT = {
    "purpose": "what the images are for",
    "may_show": "what may stay visible in them",
    "outputs": "where the finished images are kept",
    "backups": "where copies of them are kept",
}


def add(commands: Any, place: Place) -> list[argparse.ArgumentParser]:
    """Add the command to argparse's; the parsers that take --json."""
    parser = commands.add_parser(
        "project",
        help="show, check and settle what a project says of its whole set",
        description="Shows and checks a project, and settles purpose, basis, people and places. "
        "A project is private; none is ever overwritten.",
    )
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    show = acts.add_parser("show", help="say what was settled, and what was assessed")
    check = acts.add_parser("check", help="read all of it, and say what is still open")
    settle = acts.add_parser("set", help="write a new project in which more is settled")
    for each in (show, check, settle):
        each.add_argument("project", type=place, metavar="PROJECT.json")
    settle.add_argument("--out", type=place, required=True, metavar="NEW.json")
    for name, most in TEXTS:
        settle.add_argument(
            "--" + name.replace("_", "-"),
            type=text_of(name, most),
            metavar="TEXT",
            help=_ABOUT[name] + "; an empty text takes it back",
        )
    settle.add_argument("--basis", choices=BASES)
    settle.add_argument(
        "--person",
        type=person,
        action="append",
        metavar="ROLE=WHO",
        help="who does what; may be repeated, and replaces the people of the project; roles: "
        + ", ".join(ROLES),
    )
    settle.add_argument("--policy", type=place, metavar="P", help="the policy that is used (JSON)")
    settle.add_argument("--log", type=place, metavar="LOG", help="add that it was prepared")
    settle.add_argument("--who", metavar="NAME", help="who did so; required with --log")
    return [show, check, settle]


def text_of(name: str, most: int) -> Callable[[str], str]:
    """A check of one of the texts; "" takes it back."""

    def text(given: str) -> str:
        if given and wrong(name, given):
            raise argparse.ArgumentTypeError(
                f"a text has one line of 1 to {most} characters, without a hash or the name of an "
                "image's file"
            )
        return given

    return text


def person(text: str) -> tuple[str, str]:
    """The role and the name of "ROLE=WHO"."""
    role, equals, who = text.partition("=")
    if not equals or role not in ROLES or not who or wrong("who", who):
        raise argparse.ArgumentTypeError(f"a person is ROLE=WHO; roles: {', '.join(ROLES)}")
    return role, who
