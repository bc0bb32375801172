"""The Python package comes out as the same bytes from the same tree, whoever builds it and when."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.build import bundle, environment, places, wheel
from tests.conftest import ROOT

PYTHON = Path(sys.executable)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree as the build leaves it, with small networks."""
    tree = tmp_path / "tree"
    kept = shutil.ignore_patterns("__pycache__", "weights")
    shutil.copytree(ROOT / "app/pixelseal", tree / "app/pixelseal", ignore=kept)
    (tree / "static").mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "static/notices.txt"):
        shutil.copy(ROOT / name, tree / name)
    (tree / "app/pixelseal/local/weights").mkdir()
    (tree / "app/pixelseal/local/weights/face.onnx").write_bytes(b"a network")
    return tree


def test_time_modes_and_what_lies_about_change_no_byte(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, first = wheel.made(tree, PYTHON)
    for path in tree.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o700)
    stale = tree / "build/lib/pixelseal"
    stale.mkdir(parents=True)
    (stale / "older.py").write_text("left by a build before")
    (tree / "app/pixelseal/cli/notes.txt").write_text("of nobody")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    before = os.umask(0o077)
    try:
        assert wheel.made(tree, PYTHON) == (name, first)
    finally:
        os.umask(before)


def test_another_tree_gives_another_wheel(tree: Path) -> None:
    first = wheel.made(tree, PYTHON)
    (tree / "app/pixelseal/local/weights/face.onnx").write_bytes(b"another")
    assert wheel.made(tree, PYTHON)[1] != first[1]


def test_the_wheel_is_one_that_pip_installs(tree: Path, tmp_path: Path) -> None:
    name, data = wheel.made(tree, PYTHON)
    path = tmp_path / name
    path.write_bytes(data)
    with zipfile.ZipFile(path) as found:
        assert not found.testzip()
        assert {entry.compress_type for entry in found.infolist()} == {zipfile.ZIP_STORED}
        assert "pixelseal/local/weights/face.onnx" in found.namelist()
    options = ["--no-deps", "--no-index", "--disable-pip-version-check", "-q"]
    target = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(path)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    assert (target / "pixelseal/local/weights/face.onnx").read_bytes() == b"a network"


def test_the_list_of_checksums_has_the_wheel(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / "SHA256SUMS").write_text(f"{'0' * 64}  pixelseal.html\n{'1' * 64}  site/index.html\n")
    (out / "pixelseal-0.0-py3-none-any.whl").write_text("older")
    monkeypatch.setattr(places, "ROOT", tree)
    monkeypatch.setattr(bundle, "ensure", lambda *_: None)
    monkeypatch.setattr(environment, "python", lambda: PYTHON)
    made = wheel.wheel(out)
    assert wheel.wheel(out) == made and sorted(out.glob("*.whl")) == [made]
    (out / "pixelseal.html").touch()
    checked = subprocess.run(
        ["sha256sum", "-c", "--ignore-missing", "SHA256SUMS"], cwd=out, capture_output=True
    )
    assert f"{made.name}: OK".encode() in checked.stdout
    assert (out / "SHA256SUMS").read_text().count("\n") == 3
