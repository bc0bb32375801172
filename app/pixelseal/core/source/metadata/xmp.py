"""Finds what an XMP packet reveals, by bounded patterns. Is not an XML parser.

XMP part 1 (ISO 16684-1) writes a property as an attribute or an element. Entities are not
expanded, nothing is fetched, and malformed XML is read as far as possible.
"""

import re

from pixelseal.core.base import limits
from pixelseal.core.source.facts.notes import Notes

# Property names (prefixes vary) and the findings that they become.
_KINDS = {
    "author-name": "creator Artist author Author rights Rights Credit CaptionWriter Byline "
    "Copyright Owner publisher contributor",
    "camera-model": "Make Model Lens LensModel LensMake UniqueCameraModel",
    "camera-serial": "SerialNumber BodySerialNumber LensSerialNumber CameraSerialNumber",
    "capture-date": "CreateDate ModifyDate MetadataDate DateCreated DateTimeOriginal "
    "DateTimeDigitized DateTime DigitalCreationDate GPSTimeStamp GPSDateStamp when date",
    "contact": "CiEmailWork CiTelWork CiAdrExtadr CreatorContactInfo",
    "description": "description title UserComment ImageDescription Headline Instructions subject "
    "Caption Keywords TransmissionReference hierarchicalSubject TagsList",
    "document-id": "DocumentID InstanceID OriginalDocumentID documentID instanceID "
    "originalDocumentID BurstID MediaGroupUUID ContentIdentifier",
    "file-name": "RawFileName PreservedFileName filePath",
    "gps": "GPSLatitude GPSLongitude",
    "location": "City State Country CountryName Location Sublocation ProvinceState "
    "GPSAreaInformation",
    "owner-name": "OwnerName CameraOwnerName",
    "person-name": "PersonInImage PersonDisplayName",
    "software": "CreatorTool Software softwareAgent Toolkit",
    "unique-id": "ImageUniqueID",
    "web-link": "WebStatement CiUrlWork Identifier",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}
# Words that reveal something embedded in the packet, whichever property holds it.
_SIGNS = (
    ("face-regions", re.compile(r"mwg-rs:Regions|MPReg:|MPRI:|RegionInfo")),
    ("gain-map", re.compile(r"hdrgm:|HDRGainMap|Semantic\W{1,4}GainMap")),
    ("depth-map", re.compile(r"GDepth:Data|GDepth:Format|Semantic\W{1,4}Depth|DepthMap")),
    ("second-picture", re.compile(r"GImage:Data|PortraitImage")),
    ("motion-video", re.compile(r"MotionPhoto|MicroVideo")),
    ("thumbnail", re.compile(r"xmpGImg:image|xapGImg:image")),
)
_NAMES = "|".join(sorted(_KIND_OF, key=len, reverse=True))
_ATTRIBUTE = re.compile(
    rf"[\s<][\w.-]{{1,40}}:({_NAMES})\s{{0,4}}=\s{{0,4}}(?:\"([^\"]{{0,2000}})\"|'([^']{{0,2000}})')"
)
_ELEMENT = re.compile(rf"<([\w.-]{{1,40}}):({_NAMES})(?:\s[^<>]{{0,400}})?>")
_TAG = re.compile(r"<[^<>]{0,400}>")
_REGION_NAME = re.compile(r"mwg-rs:Name(?:=[\"']([^\"'<]{1,200})|>([^<]{1,200})<)")
_PROPERTIES_MOST = 500
_ELEMENT_LONGEST = 4000  # characters of an element's content that are read


def _text(untrusted_packet: bytes) -> str:
    """The packet as text: UTF-8, or UTF-16/32 where its zero bytes show it (XMP part 1, 7.1)."""
    packet = untrusted_packet[: limits.METADATA_BYTES_MOST]
    if b"\x00" in packet[:64]:
        packet = packet.replace(b"\x00", b"")
    return packet.decode("utf-8", "replace")


def read_xmp(untrusted_packet: bytes, notes: Notes) -> None:
    """Note that there is XMP and what it says, as findings with `where` "XMP"."""
    notes.count("xmp", "XMP", len(untrusted_packet))
    if not notes.may_read(len(untrusted_packet)):
        return
    text = _text(untrusted_packet)
    left = _PROPERTIES_MOST
    for match in _ATTRIBUTE.finditer(text):
        left -= 1
        if left < 0:
            break
        _note(match.group(1), match.group(2) or match.group(3) or "", notes)
    for match in _ELEMENT.finditer(text):
        left -= 1
        if left < 0:
            break
        closing = f"</{match.group(1)}:{match.group(2)}>"
        end = text.find(closing, match.end(), match.end() + _ELEMENT_LONGEST)
        if end >= 0:
            _note(match.group(2), _TAG.sub("\n", text[match.end() : end]), notes)
    for match in _REGION_NAME.finditer(text):
        notes.add("person-name", "XMP", match.group(1) or match.group(2))
    for kind, sign in _SIGNS:
        if sign.search(text):
            notes.add(kind, "XMP")


def _note(name: str, untrusted_value: str, notes: Notes) -> None:
    value = untrusted_value.strip()
    if value:
        notes.add(_KIND_OF[name], "XMP", value)
