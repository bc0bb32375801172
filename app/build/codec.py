"""Compiles the JPEG codec (app/jpeg and its library) and caches it. Fetches a compiler.

Same sources, same bytes: the compiler is pinned, and sees only paths relative to its own folder.
"""

import hashlib
import os
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from app.build import tools
from app.build.places import cache_folder, keep
from app.build.process import CommandFailed, run
from app.build.report import BuildError, say

ARCHIVE = "mozjpeg_lossless_optimization-1.3.2.tar.gz"
# Where the library lies in the archive.
LIBRARY = "mozjpeg_lossless_optimization-1.3.2/mozjpeg"
# The compiled sources: no other sample sizes, no lossless mode, no file access.
# app/jpeg/huffman.c takes in jchuff.c.
UNITS = (
    *("jaricom", "jdarith"),
    *("jcapimin", "jcapistd", "jccoefct", "jccolor", "jcdctmgr", "jcext", "jcinit", "jcmainct"),
    *("jcmarker", "jcmaster", "jcomapi", "jcparam", "jcprepct", "jcsample", "jdapimin", "jdapistd"),
    *("jdatadst", "jdatasrc", "jdcoefct", "jdcolor", "jddctmgr", "jdhuff", "jdinput", "jdmainct"),
    *("jdmarker", "jdmaster", "jdphuff", "jdpostct", "jdsample", "jfdctint", "jidctint", "jmemmgr"),
    *("jmemnobs", "jpeg_nbits", "jutils"),
)
FLAGS = (
    *("-target", "wasm32-freestanding", "-mcpu=generic+simd128+bulk_memory"),
    # The library reads and writes the same bytes as numbers of several sizes.
    *("-O3", "-fno-strict-aliasing", "-w", "-nostdlib", "-Wl,--no-entry", "-Wl,--strip-all"),
    *("-Iown/config", "-Ilibrary"),
)
# Environment variables that could affect the result.
MEDDLERS = ("CPATH", "C_INCLUDE_PATH", "ZIG_")
# Lines of the compiler's that are shown when it fails.
LAST_LINES = 12


def codec(tree: Path, vendor: Path, given: Path | None = None) -> bytes:
    """The codec of `tree`, with the library in `vendor`: from the cache, or compiled and kept.

    `given` is a folder of the user's that may hold the compiler's wheel.
    """
    sources = sources_of(tree, vendor)
    home = cache_folder(f"codec-{_key(sources)}")
    for path in home.glob("*.wasm"):
        kept = path.read_bytes()
        if hashlib.sha256(kept).hexdigest() == path.stem:
            return kept
    compiler = tools.compiler(given)
    say("Compiling the JPEG codec …")
    made = compiled(sources, compiler)
    keep(home / f"{hashlib.sha256(made).hexdigest()}.wasm", made)
    return made


def compiled(sources: dict[str, bytes], compiler: Sequence[str], *more: str) -> bytes:
    """Compile `sources` (path -> bytes) by the command `compiler`, with `more` flags."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in sources.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        # One command: the compiler itself spreads the files over the machine's cores.
        units = [name for name in sorted(sources) if _is_unit(name)]
        try:
            run(
                [*compiler, *FLAGS, *more, *units, "-o", "jpeg.wasm"],
                label="compiling the JPEG codec",
                cwd=Path(folder),
                env=_environment(folder),
            )
        except CommandFailed as error:
            told = "\n".join((error.output or str(error)).splitlines()[-LAST_LINES:])
            raise BuildError(f"The JPEG codec could not be compiled:\n{told}") from error
        return Path(folder, "jpeg.wasm").read_bytes()


def sources_of(tree: Path, vendor: Path) -> dict[str, bytes]:
    """All that goes in, below the two folders of FLAGS."""
    home = tree / "app/jpeg"
    found = {
        f"own/{path.relative_to(home).as_posix()}": path.read_bytes()
        for path in home.rglob("*.[ch]")
    }
    with tarfile.open(vendor / ARCHIVE) as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            if str(path.parent) == LIBRARY and path.suffix in {".c", ".h"}:
                stream = archive.extractfile(member)
                if stream is not None:
                    found[f"library/{path.name}"] = stream.read()
    return found


def _is_unit(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix == ".c" and (path.parent.name == "own" or path.stem in UNITS)


def _key(sources: dict[str, bytes]) -> str:
    """Identifies the sources, their processing, and the compiler."""
    digest = hashlib.sha256(repr((FLAGS, UNITS)).encode() + tools.COMPILER.read_bytes())
    for name, data in sorted(sources.items()):
        digest.update(f"\0{name}\0".encode() + hashlib.sha256(data).digest())
    return digest.hexdigest()[:16]


def _environment(folder: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(MEDDLERS)}
    caches = ("ZIG_GLOBAL_CACHE_DIR", "ZIG_LOCAL_CACHE_DIR")
    return {**kept, **{name: str(Path(folder, "cache")) for name in caches}}
