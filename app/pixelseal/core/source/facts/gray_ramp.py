"""Recognises a colour table that is no choice: the 256 greys, from black to white or back.

Any other table is made for its picture, or for others like it, and tells of it (docs/audit.md).
"""

_UP = bytes(range(256))
_RAMPS = (_UP, _UP[::-1])


def is_gray_ramp(red: bytes, green: bytes, blue: bytes) -> bool:
    """True for all 256 greys in order; each argument has the 8-bit values of one colour."""
    return red == green == blue and red in _RAMPS
