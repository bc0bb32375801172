"""Builds a commit from a clean clone in another folder, and compares the result with a given one.

Fetched files are taken from the cache, and compared with their pinned hashes; everything derived,
including the codec, is made again, and the Python package if it is among what is given. Publishes
nothing and changes neither tree nor `dist/`.
"""

import hashlib
import os
import sys
import tempfile
from pathlib import Path

from app.build import places
from app.build.bundle import STAMP
from app.build.process import checked
from app.build.report import BuildError, complain, say

# Folders of the cache with what others made, which a rebuild may share.
FETCHED = ("vendor-", "tools-", "tests-")
# What the build writes beside the files that it lists in SHA256SUMS.
LISTS = ("SHA256SUMS", "BUILD")


def rebuild(commit: str, against: Path, given: Path | None = None) -> int:
    """Build `commit` in another folder; return 0 if each file is the same as in `against`, else 1.

    `against` is a folder that `bundle` or `wheel` wrote, or a file as SHA256SUMS; `given` as of
    `bundle`. Raises BuildError when it is neither, or the commit cannot be built.
    """
    # A mistyped tag is reported first: whoever mistyped it may not have built anything yet.
    name = _whole_name(commit)
    known = _sums(against)
    with tempfile.TemporaryDirectory(prefix="pixelseal-") as scratch:
        tree, out = Path(scratch, "clone"), Path(scratch, "out")
        _clone(name, tree)
        say(f"Building {name} in {tree} …")
        command = "wheel" if any(path.endswith(".whl") for path in known) else "bundle"
        _build(command, tree, out, _cache(Path(scratch)), given)
        made = _sums(out)
    if against.is_file():
        made = {path: digest for path, digest in made.items() if path not in LISTS}
    differing = sorted(path for path in known | made if known.get(path) != made.get(path))
    for path in differing:
        complain(f"{path} {_difference(path in known, path in made)}")
    if not differing:
        say(f"Built again from {name}: all {len(made)} files are the same, byte for byte.")
    return 1 if differing else 0


def _difference(known: bool, made: bool) -> str:
    if known and made:
        return "came out with other bytes"
    return "is not made by this commit" if known else "is made by this commit and was not there"


def _sums(path: Path) -> dict[str, str]:
    """The SHA-256 of each file, by its path: of those in a folder, or as a list states them."""
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if file.is_file() and file.name != STAMP]
        found = {
            file.relative_to(path).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in files
        }
    elif path.is_file():
        lines = path.read_text("utf-8").splitlines()
        found = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    else:
        raise BuildError(f"{path} is not there: run `python3 build.py bundle` first.")
    if not found:
        raise BuildError(f"{path} holds nothing to compare with.")
    return found


def _whole_name(commit: str) -> str:
    """The hash of a commit that is given by a tag, a branch or the beginning of its hash."""
    command = ["git", "-C", str(places.ROOT), "rev-parse", "--verify", "--quiet"]
    return checked(
        [*command, f"{commit}^{{commit}}"],
        label=f"looking for {commit}",
        failure=f"{commit} is no commit or tag of {places.ROOT}, or git is not installed.",
    ).strip()


def _clone(name: str, tree: Path) -> None:
    """Check the commit out into `tree`."""
    failure = f"{name} could not be cloned from {places.ROOT}."
    for command in (
        ["git", "-C", str(places.ROOT), "clone", "--quiet", ".", str(tree)],
        ["git", "-C", str(tree), "checkout", "--quiet", "--detach", name],
    ):
        checked(command, label=f"cloning {name}", failure=failure)


def _cache(scratch: Path) -> Path:
    """A cache with what was fetched and nothing that was made."""
    cache = scratch / "cache"
    cache.mkdir()
    for folder in places.cache_root().glob("*"):
        if folder.name.startswith(FETCHED):
            (cache / folder.name).symlink_to(folder)
    return cache


def _build(word: str, tree: Path, out: Path, cache: Path, given: Path | None) -> None:
    """Have the clone's own build write `out`: the page, or the page and the package."""
    command = [sys.executable, str(tree / "build.py"), word, "--out", str(out)]
    if given is not None:
        command += ["--from", str(given)]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    checked(
        command,
        label="building it again",
        failure="It could not be built.",
        env={**kept, "PIXELSEAL_CACHE": str(cache)},
    )
