"""Makes the pages of an animation: which frames each needs, and on which grids. Reads no bytes.

A page is what a person sees while one frame is on: the canvas with all that earlier frames left.
"""

from dataclasses import replace

from pixelseal.core.base import limits
from pixelseal.core.source.facts.bounds import check_pages, check_size
from pixelseal.core.source.facts.source import AnimationFrame, Source


def with_pages(
    source: Source, frames: list[AnimationFrame], opaque: list[bool], lossy: list[bool]
) -> Source:
    """The source of an animation: one page a frame, on a canvas of the source's size.

    `opaque` tells of each frame whether no pixel of it is see-through, `lossy` how it is coded.
    """
    check_pages(len(frames), source.width * source.height * len(frames))
    if len(frames) > 1:  # a canvas, a frame and a picture made of both are held
        check_size(source.width, source.height, pixels_most=limits.PIXELS_HELD_MOST)
    for frame in frames:
        check_size(frame.width, frame.height)
    pages = []
    first = 0
    for number in range(len(frames)):
        if _starts_anew(source, frames, opaque, number):
            first = number
        needed = slice(first, number + 1)
        lost = [f for f, loses in zip(frames[needed], lossy[needed], strict=True) if loses]
        across, down = source.mcu
        aligned = all(f.left % across == 0 and f.top % down == 0 for f in lost)
        pages.append(
            replace(
                source,
                frames=tuple(frames[needed]),
                lossy=bool(lost),
                mcu=source.mcu if lost else (1, 1),
                # Any pixel's block on any other grid lies within one block less a pixel of it.
                unaligned=0 if aligned else max(source.mcu) - 1,
                browser_may_show=False,
            )
        )
    further = tuple(replace(page, findings=(), texts=()) for page in pages[1:])
    return replace(pages[0], further=further)


def _starts_anew(
    source: Source, frames: list[AnimationFrame], opaque: list[bool], number: int
) -> bool:
    """True if nothing from before this frame can be seen, now or later."""
    if number == 0:
        return True
    frame, before = frames[number], frames[number - 1]
    if before.dispose == "background" and _covers(source, before):
        return True
    hides = not frame.blend or opaque[number]
    return hides and _covers(source, frame) and frame.dispose != "previous"


def _covers(source: Source, frame: AnimationFrame) -> bool:
    return (frame.left, frame.top, frame.width, frame.height) == (
        0, 0, source.width, source.height,
    )  # fmt: skip
