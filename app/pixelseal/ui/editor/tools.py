"""The tools, and what each makes of a frame. Handles no pointer and no key."""

from pixelseal.model.recipe.geometry import Rectangle, Shape
from pixelseal.model.recipe.region import Crop, Fill, Keep, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

MARK = "mark"  # a rectangle
ELLIPSE = "ellipse"
POLYGON = "polygon"
BRUSH = "brush"
KEEP = "keep"
CROP = "crop"
SELECT = "select"
TOOLS = (MARK, ELLIPSE, POLYGON, BRUSH, KEEP, CROP, SELECT)

# Brush diameters in image pixels.
LEAST_BRUSH, USUAL_BRUSH, MOST_BRUSH = 2, 40, 2000
BRUSH_STEP = 1.25


def framed(tool: str, frame: Rectangle, diameter: int) -> Shape:
    """The shape that a tool draws in a frame, by keyboard or by a drag."""
    x, y, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    if tool == ELLIPSE:
        return Ellipse(x, y, frame.width, frame.height)
    if tool == POLYGON and frame.width > 3 and frame.height > 1:
        quarter, middle = frame.width // 4, y + frame.height // 2
        return Polygon(
            [(x + quarter, y), (right - quarter, y), (right, middle),
             (right - quarter, bottom), (x + quarter, bottom), (x, middle)]
        )  # fmt: skip
    if tool == BRUSH:
        return Brush([(x, bottom), (right, y)], diameter)
    return frame


def record(
    tool: str, shape: Shape, colour: str, fill: "Fill | None" = None
) -> "Region | Keep | Crop":
    """The record for a shape drawn with a tool; `colour` is that around areas to keep."""
    if tool == KEEP:
        return Keep(shape, colour)
    return Crop(shape.frame()) if tool == CROP else Region(shape, fill)


def brush_diameter(diameter: int, steps: int) -> int:
    """The diameter some steps larger or smaller, within limits."""
    changed = diameter
    for _ in range(abs(steps)):
        grown = changed * BRUSH_STEP if steps > 0 else changed / BRUSH_STEP
        changed = max(changed + 1, round(grown)) if steps > 0 else min(changed - 1, round(grown))
    return max(LEAST_BRUSH, min(changed, MOST_BRUSH))
