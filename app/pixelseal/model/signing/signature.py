"""A detached signature in OpenSSH's form, SSHSIG (PROTOCOL.sshsig of OpenSSH). Computes none.

Signed is neither the file nor its hash alone, but what `signed_data` puts around the hash.
"""

from pixelseal.model.recipe.value import Value
from pixelseal.model.signing import armor, wire
from pixelseal.model.signing.refused import SigningRefused

ENDING = ".sig"  # after the whole name of what was signed, as `ssh-keygen -Y sign` names it
NAMESPACE = "pixelseal"  # a signature made for anything else, such as mail, is not one for this
MAX_BYTES = 16 * 1024  # of a file that is read: one of Ed25519 has 300, of a long RSA key 2,500

_LABEL = "SSH SIGNATURE"
_COLUMNS = 70  # as OpenSSH writes it
_MAGIC = b"SSHSIG"
_VERSION = 1
_HASH = b"sha512"
_HASH_BYTES = 64
_MAX_NAMESPACE = 255


class Signature(Value):
    """A signature as it was read, which nobody has checked yet.

    :param public: the 32 bytes of the Ed25519 key that it claims to be made with.
    :param namespace: what it was made for.
    :param signature: 64 bytes (RFC 8032, section 5.1.6).
    """

    FIELDS = ("public", "namespace", "signature")

    def __init__(self, public: bytes, namespace: str, signature: bytes) -> None:
        self.public = public
        self.namespace = namespace
        self.signature = signature

    def to_text(self) -> str:
        """The file's text."""
        blob = _MAGIC + wire.number(_VERSION) + wire.string(wire.key_blob(self.public))
        blob += wire.string(self.namespace.encode()) + wire.string(b"") + wire.string(_HASH)
        blob += wire.string(wire.string(wire.KEY_TYPE.encode()) + wire.string(self.signature))
        return armor.armored(_LABEL, blob, _COLUMNS)


def signed_data(sha512: bytes, namespace: str = NAMESPACE) -> bytes:
    """What Ed25519 signs for a file with that SHA-512 (64 bytes)."""
    if len(sha512) != _HASH_BYTES:
        raise ValueError("not a SHA-512")
    parts = (namespace.encode(), b"", _HASH, sha512)
    return _MAGIC + b"".join([wire.string(part) for part in parts])


def parse(untrusted: bytes) -> Signature:
    """Read a signature's file.

    SigningRefused: signature-unreadable; signature-other-kind for one in this form, but with
    another kind of key or another hash.
    """
    try:
        if len(untrusted) > MAX_BYTES:
            raise ValueError("too long")
        return _read(armor.data_of(untrusted.decode(), _LABEL))
    except ValueError:
        raise SigningRefused("signature-unreadable") from None


def _read(untrusted_blob: bytes) -> Signature:
    reader = wire.Reader(untrusted_blob)
    if reader.take(len(_MAGIC)) != _MAGIC or reader.number() != _VERSION:
        raise ValueError("not a signature")
    public = wire.key_of(reader.string())
    namespace, reserved, algorithm = reader.string(), reader.string(), reader.string()
    inner = wire.Reader(reader.string())
    reader.end()
    if public is None or algorithm != _HASH:
        raise SigningRefused("signature-other-kind")
    if reserved or not 1 <= len(namespace) <= _MAX_NAMESPACE:
        raise ValueError("a part that is not as it must be")
    if inner.string() != wire.KEY_TYPE.encode():
        raise ValueError("a signature of another kind than its key")
    signature = inner.string()
    inner.end()
    if len(signature) != wire.SIGNATURE_BYTES:
        raise ValueError("a signature of another length")
    return Signature(public, namespace.decode(), signature)
