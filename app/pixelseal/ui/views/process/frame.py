"""The dialog Process and its tabs. Knows what its parts are called, and nothing of what they do.

A part is imported, and its template unfolded (static/process), when somebody opens its tab first.
It has `shown()`, called each time it comes into view, and `language_changed()`.
"""

from pixelseal.ui.browser import dom, spoken_markup
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.text import words
from pixelseal.ui.views.first_use import FirstUse

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.workbench.workbench import Workbench

_STEPS = {"ArrowRight": 1, "ArrowDown": 1, "ArrowLeft": -1, "ArrowUp": -1}


def _preparation(desk: Desk) -> "object":
    from pixelseal.ui.views.process.preparation import PreparationPart

    return PreparationPart(desk)


def _package(desk: Desk) -> "object":
    from pixelseal.ui.views.process.package import PackagePart

    return PackagePart(desk)


def _receive(desk: Desk) -> "object":
    from pixelseal.ui.views.process.receive import ReceivePart

    return ReceivePart(desk)


def _log(desk: Desk) -> "object":
    from pixelseal.ui.views.process.log import LogPart

    return LogPart(desk)


def _sign(desk: Desk) -> "object":
    from pixelseal.ui.views.process.sign import SignPart

    return SignPart(desk)


def _report(desk: Desk) -> "object":
    from pixelseal.ui.views.process.report import ReportPart

    return ReportPart(desk)


def _validate(desk: Desk) -> "object":
    from pixelseal.ui.views.process.validate import ValidatePart

    return ValidatePart(desk)


def _practice(desk: Desk) -> "object":
    from pixelseal.ui.views.process.practice import PracticePart

    return PracticePart(desk)


# Each part's name, which is that of its template and, with "process-" before it, of its tab's
# words; and what makes it. In the order of the work.
PARTS: "tuple[tuple[str, Callable[[Desk], object]], ...]" = (
    ("preparation", _preparation),
    ("validate", _validate),
    ("package", _package),
    ("receive", _receive),
    ("log", _log),
    ("sign", _sign),
    ("report", _report),
    ("practice", _practice),
)


class ProcessView:
    """The dialog behind the button Process."""

    def __init__(self, workbench: "Workbench", go: "Callable[[Item], None]") -> None:
        self.desk = desk = Desk(workbench, go)
        self.dialog = dom.by_id("process")
        self.parts = {name: FirstUse(_making(name, make, desk)) for name, make in PARTS}
        self.opened = PARTS[0][0]
        self._names = [name for name, _make in PARTS]
        for name in self._names:
            self._tab(name)
        dom.on_click("process-close", lambda: self.dialog.close())
        dom.on_window("beforeunload", self._leaving)

    def _tab(self, name: str) -> None:
        tab = dom.element("button", words.say("process-" + name), "process-tab")
        tab.type, tab.id = "button", "process-tab-" + name
        tab.setAttribute("role", "tab")
        tab.setAttribute("data-text", "process-" + name)
        tab.setAttribute("aria-controls", "process-panel-" + name)
        panel = dom.element("div", "", "process-panel")
        panel.id = "process-panel-" + name
        panel.setAttribute("role", "tabpanel")
        panel.setAttribute("aria-labelledby", tab.id)
        dom.show(panel, False)
        dom.by_id("process-tabs").append(tab)
        dom.by_id("process-panels").append(panel)
        dom.listen(tab, "click", lambda _event: self.bring(name))
        dom.listen(tab, "keydown", lambda event: self._key(name, event))

    def _key(self, name: str, event: "object") -> None:
        place, last = self._names.index(name), len(self._names) - 1
        if event.key in _STEPS:
            to = self._names[(place + _STEPS[event.key]) % len(self._names)]
        elif event.key in ("Home", "End"):
            to = self._names[0 if event.key == "Home" else last]
        else:
            return
        event.preventDefault()
        self.bring(to)
        dom.focus("process-tab-" + to)

    def _leaving(self, event: "object") -> None:
        if self.unsaved:
            event.preventDefault()
            event.returnValue = "unsaved"  # for older WebKit

    @property
    def unsaved(self) -> bool:
        """True while something would be lost with the page."""
        parts = [self.parts[name].made for name in self._names]
        own = any(getattr(part, "unsaved", False) for part in parts)
        return own or self.desk.log.unsaved or self.desk.workbench.project.unsaved

    def open(self, name: str = "") -> None:
        """Show the dialog, with a part or with the one that was open last."""
        self.dialog.showModal()
        self.bring(name or self.opened)

    def bring(self, name: str) -> None:
        """Show one part."""
        self.opened = name
        for other in self._names:
            tab = dom.by_id("process-tab-" + other)
            tab.setAttribute("aria-selected", "true" if other == name else "false")
            tab.tabIndex = 0 if other == name else -1
            dom.show(dom.by_id("process-panel-" + other), other == name)
        _bring_tab(name)
        self.parts[name]().shown()

    def language_changed(self) -> None:
        """Show again, in another language, what was written by the parts."""
        for name in self._names:
            if self.parts[name].made is not None:
                self.parts[name].made.language_changed()


def _making(name: str, make: "Callable[[Desk], object]", desk: Desk) -> "Callable[[], object]":
    def made() -> "object":
        inside = dom.unfolded("process-" + name)
        spoken_markup.fill(inside)
        dom.by_id("process-panel-" + name).append(inside)
        return make(desk)

    return made


def _bring_tab(name: str) -> None:
    """Scroll the row of tabs, and nothing around it, until that one is visible."""
    row = dom.by_id("process-tabs")
    whole = row.getBoundingClientRect()
    tab = dom.by_id("process-tab-" + name).getBoundingClientRect()
    if tab.right > whole.right:
        row.scrollLeft += tab.right - whole.right
    elif tab.left < whole.left:
        row.scrollLeft -= whole.left - tab.left
