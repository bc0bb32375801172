"""Writes docs/corpus.md and docs/comparison.md: python -m tests.battery [corpus|comparison].

Needs the corpus (PIXELSEAL_CORPUS or its usual place), exiftool and mat2. Asserts nothing.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.battery import peers, witnesses
from tests.battery.cleaning import CLEAN, Outcome, clean
from tests.battery.expected import expected
from tests.conftest import ROOT

FORMATS = {
    ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".tif": "TIFF", ".tiff": "TIFF",
    ".webp": "WebP", ".gif": "GIF", ".bmp": "BMP", ".avif": "AVIF", ".avifs": "AVIF",
    ".heic": "HEIC", ".heif": "HEIC", ".hif": "HEIC",
    ".jp2": "JPEG 2000", ".j2k": "JPEG 2000", ".jpf": "JPEG 2000",
}  # fmt: skip


def corpus_folder() -> Path:
    """Return where the public images are."""
    return Path(os.environ.get("PIXELSEAL_CORPUS") or ROOT.parent / "shared" / "corpus")


def write_corpus() -> None:
    """Run the battery and write its table by format."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [clean(corpus_folder() / name, Path(folder)) for name in expected()]
        files = [file for row in rows for file in row.outputs]
        exiftool, mat2 = witnesses.exiftool(files), witnesses.mat2(files)
    dirty = {path for told in (exiftool, mat2) for path, seen in told.items() if seen}
    text = [
        CORPUS_HEAD,
        "| format | files | clean | refused | wrong | refused as |",
        "|---|--|--|--|--|---|",
    ]
    for format in [*dict.fromkeys(FORMATS.values()), "all"]:
        of_it = [r for r in rows if format in ("all", FORMATS[Path(r.name).suffix.lower()])]
        text.append(_corpus_line(format, of_it, dirty))
    text.append(
        f"\nOf the {len(files)} outputs, exiftool read {len(exiftool)} and mat2 {len(mat2)} "
        "(it reads no WebP and no AVIF); neither saw anything but how the picture is stored.\n"
        if not dirty else f"\nSomething is seen in: {sorted(p.name for p in dirty)}\n"
    )  # fmt: skip
    (ROOT / "docs" / "corpus.md").write_text("\n".join(text), "utf-8")


def _corpus_line(format: str, rows: list[Outcome], dirty: set[Path]) -> str:
    right = [r for r in rows if r.told in expected()[r.name] and not dirty & set(r.outputs)]
    done = sum(1 for r in right if r.told == CLEAN)
    codes = Counter(r.told for r in right if r.told != CLEAN)
    named = ", ".join(f"{code} {number}" for code, number in sorted(codes.items()))
    refused, wrong = sum(codes.values()), len(rows) - len(right)
    return f"| {format} | {len(rows)} | {done} | {refused} | {wrong} | {named} |"


CORPUS_HEAD = """# Real files

Public images from other projects' test collections, made to be difficult: each one either comes out
clean according to our audit, exiftool and mat2, with its pixels right (orientation, size, colour
compared with Pillow), or is refused with the correct code (`tests/battery/expected.tsv`).

This table is written by `python -m tests.battery corpus`; the test is
`pytest tests/battery`. The files are not part of the repository: PIXELSEAL_CORPUS names their
folder.
"""

COMMANDS: dict[str, Callable[[], None]] = {
    "corpus": write_corpus,
    "comparison": lambda: peers.write_comparison(corpus_folder(), ROOT / "docs" / "comparison.md"),
}

if __name__ == "__main__":
    for name in sys.argv[1:] or COMMANDS:
        COMMANDS[name]()
