"""`verify` on what was handed over, as it arrived; what `pack` says of halves that are left."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.support import answers, pixelseal
from tests.cli.test_pack_command import RECORD, clean, made, packed, sent, tampered

__all__ = ["clean", "made", "sent"]  # fixtures


def _verified(*named: object) -> tuple[int, list[dict]]:
    done = pixelseal("verify", *named, "--json")
    return done.returncode, answers(done)


def test_a_package_is_verified_row_by_row_as_zip_and_as_folder(sent: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(sent) as archive:
        archive.extractall(tmp_path / "arrived")
    (folder,) = (tmp_path / "arrived").iterdir()
    for named in (sent, folder, tmp_path / "arrived"):
        code, rows = _verified(named)
        assert code == 0, rows
        assert [row["status"] for row in rows] == ["unchanged", "unchanged", "whole"]
        assert all(row["file"].startswith(str(named)) for row in rows)
        assert rows[-1]["file"] == str(named) and rows[-1]["complete"] == 7
    told = pixelseal("verify", sent)
    assert told.returncode == 0 and "2 unchanged" in told.stdout and "7 complete" in told.stdout


def test_a_package_that_was_touched_is_told_by_file_and_as_a_whole(
    sent: Path, tmp_path: Path
) -> None:
    def touch(files: dict[str, bytes]) -> None:
        first, second = sorted(name for name in files if name.endswith(".jpg"))
        files[first] += b"\0"
        del files[second]

    code, rows = _verified(tampered(sent, tmp_path / "touched.zip", touch))
    assert code != 0
    assert sorted(row["status"] for row in rows) == [
        "changed", "changed", "missing", "no-image", "not-whole",
    ]  # fmt: skip
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(sent.read_bytes()[:-30])
    code, rows = _verified(damaged)
    assert code == 1 and [row["code"] for row in rows] == ["bag-not-zip"]


def test_a_zip_that_is_no_package_is_gone_through_like_a_folder(
    clean: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.zip"
    with zipfile.ZipFile(saved, "w") as archive:
        for path in sorted(clean.iterdir()):
            kind = "images" if path.suffix == ".jpg" else "certificates"
            archive.write(path, f"{kind}/{path.name}")
        archive.writestr(".hidden", b"x")
    code, rows = _verified(saved)
    assert code == 0 and [row["status"] for row in rows] == ["unchanged", "unchanged"]
    assert rows[0]["file"].startswith(f"{saved}/images/")
    assert rows[0]["certificate"].startswith(f"{saved}/certificates/")
    assert rows[0]["signature"]["status"] == "unsigned"
    # One that lies in a folder is a file like any other there.
    code, rows = _verified(tmp_path)
    assert "neither" in [row["status"] for row in rows]


def test_receipt_and_validation_are_told_for_what_they_are(
    sent: Path, clean: Path, tmp_path: Path
) -> None:
    receipt, validation = tmp_path / "receipt.json", tmp_path / "validation.json"
    assert pixelseal("receive", sent, "--receipt", receipt, "--who", "C. Person").returncode == 0
    words = ("--who", "B. Person", "--role", "Reviewer", "--accept", "all", "--out", validation)
    assert pixelseal("validate", clean, *words).returncode == 0
    code, rows = _verified(receipt, validation)
    assert code == 0 and [row["status"] for row in rows] == ["receipt", "validation"]
    told = pixelseal("verify", receipt, validation)
    assert "Received by C. Person" in told.stdout and "B. Person" in told.stdout
    assert "unchanged" not in told.stdout  # nothing was compared
    receipt.write_text(receipt.read_text("utf-8").replace("complete", "fine", 1), "utf-8")
    code, rows = _verified(receipt)
    assert code == 1 and rows[0]["code"] == "receipt-unreadable"


def test_what_a_refused_file_leaves_behind_is_not_told_as_missing_it(clean: Path) -> None:
    image, other = sorted(clean.glob("*.jpg"))
    for name in (image.stem, other.stem):
        certificate = next(clean.glob(f"{name}*.txt"))
        shutil.copy(certificate, f"{certificate}.sig")
    certificate = next(clean.glob(f"{image.stem}*.txt"))
    certificate.write_text("Dear J. Doe", "utf-8")  # was one
    other.write_bytes(b"a letter")  # was an image
    code, rows = packed(clean)
    assert code == 1
    found = {Path(row["file"]).name: row.get("code") for row in rows}
    assert found.pop("bag.zip") == "pack-refused"
    assert found.pop(certificate.name) == found.pop(other.name) == "pack-other"
    assert set(found.values()) == {"pack-left"} and image.name in found, found
    told = pixelseal("pack", clean, *RECORD, "--out", clean.parent / "bag.zip")
    assert "is in the package" not in told.stdout and "in the package as" not in told.stdout


@pytest.mark.parametrize("ending", [".sig"])
def test_a_signature_whose_certificate_is_missing_says_so(clean: Path, ending: str) -> None:
    certificate = min(clean.glob("*.txt"))
    certificate.rename(f"{certificate}{ending}")
    code, rows = _verified(clean)
    assert code == 1
    (row,) = [row for row in rows if row["status"] == "signature"]
    assert row["signature"]["status"] == "signature-alone"
    assert "not beside it" in pixelseal("verify", clean).stdout
    code, rows = packed(clean)
    assert "pack-signature-alone" in {row.get("code") for row in rows}
