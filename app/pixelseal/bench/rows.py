"""What the benchmark measures, and its rows: milliseconds next to a canvas's. Times nothing."""

import json

from pixelseal.model import protocol

# Megapixels: (width, height) of the photos, 4:3 as most cameras have it.
SIZES = {1: (1152, 864), 12: (4000, 3000), 48: (8000, 6000)}
USUAL = 12
# The targets: multiples of the canvas's time for one photo, and for each of many; milliseconds of
# one task.
ONE_MOST = 2.3
MANY_MOST = 1.0
TASK_MOST = 50.0


def sizes(largest: int) -> "list[int]":
    """The megapixels to measure, up to the chosen ones."""
    return [size for size in sorted(SIZES) if size <= largest]


def box(width: int, height: int) -> "tuple[int, int, int, int]":
    """Left, top, width and height of the covered box: about a fiftieth of the picture."""
    return width // 3, height // 3, width // 7, height // 7


def arguments(covered: "tuple[int, int, int, int]") -> str:
    """The engine's arguments for covering that box."""
    left, top, width, height = covered
    shape = {"kind": "rectangle", "x": left, "y": top, "width": width, "height": height}
    return protocol.encode(
        {
            "recipe": {"pixelseal": "recipe/1", "regions": [{"shape": shape}]},
            "label": "image-0",
            "page": 1,
            "source_name": "photo.jpg",
            "made": "2000-01-01T00:00:00Z",
        }
    )


def median(values: "list[float]") -> float:
    """The median of an odd number of values."""
    return sorted(values)[len(values) // 2]


class Row:
    """One figure in milliseconds: `key` and `values` name it in the catalogue.

    `canvas` is a canvas's time, None if that fails, or if none was measured (`beside` is False);
    `most` limits the ratio to it, `limit` the time itself, None without a target.
    """

    def __init__(
        self, key: str, values: "dict", ours: float, canvas: "float | None",
        most: "float | None" = None, limit: "float | None" = None, beside: bool = True,
    ) -> None:  # fmt: skip
        self.key = key
        self.values = values
        self.ours = ours
        self.canvas = canvas
        self.most = most
        self.limit = limit
        self.beside = beside

    @property
    def ratio(self) -> "float | None":
        """Our time divided by the canvas's."""
        return self.ours / self.canvas if self.canvas else None

    @property
    def met(self) -> "bool | None":
        """Whether it meets the target; None without a target, or if unknown."""
        if self.limit is not None:
            return self.ours <= self.limit
        if self.most is None or self.ratio is None:
            return None
        return self.ratio <= self.most


def as_json(rows: "list[Row]", machine: "dict") -> str:
    """The rows and the machine, to be kept or compared."""
    listed = []
    for row in rows:
        listed.append(
            {
                "what": row.key,
                "values": row.values,
                "milliseconds": row.ours,
                "canvas": row.canvas,
                "ratio": row.ratio,
                "ratio_at_most": row.most,
                "milliseconds_at_most": row.limit,
                "met": row.met,
            }
        )
    return json.dumps({"pixelseal": "bench/1", "machine": machine, "rows": listed})
