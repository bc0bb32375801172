"""The command `pack`: images with their certificates in, one package out, or none.

Each pair is compared as `verify` does it; whatever is neither is refused. Prints nothing.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pixelseal.cli import commands, keeping
from pixelseal.cli.answers import Answer
from pixelseal.cli.named import Named
from pixelseal.cli.stopping import Stopping
from pixelseal.core import engine
from pixelseal.local import bags, earlier, files, logs, places
from pixelseal.local.bags import Content
from pixelseal.model import sha256_sums
from pixelseal.model.digest import sha256_of
from pixelseal.model.messages import sentence
from pixelseal.model.policy.policy import Policy
from pixelseal.model.process import bag, transfer, validated_set, validation
from pixelseal.model.process.bag import BagError, Packed
from pixelseal.model.process.validated_set import Pair
from pixelseal.model.process.validation import Validation
from pixelseal.model.signing import signature
from pixelseal.model.verify import verdicts
from pixelseal.model.verify.pairing import Given, pairs
from pixelseal.version import __version__

_OURS = re.compile(rb'"pixelseal"\s*:\s*"')  # record, project, review, receipt …: all private here
_CERTIFICATE = ".certificate.txt"
_IMAGES = bag.PAYLOAD + "images/"


class Packing:
    """One `pack` command; `answers` is gone through once."""

    def __init__(
        self,
        asked: argparse.Namespace,
        policy: Policy | None,
        accepted: Validation | None,
        stopping: Stopping,
    ) -> None:
        """PixelsealError: what is known to be wrong before anything is read.

        BagError: pack-needs-validation, pack-validated-own. TransferError; LogError as
        `logs.read`; as `bags.require_new`.
        """
        self._asked = asked
        self._stopping = stopping
        if policy is not None and policy.second_person:
            if accepted is None:
                raise BagError("pack-needs-validation", policy=policy.name)
            if accepted.own:
                raise BagError("pack-validated-own", policy=policy.name)
        self._accepted = None if accepted is None else {row.image: row for row in accepted.entries}
        bags.require_new(asked.out)
        head = None
        if asked.log is not None:
            with commands.about(asked.log):
                places.require_unshared(asked.log, asked.folder)
                head = logs.read(asked.log)[-1].head if asked.log.exists() else None
        texts = {name: getattr(asked, name) for name in ("to", "method", "purpose", "who")}
        wrong = transfer.wrong(texts | {"at": logs.now(), "head": head})
        with commands.about(f"--{wrong}"):
            self._record = transfer.of_object(texts | {"at": logs.now(), "head": head})
        self._contents: dict[str, Content] = {}
        self._signatures: set[Path] = set()
        self._refused: set[str] = set()  # what the names of files begin with that were refused

    def answers(self) -> Iterator[Answer]:
        """One for each file that is taken or refused, then one for the package."""
        refused = 0
        for answer in self._looked_at():
            refused += answer["status"] != "ok"
            yield answer
        if self._stopping.asked:
            yield commands.not_begun(self._asked.out)
            return
        try:
            if refused:
                raise BagError("pack-refused", count=refused)
            if not self._contents:
                raise BagError("pack-empty")
            yield from self._written()
        except Exception as error:
            yield commands.failure(self._asked.out, error)

    def _looked_at(self) -> Iterator[Answer]:
        given: list[Given] = []
        places: list[Path] = []
        for path, found in Named([str(self._asked.folder)]).found.items():
            if self._stopping.asked:
                yield commands.not_begun(path)
                return
            try:
                if found.error is not None:
                    raise found.error
                if path.name.endswith(signature.ENDING):
                    self._signatures.add(path)
                    continue
                data = files.read(path)
                if sha256_sums.is_named_so(path.name):
                    continue  # the manifest takes its place
                identity = engine.identify(data)
                if identity.kind == verdicts.OTHER:
                    raise BagError("pack-private" if _is_private(path, data) else "pack-other")
            except Exception as error:
                self._refused.add(_stem(path.name))
                yield commands.failure(path, error)
                continue
            places.append(path)
            given.append(Given(path.name, *identity.to_dict().values()))
        for image, certificate in _by_hash_or_name(given):
            if self._stopping.asked:
                return
            row = [None if place is None else places[place] for place in (image, certificate)]
            try:
                if certificate is not None and image is None:
                    self._require_beside(given[certificate].about_file, "pack-no-image")
                elif image is not None and certificate is None:
                    self._require_beside(given[image].name, "pack-no-certificate")
                yield self._taken(*row)
            except Exception as error:
                named = [path for path in row if path is not None]
                yield commands.failure(named[0], error)
        there = set(places)
        for path in sorted(self._signatures):  # of no certificate that was taken
            of = path.with_name(path.name.removesuffix(signature.ENDING))
            left = of in there or _stem(of.name) in self._refused
            yield commands.failure(path, BagError("pack-left" if left else "pack-signature-alone"))

    def _require_beside(self, name: str, code: str) -> None:
        """BagError for a file without its other half: pack-left, where that was refused; `code`."""
        raise BagError("pack-left" if _stem(name) in self._refused else code)

    def _taken(self, image: Path | None, certificate: Path | None) -> Answer:
        """Take an image with its certificate; BagError if they are no pair that is unchanged."""
        assert image is not None and certificate is not None  # for the type checker
        pictured, certified = files.read(image), files.read(certificate)
        found = engine.verify(pictured, certified)
        if found.status != verdicts.UNCHANGED:
            raise BagError("pack-changed-since", verdict=verdicts.title(found.to_dict()))
        if found.file != image.name:
            raise BagError("pack-renamed")  # whose name it has now, nobody knows
        if self._accepted is not None:
            here = Pair(image.name, sha256_of(pictured), sha256_of(certified))
            entry = self._accepted.get(image.name)
            status = validated_set.standing(image.name, entry, here, broken=False).status
            if status != validation.ACCEPTED:
                raise BagError(validated_set.NOT_ACCEPTED[status])
        names = (f"images/{image.name}", f"certificates/{image.stem}{_CERTIFICATE}")
        inside = [bag.PAYLOAD + name for name in names]
        if not all(map(bag.takes, inside)):
            raise BagError("pack-renamed")
        folded = {path.casefold() for path in self._contents}
        if any(path.casefold() in folded for path in inside):
            raise BagError("pack-doubled")
        self._contents[inside[0]] = Content(image, pictured)
        self._contents[inside[1]] = Content(certificate, certified)
        signed = certificate.with_name(certificate.name + signature.ENDING)
        if signed in self._signatures:
            self._signatures.remove(signed)
            with commands.about(signed):
                data = files.read(signed, signature.MAX_BYTES)
                signature.parse(data)  # what is no signature could be anything
            self._contents[inside[1] + signature.ENDING] = Content(signed, data)
        return {
            "file": str(image),
            "status": "ok",
            "certificate": str(certificate),
            "path": inside[0],
            "sentence": sentence("pack-taken", {"path": inside[0]}),
        }

    def _written(self) -> Iterator[Answer]:
        asked, contents = self._asked, self._contents
        payload = {path: (content.size, content.sha256) for path, content in contents.items()}
        packed = Packed(payload, self._record, f"Pixelseal {__version__}")
        with self._stopping.finishing():
            bags.write(asked.out, packed, contents)
        images = sum(path.startswith(_IMAGES) for path in contents)
        told: dict[str, Any] = {"count": images, "manifest": packed.manifest}
        yield {
            "file": str(asked.out),
            "status": "ok",
            "images": images,
            "manifest": packed.manifest,
            "transfer": self._record.to_object(),
            "sentence": sentence("pack-written", told),
        }
        if asked.log is not None:
            facts = {"who": asked.who, "images": str(images), "manifest": packed.manifest}
            yield keeping.tried(asked.log, "packed", facts)


def _by_hash_or_name(given: list[Given]) -> Iterator[tuple[int | None, int | None]]:
    """The pairs, without one that was put together because nothing else was left."""
    for image, certificate in pairs(given):
        if image is not None and certificate is not None:
            one, other = given[image], given[certificate]
            named = {_stem(name) for name in (other.about_file, other.name)}
            if one.sha256 != other.about_sha256 and _stem(one.name) not in named:
                yield image, None
                yield None, certificate
                continue
        yield image, certificate


def _stem(name: str) -> str:
    """What an image's name and that of its certificate have in common."""
    return name.removesuffix(_CERTIFICATE).rpartition(".")[0] or name.removesuffix(_CERTIFICATE)


def _is_private(path: Path, data: bytes) -> bool:
    if earlier.links_to_originals(path.name, data):
        return True
    return path.suffix.casefold() == ".json" and bool(_OURS.search(data))
