"""The key that is open in the page, and what it signs (docs/signing.md, 6). Shows nothing.

Neither key nor passphrase is stored: a key's file is saved by the person, and what is open is
forgotten with the page.
"""

import binascii

from pixelseal.model import protocol
from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import private_files
from pixelseal.model.signing import private_key, wire
from pixelseal.model.signing.private_key import EncryptedKey
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.model.signing.signature import ENDING, NAMESPACE, Signature, signed_data
from pixelseal.model.verify import verdicts
from pixelseal.model.zip_stream import ZipStream
from pixelseal.ui.browser.host import Failure, kind_of
from pixelseal.ui.workbench.signatures import fingerprint

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.browser.subtle import Subtle

KEY_NAME = "private-signing-key.pem"
LINE_NAME = "signing-key.pub"
_KIND = "application/octet-stream"  # no browser adds an ending of its own to such a name


class Chosen:
    """A file that was chosen to be signed; `refused` says why it is not, None if it is."""

    def __init__(self, name: str, blob: "object") -> None:
        self.name = name
        self.blob = blob
        self.is_certificate = False
        self.refused: "PixelsealError | None" = None


class Signer:
    """At most one open key, and the files that were chosen for it."""

    def __init__(self, host: "BrowserHost", subtle: "Subtle") -> None:
        self.host = host
        self.subtle = subtle
        self.public = b""  # of the open key, empty while none is open
        self.chosen: "list[Chosen]" = []
        self.made = ""  # the file of the key that was made here, encrypted
        self._key: "object" = None
        self._read: "EncryptedKey | None" = None

    # The key

    @property
    def is_open(self) -> bool:
        """True while a key can sign."""
        return self._key is not None

    @property
    def is_read(self) -> bool:
        """True if a key's file waits for its passphrase."""
        return self._read is not None

    @property
    def line(self) -> str:
        """The open key's public line."""
        return wire.public_line(self.public)

    @property
    def fingerprint(self) -> str:
        """How OpenSSH names the open key."""
        return fingerprint(self.public)

    async def make(self, first: str, again: str) -> None:
        """Make a key, have it saved, and open it from what was saved.

        SigningRefused: passphrase-differs, passphrase-short, passphrase-long.
        """
        if first != again:
            raise SigningRefused("passphrase-differs")
        passphrase = private_key.passphrase_bytes(first)
        text = (await self.subtle.new_key(passphrase)).to_text()
        self._take(await self.subtle.opened(private_key.parse(text.encode()), passphrase))
        self.made = text
        self.save_key()

    def save_key(self) -> None:
        """Save the file of the key that was made here."""
        self.host.save(self.made, KEY_NAME, _KIND)

    def save_line(self) -> None:
        """Save the public line."""
        self.host.save(self.line + "\n", LINE_NAME, _KIND)

    async def read(self, blob: "object") -> None:
        """Read a key's file, without its passphrase; SigningRefused as `private_key.parse`."""
        self._read = None
        self._read = private_key.parse(await self.subtle.text(blob, private_key.MAX_BYTES))

    async def open(self, passphrase: str) -> None:
        """Open the key that was read; SigningRefused: passphrase-wrong, key-other-kind, …-long."""
        if self._read is None:
            raise SigningRefused("key-unreadable")
        data = private_key.known_passphrase(passphrase)
        self._take(await self.subtle.opened(self._read, data))

    def _take(self, opened: "tuple[bytes, object]") -> None:
        self.public, self._key = opened
        self._read, self.made = None, ""

    def forget(self) -> None:
        """Let go of the key, and of what was chosen for it."""
        self.public, self._key, self._read, self.made = b"", None, None, ""
        self.chosen = []

    # What is signed

    async def choose(self, files: "list[tuple[str, object]]") -> None:
        """Look at each (name, Blob), and say of those that are not signed why."""
        for name, blob in files:
            one = Chosen(name, blob)
            try:
                await self._look(one)
            except PixelsealError as refused:
                one.refused = refused
            self.chosen.append(one)

    async def _look(self, one: Chosen) -> None:
        value, _buffers = await self.host.request(protocol.IDENTIFY, {}, [one.blob])
        if value["kind"] == verdicts.IMAGE:
            raise SigningRefused("signs-no-image")
        if one.name.lower().endswith(ENDING):
            raise SigningRefused("signs-no-signature")
        if value["kind"] == verdicts.OTHER:
            most = private_files.HEAD
            if one.name.lower().endswith(".json"):
                most = private_files.MOST
            text = await self.host.text(one.blob, most)
            if private_files.is_key(text[: private_files.HEAD]) or (
                private_files.links_to_originals(one.name, text)
            ):
                raise SigningRefused("signs-no-private")
        if one.name in [other.name for other in self.chosen]:
            raise SigningRefused("signs-twice")
        if value["kind"] == verdicts.CERTIFICATE:
            one.is_certificate = True
            # Compared with itself, since it is the certificate's own text that matters.
            found, _buffers = await self.host.request(protocol.VERIFY, {}, [one.blob, one.blob])
            if found["status"] == verdicts.ALTERED:
                raise Failure("certificate-altered", line=found["line"])
            if found["status"] == verdicts.NEWER:
                raise Failure("certificate-newer")

    @property
    def taken(self) -> "list[Chosen]":
        """The chosen files that would be signed."""
        return [one for one in self.chosen if one.refused is None]

    def clear(self) -> None:
        """Choose no file."""
        self.chosen = []

    async def sign(self) -> "tuple[str, int]":
        """Sign each file, save the signatures; the name of what was saved, and how many.

        SigningRefused (signs-no-zip) with a `name` that can only be signed alone,
        Failure if a file cannot be read any more: nothing is saved then.
        """
        made = []
        odd = [one.name for one in self.taken if not _is_plain(one.name)]
        if odd and len(self.taken) > 1:
            raise SigningRefused("signs-no-zip", name=odd[0])
        for one in self.taken:
            made.append((one.name + ENDING, await self._signed(one.blob)))
        if len(made) == 1:
            name, text = made[0]
            self.host.save(text, name, _KIND)
        else:
            name = "signatures-{}.zip".format(self.host.random(4))
            self.host.save(self._zipped(made), name, kind_of("zip"))
        self.chosen = []
        return name, len(made)

    async def _signed(self, blob: "object") -> str:
        data = signed_data(await self.subtle.sha512(blob))
        made = await self.subtle.signed(self._key, data)
        if not await self.subtle.fits(self.public, made, data):
            raise Failure("engine-fault")
        return Signature(self.public, NAMESPACE, made).to_text()

    def _zipped(self, made: "list[tuple[str, str]]") -> "object":
        """A ZIP of nothing but signatures: it is unpacked beside what they are of.

        Without a list of checksums, since one lies there already.
        """
        whole, pieces = ZipStream(_is_signature), []
        for name, text in made:
            data = text.encode()
            pieces += [whole.header(name, len(data), binascii.crc32(data)), text]
        return self.host.joined(pieces + whole.end(), kind_of("zip"))


def _is_signature(name: str) -> bool:
    return name.endswith(ENDING)


def _is_plain(name: str) -> bool:
    """True if a ZIP can have the name, and every system a file of it."""
    return all(" " <= char <= "~" and char not in '/\\:*?"<>|' for char in name)
