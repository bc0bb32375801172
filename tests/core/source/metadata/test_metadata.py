"""What a file says about a person is found, named and bounded; broken metadata does no harm."""

import struct

import pytest
from PIL import ImageCms, features
from pixelseal.core.base import limits
from pixelseal.core.source import File, examine
from pixelseal.core.source.facts.notes import IDENTIFIER, Notes
from pixelseal.core.source.metadata.exif import read_exif
from pixelseal.core.source.metadata.icc_texts import read_icc
from pixelseal.core.source.metadata.xmp import read_xmp
from pixelseal.model import catalogue

from tests.builders import jpeg, tiff
from tests.builders.pictures import encoded, picture
from tests.builders.tiff import ASCII, BYTE, LONG, SHORT, UNDEFINED, Ifd
from tests.core.source.outcomes import found

PHOTO = encoded("jpeg")


def _camera_block(order: str = "<") -> bytes:
    wide = "utf-16-le" if order == "<" else "utf-16-be"
    exif = Ifd(
        {
            36867: (ASCII, b"2031:02:03 04:05:06\x00"),
            36881: (ASCII, b"+05:30\x00"),
            37500: (UNDEFINED, b"MAKER\x00\x01\x02NO-4711-0815\x00\xff"),
            37510: (UNDEFINED, b"UNICODE\x00" + "note for the ward".encode(wide)),
            42016: (ASCII, b"00112233445566778899aabbccddeeff\x00"),
            42032: (ASCII, b"Owner Placeholder\x00"),
            42033: (ASCII, b"BODY-0001\x00"),
            42037: (ASCII, b"LENS-0002\x00"),
        }
    )
    first = Ifd(
        {
            270: (ASCII, b"Patient Placeholder, bed 12\x00"),
            271: (ASCII, b"Maker\x00"),
            272: (ASCII, b"Model 1\x00"),
            305: (ASCII, b"Program 1.0\x00"),
            315: (ASCII, b"Photographer Placeholder\x00"),
            40093: (BYTE, list("Author Placeholder\0".encode("utf-16-le"))),
        },
        children={34665: exif, 34853: tiff.gps_ifd()},
    )
    thumbnail = Ifd({513: (LONG, [8]), 514: (LONG, [1234])})
    return tiff.tiff(first, thumbnail, order=order)


@pytest.mark.parametrize("order", ["<", ">"])
def test_camera_metadata_becomes_findings_by_identifier(order: str) -> None:
    source = examine(jpeg.with_segments(PHOTO, jpeg.exif(_camera_block(order))))
    said = {(f.kind, f.identifier, f.value) for f in source.findings}
    assert {
        ("gps", "B", "12.50000° N, 34.01000° E"),
        ("capture-date", "C", "2031:02:03 04:05:06"),
        ("capture-date", "C", "2031:02:03"),
        ("time-zone", "B", "+05:30"),
        ("camera-serial", "M", "BODY-0001"),
        ("camera-serial", "M", "LENS-0002"),
        ("owner-name", "A", "Owner Placeholder"),
        ("author-name", "A", "Photographer Placeholder"),
        ("author-name", "A", "Author Placeholder"),
        ("description", "A", "Patient Placeholder, bed 12"),
        ("comment", "A", "note for the ward"),
        ("unique-id", "R", "00112233445566778899aabbccddeeff"),
        ("software", "", "Program 1.0"),
        ("camera-model", "", "Model 1"),
        ("thumbnail", "Q", "1,234 bytes"),
    } <= said
    # The maker's own serial number is in no tag that we know, but the audit must look for it.
    assert {"Patient Placeholder, bed 12", "BODY-0001", "NO-4711-0815"} <= set(source.texts)


def test_every_kind_has_a_sentence_and_a_known_identifier() -> None:
    for kind, identifier in IDENTIFIER.items():
        assert "finding-" + kind in catalogue.table("en")
        assert identifier == "" or identifier in "ABCDEFGHIJKLMNOPQR"


BROKEN_BLOCKS = {
    "empty": b"",
    "no TIFF": b"words",
    "first directory outside": b"II*\x00\xff\xff\xff\x7f",
    "first directory in the header": b"II*\x00\x02\x00\x00\x00",
    "too many entries": b"II*\x00\x08\x00\x00\x00\xff\xff" + bytes(40),
    "cut": _camera_block()[:60],
    "loop": tiff.tiff(Ifd({271: (ASCII, b"Maker\x00")}), loop=True),
    "pointer to itself": tiff.tiff(Ifd({34665: (LONG, [8]), 34853: (LONG, [8])})),
    "values outside": tiff.tiff(Ifd({272: (LONG, [1])})).replace(
        struct.pack("<HHI", 272, 4, 1), struct.pack("<HHI", 272, 2, 2**32 - 1)
    ),
}


@pytest.mark.parametrize("name", BROKEN_BLOCKS)
def test_broken_exif_never_costs_the_picture(name: str) -> None:
    source = examine(jpeg.with_segments(PHOTO, jpeg.exif(BROKEN_BLOCKS[name])))
    assert (source.first.width, source.first.orientation) == (61, 1)


@pytest.mark.parametrize("name", ["empty", "no TIFF", "too many entries", "loop"])
def test_broken_exif_is_said_to_be_unreadable(name: str) -> None:
    source = examine(jpeg.with_segments(PHOTO, jpeg.exif(BROKEN_BLOCKS[name])))
    assert "metadata-unreadable" in found(source)


def test_chain_of_a_thousand_directories_ends() -> None:
    ifd = Ifd({271: (ASCII, b"Maker\x00")})
    for _ in range(3):
        ifd = Ifd({271: (ASCII, b"Maker\x00")}, children={34665: ifd})
    chain = b"".join(
        struct.pack("<HHHIII", 1, 34665, 4, 1, 8 + 18 * (index + 1), 0) for index in range(3000)
    )
    source = examine(jpeg.with_segments(PHOTO, jpeg.exif(b"II*\x00\x08\x00\x00\x00" + chain)))
    assert source.first.width == 61
    assert "camera-model" in found(examine(jpeg.with_segments(PHOTO, jpeg.exif(tiff.tiff(ifd)))))


def test_repeated_metadata_is_read_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "METADATA_SUM_MOST", 100)
    packet = b'<x photoshop:City="Town Placeholder"/>'
    kinds = found(examine(jpeg.with_segments(PHOTO, *[jpeg.xmp(packet)] * 9)))
    assert kinds["location"] == ["Town Placeholder"]
    assert "more-findings" in kinds


def test_position_that_makes_no_sense_is_still_named() -> None:
    block = tiff.tiff(Ifd({271: (ASCII, b"M\x00")}, children={34853: tiff.gps_ifd(123, 456)}))
    notes = Notes()
    read_exif(block, notes)
    assert [f.value for f in notes.findings if f.kind == "gps"] == [""]


def test_xmp_properties_as_attributes_and_elements() -> None:
    packet = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description
      xmp:CreateDate="2031-02-03T04:05:06" aux:SerialNumber='4711'
      photoshop:City="Town Placeholder">
      <dc:creator><rdf:Seq><rdf:li>Creator Placeholder</rdf:li></rdf:Seq></dc:creator>
      <dc:description><rdf:Alt><rdf:li xml:lang="x">Patient Placeholder</rdf:li></rdf:Alt>
      </dc:description><xmpMM:DocumentID>xmp.did:0123456789</xmpMM:DocumentID>
      <mwg-rs:Regions><mwg-rs:Name>Face Placeholder</mwg-rs:Name></mwg-rs:Regions>
      <exif:GPSLatitude>12,30.0N</exif:GPSLatitude></rdf:Description>"""
    kinds = found(examine(jpeg.with_segments(PHOTO, jpeg.xmp(packet.encode()))))
    assert kinds["capture-date"] == ["2031-02-03T04:05:06"]
    assert kinds["camera-serial"] == ["4711"]
    assert kinds["location"] == ["Town Placeholder"]
    assert kinds["author-name"] == ["Creator Placeholder"]
    assert kinds["description"] == ["Patient Placeholder"]
    assert kinds["document-id"] == ["xmp.did:0123456789"]
    assert kinds["person-name"] == ["Face Placeholder"]
    assert kinds["gps"] == ["12,30.0N"]
    assert "face-regions" in kinds


def test_xmp_in_sixteen_bits_is_read() -> None:
    packet = '<x photoshop:City="Town Placeholder"/>'.encode("utf-16-be")
    assert found(examine(jpeg.with_segments(PHOTO, jpeg.xmp(packet))))["location"]


def test_extended_xmp_is_put_together_in_order() -> None:
    whole = b'<x a:OwnerName="Owner Placeholder" GDepth:Data="AAAA"/>'
    head = b"http://ns.adobe.com/xmp/extension/\x00" + b"0" * 32
    parts = [
        jpeg.segment(0xE1, head + struct.pack(">II", len(whole), at) + whole[at : at + 20])
        for at in range(0, len(whole), 20)
    ]
    kinds = found(examine(jpeg.with_segments(PHOTO, *reversed(parts))))
    assert kinds["owner-name"] == ["Owner Placeholder"]
    assert "depth-map" in kinds


def test_xmp_entities_are_not_expanded() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    packet = f'<!DOCTYPE x [{levels}]><x a:City="&l11;"/>'
    notes = Notes()
    read_xmp(packet.encode(), notes)
    assert [f.value for f in notes.findings if f.kind == "location"] == ["&l11;"]


def test_hostile_xmp_is_bounded() -> None:
    notes = Notes()
    read_xmp(b"<a:creator " * 400_000, notes)
    read_xmp(b'<a:creator>x</a:creator a:City="' * 100_000, notes)
    assert len(notes.findings) <= limits.FINDINGS_MOST + 1


def test_photoshop_and_iptc() -> None:
    datasets = b"".join(
        (
            jpeg.iptc_dataset(80, b"Byline Placeholder"),
            jpeg.iptc_dataset(90, b"Town Placeholder"),
            jpeg.iptc_dataset(120, b"Patient Placeholder"),
            jpeg.iptc_dataset(55, b"20310203"),
        )
    )
    segment = jpeg.photoshop(jpeg.resource(0x0404, datasets), jpeg.resource(0x040C, bytes(99)))
    kinds = found(examine(jpeg.with_segments(PHOTO, segment)))
    assert kinds["author-name"] == ["Byline Placeholder"]
    assert kinds["location"] == ["Town Placeholder"]
    assert kinds["description"] == ["Patient Placeholder"]
    assert kinds["capture-date"] == ["20310203"]
    assert kinds["thumbnail"] == ["99 bytes"]


def _profile(*tags: tuple[bytes, bytes], date: tuple[int, ...] = (2031, 2, 3, 4, 5, 6)) -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    for name, value in tags:
        table += name + struct.pack(">II", 132 + 12 * len(tags) + len(body), len(value))
        body += value
    size = 128 + len(table) + len(body)
    head = bytearray(struct.pack(">I4xI", size, 0x02100000) + b"mntrRGB XYZ ".ljust(116, b"\0"))
    head[36:40] = b"acsp"
    head[68:80] = bytes.fromhex("0000f6d6000100000000d32d")
    struct.pack_into(">6H", head, 24, *date)
    return bytes(head) + table + body


def test_profile_texts_and_date() -> None:
    name = "Screen of Placeholder".encode("utf-16-be")
    mluc = b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", len(name), 28) + name
    notes = Notes()
    read_icc(_profile((b"desc", mluc), (b"cprt", b"text\x00\x00\x00\x00Ward 7\x00")), notes)
    said = {(f.kind, f.value) for f in notes.findings}
    assert {
        ("colour-profile", "Screen of Placeholder"),
        ("profile-text", "Ward 7"),
        ("profile-date", "2031-02-03 04:05:06"),
    } <= said


def test_the_profile_that_everybody_has_raises_no_alarm_and_one_that_says_more_does() -> None:
    def text(value: bytes) -> bytes:
        return b"text\x00\x00\x00\x00" + value + b"\x00"

    tags = [
        (b"desc", text(b"sRGB IEC61966-2.1")),
        (b"cprt", text(b"Copyright (c) 1998 Hewlett-Packard Company")),
        (b"dmnd", text(b"IEC http://www.iec.ch")),
        (b"dmdd", text(b"IEC 61966-2.1 Default RGB colour space - sRGB")),
        (b"vued", text(b"Reference Viewing Condition in IEC61966-2.1")),
    ]
    date = (1998, 2, 9, 6, 49, 0)
    plain = _profile(*tags, date=date)
    for profile, kinds in (
        (plain, {"colour-profile"}),
        (_profile(*tags[:-1], date=date), {"colour-profile", "profile-text", "profile-date"}),
        (_profile(*tags), {"colour-profile", "profile-text", "profile-date"}),
        (
            _profile(*tags, (b"targ", text(b"Ward 7")), date=date),
            {"colour-profile", "profile-text", "profile-date"},
        ),
    ):
        notes = Notes()
        read_icc(profile, notes)
        assert {finding.kind for finding in notes.findings} == kinds
        assert ("sRGB IEC61966-2.1") in {finding.value for finding in notes.findings}


def test_the_small_profile_of_services_for_pictures_raises_no_alarm_at_its_own_date_alone() -> None:
    tags = ((b"desc", b"desc\0\0\0\0\0\0\0\3c2\0"), (b"cprt", b"text\0\0\0\0FB\0"))
    kinds = []
    for date in ((2012, 1, 25, 3, 41, 57), (2031, 1, 25, 3, 41, 57)):
        notes = Notes()
        read_icc(_profile(*tags, date=date), notes)
        kinds.append({finding.kind for finding in notes.findings})
    assert kinds == [{"colour-profile"}, {"colour-profile", "profile-text", "profile-date"}]


@pytest.mark.skipif(not features.check("littlecms2"), reason="this Pillow has no LittleCMS")
def test_a_profile_built_into_a_program_has_a_date_of_its_own_and_no_name() -> None:
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kinds = found(examine(encoded("png", icc_profile=made)))
    assert kinds["colour-profile"] == ["sRGB built-in"]
    assert "profile-text" not in kinds
    # LittleCMS puts in when the profile was made: often the day of the work on this picture.
    assert "profile-date" in kinds
    other = made.replace("use freely".encode("utf-16-be"), "use Ward 7".encode("utf-16-be"))
    assert len(other) == len(made) and other != made
    assert found(examine(encoded("png", icc_profile=other)))["profile-text"] == [
        "No copyright, use Ward 7"
    ]


def test_profile_that_is_none_is_named() -> None:
    notes = Notes()
    read_icc(b"short", notes)
    assert {f.kind for f in notes.findings} == {"colour-profile", "metadata-unreadable"}


def _with_comments(*comments: bytes) -> File:
    return examine(jpeg.with_segments(PHOTO, *(jpeg.segment(0xFE, each) for each in comments)))


def test_values_shown_are_short_plain_lines() -> None:
    source = _with_comments("a\x1b[31m\u202eb\nc\u200b<b>\x00".encode() + b"x" * 5000)
    (value,) = found(source)["comment"]
    assert len(value) == limits.VALUE_LONGEST
    assert value.startswith("a [31m b c <b> x")


def test_findings_and_texts_are_bounded() -> None:
    many = [b"comment number %d" % index for index in range(3000)]
    source = _with_comments(*many)
    assert len(source.findings) <= limits.FINDINGS_MOST + 1
    assert "more-findings" in found(source)
    assert len(source.texts) <= limits.TEXTS_MOST


def test_texts_that_pixels_could_hold_by_chance_are_left_out() -> None:
    source = _with_comments(b"aaaaaaaa", b"abababab", b"01234567", b"short", b"bed 12 in ward 7")
    assert source.texts == ("bed 12 in ward 7",)


def test_thumbnail_tables_of_a_jpeg_are_no_texts() -> None:
    thumbnail = encoded("jpeg", picture(16, 16))
    block = tiff.tiff(Ifd({274: (SHORT, [1]), 37500: (UNDEFINED, thumbnail)}))
    source = examine(jpeg.with_segments(PHOTO, jpeg.exif(block)))
    # Every JPEG that uses the usual Huffman tables holds these letters, ours too.
    assert not [text for text in source.texts if "CDEFGHIJ" in text or "456789" in text]
