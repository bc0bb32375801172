"""Draws how long an image takes by its size, from the benchmark's rows, as SVG. Times nothing."""

import html
import math
import re
from collections.abc import Callable
from pathlib import Path

from .table import Row

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 72, 24, 48, 56
_JPEG = re.compile(r"growth: (\d+)-MP JPEG, all checks")
_STYLE = """
svg { background: #ffffff; color: #10252c; font: 14px system-ui, sans-serif; }
text { fill: currentColor; } .grid { stroke: #c3d0d4; }
.line.line { fill: none; stroke-width: 2; } .dot.dot, .key.key { stroke: none; }
.number { font-size: 12px; text-anchor: middle; } .chromium { stroke: #0b6166; fill: #0b6166; }
.firefox { stroke: #b3541e; fill: #b3541e; } .webkit { stroke: #6a3fb5; fill: #6a3fb5; }
.dot, .key { stroke: none; }
@media (prefers-color-scheme: dark) {
  svg { background: #162125; color: #e6f0f2; } .grid { stroke: #2d3e44; }
  .chromium { stroke: #63cbc7; fill: #63cbc7; } .firefox { stroke: #f3a56e; fill: #f3a56e; }
  .webkit { stroke: #b9a1ee; fill: #b9a1ee; }
}
"""


def points(rows: list[Row]) -> dict[str, list[tuple[float, float]]]:
    """By browser: (megapixels, seconds) of each photo that was measured, smallest first."""
    found: dict[str, dict[float, float]] = {}
    for row in rows:
        named = _JPEG.fullmatch(row.what)
        if named and row.where in ("chromium", "firefox", "webkit"):
            found.setdefault(row.where, {})[float(named[1])] = row.ours / 1000
    return {name: sorted(times.items()) for name, times in found.items()}


def drawing(rows: list[Row]) -> str:
    """Both axes by powers of ten, so that a straight line of slope one is linear growth."""
    lines = points(rows)
    every = [point for times in lines.values() for point in times]
    across = _scale([size for size, _time in every], LEFT, WIDTH - RIGHT)
    up = _scale([time for _size, time in every], HEIGHT - BOTTOM, TOP)
    parts = []
    for size in sorted({size for size, _time in every}):
        x = across(size)
        parts.append(f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>')
        parts.append(f'<text class="number" x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}">{size:g}</text>')
    for exponent in range(-3, 4):
        y = up(10.0**exponent)
        if TOP <= y <= HEIGHT - BOTTOM:
            parts.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>')
            shown = f"{10.0**exponent:g} s"
            parts.append(f'<text x="{LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{shown}</text>')
    for number, (name, times) in enumerate(lines.items()):
        parts += _line(name, times, across, up, number)
    title = "Seconds per image by megapixels, JPEG, all checks"
    parts.append(f'<text x="{LEFT}" y="26" font-weight="600">{html.escape(title)}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text class="number" x="{middle}" y="{HEIGHT - 12}">megapixels</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    return "\n".join([head, f"<title>{title}</title><style>{_STYLE}</style>", *parts, "</svg>", ""])


Scale = Callable[[float], float]


def _scale(values: list[float], start: float, end: float) -> Scale:
    """Where a value lies between two coordinates, by the logarithm, with a little air around."""
    least, most = math.log10(min(values)) - 0.1, math.log10(max(values)) + 0.1
    return lambda value: start + (end - start) * (math.log10(value) - least) / (most - least)


def _line(
    name: str, times: list[tuple[float, float]], across: Scale, up: Scale, number: int
) -> list[str]:
    places = [(across(size), up(time)) for size, time in times]
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    found = [f'<path class="line {name}" d="M{drawn}"/>']
    for (x, y), (_size, time) in zip(places, times, strict=True):
        found.append(f'<circle class="dot {name}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>')
        below = -10 if number else 20
        found.append(
            f'<text class="number key {name}" x="{x:.1f}" y="{y + below:.1f}">{time:.3g}</text>'
        )
    key = WIDTH - RIGHT - 90 * (number + 1)
    found.append(f'<text class="key {name}" x="{key}" y="26">{name}</text>')
    return found


def write(rows: list[Row], path: Path) -> None:
    """The drawing, if the rows have what it shows."""
    if any(len(times) > 1 for times in points(rows).values()):
        path.write_text(drawing(rows), "utf-8")
