"""`verify` over many files: a row for each, and exit code 0 only if all of them are unchanged."""

import errno
import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from pixelseal.cli import verifying
from pixelseal.cli.signatures import Beside
from pixelseal.cli.stopping import Stopping
from pixelseal.model import sha256_sums

from tests.cli.support import BOX, answers, pixelseal, redacted
from tests.core.support import file_of, photo


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder with two images and their certificates."""
    sources = []
    for number in range(2):
        source = tmp_path / f"source-{number}.jpg"
        source.write_bytes(file_of(photo(64, 48, number), "JPEG"))
        sources.append(source)
    out = tmp_path / "out"
    done = pixelseal("redact", *sources, *BOX, "--out", out, "--record", tmp_path / "private")
    assert done.returncode == 0, done.stderr
    return out


def parts(shared: Path) -> tuple[list[Path], list[Path]]:
    return sorted(shared.glob("*.jpg")), sorted(shared.glob("*.txt"))


def test_one_pair_has_a_code_for_each_answer(shared, tmp_path):
    (image, _), (certificate, _) = parts(shared)
    told = pixelseal("verify", image, certificate)
    assert told.returncode == 0 and told.stdout.startswith(f"{image}, {certificate}: Unchanged.")
    assert "not signed" in told.stdout and "1 unchanged." in told.stdout
    assert "Compared: the file's SHA-256" in told.stdout
    changed = tmp_path / "changed.jpg"
    changed.write_bytes(image.read_bytes() + b"\0")
    assert pixelseal("verify", changed, certificate).returncode == 3
    other = tmp_path / "other.png"
    other.write_bytes(file_of(photo(20, 20), "PNG"))
    told = pixelseal("verify", other, certificate, "--json")
    assert told.returncode == 4
    (row,) = answers(told)
    assert row["status"] == "not-this-certificate"
    # The path that was given is what the answer names; what the certificate names stands beside it.
    assert (row["file"], row["certificate"]) == (str(other), str(certificate))
    assert row["certificate_is_about"] == image.name
    assert pixelseal("verify", image, other).returncode == 1


def test_another_name_than_the_certificates_is_told(shared, tmp_path):
    (image, _), (certificate, _) = parts(shared)
    renamed = shutil.copy(image, tmp_path / "left-hand.jpg")
    told = pixelseal("verify", renamed, certificate)
    assert told.returncode == 0
    assert f": Unchanged. Its certificate calls the file {image.name}.\n" in told.stdout
    assert "calls the file" not in pixelseal("verify", image, certificate).stdout


def test_an_altered_certificate_is_told_with_its_line(shared):
    (image, _), (certificate, _) = parts(shared)
    forged = certificate.with_name("forged.txt")
    text = certificate.read_text("ascii")
    forged.write_text(text.replace("\n\nWhat", "\nSeen by J. Doe, attorney\n\nWhat", 1), "ascii")
    told = pixelseal("verify", image, forged, "--json")
    assert told.returncode == 1
    (row,) = answers(told)
    assert (row["status"], row["line"]) == ("certificate-altered", 7)
    spoken = pixelseal("verify", image, forged)
    assert "line 7" in spoken.stdout and "Unchanged" not in spoken.stdout


def test_a_folder_is_a_row_for_each_file_and_zero_only_if_all_are_unchanged(shared):
    told = pixelseal("verify", shared, "--json")
    assert told.returncode == 0
    assert [row["status"] for row in answers(told)] == ["unchanged"] * 2
    images, certificates = parts(shared)
    images[0].write_bytes(images[0].read_bytes() + b"\0")
    certificates[1].unlink()
    letter, stray = shared / "letter.txt", shared / "notes.json"
    letter.write_text("Dear J. Doe", "ascii")
    stray.write_text("{}", "ascii")
    shutil.copy(images[0], shared / "copy.png")  # told by its content, not by its name
    told = pixelseal("verify", shared, "--json")
    assert told.returncode == 1
    found = {Path(row["file"]).name: row["status"] for row in answers(told)}
    assert found == {
        images[0].name: "changed",
        images[1].name: "no-certificate",
        "copy.png": "no-certificate",
        "letter.txt": "not-a-certificate",
        "notes.json": "neither",
    }
    spoken = pixelseal("verify", shared)
    assert spoken.stdout.splitlines()[-1] == (
        "1 changed, 1 file that is not a certificate, 2 images without a certificate, "
        "1 file that is neither."
    )


def test_a_list_of_checksums_is_checked_and_costs_no_success(shared):
    images, certificates = parts(shared)
    names = sorted(path.name for path in images + certificates)
    sums = {n: hashlib.sha256((shared / n).read_bytes()).hexdigest() for n in names}
    (shared / "SHA256SUMS").write_text(sha256_sums.listed(sums), "ascii")
    told = pixelseal("verify", shared)
    assert told.returncode == 0 and "Checksums match. 4 of the 4 files" in told.stdout
    rows = answers(pixelseal("verify", shared, "--json"))
    assert [row["status"] for row in rows] == ["unchanged", "unchanged", "sums-match"]
    assert len({frozenset(row) for row in rows}) == 1
    sums[names[0]] = "0" * 64
    (shared / "SHA256SUMS").write_text(sha256_sums.listed(sums), "ascii")
    told = pixelseal("verify", shared)
    assert told.returncode == 3 and f"Not as it states: {names[0]}." in told.stdout


def test_a_folder_and_its_backup_are_two_rows_an_image(shared, tmp_path):
    shutil.copytree(shared, tmp_path / "backup")
    told = pixelseal("verify", shared, tmp_path / "backup", "--json")
    assert told.returncode == 0
    rows = answers(told)
    assert [row["status"] for row in rows] == ["unchanged"] * 4
    assert len({row["file"] for row in rows}) == len({row["certificate"] for row in rows}) == 4


def test_files_that_cannot_be_read_are_rows_too_and_the_others_are_compared(shared):
    (image, _), (certificate, _) = parts(shared)
    told = pixelseal("verify", shared / "missing.jpg", image, certificate, "--json")
    assert told.returncode == 1
    assert [(row["status"], row.get("code")) for row in answers(told)] == [
        ("refused", "file-missing"), ("unchanged", None),
    ]  # fmt: skip
    spoken = pixelseal("verify", shared / "missing.jpg", image, certificate)
    assert "1 unchanged, 1 not read." in spoken.stdout
    # "All agree" is not said of the file that was not read.
    assert "For those that are unchanged, these were compared: the file's" in spoken.stdout
    assert "Compared:" not in spoken.stdout


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_folder_linked_into_another_is_compared_and_no_link_back_is_followed(shared, tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "linked").symlink_to(shared, target_is_directory=True)
    (folder / "back").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.jpg").symlink_to(tmp_path / "nowhere")
    told = pixelseal("verify", folder, "--json")
    assert told.returncode == 1  # what a link to nowhere was is not known
    rows = answers(told)
    assert sorted(row["status"] for row in rows) == ["refused", "unchanged", "unchanged"]
    (missing,) = [row for row in rows if row["status"] == "refused"]
    assert (missing["file"], missing["code"]) == (str(folder / "nowhere.jpg"), "link-broken")


def test_a_folder_that_cannot_be_listed_is_a_row_and_no_success(shared, monkeypatch):
    closed = shared / "closed"
    closed.mkdir()
    scan = os.scandir

    def scandir(path):
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "closed", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    rows = list(verifying.answers([shared], Stopping(), Beside(None)))
    assert [row["status"] for row in rows] == ["refused", "unchanged", "unchanged"]
    assert (rows[0]["file"], rows[0]["code"]) == (str(closed), "file-forbidden")


def test_a_folder_without_files_is_not_a_success(tmp_path):
    told = pixelseal("verify", tmp_path)
    assert told.returncode == 1
    assert told.stdout == "No file was found there: nothing was compared.\n"


def test_every_answer_has_the_same_keys(shared):
    (image, _), (certificate, other) = parts(shared)
    keys = set()
    for files in ((image, certificate), (image,), (other,)):
        keys.add(tuple(sorted(json.loads(pixelseal("verify", *files, "--json").stdout))))
    assert len(keys) == 1
    assert keys.pop() == (
        "certificate", "certificate_is_about", "file", "form", "line", "policy", "sentence",
        "signature", "status", "wrong",
    )  # fmt: skip


def test_a_batch_of_pages_verifies(tmp_path):
    source = tmp_path / "source.png"
    source.write_bytes(file_of(photo(64, 48), "PNG"))
    answer = redacted(source, tmp_path / "out", "--together")
    assert pixelseal("verify", answer["certificate"], answer["output"]).returncode == 0
