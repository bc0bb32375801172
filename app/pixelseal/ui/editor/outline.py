"""A shape as an SVG element in CSS pixels of the canvas. Draws nothing and knows no DOM."""

from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.screen.viewport import View


def outline(shape: "object", view: "View") -> "tuple[str, dict[str, object]]":
    """(tag, attributes) of the SVG element that shows the shape under a view.

    SVG fills by the nonzero rule, as polygons do here; a brush stroke is a line with round caps.
    """
    if isinstance(shape, (Polygon, Brush)):
        corners = [view.to_screen(x, y) for x, y in shape.points]
        if len(corners) == 1:
            corners = corners * 2  # a line of one point has no round caps
        points = " ".join(["{},{}".format(x, y) for x, y in corners])
        if isinstance(shape, Polygon):
            return "polygon", {"points": points}
        return "polyline", {"points": points, "stroke-width": shape.diameter * view.scale}
    left, top = view.to_screen(shape.x, shape.y)
    right, bottom = view.to_screen(shape.right, shape.bottom)
    width, height = right - left, bottom - top
    if isinstance(shape, Ellipse):
        middle = {"cx": left + width / 2, "cy": top + height / 2}
        return "ellipse", dict(middle, rx=width / 2, ry=height / 2)
    return "rect", {"x": left, "y": top, "width": width, "height": height}
