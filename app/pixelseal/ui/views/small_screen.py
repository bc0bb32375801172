"""A phone's page: one bar under the picture; tools and panel open on request.

The style sheet decides between the two layouts with its media queries; here is only what it
cannot move.
"""

from pixelseal.ui.browser import dom

# As in static/style.css.
_SMALL = "(max-width: 699.98px)"
# Element -> its place in the bar of a small screen, among its tools, or at its top. On other
# screens it stays in its own place.
_MOVED = {
    "undo": "undo-at-bar",
    "compare": "compare-at-bar",
    "proposals": "proposals-at-bar",
    "find-tools": "find-at-rail",
    "gate-back": "gate-back-at-top",
}
# What begins to save, from the panel: what becomes of it is said and shown behind that.
_SAVES = ("save-image", "save-both", "save-certificate", "save-record", "save-all", "save-folder")


class SmallScreen:
    """Which parts of a small screen are open: the tools, the panel, the menu."""

    def __init__(self) -> None:
        self._homes = {name: dom.by_id(name).parentElement for name in _MOVED}
        self._first = {name: dom.by_id(name).nextElementSibling for name in _MOVED}
        # Part of the page -> the button that opens it.
        self._openers = {"rail": "phone-cover", "panel": "phone-more", "menu": "open-menu"}
        self._is_small = False  # as the markup has it
        for part in self._openers:
            self._opens(part)
        for name in _SAVES:
            dom.on_click(name, self._saves)
        dom.on_click("phone-save", self._save)
        dom.on_click("close-sheet", lambda: self._close("panel"))
        dom.on_media(_SMALL, self._arrange)

    def _opens(self, part: str) -> None:
        opener = dom.by_id(self._openers[part])
        dom.on_click(self._openers[part], lambda: self._toggle(part))
        for element in (opener, dom.by_id(part)):
            dom.listen(element, "keydown", lambda event: self._key(part, event))

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

    def show(self) -> None:
        """Show whether the bar's Save can be pressed; after the buttons of the panel are shown."""
        dom.by_id("phone-save").disabled = dom.by_id("save-image").disabled and not self._several

    @property
    def _several(self) -> bool:
        """True if there is more than one image that can be saved."""
        return not dom.by_id("save-all").hidden

    def _save(self) -> None:
        """One image is saved by this press; of several, the panel asks which."""
        if self._several:
            self.open_panel()
            dom.focus("save-card")
        else:
            dom.by_id("save-image").click()

    def _saves(self) -> None:
        if self._is_small:
            self._close("panel")

    def _key(self, part: str, event: "object") -> None:
        if event.key == "Escape" and self._is_small and self._is_open(part):
            event.stopPropagation()  # it is meant for nothing else
            self._close(part)

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
