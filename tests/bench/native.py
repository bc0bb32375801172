"""Times the engine on CPython against plain Pillow, alternating."""

import hashlib
import io
import time
from pathlib import Path

from PIL import Image
from pixelseal.core import engine
from pixelseal.model.recipe.recipe import parse_object

from . import samples


def job(path: Path, megapixels: int, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of Pillow alone (decode, fill, encode, hash) and of the engine."""
    source = path.read_bytes()
    box = samples.box(megapixels)
    recipe = parse_object(
        {"pixelseal": "recipe/1", "regions": [{"shape": {"kind": "rectangle", **box}}]}
    )
    found: dict[str, list[float]] = {"pillow": [], "engine": []}
    for turn in range(rounds + 1):
        start = time.perf_counter()
        _plainly(source, box)
        middle = time.perf_counter()
        engine.redact(source, recipe, label="image-0", build="source")
        end = time.perf_counter()
        if turn:
            found["pillow"].append(1000 * (middle - start))
            found["engine"].append(1000 * (end - middle))
    return found


def _plainly(source: bytes, box: dict[str, int]) -> None:
    picture = Image.open(io.BytesIO(source)).convert("RGB")
    corner = (box["x"], box["y"])
    picture.paste((0, 0, 0), (*corner, corner[0] + box["width"], corner[1] + box["height"]))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=92)
    hashlib.sha256(out.getvalue()).hexdigest()
