"""The panel's tabs: marks, what the file carries, the check before saving. One is open at a time.

As the pattern of WAI-ARIA has it: Tab reaches the open one, the arrow keys open the others.
"""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import status_text, words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item

MARKS = "marks"
FILE = "file"
CHECK = "check"
_TABS = (MARKS, FILE, CHECK)
_STEPS = {"ArrowRight": 1, "ArrowDown": 1, "ArrowLeft": -1, "ArrowUp": -1}


class Tabs:
    """Which part of the panel is shown, and what its tabs say about the image."""

    def __init__(self, opened: "Callable[[], None]") -> None:
        self._opened = opened  # called after a tab was opened from outside of the panel
        for name in _TABS:
            self._tab(name)
        dom.on_click("carries-short", lambda: self.bring(FILE))

    def _tab(self, name: str) -> None:
        tab = dom.by_id("tab-" + name)
        dom.listen(tab, "click", lambda _event: self.open(name))
        dom.listen(tab, "keydown", lambda event: self._key(name, event))

    def _key(self, name: str, event: "object") -> None:
        place, last = _TABS.index(name), len(_TABS) - 1
        if event.key in _STEPS:
            to = _TABS[(place + _STEPS[event.key]) % len(_TABS)]
        elif event.key in ("Home", "End"):
            to = _TABS[0 if event.key == "Home" else last]
        else:
            return
        event.preventDefault()
        self.open(to)
        dom.focus("tab-" + to)

    def open(self, name: str) -> None:
        """Show one part of the panel."""
        for other in _TABS:
            tab = dom.by_id("tab-" + other)
            tab.setAttribute("aria-selected", "true" if other == name else "false")
            tab.tabIndex = 0 if other == name else -1
            dom.show(dom.by_id("tab-" + other + "-panel"), other == name)

    def bring(self, name: str) -> None:
        """Show one part of the panel, and the panel itself if it is hidden."""
        self.open(name)
        self._opened()

    def show(self, item: "Item") -> None:
        """Show on the tabs how much each part contains for an image."""
        found = status_text.carried(item.inspection)
        texts = {
            MARKS: words.say("tab-marks", count=len(item.editor.records)),
            FILE: words.say("tab-file", count=len(found)),
            CHECK: words.say("tab-check"),
        }
        for name in _TABS:
            dom.put_text(dom.by_id("tab-" + name), texts[name])
        short = dom.by_id("carries-short")
        dom.put_text(short, status_text.carries_short(found))
        dom.show(short, bool(found) and item.current_result is None)
