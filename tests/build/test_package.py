"""`pip install .` gives command and library in a fresh environment, and nothing of the page."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install a copy of the tree into an environment of its own; give the environment's folder."""
    folder = tmp_path_factory.mktemp("package")
    copy, environment = folder / "tree", folder / "environment"
    # A copy, as building a package writes into the tree.
    copy.mkdir()
    shutil.copytree(ROOT / "app", copy / "app", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "static").mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "static/notices.txt"):
        shutil.copy(ROOT / name, copy / name)
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    # numpy, Pillow and setuptools of the test environment, so that the test needs no network.
    libraries = Path(pytest.__file__).parents[1]
    site = next(environment.glob("lib/python*/site-packages"))
    (site / "libraries.pth").write_text(f"{libraries}\n")
    options = ["--no-deps", "--no-build-isolation", "--disable-pip-version-check", "-q"]
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(copy)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return environment


@pytest.mark.parametrize("words", [("pixelseal",), ("python", "-m", "pixelseal")], ids=" ".join)
def test_the_installed_command_explains_itself(
    installed: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    command = [str(installed / "bin" / words[0]), *words[1:], "--help"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    for word in ("inspect", "redact", "verify"):
        assert word in ended.stdout


def test_the_page_and_the_build_are_not_installed(installed: Path) -> None:
    package = next(installed.glob("lib/python*/site-packages/pixelseal"))
    assert {path.name for path in package.iterdir() if path.is_dir()} - {"__pycache__"} == {
        "api",
        "cli",
        "core",
        "local",
        "model",
    }


def test_one_name_lies_in_site_packages(installed: Path) -> None:
    site = next(installed.glob("lib/python*/site-packages"))
    names = {path.name for path in site.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"pixelseal", "libraries.pth"}


def test_every_installed_module_can_be_imported(installed: Path, tmp_path: Path) -> None:
    program = """
import importlib, pkgutil, pixelseal
found = list(pkgutil.walk_packages(pixelseal.__path__, "pixelseal."))
for module in found:
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(len(found))
"""
    ended = _run(installed, tmp_path, "-c", program)
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) > 200


def _run(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(installed / "bin" / "python"), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_the_installed_library_redacts_and_verifies(installed: Path, tmp_path: Path) -> None:
    program = """
import io, pixelseal
from PIL import Image
stream = io.BytesIO()
Image.new("RGB", (64, 48), "white").save(stream, "PNG")
box = pixelseal.Region(pixelseal.Rectangle(8, 8, 16, 16))
done = pixelseal.redact(stream.getvalue(), pixelseal.Recipe([box]))
print(pixelseal.__file__, pixelseal.verify(done.image, done.certificate).status)
"""
    ended = _run(installed, tmp_path, "-c", program)
    assert ended.returncode == 0, ended.stderr
    assert str(installed) in ended.stdout and ended.stdout.endswith("unchanged\n")


USER = """
from collections.abc import Sequence
from pathlib import Path
import numpy as np
import pixelseal
from pixelseal import Recipe, Rectangle, Region, SourceRefused

def clean(path: Path) -> bytes:
    recipe = Recipe([Region(Rectangle(0, 0, 8, 8), pixelseal.Fill("#ffffff"), "A")])
    try:
        found = pixelseal.inspect(path)
    except SourceRefused as refused:
        raise SystemExit(refused.sentence + refused.code) from None
    width: int = found.pages[0].size[0]
    done = pixelseal.redact(path, recipe, page=np.int64(1), review=pixelseal.Review())
    verdict: str = pixelseal.verify(done.image, done.certificate).status
    places: list[Path] = [row.image for row in pixelseal.redact_file(path, recipe, "out")]
    print(width, verdict, places, done.report.passed, recipe.to_json())
    covered: tuple[Region, ...] = recipe.regions
    print(covered)
    return done.image

def found(boxes: Sequence[tuple[np.int64, np.int64]], size: tuple[int, int]) -> Recipe:
    side = np.uint16(40)
    sides = [Rectangle(x, y, side, side) for x, y in boxes]
    line = pixelseal.Brush(np.asarray(boxes), side)
    rows: Sequence[Region] = [Region(shape, pixelseal.Mosaic(side), page=side) for shape in sides]
    crop = (pixelseal.Crop(sides[0]),)
    kept = [pixelseal.Keep(pixelseal.Polygon(boxes)), pixelseal.Keep(line)]
    output = pixelseal.Output("jpeg", np.int64(80))
    return Recipe(rows, size, output, keep=kept, crop=crop, turn=[pixelseal.Turn(np.int8(1))])
"""
WRONG = """
import pixelseal
pixelseal.redact("photo.jpg", pixelseal.Recipe())
pixelseal.Rectangle(0, 0, 1.5, 1)
pixelseal.Recipe(pixelseal.Region(pixelseal.Rectangle(0, 0, 1, 1)))
pixelseal.inspect(b"").sizes
pixelseal.unknown
"""


def test_type_checkers_know_the_installed_library(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(USER)
    (tmp_path / "wrong.py").write_text(WRONG)
    python = str(installed / "bin" / "python")
    options = ["--strict", "--config-file=", "--cache-dir", str(tmp_path / "cache"), "--no-pretty"]
    command = [sys.executable, "-m", "mypy", *options, "--python-executable", python]
    checked = [
        subprocess.run(
            [*command, name], cwd=tmp_path, capture_output=True, text=True, check=False
        ).stdout
        for name in ("user.py", "wrong.py")
    ]
    assert checked[0].startswith("Success"), checked[0]
    for code in ("[arg-type]", "[attr-defined]"):
        assert code in checked[1], checked[1]
    # The five mistakes, and not a word about the library itself.
    assert checked[1].count(" error: ") == checked[1].count("wrong.py:") == 5, checked[1]
