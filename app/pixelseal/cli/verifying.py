"""The command `verify`: files and folders in, an answer for each pair and each unpaired file.

Holds no more than an image and a certificate at a time. Prints nothing.
"""

import errno
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pixelseal.cli import commands
from pixelseal.cli.answers import Answer
from pixelseal.cli.signatures import Beside
from pixelseal.cli.stopping import Stopping
from pixelseal.core import engine
from pixelseal.local import files
from pixelseal.model import sha256_sums
from pixelseal.model.signing.signature import ENDING
from pixelseal.model.verify import sums, verdicts
from pixelseal.model.verify.pairing import Given, pairs

# The keys of every verdict, so that each answer has all of them.
NO_PAIR: dict[str, Any] = {"line": 0, "wrong": [], "form": 0, "policy": None}
_NO_CERTIFICATE: dict[str, Any] = {"certificate": None, "certificate_is_about": ""}


def answers(named: list[str], stopping: Stopping, beside: Beside) -> Iterator[Answer]:
    """One answer per row; paths in it are as given, within a folder as that was given."""
    found = _all_of(named)
    for answer in _rows({path: row.error for path, row in found.items()}, stopping, beside):
        for key in ("file", "certificate"):
            if answer.get(key) is not None:
                answer[key] = found[Path(answer[key])].text
        yield answer


def _rows(
    found: dict[Path, OSError | None], stopping: Stopping, beside: Beside
) -> Iterator[Answer]:
    given: list[Given] = []
    signatures: list[Path] = []
    places: list[Path] = []
    lists: list[tuple[Path, dict[str, str]]] = []
    for path, unlisted in found.items():
        if stopping.asked:
            yield commands.not_begun(path)
            continue
        try:
            if unlisted:
                raise files.unread(unlisted)
            if path.name.endswith(ENDING):
                signatures.append(path)
                continue
            data = files.read(path)
            listed = _listed(path, data)
            if listed is not None:
                lists.append((path, listed))
                continue
            identity = engine.identify(data)
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
                _compared(places[first], places[others[0]], beside)
                if others
                else _alone(places[first], given[first], beside)
            )
        except Exception as error:
            yield commands.failure(places[first], error)
    digests = [(file.name, file.sha256) for file in given]
    for path, listed in lists:
        found_sums = sums.verdict(listed, digests)
        told = _answer(path, {**NO_PAIR, "status": found_sums["status"]}, found_sums)
        yield told | _NO_CERTIFICATE
    certificates = {
        place
        for place, file in zip(places, given, strict=True)
        if file.kind == verdicts.CERTIFICATE
    }
    for path in signatures:
        if path.with_name(path.name.removesuffix(ENDING)) not in certificates:
            yield (
                _answer(path, {**NO_PAIR, "status": verdicts.SIGNATURE})
                | _NO_CERTIFICATE
                | {"signature": beside.alone(path)}
            )


def _listed(path: Path, untrusted: bytes) -> dict[str, str] | None:
    """The list of checksums that a file is; None for any other file."""
    if not sha256_sums.is_named_so(path.name) or len(untrusted) > sha256_sums.MAX_BYTES:
        return None
    return sha256_sums.read(untrusted.decode("utf-8", "replace"))


def _compared(image: Path, certificate: Path, beside: Beside) -> Answer:
    text = files.read(certificate)
    found = engine.verify(files.read(image), text).to_dict()
    about = found.pop("file")
    found["signature"] = beside.of(certificate, text)
    return _answer(image, found) | {"certificate": str(certificate), "certificate_is_about": about}


def _alone(path: Path, file: Given, beside: Beside) -> Answer:
    found = {**NO_PAIR, **verdicts.alone(file.kind, file.name)}
    if file.kind == verdicts.CERTIFICATE:
        found["signature"] = beside.of(path, files.read(path))
    return _answer(path, found) | _NO_CERTIFICATE | {"certificate_is_about": file.about_file}


def _answer(path: Path, found: dict[str, Any], about: dict[str, Any] | None = None) -> Answer:
    """An answer with the sentence on `found`, or on what is known beyond it."""
    told = {"file": str(path), "sentence": verdicts.detail(about or found)}
    return {"signature": None, **found, **told}


def listed(named: list[str]) -> Iterator[tuple[Path, OSError | None]]:
    """The files that `answers` would compare, and why a folder among them cannot be listed."""
    return ((path, row.error) for path, row in _all_of(named).items())


def summed_up(rows: list[Answer], beside: Beside) -> list[str]:
    """How many of each, and the meaning of *unchanged* and of signatures if there were any."""
    known = [
        row if row["status"] in verdicts.STATUSES else {"status": verdicts.NOT_READ} for row in rows
    ]
    return [verdicts.summary(known), *verdicts.meanings(known), *beside.told(rows)]


class _Found(NamedTuple):
    """A file as it was named, or a folder and why it cannot be listed."""

    text: str
    error: OSError | None = None


def _all_of(named: list[str]) -> dict[Path, _Found]:
    """The named files and those in the named folders, including linked ones, each once.

    Hidden files are left out. A folder that cannot be listed is returned with its error: its files
    are not compared, and "all unchanged" would be misleading.
    """
    found: dict[Path, _Found] = {}
    for text in named:
        # A Path of no name is the current folder, which nobody meant.
        if not text or not Path(text).is_dir():
            missing = None if text else FileNotFoundError(errno.ENOENT, "no name")
            found[Path(text)] = _Found(text, missing)
            continue
        inside, entered = dict[Path, _Found](), set[str]()
        for folder, folders, names in os.walk(text, True, partial(_unlisted, inside), True):
            inner = os.path.realpath(folder)
            if inner in entered:  # a cyclic link
                folders.clear()
                continue
            entered.add(inner)
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in names:
                if not name.startswith("."):
                    path = os.path.join(folder, name)  # noqa: PTH118 - a Path leaves out "./"
                    inside[Path(path)] = _Found(path)
        found |= {inner: inside[inner] for inner in sorted(inside)}
    return found


def _unlisted(found: dict[Path, _Found], error: OSError) -> None:
    found[Path(error.filename)] = _Found(str(error.filename), error)
