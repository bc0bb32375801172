"""Simplifies a line through many points. Draws nothing."""

from pixelseal.model.recipe.shapes import distance_squared


def thinned(points: "list[tuple[int, int]]", within: float) -> "list[tuple[int, int]]":
    """The same line without the points that lie within that many pixels of the simplified line.

    Never two in a row, and neither the first nor the last: so the line keeps its turns.
    """
    kept = points[:1]
    place = 1
    while place < len(points):
        if place + 1 < len(points):
            x, y = points[place]
            if distance_squared(x, y, kept[-1], points[place + 1]) <= within * within:
                place += 1
        kept.append(points[place])
        place += 1
    return kept
