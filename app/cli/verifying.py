"""The command `verify`: files and folders in, an answer for each pair and each file that has none.

Holds no more than an image and a certificate at a time. Prints nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.cli import commands, files
from app.cli.answers import Answer
from app.cli.stopping import Stopping
from app.core import engine
from app.model import verdicts
from app.model.pairing import Given, pairs

# What a verdict has, whatever it is: a reader of the JSON finds each key in each answer.
_NO_PAIR: dict[str, Any] = {"line": 0, "wrong": [], "form": 0}


def answers(paths: list[Path], stopping: Stopping) -> Iterator[Answer]:
    """One answer a row; `file` is the path as it was given, or within a folder that was given."""
    given: list[Given] = []
    places: list[Path] = []
    for path in _all_of(paths):
        if stopping.asked:
            yield commands.not_begun(path)
            continue
        try:
            identity = engine.identify(files.read(path))
        except Exception as error:
            yield commands.failure(path, error)
            continue
        places.append(path)
        given.append(Given(path.name, *identity.to_dict().values()))
    for pair in pairs(given):
        first, *others = [place for place in pair if place is not None]
        if stopping.asked:
            yield commands.not_begun(places[first])
            continue
        try:
            yield (
                _compared(places[first], places[others[0]])
                if others
                else _alone(places[first], given[first])
            )
        except Exception as error:
            yield commands.failure(places[first], error)


def _compared(image: Path, certificate: Path) -> Answer:
    found = engine.verify(files.read(image), files.read(certificate)).to_dict()
    about = found.pop("file")
    return _answer(image, found) | {"certificate": str(certificate), "certificate_is_about": about}


def _alone(path: Path, file: Given) -> Answer:
    return _answer(path, {**_NO_PAIR, **verdicts.alone(file.kind, file.name)}) | {
        "certificate": None,
        "certificate_is_about": file.about_file,
    }


def _answer(path: Path, found: dict[str, Any]) -> Answer:
    return {**found, "file": str(path), "sentence": verdicts.detail(found)}


def summed_up(rows: list[Answer]) -> list[str]:
    """How many of each, and what *unchanged* means where it was said."""
    known = [
        row if row["status"] in verdicts.STATUSES else {"status": verdicts.NOT_READ} for row in rows
    ]
    return [verdicts.summary(known), *verdicts.meanings(known)]


def _all_of(paths: list[Path]) -> list[Path]:
    """The files named and those in the folders named, each once; hidden ones are left out."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        for inner in sorted(path.rglob("*")):
            parts = inner.relative_to(path).parts
            if inner.is_file() and not any(part.startswith(".") for part in parts):
                found[inner] = None
    return list(found)
