"""The command line's arguments. Opens no file and runs nothing."""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from pixelseal.cli import (
    batch_arguments,
    practising_arguments,
    process_arguments,
    project_arguments,
    reporting_arguments,
    signing_arguments,
    translating,
    validating_arguments,
)
from pixelseal.cli.answers import escaped, put
from pixelseal.local.build import build
from pixelseal.model import formats
from pixelseal.model.finding import KINDS
from pixelseal.model.recipe.checks import MAX_COORDINATE
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import is_alternate_id
from pixelseal.model.recipe.region import FORMATS
from pixelseal.version import __version__

_CODES = """exit codes:
  0  everything asked was done (verify: all unchanged)
  1  something was refused or withheld; the rest was done
     (verify: an unpaired file, or an invalid certificate or signature)
  2  the command itself was wrong, or what an option names cannot be used; nothing was begun
  3  verify: changed; receive: not as it was packed or sent; log: a line is not as it was written;
     validate --check: not all is accepted; practice: something was missed
  4  verify: not this certificate; receive: a receipt for another package
  5  redact: all was written, and programs still find something in it that nobody decided about
  128 + N  stopped by signal N (Ctrl-C: 130); the current image was finished
  141  the reader of the answers went away"""


TURNS = (90, 180, 270)
_OF_PAGES = formats.named(formats.OF_PAGES).label
_DIGITS = len(str(MAX_COORDINATE))  # int() is given no more of them
_TOO_FAR = f"the numbers of a box are at most {MAX_COORDINATE:,}"


class Parser(argparse.ArgumentParser):
    """Arguments that are echoed to a terminal are escaped, as file names are."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the command, and exit with 2."""
        super().error(escaped(message))

    def print_help(self, file: Any = None) -> None:
        """Print the help; AnswersLost if it cannot be written."""
        put(file or sys.stdout, *self.format_help().splitlines())

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does, but a box that begins with a minus sign is not an option."""
        given = list(sys.argv[1:] if args is None else args)
        for at in range(len(given) - 1, 0, -1):
            if given[at - 1] == "--box" and re.match(r"-[0-9]", given[at]):
                given[at - 1 : at + 1] = [f"--box={given[at]}"]
        return super().parse_known_args(given, namespace)


class _Version(argparse.Action):
    """The version and the build's name, which is computed only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        put(sys.stdout, f"Pixelseal {__version__}", f"Build: {build()}")
        parser.exit()


def parser() -> Parser:
    """The parser of `pixelseal` and `python -m app`."""
    top = Parser(
        prog="pixelseal",
        description="Redacts clinical images on this machine and proves it. Sends nothing.",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--version", action=_Version, nargs=0, help="print the version and the build's name"
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    inspect = commands.add_parser("inspect", help="say what image files are and what they carry")
    inspect.add_argument("images", nargs="+", metavar="IMAGE")
    inspect.add_argument(
        "--structure-only",
        action="store_true",
        help="decode no picture: faster, but damage in a picture's data stays unfound",
    )

    redact = commands.add_parser("redact", help="cover regions and write new, clean files")
    redact.add_argument(
        "images",
        nargs="+",
        metavar="IMAGE",
        help="an image; with --recursive a folder; @FILE for a list of names, one a line, - for "
        "such a list on standard input (a file that is called so: ./@FILE, ./-)",
    )
    redact.add_argument(
        "--recursive",
        action="store_true",
        help="take every file in a folder and below it; hidden ones are left out",
    )
    redact.add_argument(
        "--dry-run",
        action="store_true",
        help="do it all and say what would be made, but write nothing",
    )
    redact.add_argument(
        "--quiet",
        action="store_true",
        help="say only what was not made, and what programs still find; not with --json",
    )
    what = redact.add_mutually_exclusive_group()
    what.add_argument("--recipe", type=place, metavar="R", help="a recipe (JSON)")
    what.add_argument(
        "--box",
        action="append",
        type=box,
        metavar="X,Y,W,H",
        default=[],
        help="cover this box on every page, in pixels of the page as it lies in the end; may be "
        "repeated",
    )
    redact.add_argument(
        "--suggested",
        type=kinds,
        metavar="KIND,…",
        default=(),
        help="also cover what programs find: face, writing, code; no person confirms it, some is "
        "missed, and the certificate says both",
    )
    redact.add_argument(
        "--find-again",
        action="store_true",
        help="let programs look at each finished image, and state what they still find in it; "
        "they cover nothing and miss some (--suggested does so by itself)",
    )
    redact.add_argument(
        "--turn",
        type=int,
        choices=TURNS,
        help="turn every page clockwise by so many degrees; without --recipe, which says it itself",
    )
    redact.add_argument(
        "--mirror",
        action="store_true",
        help="mirror every page left to right, after it was turned; without --recipe",
    )
    redact.add_argument(
        "--out", type=place, required=True, metavar="DIR", help="for the results, to be shared"
    )
    redact.add_argument(
        "--record",
        type=place,
        metavar="DIR",
        help="for private records, neither inside nor around --out; default: OUT-private beside it",
    )
    redact.add_argument(
        "--together",
        action="store_true",
        help=f"write all pages of a file into one {_OF_PAGES}; default: one image per page",
    )
    redact.add_argument("--format", choices=FORMATS, help="of the output; default: as the source")
    redact.add_argument("--quality", type=quality, metavar="1..100|source")
    redact.add_argument("--id", type=alternate_id, help="alternate ID that names the output")
    redact.add_argument(
        "--id-not-derived",
        action="store_true",
        help="state that the ID was assigned or drawn at random, although it looks like the file's "
        "name or hash",
    )
    redact.add_argument(
        "--review", type=place, metavar="V", help="the review of this one image (JSON)"
    )
    redact.add_argument(
        "--policy",
        type=place,
        metavar="P",
        help="an institution's policy (JSON): what it does not allow is refused, and the "
        "certificate names it",
    )
    redact.add_argument("--reviewer", default="", help="who looked; for the private record only")

    suggest = commands.add_parser(
        "suggest",
        help="propose boxes where a face, writing or a code may be; some are missed",
        description="Proposes boxes where a face, writing or a code may be, and covers nothing. "
        "Some are missed: look at every picture yourself.",
    )
    suggest.add_argument("images", nargs="+", metavar="IMAGE")
    suggest.add_argument(
        "--recipe",
        type=place,
        metavar="DIR",
        help="write the boxes there as a project of proposals, which the page opens; private",
    )

    verify = commands.add_parser(
        "verify",
        help="compare images with their certificates",
        description="Compares images with their certificates: a row for each file.",
    )
    verify.add_argument(
        "files", nargs="+", metavar="FILE", help="images, certificates, and folders"
    )
    verify.add_argument(
        "--signers",
        type=place,
        metavar="FILE",
        help="whose keys are known, as ssh-keygen reads them: a name, ssh-ed25519 and a key a "
        "line; without a signature of one of them the exit code is 1",
    )

    sign = signing_arguments.add(commands, place)
    validate = validating_arguments.add(commands, place)
    translate = translating.add(commands, place)
    report = reporting_arguments.add(commands, place)
    process = process_arguments.add(commands, place)
    process += project_arguments.add(commands, place)
    process += batch_arguments.add(commands, place)
    process += [sign, validate, translate, report, practising_arguments.add(commands, place)]
    for command in (inspect, redact, suggest, verify, *process):
        command.add_argument("--json", action="store_true", help="answer in JSON Lines")
    return top


def place(text: str) -> Path:
    """A path; an empty one, as of a variable that is not set, is not the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty")
    return Path(text)


def kinds(text: str) -> tuple[str, ...]:
    """Kinds of what can be found: "face,writing,code" or some of them."""
    named = text.split(",")
    if not all(kind in KINDS for kind in named):
        raise argparse.ArgumentTypeError(f"what can be found is {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in named)


def box(text: str) -> Rectangle:
    """A rectangle of "X,Y,W,H" in whole pixels: W and H at least 1, as far as a recipe's go."""
    if not re.fullmatch(r"-?[0-9]+,-?[0-9]+,[0-9]+,[0-9]+", text):
        raise argparse.ArgumentTypeError("a box is X,Y,W,H in whole pixels")
    if any(len(number.lstrip("-0")) > _DIGITS for number in text.split(",")):
        raise argparse.ArgumentTypeError(_TOO_FAR)
    x, y, width, height = map(int, text.split(","))
    if max(abs(x), abs(y), width, height) > MAX_COORDINATE:
        raise argparse.ArgumentTypeError(_TOO_FAR)
    if width < 1 or height < 1:
        raise argparse.ArgumentTypeError("a box is at least 1 pixel wide and high")
    return Rectangle(x, y, width, height)


def quality(text: str) -> str | int:
    """ "source", or a whole number from 1 to 100."""
    if text == "source":
        return text
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= 100:
        raise argparse.ArgumentTypeError("quality is source, or 1 to 100")
    return int(text)


def alternate_id(text: str) -> str:
    """An alternate ID that a recipe may have."""
    if not is_alternate_id(text):
        raise argparse.ArgumentTypeError(
            "an ID has at most 64 letters, digits, '.', '_' and '-', a letter or digit first, no "
            "'.' last, and is not a Windows device name (CON, NUL, COM1 …)"
        )
    return text
