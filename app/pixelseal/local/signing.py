"""Makes and opens keys, signs and checks, with the package `cryptography`. Knows no form of a file.

That package is the extra `sign`: it is imported where it is used, and all else works without it.
"""

import hashlib
import secrets
from typing import TYPE_CHECKING

from pixelseal.core.base.errors import EngineFault, PixelsealError
from pixelseal.model.signing import private_key, wire
from pixelseal.model.signing.private_key import EncryptedKey
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.model.signing.signature import NAMESPACE, Signature, signed_data

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.modes import CBC

_AES_BITS = 128  # of a block
_KEY_BYTES = 32  # of AES-256


def require() -> None:
    """PixelsealError (signing-not-installed) without the extra `sign`."""
    try:
        import cryptography.hazmat.primitives.asymmetric.ed25519  # noqa: F401
    except ImportError:
        raise PixelsealError("signing-not-installed") from None


def new_key(passphrase: bytes) -> tuple[EncryptedKey, bytes]:
    """A new private key, encrypted, and the 32 bytes of its public key."""
    from cryptography.hazmat.primitives.padding import PKCS7

    seed = secrets.token_bytes(private_key.SEED_BYTES)
    salt = secrets.token_bytes(private_key.SALT_BYTES)
    iv = secrets.token_bytes(private_key.IV_BYTES)
    padder = PKCS7(_AES_BITS).padder()
    padded = padder.update(private_key.key_info(seed)) + padder.finalize()
    encryptor = _cipher(passphrase, salt, private_key.ROUNDS, iv).encryptor()
    encrypted = encryptor.update(padded) + encryptor.finalize()
    return EncryptedKey(salt, private_key.ROUNDS, iv, encrypted), public_of(seed)


def opened(key: EncryptedKey, passphrase: bytes) -> bytes:
    """The 32 bytes of the private key; SigningRefused: passphrase-wrong, key-other-kind."""
    from cryptography.hazmat.primitives.padding import PKCS7

    decryptor = _cipher(passphrase, key.salt, key.rounds, key.iv).decryptor()
    padded = decryptor.update(key.encrypted) + decryptor.finalize()
    unpadder = PKCS7(_AES_BITS).unpadder()
    try:
        decrypted = unpadder.update(padded) + unpadder.finalize()
    except ValueError:
        raise SigningRefused("passphrase-wrong") from None
    return private_key.seed_of(decrypted)


def signed(seed: bytes, data: bytes) -> Signature:
    """The signature over the exact bytes of a file; checked before it is returned."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    sha512 = hashlib.sha512(data).digest()
    public = public_of(seed)
    made = Ed25519PrivateKey.from_private_bytes(seed).sign(signed_data(sha512))
    signature = Signature(public, NAMESPACE, made)
    if not fits(signature, data):
        raise EngineFault("engine-fault")
    return signature


def fits(signature: Signature, untrusted: bytes) -> bool:
    """True if the key that the signature names made it for exactly these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    data = signed_data(hashlib.sha512(untrusted).digest(), signature.namespace)
    try:
        Ed25519PublicKey.from_public_bytes(signature.public).verify(signature.signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """How OpenSSH names that key: `SHA256:` and 43 characters."""
    return wire.fingerprint(hashlib.sha256(wire.key_blob(public)).digest())


def public_of(seed: bytes) -> bytes:
    """The 32 bytes of the public key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def _cipher(passphrase: bytes, salt: bytes, rounds: int, iv: bytes) -> "Cipher[CBC]":
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    key = hashlib.pbkdf2_hmac("sha256", passphrase, salt, rounds, _KEY_BYTES)
    return Cipher(AES(key), CBC(iv))
