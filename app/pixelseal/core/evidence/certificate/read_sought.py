"""Reads what programs looked for, and accepts only what could be written (docs/certificate.md)."""

from pixelseal.core.evidence.certificate.lines import COUNT, Lines, pattern
from pixelseal.core.evidence.certificate.model import Again, Sought
from pixelseal.core.evidence.certificate.words import (
    AGAIN,
    MISSED,
    MISSED_AGAIN,
    NOT_AGAIN,
    NOTHING_AGAIN,
    PROGRAM,
    SOUGHT,
    STAYS,
    UNCONFIRMED,
    UNDECIDED,
    missed_line,
)

_OF_100 = r"(0|[1-9]\d?|100)"
_SOME_OR_NONE = r"(0|[1-9]\d{0,11})"
_PROGRAM = r"([A-Za-z0-9][A-Za-z0-9+. -]{0,39})"
_RELEASE = r"([0-9a-f][0-9a-f.]{0,39})"
_NOTHING = (0, 0, 0)


def sought_in(lines: Lines, regions: int) -> Sought:
    """The programs, at least one; no more unconfirmed regions than there are."""
    lines.expect(SOUGHT)
    before = lines.skip(MISSED[0])
    if not before:
        lines.expect(MISSED_AGAIN[0])
    missed, several = _missed(lines, MISSED[1] if before else MISSED_AGAIN[1])
    programs = [lines.take(pattern(PROGRAM, _PROGRAM, _RELEASE))]
    while program := lines.maybe(pattern(PROGRAM, _PROGRAM, _RELEASE)):
        programs.append(program)
    lines.hold(len(programs) == len(set(programs)))
    unconfirmed = lines.maybe(pattern(UNCONFIRMED, COUNT)) if before else ()
    lines.hold(not unconfirmed or int(unconfirmed[0]) <= regions)
    again = None if before and lines.skip(NOT_AGAIN) else _again(lines)
    lines.expect("")
    pairs = tuple((name, version) for name, version in programs)
    count = int(unconfirmed[0]) if unconfirmed else 0
    return Sought(pairs, missed, before, count, again, several)


def _again(lines: Lines) -> Again:
    """What was proposed in the finished picture."""
    if lines.skip(*NOTHING_AGAIN):
        return Again(_NOTHING, _NOTHING)
    lines.expect(*AGAIN)
    rows = []
    for line in (STAYS, UNDECIDED):
        there = lines.line.startswith(line.partition(":")[0])
        rows.append(_three(lines, line, _SOME_OR_NONE) if there else _NOTHING)
        lines.hold(any(rows[-1]) or not there)
    lines.hold(any(map(any, rows)))
    return Again(*rows)


def _missed(lines: Lines, line: str) -> tuple[tuple[int, int, int], bool]:
    """The numbers of what is missed in the next line, and whether it says "1 codes", as once."""
    told, form = lines.line, pattern(line, _OF_100, _OF_100, _OF_100)
    for noun in ("faces", "lines", "codes"):
        form = form.replace(noun, noun + "?")
    faces, writing, codes = lines.take(form)
    missed = (int(faces), int(writing), int(codes))
    several = told != missed_line(line, missed)
    lines.hold(told == missed_line(line, missed, several))
    return missed, several


def _three(lines: Lines, line: str, number: str) -> tuple[int, int, int]:
    """The numbers of faces, of writing and of codes in the next line."""
    faces, writing, codes = lines.take(pattern(line, number, number, number))
    return int(faces), int(writing), int(codes)
