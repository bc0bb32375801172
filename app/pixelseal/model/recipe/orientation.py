"""The eight ways in which a picture can lie, on sizes and points. Touches no pixel.

They are the values of Orientation in TIFF 6.0, section 8, and EXIF 2.32 (tag 274), and each is
"swap rows and columns, then mirror". 1 leaves everything as it is.
"""

UPRIGHT = 1

# orientation -> (swap rows and columns, then mirror left-right, then mirror top-bottom)
STEPS = {
    1: (False, False, False),
    2: (False, True, False),
    3: (False, True, True),
    4: (False, False, True),
    5: (True, False, False),
    6: (True, True, False),
    7: (True, True, True),
    8: (True, False, True),
}
_NUMBERS = {steps: orientation for orientation, steps in STEPS.items()}

# By quarter turns clockwise, and mirrored left-right after that many.
_TURNED = (1, 6, 3, 8)
_MIRRORED = (2, 5, 4, 7)


def of_turn(quarter_turns: int, mirror: bool) -> int:
    """The orientation of a picture turned clockwise so often, then mirrored left-right or not."""
    return (_MIRRORED if mirror else _TURNED)[quarter_turns]


def as_turn(orientation: int) -> "tuple[int, bool]":
    """(quarter turns clockwise, mirrored left-right after them), the reverse of `of_turn`."""
    mirror = orientation in _MIRRORED
    return (_MIRRORED if mirror else _TURNED).index(orientation), mirror


def composed(first: int, then: int) -> int:
    """The orientation that does what `first` and then `then` do."""
    swap, mirror_x, mirror_y = STEPS[first]
    swap_again, across, down = STEPS[then]
    if swap_again:
        mirror_x, mirror_y = mirror_y, mirror_x
    return _NUMBERS[(swap != swap_again, mirror_x != across, mirror_y != down)]


def reversed_of(orientation: int) -> int:
    """The orientation that undoes this one."""
    return {6: 8, 8: 6}.get(orientation, orientation)


def swaps(orientation: int) -> bool:
    """True where rows become columns."""
    return STEPS[orientation][0]


def size_of(size: "tuple[int, int]", orientation: int) -> "tuple[int, int]":
    """The (width, height) of a picture of that size once it lies so."""
    return (size[1], size[0]) if swaps(orientation) else (size[0], size[1])


def placed(
    point: "tuple[float, float]", size: "tuple[int, int]", orientation: int
) -> "tuple[float, float]":
    """Where a point of a picture of `size` (before it is turned) lies afterwards; exact."""
    swap, mirror_x, mirror_y = STEPS[orientation]
    width, height = size_of(size, orientation)
    x, y = (point[1], point[0]) if swap else (point[0], point[1])
    return width - x if mirror_x else x, height - y if mirror_y else y
