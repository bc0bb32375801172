"""Derives the pages of an animation: their frames and grids. Reads no bytes.

A page is what a person sees while one frame is shown: the canvas with what earlier frames left.
"""

from dataclasses import replace

from pixelseal.core.base import limits
from pixelseal.core.source.facts.bounds import check_pages, check_size
from pixelseal.core.source.facts.page import AnimationFrame, Page


def animated(
    canvas: Page, frames: list[AnimationFrame], opaque: list[bool], lossy: list[bool]
) -> tuple[Page, ...]:
    """The pages of an animation, one per frame, on a canvas of the size of `canvas`.

    `opaque` tells for each frame whether it has no transparent pixel, `lossy` how it is coded.
    """
    check_pages(len(frames), canvas.width * canvas.height * len(frames))
    if len(frames) > 1:  # a canvas, a frame and a picture made of both are held
        check_size(canvas.width, canvas.height, pixels_most=limits.PIXELS_HELD_MOST)
    for frame in frames:
        check_size(frame.width, frame.height)
    pages = []
    first = 0
    for number in range(len(frames)):
        if _starts_anew(canvas, frames, opaque, number):
            first = number
        needed = slice(first, number + 1)
        lost = [f for f, loses in zip(frames[needed], lossy[needed], strict=True) if loses]
        across, down = canvas.mcu
        aligned = all(f.left % across == 0 and f.top % down == 0 for f in lost)
        pages.append(
            replace(
                canvas,
                frames=tuple(frames[needed]),
                lossy=bool(lost),
                mcu=canvas.mcu if lost else (1, 1),
                # Any pixel's block on any other grid lies within one block less a pixel of it.
                unaligned=0 if aligned else max(canvas.mcu) - 1,
                browser_may_show=False,
            )
        )
    return tuple(pages)


def _starts_anew(
    canvas: Page, frames: list[AnimationFrame], opaque: list[bool], number: int
) -> bool:
    """True if nothing from before this frame is visible, now or later."""
    if number == 0:
        return True
    frame, before = frames[number], frames[number - 1]
    if before.dispose == "background" and _covers(canvas, before):
        return True
    hides = not frame.blend or opaque[number]
    return hides and _covers(canvas, frame) and frame.dispose != "previous"


def _covers(canvas: Page, frame: AnimationFrame) -> bool:
    return (frame.left, frame.top, frame.width, frame.height) == (
        0, 0, canvas.width, canvas.height,
    )  # fmt: skip
