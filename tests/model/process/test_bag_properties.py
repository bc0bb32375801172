"""Random edits of a bag and of its ZIP are always found; ZIPs as other programs write them."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.process import bag, receipt, transfer
from pixelseal.model.process.bag import BagError, Opened
from pixelseal.model.process.receipt import Learned, Receipt
from pixelseal.model.process.transfer import Transfer
from pixelseal.model.process.zip_directory import DEFLATED, TAIL, Place, entries

from tests.core.support import needs_tool
from tests.model.process.bags import AT, PAYLOAD, files_of, hashes, packed, zipped

FILES = files_of()
SENT = Opened({name: FILES[name] for name in bag.TAGS})
ZIP = zipped()
TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=120)


def received(files: dict[str, bytes]) -> Receipt:
    base = bag.base(list(files))
    inside = {path.removeprefix(base): data for path, data in files.items()}
    opened = Opened({name: inside[name] for name in bag.read_first(list(inside))})
    found = receipt.found(opened, hashes(inside))
    return Receipt(opened.manifest, opened.tags, "C", AT, opened.record, found)


def is_found(files: dict[str, bytes]) -> bool:
    """True if the recipient, or else the sender, sees that something was touched."""
    try:
        arrived = received(files)
    except BagError:
        return True
    return not receipt.is_whole(arrived.files) or (
        Learned(arrived, SENT).status != receipt.CONFIRMED
    )


def unzipped(data: bytes) -> dict[str, bytes]:
    """Path -> bytes, read as the product does."""
    place = Place(data[-TAIL:], len(data))
    found = {}
    for entry in entries(data[place.start : place.start + place.size], place):
        start = entry.data_at(data[entry.offset : entry.offset + entry.header])
        piece = data[start : start + entry.packed]
        if entry.method == DEFLATED:
            import zlib

            piece = zlib.decompressobj(-15).decompress(piece, entry.size + 1)
        found[entry.name] = piece
    return found


@given(st.sampled_from(sorted(FILES)), st.data())
def test_any_edit_of_any_file_is_found(name, data):
    whole = FILES[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 80)))
    edited = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    if edited != whole:
        assert is_found(FILES | {name: edited})


@given(st.sampled_from(sorted(FILES)))
def test_any_missing_file_is_found(name):
    assert is_found({path: data for path, data in FILES.items() if path != name})


@given(st.text(min_size=1, max_size=20), st.binary(max_size=20))
def test_any_added_file_is_found(name, data):
    if name not in FILES:
        assert is_found(FILES | {name: data})
        assert is_found(FILES | {"data/images/" + name: data})


@given(st.permutations(sorted(PAYLOAD)))
def test_files_that_changed_places_are_found(order):
    swapped = {path: PAYLOAD[other] for path, other in zip(sorted(PAYLOAD), order, strict=True)}
    if swapped != PAYLOAD:
        assert is_found(FILES | swapped)


@given(st.integers(0, len(ZIP) - 1), st.integers(0, 7))
def test_a_bit_of_the_zip_is_found_unless_it_says_nothing_of_a_file(place, bit):
    edited = bytearray(ZIP)
    edited[place] ^= 1 << bit
    try:
        found = unzipped(bytes(edited))
    except (BagError, UnicodeError):
        return
    # Times, versions, how hard Deflate tried: no file is another. All else is found.
    folder = packed().folder + "/"
    same = found == {folder + path: data for path, data in FILES.items()}
    assert same or is_found(found)


@given(TEXTS, TEXTS, TEXTS)
def test_any_record_is_read_back(to, method, purpose):
    record = {"to": to, "method": method, "at": AT, "purpose": purpose, "who": None, "head": None}
    if transfer.wrong(record) is None:
        made = packed(record=transfer.of_object(record)).texts["bag-info.txt"]
        assert transfer.of_info(made) == Transfer(to, method, AT, purpose, None, None)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("streamed", [False, True])
def test_a_bag_that_was_packed_again_by_another_program_is_read(method, streamed):
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return not streamed

    stream = Pipe()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.mkdir("bag")
        for name in sorted(FILES):
            archive.writestr("bag/" + name, FILES[name])
    assert unzipped(stream.getvalue()) == {"bag/" + name: data for name, data in FILES.items()}


@needs_tool("zip")
def test_a_bag_that_info_zip_packed_is_read(tmp_path: Path):
    for name, data in FILES.items():
        path = tmp_path / "bag" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    subprocess.run(["zip", "-q", "-r", "a.zip", "bag"], cwd=tmp_path, check=True)
    found = unzipped((tmp_path / "a.zip").read_bytes())
    assert found == {"bag/" + name: data for name, data in FILES.items()}
