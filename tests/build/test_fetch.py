"""Pinned bytes are fetched by hash: the right ones from any source, others from none."""

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.build import carriers, vendor
from app.build.report import BuildError


class Fake:
    """A carrier that brings what it was given, or fails."""

    def __init__(self, files: dict[str, bytes], failure: str = "") -> None:
        self.files = files
        self.failure = failure
        self.asked: list[str] = []

    def bring(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        self.asked += names
        if self.failure:
            raise carriers.CarrierFailed(self.failure)
        yield from ((name, self.files[name]) for name in names if name in self.files)


RIGHT = b"the pinned bytes"


@pytest.fixture
def one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pin one file, with a cache of its own."""
    table = tmp_path / "vendor.toml"
    digest = hashlib.sha256(RIGHT).hexdigest()
    table.write_text(
        f'[[package]]\nname = "one"\nprefix = ""\n[package.files]\n"a.bin" = "{digest}"\n'
    )
    monkeypatch.setattr(vendor, "TABLE", table)
    monkeypatch.setenv("PIXELSEAL_CACHE", str(tmp_path / "cache"))
    return tmp_path


def use(monkeypatch: pytest.MonkeyPatch, *found: Fake) -> None:
    ways = [(f"carrier {number}", carrier) for number, carrier in enumerate(found, 1)]
    monkeypatch.setattr(vendor, "_carriers", lambda *_: ways)


def test_the_next_carrier_is_asked_when_one_fails(
    one_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Fake({}, "no network"), Fake({}), Fake({"a.bin": RIGHT}))
    assert (vendor.fetch() / "a.bin").read_bytes() == RIGHT


def test_wrong_bytes_are_refused_and_never_kept(
    one_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, Fake({"a.bin": b"planted"}), Fake({}, "no network"))
    with pytest.raises(BuildError, match=r"a\.bin could not be fetched.*no network.*--from"):
        vendor.fetch()
    assert "Refused: a.bin from carrier 1" in capsys.readouterr().err
    assert list(vendor.vendor_home().iterdir()) == []


def test_a_folder_with_wrong_bytes_ends_the_build(one_file: Path) -> None:
    (one_file / "given").mkdir()
    (one_file / "given" / "a.bin").write_bytes(b"planted")
    with pytest.raises(BuildError, match="has other bytes"):
        vendor.fetch(one_file / "given")


def test_a_folder_with_right_bytes_somewhere_is_enough(one_file: Path) -> None:
    place = one_file / "given" / "deep"
    place.mkdir(parents=True)
    (one_file / "given" / "a.bin").write_bytes(b"another build's")
    (place / "a.bin").write_bytes(RIGHT)
    assert (vendor.fetch(one_file / "given") / "a.bin").read_bytes() == RIGHT


def test_bytes_that_changed_in_the_cache_are_fetched_again(
    one_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Fake({"a.bin": RIGHT})
    use(monkeypatch, source)
    (vendor.fetch() / "a.bin").write_bytes(b"rotten")
    assert (vendor.fetch() / "a.bin").read_bytes() == RIGHT
    assert source.asked == ["a.bin", "a.bin"]


def test_what_is_there_needs_no_carrier(one_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Fake({"a.bin": RIGHT}))
    vendor.fetch()
    unused = Fake({}, "asked without need")
    use(monkeypatch, unused)
    vendor.fetch()
    assert unused.asked == []


def test_names_are_unique_as_all_lie_in_one_folder() -> None:
    names = [name for package in vendor.packages() for name in package.files]
    assert len(names) == len(set(names))


def test_our_pins_of_the_wheels_are_those_of_pyodide() -> None:
    lock = json.loads((vendor.fetch() / "pyodide-lock.json").read_text("utf-8"))
    stated = {entry["file_name"]: entry["sha256"] for entry in lock["packages"].values()}
    wheels = next(package for package in vendor.packages() if package.name == "wheels")
    assert {name: stated[name] for name in wheels.files} == wheels.files


def test_the_wheels_are_the_versions_that_the_package_asks_for() -> None:
    import numpy
    import PIL

    wheels = next(package for package in vendor.packages() if package.name == "wheels")
    versions = {name.split("-")[0]: name.split("-")[1] for name in wheels.files}
    assert versions == {"numpy": numpy.__version__, "pillow": PIL.__version__}


def test_a_whole_vendor_folder_serves_as_the_given_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "usb stick"
    shutil.copytree(vendor.fetch(), copy)
    monkeypatch.setenv("PIXELSEAL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", "")
    fetched = vendor.fetch(copy)
    assert {path.name for path in fetched.iterdir()} == {path.name for path in copy.iterdir()}
