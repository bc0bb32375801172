"""The images of a review, in groups: a tile, a name, and whether it is accepted. Decides nothing.

Only rows near the view exist; a group's title is a row like any other.
"""

from pixelseal.ui.browser import cut_name, dom
from pixelseal.ui.saving.missing import GROUPS
from pixelseal.ui.text import words
from pixelseal.ui.views.filmstrip import masks, virtual_window
from pixelseal.ui.views.filmstrip.lying_tile import LyingTile
from pixelseal.ui.views.filmstrip.tile_picture import TilePicture, TilePictures

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.saving.asked import Asked
    from pixelseal.ui.views.filmstrip.tiles_in_sight import TilesInSight

_HEIGHT = 52.0  # CSS pixels from one row to the next, until measured


class ReviewList:
    """The column beside the picture."""

    def __init__(self, tiles: "TilesInSight", go: "Callable[[Item], None]") -> None:
        self.tiles = tiles
        self.go = go  # called with an image to put on the screen
        self.list = dom.by_id("review-images")
        self.scroller = dom.by_id("review-rows")
        self.asked: "object" = None  # the Asked of the present review
        TilePictures(self.list)
        tiles.listed("review", self._show_pictures)
        self._lines: "list" = []  # a group's name, or an image, for each row
        self._places = {}  # an image's key -> its row
        self._rows = {}  # place -> _Row
        self._current: "Item | None" = None
        self._language = words.language()  # of the rows
        self._seen = (0, 0)  # (first, after last) row in sight
        self._top, self._room, self._stride = 0.0, 600.0, _HEIGHT
        self._measured = False  # measuring lays the whole page out at once
        self._drawing = False
        dom.listen(self.scroller, "scroll", lambda event: self._scrolled())
        dom.listen(self.list, "click", self._clicked)
        dom.on_resize(self.scroller, self._resized)
        dom.on_click("review-open-list", self._toggle)

    def begin(self, asked: "Asked") -> None:
        """A review begins."""
        self.asked, self._current, self._measured = asked, None, False
        self._lines = []
        if not asked.alone:
            self._places = {}
            for name in GROUPS:
                items = asked.by_group[name]
                if items:
                    self._lines.append((name, len(items)))
                    for item in items:
                        self._places[item.key] = len(self._lines)
                        self._lines.append(item)
        self._open(False)

    def end(self) -> None:
        """The review is over."""
        self.asked, self._lines, self._rows = None, [], {}
        self.list.replaceChildren()
        self.tiles.see("review", [])

    def _show_pictures(self) -> None:
        for place in self._rows:
            self._picture(place, self._rows[place])

    def _picture(self, place: int, row: "_Row") -> None:
        if row.item is not None:
            ahead, (first, behind) = virtual_window.AHEAD, self._seen
            near = first - ahead <= place < behind + ahead
            row.picture.put(row.item, self.tiles.address(row.item) if near else "")

    def show(self, item: "Item") -> None:
        """Show which image is looked at, and which ones are accepted."""
        if self.asked is None or self.asked.alone:
            return
        if self._language != words.language():
            self._language, self._rows = words.language(), {}
            self.list.replaceChildren()
        done, total = self.asked.accepted_count, len(self.asked.items)
        text = words.say("gate-list-open", accepted=done, total=total)
        dom.put_text(dom.by_id("review-count"), text)
        dom.put_text(dom.by_id("review-open-list"), text)
        if item is not self._current:
            self._current = item
            place = self._places[item.key]
            top = virtual_window.scrolled_to(place, self._top, self._room, self._stride)
            if top != self._top:
                self._top = top
                self._lay()  # the list needs its length before it is scrolled
                self.scroller.scrollTop = top
        self._lay()

    def _lay(self) -> None:
        count = len(self._lines)
        seen = virtual_window.visible(self._top, self._room, self._stride, count)
        self._seen = seen
        start, end = virtual_window.needed(seen[0], seen[1], count)
        for place in [place for place in self._rows if not start <= place < end]:
            self._rows.pop(place).element.remove()
        before: "object" = None
        for place in range(start, end):
            line = self._lines[place]
            row = self._rows.get(place)
            if row is None:
                row = self._rows[place] = _Row(place, line)
                if before is None:
                    self.list.prepend(row.element)
                else:
                    before.after(row.element)
            before = row.element
            if row.item is not None:
                row.show(line is self._current, self.asked.accepted(line))
                self._picture(place, row)
        lines = self._lines[seen[0] : seen[1]]
        self.tiles.see("review", [line for line in lines if not isinstance(line, tuple)])
        style = self.list.style
        style.paddingBlockStart = "{}px".format(start * self._stride)
        style.paddingBlockEnd = "{}px".format((count - end) * self._stride)
        self._measure()

    def _measure(self) -> None:
        first = None if self._measured else self.list.firstElementChild
        if first is not None and first.nextElementSibling is not None:
            stride = float(first.nextElementSibling.offsetTop - first.offsetTop)
            self._measured = stride > 0
            if stride > 0 and abs(stride - self._stride) >= 1:
                self._stride = stride
                self._lay()

    def _scrolled(self) -> None:
        if not self._drawing and self.asked is not None:
            self._drawing = True
            dom.next_frame(self._draw)

    def _draw(self) -> None:
        self._drawing = False
        self._top = float(self.scroller.scrollTop)
        if self.asked is not None:
            self._lay()

    def _resized(self) -> None:
        self._room = float(self.scroller.clientHeight)
        self._measured = False
        if self.asked is not None and self._lines:
            self._lay()

    def _clicked(self, event: "object") -> None:
        button = event.target.closest("button")
        if button is not None and self.asked is not None:
            self._open(False)
            self.go(self._lines[int(button.value)])

    def _toggle(self) -> None:
        button = dom.by_id("review-open-list")
        self._open(str(button.getAttribute("aria-expanded")) != "true")

    def _open(self, shown: bool) -> None:
        """On a small screen the list comes when it is asked for."""
        dom.mark_body("list", shown)
        button = dom.by_id("review-open-list")
        button.setAttribute("aria-expanded", "true" if shown else "false")


class _Row:
    """The title of a group, or an image."""

    def __init__(self, place: int, line: "object") -> None:
        self.element = dom.element("li", "", "review-row")
        self.item: "object" = None
        if isinstance(line, tuple):
            name, count = line
            title = words.say("gate-group-" + name, number=count)
            self.element.append(dom.element("h3", title, "review-group"))
            return
        self.item = line
        self._button = dom.element("button", "", "review-item")
        self._button.type = "button"
        self._button.value = str(place)
        self._frame = dom.element("span", "", "thumb")
        self._lying = LyingTile(self._frame)
        self._name = dom.element("span", "", "review-name cut-name")
        cut_name.put(self._name, line.title)
        self._mark = dom.element("span", "", "review-mark")
        self._mark.setAttribute("aria-hidden", "true")
        for part in (self._frame, self._name, self._mark):
            self._button.append(part)
        self.element.append(self._button)
        self._masks: "object" = None
        self._masked: "tuple" = ()
        self.picture = TilePicture(self._frame)
        self._shown: "object" = None

    def show(self, current: bool, accepted: bool) -> None:
        """Show the image as it is now."""
        shown = (current, accepted, words.language())
        if shown == self._shown:
            return
        self._shown = shown
        key = "gate-item-accepted" if accepted else "gate-item-open"
        self._button.setAttribute("aria-label", words.say(key, title=self.item.title))
        self._button.title = self.item.title
        self._button.tabIndex = 0 if current else -1
        dom.put_text(self._mark, "✓" if accepted else "")
        if current:
            self._button.setAttribute("aria-current", "true")
        else:
            self._button.removeAttribute("aria-current")
        self._mask()

    def _mask(self) -> None:
        self._lying.lay(self.item.editor)
        records = masks.records(self.item.editor)
        if records != self._masked:
            self._masked = records
            if self._masks is not None:
                self._masks.remove()
            name = "review-{}".format(self.item.key)
            self._masks = masks.drawn(name, self.item.editor.size, records) if records else None
            if self._masks is not None:
                self._frame.append(self._masks)
