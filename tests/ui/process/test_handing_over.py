"""Packages in the page: the same bytes and refusals as `pixelseal pack`; received; no browser.

The host asks the engine itself, so pairs are real ones.
"""

import zipfile

import pytest
from pixelseal.cli.main import main
from pixelseal.core import engine
from pixelseal.local import logs
from pixelseal.model.digest import sha256_of
from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import receipt, validation
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.process import packing, receiving, zip_files
from pixelseal.ui.workbench.signatures import Signatures

from tests.core.support import file_of, photo, recipe
from tests.model.policy.drawn import drawn
from tests.ui.fake_host import FakeHost, run

AT = "2026-11-29T21:40:00Z"
TYPED = {"to": "Registry of St. Example", "method": "SFTP", "purpose": "Burns", "who": "J. Doe"}


class EngineHost(FakeHost):
    """Answers Verify's two questions as the worker does."""

    async def request(self, op, args, blobs, pixels=0, shown=None):
        if any(blob in self.reads.gone for blob in blobs):
            raise Failure("file-unreadable")
        asked = {"identify": engine.identify, "verify": engine.verify}[op]
        return asked(*blobs).to_dict(), []

    async def text(self, blob, limit):
        return (blob if isinstance(blob, bytes) else bytes(blob)).decode("utf-8", "replace")


@pytest.fixture(scope="module")
def files():
    """Path -> bytes of two images with their certificates."""
    found = {}
    for number in (1, 2):
        source = file_of(photo(64, 48, number), "PNG")
        done = engine.redact(source, recipe((8, 8, 16, 16)), label=f"study-{number}", build="b")
        found[f"images/{done.name}"] = done.output
        found[f"certificates/study-{number}.certificate.txt"] = done.certificate.encode()
    return found


def going(_done, _total):
    pass


def looked(files):
    host = EngineHost()
    work = packing.Packing(host)
    run(work.look(list(files.items()), going))
    return host, work


def codes(work):
    return {row.path: row.failure.code for row in work.rows if row.failure is not None}


def packed(files, head=None):
    host, work = looked(files)
    run(work.pack(TYPED, AT, head))
    return host.saved[-1]


def arrived(data):
    host = EngineHost()
    found = run(zip_files.gathered(host, [("package.zip", bytes(data))], []))
    return host, run(receiving.arrived(host, found, going))


def test_it_is_byte_for_byte_what_the_command_line_packs(files, tmp_path, monkeypatch):
    monkeypatch.setattr(packing, "_JOINED", 6)  # as if there were thousands
    monkeypatch.setattr(logs, "now", lambda: AT)
    folder, out = tmp_path / "set", tmp_path / "out.zip"
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    told = [part for name, text in TYPED.items() for part in (f"--{name}", text)]
    assert main(["pack", str(folder), *told, "--out", str(out)]) == 0
    name, data = packed(files)
    assert bytes(data) == out.read_bytes()
    with zipfile.ZipFile(out) as made:
        assert {entry.partition("/")[0] + ".zip" for entry in made.namelist()} == {name}


def test_the_head_of_the_open_log_goes_in(files):
    _host, package = arrived(packed(files, "3:" + "a" * 64)[1])
    assert package.opened.record.head == "3:" + "a" * 64


def test_what_is_no_unchanged_pair_is_refused_and_nothing_is_packed(files):
    image = "images/study-1.png"
    assert image in files
    cases = {
        "pack-other": {"letter.txt": b"Dear J. Doe"},
        "pack-private": {"records/x.private-record.json": b'{"pixelseal": "record/1"}'},
        "pack-no-certificate": {"more.png": file_of(photo(20, 20), "PNG")},
    }
    for code, more in cases.items():
        _host, work = looked({**files, **more})
        assert codes(work) == dict.fromkeys(more, code)
        with pytest.raises(PixelsealError) as refused:
            run(work.pack(TYPED, AT, None))
        assert refused.value.code == "pack-refused"
    changed = {**files, image: files[image] + b"\0"}
    assert codes(looked(changed)[1]) == {image: "pack-changed-since"}
    renamed = {("images/smith.png" if path == image else path): files[path] for path in files}
    assert codes(looked(renamed)[1]) == {"images/smith.png": "pack-renamed"}
    assert codes(looked({**files, **{"again/" + path: files[path] for path in files}})[1]) == {
        "again/images/study-1.png": "pack-doubled",
        "again/images/study-2.png": "pack-doubled",
    }
    assert codes(looked({path: files[path] for path in files if path != image})[1]) == {
        "certificates/study-1.certificate.txt": "pack-no-image"
    }


def test_lists_of_checksums_and_hidden_files_are_left_out_and_an_empty_set_is_none(files):
    more = {"SHA256SUMS": b"", ".DS_Store": b"x", "__MACOSX/a.png": b"x"}
    _host, work = looked({**files, **more})
    assert codes(work) == {} and len(work.contents) == 4
    with pytest.raises(PixelsealError) as refused:
        run(looked({})[1].pack(TYPED, AT, None))
    assert refused.value.code == "pack-empty"
    with pytest.raises(PixelsealError) as refused:
        run(work.pack(dict(TYPED, to="smith-face.jpg"), AT, None))
    assert refused.value.code == "transfer-text"


def test_a_package_is_received_file_by_file_and_the_sender_learns_of_it(files):
    sent = bytes(packed(files)[1])
    host, package = arrived(sent)
    assert package.is_whole and package.opened.record.to == TYPED["to"]
    rows = run(receiving.compared(host, package, going, Signatures(host, None)))
    assert [row.verdict["status"] for row in rows] == ["unchanged", "unchanged"]
    name, _sha256 = run(receiving.receipt_of(host, package, "A. Person", AT))
    assert host.saved[-1][0] == name
    received, learned = run(receiving.learned(host, package, host.saved[-1][1]))
    assert (received.who, learned.status) == ("A. Person", receipt.CONFIRMED)
    _host, other = arrived(packed({path: files[path] for path in files if "-1" in path})[1])
    assert run(receiving.learned(host, other, host.saved[-1][1]))[1].status == receipt.ANOTHER


def test_each_changed_missing_and_added_file_is_named(files, tmp_path):
    path = tmp_path / "touched.zip"
    folder = ""
    with zipfile.ZipFile(path, "w") as made:
        before = tmp_path / "sent.zip"
        before.write_bytes(packed(files)[1])
        with zipfile.ZipFile(before) as sent:
            for entry in sent.namelist():
                folder = entry.partition("/")[0]
                data = sent.read(entry)
                if entry.endswith("study-2.png"):
                    continue
                made.writestr(entry, data + b"\0" if entry.endswith("study-1.png") else data)
        made.writestr(folder + "/data/letter.txt", b"Dear J. Doe")
    host, package = arrived(path.read_bytes())
    found = {file.path: file.status for file in package.files if file.status != "complete"}
    assert found == {
        "data/images/study-1.png": "changed",
        "data/images/study-2.png": "missing",
        "data/letter.txt": "added",
    }
    assert not package.is_whole
    run(receiving.receipt_of(host, package, "A. Person", AT))
    _host, own = arrived(packed(files)[1])
    assert run(receiving.learned(host, own, host.saved[-1][1]))[1].status == receipt.DIFFERS
    with pytest.raises(PixelsealError) as refused:
        run(receiving.learned(host, package, host.saved[-1][1]))
    assert refused.value.code == "receipt-own-changed"


def _decided(files, *, back=(), own=False, of=2):
    """A validation of the first images, those of `back` sent back."""
    entries = []
    for path in sorted(files)[len(files) // 2 :][:of]:
        name = path.removeprefix("images/")
        certificate = files[f"certificates/{name.rpartition('.')[0]}.certificate.txt"]
        hashes = [sha256_of(data) for data in (files[path], certificate)]
        note = "The label can be read." if name in back else None
        decision = validation.SENT_BACK if note else validation.ACCEPTED
        entries.append(validation.Entry(name, *hashes, decision, note))
    about = validation.Of(2, "0" * 64)
    made = validation.Validation("B. Person", "officer", AT, own, about, tuple(entries))
    return made.to_json().encode()


def test_only_what_another_accepted_is_packed_where_the_policy_asks_for_that(files):
    policy = drawn(second_person=True)
    host, work = looked(files)
    with pytest.raises(PixelsealError) as refused:
        run(work.require_accepted(policy))
    assert refused.value.code == "pack-needs-validation"
    run(work.take_validation(_decided(files, own=True)))
    with pytest.raises(PixelsealError) as refused:
        run(work.require_accepted(policy))
    assert refused.value.code == "pack-validated-own"
    back = _decided(files, back=("study-2.png",))
    for given, code in ((back, "pack-sent-back"), (_decided(files, of=1), "pack-not-validated")):
        run(work.take_validation(given))
        run(work.require_accepted(policy))
        assert codes(work) == {"images/study-2.png": code}
        with pytest.raises(PixelsealError) as refused:
            run(work.pack(TYPED, AT, None))
        assert refused.value.code == "pack-refused" and not host.saved
    # What was sent back can be accepted later, and is packed then.
    run(work.take_validation(_decided(files)))
    run(work.require_accepted(policy))
    run(work.pack(TYPED, AT, None))
    assert host.saved and not codes(work)
