"""Two builds of one tree are the same bytes, whatever the machine's settings are."""

import base64
import hashlib
import html
import re
import shutil
from pathlib import Path

import pytest

from app.build.pack import compressed

from .run_build import ROOT, build

POLICY = re.compile('<meta http-equiv="Content-Security-Policy" content="(.*?)">')


def digests(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two checkouts of the same sources in places of different names."""
    first = tmp_path_factory.mktemp("first") / "tree"
    first.mkdir()
    for folder in ("app", "static"):
        shutil.copytree(ROOT / folder, first / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("build.py", "index.html"):
        shutil.copyfile(ROOT / file, first / file)
    second = tmp_path_factory.mktemp("second") / "other name"
    # copyfile leaves the times behind: the second checkout is a younger one.
    shutil.copytree(first, second, copy_function=shutil.copyfile)
    return first, second


@pytest.fixture(scope="module")
def built(trees: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """What two builds made of them, on machines set up in different ways."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    here, there = trees[0] / "dist", elsewhere / "deeper" / "there"
    first = build(
        *("bundle", "--out", str(here)),
        tree=trees[0],
        env={"PYTHONHASHSEED": "1", "TZ": "UTC"},
        umask=0o22,
    )
    second = build(
        *("bundle", "--out", str(there)),
        tree=trees[1],
        cwd=elsewhere,
        env={"PYTHONHASHSEED": "2", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONUTF8": "0"},
        umask=0o77,
    )
    assert first.returncode == 0, first.stderr
    assert second.returncode == 0, second.stderr
    return here, there


def test_two_builds_are_the_same_bytes(built: tuple[Path, Path]) -> None:
    here, there = map(digests, built)
    assert here == there
    assert {"pixelseal.html", "site/index.html"} <= set(here)


def test_the_page_runs_its_own_script_and_no_other(built: tuple[Path, Path]) -> None:
    saved = (built[0] / "pixelseal.html").read_text("latin-1")
    policy = html.unescape(POLICY.search(saved)[1])  # type: ignore[index]
    (script,) = re.findall(r"<script>(.*?)</script>", saved, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"; script-src 'sha256-{digest}' 'wasm-unsafe-eval';" in policy
    assert "; connect-src 'none';" in policy
    for name in ("index.html", "bench.html"):
        hosted = (built[0] / "site" / name).read_text("utf-8")
        policy = html.unescape(POLICY.search(hosted)[1])  # type: ignore[index]
        assert "; script-src 'self' 'wasm-unsafe-eval';" in policy
        assert len(re.findall(r"<script src=", hosted)) == 1


def test_no_pack_tells_which_python_made_it() -> None:
    # RFC 1952, 2.3: deflate, no flags, no time, slowest, unknown system.
    assert compressed(b"anything")[:10] == bytes.fromhex("1f8b08000000000002ff")


def test_a_second_build_into_the_same_place_leaves_nothing_of_the_first(
    trees: tuple[Path, Path], tmp_path: Path
) -> None:
    planted = tmp_path / "site" / "left-over.html"
    planted.parent.mkdir()
    planted.write_text("planted")
    ended = build("bundle", "--out", str(tmp_path), tree=trees[0])
    assert ended.returncode == 0, ended.stderr
    assert not planted.exists()
