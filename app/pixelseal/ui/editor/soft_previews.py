"""An image's mosaics and blurs as they will be saved, from the engine (docs/regions.md, 4).

Each answer belongs to everything that its pixels are made of, compared as values: one that is for
other shapes, or whose mosaic is being moved, is never shown. Draws nothing.
"""

from pixelseal.model import protocol
from pixelseal.model.recipe.region import Fill, Region
from pixelseal.model.screen.proposal import is_proposed
from pixelseal.ui.browser.host import PASSING, Failure

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.editor.editor import Editor

MOST = 50  # mosaics and blurs of an image, as of pixelseal.core.preview.softened
PIXELS_MOST = 64_000_000  # of a picture: the engine decodes it again for each answer
PAIRS_MOST = 2_000  # comparisons of frames after each change, which is all that takes time here


class SoftPreviews:
    """The engine's answers for one image, and what each mosaic or blur is made of."""

    def __init__(self) -> None:
        self.known = {}  # made of -> cover (pixelseal.model.protocol.SOFTEN), None if refused
        self._keys: "tuple[object, dict]" = (None, {})

    def keys(self, editor: "Editor") -> "dict[int, tuple]":
        """What each confirmed mosaic or blur is made of, by id; {} if there are too many."""
        if self._keys[0] is not editor.records:  # another dict after every change
            self._keys = (editor.records, _made_of(editor))
        return self._keys[1]

    def of(self, editor: "Editor", key: int) -> "dict | None":
        """A record's cover as it will be saved; None while it is not known, or is being moved."""
        if editor.draft is not None and editor.draft[0] == key:
            return None
        return self.known.get(self.keys(editor).get(key))

    def lack(self, editor: "Editor") -> bool:
        """True if the engine has not said yet how some cover will look."""
        keys = self.keys(editor)
        return any(keys[key] not in self.known for key in keys)

    def take(self, keys: "dict[int, tuple]", covers: "list", editor: "Editor") -> None:
        """Keep what the engine said of these, and forget what is not on the image any more."""
        for key, cover in zip(sorted(keys), covers):
            self.known[keys[key]] = cover
        now = self.keys(editor)
        there = [now[key] for key in now]
        self.known = {made: self.known[made] for made in there if made in self.known}


class SoftPreviewing:
    """Requests missing covers, one request at a time."""

    def __init__(self, host: "BrowserHost", known: "object") -> None:
        self.host = host
        self.known = known  # called after an answer
        self._asking = False

    def lacks(self, item: "object") -> bool:
        """True if the engine should be asked about an image now."""
        ready = item.confirmed and item.inspection is not None and not item.refused
        if self._asking or not ready or item.pixels > PIXELS_MOST:
            return False
        return item.editor.softened.lack(item.editor)

    async def ask(self, item: "object") -> None:
        """Ask until nothing is missing; what the engine refuses is not requested again."""
        self._asking = True
        editor = item.editor
        softened, going = editor.softened, True
        try:
            while going and softened.lack(editor):
                keys = softened.keys(editor)
                args = {"recipe": item.recipe.to_object(), "page": item.page}
                try:
                    value, _buffers = await self.host.request(
                        protocol.SOFTEN, args, [item.blob], item.pixels
                    )
                    covers = value["covers"]
                except Failure as failure:
                    covers = [None] * len(keys)
                    going = failure.code not in PASSING
                if going:
                    softened.take(keys, covers, editor)
        finally:
            self._asking = False
        if going:
            self.known()


def _made_of(editor: "Editor") -> "dict[int, tuple]":
    records = [(key, editor.records[key]) for key in editor.ids()]
    records = [(key, one) for key, one in records if not is_proposed(one)]
    regions = [(key, one) for key, one in records if isinstance(one, Region)]
    soft = [key for key, one in regions if not isinstance(one.method, Fill)]
    if not soft or len(soft) > MOST or len(soft) * len(regions) > PAIRS_MOST:
        return {}
    around = tuple([one for _key, one in records if not isinstance(one, Region)])
    around = (editor.turned, around)
    fills = [key for key, one in regions if isinstance(one.method, Fill)]
    reach = 0 if editor.grid is None else editor.grid.reach

    def near(keys: "list[int]", key: int) -> "list[int]":
        shape = editor.records[key].shape
        return [one for one in keys if _near(editor.records[one].shape, shape, reach)]

    found: "dict[int, tuple]" = {}
    parts: "dict[int, set[int]]" = {}  # the mosaics that one is made of, and all fills over them
    for place, key in enumerate(soft):
        # A fill hides wherever it stands; of mosaics only those before count.
        parts[key] = set(near(fills, key))
        for under in near(soft[:place], key):
            parts[key] |= parts[under] | {under}
        made = [editor.records[part] for part in sorted(parts[key]) + [key]]
        found[key] = (around, tuple([_hiding(one) for one in made]))
    return found


def _hiding(region: Region) -> "tuple":
    """What of a region counts for the mosaics under it: its colour and reasons do not."""
    return region.shape, None if isinstance(region.method, Fill) else region.method


def _near(one: "Shape", other: "Shape", reach: int) -> bool:
    """True if the frames overlap once both have grown."""
    far = 2 * reach
    across = one.x < other.right + far and other.x < one.right + far
    return across and one.y < other.bottom + far and other.y < one.bottom + far
