"""Makes the finders' networks from the pinned files: half the size, and only the letters we read.

Same files in, same bytes out. Page and command line run exactly these.
"""

import ast
import shutil
from pathlib import Path

from app.build.onnx_file import metadata, rewritten
from app.build.report import BuildError

SUFFIX = ".onnx"
# Where the package looks for them (pixelseal.local.finders); not part of the tree.
HOME = "app/pixelseal/local/weights"
_ALPHABET = "app/pixelseal/core/find/alphabet.py"
# The characters that the network which reads was made for, and what makes one of its columns.
_CHARACTERS = "character"
_LAST = ("linear_8.w_0", "linear_8.b_0")


def weights(tree: Path, vendor: Path) -> dict[str, bytes]:
    """The networks by the names that the finders ask for. BuildError if a file is another one."""
    faces = (vendor / "centerface.onnx").read_bytes()
    writing = (vendor / "PP-OCRv6_det_small.onnx").read_bytes()
    reading = (vendor / "PP-OCRv6_rec_small.onnx").read_bytes()
    columns = _columns(_alphabet(tree), metadata(reading, _CHARACTERS).split("\n"))
    return {
        "faces.onnx": rewritten(faces, free=["input.1"]),
        "writing.onnx": rewritten(writing, free=["x"]),
        "reading.onnx": rewritten(reading, columns=columns, of=_LAST),
    }


def put(tree: Path, made: dict[str, bytes]) -> None:
    """Write them into the package, in place of older ones."""
    home = tree / HOME
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    for name, data in made.items():
        (home / name).write_bytes(data)


def _alphabet(tree: Path) -> str:
    """The characters of the engine's own constant, which the build does not import."""
    for node in ast.parse((tree / _ALPHABET).read_text("utf-8")).body:
        if isinstance(node, ast.Assign):
            return str(ast.literal_eval(node.value))
    raise BuildError(f"{_ALPHABET} has no alphabet")


def _columns(alphabet: str, characters: list[str]) -> list[int]:
    """The network's columns for no character and for each of ours."""
    known = {character: place for place, character in enumerate(characters, 1)}
    known[" "] = len(characters) + 1  # not listed: the network's last column
    try:
        return [0, *(known[character] for character in alphabet)]
    except KeyError as error:
        raise BuildError(f"The network cannot read {error}") from None
