"""Sizes and parts of Blobs beyond 2 GiB. Holds none and reads no content.

MicroPython hands an integer to and from JavaScript as 32 bits with a sign: the size of a ZIP of
3 GB would be negative (findings/micropython-js-integers-wrap.sh). A float crosses as it is.
"""

_STEP = 1 << 30  # bytes: a size that crosses as it is


def size(blob: "object") -> int:
    """How many bytes a Blob has."""
    found = 0
    while True:
        more = int(part(blob, found, found + _STEP).size)
        found += more
        if more < _STEP:
            return found


def part(blob: "object", start: int, end: int) -> "object":
    """The Blob of the bytes from start up to end, or up to the Blob's own end."""
    return blob.slice(float(start), float(end))
