"""The filmstrip of open images: position, filter, cards. Only cards near the view exist."""

from pixelseal.ui.browser import dom
from pixelseal.ui.images.queue import ALL, UNSEEN
from pixelseal.ui.text import words
from pixelseal.ui.views.filmstrip import virtual_window
from pixelseal.ui.views.filmstrip.card import Card
from pixelseal.ui.views.filmstrip.tile_picture import TilePictures

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.views.filmstrip.tiles_in_sight import TilesInSight

_WIDTH = 96.0  # CSS pixels from one card to the next, until measured

_CHOICES = (ALL, "unmarked", UNSEEN, "proposed", "unsaved", "saved", "failed")


class Filmstrip:
    """The bar below the image."""

    def __init__(
        self,
        queue: "Queue",
        go: "Callable[[Item], None]",
        close: "Callable[[Item], None]",
        tiles: "TilesInSight",
        stem_for: "Callable[[Item], str]",
    ) -> None:
        self.queue = queue
        self.go = go  # called with an image to put on the screen
        self.close = close  # called with an image to close
        self.tiles = tiles
        self.stem_for = stem_for  # returns the stem of an image's output names
        self.list = dom.by_id("images")
        self.scroller = dom.by_id("images-row")
        self._left, self._width, self._stride = 0.0, 1000.0, _WIDTH
        self._cards = {}  # item key -> Card
        self._laid: "object" = ()  # what the present cards show
        self._current: "Item | None" = None
        self._reached: "int | None" = None  # the key of the card that Tab stops at
        TilePictures(self.list)
        tiles.listed("strip", self._picture_soon)
        self._drawing = False
        self._pictures_due = False
        self._measured = False
        self._range_click = False  # Shift was held at the click that ticks a box
        self._options = {}
        self._filters()
        dom.listen(self.scroller, "scroll", self._scrolled)
        dom.listen(self.list, "click", self._clicked)
        dom.listen(self.list, "change", self._ticked)
        for name in ("keydown", "keyup"):
            dom.listen(self.scroller, name, getattr(self, "_" + name))
        dom.on_resize(self.scroller, self._resized)
        dom.on_click("choose-none", self._choose_none)
        dom.on_click("choose-all", self.choose_all)

    def _filters(self) -> None:
        field = dom.by_id("filter")
        for name in _CHOICES:
            option = dom.element("option")
            option.value = name
            field.append(option)
            self._options[name] = option

        def narrowed(_event: "object") -> None:
            self.queue.filter = field.value
            self._current = None  # bring it into view once more
            self.show([])

        dom.listen(field, "change", narrowed)

    def show(self, touched: "list[int]") -> None:
        """Show the queue as it is; `touched` are the images that may have changed."""
        queue = self.queue
        listed = queue.listed
        place = queue.place(queue.current)
        dom.put_text(dom.by_id("position"), words.say("position", place=place, total=len(listed)))
        dom.by_id("previous").disabled = queue.neighbour(-1) is None
        dom.by_id("next").disabled = queue.neighbour(1) is None
        for name in self._options:
            text = words.say("filter-" + name, number=queue.count(name))
            dom.put_text(self._options[name], text)
        for name in ("previous", "next", "position", "filter-field", "choose-all"):
            dom.show(dom.by_id(name), len(queue.items) > 1)
        dom.show(dom.by_id("chosen"), bool(queue.chosen))
        dom.put_text(dom.by_id("chosen-count"), words.say("chosen", count=len(queue.chosen)))
        dom.by_id("choose-all").disabled = queue.all_chosen
        if queue.chosen and queue.current is not None:
            others = len(queue.chosen) - (1 if queue.current.key in queue.chosen else 0)
            dom.put_text(dom.by_id("copy-regions"), words.say("copy-regions", count=others))
            from pixelseal.ui.images import series

            able = series.sharable(queue.current) and not queue.current.provisional
            dom.by_id("copy-regions").disabled = not others or not able
            dom.show(dom.by_id("confirm-chosen"), queue.chosen_proposed)
        before = self._current
        if queue.current is not before:
            self._current = queue.current
            self._reached = None if queue.current is None else queue.current.key
            self._scroll_to(place - 1)
            touched = touched + [one.key for one in (before, queue.current) if one is not None]
        self._lay(listed)
        self._fill_again([key for key in touched if key in self._cards])
        if not self._measured:
            self._measure()

    def _show_chosen(self) -> None:
        """Show which are chosen, which changes the state of no image."""
        self.show([])
        for key in self._cards:
            self._cards[key].tick(key in self.queue.chosen)

    def language_changed(self) -> None:
        """Update the texts on the cards after a change of language."""
        self._fill_again(list(self._cards))

    # Which cards exist

    def _lay(self, listed: "list") -> None:
        count = len(listed)
        seen = virtual_window.visible(self._left, self._width, self._stride, count)
        start, end = virtual_window.needed(seen[0], seen[1], count)
        now = [item.key for item in listed[start:end]]
        if self._laid != (start, count, now):
            self._laid = (start, count, now)
            self._exchange(listed[start:end], now, start, count)
        if self._reached not in now and now:
            self._reach(now[seen[0] - start])
        self._picture_soon()

    def _picture_soon(self) -> None:
        if not self._pictures_due and not self._loading():
            self._pictures_due = True
            dom.after_frame(self._picture)

    def _loading(self) -> bool:
        return self.queue.current is not None and self.queue.current.loading

    def _picture(self) -> None:
        """Load the picture of each card near the middle, after the picture on the canvas.

        Decoded at the same time, a card's would delay it; afterwards, it is made from that one's
        pixels. That one was loaded when this was scheduled, so it was painted in the last frame.
        """
        self._pictures_due = False
        if self._loading():
            return  # of another image; this is scheduled again
        listed = self.queue.listed
        seen = virtual_window.visible(self._left, self._width, self._stride, len(listed))
        start, end = virtual_window.needed(seen[0], seen[1], len(listed))
        for place in range(start, end):
            item = listed[place]
            near = seen[0] - virtual_window.AHEAD <= place < seen[1] + virtual_window.AHEAD
            address = self.tiles.address(item) if near and not item.refused else ""
            if item.key in self._cards:
                self._cards[item.key].picture(item, address)
        self.tiles.see("strip", listed[seen[0] : seen[1]])

    def _exchange(self, items: "list", keys: "list[int]", start: int, count: int) -> None:
        had_focus = self.list.contains(dom.focused())
        for key in [key for key in self._cards if key not in keys]:
            self._cards.pop(key).row.remove()
        before = None
        for offset, item in enumerate(items):
            card = self._cards.get(item.key)
            if card is None:
                card = self._cards[item.key] = Card(item.key)
                self._fill(item)
                card.reached(item.key == self._reached)
            # Correctly placed elements are not moved: moving one loses its focus.
            right = self.list.firstElementChild if before is None else before.nextElementSibling
            if right is None:
                self.list.append(card.row)
            elif right.dataset.key != str(item.key):
                right.before(card.row)
            card.place(start + offset + 1, count)
            before = card.row
        style = self.list.style
        style.paddingInlineStart = "{}px".format(start * self._stride)
        style.paddingInlineEnd = "{}px".format((count - start - len(items)) * self._stride)
        if had_focus and not self.list.contains(dom.focused()):
            self.scroller.focus()  # the keys still work

    def _fill_again(self, keys: "list[int]") -> None:
        for key in keys:
            item = self.queue.by_key(key)
            if item is not None:
                self._fill(item)

    def _fill(self, item: "Item") -> None:
        queue = self.queue
        card = self._cards[item.key]
        name = item.label_of(self.stem_for(item))
        card.show(item, name, item.state, item is queue.current)
        card.tick(item.key in queue.chosen)

    def _reach(self, key: int) -> None:
        if self._reached in self._cards:
            self._cards[self._reached].reached(False)
        self._reached = key
        if key in self._cards:
            self._cards[key].reached(True)

    # Scrolling

    def _scroll_to(self, place: int) -> None:
        if place < 0:
            return
        left = virtual_window.scrolled_to(place, self._left, self._width, self._stride)
        if left != self._left:
            self._left = left
            self._lay(self.queue.listed)  # the row needs its final length before it is scrolled
            self.scroller.scrollLeft = left
        if self._reached is not None:
            self._reach(self._reached)

    def _scrolled(self, _event: "object") -> None:
        if not self._drawing:
            self._drawing = True
            dom.next_frame(self._draw_scrolled)

    def _draw_scrolled(self) -> None:
        self._drawing = False
        self._left = float(self.scroller.scrollLeft)
        self._lay(self.queue.listed)

    def _resized(self) -> None:
        self._width = float(self.scroller.clientWidth)
        self._measure()
        self._scroll_to(self.queue.place(self.queue.current) - 1)  # as after rotating a phone
        self._lay(self.queue.listed)

    def _measure(self) -> None:
        first = self.list.firstElementChild
        if first is not None and first.nextElementSibling is not None:
            stride = first.nextElementSibling.offsetLeft - first.offsetLeft
            if stride > 0:
                self._measured = True
                if stride != self._stride:
                    self._stride = float(stride)
                    self._laid = ()

    # What the person does

    def _item(self, event: "object") -> "object":
        row = event.target.closest(".image-card")
        return None if row is None else self.queue.by_key(int(row.dataset.key))

    def _clicked(self, event: "object") -> None:
        item = self._item(event)
        if item is None:
            return
        if event.target.closest(".image-close") is not None:
            self.close(item)
        elif event.target.closest(".image-tick") is not None:
            self._clicked_tick(event, item)
        elif event.target.closest(".image-button") is not None:
            self._reach(item.key)
            if event.shiftKey:
                self.queue.choose_to(item)
            elif event.ctrlKey or event.metaKey:
                self.queue.choose(item)
            else:
                self.go(item)
                return
            self._show_chosen()

    def _clicked_tick(self, event: "object", item: "Item") -> None:
        if event.target.tagName == "INPUT":
            self._range_click = bool(event.shiftKey)  # the box is about to change
        elif event.shiftKey:
            event.preventDefault()  # next to the box, browsers behave differently
            self._reach(item.key)
            self.queue.choose_to(item)
            self._show_chosen()

    def _ticked(self, event: "object") -> None:
        item = self._item(event)
        if item is None:
            return
        self._reach(item.key)
        if self._range_click:
            self.queue.choose_to(item)
        else:
            self.queue.choose(item)
        self._range_click = False
        event.target.checked = item.key in self.queue.chosen
        self._show_chosen()

    def choose_all(self) -> None:
        """Choose every image that is listed."""
        self.queue.choose_listed()
        self._show_chosen()

    def _choose_none(self) -> None:
        self.queue.choose_none()
        self._show_chosen()
        if self._reached in self._cards:
            self._cards[self._reached].button.focus()  # the button that had it is gone

    def _keydown(self, event: "object") -> None:
        listed = self.queue.listed
        item = None if self._reached is None else self.queue.by_key(self._reached)
        place, last = self.queue.place(item) - 1, len(listed) - 1
        if item is None or place < 0 or event.altKey:
            return
        places = {"ArrowRight": place + 1, "ArrowLeft": place - 1, "Home": 0, "End": last}
        held = event.ctrlKey or event.metaKey
        key = event.key
        if key in places and not held:
            new = min(max(places[key], 0), last)
            to = listed[new]
            self._reach(to.key)
            self._scroll_to(new)
            self._cards[to.key].button.focus()
            if event.shiftKey:
                self.queue.choose_to(to)
        elif key == " " and event.target.tagName != "INPUT" and not self._on_close(event):
            if event.shiftKey:
                self.queue.choose_to(item)
            else:
                self.queue.choose(item)
        elif key.lower() == "a" and held:
            self.queue.choose_listed()
        elif key == "Escape" and self.queue.chosen:
            self.queue.choose_none()
        elif key == "Delete":
            self.close(item)
        else:
            return
        event.preventDefault()
        self._show_chosen()

    def _keyup(self, event: "object") -> None:
        # A button is activated when Space is released.
        if event.key == " " and event.target.tagName == "BUTTON" and not self._on_close(event):
            event.preventDefault()

    def _on_close(self, event: "object") -> bool:
        return event.target.closest(".image-close") is not None
