"""The format is detected by content: a wrong name does no harm, an unsupported kind is named."""

import ast
import gzip

import pytest
from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source import examine
from pixelseal.core.source.heif.picture import OTHER_PICTURES
from pixelseal.core.source.sniff import _KNOWN
from pixelseal.core.source.tiff.page import _COMPRESSION_NAMES
from pixelseal.model import catalogue
from pixelseal.model.messages import sentence

from tests.builders import jpeg, png
from tests.builders.pictures import FORMATS, encoded
from tests.conftest import ROOT
from tests.core.source.outcomes import found, refusal


def _media(brand: bytes, *others: bytes) -> bytes:
    body = brand + bytes(4) + b"".join(others)
    return (8 + len(body)).to_bytes(4, "big") + b"ftyp" + body + bytes(64)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n" + bytes(64), "pdf"),
        (_media(b"isom", b"mp42"), "video"),
        (b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(64), "jpeg-2000"),
        (b"\xff\x4f\xff\x51" + bytes(64), "jpeg-2000"),
        (b"\xff\x0a" + bytes(64), "jpeg-xl"),
        (b"\x00\x00\x00\x0cJXL \r\n\x87\n" + bytes(64), "jpeg-xl"),
        (bytes(128) + b"DICM" + bytes(64), "dicom"),
        (b"8BPS" + bytes(64), "photoshop"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc) (r) file", "postscript"),
        (b"\x00\x00\x01\x00" + bytes(64), "icon"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "svg"),
        (b"\xef\xbb\xbf<svg width='9'/>", "svg"),
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>', "svg"),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00" + bytes(64), "camera-raw"),
        (b"RIFF\x00\x00\x00\x00AVI " + bytes(64), "video"),
    ],
)
def test_known_kinds_are_refused_by_their_name(data: bytes, name: str) -> None:
    with pytest.raises(Exception, match="format-unsupported") as caught:
        examine(data)
    assert caught.value.values == {"format": name}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "data",
    [
        b"\x00",
        b"\xff",
        b"plain words in a file that is called photo.jpg",
        b"BM words that begin like a bitmap but are none",
        b"<!doctype html><html><body><svg></svg></body></html>",
        b"MZ\x90\x00" + bytes(200),
        b"\x7fELF" + bytes(200),
        b"PK\x03\x04" + bytes(200),
        gzip.compress(encoded("jpeg")),
        b"\xff\xd8",
    ],
)
def test_other_files_are_no_images(data: bytes) -> None:
    assert refusal(data) == "not-an-image"


def test_empty_file() -> None:
    assert refusal(b"") == "empty-file"


def test_file_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES_MOST", 1000)
    assert refusal(encoded("png")) == "too-many-bytes"


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_told_by_content(format: str) -> None:
    source = examine(encoded(format))
    assert (source.format, source.first.width, source.first.height) == (format, 61, 47)


@pytest.mark.parametrize("other", [b"<html><script>1</script>", b"PK\x03\x04 archive", b"%PDF-1.7"])
def test_second_life_of_a_polyglot_is_named(other: bytes) -> None:
    in_comment = jpeg.with_segments(encoded("jpeg"), jpeg.segment(0xFE, other))
    assert "comment" in found(examine(in_comment))
    assert "trailing-bytes" in found(examine(encoded("png") + other))
    assert "unknown-segment" in found(examine(png.small(png.chunk(b"prVt", other))))


def _texts(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _refused_by(tree: ast.AST) -> set[str]:
    """Kinds that a module names where it refuses them."""
    named: set[str] = set()
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        if getattr(call.func, "id", "") == "_refuse":
            named |= _texts(call.args[0])
        elif "format-unsupported" in _texts(call):
            named |= {text for word in call.keywords for text in _texts(word.value)}
    return named


def test_every_kind_that_is_refused_has_a_name_and_every_name_a_kind() -> None:
    paths = (ROOT / "app/pixelseal/core").rglob("*.py")
    modules = [ast.parse(path.read_text("utf-8")) for path in paths]
    kinds = set().union(*map(_refused_by, modules))
    tables = (_KNOWN, OTHER_PICTURES.items(), _COMPRESSION_NAMES.items())
    kinds |= {kind for table in tables for _mark, kind in table if kind}
    prefix = "refused-"
    named = {key.removeprefix(prefix) for key in catalogue.table("en") if key.startswith(prefix)}
    assert len(kinds) > 40
    assert kinds <= named
    assert named <= set().union(*map(_texts, modules))


def test_a_kind_is_named_in_the_language_of_the_reader() -> None:
    with pytest.raises(SourceRefused) as refused:
        examine(b"II*\x00\x10\x00\x00\x00CR\x02\x00" + bytes(64))
    code, values = refused.value.code, refused.value.values
    assert ": camera raw. Save it as" in sentence(code, values, "en")
    assert ": RAW de cámara. Guárdelo" in sentence(code, values, "es")
    # A format of ours is called the same everywhere.
    assert ": WebP. " in sentence(code, {"format": "WebP"}, "es")
    assert "12 bits por muestra. " in sentence(code, {"format": "tiff-bits", "bits": 12}, "es")
