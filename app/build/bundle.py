"""Makes `dist/` from the vendor files and the tree. `page.py` decides what goes into a page."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from app.build import codec, vendor, weights
from app.build.page import build_site
from app.build.places import DIST, ROOT
from app.build.report import say

# States from which sources `dist/` was made. Outside `site/`: it is not part of the page.
STAMP = ".inputs"
PRODUCTS = ("site", "pixelseal.html", "pixelseal-find.html", "SHA256SUMS", "BUILD", STAMP)
WHEELS = "pixelseal-*.whl"  # what `wheel.py` adds: the list of checksums no longer has it then
# What the page is made of; a change in any of it makes `dist/` stale.
SOURCES = ("app", "static", "index.html")

_MADE = {".pyc", weights.SUFFIX}  # what lies there and was made from the rest


def bundle(out: Path = DIST, given: Path | None = None) -> None:
    """Fetch what is missing and write `out/site/`, `out/pixelseal.html` and the finders' networks.

    The networks go to the package, for the command line.
    """
    folder = vendor.fetch(given)
    jpeg = codec.codec(ROOT, folder, given)
    say(f"Building the page in {out} …")
    inputs = _inputs()
    for path in [*(out / name for name in PRODUCTS), *out.glob(WHEELS)]:
        _remove(path)
    out.mkdir(parents=True, exist_ok=True)
    build_site(ROOT, folder, jpeg, out)
    weights.put(ROOT, weights.weights(ROOT, folder))
    (out / STAMP).write_text(inputs, "ascii")
    size = (out / "pixelseal.html").stat().st_size
    say(f"Built {out / 'site'} and {out / 'pixelseal.html'} ({size / 1e6:.1f} MB).")


def ensure(out: Path = DIST, given: Path | None = None) -> None:
    """Bundle, unless `out` was made from the sources as they are now."""
    stamp = out / STAMP
    if not stamp.is_file() or stamp.read_text("ascii") != _inputs():
        bundle(out, given)


def _inputs() -> str:
    """Return a digest of everything that the page is made from."""
    digest = hashlib.sha256(vendor.TABLE.read_bytes())
    for path in _source_files():
        digest.update(f"\0{path.relative_to(ROOT).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _source_files() -> Iterator[Path]:
    for name in SOURCES:
        start = ROOT / name
        if start.is_file():
            yield start
            continue
        for path in sorted(start.rglob("*")):
            if path.is_file() and path.suffix not in _MADE:
                yield path


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
