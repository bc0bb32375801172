"""A phone's page: one bar under the picture; tools and panel open on request.

The style sheet decides between the two layouts with its media queries; here is only what it
cannot move.
"""

from pixelseal.ui.browser import dom

# As in static/style.css.
_SMALL = "(max-width: 699.98px)"
# Element -> its place in the bar of a small screen, or among its tools. On other screens it stays
# in its own place.
_MOVED = {
    "undo": "undo-at-bar",
    "compare": "compare-at-bar",
    "proposals": "proposals-at-bar",
    "find-tools": "find-at-rail",
}


class SmallScreen:
    """Which parts of a small screen are open: the tools, the panel, the menu."""

    def __init__(self) -> None:
        self._homes = {name: dom.by_id(name).parentElement for name in _MOVED}
        self._first = {name: dom.by_id(name).nextElementSibling for name in _MOVED}
        # Part of the page -> the button that opens it.
        self._openers = {"rail": "phone-cover", "panel": "phone-save", "menu": "open-menu"}
        for part in self._openers:
            self._opens(part)
        dom.on_click("close-sheet", lambda: self._close("panel"))
        dom.listen(dom.by_id("panel"), "keydown", self._key)
        self._is_small = False  # as the markup has it
        dom.on_media(_SMALL, self._arrange)

    def _opens(self, part: str) -> None:
        dom.on_click(self._openers[part], lambda: self._toggle(part))

    def _toggle(self, part: str) -> None:
        if self._is_open(part):
            self._close(part)
        else:
            self._put(part, True)

    def _is_open(self, part: str) -> bool:
        return str(dom.by_id(self._openers[part]).getAttribute("aria-expanded")) == "true"

    def _put(self, part: str, is_open: bool) -> None:
        dom.mark_body(part, is_open)
        opener = dom.by_id(self._openers[part])
        opener.setAttribute("aria-expanded", "true" if is_open else "false")

    def _close(self, part: str) -> None:
        had_focus = dom.by_id(part).contains(dom.focused())
        self._put(part, False)
        if had_focus:
            dom.focus(self._openers[part])

    def open_panel(self) -> None:
        """Show the panel if it is hidden."""
        self._put("panel", True)

    def close_panel(self) -> None:
        """Hide the panel if the screen has no room for it beside the picture."""
        self._put("panel", False)

    def _key(self, event: "object") -> None:
        if event.key == "Escape" and self._is_open("panel"):
            self._close("panel")

    def _arrange(self, small: bool) -> None:
        if small == self._is_small:
            return
        self._is_small = small
        focused = dom.focused()
        for name in _MOVED:
            element = dom.by_id(name)
            if small:
                dom.by_id(_MOVED[name]).append(element)
            else:
                self._homes[name].insertBefore(element, self._first[name])
        # Moving an element takes the focus from it. Where it did not, giving it back would make the
        # browser lay out the whole page at the start.
        if focused is not None and dom.focused() != focused:
            dom.focus_element(focused)
