"""The command `validate`: a set of images in, a validation out, or what one says of a set now.

Each pair is compared as `verify` does it; whatever is neither image nor certificate is named and
left out. Prints nothing.
"""

import argparse
import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pixelseal.cli import commands, keeping, verifying
from pixelseal.cli.answers import Answer
from pixelseal.cli.named import Named
from pixelseal.cli.stopping import Stopping
from pixelseal.core import engine
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import bags, files, logs
from pixelseal.model import sha256_sums
from pixelseal.model.digest import sha256_of
from pixelseal.model.messages import sentence
from pixelseal.model.policy.policy import Policy
from pixelseal.model.process import bag, validated_set, validation, values
from pixelseal.model.process.validated_set import Pair, Standing
from pixelseal.model.process.validation import (
    ACCEPTED,
    SENT_BACK,
    Entry,
    Validation,
    ValidationError,
)
from pixelseal.model.signing import signature
from pixelseal.model.verify import verdicts
from pixelseal.model.verify.pairing import Given, pairs

ALL = "all"
_SAID = {validated_set.CHANGED: "validation-changed-since"}  # the other key is that of an error
NOT_ACCEPTED = "not-accepted"
_BYTES = 4 * validation.MAX_TEXT  # a character has at most four
_AMONG_OTHERS = "__MACOSX"  # what macOS adds to a ZIP


def opened(path: Path) -> Validation:
    """The validation in a file. SourceRefused as `files.read`; ValidationError as its `parse`."""
    try:
        text = files.read(path, _BYTES).decode("utf-8")
    except UnicodeError:
        raise ValidationError("validation-not-one") from None
    return validation.parse(text)


def require(asked: argparse.Namespace, policy: Policy | None) -> None:
    """PixelsealError for what is known to be wrong before anything of the set is read.

    ValidationError: validation-wrong, validation-own, validation-among-images. LogError as
    `logs.read`; as `bags.require_new`.
    """
    key = validation.wrong(asked.who, asked.role, logs.now(), asked.own)
    if key is not None:
        raise ValidationError("validation-wrong", key=key)
    if asked.own and policy is not None and policy.second_person:
        raise ValidationError("validation-own", policy=policy.name)
    if asked.set.resolve() in asked.out.resolve().parents:
        raise ValidationError("validation-among-images")
    bags.require_new(asked.out)
    if asked.log is not None and asked.log.exists():
        logs.read(asked.log)


class Looked:
    """What lies in a set: `pairs` that are unchanged, each with the files that it is.

    `broken` are the names, as their certificates state them, of images that are not; `rows` the
    answers for all that is no unchanged pair, with the name or "".
    """

    def __init__(self, given: Path, stopping: Stopping) -> None:
        """Read all of it. BagError: docs/package.md, 3.1; SourceRefused as `files.read`."""
        self.pairs: dict[Pair, tuple[str, str]] = {}
        self.broken: list[str] = []
        self.rows: list[tuple[str, Answer]] = []
        self._stopping = stopping
        with _files(given) as found:
            self._look(found)

    def _look(self, found: "dict[str, Callable[[], bytes]]") -> None:
        given: list[Given] = []
        places: list[str] = []
        for text, read in found.items():
            if self._stopping.asked:
                return
            name = text.rpartition("/")[2]
            if name in bag.TAGS or name.endswith(signature.ENDING):
                continue
            try:
                data = read()
                identity = engine.identify(data)
            except Exception as error:
                self.rows.append(("", commands.failure(Path(text), error) | {"file": text}))
                continue
            if identity.kind == verdicts.OTHER and sha256_sums.is_named_so(name):
                continue
            places.append(text)
            given.append(Given(name, *identity.to_dict().values()))
        for pair in pairs(given):
            if self._stopping.asked:
                return
            here = [None if place is None else places[place] for place in pair]
            first = pair[0] if pair[0] is not None else pair[1]
            assert first is not None  # for the type checker: there is one of the two
            try:
                self._pair(here, given[first], found)
            except Exception as error:
                text = places[first]
                self.rows.append(("", commands.failure(Path(text), error) | {"file": text}))

    def _pair(
        self, here: list[str | None], first: Given, found: "dict[str, Callable[[], bytes]]"
    ) -> None:
        image, certificate = here
        if image is None or certificate is None:
            told = {**verifying.NO_PAIR, **verdicts.alone(first.kind, first.name)}
            self.rows.append((first.about_file, _row(image or certificate or "", None, told, "")))
            return
        pictured, certified = found[image](), found[certificate]()
        verdict = engine.verify(pictured, certified).to_dict()
        name = verdict.pop("file")
        if verdict["status"] != verdicts.UNCHANGED:
            self.broken.append(name)
            self.rows.append((name, _row(image, certificate, verdict, name)))
            return
        if not values.is_image(name):
            raise ValidationError("validation-name")
        made = Pair(name, sha256_of(pictured), sha256_of(certified))
        self.pairs.setdefault(made, (image, certificate))


def _row(file: str, certificate: str | None, verdict: dict[str, Any], about: str) -> Answer:
    """The answer of `verify` for what cannot be decided about."""
    told = {"signature": None, **verdict, "file": file, "certificate": certificate}
    return told | {"certificate_is_about": about, "sentence": verdicts.detail(verdict)}


@contextlib.contextmanager
def _files(given: Path) -> Iterator["dict[str, Callable[[], bytes]]"]:
    """Path -> what reads it, for each file of a folder or a ZIP that is not hidden."""
    if given.is_dir():
        yield {
            str(path): partial(_read, path, found.error)
            for path, found in Named([str(given)]).found.items()
        }
        return
    with bags.opened(given) as source:
        yield {
            f"{given}/{path}": partial(_unpacked, source, path)
            for path in source.paths
            if not any(part.startswith(".") or part == _AMONG_OTHERS for part in path.split("/"))
        }


def _read(path: Path, unlisted: PixelsealError | None) -> bytes:
    if unlisted is not None:
        raise unlisted
    return files.read(path)


def _unpacked(source: bags.Source, path: str) -> bytes:
    return b"".join(source.pieces(path))


def answers(asked: argparse.Namespace, stopping: Stopping) -> Iterator[Answer]:
    """One for each image, then one for the validation, which is written or nothing."""
    looked = Looked(asked.set, stopping)
    if stopping.asked:
        yield commands.not_begun(asked.set)
        return
    sent_back, accept = dict(asked.send_back), set(asked.accept)
    of = validated_set.of_set(list(looked.pairs))
    entries = []
    refused = 0
    for pair in validated_set.in_order(list(looked.pairs)):
        decision, note = validated_set.UNDECIDED, sent_back.pop(pair.image, None)
        if note is not None:
            decision = SENT_BACK
        elif ALL in accept or pair.image in accept:
            decision = ACCEPTED
        accept.discard(pair.image)
        if decision != validated_set.UNDECIDED:
            entries.append(Entry(pair.image, pair.sha256, pair.certificate, decision, note))
        yield _told(Standing(pair.image, decision, None), looked.pairs[pair], note)
    for _name, row in looked.rows:
        yield row
    for name in sorted(accept - {ALL} | set(sent_back)):
        refused += 1
        yield commands.failure(Path(name), ValidationError("validation-not-here", name=name))
    if refused or not looked.pairs:
        code = "validation-refused" if refused else "validation-empty"
        yield commands.failure(asked.out, ValidationError(code, count=refused))
        return
    made = Validation(asked.who, asked.role, logs.now(), asked.own, of, tuple(entries))
    data = made.to_json().encode()
    with stopping.finishing():
        files.write_private(asked.out, data)
    counts = _counts(made)
    said = [sentence("validation-written", {"path": str(asked.out), **counts})]
    said += [sentence("validation-is-own", {})] if made.own else []
    yield {
        "file": str(asked.out),
        "status": "ok",
        "own": made.own,
        **counts,
        "validation": sha256_of(data),
        "sentence": " ".join(said),
    }
    if asked.log is not None:
        yield from _logged(asked.log, made, sha256_of(data))


def _logged(log: Path, made: Validation, sha256: str) -> Iterator[Answer]:
    facts = {"who": made.who, "validation": sha256}
    facts |= {decision: str(made.count(decision)) for decision in validation.DECISIONS}
    yield keeping.tried(log, "validated", facts)
    for entry in made.entries:
        if entry.decision == SENT_BACK:
            yield keeping.tried(log, "sent-back", {"who": made.who, "image": entry.image})


def checked(
    asked: argparse.Namespace, policy: Policy | None, stopping: Stopping
) -> Iterator[Answer]:
    """What a validation says of each image of a set now, and what of all."""
    read = opened(asked.check)
    looked = Looked(asked.set, stopping)
    if stopping.asked:
        yield commands.not_begun(asked.set)
        return
    found = validated_set.standings(read, list(looked.pairs), looked.broken)
    where = {pair.image: places for pair, places in looked.pairs.items()}
    for row in found:
        note = None if row.entry is None else row.entry.note
        yield _told(row, where.get(row.image, (row.image, None)), note)
    named = {row.image for row in found}
    left = [row for name, row in looked.rows if name not in named]
    yield from left
    counts = dict.fromkeys(validated_set.STANDINGS, 0)
    for row in found:
        counts[row.status] += 1
    refused = policy is not None and policy.second_person and read.own
    said = [
        sentence("validation-by", {"who": read.who, "role": read.role, "at": read.at}),
        sentence("validation-counts", {_key(status): count for status, count in counts.items()}),
    ]
    if read.own:
        said.append(sentence("validation-counts-nothing" if refused else "validation-is-own", {}))
    whole = bool(found) and not left and counts[ACCEPTED] == len(found) and not refused
    yield {
        "file": str(asked.check),
        "status": "ok" if whole else NOT_ACCEPTED,
        "who": read.who,
        "role": read.role,
        "at": read.at,
        "own": read.own,
        **{_key(status): count for status, count in counts.items()},
        "sentence": " ".join(said),
    }


def _counts(made: Validation) -> dict[str, int]:
    counts = {_key(decision): made.count(decision) for decision in validation.DECISIONS}
    return counts | {"undecided": made.of.images - len(made.entries)}


def _key(status: str) -> str:
    return status.replace("-", "_")


def _told(row: Standing, files_of: tuple[str, str | None], note: str | None) -> Answer:
    """The answer for an image, with the files that it is."""
    said = sentence(_SAID.get(row.status, f"validation-{row.status}"), {})
    if note is not None:
        said = sentence("validation-noted", {"said": said, "note": note})
    return {
        "file": files_of[0],
        "certificate": files_of[1],
        "status": row.status,
        "image": row.image,
        "note": note,
        "sentence": said,
    }
