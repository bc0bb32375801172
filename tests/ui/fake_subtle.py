"""Keys without a browser: toys that fit each other and nothing else. Blobs are texts."""

import hashlib

from pixelseal.model.signing.private_key import ROUNDS, EncryptedKey
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.ui.browser.host import Failure

LOST = "lost"  # a Blob that cannot be read


def _hash(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


class FakeSubtle:
    def __init__(self):
        self.able = True
        self.made = 0

    async def is_able(self):
        return self.able

    async def new_key(self, passphrase):
        self.made += 1
        encrypted = _hash(passphrase) + _hash(b"key", str(self.made).encode())
        return EncryptedKey(b"s" * 16, ROUNDS, b"i" * 16, encrypted)

    async def opened(self, key, passphrase):
        if key.encrypted[:32] != _hash(passphrase):
            raise SigningRefused("passphrase-wrong")
        return key.encrypted[32:], ("key", key.encrypted[32:])

    async def signed(self, key, data):
        return _hash(key[1], data) * 2

    async def fits(self, public, signature, data):
        return signature == _hash(public, data) * 2

    async def sha512(self, blob):
        if blob == LOST:
            raise Failure("file-unreadable")
        data = blob.encode() if isinstance(blob, str) else bytes(blob)
        return _hash(data) + _hash(b"2", data)

    async def text(self, blob, most):
        if blob == LOST:
            raise Failure("file-unreadable")
        return (blob.encode() if isinstance(blob, str) else bytes(blob))[: most + 1]
