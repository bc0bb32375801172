"""The few values of ASN.1 of which an encrypted key consists, in DER (ITU-T X.690). Knows no key.

Written and read in one way only: definite lengths in the fewest bytes, as DER demands.
"""

SEQUENCE, INTEGER, OCTETS, NULL, OBJECT = 0x30, 0x02, 0x04, 0x05, 0x06

_SHORT = 0x80  # 8.1.3.4: a length below it is one byte
_MAX_LENGTH_BYTES = 2


def value(tag: int, content: bytes) -> bytes:
    """Tag, length and content; ValueError for a content of 64 KiB or more."""
    length = len(content)
    if length < _SHORT:
        return bytes([tag, length]) + content
    count = 1 if length < 1 << 8 else _MAX_LENGTH_BYTES
    if length >= 1 << 8 * count:
        raise ValueError("too long")
    return bytes([tag, _SHORT | count]) + length.to_bytes(count, "big") + content


def sequence(*parts: bytes) -> bytes:
    """A SEQUENCE of values that are already written."""
    return value(SEQUENCE, b"".join(parts))


def integer(number: int) -> bytes:
    """An INTEGER of at least 0, below 2 to the 63rd."""
    count = 1
    while number >= 1 << (8 * count - 1):  # 8.3: the first bit is the sign
        count += 1
    return value(INTEGER, number.to_bytes(count, "big"))


class Reader:
    """Takes values from the front of bytes; ValueError for anything that is not DER."""

    def __init__(self, untrusted: bytes) -> None:
        self._left = untrusted

    def take(self, tag: int) -> bytes:
        """The content of the next value, which must have that tag."""
        if len(self._left) < 2 or self._left[0] != tag:
            raise ValueError("another value")
        length, start = self._left[1], 2
        if length >= _SHORT:
            count = length - _SHORT
            if not 1 <= count <= _MAX_LENGTH_BYTES or len(self._left) < 2 + count:
                raise ValueError("a length in another form")
            length, start = int.from_bytes(self._left[2 : 2 + count], "big"), 2 + count
            if length < _SHORT or length < 1 << 8 * (count - 1):
                raise ValueError("a length in more bytes than it needs")
        if length > len(self._left) - start:
            raise ValueError("too short")
        content = self._left[start : start + length]
        self._left = self._left[start + length :]
        return content

    def inside(self) -> "Reader":
        """A reader of the next value, which must be a SEQUENCE."""
        return Reader(self.take(SEQUENCE))

    def integer(self) -> int:
        """The next value, an INTEGER of at least 0 and of 8 bytes at most."""
        content = self.take(INTEGER)
        if not 1 <= len(content) <= 8 or content[0] & _SHORT:
            raise ValueError("not a number of that size")
        if len(content) > 1 and content[0] == 0 and not content[1] & _SHORT:
            raise ValueError("a number in more bytes than it needs")
        return int.from_bytes(content, "big")

    def end(self) -> None:
        """ValueError if anything is left."""
        if self._left:
            raise ValueError("too long")
