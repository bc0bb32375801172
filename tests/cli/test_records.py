"""Private records are kept apart from what is shared, and only their owner can read them."""

import json
import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from pixelseal.core.base.errors import EngineFault
from pixelseal.local.places import Places

from tests.cli.support import BOX, answers, pixelseal, redacted
from tests.core.support import file_of, photo

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)
modes = pytest.mark.skipif(os.name == "nt", reason="modes say nothing there")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def zipped(folder: Path, file: Path) -> bytes:
    """What somebody gets who is sent the whole folder."""
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder))
    return file.read_bytes()


def test_a_zip_of_the_results_holds_no_name(tmp_path: Path):
    sources = []
    for number, format in enumerate(["JPEG", "PNG", "TIFF"]):
        path = tmp_path / f"SENTINEL_Roe_Jane_{number}.{format.lower()}"
        path.write_bytes(file_of(photo(64, 48, seed=number), format))
        sources.append(path)
    out = tmp_path / "clean"
    done = pixelseal("redact", *sources, *BOX, "--out", out, "--reviewer", "SENTINEL", "--json")
    assert done.returncode == 0, done.stderr
    assert len(list(out.rglob("*"))) == 6
    sent = zipped(out, tmp_path / "clean.zip")
    assert b"SENTINEL" not in sent and b"Roe" not in sent
    for source, answer in zip(sources, answers(done), strict=True):
        record = Path(answer["record"])
        assert record.parent == tmp_path / "clean-private"
        assert json.loads(record.read_text("utf-8"))["source"]["name"] == source.name


@modes
def test_records_are_for_their_owner_alone_whatever_the_umask(image: Path, tmp_path: Path):
    before = os.umask(0)
    try:
        answer = redacted(image, tmp_path / "clean")
    finally:
        os.umask(before)
    record = Path(answer["record"])
    assert (mode(record), mode(record.parent)) == (0o600, 0o700)
    assert mode(Path(answer["output"])) == 0o666  # as the umask says: this one is shared


@modes
@pytest.mark.parametrize("named", [False, True])
def test_a_folder_of_records_that_is_there_already_is_closed(
    named: bool, image: Path, tmp_path: Path
):
    private = tmp_path / ("home" if named else "clean-private")
    private.mkdir()
    (private / "older.json").write_text("{}")
    private.chmod(0o755)
    options = ("--record", private) if named else ()
    answer = redacted(image, tmp_path / "clean", *options)
    assert Path(answer["record"]).parent == private
    assert (mode(private), mode(Path(answer["record"]))) == (0o700, 0o600)


@modes
def test_a_folder_that_others_use_is_not_closed_to_them_and_gets_no_record(
    image: Path, tmp_path: Path
):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o775)
    (shared / "minutes.txt").write_text("")
    done = pixelseal(
        "redact", image, *BOX, "--out", tmp_path / "clean", "--record", shared, "--json"
    )
    assert done.returncode == 1
    (row,) = answers(done)
    assert row["code"] == "records-folder-open" and "chmod 700" in row["sentence"]
    assert mode(shared) == 0o775 and len(list(shared.iterdir())) == 1
    assert not (tmp_path / "clean").exists()


@pytest.mark.parametrize("out", ["taken", "taken/below"])
def test_a_file_in_the_place_of_a_folder_is_called_that(out: str, image: Path, tmp_path: Path):
    (tmp_path / "taken").write_text("")
    done = pixelseal("redact", image, *BOX, "--out", tmp_path / out)
    code = "folder-is-file"
    assert done.returncode == 2 and f"[{code}]" in done.stderr
    free, record = tmp_path / "clean", tmp_path / "taken"
    done = pixelseal("redact", image, *BOX, "--out", free, "--record", record)
    assert done.returncode == 2 and "[folder-is-file]" in done.stderr
    assert sorted(tmp_path.iterdir()) == sorted([image, record])


def test_what_could_not_be_written_leaves_no_empty_folder(tmp_path: Path):
    made = Places(tmp_path / "a" / "clean", tmp_path / "private")
    with pytest.raises(EngineFault), made.made():
        assert made.out.is_dir() and made.records.is_dir()
        raise EngineFault("not-written")
    assert not list(tmp_path.iterdir())
    (tmp_path / "a").mkdir()
    with pytest.raises(EngineFault), made.made():
        raise EngineFault("not-written")
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]  # it was there before


def test_a_command_that_would_mix_them_is_refused_before_anything_is_written(
    image: Path, tmp_path: Path
):
    out = tmp_path / "clean"
    done = pixelseal("redact", image, *BOX, "--out", out, "--record", out / "private")
    assert done.returncode == 2 and "[records-not-apart]" in done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("first", "second"), [("aa", "aa-private"), ("sh/one", "sh"), ("one", "."), ("a/b/c", "a")]
)
def test_results_never_come_to_lie_beside_or_around_the_records_of_an_earlier_run(
    first: str, second: str, image: Path, tmp_path: Path
):
    home = tmp_path / "home"
    redacted(image, home / first)
    before = sorted(home.rglob("*"))
    done = pixelseal("redact", image, *BOX, "--out", home / second)
    assert done.returncode == 2 and "[records-not-apart]" in done.stderr
    (record,) = home.rglob("*.json")
    assert record.name in done.stderr  # nobody has to hunt for it
    assert sorted(home.rglob("*")) == before
    assert redacted(image, home / first)["status"] == "ok"


@pytest.mark.parametrize("below", ["one", "a/b/one"])
@pytest.mark.parametrize("kept", ["clean-private", "elsewhere"])
def test_records_never_come_to_lie_in_what_an_earlier_run_shares(
    below: str, kept: str, image: Path, tmp_path: Path
):
    shared = tmp_path / "clean"
    redacted(image, shared, "--record", tmp_path / kept)
    sent = zipped(shared, tmp_path / "before.zip")
    for options in ((), ("--record", shared), ("--record", shared / "records")):
        done = pixelseal("redact", image, *BOX, "--out", shared / below, *options)
        assert done.returncode == 2 and "[records-not-apart]" in done.stderr
        assert "--record" in done.stderr
    assert zipped(shared, tmp_path / "after.zip") == sent
    apart = tmp_path / "apart"
    answer = redacted(image, shared / below, "--record", apart)
    assert Path(answer["record"]).parent == apart
    assert not [path for path in shared.rglob("*") if path.suffix == ".json"]


def test_a_folder_is_known_as_shared_after_its_results_were_taken_away(image: Path, tmp_path: Path):
    shared = tmp_path / "clean"
    redacted(image, shared)
    for path in shared.iterdir():
        path.unlink()
    done = pixelseal("redact", image, *BOX, "--out", shared / "one")
    assert done.returncode == 2 and "[records-not-apart]" in done.stderr
    assert not list(shared.iterdir())


def test_results_never_come_to_lie_in_the_records_of_an_earlier_run(image: Path, tmp_path: Path):
    redacted(image, tmp_path / "clean")
    done = pixelseal("redact", image, *BOX, "--out", tmp_path / "clean-private" / "one")
    assert done.returncode == 2 and "[records-not-apart]" in done.stderr
    assert len(list((tmp_path / "clean-private").iterdir())) == 1


def test_a_folder_of_downloads_or_of_other_texts_is_not_taken_for_a_shared_one(
    image: Path, tmp_path: Path
):
    done = redacted(image, tmp_path / "first")
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    # A browser saves image, certificate and record to one folder.
    for key in ("output", "certificate", "record"):
        path = Path(done[key])
        (downloads / path.name).write_bytes(path.read_bytes())
    assert redacted(image, downloads / "clean")["status"] == "ok"
    others = tmp_path / "others"
    others.mkdir()
    (others / "scan.txt").write_text("Notes about a Pixelseal certificate, version 4")
    (others / "scan.png").write_bytes(image.read_bytes())
    assert redacted(image, others / "clean")["status"] == "ok"
