"""The arguments of `pack`, `receive` and `log`. Opens no file and runs nothing."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixelseal.model.process import events, log, log_export

Place = Callable[[str], Path]


def add(commands: Any, place: Place) -> list[argparse.ArgumentParser]:
    """Add the commands to argparse's; the parsers that take --json."""
    return [_pack(commands, place), _receive(commands, place), *_log(commands, place)]


def _pack(commands: Any, place: Place) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        "pack",
        help="put images and their certificates into one package to hand over",
        description="Puts images and their certificates into one package (BagIt in a ZIP). Each "
        "is compared with its certificate first; whatever is neither is refused.",
    )
    parser.add_argument("folder", type=place, metavar="FOLDER")
    for name, about in (
        ("to", "who receives it"),
        ("method", "by what method it is handed over"),
        ("purpose", "for what purpose"),
    ):
        parser.add_argument(f"--{name}", required=True, metavar="TEXT", help=about)
    parser.add_argument("--who", metavar="NAME", help="who hands it over; required with --log")
    parser.add_argument("--out", type=place, required=True, metavar="BAG.zip")
    parser.add_argument(
        "--validation",
        type=place,
        metavar="FILE",
        help="pack only what a second person accepted in it; it is not put into the package",
    )
    parser.add_argument(
        "--policy",
        type=place,
        metavar="P",
        help="an institution's policy (JSON): one that asks for a second person needs --validation",
    )
    _logged(parser, place, "take its head into the package, and add that it was packed")
    return parser


def _receive(commands: Any, place: Place) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        "receive",
        help="check a package file by file, and write a receipt",
        description="Says of each file of a package whether it is complete, missing, changed or "
        "added. Unpacks nothing.",
    )
    parser.add_argument("bag", type=place, metavar="BAG.zip|FOLDER")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--receipt", type=place, metavar="FILE", help="write a receipt there")
    what.add_argument(
        "--compare",
        type=place,
        metavar="FILE",
        help="as the sender: what this receipt says of the package that was sent",
    )
    parser.add_argument("--who", metavar="NAME", help="who received it; required with --receipt")
    _logged(parser, place, "add that it was received")
    return parser


def _logged(parser: argparse.ArgumentParser, place: Place, about: str) -> None:
    parser.add_argument("--log", type=place, metavar="LOG", help=about)


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
        action=_Once,
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


class _Once(argparse.Action):
    """Facts, none of which may stand twice: which of the two counts, nobody said."""

    def __call__(
        self, parser: argparse.ArgumentParser, asked: argparse.Namespace, given: Any, *_: Any
    ) -> None:
        names = [name for name, _value in given]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            parser.error(f"a fact is given once: {', '.join(twice)}")
        setattr(asked, self.dest, given)


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
