"""Entry of the command line: runs a command over its files and says how it went. Writes no image.

One bad file never stops the others. Exit codes stand in `arguments.py` and in --help.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cli import arguments, codecs, commands
from app.cli.commands import Answer
from app.core.errors import PixelsealError

_STATUS_CODES = {"ok": 0, "unchanged": 0, "changed": 3, "not-this-certificate": 4}
_REFUSED = 1
_USAGE = 2
_VERDICTS = {
    "unchanged": "unchanged: this is exactly the file that the certificate is about.",
    "changed": "CHANGED: this is not exactly the file that the certificate is about.",
    "not-this-certificate": "NOT THIS CERTIFICATE: it is about another image.",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (argparse itself exits with 2 on wrong usage)."""
    codecs.register()
    parser = arguments.parser()
    asked = parser.parse_args(argv)
    if asked.command == "verify":
        [answer] = _try(asked.image, lambda path: [commands.verify(path, asked.certificate)])
        _show(asked, [answer])
        return _STATUS_CODES.get(answer["status"], _REFUSED)
    if asked.command == "inspect":
        answers = _each(asked, lambda path: [commands.inspect(path)])
    else:
        try:
            recipe = commands.recipe_from(asked)
        except PixelsealError as error:
            return _wrong(asked.recipe, error)
        try:
            review = commands.review_from(asked)
        except PixelsealError as error:
            return _wrong(asked.review, error)
        if recipe.alternate_id is not None and len(asked.images) > 1:
            parser.error("one alternate ID cannot name several images")
        if asked.review is not None and len(asked.images) > 1:
            parser.error("a review is about one image")
        if asked.together and recipe.output.format not in ("same", "tiff"):
            parser.error("several pages together are a TIFF")
        answers = _each(asked, lambda path: commands.redact(path, recipe, review, asked))
    return 0 if all(answer["status"] == "ok" for answer in answers) else _REFUSED


def _wrong(path: Path, error: PixelsealError) -> int:
    print(f"{path}: {error.sentence} [{error.code}]", file=sys.stderr)
    return _USAGE


def _each(asked: argparse.Namespace, command: Callable[[Path], list[Answer]]) -> list[Answer]:
    answers = []
    for path in asked.images:
        found = _try(path, command)
        answers += found
        if not asked.json:
            for answer in found:
                _print(answer)
    if asked.json:
        _show(asked, answers)
    return answers


def _try(path: Path, command: Callable[[Path], list[Answer]]) -> list[Answer]:
    try:
        return command(path)
    except PixelsealError as error:
        return [commands.refusal(path, error)]
    except MemoryError:
        return [commands.refusal(path, PixelsealError("out-of-memory"))]


def _show(asked: argparse.Namespace, answers: list[Answer]) -> None:
    if asked.json:
        shown = answers[0] if asked.command == "verify" else answers
        print(json.dumps(shown, indent=2, sort_keys=True))
    else:
        for answer in answers:
            _print(answer)


def _print(answer: Answer) -> None:
    """One file's answer for a person; what was refused goes to standard error."""
    file, status = answer["file"], answer["status"]
    if "page" in answer:
        file += f", page {answer['page']} of {answer['pages']}"
    if status in ("refused", "withheld"):
        print(f"{file}: {answer['sentence']} [{answer['code']}]", file=sys.stderr)
        for check in answer.get("report", {}).get("checks", []):
            if not check["passed"]:
                print(f"  {check['id']}: {check['sentence']}", file=sys.stderr)
    elif status in _VERDICTS:
        print(f"{file}: {_VERDICTS[status]}")
    elif "output" in answer:
        print(f"{file}: written to {answer['output']}")
        print(f"  certificate {answer['certificate']}")
        print(f"  private record {answer['record']}")
    else:
        size = f"{answer['width']} x {answer['height']} pixels"
        print(f"{file}: {answer['format'].upper()}, {size}, {answer['pages']} page(s)")
        for row in answer["findings"]:
            letter = f" ({row['identifier']})" if row["identifier"] else ""
            value = f": {row['value']}" if row["value"] else ""
            print(f"  {row['where']}: {row['sentence']}{letter}{value}")
