"""Notes what the ancillary chunks of a PNG reveal. Checks no picture data.

PNG specification, third edition, section 11.3; XMP part 3 section 1.1.5; the "Raw profile type"
text convention of ImageMagick.
"""

import struct

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import inflate_metadata
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.resolution import note_resolution
from pixelseal.core.source.facts.text import decode, printable_runs
from pixelseal.core.source.metadata.exif import read_exif
from pixelseal.core.source.metadata.icc_texts import read_icc
from pixelseal.core.source.metadata.iptc import read_iptc, read_resources
from pixelseal.core.source.metadata.xmp import read_xmp
from pixelseal.core.source.png.colour import PngColour

# Keywords of section 11.3.3.1 and other common ones, and the findings that their text becomes.
_KEYWORDS = {
    "author": "author-name",
    "artist": "author-name",
    "copyright": "author-name",
    "title": "description",
    "description": "description",
    "comment": "comment",
    "creation time": "capture-date",
    "date:create": "capture-date",
    "date:modify": "capture-date",
    "date:timestamp": "capture-date",
    "software": "software",
    "source": "camera-model",
}
_XMP_KEYWORDS = ("XML:com.adobe.xmp", "Raw profile type xmp")
_RAW_EXIF = ("Raw profile type exif", "Raw profile type APP1")
_RAW_IPTC = ("Raw profile type iptc", "Raw profile type 8bim")
_RAW_ICC = ("Raw profile type icc", "Raw profile type icm")
# Chunks that say how to show the picture and hold no free text.
_TECHNICAL = frozenset(
    (b"pHYs", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"hIST", b"sPLT", b"cICP", b"mDCV",
     b"cLLI", b"oFFs", b"sCAL", b"pCAL", b"sTER", b"gIFg", b"gIFx")
)  # fmt: skip
_ANIMATION = frozenset((b"acTL", b"fcTL"))


class PngMetadata:
    """Takes ancillary chunks one by one.

    `orientation` is that of the first eXIf chunk, `colour` what the chunks state about colour.
    """

    def __init__(self, notes: Notes) -> None:
        self.orientation = 1
        self.colour = PngColour()
        self._notes = notes
        self._exif_seen = False
        self._inflated = 0

    def take(self, name: bytes, body: bytes) -> None:
        """Note what the chunk reveals; raises expands-too-much for a text that inflates too far."""
        if name == b"eXIf":
            orientation = read_exif(body, self._notes)
            if not self._exif_seen:
                self.orientation = orientation
                self._exif_seen = True
        elif name == b"tEXt":
            keyword, _, text = body.partition(b"\x00")
            self._take_text(keyword, text)
        elif name == b"zTXt":
            keyword, _, rest = body.partition(b"\x00")
            self._take_text(keyword, self._inflate(rest[1:]))
        elif name == b"iTXt":
            self._take_international(body)
        elif name == b"iCCP":
            _, _, rest = body.partition(b"\x00")
            profile = self._inflate(rest[1:])
            read_icc(profile, self._notes)
            self.colour.take(name, profile)
        elif name == b"tIME" and len(body) == 7:
            year = int.from_bytes(body[:2], "big")
            date = f"{year}-{body[2]:02}-{body[3]:02} {body[4]:02}:{body[5]:02}:{body[6]:02}"
            self._notes.show("capture-date", "PNG tIME", date)
        elif name == b"caBX":
            self._notes.count("content-credentials", "PNG caBX", len(body))
        elif name in _TECHNICAL:
            self.colour.take(name, body)
            if name == b"pHYs" and len(body) == 9:
                across, down = struct.unpack_from(">II", body)
                note_resolution(across, down, self._notes, "PNG pHYs")
            self._notes.count("technical-data", f"PNG {name.decode('ascii')}", len(body))
        elif name not in _ANIMATION:
            self._notes.count("unknown-segment", "PNG chunk", len(body))
            for run in printable_runs(body):
                self._notes.text(run)

    def _inflate(self, untrusted: bytes) -> bytes:
        inflated = inflate_metadata(untrusted)
        self._inflated += len(inflated)
        if self._inflated > limits.INFLATED_METADATA_SUM_MOST:
            raise SourceRefused("expands-too-much")
        return inflated

    def _take_international(self, body: bytes) -> None:
        keyword, _, rest = body.partition(b"\x00")
        compressed = rest[:1] == b"\x01"
        _, _, rest = rest[2:].partition(b"\x00")  # language tag
        _, _, text = rest.partition(b"\x00")  # translated keyword
        self._take_text(keyword, self._inflate(text) if compressed else text)

    def _take_text(self, untrusted_keyword: bytes, text: bytes) -> None:
        keyword = untrusted_keyword[:79].decode("latin-1")
        if keyword in _XMP_KEYWORDS:
            read_xmp(text if text[:1] != b"\n" else _raw_profile(text), self._notes)
        elif keyword in _RAW_EXIF:
            read_exif(_raw_profile(text), self._notes)
        elif keyword in _RAW_IPTC:
            profile = _raw_profile(text)
            if profile.startswith(b"8BIM"):
                read_resources(profile, self._notes)
            else:
                read_iptc(profile, self._notes)
        elif keyword in _RAW_ICC:
            read_icc(_raw_profile(text), self._notes)
        else:
            self._notes.add(_KEYWORDS.get(keyword.lower(), "comment"), "PNG text", decode(text))


def _raw_profile(text: bytes) -> bytes:
    """The bytes of a "Raw profile type" text: a name, a length, then hexadecimal digits."""
    parts = text[: limits.METADATA_BYTES_MOST].split(b"\n", 3)
    if len(parts) < 4:
        return b""
    try:
        return bytes.fromhex(parts[3].decode("ascii"))
    except ValueError:
        return b""
