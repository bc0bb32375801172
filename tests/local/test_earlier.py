"""What an earlier run or the page left is recognised, however its owner has sorted it since."""

import hashlib
import json
import sys
from pathlib import Path

import pytest
from pixelseal.core.base.errors import PixelsealError
from pixelseal.core.evidence.certificate.words import TITLE
from pixelseal.local import earlier
from pixelseal.local.places import Places
from pixelseal.model import sha256_sums

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="folders have no permissions inside Pyodide"
)

CERTIFICATE = TITLE + "4\n\nFile: a.jpg\n"
RECORD = json.dumps({"pixelseal": "record/4", "source": {"name": "SAMPLE PATIENT.jpg"}})


def listed(*paths: str) -> str:
    return sha256_sums.listed({path: hashlib.sha256(path.encode()).hexdigest() for path in paths})


SUMS = listed("images/a.jpg", "certificates/a.certificate.txt")
SET = "pixelseal-1f2e3d4c"
SAVED = {  # docs/saving.md
    f"{SET}/images/a.jpg": "",
    f"{SET}/certificates/a.certificate.txt": CERTIFICATE,
    f"{SET}/SHA256SUMS": SUMS,
}
KEPT = {
    f"{SET}-private/records/a.private-record.json": RECORD,
    f"{SET}-private/PRIVATE.txt": "PRIVATE.",
    f"{SET}-private/SHA256SUMS": listed("PRIVATE.txt", "records/a.private-record.json"),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def lay(files: dict[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def refused(out: str, records: str | None = None) -> str:
    with pytest.raises(PixelsealError) as error:
        Places(Path(out), None if records is None else Path(records))
    assert error.value.code == "records-not-apart"
    return str(error.value.values["path"])


@pytest.mark.parametrize("missing", ["", "images", "certificates", "SHA256SUMS"])
@pytest.mark.parametrize("kept", [{}, KEPT], ids=["alone", "with its records"])
def test_no_record_gets_into_a_set_that_the_page_saved(
    missing: str, kept: dict[str, str], home: Path
):
    left = {path: text for path, text in SAVED.items() if not missing or missing not in path}
    lay(left | kept)
    for out, records in (
        (f"{SET}/images/more", None),
        (f"{SET}/certificates/more", None),
        (f"{SET}/more", None),
        (f"{SET}/a/b/more", None),
        ("other", f"{SET}/private"),
        ("other", f"{SET}/images"),
        ("other", SET),
    ):
        assert refused(out, records).startswith(SET)
    assert Places(Path(SET, "more"), home / "elsewhere")


@pytest.mark.parametrize("out", [f"{SET}-private/new", f"{SET}-private/records/new"])
@pytest.mark.parametrize("tidied", ["", "-private/PRIVATE.txt", "-private/SHA256SUMS"])
def test_no_result_gets_into_the_records_that_the_page_saved(out: str, tidied: str, home: Path):
    lay(SAVED | KEPT)
    if tidied:
        Path(SET + tidied).unlink()
    for records in (None, "elsewhere"):
        assert refused(out, records) == f"{SET}-private/records/a.private-record.json"
    Path(SET + "-private").rename("renamed")
    if tidied != "-private/PRIVATE.txt":
        assert refused(out.replace(SET + "-private", "renamed"), "elsewhere")


@pytest.mark.parametrize(
    "left",
    [
        {"sh/a.txt": CERTIFICATE, "sh/a.jpg": ""},
        {"sh/a.txt": CERTIFICATE},
        {"sh/a.txt": CERTIFICATE, "sh/renamed.jpg": ""},
        {"sh/A.TXT": "\ufeff" + CERTIFICATE},
        {"sh/images/a.jpg": "", "sh/images/a.txt": CERTIFICATE},
        {"sh/Certificates/a.txt": CERTIFICATE},
        {"sh/SHA256SUMS (1)": SUMS},
        {"sh/a.jpg": "", "sh-private/a.json": RECORD},
    ],
    ids=lambda left: " ".join(left),
)
def test_a_shared_folder_is_known_however_it_was_tidied(left: dict[str, str], home: Path):
    lay(left)
    for out, records in (("sh/new", None), ("other", "sh/rec"), ("other", "sh")):
        cause = refused(out, records)
        assert Path(cause).is_file() and cause in left
    Places(Path("sh"), Path("elsewhere"))  # more results beside the earlier ones


def test_results_lie_neither_in_nor_below_any_records(home: Path):
    lay({"kept/a.json": RECORD, "clean/a.txt": CERTIFICATE})
    for out in ("kept", "kept/sub", "kept/a/b"):
        for records in (None, "elsewhere", "clean-private"):
            assert refused(out, records) == "kept/a.json"
    Places(Path("clean"), Path("kept"))
    Places(Path("another"), Path("kept"))


def test_records_lie_not_right_around_results(home: Path):
    lay({"study/clean/a.txt": CERTIFICATE})
    assert refused("other", "study") == "study/clean/a.txt"
    Places(Path("other"), Path("study/kept"))


@pytest.mark.parametrize(
    ("left", "out", "records"),
    [
        ({"clean/a.txt": CERTIFICATE, "clean-private/a.json": RECORD}, "clean", None),
        ({"clean/a.txt": CERTIFICATE, "clean-private/a.json": RECORD}, "more", None),
        ({"clean/a.txt": CERTIFICATE, "records/a.json": RECORD}, "clean", "records"),
        ({"images/a.txt": CERTIFICATE, "images-private/a.json": RECORD}, "images", None),
        ({"images/a.txt": CERTIFICATE, "images-private/a.json": RECORD}, "more", None),
        (SAVED | KEPT, "more", None),
        (SAVED | KEPT, SET, None),
        # A browser saves all to one folder.
        ({"a.txt": CERTIFICATE, "a.json": RECORD, "a.jpg": ""}, "clean", None),
        # What others made.
        ({"a.txt": "About a " + CERTIFICATE, "images/b.txt": "", "c.json": "{}"}, "clean", None),
        ({"SHA256SUMS": listed("images/disk.iso"), "images/disk.iso": ""}, "clean", None),
        ({"SHA256SUMS": listed("site/a", "certificates/b")}, "clean", None),
        ({"SHA256SUMS": "\0"}, "clean", None),
    ],
)
def test_ordinary_use_goes_on(left: dict[str, str], out: str, records: str | None, home: Path):
    lay(left)
    Places(Path(out), None if records is None else Path(records))


def test_a_long_path_is_named_by_its_end(home: Path):
    deep = Path(*["a-folder-with-a-long-name"] * 5)
    lay({str(deep / "a.json"): RECORD})
    shown = refused(str(deep))
    assert len(shown) <= 80 and shown.startswith("\u2026") and shown.endswith("/a.json")


def test_what_cannot_be_read_is_nothing_of_ours(home: Path):
    assert earlier.shared(home / "nowhere") is None
    assert earlier.private(Path("a\0b")) is None
    lay({"folder/a.txt/inner": "", "folder/b.json/inner": ""})
    assert earlier.shared(Path("folder")) is None and earlier.private(Path("folder")) is None
