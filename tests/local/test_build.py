"""The certificate names what ran: the package's files and the versions of what they work with."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.cli.support import answers, pixelseal
from tests.core.support import file_of, photo

ROOT = Path(__file__).resolve().parents[2]


def _version_of(tree: Path) -> str:
    asked = [sys.executable, "-m", "app", "--version"]
    return subprocess.run(asked, cwd=tree, capture_output=True, text=True, check=True).stdout


def test_the_certificate_names_the_build_that_the_command_tells(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(file_of(photo(8, 8), "PNG"))
    out = tmp_path / "out"
    done = pixelseal("redact", source, "--box", "0,0,4,4", "--out", out, "--json")
    (answer,) = answers(done)
    told = re.search(r"Build: ([0-9a-f]{64})\n", _version_of(ROOT))
    assert told and f"- Build: {told[1]}\n" in Path(answer["certificate"]).read_text("ascii")


def test_another_file_of_the_package_is_another_build(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    same = _version_of(tmp_path)
    assert same == _version_of(ROOT)
    with (tmp_path / "app/pixelseal/core/cover/burn.py").open("a") as module:
        module.write("# other\n")
    assert _version_of(tmp_path) != same
