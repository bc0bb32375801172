"""The arguments of `batch`. Opens no file and runs nothing."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixelseal.local.batches import Shard

_WORKERS_MOST = 1024
_SHARDS_MOST = 1_000_000

_ABOUT = """Makes the images of a whole folder, however many, and goes on where it was stopped.

  plan    draws a random name for each image once, and writes all that is to be done to JOB
  run     makes what is not made yet; run it again after whatever stopped it
  status  counts what is done
  report  counts all, compares every file with what was written, writes the link table

Nobody looks at the pictures: every certificate says so, unless a review comes with the image. JOB
and the private folder hold the names of the sources; what is printed here never does."""


def add(commands: Any, place: Callable[[str], Path]) -> list[argparse.ArgumentParser]:
    """Add the command to argparse's; the parsers that take --json. `place` reads a path."""
    parser = commands.add_parser(
        "batch",
        help="make the images of a whole folder, in several processes, and go on after a stop",
        description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    plan = acts.add_parser(
        "plan",
        help="read each source once, and write what is to be done",
        description="Reads each file in SRC and below it once, and writes a plan: one line for "
        "each image, with the random name that it will have. Hidden files are left out.",
    )
    plan.add_argument("source", type=place, metavar="SRC", help="the folder of the originals")
    plan.add_argument(
        "--recipe", type=place, metavar="R", help="what is done to all of them (JSON)"
    )
    plan.add_argument(
        "--recipes",
        type=place,
        metavar="FOLDER",
        help="what is done to each: PATH.recipe.json, and PATH.review.json if it was looked at, "
        "where PATH is that of the image from SRC, with or without .jpg; an image without one is "
        "not made",
    )
    plan.add_argument(
        "--project",
        type=place,
        metavar="P.json",
        help="what is done to each, as a project of the page says; an image without marks or "
        "complete answers in it is not made",
    )
    plan.add_argument(
        "--ids",
        type=place,
        metavar="T.csv",
        help="alternate IDs: a row with the path from SRC, or the name, and the ID; others keep "
        "their random name",
    )
    plan.add_argument(
        "--id-not-derived",
        action="store_true",
        help="state that all these IDs were assigned or drawn at random, also those that look like "
        "a name or hash",
    )
    plan.add_argument(
        "--policy", type=place, metavar="P", help="an institution's policy (JSON), which is obeyed"
    )
    plan.add_argument(
        "--job",
        type=place,
        required=True,
        metavar="JOB",
        help="a new folder for the plan, outside of SRC and of the results; private",
    )
    run = acts.add_parser(
        "run",
        help="make what is not made yet",
        description="Makes what has no row yet. Several runs of one job may go at once, on one "
        "machine or many that see the same folders.",
    )
    run.add_argument("job", type=place, metavar="JOB")
    run.add_argument(
        "--out",
        type=place,
        required=True,
        metavar="DIR",
        help="for images and certificates, to be shared; new or empty at the first run",
    )
    run.add_argument(
        "--private",
        "--record",
        dest="private",
        type=place,
        required=True,
        metavar="DIR",
        help="for private records and rows, neither inside nor around --out",
    )
    run.add_argument(
        "--workers",
        type=workers,
        default=1,
        metavar="N",
        help="how many processes work (1); each needs the memory of its largest image",
    )
    run.add_argument(
        "--shard",
        type=shard,
        default=Shard(),
        metavar="I/N",
        help="only every N-th image, from the I-th: one part of N, for as many machines",
    )
    status = acts.add_parser("status", help="count what is done, from its rows alone")
    status.add_argument("job", type=place, metavar="JOB")
    report = acts.add_parser(
        "report",
        help="count all, compare every file with what was written, write the link table",
        description="Counts what became of each image of the plan, computes the hash of every "
        "file again, and writes the link table to the private folder.",
    )
    report.add_argument("job", type=place, metavar="JOB")
    report.add_argument(
        "--summary",
        type=place,
        metavar="FILE.json",
        help="also write the counts to this new file, which can be shared",
    )
    return [plan, run, status, report]


def workers(text: str) -> int:
    """A number of processes."""
    if not re.fullmatch("[0-9]{1,4}", text) or not 1 <= int(text) <= _WORKERS_MOST:
        raise argparse.ArgumentTypeError(f"workers are 1 to {_WORKERS_MOST}")
    return int(text)


def shard(text: str) -> Shard:
    """One part of several: "2/8"."""
    if re.fullmatch("[0-9]{1,7}/[0-9]{1,7}", text):
        number, of = map(int, text.split("/"))
        if 1 <= number <= of <= _SHARDS_MOST:
            return Shard(number, of)
    raise argparse.ArgumentTypeError("a shard is I/N, with I from 1 to N")
