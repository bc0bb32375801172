"""Shows the tiles of a large picture near the view, over the picture of the whole."""

from pixelseal.model.recipe.orientation import UPRIGHT
from pixelseal.ui.browser import dom
from pixelseal.ui.editor.display_turn import DisplayTurn

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.screen.viewport import Canvas, View


class Tiles:
    """One picture's tiles in the element with that id; only a few exist at a time."""

    def __init__(self, name: str) -> None:
        self.box = dom.by_id(name)
        self._tiles = []
        self._made = {}  # place in the list -> (element, address)
        self._seen = []  # places of the visible ones
        self._turn = DisplayTurn(UPRIGHT, (0, 0))

    def show(self, tiles: "list[tuple]") -> None:
        """Set the (Rectangle, Blob) tiles, to be shown from the next `place` on."""
        if tiles is not self._tiles:
            self._keep([])
            self._tiles = tiles

    def place(
        self, view: "View", canvas: "Canvas", needed: bool, crisp: bool, turn: DisplayTurn
    ) -> None:
        """Place them under the view; none if the whole is sharp enough."""
        needed = needed and bool(self._tiles)
        dom.show(self.box, needed)
        if not needed:
            self._keep([])
            self._seen = []
            return
        self._turn = turn
        near = self._within(range(len(self._tiles)), view, canvas, 0.5)
        self._seen = self._within(near, view, canvas, 0.0)
        self._keep(near)
        style = self.box.style
        place = "translate({}px, {}px) scale({})".format(view.x, view.y, view.scale)
        style.transform = place + turn.transform()
        style.imageRendering = "pixelated" if crisp else "auto"

    def _within(
        self, places: "list[int] | range", view: "View", canvas: "Canvas", more: float
    ) -> "list[int]":
        """The places in the window, extended by that many windows on each side."""
        left, top = view.to_image(-more * canvas.width, -more * canvas.height)
        right, bottom = view.to_image((1 + more) * canvas.width, (1 + more) * canvas.height)
        found = []
        for place in places:
            box = self._turn.box(self._tiles[place][0])
            if box.x < right and box.right > left and box.y < bottom and box.bottom > top:
                found.append(place)
        return found

    def _keep(self, places: "list[int]") -> None:
        for place in [place for place in self._made if place not in places]:
            element, address = self._made.pop(place)
            element.remove()
            dom.release_url(address)
        for place in places:
            if place not in self._made:
                self._made[place] = self._element(place)

    def _element(self, place: int) -> "tuple":
        box, blob = self._tiles[place]
        element, address = dom.element("img"), dom.object_url(blob)
        element.alt = ""
        element.draggable = False
        element.decoding = "async"  # what lies under it is shown until it is loaded
        style = element.style
        style.left, style.top = "{}px".format(box.x), "{}px".format(box.y)
        style.width, style.height = "{}px".format(box.width), "{}px".format(box.height)
        element.src = address
        self.box.append(element)
        return element, address

    @property
    def complete(self) -> bool:
        """True if every tile in the window is loaded."""
        for place in self._seen:
            element = self._made[place][0]
            if not element.complete or not element.naturalWidth:
                return False
        return bool(self._seen)
