"""The name of the installed build. Reads only the package's own files.

A SHA-256 over those files and the versions of the libraries they use: certificates of two
installations name the same build if the same code ran, and different ones if not. It is never the
page's build, which covers other files.
"""

import hashlib
import importlib.metadata
import platform
from functools import cache
from pathlib import Path

from PIL import features

_ROOT = Path(__file__).resolve().parents[1]
_PARTS = ("__init__.py", "__main__.py", "version.py", "api", "cli", "core", "local", "model")
_LIBRARIES = ("Pillow", "numpy", "pillow-heif", "onnxruntime", "zxing-cpp")
# Those of Pillow's libraries that read or write images here.
_CODECS = ("jpg", "libjpeg_turbo", "zlib", "libtiff", "webp", "avif", "littlecms2")


@cache
def build() -> str:
    """The name, in hexadecimal: the SHA-256 of `listed`."""
    return hashlib.sha256(listed().encode()).hexdigest()


def listed() -> str:
    """A line for each file of the package, as `sha256sum` prints it, and one for each library."""
    files = sorted(path for part in _PARTS for path in _files(_ROOT / part))
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(_ROOT).as_posix()}"
        for path in files
    ]
    lines.append(f"{platform.python_implementation()} {platform.python_version()}")
    lines += [f"{name} {_version(name)}" for name in _LIBRARIES]
    lines += [f"Pillow's {name} {features.version(name)}" for name in _CODECS]
    return "\n".join(lines) + "\n"


def _files(start: Path) -> list[Path]:
    """The modules, and the networks of the finders if they were built."""
    if start.is_file():
        return [start]
    return [path for pattern in ("*.py", "*.onnx") for path in start.rglob(pattern)]


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return "none"
