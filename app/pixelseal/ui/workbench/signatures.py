"""Signatures among the files that are given to Verify: whose each is, and what it shows.

Shows nothing itself. Whose keys are known is said by a list that the person chose as such, never by
one that lies with what is checked: whoever signs could have added that.
"""

import hashlib

from pixelseal.model.signing import signature, signers, verdicts, wire
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.model.signing.signature import ENDING, NAMESPACE, Signature, signed_data
from pixelseal.model.verify.pairing import plain
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.browser.time_slices import TimeSlices

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.browser.subtle import Subtle

# How lists of signers are called (docs/signing.md, 4; ssh-keygen(1)).
_LISTS = ("signers", "signers.txt", "allowed_signers", "allowed_signers.txt")


class Signatures:
    """The signatures of one comparison.

    `listed` is true if a list of signers was given, `sought` if that or any signature was.
    """

    def __init__(self, host: "BrowserHost", subtle: "Subtle") -> None:
        self.subtle = subtle
        self.listed = self.sought = False
        self._slices = TimeSlices(host)
        self._known: "dict[bytes, tuple[str, ...]]" = {}
        # By the name of what they are of: (name, Blob) of those that no file took yet.
        self._waiting: "dict[str, list[tuple[str, object]]]" = {}

    async def know(self, blob: "object") -> None:
        """Take a list of signers; SigningRefused as `signers.parse`, Failure if it is not read."""
        text = await self.subtle.text(blob, signers.MAX_BYTES)
        for row in signers.rows(text):
            signers.add(self._known, row)
            await self._slices.turn()
        signers.require(self._known)
        self.listed = self.sought = True

    def take(self, name: str, blob: "object") -> bool:
        """True for the file of a signature, by its name: it is kept for the file that it is of."""
        if not plain(name).endswith(ENDING):
            return False
        self.sought = True
        # Browsers add a number to what is saved again, to either name.
        of = plain(plain(name)[: -len(ENDING)])
        self._waiting.setdefault(of, []).append((name, blob))
        return True

    def is_list(self, name: str) -> bool:
        """True for the name of a list of signers, which counts only where it was chosen as one."""
        return name.lower() in _LISTS

    async def of(self, name: str, blob: "object") -> "dict":
        """What the signature of a file shows; that signature is no other file's then.

        Files in two folders can have one name: of their signatures it is the one that fits.
        """
        await self._slices.turn()
        best, told = None, verdicts.verdict(verdicts.UNSIGNED)
        waiting = self._waiting.get(plain(name), [])
        for one in waiting:
            found = await self._shown(one[1], blob)
            if best is None or _worth(found) > _worth(told):
                best, told = one, found
        if best is not None:
            waiting.remove(best)
        return told

    async def left(self, files: "list[tuple[str, object]]") -> "list[tuple[str, dict]]":
        """(name, verdict) of each signature that `of` gave to none, by whichever file it fits."""
        named, rows = {}, []
        for name, blob in files:
            named.setdefault(plain(name), []).append(blob)
            await self._slices.turn()
        for of in sorted(self._waiting):
            for name, blob in self._waiting[of]:
                told = verdicts.verdict(verdicts.ALONE)
                for beside in named.get(of, []):
                    found = await self._shown(blob, beside)
                    if told["status"] == verdicts.ALONE or _worth(found) > _worth(told):
                        told = found
                rows.append((name, told))
        self._waiting = {}
        return rows

    async def _shown(self, blob: "object", beside: "object") -> "dict":
        """What a signature shows of the file beside it."""
        try:
            read = signature.parse(await self.subtle.text(blob, signature.MAX_BYTES))
        except SigningRefused as refused:
            return verdicts.verdict(refused.code)
        except Failure:
            return verdicts.verdict(verdicts.UNREADABLE)
        signer = ", ".join(self._known.get(read.public, ()))
        status = await self._status(read, beside)
        return verdicts.verdict(status, signer, fingerprint(read.public))

    async def _status(self, read: Signature, beside: "object") -> str:
        if read.namespace != NAMESPACE:
            return verdicts.ELSEWHERE
        if not await self.subtle.is_able():
            return verdicts.NOT_CHECKED
        try:
            data = signed_data(await self.subtle.sha512(beside), read.namespace)
        except Failure:
            return verdicts.ALONE  # what it would be of can no longer be read
        if not await self.subtle.fits(read.public, read.signature, data):
            return verdicts.WRONG
        if not self.listed:
            return verdicts.UNNAMED
        return verdicts.SIGNED if read.public in self._known else verdicts.FOREIGN


def fingerprint(public: bytes) -> str:
    """How OpenSSH names a key of 32 bytes."""
    return wire.fingerprint(hashlib.sha256(wire.key_blob(public)).digest())


def _worth(told: "dict") -> int:
    """More for a signature that fits, and most for a key that is known or for which none asks."""
    order = (verdicts.FOREIGN, verdicts.UNNAMED, verdicts.SIGNED)
    return 1 + order.index(told["status"]) if told["status"] in order else 0
