"""The arguments of `sign`. Opens no file."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any


def add(commands: Any, place: Callable[[str], Path]) -> argparse.ArgumentParser:
    """Add the command to argparse's; its parser, which takes --json. `place` reads a path."""
    sign: argparse.ArgumentParser = commands.add_parser(
        "sign",
        help="sign certificates and other evidence, or make a key for it",
        description="pixelseal sign FILE … --key KEY writes FILE.sig beside each file. "
        "pixelseal sign key --out KEY makes a key, encrypted with a passphrase.",
    )
    sign.add_argument(
        "files", nargs="+", metavar="FILE", help="what is signed; or the word key, with --out"
    )
    made = sign.add_mutually_exclusive_group(required=True)
    made.add_argument("--key", type=place, metavar="KEY", help="the private key to sign with")
    made.add_argument("--out", type=place, metavar="KEY", help="where to write a new private key")
    sign.add_argument(
        "--passphrase-file",
        type=place,
        metavar="FILE",
        help="the first line of this file is the passphrase; default: it is asked for",
    )
    return sign
