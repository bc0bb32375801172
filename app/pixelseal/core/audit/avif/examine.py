"""Parses an output AVIF against the only permitted layout. Decodes no picture.

AVIF 1.1, ISO/IEC 14496-12 and 23008-12; AV1 bitstream specification, 5.3 to 5.5. Allowed: three
boxes whose every byte is a constant, a size, or determined by the picture's sequence header; in the
last of them a temporal delimiter, one reduced still picture's sequence header, one frame; nothing
else. It cannot detect bits within the frame that no decoder reads.
"""

import struct

from pixelseal.core.audit.avif import av1
from pixelseal.core.audit.facts.checks import (
    CONSTANT_TABLES,
    NO_ALPHA,
    NOTHING_ELSE,
    ONE_PICTURE,
    STRUCTURE,
)
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput, Reader

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
_OBU_DELIMITER, _OBU_SEQUENCE, _OBU_FRAME = b"\x12\0", b"\x0a", b"\x32"
_FRAME_HEADER_MOST = 64  # bytes; with everything that is allowed it has 45
_REFUSED = {b"Exif": NOTHING_ELSE, b"mime": NOTHING_ELSE, b"auxl": NO_ALPHA, b"auxC": NO_ALPHA}


def parse(output: bytes, parsed: ParsedOutput) -> None:
    """Parse the entire file into `parsed`; Broken where it departs from the layout."""
    parsed.lossy = True
    parsed.grid, parsed.margin = (8, 8), 8
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
    parsed.width, parsed.height = struct.unpack(">II", size)
    _expect(reader, _PIXI + struct.pack(">I4s", 12, b"av1C"), "the picture's depth")
    configuration = reader.take(4, STRUCTURE, "the decoder's configuration")
    _expect(reader, _COLR + _IPMA, "the picture's colour")
    _expect(reader, struct.pack(">I4s", 8 + length, b"mdat"), "the picture's data")
    if where != reader.at:
        raise Broken(NOTHING_ELSE, "The picture does not follow the boxes before it.")
    _expect(reader, _OBU_DELIMITER, "the start of the picture")
    _expect(reader, _OBU_SEQUENCE, "the picture's header")
    header = reader.take(_length(reader), STRUCTURE, "the picture's header")
    sequence = av1.read_sequence(header)
    if sequence[:2] != (parsed.width, parsed.height):
        raise Broken(STRUCTURE, "The picture has another size than the file says.")
    if configuration != sequence.configuration:
        raise Broken(CONSTANT_TABLES, "The decoder's configuration is not the picture's.")
    _expect(reader, _OBU_FRAME, "the picture's only frame")
    frame = reader.take(_length(reader), STRUCTURE, "the picture's frame")
    index = av1.read_frame(frame[:_FRAME_HEADER_MOST], sequence)
    parsed.tolerance, parsed.deeper = _tolerances(index)
    parsed.picture.append((where, reader.at))
    if reader.at != where + length:
        raise Broken(ONE_PICTURE, "Something follows the picture's frame.")
    if reader.left:
        parsed.fault(NOTHING_ELSE, "Bytes follow the picture.")


def _expect(reader: Reader, constant: bytes, what: str) -> None:
    found = reader.output[reader.at : reader.at + 200]
    check = next((check for word, check in _REFUSED.items() if word in found), STRUCTURE)
    reader.expect(constant, check, what)


def _length(reader: Reader) -> int:
    """A leb128 number (4.10.5) in the fewest possible bytes, so that none can hide anything."""
    value = 0
    for index in range(5):
        byte = reader.take(1, STRUCTURE, "a length")[0]
        value |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            if index and not byte:
                raise Broken(NOTHING_ELSE, "A length has more bytes than it needs.")
            return value
    raise Broken(STRUCTURE, "A length is longer than any picture.")


def _tolerances(index: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """How much a flat colour may deviate from its value, in levels, by the frame's base_q_idx.

    Transforms and predictions cross any grid, up to 64 pixels wide, and hard edges around an area
    ring into it: limits for 8 and for 32 pixels inside. Measured in docs/formats/avif.md.
    """
    return 5 + index * 4 // 5, ((4, 5 + index // 16),)
