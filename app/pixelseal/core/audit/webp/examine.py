"""Parses an output WebP against the only permitted layout. Decodes no picture.

RFC 9649. Allowed: a simple file, RIFF with exactly one VP8 or VP8L chunk. The extended layout, the
only one that can carry metadata, alpha and animation, is not allowed.
VP8: RFC 6386, section 9; one partition of coefficients. It cannot detect up to 15 bytes at the end
of the chunk and of VP8's first partition that no decoder reads.
"""

from collections.abc import Iterator

from pixelseal.core.audit.facts.checks import NO_ALPHA, NOTHING_ELSE, ONE_PICTURE, STRUCTURE
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput, Reader
from pixelseal.core.audit.webp.vp8 import Steps, read_head

_SLACK = 16  # bytes; a coder's last word and what its decoder reads ahead are shorter
_TOLERANCE_MOST = 60  # levels
_REFUSED = {b"ALPH": NO_ALPHA, b"ANIM": ONE_PICTURE, b"ANMF": ONE_PICTURE}


def parse(output: bytes, parsed: ParsedOutput) -> None:
    """Parse the entire file into `parsed`; Broken where it departs from the layout."""
    reader = Reader(output)
    reader.expect(b"RIFF", STRUCTURE, "the RIFF header")
    declared = int.from_bytes(reader.take(4, STRUCTURE, "the RIFF header"), "little")
    reader.expect(b"WEBP", STRUCTURE, "the RIFF header")
    kind = reader.take(4, STRUCTURE, "the picture's chunk")
    if kind not in (b"VP8 ", b"VP8L"):
        raise Broken(_REFUSED.get(kind, STRUCTURE), "A chunk stands where only a picture may.")
    size = int.from_bytes(reader.take(4, STRUCTURE, "the picture's chunk"), "little")
    start = reader.at
    data = reader.take(size, STRUCTURE, "the picture's chunk")
    parsed.picture.append((start, start + size))
    if size % 2:
        reader.expect(b"\0", NOTHING_ELSE, "the chunk's padding")
    if declared != reader.at - 8 or reader.left:
        parsed.fault(NOTHING_ELSE, "Bytes follow the picture, or the declared length is wrong.")
        _name_second(reader.output[reader.at :], parsed)
    if kind == b"VP8L":
        _lossless(data, parsed)
    else:
        _lossy(data, parsed)


def cut_short(output: bytes) -> Iterator[bytes]:
    """A parsed output without the last bytes of each of its parts, which no decoder may accept."""
    data = output[20 : 20 + int.from_bytes(output[16:20], "little")]
    yield _file(output[8:16], data[:-_SLACK])
    if output[12:16] == b"VP8 ":
        tag = int.from_bytes(data[:3], "little")
        size = max((tag >> 5) - _SLACK, 0)
        head = (tag & 0x1F | size << 5).to_bytes(3, "little") + data[3:10]
        yield _file(output[8:16], head + data[10 : 10 + size] + data[10 + (tag >> 5) :])


def _file(kinds: bytes, data: bytes) -> bytes:
    size = len(data)
    chunk = kinds + size.to_bytes(4, "little") + data + b"\0" * (size % 2)
    return b"RIFF" + len(chunk).to_bytes(4, "little") + chunk


def _name_second(rest: bytes, parsed: ParsedOutput) -> None:
    check = _REFUSED.get(rest[:4], STRUCTURE)
    if rest[:4] in (b"VP8 ", b"VP8L"):
        check = ONE_PICTURE
    parsed.fault(check, "Another chunk follows the picture.")


def _lossless(data: bytes, parsed: ParsedOutput) -> None:
    """RFC 9649, 3.4: signature, 14 bits of width - 1, 14 of height - 1, alpha hint, version 0."""
    if len(data) < 5 or data[0] != 0x2F:
        raise Broken(STRUCTURE, "The lossless picture has no header.")
    bits = int.from_bytes(data[1:5], "little")
    parsed.width, parsed.height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if bits >> 28 & 1:
        raise Broken(NO_ALPHA, "The picture has transparency.")
    if bits >> 29:
        raise Broken(STRUCTURE, "The lossless picture is of an unknown version.")
    # 3.5: a flag, the transform's kind, and for the colour table (3) its length less one; encoders
    # write it first.
    first = int.from_bytes(data[5:7], "little")
    if first & 0b111 == 0b111:
        parsed.table = (first >> 3 & 0xFF) + 1


def _lossy(data: bytes, parsed: ParsedOutput) -> None:
    """RFC 6386, 9.1: frame tag, start code, sizes with their upscaling hints."""
    parsed.lossy = True
    if len(data) < 10 or data[3:6] != b"\x9d\x01\x2a":
        raise Broken(STRUCTURE, "The lossy picture has no header.")
    tag = int.from_bytes(data[:3], "little")
    width, height = (int.from_bytes(data[i : i + 2], "little") for i in (6, 8))
    parsed.width, parsed.height = width & 0x3FFF, height & 0x3FFF
    first_partition = tag >> 5
    # A key frame of version 0 that is shown; sizes without upscaling.
    if tag & 0x1F != 0x10 or width >> 14 or height >> 14:
        raise Broken(STRUCTURE, "The lossy picture's header has values that are never written.")
    if 10 + first_partition >= len(data):
        raise Broken(STRUCTURE, "The lossy picture is not complete.")
    if len(data) % 2:
        raise Broken(STRUCTURE, "The lossy picture has a length that is never written.")
    head = read_head(data[10 : 10 + first_partition])
    if not head.usual or head.partitions != 1:
        raise Broken(STRUCTURE, "The lossy picture's header has values that are never written.")
    # The loop filter and chroma smoothing reach 8 pixels into a block.
    parsed.grid, parsed.margin = (16, 16), 8
    parsed.tolerance, parsed.inner = _tolerances(head.steps)


def _tolerances(steps: Steps) -> tuple[int, int]:
    """How much a flat colour may deviate, in levels: anywhere, and surrounded by its own colour.

    An encoder drops a coefficient of up to 5/8 of a step (libwebp's rounding). The unit is the
    effect on one sample of losing one DC and one AC coefficient in each plane: 1/8 and 1.707/8 of
    them (RFC 6386, 14.3); luma counts 1.164 in RGB, blue chroma 2.018 (BT.601). Measured
    (docs/audit.md): next to hard patterns, from which a block is predicted, up to 1.2 units, never
    over 41 levels; with flat blocks above and beside it, an eighth of a unit.
    """
    lost = [
        (dc + 1.707 * ac) / 8 * 5 / 8
        for dc, ac in ((steps.luma_dc, steps.luma_ac), (steps.chroma_dc, steps.chroma_ac))
    ]
    unit = 1.164 * lost[0] + 2.018 * lost[1]
    return min(int(1.5 * unit) + 2, _TOLERANCE_MOST), int(unit / 4) + 3
