"""The arguments of `log`. Opens no file and runs nothing."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixelseal.model.process import events, log, log_export

Place = Callable[[str], Path]


def add(commands: Any, place: Place) -> list[argparse.ArgumentParser]:
    """Add the commands to argparse's; the parsers that take --json."""
    return _log(commands, place)


def _log(commands: Any, place: Place) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "log",
        help="keep a log of what was done; check and export it",
        description="Keeps a log of what was done to a set of images. Each line carries the hash "
        "of the one before; no fact of a source is in it.",
    )
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    added = acts.add_parser("add", help="write one more line; a log that is not there is begun")
    added.add_argument("log", type=place, metavar="LOG")
    added.add_argument("event", choices=events.ADDED, metavar="EVENT", help=_listed(events.ADDED))
    added.add_argument(
        "facts",
        type=fact,
        nargs="*",
        metavar="FACT=VALUE",
        help="who=NAME and the others that the event has (docs/log.md)",
    )
    check = acts.add_parser("check", help="name the first line that is not as it was written")
    check.add_argument("log", type=place, metavar="LOG")
    check.add_argument(
        "--head",
        type=head,
        metavar="N:HASH",
        help="the head that was kept elsewhere: finds lines that were cut off at the end",
    )
    export = acts.add_parser("export", help="write it for people and other programs")
    export.add_argument("log", type=place, metavar="LOG")
    export.add_argument("--as", dest="kind", choices=log_export.KINDS, required=True)
    export.add_argument("--out", type=place, required=True, metavar="FILE")
    return [added, check, export]


def fact(text: str) -> tuple[str, str]:
    """The name and the value of "NAME=VALUE"."""
    name, equals, value = text.partition("=")
    if not equals or name not in events.FACTS:
        raise argparse.ArgumentTypeError(f"a fact is NAME=VALUE; names: {_listed(events.FACTS)}")
    return name, value


def head(text: str) -> str:
    """A log's head, as check prints it."""
    if not log.is_head(text):
        raise argparse.ArgumentTypeError("a head is a number, a colon and 64 digits")
    return text


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
