"""The command `translate`: a certificate in another language, beside it. Prints nothing.

Only the English counts: what is no certificate that Pixelseal could have written is not translated.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixelseal.cli.answers import Answer
from pixelseal.core.evidence import certificate
from pixelseal.local import files
from pixelseal.model.messages import sentence
from pixelseal.model.verify import translation
from pixelseal.version import __version__


def add(subcommands: Any, place: Callable[[str], Path]) -> argparse.ArgumentParser:
    """Add the command to argparse's; its parser, which takes --json. `place` reads a path."""
    parser: argparse.ArgumentParser = subcommands.add_parser(
        "translate",
        help="write a certificate in another language, as a file that says that it is one",
        description="Translates a certificate. Only its English text counts.",
    )
    parser.add_argument("certificate", type=place, metavar="CERTIFICATE")
    parser.add_argument("--language", choices=translation.LANGUAGES, required=True)
    parser.add_argument("--out", type=place, required=True, metavar="FILE")
    return parser


def answer(asked: argparse.Namespace) -> Answer:
    """What was written. SourceRefused as `files.read`; certificate-altered; EngineFault."""
    path: Path = asked.certificate
    data = files.read(path, translation.MAX_TEXT)
    certificate.parse(data)
    text = translation.as_text(path.name, data.decode("ascii"), asked.language, __version__)
    files.write_new(asked.out, text.encode())
    told = sentence("certificate-translated", {"path": str(asked.out)})
    return {"file": str(path), "status": "ok", "output": str(asked.out), "sentence": told}
