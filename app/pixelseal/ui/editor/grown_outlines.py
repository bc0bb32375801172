"""The grown outlines of an image's shapes, from the engine (docs/regions.md, 3).

Those of rectangles are computed immediately (pixelseal.model.screen.grid); all others are
requested, and shown as soon as the answer arrives. Draws nothing.
"""

from pixelseal.model import protocol
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.orientation import composed
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.screen.proposal import is_proposed
from pixelseal.ui.browser.host import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape
    from pixelseal.ui.browser.browser_host import BrowserHost

_FACTS = ("format", "stored", "orientation", "lossy", "mcu", "rim")


class Growths:
    """The engine's answers for one image's shapes; outlines are {"fill", "edge"} paths."""

    def __init__(self) -> None:
        self.regions = {}  # Shape -> outline
        self.outside: "object" = (
            (),
            None,
        )  # the areas to keep, the outline of what is outside of them
        self.crop: "object" = (None, None)  # the crop's Shape, the Rectangle that is left of it

    def of(self, shape: "Shape") -> "dict | None":
        """The outline of a region, None while unknown."""
        return self.regions.get(shape)

    def left_out(self, shapes: "list") -> "dict | None":
        """The outline of what is outside of the areas to keep, None while unknown."""
        return self.outside[1] if self.outside[0] == tuple(shapes) else None

    def left(self, shape: "Shape") -> "object":
        """What is left of a crop; the crop's own shape while unknown."""
        return self.crop[1] if self.crop[0] == shape and self.crop[1] is not None else shape


class GrownOutlines:
    """Requests missing outlines, one request at a time."""

    def __init__(self, host: "BrowserHost", known: "object") -> None:
        self.host = host
        self.known = known  # called after an answer
        self._asking = False

    def lacks(self, item: "object") -> bool:
        """True if the engine should be asked about an image now."""
        return not self._asking and item.editor.grid is not None and _missing(item) is not None

    async def ask(self, item: "object") -> None:
        """Ask until nothing is missing; what the engine refuses is not requested again."""
        self._asking = True
        try:
            recipe = _missing(item)
            while recipe is not None:
                facts = {name: item.inspection[name] for name in _FACTS}
                facts["orientation"] = composed(facts["orientation"], item.editor.turned)
                growths = item.editor.growths  # of the picture as it lies now
                args = {"facts": facts, "recipe": recipe.to_object()}
                try:
                    value, _buffers = await self.host.request(protocol.GROW, args, [])
                except Failure:
                    value = {"regions": [None] * len(recipe.regions), "outside": None, "crop": None}
                _take(growths, recipe, value)
                recipe = _missing(item)
        finally:
            self._asking = False
        self.known()


def _missing(item: "object") -> "Recipe | None":
    """What to ask about an image, None for nothing; forgets shapes that are gone."""
    editor = item.editor
    records = [editor.records[key] for key in editor.ids()]
    records = [record for record in records if not is_proposed(record)]
    known = editor.growths
    shapes = [one.shape for one in records if isinstance(one, Region)]
    shapes = [shape for shape in shapes if not isinstance(shape, Rectangle)]
    known.regions = {shape: known.regions[shape] for shape in shapes if shape in known.regions}
    asked = [Region(shape) for shape in shapes if shape not in known.regions]
    keep = [Keep(one.shape) for one in records if isinstance(one, Keep)]
    crop = [Crop(one.shape) for one in records if isinstance(one, Crop)]
    if known.outside[0] == tuple([one.shape for one in keep]):
        keep = []
    if not crop or known.crop[0] == crop[0].shape:
        crop = []
    if not asked and not keep and not crop:
        return None
    return Recipe(asked, None, None, None, keep, crop)


def _take(known: Growths, recipe: Recipe, value: "dict") -> None:
    for region, outline in zip(recipe.regions, value["regions"]):
        known.regions[region.shape] = outline
    if recipe.keep:
        known.outside = (tuple([one.shape for one in recipe.keep]), value["outside"])
    if recipe.crop:
        left = None
        if value["crop"] is not None:
            x, y, right, bottom = value["crop"]
            left = Rectangle(x, y, right - x, bottom - y)
        known.crop = (recipe.crop[0].shape, left)
