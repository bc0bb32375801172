"""The command `verify`: files, folders and ZIPs in, an answer for each pair and each other file.

A log, a receipt and a validation are told by themselves, a package as `receive` does it. Holds no
more than an image and a certificate at a time. Prints nothing.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pixelseal.cli import commands, receiving
from pixelseal.cli.answers import Answer
from pixelseal.cli.named import Named
from pixelseal.cli.signatures import Beside
from pixelseal.cli.stopping import Stopping
from pixelseal.core import engine
from pixelseal.local.bags import Arrived
from pixelseal.model import sha256_sums
from pixelseal.model.messages import sentence
from pixelseal.model.process import log, receipt, validation
from pixelseal.model.process.log import LogError
from pixelseal.model.process.receipt import ReceiptError
from pixelseal.model.process.validation import ValidationError
from pixelseal.model.signing.signature import ENDING
from pixelseal.model.verify import sums, verdicts
from pixelseal.model.verify.pairing import Given, pairs

LOG, RECEIPT, VALIDATION = "log", "receipt", "validation"
EVIDENCE = (LOG, RECEIPT, VALIDATION)

# The keys of every verdict, so that each answer has all of them.
NO_PAIR: dict[str, Any] = {"line": 0, "wrong": [], "form": 0, "policy": None}
_NO_CERTIFICATE: dict[str, Any] = {"certificate": None, "certificate_is_about": ""}


def answers(named: list[str], stopping: Stopping, beside: Beside) -> Iterator[Answer]:
    """One answer per row; paths in it are as given, within a folder or ZIP as that was given."""
    with contextlib.ExitStack() as held:
        files_named = Named(named, held)
        beside.read = files_named.read
        for answer in _rows(files_named, stopping, beside):
            for key in ("file", "certificate"):
                found = files_named.found.get(Path(answer.get(key) or "-"))
                if answer.get(key) is not None and found is not None:
                    answer[key] = found.text
            yield answer
    for package in files_named.packages:
        if stopping.asked:
            yield commands.not_begun(Path(package))
            continue
        try:
            yield from receiving.told(package, Arrived(Path(package)))
        except Exception as error:
            yield commands.failure(Path(package), error)


def _rows(named: Named, stopping: Stopping, beside: Beside) -> Iterator[Answer]:
    given: list[Given] = []
    evidence: set[Path] = set()
    signatures: list[Path] = []
    places: list[Path] = []
    lists: list[tuple[Path, dict[str, str]]] = []
    for path, found in named.found.items():
        if stopping.asked:
            yield commands.not_begun(path)
            continue
        try:
            if found.error is not None:
                raise found.error
            if path.name.endswith(ENDING):
                signatures.append(path)
                continue
            data = named.read(path)
            listed = _listed(path, data)
            if listed is not None:
                lists.append((path, listed))
                continue
            identity = engine.identify(data)
            told = _evidence(path, data) if identity.kind == verdicts.OTHER else None
            if told is not None:
                evidence.add(path)
                yield told | {"signature": beside.of(path, data)}
                continue
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
                _compared(places[first], places[others[0]], named, beside)
                if others
                else _alone(places[first], given[first], named, beside)
            )
        except Exception as error:
            yield commands.failure(places[first], error)
    digests = [(file.name, file.sha256) for file in given]
    for path, listed in lists:
        found_sums = sums.verdict(listed, digests)
        verdict = {**NO_PAIR, "status": found_sums["status"]}
        yield _answer(path, verdict, found_sums) | _NO_CERTIFICATE
    signed = evidence | {
        place
        for place, file in zip(places, given, strict=True)
        if file.kind == verdicts.CERTIFICATE
    }
    for path in signatures:
        if path.with_name(path.name.removesuffix(ENDING)) not in signed:
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


def _compared(image: Path, certificate: Path, named: Named, beside: Beside) -> Answer:
    text = named.read(certificate)
    found = engine.verify(named.read(image), text).to_dict()
    about = found.pop("file")
    found["signature"] = beside.of(certificate, text)
    return _answer(image, found) | {"certificate": str(certificate), "certificate_is_about": about}


def _alone(path: Path, file: Given, named: Named, beside: Beside) -> Answer:
    found = {**NO_PAIR, **verdicts.alone(file.kind, file.name)}
    if file.kind == verdicts.CERTIFICATE:
        found["signature"] = beside.of(path, named.read(path))
    return _answer(path, found) | _NO_CERTIFICATE | {"certificate_is_about": file.about_file}


def _answer(path: Path, found: dict[str, Any], about: dict[str, Any] | None = None) -> Answer:
    """An answer with the sentence on `found`, or on what is known beyond it."""
    told = {"file": str(path), "sentence": verdicts.detail(about or found)}
    return {"signature": None, **found, **told}


def _evidence(path: Path, untrusted: bytes) -> Answer | None:
    """What a log, a receipt or a validation says of itself; None for any other file.

    LogError, ReceiptError, ValidationError for one that is not as it was written.
    """
    try:
        text = untrusted.decode("utf-8")
    except UnicodeError:
        text = ""
    told = {"file": str(path), **NO_PAIR, **_NO_CERTIFICATE}
    try:
        received = receipt.parse(text)
        by: dict[str, int | str] = {"who": received.who, "at": received.at}
        said = [sentence("receipt-by", by), sentence("receipt-of", {"manifest": received.manifest})]
        return told | {"status": RECEIPT, "sentence": " ".join(said)}
    except ReceiptError as error:
        if error.code != "receipt-not-one":
            raise
    try:
        made = validation.parse(text)
        by = {"who": made.who, "role": made.role, "at": made.at}
        return told | {"status": VALIDATION, "sentence": sentence("validation-by", by)}
    except ValidationError as error:
        if error.code != "validation-not-one":
            raise
    # Last: a receipt begins as a log does.
    try:
        lines = log.checked(log.decoded(untrusted))
        whole: dict[str, int | str] = {"count": len(lines), "head": lines[-1].head}
        return told | {"status": LOG, "sentence": sentence("log-whole", whole)}
    except LogError as error:
        if error.code != "log-not-a-log" and untrusted:
            raise
    return None


def summed_up(rows: list[Answer], beside: Beside) -> list[str]:
    """How many of each, and the meaning of *unchanged* and of signatures if there were any."""
    known = [
        row if row["status"] in verdicts.STATUSES else {"status": verdicts.NOT_READ}
        for row in rows
        if row["status"] not in EVIDENCE and "manifest" not in row and "path" not in row
    ]
    said = [verdicts.summary(known), *verdicts.meanings(known)] if known or not rows else []
    return [*said, *beside.told(rows)]
