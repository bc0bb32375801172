"""The signatures that lie beside files given to `verify`. Signs nothing and prints nothing."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixelseal.cli.answers import Answer
from pixelseal.core.base import limits
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import files, signing
from pixelseal.model.signing import signature, signers, verdicts
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.model.signing.signature import ENDING, NAMESPACE, Signature


class Beside:
    """Looks for `NAME.sig` beside NAME. `listed` is true if it was said whose keys are known."""

    def __init__(self, known: Path | None) -> None:
        """With a list, PixelsealError as `files.read` and `signers.parse`."""
        self.read: Callable[[Path, int], bytes] = files.read
        self.listed = known is not None
        self._known = signers.parse(files.read(known, signers.MAX_BYTES)) if known else {}
        self._here = False
        with contextlib.suppress(PixelsealError):
            signing.require()
            self._here = True

    def of(self, path: Path, untrusted: bytes) -> dict[str, Any]:
        """What the signature beside a file of these bytes shows, with a sentence."""
        found = self._of(path, untrusted)
        return found | {"sentence": verdicts.detail(found["status"])}

    def alone(self, path: Path) -> dict[str, Any]:
        """The same for a signature of something else than a certificate."""
        target = path.with_name(path.name.removesuffix(ENDING))
        try:
            return self.of(target, self.read(target, limits.FILE_BYTES_MOST))
        except PixelsealError:
            sentence = verdicts.detail(verdicts.ALONE)
            return verdicts.verdict(verdicts.ALONE) | {"sentence": sentence}

    def is_enough(self, row: Answer) -> bool:
        """False if a row of `verify` has a signature that is wrong, or lacks one that it needs."""
        found = row.get("signature")
        return found is None or verdicts.is_enough(found["status"], self.listed)

    def told(self, rows: list[Answer]) -> list[str]:
        """How many of each, and what they mean; nothing where no signature was found or asked for.

        That something is not signed is said with what "unchanged" means, unless it was asked for.
        """
        found = [row["signature"] for row in rows if row.get("signature")]
        others = [row for row in found if row["status"] != verdicts.UNSIGNED]
        if not found or not (others or self.listed):
            return []
        return [verdicts.summary(found), *verdicts.details(found if self.listed else others)]

    def _of(self, path: Path, untrusted: bytes) -> dict[str, Any]:
        beside = path.with_name(path.name + ENDING)
        try:
            read = signature.parse(self.read(beside, signature.MAX_BYTES))
        except SigningRefused as refused:
            return verdicts.verdict(refused.code)
        except PixelsealError as refused:
            missing = refused.code == "file-missing"
            return verdicts.verdict(verdicts.UNSIGNED if missing else verdicts.UNREADABLE)
        key = signing.fingerprint(read.public)
        return verdicts.verdict(self._status(read, untrusted), self._signer(read), key)

    def _status(self, read: Signature, untrusted: bytes) -> str:
        if read.namespace != NAMESPACE:
            return verdicts.ELSEWHERE
        if not self._here:
            return verdicts.NOT_CHECKED
        if not signing.fits(read, untrusted):
            return verdicts.WRONG
        if not self.listed:
            return verdicts.UNNAMED
        return verdicts.SIGNED if read.public in self._known else verdicts.FOREIGN

    def _signer(self, read: Signature) -> str:
        return ", ".join(self._known.get(read.public, ()))
