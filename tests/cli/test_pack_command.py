"""`pack` and `receive`: what is handed over, what is refused, what sender and recipient learn."""

import hashlib
import json
import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from pixelseal.local import logs
from pixelseal.model.signing.signature import Signature

from tests.cli.support import BOX, answers, pixelseal
from tests.core.support import file_of, photo

RECORD = ("--to", "Registry of St. Example", "--method", "SFTP", "--purpose", "Study of burns")

AMONG = "among-results"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Results of a run, with their private records beside them."""
    folder = tmp_path_factory.mktemp("made")
    sources = []
    for number in range(2):
        source = folder / f"Roe_Jane_{number}.jpg"
        source.write_bytes(file_of(photo(64, 48, number), "JPEG"))
        sources.append(source)
    done = pixelseal("redact", *sources, *BOX, "--out", folder / "clean")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def clean(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made / "clean", tmp_path / "clean"))


@pytest.fixture(scope="module")
def sent(made: Path) -> Path:
    """A package of both."""
    path = made / "bag.zip"
    done = pixelseal("pack", made / "clean", *RECORD, "--out", path)
    assert done.returncode == 0, done.stderr
    return path


def packed(folder: Path, *options: object) -> tuple[int, list[dict]]:
    out = folder.parent / "bag.zip"
    done = pixelseal("pack", folder, *RECORD, "--out", out, "--json", *options)
    return done.returncode, answers(done)


def tampered(sent: Path, to: Path, change) -> Path:
    """The package with other files in it, packed by another program."""
    with zipfile.ZipFile(sent) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(to, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return to


def test_a_package_holds_the_pairs_and_what_it_says_of_the_transfer(clean, made):
    code, rows = packed(clean)
    assert code == 0
    images = sorted(path.name for path in clean.glob("*.jpg"))
    assert sorted(row["path"] for row in rows[:-1]) == [f"data/images/{name}" for name in images]
    assert rows[-1]["images"] == 2 and rows[-1]["transfer"]["to"] == RECORD[1]
    with zipfile.ZipFile(clean.parent / "bag.zip") as archive:
        inside = [name.partition("/")[2] for name in archive.namelist()]
        (info,) = [name for name in archive.namelist() if name.endswith("/bag-info.txt")]
        text = archive.read(info)
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert len([name for name in inside if name.startswith("data/certificates/")]) == 2
    assert b"Transfer-To: Registry of St. Example\n" in text and b"Log-Head" not in text
    # No name of a source and no hash of one travels along.
    assert b"Roe" not in everything
    sources = list(made.glob("Roe_*.jpg"))
    assert len(sources) == 2
    for source in sources:
        assert hashlib.sha256(source.read_bytes()).hexdigest().encode() not in everything


def test_private_and_other_files_are_refused_and_nothing_is_written(clean, made):
    record = next((made / "clean-private").glob("*.json"))
    shutil.copy(record, clean / "x.json")
    (clean / "link-table.csv").write_text("a", "ascii")
    (clean / "table.csv").write_text('"Alternate ID","Source name","Source SHA-256"\r\n', "utf-8")
    (clean / "project.json").write_text('{"pixelseal": "project/2"}', "ascii")
    (clean / "letter.doc").write_text("Dear J. Doe", "ascii")
    (clean / ".hidden").write_text("never seen", "ascii")
    code, rows = packed(clean)
    assert code == 1
    codes = {Path(row["file"]).name: row.get("code") for row in rows if row["status"] == "refused"}
    assert codes == {
        "x.json": "pack-private", "link-table.csv": "pack-private", "table.csv": "pack-private",
        "project.json": "pack-private", "letter.doc": "pack-other", "bag.zip": "pack-refused",
    }  # fmt: skip
    assert not (clean.parent / "bag.zip").exists()


def test_only_unchanged_pairs_with_the_certificate_s_name_are_packed(clean):
    one, two = sorted(clean.glob("*.jpg"))
    whole = one.read_bytes()
    one.write_bytes(whole + b"\0")
    code, rows = packed(clean)
    assert code == 1 and "pack-changed-since" in {row.get("code") for row in rows}
    one.write_bytes(whole)
    two.rename(clean / "Roe_Jane.jpg")
    code, rows = packed(clean)
    assert code == 1 and "pack-renamed" in {row.get("code") for row in rows}
    (clean / "Roe_Jane.jpg").unlink()
    code, rows = packed(clean)
    assert code == 1 and "pack-no-image" in {row.get("code") for row in rows}
    for path in clean.glob("*.txt"):
        path.unlink()
    code, rows = packed(clean)
    assert code == 1 and "pack-no-certificate" in {row.get("code") for row in rows}
    one.unlink()
    code, rows = packed(clean)
    assert code == 1 and [row["code"] for row in rows] == ["pack-empty"]
    assert not (clean.parent / "bag.zip").exists()


def test_a_signature_goes_along_with_its_certificate_and_nothing_in_its_place(clean):
    certificate = min(clean.glob("*.txt"))
    beside = certificate.with_name(certificate.name + ".sig")
    beside.write_text(Signature(bytes(32), "pixelseal", bytes(64)).to_text(), "ascii")
    code, rows = packed(clean)
    assert code == 0 and rows[-1]["images"] == 2
    with zipfile.ZipFile(clean.parent / "bag.zip") as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".sig")]
        assert archive.read(name) == beside.read_bytes()
    assert name.endswith(f"/data/certificates/{certificate.stem}.certificate.txt.sig")
    assert pixelseal("receive", clean.parent / "bag.zip").returncode == 0
    (clean.parent / "bag.zip").unlink()
    stray = clean / "x.jpg.sig"
    beside.rename(stray)
    beside.write_text("Dear J. Doe", "ascii")
    code, rows = packed(clean)
    assert code == 1
    found = {Path(row["file"]).name: row["code"] for row in rows if row["status"] == "refused"}
    assert found[stray.name] == "pack-signature-alone"
    # It is named itself, and with a sentence.
    assert found[beside.name] == "signature-unreadable"
    (row,) = [row for row in rows if row.get("code") == "signature-unreadable"]
    assert "OpenSSH" in row["sentence"]
    assert not (clean.parent / "bag.zip").exists()


def test_a_command_that_is_wrong_begins_nothing(clean):
    out = clean.parent / "bag.zip"
    for words in (
        ("--to", "A\nB", *RECORD[2:], "--out", out),
        ("--to", "Roe_Jane.jpg", *RECORD[2:], "--out", out),
        (*RECORD[2:], "--out", out),
        (*RECORD, "--out", out, "--log", clean.parent / "log.jsonl"),  # by whom?
        (*RECORD, "--out", clean.parent / "nowhere/bag.zip"),
    ):
        told = pixelseal("pack", clean, *words)
        assert told.returncode == 2 and told.stdout == "", words
    out.write_bytes(b"older")
    told = pixelseal("pack", clean, *RECORD, "--out", out)
    assert told.returncode == 2 and "[output-exists]" in told.stderr
    assert out.read_bytes() == b"older"


def test_a_whole_package_is_received_and_its_receipt_confirmed(sent, tmp_path):
    receipt = tmp_path / "receipt.json"
    told = pixelseal("receive", sent, "--receipt", receipt, "--who", "C. Person", "--json")
    assert told.returncode == 0, told.stderr
    rows = answers(told)
    assert {row["status"] for row in rows[:-1]} == {"complete"} and len(rows) == 4 + 3 + 1
    assert rows[-1]["status"] == "whole" and rows[-1]["complete"] == 7
    assert rows[-1]["transfer"]["method"] == "SFTP"
    told = pixelseal("receive", sent, "--compare", receipt)
    assert told.returncode == 0 and "Confirmed:" in told.stdout
    assert "Received by C. Person" in told.stdout
    # Nothing is overwritten, and a receipt says by whom.
    told = pixelseal("receive", sent, "--receipt", receipt, "--who", "C")
    assert told.returncode == 2 and "[output-exists]" in told.stderr and told.stdout == ""
    assert pixelseal("receive", sent, "--receipt", tmp_path / "b.json").returncode == 2


def test_what_was_touched_on_the_way_is_named_to_both(sent, tmp_path):
    arrived, receipt = tmp_path / "arrived.zip", tmp_path / "receipt.json"
    tampered(sent, arrived, lambda files: None)
    assert pixelseal("receive", arrived).returncode == 0  # packed again, and still the same

    def touch(files):
        image = min(name for name in files if name.endswith(".jpg"))
        files[image] += b"\0"
        files[image.replace("images/", "images/added-")] = b"x"

    tampered(sent, arrived, touch)
    told = pixelseal("receive", arrived, "--receipt", receipt, "--who", "C", "--json")
    assert told.returncode == 3
    found = [row["status"] for row in answers(told) if row["status"] != "complete"]
    assert sorted(found) == ["added", "changed", "not-whole"]
    told = pixelseal("receive", sent, "--compare", receipt)
    assert told.returncode == 3 and "Not all arrived as it was sent." in told.stdout
    # One that does not arrive whole is no measure for a receipt.
    told = pixelseal("receive", arrived, "--compare", receipt)
    assert told.returncode == 1 and "[receipt-own-changed]" in told.stderr


def test_a_package_that_was_packed_again_is_told_by_the_sender(sent, clean, tmp_path):
    next(iter(clean.glob("*.jpg"))).unlink()
    (lonely,) = [p for p in clean.glob("*.txt") if not p.with_suffix(".jpg").exists()]
    lonely.unlink()
    assert packed(clean)[0] == 0
    receipt = tmp_path / "receipt.json"
    done = pixelseal("receive", tmp_path / "bag.zip", "--receipt", receipt, "--who", "C")
    assert done.returncode == 0  # whole in itself
    told = pixelseal("receive", sent, "--compare", receipt)
    assert told.returncode == 4 and "about another package" in told.stdout


def test_what_is_no_package_or_no_receipt_is_refused(sent, tmp_path):
    for data, code in ((b"a letter", "bag-not-zip"), (b"", "bag-not-zip")):
        path = tmp_path / "x.zip"
        path.write_bytes(data)
        told = pixelseal("receive", path)
        assert told.returncode == 1 and f"[{code}]" in told.stderr
    path.write_bytes(b"\xff{")
    told = pixelseal("receive", sent, "--compare", path)
    assert (
        told.returncode == 2 and f"{path}: " in told.stderr and "[receipt-not-one]" in told.stderr
    )
    assert pixelseal("receive", tmp_path / "nothing").returncode == 1


def test_both_sides_keep_a_log_and_the_package_has_the_sender_s_head(clean, tmp_path):
    mine, theirs = tmp_path / "mine.jsonl", tmp_path / "theirs.jsonl"
    logs.add(mine, "reviewed", {"who": "A. Person", "images": 2})
    head = logs.read(mine)[-1].head
    code, rows = packed(clean, "--log", mine, "--who", "A. Person")
    assert code == 0
    (bag,) = [row for row in rows if "manifest" in row]
    assert bag["transfer"]["head"] == head and rows[-1]["line"] == 3
    assert logs.read(mine)[-1].facts["manifest"] == bag["manifest"]
    receipt = tmp_path / "receipt.json"
    words = ("--receipt", receipt, "--who", "C. Person", "--log", theirs, "--json")
    told = pixelseal("receive", tmp_path / "bag.zip", *words)
    assert told.returncode == 0
    last = logs.read(theirs)[-1]
    assert last.event == "received" and last.facts["manifest"] == bag["manifest"]
    assert last.facts["complete"] == 7 and len(last.facts["receipt"]) == 64
    if os.name != "nt":
        assert stat.S_IMODE(theirs.stat().st_mode) == 0o600
    # The recipient holds what a log that was cut off would have to match.
    text = mine.read_text("utf-8").splitlines(keepends=True)
    mine.write_text(text[0], "utf-8")
    held = json.loads(receipt.read_text("utf-8"))["transfer"]["head"]
    assert pixelseal("log", "check", mine, "--head", held).returncode == 3
    # A touched log is not packed upon.
    mine.write_text("x" + "".join(text), "utf-8")
    again = tmp_path / "again.zip"
    words = (*RECORD, "--out", again, "--log", mine, "--who", "A")
    told = pixelseal("pack", clean, *words)
    assert told.returncode == 2 and not again.exists()
    assert told.stderr.startswith(f"{mine}: ")  # and not the package's name
    words = ("--log", mine, "--who", "C")
    told = pixelseal("receive", tmp_path / "bag.zip", *words)
    assert told.returncode == 2 and told.stderr.startswith(f"{mine}: ") and told.stdout == ""


def test_a_receipt_for_another_transfer_is_told_though_every_file_is_the_same(sent, tmp_path):
    receipt = tmp_path / "receipt.json"
    words = ("--receipt", receipt, "--who", "C. Person")
    assert pixelseal("receive", sent, *words).returncode == 0
    text = receipt.read_text("utf-8")
    receipt.write_text(text.replace('"method":"SFTP"', '"method":"by post"'), "utf-8")
    told = pixelseal("receive", sent, "--compare", receipt)
    assert told.returncode == 3 and "Transfer-Method" in told.stdout
    (last,) = answers(pixelseal("receive", sent, "--compare", receipt, "--json"))[-1:]
    assert last["status"] == "differs" and last["record_differs"] == ["method"]


def test_a_package_that_other_programs_refuse_is_not_called_whole(sent, tmp_path):
    def rewritten(files):
        (info,) = [name for name in files if name.endswith("/bag-info.txt")]
        (tags,) = [name for name in files if name.endswith("/tagmanifest-sha256.txt")]
        before = hashlib.sha256(files[info]).hexdigest().encode()
        files[info] = files[info].replace(b"Payload-Oxum: ", b"Payload-Oxum: 9")
        after = hashlib.sha256(files[info]).hexdigest().encode()
        files[tags] = files[tags].replace(before, after)

    arrived = tampered(sent, tmp_path / "arrived.zip", rewritten)
    told = pixelseal("receive", arrived, "--json")
    assert told.returncode == 3
    assert answers(told)[-1]["fault"] == "bag-info-oxum"
    assert answers(told)[-1]["status"] == "not-whole"


def test_what_names_people_is_not_written_into_what_is_handed_over(clean, sent, tmp_path):
    inside, log = clean / "more", tmp_path / "log.jsonl"
    inside.mkdir()
    logs.add(log, "reviewed", {"who": "A. Person", "images": 2})
    before = sorted(tmp_path.rglob("*"))
    who = ("--who", "A. Person")
    for words in (
        ("pack", clean, *RECORD, *who, "--out", tmp_path / "b.zip", "--log", clean / "log.jsonl"),
        ("receive", sent, *who, "--receipt", inside / "receipt.json"),
        ("receive", sent, *who, "--log", inside / "log.jsonl"),
        ("log", "add", clean / "log.jsonl", "reviewed", "who=A. Person", "images=2"),
        ("log", "export", log, "--as", "csv", "--out", inside / "log.csv"),
    ):
        told = pixelseal(*words)
        assert told.returncode == 2 and "[among-results]" in told.stderr, words
    assert sorted(tmp_path.rglob("*")) == before
    with zipfile.ZipFile(sent) as archive:
        archive.extractall(tmp_path / "arrived")
    (bag,) = (tmp_path / "arrived").iterdir()
    told = pixelseal("receive", bag, *who, "--receipt", bag / "receipt.json")
    assert told.returncode == 2 and f"[{AMONG}]" in told.stderr


def test_a_refusal_names_the_argument_that_it_is_about(clean, tmp_path):
    out = tmp_path / "bag.zip"
    told = pixelseal("pack", clean, "--to", "A", "--method", "B", "--purpose", "x\ny", "--out", out)
    assert told.returncode == 2 and told.stderr.startswith("--purpose: ")
    told = pixelseal("receive", out, "--receipt", tmp_path / "r.json", "--who", "A\n")
    assert told.returncode == 2 and told.stderr.startswith("--who: ")
