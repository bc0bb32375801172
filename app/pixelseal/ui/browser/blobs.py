"""Sizes and slices of Blobs beyond 2 GiB. Holds none and reads no content.

MicroPython passes integers to and from JavaScript as signed 32-bit numbers: the size of a ZIP of 3
GB would be negative (findings/micropython-js-integers-wrap.sh). A float is passed unchanged.
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
