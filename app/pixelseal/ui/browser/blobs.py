"""Sizes and parts of Blobs beyond 2 GiB. Holds none and reads no content.

MicroPython hands an integer to and from JavaScript as 32 bits with a sign: the size of a ZIP of
3 GB would be negative (findings/micropython-js-integers-wrap.sh). A float crosses as it is.
"""

_WRAP = 1 << 32


def size(blob: "object") -> int:
    """How many bytes a Blob has."""
    beyond = 0
    while int(part(blob, beyond + _WRAP - 1, beyond + _WRAP).size):
        beyond += _WRAP
    return beyond + int(blob.size) % _WRAP


def part(blob: "object", start: int, end: int) -> "object":
    """The Blob of the bytes from start up to end, or up to the Blob's own end."""
    return blob.slice(float(start), float(end))
