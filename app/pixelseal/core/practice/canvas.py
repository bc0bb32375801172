"""A picture that is drawn on, with a list of what identifies somebody in it. Writes no file."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.practice.letters import dots

WIDTH, HEIGHT = 960, 720
Colour = tuple[int, int, int]
INK, PAPER = (28, 32, 40), (246, 246, 242)


class Planted(NamedTuple):
    """What identifies: its kind (docs/practice.md, 2), and the box of exactly its pixels."""

    kind: str
    box: PixelBox


class Canvas:
    """`subject` is the box of what the picture is about, which has to stay visible."""

    def __init__(self, top: Colour, bottom: Colour) -> None:
        down = np.linspace(0, 1, HEIGHT)[:, None, None]
        across = np.zeros((1, WIDTH, 1))
        mixed = np.array(top) * (1 - down) + np.array(bottom) * down + across
        self.pixels: Pixels = mixed.round().astype(np.uint8)
        self.planted: list[Planted] = []
        self.subject = PixelBox(0, 0, 0, 0)

    def box(self, left: int, top: int, right: int, bottom: int, colour: Colour) -> PixelBox:
        """A filled rectangle."""
        self.pixels[top:bottom, left:right] = colour
        return PixelBox(left, top, right, bottom)

    def ellipse(self, x: int, y: int, across: int, down: int, colour: Colour) -> PixelBox:
        """A filled ellipse around a point, with its half axes."""
        box = PixelBox(x - across, y - down, x + across, y + down).clipped(WIDTH, HEIGHT)
        columns = (np.arange(box.left, box.right) - x)[None, :] / across
        rows = (np.arange(box.top, box.bottom) - y)[:, None] / down
        window = self.pixels[box.top : box.bottom, box.left : box.right]
        window[columns**2 + rows**2 <= 1] = colour
        return box

    def write(
        self,
        left: int,
        top: int,
        text: str,
        scale: int = 3,
        colour: Colour = INK,
        mirror: bool = False,
    ) -> PixelBox:
        """One line of writing from its top left corner."""
        mask = dots(text, scale)
        if mirror:
            mask = mask[:, ::-1]
        height, width = mask.shape
        self.pixels[top : top + height, left : left + width][mask] = colour
        return PixelBox(left, top, left + width, top + height)

    def bars(self, left: int, top: int, width: int, height: int, seed: int) -> PixelBox:
        """Something that looks like a barcode, and is none."""
        state, x = seed, left
        while x < left + width:
            state = (state * 1103515245 + 12345) % 2**31
            thick, gap = 2 + (state >> 16) % 5, 2 + (state >> 20) % 4
            self.pixels[top : top + height, x : min(x + thick, left + width)] = INK
            x += thick + gap
        return PixelBox(left, top, left + width, top + height)

    def plant(self, kind: str, *boxes: PixelBox) -> None:
        """Note that what lies in these boxes together identifies somebody."""
        columns = list(zip(*boxes, strict=True))
        box = PixelBox(min(columns[0]), min(columns[1]), max(columns[2]), max(columns[3]))
        self.planted.append(Planted(kind, box))

    def skin(self) -> None:
        """A forearm with a lesion: the subject."""
        for step in range(24):
            light = (198 + step, 150 + step, 122 + step)
            self.ellipse(480, 390, 620 - 9 * step, 230 - 8 * step, light)
        for step in range(10):
            self.ellipse(
                600, 390, 90 - 6 * step, 70 - 5 * step, (176 - 5 * step, 92 - 3 * step, 80)
            )
        self.subject = PixelBox(510, 320, 690, 460)

    def grain(self) -> None:
        """Noise as of a sensor; the same in every run."""
        rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.uint32)
        mixed = (columns * np.uint32(73856093)) ^ (rows * np.uint32(19349663))
        mixed = (mixed ^ (mixed >> np.uint32(13))) * np.uint32(1274126177)
        noise: NDArray[np.int16] = ((mixed >> np.uint32(16)) % np.uint32(9)).astype(np.int16) - 4
        noisy = self.pixels.astype(np.int16) + noise[:, :, None]
        self.pixels = noisy.clip(0, 255).astype(np.uint8)
