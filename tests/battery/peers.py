"""Other tools on the same files, and what is left in what they write. Asserts nothing."""

import contextlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source import examine
from pixelseal.local import codecs

from tests.battery import witnesses
from tests.battery.cleaning import clean

# What a tool that keeps the picture unchanged may legitimately leave.
_RIGHTFUL = {"alpha", "technical-data"}
_TECHNICAL = re.compile(
    r"Adobe:.*|Jpeg2000:.*|GIF:(FrameCount|AnimationIterations|Duration)|APNG:.*|ANIM:.*|"
    r"PNG:(BackgroundColor|(Red|Green|Blue|WhitePoint)[XY]|Gamma|SRGBRendering|PaletteHistogram|"
    r"SuggestedPalette)|RIFF:(FrameCount|Duration|Animation.*|BackgroundColor)|"
    r"IFD\d+:(PrimaryChromaticities|WhitePoint|InkSet|YCbCrCoefficients|[XY]Position|"
    r"CellWidth|CellLength|Threshholding|.*Preview.*|JPEGProc|JpgFromRaw.*|Thumbnail.*)|"
    r"(Track\d+|Meta|QuickTime):(?!.*(Date|Name|Description|Comment|Artist|Make|Model|Software)).*|"
    r"(Track\d+|QuickTime|Meta):(Handler|QuickTime_|.*Name$).*",
)
_PROFILE = ("ICC", "colour-profile", "profile-")

Clean = Callable[[list[Path], Path], dict[Path, Path]]


def _copies(files: list[Path], folder: Path) -> dict[Path, Path]:
    return {file: Path(shutil.copy(file, folder / file.name)) for file in files}


def pixelseal(files: list[Path], folder: Path) -> dict[Path, Path]:
    """Cover a corner, save."""
    done = {file: clean(file, folder).outputs for file in files}
    return {file: outputs[0] for file, outputs in done.items() if outputs}


def exiftool(files: list[Path], folder: Path) -> dict[Path, Path]:
    """Remove all that exiftool can: exiftool -all= FILES."""
    copies = _copies(files, folder)
    command = ["exiftool", "-q", "-q", "-all=", *map(str, copies.values())]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # It keeps the file it has changed under this name; without one it has written nothing.
    return {f: c for f, c in copies.items() if c.with_name(c.name + "_original").exists()}


def mat2(files: list[Path], folder: Path) -> dict[Path, Path]:
    """Clean: mat2 FILES."""
    copies = _copies(files, folder)
    command = ["mat2", *map(str, copies.values())]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    cleaned = {f: c.with_name(f"{c.stem}.cleaned{c.suffix}") for f, c in copies.items()}
    return {file: path for file, path in cleaned.items() if path.exists()}


def pillow(files: list[Path], folder: Path) -> dict[Path, Path]:
    """Open and save under the same format: Image.open(FILE).save(COPY)."""
    done = {}
    for file in files:
        with contextlib.suppress(Exception), Image.open(file) as image:
            image.save(folder / file.name, image.format)
            done[file] = folder / file.name
    return done


PEERS: dict[str, Clean] = {
    "Pixelseal": pixelseal,
    "mat2": mat2,
    "exiftool -all=": exiftool,
    "Pillow, opened and saved": pillow,
}


def left_in(files: list[Path]) -> dict[Path, set[str]]:
    """File -> what our examination or exiftool sees in it beyond how the picture is stored."""
    told = witnesses.exiftool(files).items()
    seen = {file: {t for t in tags if not _TECHNICAL.fullmatch(t)} for file, tags in told}
    for file in files:
        try:
            source = examine(file.read_bytes())
        except SourceRefused:
            continue  # only exiftool's view
        seen.setdefault(file, set()).update(
            finding.kind for finding in source.findings if finding.kind not in _RIGHTFUL
        )
    return seen


def write_comparison(corpus: Path, target: Path) -> None:
    """Run every tool and write the table."""
    codecs.register()  # without decoders, no HEIC or AVIF would be examined
    files = [path for path in sorted(corpus.iterdir()) if path.suffix != ".tsv"]
    before = left_in(files)
    carrying = [file for file in files if before.get(file)]
    lines = [HEAD.format(all=len(files), carrying=len(carrying))]
    for name, tool in PEERS.items():
        with tempfile.TemporaryDirectory() as folder:
            done = tool(carrying, Path(folder))
            left = left_in(list(done.values()))
        told = [left.get(path, set()) for path in done.values()]
        something = [tags for tags in told if tags]
        profile_only = [t for t in something if all(tag.startswith(_PROFILE) for tag in t)]
        frames = f"{len(carrying) - len(done)}"
        lines.append(
            f"| {name} | {len(done)} | {frames} | {len(something)} | {len(profile_only)} |"
        )
    target.write_text("\n".join([*lines, TAIL]), "utf-8")


HEAD = """# The same files, other tools

Of the {all} public files of the corpus, {carrying} carry something besides their picture that our
examination or exiftool reports: these were given to each tool. The same two detectors then examined
what it wrote. Written by `python -m tests.battery comparison`.

| tool | wrote | wrote nothing | left something | of these only a colour profile |
|---|--|--|--|--|"""

TAIL = """
*Something* is any tag of exiftool beyond how the picture is stored, coloured or animated (the
lists: `tests/battery/witnesses.py`, `peers.py`) or any finding of ours (docs/formats) but alpha and
technical values, which a tool that does not touch pixels may leave. *Wrote nothing* means that
the file was refused, unknown or failed.

The tools do different jobs: the others remove metadata from a picture that they leave as it is, or
copy what they understand; none of them covers anything, and Pixelseal leaves nothing as it is. A
file that a tool leaves untouched by its own rules counts as not written.

The commands, on copies of the files:

    mat2 FILES
    exiftool -all= FILES
    python -c "import sys; from PIL import Image; i = Image.open(sys.argv[1]); \\
        i.save(sys.argv[2], i.format)" FILE COPY
    pixelseal redact FILE --recipe RECIPE
"""
