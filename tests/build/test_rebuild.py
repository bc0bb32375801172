"""A release is compared with what its tag builds: every file, without exception."""

import subprocess
from pathlib import Path

import pytest

from app.build import commands, places

# A build that makes two files and the lists of them, out of one source.
BUILD = """
import hashlib, pathlib, sys
here = pathlib.Path(__file__).parent
out = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
(out / "site").mkdir(parents=True)
text = (here / "source.txt").read_bytes()
for name in ("site/index.html", "pixelseal.html"):
    (out / name).write_bytes(text)
names = ["pixelseal.html", "site/index.html"]
if sys.argv[1] == "wheel":
    names.insert(0, "pixelseal-1.0-py3-none-any.whl")
    (out / names[0]).write_bytes(text)
digest = hashlib.sha256(text).hexdigest()
lines = [f"{digest}  {name}\\n" for name in names]
(out / "SHA256SUMS").write_text("".join(lines))
(out / "BUILD").write_text("the build")
(out / ".inputs").write_text(str(here))
"""


def _git(tree: Path, *words: str) -> None:
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *person, "-C", str(tree), *words], check=True, capture_output=True)


def _bundle(tree: Path, out: Path, word: str = "bundle") -> None:
    subprocess.run(["python3", str(tree / "build.py"), word, "--out", str(out)], check=True)


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a tree at its tag v1 gave; the tree has gone on since."""
    tree, dist = tmp_path / "tree", tmp_path / "dist"
    tree.mkdir()
    (tree / "build.py").write_text(BUILD)
    (tree / "source.txt").write_text("first")
    _git(tree, "init", "-q")
    _git(tree, "add", ".")
    _git(tree, "commit", "-qm", "first")
    _git(tree, "tag", "v1")
    _bundle(tree, dist)
    (tree / "source.txt").write_text("second")
    _git(tree, "commit", "-qam", "second")
    (tree / "source.txt").write_text("not committed")
    monkeypatch.setattr(places, "ROOT", tree)
    monkeypatch.setenv("PIXELSEAL_CACHE", str(tmp_path / "cache"))
    return dist


def _rebuild(*words: str) -> int:
    return commands.main(["rebuild", *words])


def test_the_tag_gives_what_was_published(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _rebuild("v1", "--against", str(dist)) == 0
    assert _rebuild("v1", "--against", str(dist / "SHA256SUMS")) == 0
    said = capsys.readouterr().out
    assert "all 4 files" in said and "all 2 files" in said


def test_what_the_tag_does_not_give_is_named(
    dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (dist / "pixelseal.html").write_text("altered")
    (dist / "site" / "more.js").write_text("planted")
    (dist / "BUILD").unlink()
    assert _rebuild("v1", "--against", str(dist)) == 1
    assert capsys.readouterr().err.splitlines() == [
        "BUILD is made by this commit and was not there",
        "pixelseal.html came out with other bytes",
        "site/more.js is not made by this commit",
    ]


def test_a_package_that_was_published_is_built_again_and_compared(
    dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = dist.parent / "package"
    (places.ROOT / "source.txt").write_text("second")
    _bundle(places.ROOT, out, "wheel")
    assert _rebuild("HEAD", "--against", str(out / "SHA256SUMS")) == 0
    assert _rebuild("HEAD", "--against", str(out)) == 0
    said = capsys.readouterr().out
    assert "all 3 files" in said and "all 5 files" in said
    (out / "pixelseal-1.0-py3-none-any.whl").write_text("altered")
    assert _rebuild("HEAD", "--against", str(out)) == 1
    assert capsys.readouterr().err == ("pixelseal-1.0-py3-none-any.whl came out with other bytes\n")


def test_another_commit_and_what_is_not_committed_give_other_bytes(
    dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rebuild("HEAD", "--against", str(dist / "SHA256SUMS")) == 1
    assert capsys.readouterr().err.count("came out with other bytes") == 2
    second = dist.parent / "second"
    (places.ROOT / "source.txt").write_text("second")
    _bundle(places.ROOT, second)
    (places.ROOT / "source.txt").write_text("not committed")
    assert _rebuild("--against", str(second)) == 0


def test_nothing_to_compare_with_and_no_such_commit_are_sentences(
    dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rebuild("v1", "--against", str(dist / "nowhere")) == 1
    assert _rebuild("v2", "--against", str(dist)) == 1
    (dist / "empty").mkdir()
    assert _rebuild("v1", "--against", str(dist / "empty")) == 1
    first, second, third = capsys.readouterr().err.splitlines()
    assert "is not there" in first and "v2 is no commit or tag" in second
    assert "holds nothing to compare with" in third


def test_a_tag_that_is_none_is_said_even_where_nothing_was_built(
    dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rebuild("nosuchtag", "--against", str(dist / "nowhere")) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert "nosuchtag" in said and "is not there" not in said
