"""The Help dialog, and its list of keys from the table. Handles no key."""

from pixelseal.model import catalogue
from pixelseal.ui.browser import dom
from pixelseal.ui.editor.key_table import CANVAS, PAGE, REVIEW, ROWS, STRIP, TO, WITH, Row
from pixelseal.ui.text import words

_SIGNS = {"ArrowLeft": "←", "ArrowRight": "→"}


class Help:
    """The dialog behind the Help button, and the list, which is made when it is first opened."""

    def __init__(self) -> None:
        self.dialog = dom.by_id("help")
        self._control = "cmd" if dom.is_mac() else "ctrl"
        self._listed = False
        dom.on_click("help-close", lambda: self.dialog.close())

    def open(self) -> None:
        """Open the dialog."""
        if not self._listed:
            self._listed = True
            for where in (CANVAS, PAGE, STRIP, REVIEW):
                body = dom.by_id("keys-" + where)
                for row in ROWS:
                    if row.where == where:
                        body.append(self._row(row))
        self.dialog.showModal()

    def _row(self, row: Row) -> "object":
        line, head = dom.element("tr"), dom.element("th")
        head.scope = "row"
        for cap in row.caps:
            head.append(cap if cap in (" ", WITH, TO) else self._cap(cap))
        does = dom.element("td")
        # Translated with the markup (pixelseal.ui.views.language).
        does.setAttribute("data-text", row.does)
        dom.put_pieces(does, catalogue.pieces(words.say(row.does)))
        line.append(head)
        line.append(does)
        return line

    def _cap(self, cap: str) -> "object":
        name = self._control if cap == "ctrl" else cap
        if len(name) == 1 or name in _SIGNS:
            return dom.element("kbd", _SIGNS.get(name, name))
        made = dom.element("span" if name == "drag" else "kbd", words.say("cap-" + name))
        made.setAttribute("data-text", "cap-" + name)
        return made
