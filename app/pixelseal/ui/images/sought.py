"""What programs found on one image, and what became of it.

Told from the image's records as they are, so that no undoing makes it wrong: a place is taken as
long as a region stands that was proposed there. Asks no finder and changes no record.
"""

from pixelseal.model.finding import KINDS, MAX_FINDERS, Finding
from pixelseal.model.project.searched import MAX_PLACES, Place, Searched
from pixelseal.model.recipe.orientation import reversed_of
from pixelseal.model.recipe.region import Region
from pixelseal.model.screen.following_region import found_under
from pixelseal.model.screen.proposal import found_as, is_proposed

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor


class Sought:
    """The finders that looked at an image, and every place that they proposed on it, once."""

    def __init__(self, editor: "Editor") -> None:
        self._editor = editor
        self.finders: "list[tuple[str, str]]" = []
        self._places: "list[_Found]" = []

    def saw(self, finders: "list[tuple[str, str]]") -> None:
        """These looked at the image."""
        fresh = [finder for finder in finders if finder not in self.finders]
        self.finders = (self.finders + fresh)[-MAX_FINDERS:]

    def proposed(self, keys: "list[int]") -> None:
        """These records were just proposed, all by one search, or follow what it found."""
        editor, rows = self._editor, []
        for key in keys:
            for found in found_under(editor.records[key]):
                shape = found.shape.turned(reversed_of(editor.turned), editor.size).frame()
                box = (shape.x, shape.y, shape.right, shape.bottom)
                rows.append(_Found(found_as(found), box, [key]))
        self._put(rows)

    def _put(self, fresh: "list[_Found]") -> None:
        """Add places, each to one that was found there before, if there is one."""
        earlier = list(self._places)
        for one in fresh:
            same = [place for place in earlier if place.is_like(one)]
            if same:
                same[0].keys = same[0].keys + one.keys
                earlier.remove(same[0])
            else:
                self._places.append(one)

    def statement(self) -> Finding:
        """What certificate and private record state, once all proposals are confirmed."""
        counts = []
        for kind in KINDS:
            places = [place for place in self._places if place.kind == kind]
            taken = len([place for place in places if self._record(place) is not None])
            if places:
                counts.append((kind, len(places), taken, len(places) - taken))
        return Finding(tuple(self.finders), 0, tuple(counts))

    def _record(self, place: "_Found") -> "int | None":
        """The id of the region that was proposed there, if it still stands."""
        there = [key for key in place.keys if key in self._editor.records]
        return there[0] if there else None

    # In a project

    def kept(self) -> Searched:
        """As a project keeps it."""
        confirmed, waiting = _regions(self._editor)
        places = []
        for place in self._places[:MAX_PLACES]:
            key = self._record(place)
            region = confirmed.index(key) if key in confirmed else None
            waits = waiting.index(key) if key in waiting else None
            places.append(Place(place.kind, place.box, region, waits))
        return Searched(tuple(self.finders), tuple(places))

    def restore(self, searched: Searched) -> None:
        """Add what a project kept, whose records are the image's by now."""
        confirmed, waiting = _regions(self._editor)
        self.saw(list(searched.finders))
        rows = []
        for place in searched.places:
            keys = []
            if place.region is not None:
                keys = confirmed[place.region : place.region + 1]
            elif place.proposed is not None:
                keys = waiting[place.proposed : place.proposed + 1]
            rows.append(_Found(place.kind, place.box, keys))
        self._put(rows)


class _Found:
    """A place: its kind, its box upright as the file states, and the records proposed there."""

    def __init__(self, kind: str, box: "tuple[int, int, int, int]", keys: "list[int]") -> None:
        self.kind = kind
        self.box = box
        self.keys = keys

    def is_like(self, other: "_Found") -> bool:
        """True if both are of a kind and share half of what they cover, or more."""
        a, b = self.box, other.box
        across = min(a[2], b[2]) - max(a[0], b[0])
        down = min(a[3], b[3]) - max(a[1], b[1])
        if self.kind != other.kind or across <= 0 or down <= 0:
            return False
        both = across * down
        return 2 * both >= _area(a) + _area(b) - both


def _area(box: "tuple[int, int, int, int]") -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _regions(editor: "Editor") -> "tuple[list[int], list[int]]":
    """The ids of the regions, and of the proposed ones, in their order in a project."""
    regions = [key for key in editor.ids() if isinstance(editor.records[key], Region)]
    waiting = [key for key in regions if is_proposed(editor.records[key])]
    return [key for key in regions if key not in waiting], waiting
