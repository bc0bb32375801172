"""The strings and numbers of which OpenSSH's binary forms consist (RFC 4251, section 5)."""

from pixelseal.model.signing.armor import decoded, encoded

KEY_TYPE = "ssh-ed25519"  # RFC 8709, section 4
KEY_BYTES = 32
SIGNATURE_BYTES = 64


class Reader:
    """Takes values from the front of bytes; ValueError where they end too early."""

    def __init__(self, untrusted: bytes) -> None:
        self._left = untrusted

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        if count > len(self._left):
            raise ValueError("too short")
        taken, self._left = self._left[:count], self._left[count:]
        return taken

    def number(self) -> int:
        """A uint32."""
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        """A string: its length as uint32, then as many bytes."""
        return self.take(self.number())

    def end(self) -> None:
        """ValueError if anything is left."""
        if self._left:
            raise ValueError("too long")


def number(value: int) -> bytes:
    """A uint32."""
    return value.to_bytes(4, "big")


def string(value: bytes) -> bytes:
    """A string."""
    return number(len(value)) + value


def key_blob(public: bytes) -> bytes:
    """The 32 bytes of an Ed25519 key (RFC 8032, section 5.1.5) as OpenSSH stores one."""
    return string(KEY_TYPE.encode()) + string(public)


def key_of(untrusted_blob: bytes) -> "bytes | None":
    """The 32 bytes of a blob; None for a key of another type, ValueError for no key."""
    reader = Reader(untrusted_blob)
    if reader.string() != KEY_TYPE.encode():
        return None
    public = reader.string()
    reader.end()
    if len(public) != KEY_BYTES:
        raise ValueError("a key of another length")
    return public


def public_line(public: bytes) -> str:
    """The key as OpenSSH writes it in one line (sshd(8), AUTHORIZED_KEYS), without a comment."""
    return KEY_TYPE + " " + encoded(key_blob(public))


def fingerprint(digest: bytes) -> str:
    """How OpenSSH names a key, from the SHA-256 of its blob: 43 digits of base64, not padded."""
    return "SHA256:" + encoded(digest).rstrip("=")


def key_in(untrusted_text: str) -> bytes:
    """The 32 bytes of the base64 in a line for an Ed25519 key; ValueError for anything else."""
    public = key_of(decoded(untrusted_text))
    if public is None:
        raise ValueError("a key of another type")
    return public
