"""Compiles the page's Python to MicroPython's bytecode. Runs none of it.

Parsing the sources was the longest part of the page's own start (docs/adr/0023-early.md). The
compiler is MicroPython's, as WebAssembly; bytecode of its version 6 runs in every MicroPython since
1.19. Same sources, same bytes.
"""

import json
import tempfile
from pathlib import Path

from app.build import tools
from app.build.process import checked

SCRIPT = Path(__file__).with_suffix(".cjs")
# The compiler leaves out what a constant rules out, and takes a name for no constant.
_FOR_TYPES = ("\nif TYPE_CHECKING:", "\nif False:")


def bytecode(sources: dict[str, str], vendor: Path) -> dict[str, bytes]:
    """`sources` (path -> Python) as path -> bytecode, the ending `.py` turned into `.mpy`.

    What stands there for the type checker alone goes; lines keep their numbers. BuildError names
    the file that MicroPython's compiler refuses.
    """
    sources = {path: text.replace(*_FOR_TYPES) for path, text in sources.items()}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        out = folder / "out"
        job = {"vendor": str(vendor), "sources": sources, "out": str(out)}
        (folder / "job.json").write_text(json.dumps(job), "utf-8")
        checked(
            [tools.node(), str(SCRIPT), str(folder / "job.json")],
            label="compiling the page's Python",
            failure="The page's Python could not be compiled.",
        )
        paths = sorted(path for path in out.rglob("*") if path.is_file())
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}
