"""A profile that everybody has raises no alarm only if no name can be anywhere in it."""

import struct
from collections.abc import Callable

import pytest
from PIL import Image, ImageCms, features
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.metadata.icc_texts import read_icc
from pixelseal.core.source.metadata.profile_rest import holds_only_colours_and_texts

from tests.conftest import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
NAME = b"Name Placeholder 1961"
WIDE = NAME.decode().encode("utf-16-be")
pytestmark = pytest.mark.skipif(
    not features.check("littlecms2"), reason="this Pillow has no LittleCMS"
)


def made() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def kinds(profile: bytes) -> set[str]:
    notes = Notes()
    read_icc(profile, notes)
    return {finding.kind for finding in notes.findings}


def entries(profile: bytes) -> list[tuple[bytes, int, int]]:
    count = int.from_bytes(profile[128:132], "big")
    return list(struct.iter_unpack(">4sII", profile[132 : 132 + 12 * count]))


def with_elements(profile: bytes, changed: dict[bytes, bytes]) -> bytes:
    """The profile with other elements, or more of them."""
    elements = {tag: profile[start : start + size] for tag, start, size in entries(profile)}
    elements |= changed
    table, body = struct.pack(">I", len(elements)), b""
    for tag, element in elements.items():
        table += tag + struct.pack(">II", 132 + 12 * len(elements) + len(body), len(element))
        body += element + bytes(-len(element) % 4)
    whole = profile[4:128] + table + body
    return (len(whole) + 4).to_bytes(4, "big") + whole


def texts(*languages: tuple[bytes, bytes]) -> bytes:
    head = b"mluc" + struct.pack(">III", 0, len(languages), 12)
    table, body = b"", b""
    for language, text in languages:
        place = 16 + 12 * len(languages) + len(body)
        table += language + struct.pack(">II", len(text), place)
        body += text
    return head + table + body


def at(place: int, value: bytes) -> Callable[[bytes], bytes]:
    return lambda profile: profile[:place] + value + profile[place + len(value) :]


def tag(name: bytes, element: bytes) -> Callable[[bytes], bytes]:
    return lambda profile: with_elements(profile, {name: element})


def appended(profile: bytes) -> bytes:
    longer = profile + NAME
    return len(longer).to_bytes(4, "big") + longer[4:]


def between(profile: bytes) -> bytes:
    """With the name in front of the first element, and every offset behind it."""
    rows = entries(profile)
    end = 132 + 12 * len(rows)
    table = b"".join(
        name + struct.pack(">II", start + len(NAME), size) for name, start, size in rows
    )
    whole = profile[:132] + table + NAME + profile[end:]
    return len(whole).to_bytes(4, "big") + whole[4:]


def twice(profile: bytes) -> bytes:
    """With a second tag of the same name, which readers do not look at."""
    added = with_elements(profile, {b"zzzz": b"text\0\0\0\0" + NAME + b"\0"})
    return added.replace(b"zzzz", b"cprt", 1)


SRGB = "sRGB built-in".encode("utf-16-be")
OLD = b"desc\0\0\0\0\0\0\0\x0esRGB built-in\0"
PLANTED = {
    "a second language of the name": tag(b"desc", texts((b"enUS", SRGB), (b"deDE", WIDE))),
    "a language": tag(b"desc", texts((b"Name", SRGB))),
    "behind the texts": tag(b"desc", texts((b"enUS", SRGB)) + WIDE),
    "the Unicode part of a description": tag(
        b"desc", OLD + struct.pack(">II", 0, len(NAME)) + WIDE + bytes(70)
    ),
    "the Macintosh part of a description": tag(
        b"desc", OLD + bytes(10) + bytes((len(NAME),)) + NAME.ljust(67, b"\0")
    ),
    "the description of the screening": tag(b"dscm", texts((b"enUS", SRGB), (b"deDE", WIDE))),
    "a dictionary": tag(
        b"meta",
        b"dict" + struct.pack(">7I", 0, 1, 16, 32, 8, 40, len(WIDE)) + b"\0N\0a\0m\0e" + WIDE,
    ),
    "a private text": tag(b"priv", b"text\0\0\0\0" + NAME + b"\0"),
    "private data": tag(b"xyzw", b"data" + bytes(8) + NAME + b"\0"),
    "no type at all": tag(b"xxxx", NAME),
    "a second copyright": twice,
    "a date of calibration": tag(b"calt", b"dtim" + struct.pack(">I6H", 0, 1961, 2, 3, 0, 0, 0)),
    "a colorant": tag(b"rXYZ", b"XYZ \0\0\0\0" + NAME[:12]),
    "the matrix": tag(b"chad", b"sf32\0\0\0\0" + NAME.ljust(36)),
    "the chromaticities": tag(b"chrm", b"chrm\0\0\0\0\0\3\0\0" + NAME.ljust(24)),
    "a curve": tag(b"gTRC", b"curv\0\0\0\0\0\0\0\x0a" + NAME[:20]),
    "a function": tag(b"gTRC", b"para\0\0\0\0\0\3\0\0" + NAME[:20]),
    "the spare bytes of an element": tag(b"wtpt", b"XYZ Name" + bytes(12)),
    "appended": lambda profile: profile + NAME,
    "appended and counted": appended,
    "between the tags": between,
    "the module of the header": at(4, b"Name"),
    "the flags of the header": at(44, b"Name"),
    "the manufacturer": at(48, b"Name"),
    "the model": at(52, b"Plac"),
    "the attributes": at(56, b"Name 196"),
    "the intent": at(64, b"Name"),
    "the creator": at(80, b"Name"),
    "the profile's ID": at(84, NAME[:16]),
    "the reserved bytes": at(100, NAME),
}  # fmt: skip


def test_what_programs_make_is_known() -> None:
    profile = made()
    assert holds_only_colours_and_texts(profile)
    assert kinds(profile) == {"colour-profile", "profile-date"}
    # The helper itself changes nothing that matters; nor do more languages with the same text.
    assert kinds(with_elements(profile, {})) == kinds(profile)
    both = texts((b"enUS", SRGB), (b"en\0\0", SRGB))
    assert kinds(with_elements(profile, {b"desc": both})) == kinds(profile)


@pytest.mark.parametrize("place", PLANTED)
def test_a_name_anywhere_in_it_makes_it_a_profile_like_any_other(place: str) -> None:
    profile = PLANTED[place](made())
    assert not holds_only_colours_and_texts(profile)
    assert "profile-text" in kinds(profile)


def test_no_part_of_a_profile_can_be_left_out_or_cut() -> None:
    profile = made()
    for size in range(132, len(profile)):
        assert not holds_only_colours_and_texts(profile[:size])


@pytest.mark.skipif(not CORPUS.exists(), reason="no shared corpus here")
@pytest.mark.parametrize(
    "name",
    [
        "Pillow__hopper.iccprofile.tif",
        "libultrahdr__apple_gainmap_new.jpg",
        "libavif__paris_exif_xmp_icc.jpg",
        "scikit-image__rocket.jpg",
        "Pillow__ultrahdr.jpg",
        "commons-imaging__test.webp",
    ],
)
def test_published_profiles_in_real_files_are_known_and_with_a_name_they_are_not(name: str) -> None:
    with Image.open(CORPUS / name) as image:
        profile = image.info["icc_profile"]
    assert "profile-text" not in kinds(profile)
    for place in ("a private text", "appended and counted", "the reserved bytes", "the creator"):
        assert "profile-text" in kinds(PLANTED[place](profile)), place
