"""How the image lies on the screen: scale and offset as a value. Handles no events.

Screen positions are CSS pixels from the top left corner of the canvas; image positions are
pixels of the upright image. screen = image * scale + offset.
"""

from pixelseal.model.recipe.geometry import Rectangle, outward
from pixelseal.model.recipe.value import Value

LOWEST = 0.02  # device pixels per image pixel; a smaller image may need less to fit
HIGHEST = 32.0
KEEP_VISIBLE = 48  # CSS pixels of the image that panning always leaves on the screen


class Canvas(Value):
    """The drawing area: width and height in CSS pixels, device pixels per CSS pixel."""

    FIELDS = ("width", "height", "ratio")

    def __init__(self, width: float, height: float, ratio: float = 1.0) -> None:
        self.width = width
        self.height = height
        self.ratio = ratio


class View(Value):
    """CSS pixels per image pixel, and the position of the image's top left corner on the canvas."""

    FIELDS = ("scale", "x", "y")

    def __init__(self, scale: float, x: float, y: float) -> None:
        self.scale = scale
        self.x = x
        self.y = y

    def to_image(self, x: float, y: float) -> "tuple[float, float]":
        """The image position under a screen position."""
        return (x - self.x) / self.scale, (y - self.y) / self.scale

    def to_screen(self, x: float, y: float) -> "tuple[float, float]":
        """The screen position of an image position."""
        return x * self.scale + self.x, y * self.scale + self.y

    def between(self, x0: float, y0: float, x1: float, y1: float) -> Rectangle:
        """The rectangle of image pixels between two screen positions, rounded outward."""
        left, top = self.to_image(x0, y0)
        right, bottom = self.to_image(x1, y1)
        return outward(left, top, right, bottom)

    def panned(self, dx: float, dy: float) -> "View":
        """The view with the image moved by that many CSS pixels."""
        return View(self.scale, self.x + dx, self.y + dy)

    def zoomed(self, scale: float, x: float, y: float) -> "View":
        """The view at another scale; the image position under (x, y) stays under it."""
        grow = scale / self.scale
        return View(scale, x - (x - self.x) * grow, y - (y - self.y) * grow)


def fit_scale(size: "tuple[int, int]", canvas: Canvas) -> float:
    """The scale at which the whole image fits; never above 100 %."""
    margin = 12 if min(canvas.width, canvas.height) > 120 else 0
    wide = max(1.0, canvas.width - 2 * margin) / size[0]
    high = max(1.0, canvas.height - 2 * margin) / size[1]
    return min(wide, high, max(1.0, 1 / canvas.ratio))


def fit(size: "tuple[int, int]", canvas: Canvas) -> View:
    """The whole image, centred."""
    return centred(size, canvas, fit_scale(size, canvas))


def fit_part(part: Rectangle, canvas: Canvas) -> View:
    """A part of the image, centred, as large as `fit` shows a whole one."""
    view = fit((part.width, part.height), canvas)
    return _on_whole_pixels(view.panned(-part.x * view.scale, -part.y * view.scale), canvas)


def centred(size: "tuple[int, int]", canvas: Canvas, scale: float) -> View:
    """The image centred on the canvas, at that scale."""
    x = (canvas.width - size[0] * scale) / 2
    y = (canvas.height - size[1] * scale) / 2
    return _on_whole_pixels(View(scale, x, y), canvas)


def limited(view: View, size: "tuple[int, int]", canvas: Canvas) -> View:
    """The view adjusted so that part of the image stays on the screen."""
    keep_x = min(KEEP_VISIBLE, canvas.width / 2)
    keep_y = min(KEEP_VISIBLE, canvas.height / 2)
    x = min(max(view.x, keep_x - size[0] * view.scale), canvas.width - keep_x)
    y = min(max(view.y, keep_y - size[1] * view.scale), canvas.height - keep_y)
    return _on_whole_pixels(View(view.scale, x, y), canvas)


def _on_whole_pixels(view: View, canvas: Canvas) -> View:
    """The view, shifted to start on a device pixel, where an image pixel is whole device pixels.

    Half a pixel off, the browser would mix each pixel with its neighbour, and a line of one pixel
    would look half as bright.
    """
    ratio = canvas.ratio
    if abs(view.scale * ratio - int(view.scale * ratio + 0.5)) > 1e-9 or view.scale * ratio < 1:
        return view
    return View(view.scale, _snapped(view.x, ratio), _snapped(view.y, ratio))


def _snapped(position: float, ratio: float) -> float:
    return ((position * ratio + 0.5) // 1) / ratio


def limited_scale(scale: float, size: "tuple[int, int]", canvas: Canvas) -> float:
    """`scale` clamped between the least (or what fits, if that is less) and the greatest."""
    low = min(LOWEST / canvas.ratio, fit_scale(size, canvas))
    return max(low, min(scale, HIGHEST / canvas.ratio))


def showing(view: View, shape: Rectangle, size: "tuple[int, int]", canvas: Canvas) -> View:
    """The view moved, if necessary, so that `shape` (or its centre, if larger) is visible."""
    left, top = view.to_screen(shape.x, shape.y)
    right, bottom = view.to_screen(shape.right, shape.bottom)
    dx = _shift(left, right, canvas.width)
    dy = _shift(top, bottom, canvas.height)
    return limited(view.panned(dx, dy), size, canvas) if dx or dy else view


def _shift(start: float, end: float, room: float) -> float:
    margin = min(24.0, room / 8)
    if end - start > room - 2 * margin:
        # Too large to fit: enough if its centre is visible.
        middle = (start + end) / 2
        return 0.0 if margin <= middle <= room - margin else room / 2 - middle
    if start < margin:
        return margin - start
    if end > room - margin:
        return room - margin - end
    return 0.0


def visible(view: View, size: "tuple[int, int]", canvas: Canvas) -> Rectangle:
    """The part of the image that is on the screen, at least one pixel."""
    seen = view.between(0, 0, canvas.width, canvas.height).clipped(size[0], size[1])
    return seen or Rectangle(0, 0, 1, 1)


def percent(view: View, canvas: Canvas) -> int:
    """Device pixels per image pixel, in per cent."""
    return int(view.scale * canvas.ratio * 100 + 0.5)
