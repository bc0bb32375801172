"""Examines a JPEG: structure, grid, tables, orientation, findings. Decodes no pixel."""

from dataclasses import replace

from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source.facts.bounds import check_pages
from pixelseal.core.source.facts.file import File
from pixelseal.core.source.facts.notes import Notes
from pixelseal.core.source.facts.page import Page, Span
from pixelseal.core.source.facts.text import printable_runs
from pixelseal.core.source.jpeg.frame import read_stream
from pixelseal.core.source.jpeg.scan import Component, FrameHeader
from pixelseal.core.source.jpeg.segments import JpegFacts, note_trailer, read_segments

# Sampling of luma against both chroma components (wide, tall) and its usual name.
_SAMPLING = {(1, 1): "4:4:4", (2, 1): "4:2:2", (2, 2): "4:2:0", (1, 2): "4:4:0"}


def examine_jpeg(data: bytes) -> File:
    """The checked facts of a JPEG file; raises SourceRefused as `jpeg_frame.read_stream` does.

    Further pictures in their own right (MPF panorama, disparity, multi-angle) are pages; previews,
    gain maps, videos and trailers are findings.
    """
    notes = Notes()
    first, stream_end, views = _picture(data, 0, notes)
    check_pages(1 + len(set(views)), 0)
    pages, end = [first], stream_end
    for start in sorted(set(views)):
        # An index entry that points into another picture names no further one.
        if start >= end:
            page, end, _ = _picture(data, start, notes)
            pages.append(page)
    check_pages(len(pages), sum(page.width * page.height for page in pages))
    note_trailer(data, end, notes)
    if len(pages) > 1:
        pages[0] = replace(first, browser_may_show=False)
    return notes.file(data, tuple(pages))


def _picture(data: bytes, start: int, notes: Notes) -> tuple[Page, int, list[int]]:
    """The facts of the picture from `start` on, its end, and where others begin by its index."""
    stream = read_stream(data, start)
    frame = stream.frame
    if frame is None:
        raise SourceRefused("file-damaged")
    facts = read_segments(data, stream, notes)
    if stream.unended:  # no marker separates the scan from what follows
        for run in printable_runs(data[stream.end : stream.end + limits.TEXT_SEARCHED]):
            notes.text(run)
    page = Page(
        format="jpeg",
        width=frame.width,
        height=frame.height,
        orientation=facts.orientation,
        lossy=True,
        mcu=mcu_size(frame),
        quant=quant_tables(frame),
        sampling=sampling_name(frame),
        channels=_channels(frame, facts),
        profile=facts.profile,
        place=Span(start, stream.end),
        browser_may_show=not frame.arithmetic and len(frame.components) < 4,
        in_parts=stream.scans == 1 and not frame.progressive,
    )
    return page, stream.end, facts.views


def mcu_size(frame: FrameHeader) -> tuple[int, int]:
    """(width, height) in pixels of the compression grid."""
    wide, tall = frame.grid
    return 8 * wide, 8 * tall


def quant_tables(frame: FrameHeader) -> tuple[tuple[int, ...], ...]:
    """The tables in use, in natural order, by component and without repeats."""
    return tuple(dict.fromkeys(part.quant for part in frame.components))


def sampling_name(frame: FrameHeader) -> str:
    """'gray', a usual name such as '4:2:0', or 'other'."""
    if len(frame.components) == 1:
        return "gray"
    wide, tall = frame.grid
    first, *chroma = frame.components[:3]
    # In CMYK the fourth component is sampled like the first; otherwise the name would be wrong.
    fourth = frame.components[3:]
    if any((part.horizontal, part.vertical) != (wide, tall) for part in (first, *fourth)):
        return "other"
    ratios = {_ratio(frame, part) for part in chroma}
    return _SAMPLING.get(ratios.pop(), "other") if len(ratios) == 1 else "other"


def _ratio(frame: FrameHeader, part: Component) -> tuple[int, int]:
    wide, tall = frame.grid
    if wide % part.horizontal or tall % part.vertical:
        return 0, 0
    return wide // part.horizontal, tall // part.vertical


def _channels(frame: FrameHeader, facts: JpegFacts) -> str:
    """The colour space of the components, by libjpeg's rules."""
    count = len(frame.components)
    if count == 1:
        return "gray"
    if count == 4:
        return "ycck" if facts.adobe_transform == 2 else "cmyk"
    if facts.jfif:
        return "ycbcr"
    if facts.adobe_transform is not None:
        return "rgb" if facts.adobe_transform == 0 else "ycbcr"
    return "rgb" if [part.ident for part in frame.components] == [82, 71, 66] else "ycbcr"
