"""Runs every check on an output and reports. Repairs nothing and returns no image."""

import contextlib
import functools
from collections.abc import Callable
from typing import NamedTuple

from pixelseal.core.audit import png, tiff
from pixelseal.core.audit.avif import examine
from pixelseal.core.audit.facts import checks as check
from pixelseal.core.audit.facts.checks import AuditReport, Check, failed, passed
from pixelseal.core.audit.facts.expected import Expected
from pixelseal.core.audit.facts.parsed_output import Broken, ParsedOutput
from pixelseal.core.audit.jpeg import examine as jpeg
from pixelseal.core.audit.pixels import compare
from pixelseal.core.audit.pixels.colour_count import distinct
from pixelseal.core.audit.pixels.partial_decode import PartialDecode
from pixelseal.core.audit.residue.search import Traces
from pixelseal.core.audit.webp import examine as webp


class Output(NamedTuple):
    """How a format is parsed, and whether grey pictures have one channel in it."""

    parse: Callable[[bytes, ParsedOutput], None]
    gray: bool


# The audit's own table: it shares none with the code it audits.
OUTPUTS = {
    "avif": Output(examine.parse, gray=False),
    "jpeg": Output(jpeg.parse, gray=True),
    "png": Output(png.parse, gray=True),
    "webp": Output(webp.parse, gray=False),
    "tiff": Output(tiff.parse, gray=True),
}

_NOT_FOLLOWED = "Not looked at: the file could not be followed to its end."

Reread = Callable[[bytes], compare.Shown]


def audit(
    output: bytes,
    expected: Expected,
    reread: Reread,
    traces: Traces,
) -> AuditReport:
    """Audit an output.

    `reread` decodes the output, or a file of some of its rows, to (H, W) or (H, W, 3) pixels and
    may raise anything; `traces` are those of the source.
    """
    parsed, checks = _container(output, expected.format, reread)
    checks.append(_size(parsed, expected))
    checks.append(_burned(output, expected, parsed, reread))
    checks += _leftovers(output, parsed.picture, traces)
    return AuditReport(tuple(checks))


def audit_pages(
    output: bytes,
    expected: list[Expected],
    reread_pages: Callable[[bytes], Callable[[int], compare.Shown]],
    traces: Traces,
) -> AuditReport:
    """Audit a TIFF of several pages, as `audit` does a file of one.

    `reread_pages` opens the output and returns a function that decodes a page, counted from 1. For
    each check the first failing page is reported; if none fails, the case that covers all pages.
    """
    pages, checks = _container_of_pages(output, len(expected))
    sizes = [_size(*pair) for pair in zip(pages, expected, strict=True)]
    # Opened once, and only where the outcome of a failure is a check.
    opened = functools.cache(lambda: reread_pages(output))
    burned = [
        _burned(output, wanted, parsed, _page_of(opened, number))
        for number, (wanted, parsed) in enumerate(zip(expected, pages, strict=True), 1)
    ]
    checks += [_worst(sizes), _worst(burned)]
    picture = [place for parsed in pages for place in parsed.picture]
    checks += _leftovers(output, picture, traces)
    return AuditReport(tuple(checks))


def _page_of(opened: Callable[[], Callable[[int], compare.Shown]], page: int) -> Reread:
    return lambda _output: opened()(page)


def _worst(rows: list[Check]) -> Check:
    """The first failure, else the check that states most: a page without covers states nothing."""
    wrong = [row for row in rows if not row.passed]
    telling = [row for row in rows if row != passed(check.BURNED, check.NOTHING_COVERED)]
    return (wrong or telling or rows)[0]


def _leftovers(output: bytes, picture: list[tuple[int, int]], traces: Traces) -> list[Check]:
    checks = []
    if traces.in_bytes(output, picture or [(0, len(output))]):
        checks.append(failed(check.SOURCE_BYTES, "A run of the original's bytes stands in it."))
    else:
        checks.append(passed(check.SOURCE_BYTES))
    if traces.in_texts(output):
        checks.append(failed(check.SOURCE_TEXTS, "A text of the original's metadata stands in it."))
    else:
        checks.append(passed(check.SOURCE_TEXTS))
    return checks


def stated_size(untrusted_file: bytes, format: str) -> tuple[int, int]:
    """(width, height) in the header of a file that begins as our outputs do, else (0, 0)."""
    parsed = ParsedOutput()
    with contextlib.suppress(Broken):
        OUTPUTS[format].parse(untrusted_file, parsed)
    return parsed.width, parsed.height


def container_again(untrusted_file: bytes, format: str, pages: int, reread: Reread) -> list[Check]:
    """The checks that need no source: `CONTAINER_CHECKS`.

    `pages` is the number of pages in a TIFF, 1 for a file of one picture.
    """
    if pages == 1:
        return _container(untrusted_file, format, reread)[1]
    return _container_of_pages(untrusted_file, pages)[1]


def _container(output: bytes, format: str, reread: Reread) -> tuple[ParsedOutput, list[Check]]:
    parsed = ParsedOutput()
    checks = _followed(lambda: OUTPUTS[format].parse(output, parsed), [parsed])
    if format == "webp":
        checks = [_to_the_end(row, output, reread) for row in checks]
    if parsed.table:
        checks = [_table(row, output, parsed, reread) for row in checks]
    return parsed, checks


def _container_of_pages(output: bytes, count: int) -> tuple[list[ParsedOutput], list[Check]]:
    pages = [ParsedOutput() for _ in range(count)]
    checks = _followed(lambda: tiff.parse_pages(output, pages), pages)
    usual = passed(check.ONE_PICTURE)
    several = passed(check.ONE_PICTURE, check.ITS_PAGES) if count > 1 else usual
    return pages, [several if row == usual else row for row in checks]


def _followed(parse: Callable[[], None], pages: list[ParsedOutput]) -> list[Check]:
    faults: dict[str, str] = {}
    try:
        parse()
    except Broken as end:
        faults = dict.fromkeys(check.CONTAINER_CHECKS, _NOT_FOLLOWED)
        faults[end.check] = end.why
    met = [fault for parsed in pages for fault in parsed.faults]
    faults |= dict(reversed(met))  # of several faults the first is reported
    return [failed(id, faults[id]) if id in faults else passed(id) for id in check.CONTAINER_CHECKS]


def _size(parsed: ParsedOutput, expected: Expected) -> Check:
    held = (parsed.width, parsed.height, parsed.gray, parsed.bits, parsed.lossy)
    gray = expected.gray and OUTPUTS[expected.format].gray
    wanted = (expected.width, expected.height, gray, expected.bits, expected.lossy)
    if not OUTPUTS[expected.format].gray:
        held = (*held[:2], False, *held[3:])
    if held != wanted:
        return failed(check.SIZE, "The picture has another size or kind than it must have.")
    return passed(check.SIZE)


def _to_the_end(row: Check, output: bytes, reread: Reread) -> Check:
    """The check for surplus bytes of a WebP: its decoder must need the last bytes of each part."""
    if row == passed(check.NOTHING_ELSE):
        for file in webp.cut_short(output):
            try:
                reread(file)
            except MemoryError:
                raise
            except Exception:
                continue  # it does: the picture is not complete without them
            return failed(check.NOTHING_ELSE, "Bytes follow the picture within its own part.")
    return row


def _table(row: Check, output: bytes, parsed: ParsedOutput, reread: Reread) -> Check:
    """The check of the palette: it must hold just the picture's colours."""
    if row == passed(check.NO_ALPHA):
        try:
            needed = distinct(reread(output))
        except MemoryError:
            raise
        except Exception:
            return row  # which the check of the covered areas reports
        if needed != parsed.table:
            return failed(check.NO_ALPHA, "Its colour table lists colours that the picture lacks.")
    return row


def _burned(output: bytes, expected: Expected, parsed: ParsedOutput, reread: Reread) -> Check:
    try:
        # Every code of a JPEG's scan was followed: uncovered parts need not be decoded again.
        shown: compare.Shown
        if parsed.cut:
            shown = PartialDecode(parsed, parsed.cut, reread, expected.spans)
        else:
            shown = reread(output)
        if shown.shape[:2] != (expected.height, expected.width):
            return failed(check.BURNED, "The picture that was read back has another size.")
        reading = compare.read_back(shown, expected.covers, parsed)
    except MemoryError:
        raise
    except Exception:
        # Whatever the decoder raises: an output that it cannot read fails.
        return failed(check.BURNED, "The picture could not be read back.")
    if reading.why:
        return failed(check.BURNED, reading.why)
    if not expected.hides:
        return passed(check.BURNED, check.NOTHING_COVERED)
    if not reading.compared:
        return passed(check.BURNED, check.NO_WHOLE_BLOCK)
    return passed(check.BURNED, check.WHOLE_BLOCKS if parsed.lossy else "")
