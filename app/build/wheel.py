"""Makes the Python package as a wheel whose bytes depend on the tree alone. Uploads nothing.

setuptools writes one into which also go the time and the mode of each file, what an earlier build
left in the tree, and how this machine's zlib packs. So it works on a copy, at one moment, with the
pinned setuptools of the test environment; and the wheel is written again, with nothing packed.
"""

import hashlib
import os
import shutil
import stat
import tempfile
import zipfile
from pathlib import Path

from app.build import bundle, environment, places, sums, weights
from app.build.bundle import WHEELS
from app.build.process import checked
from app.build.report import BuildError, say

# What setuptools reads of the tree, and which files of the package ship.
_READ = ("pyproject.toml", "README.md", "LICENSE", "static/notices.txt")
_PACKAGE = "app/pixelseal"
_SHIPPED = (".py", ".typed", weights.SUFFIX)
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can state
_EPOCH = "315532800"  # the same, in seconds since 1970
_LISTED = "SHA256SUMS"


def wheel(out: Path, given: Path | None = None) -> Path:
    """Write the wheel to `out`, beside a page that is as new, and its line to `out`/SHA256SUMS.

    `given` as of `bundle`. Raises BuildError if the environment or the package cannot be made.
    """
    bundle.ensure(out, given)
    if not (places.ROOT / weights.HOME).is_dir():
        bundle.bundle(out, given)  # somebody took the networks away
    name, data = made(places.ROOT, environment.python())
    for older in out.glob(WHEELS):
        older.unlink()
    (out / name).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    lines = (out / _LISTED).read_text("utf-8").splitlines()
    known = {path: known for known, _, path in (line.partition("  ") for line in lines)}
    kept = {path: known for path, known in known.items() if not path.endswith(".whl")}
    (out / _LISTED).write_text(sums.listed(kept | {name: digest}), "utf-8", newline="\n")
    say(f"Built {out / name} ({len(data) / 1e6:.1f} MB), SHA-256 {digest}.")
    return out / name


def made(tree: Path, python: Path) -> tuple[str, bytes]:
    """The wheel's file name and bytes; `python` is one that has the pinned setuptools."""
    with tempfile.TemporaryDirectory(prefix="pixelseal-") as scratch:
        copy, out = Path(scratch, "tree"), Path(scratch, "out")
        _copy(tree, copy)
        options = ["--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--no-cache"]
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        checked(
            [str(python), "-m", "pip", "wheel", *options, "-q", "-w", str(out), str(copy)],
            label="building the package",
            failure="The package could not be built.",
            env={**kept, "SOURCE_DATE_EPOCH": _EPOCH},
        )
        found = sorted(out.glob(WHEELS))
        if len(found) != 1:
            raise BuildError("The package came out as no wheel.")
        return found[0].name, _again(found[0], Path(scratch, "again"))


def _copy(tree: Path, copy: Path) -> None:
    names = [Path(name) for name in _READ]
    package = [path for path in (tree / _PACKAGE).rglob("*") if path.suffix in _SHIPPED]
    for name in [*names, *(path.relative_to(tree) for path in package)]:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tree / name, copy / name)


def _again(path: Path, out: Path) -> bytes:
    """The same wheel, sorted, of one moment and one mode, nothing packed."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.create_system = 3  # Unix, whose modes these are
            new.writestr(entry, old.read(name))
    return out.read_bytes()
