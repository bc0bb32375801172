"""Parses an output AVIF against the one layout that is allowed. Decodes no picture.

AVIF 1.1, ISO/IEC 14496-12 and 23008-12; AV1 bitstream specification, 5.3 to 5.5. Allowed: three
boxes whose every byte is a constant, a size, or told by the picture's own sequence header; in the
last of them a temporal delimiter, one reduced still picture's sequence header, one frame; nothing
else. What it cannot see: bits within the frame that no decoder reads.
"""

import struct

from app.core.audit.anatomy import Anatomy, Broken, Reader
from app.core.audit.check import CONSTANT_TABLES, NO_ALPHA, NOTHING_ELSE, ONE_PICTURE, STRUCTURE

_FTYP = struct.pack(">I", 28) + b"ftypavif\0\0\0\0avifmif1miaf"
_HDLR = struct.pack(">I", 33) + b"hdlr" + bytes(8) + b"pict" + bytes(13)
_PITM = struct.pack(">I", 14) + b"pitm" + bytes(4) + b"\0\1"
_IINF = struct.pack(">I", 35) + b"iinf" + bytes(4) + b"\0\1"
_INFE = struct.pack(">I", 21) + b"infe" + b"\2\0\0\0" + b"\0\1\0\0" + b"av01\0"
_ILOC = struct.pack(">I", 30) + b"iloc" + bytes(4) + b"\x44\0" + b"\0\1\0\1\0\0\0\1"
_PIXI = struct.pack(">I", 16) + b"pixi" + bytes(4) + b"\3\x08\x08\x08"
# sRGB by its code points (ITU-T H.273), full range.
_COLR = struct.pack(">I", 19) + b"colrnclx" + bytes((0, 1, 0, 13, 0, 6, 0x80))
_IPMA = struct.pack(">I", 23) + b"ipma" + bytes(4) + b"\0\0\0\1\0\1\4\1\2\x83\4"
_META_BYTES, _IPCO_BYTES = 230, 8 + 20 + 16 + 12 + 19
# Colour as the encoders state it inside the picture: sRGB, or left to the box above.
_COLOURS = ((1, 13, 6), (2, 2, 6))
_OBU_DELIMITER, _OBU_SEQUENCE, _OBU_FRAME = b"\x12\0", b"\x0a", b"\x32"
_REFUSED = {b"Exif": NOTHING_ELSE, b"mime": NOTHING_ELSE, b"auxl": NO_ALPHA, b"auxC": NO_ALPHA}


def parse(output: bytes, anatomy: Anatomy) -> None:
    """Follow the file from first byte to last into `anatomy`; Broken where it leaves the layout."""
    anatomy.lossy = True
    # Transforms and predictions cross any grid. With noise or hard patterns around a flat area,
    # 52 levels were the most seen 8 pixels inside it (quality 10; 2 levels at quality 85).
    anatomy.grid, anatomy.margin, anatomy.tolerance = (8, 8), 8, 60
    reader = Reader(output)
    reader.expect(_FTYP, STRUCTURE, "the constant header of an AVIF")
    _expect(
        reader, struct.pack(">I4s4x", _META_BYTES, b"meta") + _HDLR + _PITM, "the list of parts"
    )
    _expect(reader, _ILOC, "the place of the picture")
    where, length = struct.unpack(">II", reader.take(8, STRUCTURE, "the place of the picture"))
    if length > len(output):
        raise Broken(STRUCTURE, "The picture is not complete.")
    _expect(reader, _IINF + _INFE, "the list of one picture")
    head = struct.pack(">I4sI4s", 8 + _IPCO_BYTES + 23, b"iprp", _IPCO_BYTES, b"ipco")
    _expect(reader, head + struct.pack(">I4s4x", 20, b"ispe"), "the picture's size")
    size = reader.take(8, STRUCTURE, "the picture's size")
    anatomy.width, anatomy.height = struct.unpack(">II", size)
    _expect(reader, _PIXI + struct.pack(">I4s", 12, b"av1C"), "the picture's depth")
    configuration = reader.take(4, STRUCTURE, "the decoder's configuration")
    _expect(reader, _COLR + _IPMA, "the picture's colour")
    _expect(reader, struct.pack(">I4s", 8 + length, b"mdat"), "the picture's data")
    if where != reader.at:
        raise Broken(NOTHING_ELSE, "The picture does not follow the boxes before it.")
    _expect(reader, _OBU_DELIMITER, "the start of the picture")
    _expect(reader, _OBU_SEQUENCE, "the picture's header")
    header = reader.take(_length(reader), STRUCTURE, "the picture's header")
    if configuration != _sequence(header, anatomy):
        raise Broken(CONSTANT_TABLES, "The decoder's configuration is not the picture's.")
    _expect(reader, _OBU_FRAME, "the picture's only frame")
    reader.take(_length(reader), STRUCTURE, "the picture's frame")
    anatomy.picture.append((where, reader.at))
    if reader.at != where + length:
        raise Broken(ONE_PICTURE, "Something follows the picture's frame.")
    if reader.left:
        anatomy.fault(NOTHING_ELSE, "Bytes follow the picture.")


def _expect(reader: Reader, constant: bytes, what: str) -> None:
    found = reader.output[reader.at : reader.at + 200]
    check = next((check for word, check in _REFUSED.items() if word in found), STRUCTURE)
    reader.expect(constant, check, what)


def _length(reader: Reader) -> int:
    """A leb128 number (4.10.5) in as few bytes as can hold it: none is left to hide in."""
    value = 0
    for index in range(5):
        byte = reader.take(1, STRUCTURE, "a length")[0]
        value |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            if index and not byte:
                raise Broken(NOTHING_ELSE, "A length has more bytes than it needs.")
            return value
    raise Broken(STRUCTURE, "A length is longer than any picture.")


class _Bits:
    """Takes bits off the sequence header."""

    def __init__(self, data: bytes) -> None:
        self._value, self._left = int.from_bytes(data, "big"), 8 * len(data)

    def take(self, count: int) -> int:
        if count > self._left:
            raise Broken(STRUCTURE, "The picture's header ends too early.")
        self._left -= count
        return self._value >> self._left & ((1 << count) - 1)

    def end(self) -> bool:
        """True if what is left is a one bit and then fewer than eight zeros (5.3.4)."""
        left = self._left
        return 0 < left <= 8 and self.take(left) == 1 << (left - 1)


def _sequence(header: bytes, anatomy: Anatomy) -> bytes:
    """The configuration that belongs to a sequence header (5.5); Broken for any other picture."""
    bits = _Bits(header)
    profile, still, reduced, level = bits.take(3), bits.take(1), bits.take(1), bits.take(5)
    if profile > 1 or not still or not reduced:
        raise Broken(ONE_PICTURE, "The picture is not a single still one.")
    across, down = bits.take(4) + 1, bits.take(4) + 1
    if (bits.take(across) + 1, bits.take(down) + 1) != (anatomy.width, anatomy.height):
        raise Broken(STRUCTURE, "The picture has another size than the file says.")
    bits.take(6)  # tools of the coding: superblocks, intra filters, superres, CDEF, restoration
    deep = bits.take(1)
    gray = bits.take(1) if profile == 0 else 0
    colour = (bits.take(8), bits.take(8), bits.take(8)) if bits.take(1) else (2, 2, 2)
    if deep or gray or colour not in _COLOURS or not bits.take(1):
        raise Broken(STRUCTURE, "The picture is of a kind that is never written.")
    place = bits.take(2) if profile == 0 else 0  # where halved chroma samples lie
    bits.take(1)  # separate chroma steps
    if bits.take(1):
        raise Broken(NOTHING_ELSE, "The picture carries a description of film grain.")
    if not bits.end():
        raise Broken(NOTHING_ELSE, "Bits follow the picture's header.")
    halved = 0b11 if profile == 0 else 0
    return bytes((0x81, profile << 5 | level, halved << 2 | place, 0))
