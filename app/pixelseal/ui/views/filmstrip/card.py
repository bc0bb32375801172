"""One image's card in the filmstrip: its elements. Names are always plain text."""

from pixelseal.ui.browser import cut_name, dom
from pixelseal.ui.images.item import PROPOSED, REFUSED
from pixelseal.ui.text import words
from pixelseal.ui.views.filmstrip import masks
from pixelseal.ui.views.filmstrip.lying_tile import LyingTile
from pixelseal.ui.views.filmstrip.tile_picture import TilePicture

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


class Card:
    """A row of the list; the filmstrip handles events for all cards."""

    def __init__(self, key: int) -> None:
        self.row = dom.element("li", "", "image-card")
        self.row.dataset.key = str(key)
        self.choose = dom.element("input", "", "image-choose")
        self.choose.type = "checkbox"
        self.button = dom.element("button", "", "image-button")
        self.button.type = "button"
        self._frame = dom.element("span", "", "thumb")
        self._lying = LyingTile(self._frame)
        self._name = dom.element("span", "", "image-name cut-name")
        self._state = dom.element("span", "", "image-state")
        box = dom.element("span", "", "image-words")
        box.append(self._name)
        box.append(self._state)
        self.button.append(self._frame)
        self.button.append(box)
        self.close = dom.element("button", "×", "image-close")
        self.close.type = "button"
        self._picture = TilePicture(self._frame)
        self._masks: "object" = None
        self._masked: "tuple" = ()
        self._shown: "object" = None
        self._ticked = False
        tick = dom.element("label", "", "image-tick")  # a target as large as a finger
        tick.append(self.choose)
        for part in (tick, self.button, self.close):
            self.row.append(part)
        self.reached(False)

    def tick(self, chosen: bool) -> None:
        """Show whether it is chosen."""
        if chosen != self._ticked:
            self._ticked = self.choose.checked = chosen

    def show(self, item: "Item", name: str, state: str, current: bool) -> None:
        """Show an image as it is now; `name` is that of what is saved of it."""
        self._show_masks(item)
        count = len(item.editor.records)
        looked = not item.refused and not item.unseen
        met = state == PROPOSED and item.shown_proposals.whole
        shows = (state, current, count, item.title, name, looked, met, words.language())
        if shows == self._shown:
            return  # each write to the document costs time
        self._shown = shows
        cut_name.put(self._name, item.title)
        self.button.title = words.say("tile-title", title=item.title, name=name)
        self.choose.setAttribute("aria-label", words.say("choose", title=item.title))
        self.close.setAttribute("aria-label", words.say("close-image", title=item.title))
        self.row.dataset.state = state
        self.row.dataset.met = "yes" if met else "no"
        if current:
            self.button.setAttribute("aria-current", "true")
        else:
            self.button.removeAttribute("aria-current")
        text = words.say("state-" + state)
        if count and state not in (REFUSED, PROPOSED):
            text = words.say("state-and-regions", state=text, regions=words.regions(count))
        if met:
            text = words.say("state-met", state=text)
        elif looked:
            text = words.say("state-looked", state=text)
        dom.put_text(self._state, text)

    def _show_masks(self, item: "Item") -> None:
        self._lying.lay(item.editor)
        records = masks.records(item.editor)
        if records == self._masked:
            return
        self._masked = records
        if self._masks is not None:
            self._masks.remove()
        self._masks = masks.drawn(item.key, item.editor.size, records) if records else None
        if self._masks is not None:
            self._frame.append(self._masks)

    def place(self, number: int, of: int) -> None:
        """Set the position among all images for assistive technology: not every card exists."""
        self.row.setAttribute("aria-posinset", str(number))
        self.row.setAttribute("aria-setsize", str(of))

    def reached(self, by_tab: bool) -> None:
        """Tab stops at one card of the filmstrip; the arrow keys continue from there."""
        for part in (self.choose, self.button, self.close):
            part.tabIndex = 0 if by_tab else -1

    def picture(self, item: "Item", address: str) -> None:
        """Show the picture at that address, "" for none."""
        self._picture.put(item, address)
