"""Which part of a long row of cards needs to exist. Knows no DOM; all lengths in CSS pixels."""

AHEAD = 8  # extra cards on either side, ready before they are scrolled to
LEAST = 60  # in a queue as short as this all cards exist: there is nothing to gain


def visible(left: float, width: float, stride: float, count: int) -> "tuple[int, int]":
    """(first, after last) card that is at least partly visible in the row scrolled to `left`."""
    if count == 0 or stride <= 0:
        return 0, 0
    first = min(max(0, int(left // stride)), count - 1)
    behind = int((left + max(width, 1) - 1) // stride) + 1
    return first, max(first + 1, min(count, behind))


def needed(first: int, behind: int, count: int) -> "tuple[int, int]":
    """(first, after last) card that must exist if those are visible."""
    if count <= LEAST:
        return 0, count
    return max(0, first - AHEAD), min(count, behind + AHEAD)


def scrolled_to(place: int, left: float, width: float, stride: float) -> float:
    """The scroll position at which that card is visible; `left` if it already is.

    A row narrower than a card, such as one without layout, shows the card's beginning.
    """
    start, end = place * stride, (place + 1) * stride
    if start < left or width < stride:
        return start
    return end - width if end > left + width else left
