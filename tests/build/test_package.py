"""`pip install .` gives the command `pixelseal` in a fresh environment, and nothing of the page."""

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
    for name in ("pyproject.toml", "README.md", "LICENSE"):
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


def test_the_installed_command_explains_itself(installed: Path, tmp_path: Path) -> None:
    command = [str(installed / "bin" / "pixelseal"), "--help"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    for word in ("inspect", "redact", "verify"):
        assert word in ended.stdout


def test_the_page_and_the_build_are_not_installed(installed: Path) -> None:
    package = next(installed.glob("lib/python*/site-packages/pixelseal"))
    assert {path.name for path in package.iterdir() if path.is_dir()} - {"__pycache__"} == {
        "cli",
        "core",
        "model",
    }
