"""Two builds of one tree are the same bytes, whatever the machine's settings are."""

import hashlib
from pathlib import Path

from .run_build import build


def digests(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there" / "deeper"
    first = build(
        "bundle", "--out", str(here), env={"PYTHONHASHSEED": "1", "TZ": "UTC"}, umask=0o22
    )
    second = build(
        "bundle",
        *("--out", str(there)),
        cwd=tmp_path,
        env={"PYTHONHASHSEED": "2", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONUTF8": "0"},
        umask=0o77,
    )
    assert first.returncode == 0, first.stderr
    assert second.returncode == 0, second.stderr
    assert digests(here) == digests(there)
    assert {"pixelseal.html", "site/index.html"} <= set(digests(here))


def test_a_second_build_into_the_same_place_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    planted = tmp_path / "site" / "left-over.html"
    planted.parent.mkdir()
    planted.write_text("planted")
    ended = build("bundle", "--out", str(tmp_path))
    assert ended.returncode == 0, ended.stderr
    assert not planted.exists()
