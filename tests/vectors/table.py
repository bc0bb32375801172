"""The vectors: which source meets which recipe, and the table of what came out. Runs no test."""

import hashlib
import json
from pathlib import Path
from typing import Any

from pixelseal.core import engine
from pixelseal.core.decode.decode import reread
from pixelseal.model.recipe.recipe import parse

TABLE = Path(__file__).with_name("table.json")
FOLDER = Path(__file__).with_name("sources")

_BOX = {"kind": "rectangle", "x": 17, "y": 9, "width": 30, "height": 25}
_WHITE = {"kind": "fill", "colour": "#ffffff"}
RECIPES: dict[str, dict[str, Any]] = {
    "nothing": {"regions": []},
    "black box": {"regions": [{"shape": _BOX}]},
    "white ellipse": {"regions": [{"shape": {**_BOX, "kind": "ellipse"}, "method": _WHITE}]},
    # Reasons change no byte: the same as the black box.
    "two reasons": {
        "pixelseal": "recipe/2",
        "regions": [{"shape": _BOX, "reasons": ["A", "Q"]}],
    },
    "box as jpeg": {"regions": [{"shape": _BOX}], "output": {"format": "jpeg", "quality": 80}},
    "box as png": {"regions": [{"shape": _BOX}], "output": {"format": "png"}},
    "box as webp": {"regions": [{"shape": _BOX}], "output": {"format": "webp"}},
    "box as avif": {"regions": [{"shape": _BOX}], "output": {"format": "avif"}},
    "turned right": {"regions": [], "turn": [{"quarter_turns": 1}]},
    "box, turned left and mirrored": {
        "regions": [{"shape": _BOX}],
        "turn": [{"quarter_turns": 3, "mirror": True}],
    },
    "box as tiff": {"regions": [{"shape": _BOX}], "output": {"format": "tiff"}},
}


def recipe_text(name: str) -> str:
    """The recipe as a file would hold it."""
    version = "recipe/2" if "turn" in RECIPES[name] else "recipe/1"
    return json.dumps({"pixelseal": version, **RECIPES[name]})


def sources() -> dict[str, bytes]:
    """Name -> bytes of each source."""
    return {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir())}


def outcome(source: bytes, recipe: str) -> dict[str, str]:
    """The output's hash, and that of its pixels where its coding is lossless."""
    done = engine.redact(source, parse(recipe_text(recipe)), label="vector", build="source")
    format = done.record_facts["output"]["format"]
    row = {"bytes": done.sha256}
    lossy_source = source.startswith((b"\xff\xd8", b"RIFF")) or source[4:8] == b"ftyp"
    lossless = format in ("png", "tiff") or (format == "webp" and b"VP8L" in done.output[:16])
    if lossless and not lossy_source:
        pixels = reread(done.output, format).whole()
        head = f"{pixels.shape} {pixels.dtype.itemsize}".encode()
        row["pixels"] = hashlib.sha256(
            head + pixels.astype(f"<u{pixels.dtype.itemsize}").tobytes()
        ).hexdigest()
    return row


def computed() -> dict[str, dict[str, dict[str, str]]]:
    """Source -> recipe -> outcome, by the engine of this very Python."""
    return {
        name: {recipe: outcome(data, recipe) for recipe in RECIPES}
        for name, data in sources().items()
    }


def stored() -> dict[str, dict[str, dict[str, str]]]:
    """The table of the tree, written inside Pyodide by `python -m tests.vectors`."""
    return dict(json.loads(TABLE.read_text("utf-8")))
