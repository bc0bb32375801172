"""The outside witness, the BagIt library of the Library of Congress, on bags as files."""

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pixelseal.local.bags import Arrived
from pixelseal.model.process import bag
from pixelseal.model.process.bag import BagError

from tests.local.bags import FILES, is_whole, laid, written
from tests.model.process.bags import PAYLOAD, RECORD, packed


def _bagit():
    return pytest.importorskip("bagit", reason="the package bagit is not installed here")


def _witnessed(folder: Path) -> bool:
    bagit = _bagit()
    try:
        bagit.Bag(str(folder)).validate()
    except (bagit.BagError, ValueError):  # which it raises for what it cannot read
        return False
    return True


def test_the_witness_finds_every_bag_that_we_write_valid(tmp_path):
    bagit = _bagit()
    with zipfile.ZipFile(written(tmp_path)) as archive:
        archive.extractall(tmp_path)
    bag = bagit.Bag(str(tmp_path / packed().folder))
    bag.validate()
    assert bag.version_info == (1, 0) and set(bag.algorithms) == {"sha256"}
    assert bag.info["Transfer-To"] == RECORD.to and bag.info["Log-Head"] == RECORD.head
    assert bag.info["Payload-Oxum"] == f"{sum(map(len, PAYLOAD.values()))}.4"


def test_the_witness_finds_every_tampering_that_we_find(tmp_path):
    _bagit()
    image = "data/images/P-1.jpg"
    for number, (files, seen) in enumerate(
        (
            (FILES, True),
            (FILES | {image: b"First image"}, False),
            ({name: data for name, data in FILES.items() if name != image}, False),
            (FILES | {"data/images/P-9.jpg": b"x"}, False),
            (FILES | {"bag-info.txt": FILES["bag-info.txt"].replace(b"SFTP", b"FTPS")}, False),
            (FILES | {"manifest-sha256.txt": FILES["manifest-sha256.txt"] + b"\n"}, False),
            ({name: data for name, data in FILES.items() if name != "bag-info.txt"}, False),
        )
    ):
        folder = laid(tmp_path / str(number), files)
        assert is_whole(folder) is seen, number
        assert _witnessed(folder) is seen, number


@given(name=st.sampled_from(sorted(FILES)), data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_the_witness_agrees_on_random_edits(tmp_path, name, data):
    _bagit()
    whole = FILES[name]
    start = data.draw(st.integers(0, len(whole)))
    edited = whole[:start] + data.draw(st.binary(max_size=9)) + whole[start + 1 :]
    folder = tmp_path / "edited"
    if folder.exists():
        shutil.rmtree(folder)
    laid(folder, FILES | {name: edited})
    try:
        ours = is_whole(folder)
    except BagError:
        return  # we are stricter
    # A list of tag files is not itself in a list: another line break there is no other file.
    assert _witnessed(folder) is ours or name == "tagmanifest-sha256.txt"


# Bags whose own lists were written to fit, as somebody else's program may write them.


WAYS = ("md5", "sha1", "sha512", "sha3_256", "blake2b")
INFO = st.lists(
    st.sampled_from(
        (
            b"Payload-Oxum: 68.4\n",
            b"Payload-Oxum: 68.3\n",
            b"payload-oxum: 1.1\n",
            b"Payload-Oxum: many\n",
            b"Contact-Name: Jane\n  Roe\n",
            b" folded\n",
            b"no label\n",
            b": no name\n",
            b"\n",
            b"Note: \xff\n",
            "Note:\u00a0Straße\r\n".encode(),
        )
    ),
    max_size=4,
)


def _listed(files: dict[str, bytes], way: str) -> dict[str, str]:
    return {path: hashlib.new(way, data).hexdigest() for path, data in files.items()}


@st.composite
def foreign(draw: st.DrawFn) -> dict[str, bytes]:
    """A bag in which manifests by other algorithms and bag-info.txt may say what is not so."""
    payload = draw(st.sampled_from((PAYLOAD, {}, {"data/a b.jpg": b"x"}, {"data/~a": b""})))
    tags = {"bagit.txt": FILES["bagit.txt"], "bag-info.txt": b"".join(draw(INFO))}
    tags |= draw(st.sampled_from(({}, {"~root": b"x"}, {"notes/a.txt": b"x"}, {"a\u00a0": b"x"})))

    def manifest(of: dict[str, bytes], way: str) -> bytes:
        sums = _listed(of, way)
        for path in draw(st.lists(st.sampled_from(sorted(sums) or [""]), max_size=2)):
            change = draw(st.sampled_from(("other", "upper", "left out", "gone", "short")))
            known = sums.get(path, "")
            if change == "left out":
                sums.pop(path, None)
            elif change == "gone" and path:
                sums[path + "-gone"] = known
            elif path:
                sums[path] = {"other": known[::-1], "upper": known.upper()}.get(change, known[1:])
        return bag.listed(sums).encode()

    for way in draw(st.lists(st.sampled_from(WAYS), unique=True, max_size=2)):
        tags[f"manifest-{way}.txt"] = manifest(payload, way)
    tags["manifest-sha256.txt"] = bag.listed(_listed(payload, "sha256")).encode()
    inside = dict(tags)
    for way in draw(st.lists(st.sampled_from(WAYS), unique=True, max_size=2)):
        tags[f"tagmanifest-{way}.txt"] = manifest(inside, way)
    tags["tagmanifest-sha256.txt"] = bag.listed(_listed(tags, "sha256")).encode()
    return payload | tags


@given(files=foreign())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_what_the_witness_finds_invalid_is_named(tmp_path, files):
    _bagit()
    folder = tmp_path / "foreign"
    if folder.exists():
        shutil.rmtree(folder)
    laid(folder, files)
    try:
        arrived = Arrived(folder)
    except BagError:
        return  # refused as a whole, with a code
    assert _witnessed(folder) or not arrived.is_whole
    if not arrived.is_whole:
        told = [row.path for row in arrived.files if row.status != "complete"]
        assert told or arrived.fault, "not whole, and nothing says why"


def test_each_such_thing_is_named_for_what_it_is(tmp_path):
    whole = {"bagit.txt": FILES["bagit.txt"], **PAYLOAD}
    size = sum(map(len, PAYLOAD.values()))

    def arrived(changes: dict[str, bytes], without: tuple[str, ...] = ()) -> Arrived:
        files = {path: data for path, data in (whole | changes).items() if path not in without}
        payload = {path: data for path, data in files.items() if path.startswith("data/")}
        files["manifest-sha256.txt"] = bag.listed(_listed(payload, "sha256")).encode()
        tags = {path: data for path, data in files.items() if path not in payload}
        files["tagmanifest-sha256.txt"] = bag.listed(_listed(tags, "sha256")).encode()
        folder = tmp_path / "named"
        if folder.exists():
            shutil.rmtree(folder)
        return Arrived(laid(folder, files))

    sums = _listed(PAYLOAD, "sha512")
    image = "data/images/P-1.jpg"
    for changes, told in (
        ({"manifest-sha512.txt": bag.listed(sums)}, {}),
        ({"manifest-sha512.txt": bag.listed(sums | {image: "0" * 128})}, {image: "changed"}),
        ({"manifest-sha512.txt": bag.listed(sums | {image + "x": "0" * 128})},
         {image + "x": "missing"}),
        ({"tagmanifest-md5.txt": "0" * 32 + "  bagit.txt\n"}, {"bagit.txt": "changed"}),
        ({"manifest-crc32.txt": "of no algorithm that is a digest"}, {}),
    ):  # fmt: skip
        found = arrived({name: text.encode() for name, text in changes.items()})
        assert {row.path: row.status for row in found.files if row.status != "complete"} == told
        assert found.is_whole is not bool(told)
    for info, code in (
        (f"Payload-Oxum: {size}.4\n".encode(), None),
        (f"PAYLOAD-OXUM: {size}.3\n".encode(), "bag-info-oxum"),
        (f"Payload-Oxum: {size}.4\nPayload-Oxum: 1.1\n".encode(), "bag-info-oxum"),
        (b"Contact-Name: A\nB\n", "bag-info-form"),
        (b"Contact-Name: \xff\n", "bag-info-form"),
    ):
        found = arrived({"bag-info.txt": info})
        assert (None if found.fault is None else found.fault.code) == code, info
        assert found.is_whole is (code is None)
    found = arrived({}, tuple(PAYLOAD))
    assert found.fault is not None and found.fault.code == "bag-empty"
    with pytest.raises(BagError) as caught:
        arrived({"manifest-sha512.txt": b"0" * 64 + b"  data/images/P-1.jpg\n"})
    assert caught.value.values == {"name": "manifest-sha512.txt", "line": 1}
