"""JPEG files with segments put in, taken out or changed (ITU-T T.81 annex B)."""

import struct

SOI = b"\xff\xd8"
EOI = b"\xff\xd9"


def segment(marker: int, body: bytes) -> bytes:
    """A marker segment with its length."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """The file with segments right after SOI."""
    assert jpeg.startswith(SOI)
    return SOI + b"".join(segments) + jpeg[2:]


def exif(tiff_block: bytes) -> bytes:
    """An Exif APP1 segment."""
    return segment(0xE1, b"Exif\x00\x00" + tiff_block)


def xmp(packet: bytes) -> bytes:
    """An XMP APP1 segment."""
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + packet)


def photoshop(*resources: bytes) -> bytes:
    """An APP13 segment of image resources."""
    return segment(0xED, b"Photoshop 3.0\x00" + b"".join(resources))


def resource(ident: int, body: bytes) -> bytes:
    """One Photoshop image resource without a name."""
    head = b"8BIM" + struct.pack(">HHI", ident, 0, len(body))
    return head + body + b"\x00" * (len(body) % 2)


def iptc_dataset(dataset: int, value: bytes) -> bytes:
    """One dataset of IPTC record 2."""
    return struct.pack(">BBBH", 0x1C, 2, dataset, len(value)) + value


def find_segment(jpeg: bytes, *markers: int) -> tuple[int, int]:
    """(offset of the marker, offset after the segment) of the first of `markers`."""
    at = 2
    while True:
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] in markers:
            return at, at + 2 + length
        at += 2 + length


def without_segment(jpeg: bytes, marker: int) -> bytes:
    """The file without its first segment of this marker."""
    start, end = find_segment(jpeg, marker)
    return jpeg[:start] + jpeg[end:]


def without_tables(jpeg: bytes) -> bytes:
    """The file without its Huffman tables, as USB cameras write frames."""
    scan = find_segment(jpeg, 0xDA)[0]
    while find_segment(jpeg, 0xC4, 0xDA)[0] < scan:
        jpeg = without_segment(jpeg, 0xC4)
        scan = find_segment(jpeg, 0xDA)[0]
    return jpeg


def with_surplus_restarts(jpeg: bytes, number: int) -> bytes:
    """The file with restart markers before EOI, where Casio's cameras put one."""
    after = jpeg.count(b"\xff\xd0", find_segment(jpeg, 0xDA)[1])
    markers = [bytes((0xFF, 0xD0 + (after + each) % 8)) for each in range(number)]
    return jpeg[:-2] + b"".join(markers) + EOI


def with_frame_marker(jpeg: bytes, marker: int) -> bytes:
    """The file with its start-of-frame marker renamed."""
    start, _ = find_segment(jpeg, 0xC0, 0xC1, 0xC2)
    return jpeg[: start + 1] + bytes([marker]) + jpeg[start + 2 :]


def with_frame_bytes(jpeg: bytes, place: int, value: bytes) -> bytes:
    """The file with bytes of its frame header overwritten; place 0 is the precision."""
    start, _ = find_segment(jpeg, 0xC0, 0xC1, 0xC2)
    at = start + 4 + place
    return jpeg[:at] + value + jpeg[at + len(value) :]


def multi_picture(first: bytes, others: list[tuple[int, bytes]]) -> bytes:
    """A Multi-Picture file (CIPA DC-007): `others` are (type code, JPEG bytes)."""
    count = 1 + len(others)
    entries_at = 8 + 2 + 2 * 12 + 4
    size = 4 + entries_at + 16 * count
    base_size = len(first) + 4 + size
    offset = base_size - (2 + 4 + 4)  # from the TIFF header, which stands after SOI, APP2, "MPF"
    entries = struct.pack(">IIIHH", 0x030000, base_size, 0, 0, 0)
    for kind, other in others:
        entries += struct.pack(">IIIHH", kind, len(other), offset, 0, 0)
        offset += len(other)
    index = b"MM\x00\x2a" + struct.pack(">IH", 8, 2)
    index += struct.pack(">HHII", 0xB001, 4, 1, count)
    index += struct.pack(">HHII", 0xB002, 7, 16 * count, entries_at) + struct.pack(">I", 0)
    body = b"MPF\x00" + index + entries
    return with_segments(first, segment(0xE2, body)) + b"".join(other for _, other in others)
