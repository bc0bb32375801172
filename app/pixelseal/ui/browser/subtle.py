"""Ed25519, PBKDF2, AES and SHA-512 as the browser has them (crypto.subtle). Keeps no key.

Knows as much of an encrypted key's file as `model.signing.private_key` tells. A private key is
never among Python's values: the browser unlocks it into an object that it hands out to nobody.
"""

import binascii

import js as window
from jsffi import to_js
from pixelseal.model.signing import private_key
from pixelseal.model.signing.private_key import EncryptedKey
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.ui.browser.host import Failure

_KIND = "Ed25519"  # Secure Curves in the Web Cryptography API: Chromium 137, Firefox 129, Safari 17
_CIPHERED = 64  # bytes: `key_info` has 48, and PKCS #7 adds a block to whole blocks
_BLOCK = 16
_NOT_TEXT = b"\xff"  # no text in UTF-8 has such a byte, so whoever parses it refuses it


class Subtle:
    """What pixelseal.ui.process.signer and pixelseal.ui.workbench.signatures ask of a browser."""

    def __init__(self) -> None:
        self._able: "bool | None" = None

    async def is_able(self) -> bool:
        """True if this browser has Ed25519 keys; one that has not may have all else."""
        if self._able is None:
            try:
                await _subtle().generateKey(_KIND, False, to_js(["sign", "verify"]))
                self._able = True
            except Exception:
                self._able = False
        return self._able

    async def new_key(self, passphrase: bytes) -> EncryptedKey:
        """A new private key, encrypted before anyone has seen it."""
        salt, iv = _random(private_key.SALT_BYTES), _random(private_key.IV_BYTES)
        lock = await _lock(passphrase, salt, private_key.ROUNDS)
        pair = await _subtle().generateKey(_KIND, True, to_js(["sign", "verify"]))
        wrapped = await _subtle().wrapKey("pkcs8", pair.privateKey, lock, _cipher(iv))
        return EncryptedKey(salt, private_key.ROUNDS, iv, _bytes(wrapped))

    async def opened(self, key: EncryptedKey, passphrase: bytes) -> "tuple[bytes, object]":
        """The 32 bytes of its public key, and the key to sign with, which cannot be exported.

        SigningRefused: passphrase-wrong, key-other-kind. Failure: sign-not-here.
        """
        lock = await _lock(passphrase, key.salt, key.rounds)
        if not await _is_of_our_length(lock, key):
            raise await _why_not(lock, key)
        try:
            # The one way to a public key: the browser tells it with an open key. What it tells
            # beside it is not asked for.
            told = await _subtle().exportKey("jwk", await _unlocked(lock, key, True))
            return _of_url(str(told.x)), await _unlocked(lock, key, False)
        except Exception:
            raise await _why_not(lock, key) from None

    async def signed(self, key: "object", data: bytes) -> bytes:
        """The signature over these bytes, 64 bytes, with a key that `opened` gave."""
        return _bytes(await _subtle().sign(_KIND, key, _array(data)))

    async def fits(self, public: bytes, signature: bytes, data: bytes) -> bool:
        """True if the signature was made over these bytes with the private key of that one."""
        try:
            key = await _subtle().importKey("raw", _array(public), _KIND, False, to_js(["verify"]))
            return bool(await _subtle().verify(_KIND, key, _array(signature), _array(data)))
        except Exception:
            return False

    async def sha512(self, blob: "object") -> bytes:
        """The SHA-512 of a Blob; Failure if it cannot be read."""
        try:
            return _bytes(await _subtle().digest("SHA-512", await blob.arrayBuffer()))
        except Exception:
            raise Failure("file-unreadable") from None

    async def text(self, blob: "object", most: int) -> bytes:
        """The bytes of a text, at most one more than `most`; what no text has if it is none.

        Failure if it cannot be read.
        """
        try:
            data = await blob.slice(0, most + 1).arrayBuffer()
        except Exception:
            raise Failure("file-unreadable") from None
        strict = to_js({"fatal": True, "ignoreBOM": True})
        try:
            return str(window.TextDecoder.new("utf-8", strict).decode(data)).encode()
        except Exception:
            return _NOT_TEXT


def _subtle() -> "object":
    return window.crypto.subtle


async def _lock(passphrase: bytes, salt: bytes, rounds: int) -> "object":
    """The key of AES-256 that the passphrase gives."""
    data = _array(passphrase)
    base = await _subtle().importKey("raw", data, "PBKDF2", False, to_js(["deriveKey"]))
    data.fill(0)
    how = {"name": "PBKDF2", "salt": _array(salt), "iterations": rounds, "hash": "SHA-256"}
    uses = to_js(["wrapKey", "unwrapKey", "decrypt"])
    kind = to_js({"name": "AES-CBC", "length": 256})
    return await _subtle().deriveKey(to_js(how), base, kind, False, uses)


def _cipher(iv: bytes) -> "object":
    return to_js({"name": "AES-CBC", "iv": _array(iv)})


async def _unlocked(lock: "object", key: EncryptedKey, readable: bool) -> "object":
    data, uses = _array(key.encrypted), to_js(["sign"])
    return await _subtle().unwrapKey("pkcs8", data, lock, _cipher(key.iv), _KIND, readable, uses)


async def _is_of_our_length(lock: "object", key: EncryptedKey) -> bool:
    """True if what is encrypted has 48 bytes; browsers take other forms of a key as well.

    Seen by the last block, which then holds nothing but padding.
    """
    if len(key.encrypted) != _CIPHERED:
        return False
    before, last = key.encrypted[-2 * _BLOCK : -_BLOCK], key.encrypted[-_BLOCK:]
    try:
        rest = await _subtle().decrypt(_cipher(before), lock, _array(last))
    except Exception:
        return False
    return int(rest.byteLength) == 0


async def _why_not(lock: "object", key: EncryptedKey) -> "SigningRefused | Failure":
    """Why something that no browser took for an Ed25519 key is none."""
    try:
        data = await _subtle().decrypt(_cipher(key.iv), lock, _array(key.encrypted))
    except Exception:
        return SigningRefused("passphrase-wrong")
    try:
        private_key.seed_of(_bytes(data))
    except SigningRefused as refused:
        return refused
    return Failure("sign-not-here")  # it is one, and only this browser does not take it


def _random(count: int) -> bytes:
    return _bytes(window.crypto.getRandomValues(window.Uint8Array.new(count)))


def _of_url(text: str) -> bytes:
    """The bytes of base64url without padding (RFC 7515, section 2)."""
    plain = text.replace("-", "+").replace("_", "/")
    return binascii.a2b_base64((plain + "=" * (-len(plain) % 4)).encode())


def _array(data: bytes) -> "object":
    return window.Uint8Array.new(to_js(list(data)))


def _bytes(data: "object") -> bytes:
    """The bytes of an ArrayBuffer or a Uint8Array: of a key or a signature, never of a file."""
    return bytes([int(byte) for byte in window.Uint8Array.new(data)])
