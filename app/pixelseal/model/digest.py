"""SHA-256 in hexadecimal, which MicroPython's hashes do not have. Reads no file."""

import binascii
import hashlib


def sha256_of(data: bytes) -> str:
    """The SHA-256 of these bytes, 64 hexadecimal digits in lower case."""
    return hexadecimal(hashlib.sha256(data).digest())


def hexadecimal(digest: bytes) -> str:
    """A digest as text, two digits in lower case a byte."""
    return binascii.hexlify(digest).decode()
