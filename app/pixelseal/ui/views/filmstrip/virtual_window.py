"""Which part of a long row of cards needs to exist. Knows no DOM; all lengths in CSS pixels."""

AHEAD = 8  # cards beyond either edge of what can be seen, ready before they are scrolled to
LEAST = 60  # a queue as short as this has all its cards: there is nothing to gain


def visible(left: float, width: float, stride: float, count: int) -> "tuple[int, int]":
    """(first, behind the last) card of which anything is seen in the row scrolled to `left`."""
    if count == 0 or stride <= 0:
        return 0, 0
    first = min(max(0, int(left // stride)), count - 1)
    behind = int((left + max(width, 1) - 1) // stride) + 1
    return first, max(first + 1, min(count, behind))


def needed(first: int, behind: int, count: int) -> "tuple[int, int]":
    """(first, behind the last) card that is to exist where those are visible."""
    if count <= LEAST:
        return 0, count
    start, end = max(0, first - AHEAD), min(count, behind + AHEAD)
    spare = LEAST - (end - start)
    if spare > 0:
        start = max(0, start - spare // 2)
        end = min(count, start + LEAST)
        start = max(0, end - LEAST)
    return start, end


def scrolled_to(place: int, left: float, width: float, stride: float) -> float:
    """How far the row must be scrolled for that card to be seen; `left` if it is already.

    A row narrower than a card, as one that is not laid out yet, shows the card's beginning.
    """
    start, end = place * stride, (place + 1) * stride
    if start < left or width < stride:
        return start
    return end - width if end > left + width else left
