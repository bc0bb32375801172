"""Counts the frames of a picture sequence in an ISO media file. Reads no frame.

ISO/IEC 14496-12, 8.3 to 8.7: moov, trak, mdia (hdlr), minf, stbl (stsz, stz2).
"""

from pixelseal.core.source.heif.boxes import IsoBox, boxes

_PICTURES = (b"pict", b"vide")


def frames_of(file: bytes, moov: IsoBox) -> int:
    """The largest number of frames that a picture track declares; 0 without any such track."""
    most = 0
    for trak in boxes(file, moov.start, moov.end):
        if trak.kind != b"trak":
            continue
        for mdia in boxes(file, trak.start, trak.end):
            if mdia.kind == b"mdia":
                most = max(most, _frames(file, list(boxes(file, mdia.start, mdia.end))))
    return most


def _frames(file: bytes, media: list[IsoBox]) -> int:
    handlers = [box.body(file)[8:12] for box in media if box.kind == b"hdlr"]
    if not any(handler in _PICTURES for handler in handlers):
        return 0
    count = 0
    for minf in (box for box in media if box.kind == b"minf"):
        for stbl in boxes(file, minf.start, minf.end):
            if stbl.kind == b"stbl":
                for box in boxes(file, stbl.start, stbl.end):
                    if box.kind in (b"stsz", b"stz2"):
                        count = max(count, int.from_bytes(box.body(file)[8:12], "big"))
    return count
