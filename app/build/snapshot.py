"""Starts the engine once, under node, and stores its memory for every later start.

Nothing depends on the machine: clock, randomness, hash seed and paths are constants (snapshot.cjs),
so the same sources and vendor files give the same bytes (docs/adr/0021-start.md).
"""

import json
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.build import tools
from app.build.process import checked
from app.build.trim import kept_of_wheel

SCRIPT = Path(__file__).with_suffix(".cjs")
# Python asks for the machine's time zone at its start and keeps the answer.
ENVIRONMENT = {**os.environ, "TZ": "UTC"}
# Where Pyodide looks for packages and where our own sources lie.
SITE, OURS = "lib/python3.14/site-packages", "pixelseal"
# What the engine may import besides its own modules: afterwards numpy's and Pillow's own files are
# not there, nor are ours.
MODULES = (
    "numpy.ma",  # asked for by numpy.unique
    "PIL.ImageColor",
    *(f"PIL.{name}ImagePlugin" for name in ("Bmp", "Gif", "Jpeg", "Mpo", "Png", "Ppm", "Tiff")),
    *("PIL.WebPImagePlugin", "PIL.ImageFilter", "PIL.ImageTransform"),
    *(f"encodings.{name}" for name in ("ascii", "latin_1", "utf_16", "utf_16_be", "utf_16_le")),
)


@dataclass(frozen=True)
class Snapshot:
    """The memory of a started engine and how to put it back."""

    heap: bytes  # what is not zero, run by run
    facts: dict[str, Any]  # where the runs, the libraries and the table's entries belong
    libraries: dict[str, bytes]  # file name -> WebAssembly, in the order of `facts`
    loaded: frozenset[str]  # names of the modules that are in the memory


def snapshot(runtime: str, lock: str, sources: dict[str, bytes], vendor: Path) -> Snapshot:
    """Start the engine of `sources` (path -> bytes) with the script `runtime`; see `Snapshot`."""
    site = _site_packages(vendor)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for below, files in ((SITE, site), (OURS, sources)):
            for name, data in files.items():
                path = folder / "tree" / below / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        (folder / "runtime.js").write_text(runtime, "utf-8")
        job = {
            "script": str(folder / "runtime.js"),
            "wasm": str(vendor / "pyodide.asm.wasm"),
            "stdlib": str(vendor / "python_stdlib.zip"),
            "lock": lock,
            "tree": str(folder / "tree"),
            "modules": [*_modules(sources), *MODULES],
            "heap": str(folder / "heap"),
            "facts": str(folder / "facts.json"),
        }
        (folder / "job.json").write_text(json.dumps(job), "utf-8")
        checked(
            [tools.node(), str(SCRIPT), str(folder / "job.json")],
            label="starting the engine",
            failure="The engine could not be started to keep its memory.",
            env=ENVIRONMENT,
        )
        facts = json.loads((folder / "facts.json").read_text("utf-8"))
        heap = (folder / "heap").read_bytes()
    names = [row["name"].rpartition("/")[2] for row in facts["libraries"]]
    files = {path.rpartition("/")[2]: data for path, data in site.items()}
    for row, name in zip(facts["libraries"], names, strict=True):
        row["file"] = name
    loaded = frozenset(facts.pop("loaded"))
    return Snapshot(heap, facts, {name: files[name] for name in names}, loaded)


def _modules(sources: dict[str, bytes]) -> list[str]:
    """All modules of `sources`, those that are imported late among them."""
    stems = (path.removesuffix(".py").removesuffix("/__init__") for path in sources)
    return sorted(stem.replace("/", ".") for stem in stems)


def _site_packages(vendor: Path) -> dict[str, bytes]:
    """The files of the wheels that are wanted, by their path in site-packages."""
    found = {}
    for wheel in sorted(vendor.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in sorted(filter(kept_of_wheel, archive.namelist())):
                found[name] = archive.read(name)
    return found
