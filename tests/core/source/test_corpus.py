"""Real files that nobody here made: facts agree with the manifest, Pillow and exiftool."""

import csv
import io
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, features
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source import File, examine

from tests.core.source.outcomes import found

# What a trait of the manifest must be called when the file is refused for it.
REFUSED_TRAITS = {
    "lossless": "jpeg-lossless",
    "12bit": "jpeg-12-bit",
    "jpeg_no_eoi": "file-truncated",
    "JPEG_(old-style)": "format-unsupported",
    "mode:F": "format-unsupported",
    "mode:I": "format-unsupported",
    "png_bad_crc": "file-damaged",
    "webp_truncated": "file-truncated",
    "bmp_reserved": "format-unsupported",
}
REFUSED_FORMATS = {"JPEG2000", "JP2"}
# Traits of the manifest and the finding that must name each in a file that is taken.
NAMED_TRAITS = {
    "gps": "gps",
    "thumbnail": "thumbnail",
    "makernote": "maker-note",
    "icc": "colour-profile",
    "xmp": "xmp",
    "iptc": "iptc",
    "8bim": "photoshop-data",
    "jpeg_comment": "comment",
    "gif_comment": "comment",
    "c2pa": "content-credentials",
    "gainmap": "gain-map",
    "mpimage": "second-picture",
    "tifftag:315": "author-name",
    "trns": "alpha",
    "png_data_after_zlib": "surplus-data",
    "chunk:tIME": "capture-date",
}


@dataclass(frozen=True)
class Entry:
    """One line of the manifest and what examine() made of the file."""

    name: str
    traits: frozenset[str]
    format: str
    size: str
    data: bytes
    outcome: File | str


@pytest.fixture(scope="module")
def entries(corpus: Path) -> list[Entry]:
    made = []
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            data = (corpus / row["file"]).read_bytes()
            try:
                outcome: File | str = examine(data)
            except SourceRefused as refused:
                outcome = refused.code
            traits = frozenset(row["stresses"].split(","))
            made.append(Entry(row["file"], traits, row["format"], row["wxh"], data, outcome))
    assert len(made) > 100
    return made


def test_taken_files_have_the_size_that_pillow_and_the_manifest_see(entries: list[Entry]) -> None:
    for entry in entries:
        if isinstance(entry.outcome, File):
            size = (entry.outcome.first.width, entry.outcome.first.height)
            readable = {"heic": False, "avif": features.check("avif")}
            if not readable.get(entry.outcome.format, True):
                continue
            with Image.open(io.BytesIO(entry.data)) as image:
                assert image.size == size, entry.name
            if entry.size != "-":
                assert entry.size == "{}x{}".format(*size), entry.name


def test_other_formats_are_refused_by_name(entries: list[Entry]) -> None:
    for entry in entries:
        if entry.format in REFUSED_FORMATS:
            assert entry.outcome == "format-unsupported", entry.name


def test_several_frames_are_never_one(entries: list[Entry]) -> None:
    for entry in entries:
        frames = [trait for trait in entry.traits if trait.startswith("frames")]
        if frames and entry.format in ("PNG", "GIF", "WEBP"):
            assert isinstance(entry.outcome, File), entry.name
            assert frames == [f"frames{len(entry.outcome.pages)}"], entry.name
        if frames and entry.format == "TIFF" and isinstance(entry.outcome, File):
            whole = frames == [f"frames{len(entry.outcome.pages)}"]
            assert whole or "second-picture" in found(entry.outcome), entry.name


def test_codings_that_are_not_taken_have_their_own_code(entries: list[Entry]) -> None:
    met = set()
    for entry in entries:
        for trait in entry.traits & set(REFUSED_TRAITS):
            # A file can be refused for another of its faults first; never is it taken.
            assert isinstance(entry.outcome, str), (entry.name, trait)
            if entry.outcome == REFUSED_TRAITS[trait]:
                met.add(trait)
    assert met == set(REFUSED_TRAITS)


def test_what_pillow_cannot_read_is_not_taken(entries: list[Entry]) -> None:
    for entry in entries:
        if "pillow_err" in entry.traits and entry.format != "ISOBMFF":
            assert isinstance(entry.outcome, str), entry.name


def test_everything_else_is_taken(entries: list[Entry]) -> None:
    reasons = {"animated", "several-pages", "format-unsupported", "jpeg-lossless", "jpeg-12-bit"}
    for entry in entries:
        if isinstance(entry.outcome, str) and entry.outcome not in reasons:
            faults = {"pillow_err", "jpeg_no_eoi", "malformed", "tiff_bad_ifd"}
            assert entry.traits & faults, entry.name


def test_traits_are_named(entries: list[Entry]) -> None:
    for entry in entries:
        if isinstance(entry.outcome, File):
            kinds = found(entry.outcome)
            for trait in entry.traits & set(NAMED_TRAITS):
                assert NAMED_TRAITS[trait] in kinds, (entry.name, trait)


def test_orientation_agrees_with_the_manifest(entries: list[Entry]) -> None:
    for entry in entries:
        if isinstance(entry.outcome, File) and entry.format in ("JPEG", "PNG", "WEBP"):
            stated = [trait for trait in entry.traits if trait[:-1] == "orient"]
            expected = int(stated[0][-1]) if stated else 1
            assert entry.outcome.first.orientation == expected, entry.name


def test_sampling_agrees_with_the_manifest(entries: list[Entry]) -> None:
    names = {"ss1x1": ("4:4:4", "gray"), "ss2x1": ("4:2:2",), "ss2x2": ("4:2:0",),
             "ss1x2": ("4:4:0",)}  # fmt: skip
    for entry in entries:
        if isinstance(entry.outcome, File) and entry.format in ("JPEG", "MPO"):
            for trait in entry.traits & set(names):
                assert entry.outcome.first.sampling in names[trait], entry.name


def test_exiftool_sees_the_same_orientation_and_position(
    entries: list[Entry], corpus: Path
) -> None:
    exiftool = shutil.which("exiftool")
    if exiftool is None:
        pytest.skip("exiftool, the outside witness, is not installed")
    taken = {entry.name: entry.outcome for entry in entries if isinstance(entry.outcome, File)}
    asked = ["-j", "-n", "-fast0", "-EXIF:Orientation", "-GPS:GPSLatitude", "-GPS:GPSLongitude"]
    files = [str(corpus / name) for name in taken]
    told = subprocess.run(
        [exiftool, *asked, "-EXIF:SerialNumber", "-EXIF:DateTimeOriginal", *files],
        capture_output=True, check=False, text=True,
    ).stdout  # fmt: skip
    seen = {Path(row["SourceFile"]).name: row for row in json.loads(told)}
    positions = 0
    for name, source in taken.items():
        row, kinds = seen[name], found(source)
        stated = row.get("Orientation", 1)
        if stated in range(1, 9) and source.format not in ("tiff", "avif", "heic"):
            assert source.first.orientation == stated, name
        if "GPSLatitude" in row and "GPSLongitude" in row:
            (value,) = kinds["gps"][:1]
            north, east = (part.split("°")[0] for part in value.split(", "))
            assert float(north) == pytest.approx(abs(row["GPSLatitude"]), abs=1e-5), name
            assert float(east) == pytest.approx(abs(row["GPSLongitude"]), abs=1e-5), name
            positions += 1
        if "SerialNumber" in row:
            assert str(row["SerialNumber"]) in kinds["camera-serial"], name
        if "DateTimeOriginal" in row:
            assert str(row["DateTimeOriginal"]).strip() in kinds["capture-date"], name
    assert positions >= 3
