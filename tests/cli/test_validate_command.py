"""`validate`: what a second person accepts or sends back, what it says later, what `pack` asks."""

import json
import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from pixelseal.local import logs
from pixelseal.model.process import validation

from tests.cli.support import BOX, answers, pixelseal
from tests.core.support import file_of, photo
from tests.model.policy.drawn import text as policy_text

BY = ("--who", "B. Person", "--role", "Privacy officer")
RECORD = ("--to", "Registry", "--method", "SFTP", "--purpose", "Study")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    for number in range(3):
        source = folder / f"Roe_Jane_{number}.jpg"
        source.write_bytes(file_of(photo(64, 48, number), "JPEG"))
    done = pixelseal("redact", *folder.glob("*.jpg"), *BOX, "--out", folder / "clean")
    assert done.returncode == 0, done.stderr
    return folder / "clean"


@pytest.fixture
def clean(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "clean"))


def names(clean: Path) -> list[str]:
    return sorted(path.name for path in clean.glob("*.jpg"))


def validated(given: Path, out: Path, *words: object) -> tuple[int, list[dict]]:
    done = pixelseal("validate", given, *BY, "--out", out, "--json", *words)
    return done.returncode, answers(done)


def checked(given: Path, out: Path, *words: object) -> tuple[int, list[dict]]:
    done = pixelseal("validate", given, "--check", out, "--json", *words)
    assert done.stderr == ""
    return done.returncode, answers(done)


def said(rows: list[dict]) -> dict[str, str]:
    return {row["image"]: row["status"] for row in rows if "image" in row}


def test_what_is_accepted_and_sent_back_is_written_and_said_of_the_set_later(clean, tmp_path):
    one, two, three = names(clean)
    out, log = tmp_path / "validation.json", tmp_path / "log.jsonl"
    back = f"{two}=The name on the wristband can be read."
    code, rows = validated(clean, out, "--accept", one, "--send-back", back, "--log", log)
    assert code == 0, rows
    assert said(rows) == {one: "accepted", two: "sent-back", three: "undecided"}
    read = validation.parse(out.read_text("utf-8"))
    assert (read.who, read.role, read.own, read.of.images) == ("B. Person", BY[3], False, 3)
    if os.name != "nt":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    lines = logs.read(log)
    assert [line.event for line in lines] == ["begun", "validated", "sent-back"]
    assert lines[1].facts["accepted"] == lines[1].facts["sent-back"] == 1
    assert lines[2].facts["image"] == two
    assert b"Roe" not in out.read_bytes()

    code, rows = checked(clean, out)
    assert code == 3 and said(rows) == {one: "accepted", two: "sent-back", three: "undecided"}
    assert rows[-1]["status"] == "not-accepted" and rows[-1]["undecided"] == 1
    # Whatever becomes of an image, what was decided about it is no longer said of it.
    (clean / one).write_bytes((clean / one).read_bytes() + b"\0")
    (clean / two).unlink()
    code, rows = checked(clean, out)
    assert said(rows) == {one: "changed", two: "missing", three: "undecided"}
    assert rows[-1]["status"] == "not-accepted"


def test_all_of_a_folder_a_saved_zip_or_a_package_are_accepted_the_same(clean, tmp_path):
    out = tmp_path / "validation.json"
    assert validated(clean, out, "--accept", "all")[0] == 0
    assert checked(clean, out)[0] == 0
    saved, bag = tmp_path / "saved.zip", tmp_path / "bag.zip"
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in clean.iterdir():
            folder = "images" if path.suffix == ".jpg" else "certificates"
            archive.write(path, f"{folder}/{path.name}")
        archive.writestr("__MACOSX/images/._a.jpg", b"x")
    assert pixelseal("pack", clean, *RECORD, "--out", bag).returncode == 0
    first = validation.parse(out.read_text("utf-8"))
    for number, given in enumerate((saved, bag)):
        assert checked(given, out)[0] == 0
        again = tmp_path / f"again-{number}.json"
        assert validated(given, again, "--accept", "all")[0] == 0
        other = validation.parse(again.read_text("utf-8"))
        assert (other.of, other.entries) == (first.of, first.entries)


def test_what_is_not_unchanged_is_named_and_never_accepted(clean, made, tmp_path):
    one, two, three = names(clean)
    out = tmp_path / "validation.json"
    (clean / one).write_bytes((clean / one).read_bytes() + b"\0")
    (clean / two).unlink()
    source = next(made.parent.glob("*.jpg"))
    shutil.copy(source, clean / "source.jpg")
    (clean / "letter.doc").write_text("Dear J. Doe", "ascii")
    code, rows = validated(clean, out, "--accept", "all")
    assert code == 1
    statuses = {Path(row["file"]).name: row["status"] for row in rows[:-1]}
    assert said(rows) == {three: "accepted"}
    assert statuses[one] == "changed" and statuses["source.jpg"] == "no-certificate"
    assert statuses["letter.doc"] == "neither" and "no-image" in statuses.values()
    assert [e.image for e in validation.parse(out.read_text("utf-8")).entries] == [three]
    # Nor by its name; then nothing is written at all.
    again = tmp_path / "again.json"
    code, rows = validated(clean, again, "--accept", one, three)
    assert code == 1 and not again.exists()
    assert [row["code"] for row in rows if "code" in row] == [
        "validation-not-here", "validation-refused",
    ]  # fmt: skip
    assert checked(clean, out)[1][-1]["status"] == "not-accepted"
    told = pixelseal("validate", clean, "--check", out).stdout
    assert "Changed since it was made" in told or "changed" in told.lower()


def test_who_made_the_images_is_recorded_and_does_not_count_where_a_second_person_is_asked(
    clean, tmp_path
):
    out, policy = tmp_path / "validation.json", tmp_path / "policy.json"
    policy.write_bytes(policy_text(second_person=True))
    accept = ("validate", clean, *BY, "--accept", "all", "--own", "--out", out)
    done = pixelseal(*accept, "--policy", policy)
    assert done.returncode == 2 and "[validation-own]" in done.stderr and not out.exists()
    assert validated(clean, out, "--accept", "all", "--own")[1][-1]["own"] is True
    assert checked(clean, out)[0] == 0
    code, rows = checked(clean, out, "--policy", policy)
    assert code == 3 and rows[-1]["status"] == "not-accepted"
    bag = tmp_path / "bag.zip"
    words = ("pack", clean, *RECORD, "--out", bag, "--policy", policy)
    for more, wanted in (
        ((), "pack-needs-validation"),
        (("--validation", out), "pack-validated-own"),
    ):
        done = pixelseal(*words, *more)
        assert done.returncode == 2 and f"[{wanted}]" in done.stderr and not bag.exists()


def test_only_what_another_accepted_is_packed_and_the_validation_stays_behind(clean, tmp_path):
    one, two, three = names(clean)
    out, policy, bag = tmp_path / "v.json", tmp_path / "policy.json", tmp_path / "bag.zip"
    policy.write_bytes(policy_text(second_person=True))
    words = ("pack", clean, *RECORD, "--out", bag, "--policy", policy, "--json")
    words += ("--validation", out)
    validated(clean, out, "--accept", one, "--send-back", f"{two}=Too dark")
    whole = (clean / one).read_bytes()
    again = pixelseal(*words)
    found = {Path(row["file"]).name: row.get("code") for row in answers(again)}
    assert again.returncode == 1 and not bag.exists()
    assert (found[one], found[two], found[three]) == (None, "pack-sent-back", "pack-not-validated")
    out.unlink()
    assert validated(clean, out, "--accept", "all")[0] == 0
    # Another certificate for the same image is another pair than the one that was accepted.
    certificate = (clean / one).with_suffix(".certificate.txt")
    certificate = certificate if certificate.exists() else (clean / one).with_suffix(".txt")
    text = certificate.read_bytes()
    certificate.write_bytes(text.replace(b"\n", b"\r\n"))
    found = {Path(row["file"]).name: row.get("code") for row in answers(pixelseal(*words))}
    assert found[one] == "pack-validated-other" and not bag.exists()
    certificate.write_bytes(text)
    assert (clean / one).read_bytes() == whole
    done = pixelseal(*words)
    assert done.returncode == 0, done.stdout
    with zipfile.ZipFile(bag) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert not any(name.endswith(".json") for name in archive.namelist())
    assert b"B. Person" not in everything
    # Left among the images it is refused as what is private.
    shutil.copy(out, clean / "validation.json")
    bag.unlink()
    found = {row.get("code") for row in answers(pixelseal(*words))}
    assert "pack-private" in found and not bag.exists()


def test_a_touched_validation_and_a_command_that_is_wrong_begin_nothing(clean, tmp_path):
    out = tmp_path / "v.json"
    assert validated(clean, out, "--accept", "all")[0] == 0
    out.chmod(0o600)
    touched = tmp_path / "touched.json"
    touched.write_text(out.read_text("utf-8").replace("B. Person", "C. Person"), "utf-8")
    done = pixelseal("validate", clean, "--check", touched)
    assert done.returncode == 1 and "[validation-changed]" in done.stderr
    bag = tmp_path / "bag.zip"
    done = pixelseal("pack", clean, *RECORD, "--out", bag, "--validation", touched)
    assert done.returncode == 2 and "[validation-changed]" in done.stderr and not bag.exists()
    fresh = tmp_path / "fresh.json"
    for words in (
        (*BY, "--out", fresh), (*BY[:2], "--accept", "all", "--out", fresh), BY,
        (*BY, "--accept", "all", "--out", clean / "v.json"),
        (*BY, "--accept", "all", "--out", out), ("--check", out, "--accept", "all"),
        (*BY, "--send-back", "a.jpg", "--out", fresh),
        (*BY, "--send-back", "../a.jpg=x", "--out", fresh),
        (*BY, "--accept", "a.jpg", "--send-back", "a.jpg=x", "--out", fresh),
        ("--who", "Roe_Jane.jpg", "--role", "x", "--accept", "all", "--out", fresh),
    ):  # fmt: skip
        done = pixelseal("validate", clean, *words)
        assert done.returncode == 2 and done.stdout == "" and not fresh.exists(), words
    empty = tmp_path / "empty"
    empty.mkdir()
    code, rows = validated(empty, fresh, "--accept", "all")
    assert (code, rows[-1]["code"]) == (1, "validation-empty") and not fresh.exists()


def test_it_is_signed_as_other_evidence_is(clean, tmp_path):
    pytest.importorskip("cryptography")
    out, key, words = tmp_path / "v.json", tmp_path / "key.pem", tmp_path / "words"
    words.write_text("a long passphrase\n", "ascii")
    assert validated(clean, out, "--accept", "all")[0] == 0
    secret = ("--passphrase-file", words)
    assert pixelseal("sign", "key", "--out", key, *secret).returncode == 0
    assert pixelseal("sign", out, "--key", key, *secret).returncode == 0
    told = pixelseal("verify", out.with_name("v.json.sig"), "--json")
    (row,) = answers(told)
    assert row["signature"]["status"] == "signed-by-unnamed"
    data = json.loads(out.read_text("utf-8"))
    data["who"] = "C. Person"
    out.chmod(0o600)
    out.write_text(json.dumps(data), "utf-8")
    (row,) = answers(pixelseal("verify", out.with_name("v.json.sig"), "--json"))
    assert row["signature"]["status"] == "signature-wrong"
