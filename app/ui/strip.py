"""The strip of open images: position, steps, states. Names are shown as text and only there."""

from app.ui import dom, facts, words

_THUMBNAILS = 60  # more pictures than these at once would cost too much memory


class Strip:
    """The bar under the image."""

    def __init__(self, queue: "object", go: "object", close: "object", address: "object") -> None:
        self.queue = queue
        self.go = go  # called with an image to put on the screen
        self.close = close  # called with an image to close
        self.address = address  # gives the address of an image's picture
        self.list = dom.by_id("images")
        self._cards = {}  # item key -> (row, button, state, picture)
        self._filled = {}  # item key -> what its card shows now
        self._order = []  # item keys as their cards stand
        self._current = None
        self._broken = set()  # addresses of pictures that the browser cannot show

    def show(self) -> None:
        """Show the queue as it is."""
        items = self.queue.items
        dom.put_text(dom.by_id("position"), words.position(self.queue.position, len(items)))
        dom.by_id("previous").disabled = self.queue.position <= 1
        dom.by_id("next").disabled = self.queue.position >= len(items)
        keys = [item.key for item in items]
        for key in list(self._cards):
            if key not in keys:
                self._cards.pop(key)[0].remove()
                self._filled.pop(key)
        for item in items:
            if item.key not in self._cards:
                self._cards[item.key] = self._card(item)
        # Pages come between the images that are there: only what stands behind them is moved.
        kept = [key for key in self._order if key in self._cards]
        same = 0
        while same < len(kept) and kept[same] == keys[same]:
            same += 1
        for key in keys[same:]:
            self.list.append(self._cards[key][0])
        self._order = keys
        for item in items:
            # Each look at the document costs; with hundreds of images only changes may.
            shows = self._facts(item)
            if self._filled.get(item.key) != shows:
                self._filled[item.key] = shows
                self._fill(item, shows)
        if self.queue.current is not self._current:
            self._current = self.queue.current
            if self._current is not None:
                dom.into_view(self._cards[self._current.key][0])

    def _card(self, item: "object") -> "tuple":
        row = dom.element("li", "", "image-card")
        button = dom.element("button", "", "image-button")
        button.type = "button"
        frame = dom.element("span", "", "thumb")
        picture = None
        if len(self._cards) < _THUMBNAILS:
            picture = dom.element("img")
            picture.alt = ""
            picture.decoding = "async"
            picture.draggable = False
            dom.listen(picture, "error", lambda event: self._lost(picture))
            frame.append(picture)
        words_box = dom.element("span", "", "image-words")
        name = dom.element("span", "", "image-name")
        state = dom.element("span", "", "image-state")
        words_box.append(name)
        words_box.append(state)
        button.append(frame)
        button.append(words_box)
        dom.listen(button, "click", lambda event: self.go(item))
        close = dom.element("button", "×", "image-close")
        close.type = "button"
        dom.listen(close, "click", lambda event: self.close(item))
        row.append(button)
        row.append(close)
        return row, button, state, picture, name, close

    def _facts(self, item: "object") -> "tuple":
        current = item is self.queue.current
        address = self.address(item)
        return item.state, current, len(item.editor.records), address, item.title

    def _fill(self, item: "object", shows: "tuple") -> None:
        row, button, state, picture, label, close = self._cards[item.key]
        name, current, count, address, title = shows
        dom.put_text(label, title)
        close.setAttribute("aria-label", "Close " + title)
        row.dataset.state = name
        if current:
            button.setAttribute("aria-current", "true")
        else:
            button.removeAttribute("aria-current")
        text = facts.STATES[name]
        if count and not item.refused:
            text += ", " + words.regions(count)
        dom.put_text(state, text)
        if picture is not None:
            picture.hidden = item.refused or not address or address in self._broken
            if address and picture.src != address:
                picture.src = address

    def _lost(self, picture: "object") -> None:
        self._broken.add(picture.src)
        picture.hidden = True
