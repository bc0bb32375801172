"""Paths of the tree, the build's output, and the cache outside it. Creates only the cache."""

import os
import sys
import tempfile
from pathlib import Path

from app.build.report import BuildError

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"

# The folders the build makes in its cache; `clean --cache` removes these and nothing else.
CACHE_PREFIXES = ("vendor-", "tests-", "tools-", "codec-")


def cache_root() -> Path:
    """Return PIXELSEAL_CACHE, or the folder `pixelseal` in the user's cache folder."""
    chosen = os.environ.get("PIXELSEAL_CACHE")
    if chosen:
        return Path(chosen).expanduser().resolve()
    base = os.environ.get("XDG_CACHE_HOME")
    if base:
        return Path(base).expanduser().resolve() / "pixelseal"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "pixelseal"
    return Path.home() / ".cache" / "pixelseal"


def cache_folder(name: str) -> Path:
    """Create and return one folder of the cache; `name` starts with one of CACHE_PREFIXES."""
    folder = cache_root() / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(
            f"The cache folder {folder} cannot be made ({error.strerror}); "
            "set PIXELSEAL_CACHE to a folder that can be written."
        ) from error
    return folder


def keep(path: Path, content: bytes) -> None:
    """Write a file of the cache, completely or not at all."""
    handle, partial = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink()
        raise
