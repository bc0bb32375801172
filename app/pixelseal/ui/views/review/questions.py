"""What is asked in a review, and the buttons that answer. Shows and forwards; decides nothing."""

from pixelseal.model.review import FULL, QUESTIONS
from pixelseal.ui.browser import cut_name, dom
from pixelseal.ui.saving.missing import BARE, LOOKED
from pixelseal.ui.text import status_text, words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.saving.asked import Asked

_KEYS = (BARE, LOOKED) + tuple([key for key, _letters in QUESTIONS])
_AT_ONCE = 40  # names that are listed in one go


class Questions:
    """The region in which the statements stand."""

    def __init__(self, changed: "object") -> None:
        self.changed = changed  # called after something was ticked
        self.asked: "object" = None  # the Asked of the present review
        self._never = dom.by_id("gate-never-list")
        self._rows = {}  # key of a statement -> _Row
        self._takes = {}  # key of an image that was never shown before -> it, its row
        self._kept = set()  # keys of statements that stay where they are, though no longer needed
        self._pressed: "object" = None  # an image for which a button was pressed too early
        self._home: "object" = None  # where the checklist stands in the editor
        dom.listen(self._never, "change", self._taken)

    def begin(self, asked: "Asked") -> None:
        """A review begins."""
        self.asked = asked
        for name in ("gate-one", "gate-for-all", "gate-place", "gate-accept"):
            dom.show(dom.by_id(name), not asked.alone)
        box = dom.by_id("gate-statements-alone" if asked.alone else "gate-statements-all")
        self._rows = {key: _Row(key, asked, self._ticked) for key in _KEYS}
        for key in _KEYS:
            box.append(self._rows[key].element)
        self._kept = {one.key for one in asked.statements} if asked.alone else set()
        self._takes = {}
        dom.show(dom.by_id("gate-never"), bool(asked.never))
        dom.spawn(self._list_never(asked))
        checklist = dom.by_id("checklist")
        self._home = (checklist.parentElement, checklist.nextElementSibling)
        dom.by_id("checklist-at-gate").append(checklist)

    def end(self) -> None:
        """The review is over."""
        self._home[0].insertBefore(dom.by_id("checklist"), self._home[1])
        self.asked = None
        for name in ("gate-statements-alone", "gate-statements-all", "gate-never-list"):
            dom.by_id(name).replaceChildren()
        for name in ("gate-missing", "gate-left-out"):
            dom.put_text(dom.by_id(name), "")

    async def _list_never(self, asked: "Asked") -> None:
        for place, item in enumerate(asked.never):
            if place % _AT_ONCE == _AT_ONCE - 1:
                await dom.next_task()
            if self.asked is not asked:
                return
            row = dom.element("li")
            label, box = _tick(item.title)
            box.value = str(item.key)
            row.append(label)
            self._takes[item.key] = (item, row)
            self._show_take(item.key)
            self._never.append(row)

    def _ticked(self, key: str, on: bool) -> None:
        self.asked.tick(key, on)
        self.changed()

    def _taken(self, event: "object") -> None:
        key = int(event.target.value)
        self.asked.take(key, bool(event.target.checked))
        self._show_take(key)
        if self._takes[key][1].hidden:
            dom.focus("gate")  # the box that had it is gone
        self.changed()

    def _show_take(self, key: int) -> None:
        """Its row stays where it is as long as the tick in it states something."""
        item, row = self._takes[key]
        named = key in self.asked.named
        title = words.say("gate-never-since", title=item.title) if named else item.title
        dom.put_text(row.querySelector("span"), title)
        dom.show(row, named or self.asked.missing(item).never)

    def wait(self, item: "Item", making: bool) -> None:
        """Say that what was pressed cannot be meant yet, until it can be."""
        self._pressed = item
        self._show_missing(item, making)
        if self._pressed is None and not self.asked.can_save:
            dom.put_text(dom.by_id("gate-missing"), self.asked.save_label)  # says why not

    def _show_missing(self, item: "Item", making: bool) -> None:
        enough = self.asked.alone and self.asked.can_save
        if self._pressed is not item or enough or self.asked.may_state(item):
            self._pressed = None
        key = "gate-wait-making" if making else "gate-wait"
        row = self.asked.missing(item)
        if row.forbidden is not None:
            sentence = words.sentence(row.forbidden.code, row.forbidden.values)
            dom.put_text(dom.by_id("gate-missing"), sentence)  # at once: no press leads there
            return
        if row.unfinished:
            reasons = ", ".join([words.reason(letter) for letter in row.unfinished])
            text = words.say("gate-unfinished", reasons=reasons)
        else:
            text = words.say("gate-undecided" if row.undecided else key)
        dom.put_text(dom.by_id("gate-missing"), text if self._pressed is not None else "")

    # Showing

    def show(self, item: "Item", making: bool) -> None:
        """Show how far an image is, and what pressing the buttons states."""
        asked = self.asked
        dom.put_text(dom.by_id("gate-title"), asked.title)
        dom.put_text(dom.by_id("gate-lead"), asked.lead(item))
        self._show_missing(item, making)
        level = self._level(item, making)
        dom.put_text(dom.by_id("gate-level"), words.say(level, percent=item.reviewing.percent))
        dom.show(dom.by_id("gate-level-why"), level == "gate-shown")
        dom.put_text(dom.by_id("gate-marks"), _marks(item))
        result = item.finished
        found = status_text.result_lead(result.report) if result is not None else ""
        dom.put_text(dom.by_id("gate-found"), found)
        dom.by_id("gate-next-part").disabled = item.reviewing.seen or result is None
        statements = asked.statements
        for statement in statements:
            self._rows[statement.key].put(statement)
        needed = {one.key for one in statements} | self._kept
        for key in _KEYS:
            self._rows[key].show(key in needed, key in asked.ticked)
        dom.show(dom.by_id("gate-lead"), bool(needed) or not asked.alone)
        if not asked.alone:
            self._show_one(item)
        save, both = dom.by_id("gate-save"), dom.by_id("gate-both")
        dom.put_text(save, asked.save_label)
        dom.put_text(dom.by_id("gate-both-dash"), " –" if asked.states else "")
        dom.put_text(dom.by_id("gate-both-states"), asked.states)
        # What was begun and not finished is said by the press, which leads there.
        can = asked.can_save or (asked.alone and asked.unfinished is not None)
        if not can and dom.focused() in (save, both):
            dom.focus("gate")
        save.disabled = both.disabled = not can
        # The button to press next stands out.
        save.className = "primary" if asked.alone or asked.complete else ""
        dom.by_id("gate-accept").className = "" if asked.complete else "primary"
        dom.show(both, asked.for_image)

    def show_read(self, read: "int | None", waiting: bool) -> None:
        """Show how many finished images were read again, None if none can be; or how not to wait.

        After `show`.
        """
        asked, text = self.asked, ""
        if read is not None and not asked.alone:
            text = words.say("gate-read-count", read=read, total=len(asked.items))
        dom.put_text(dom.by_id("gate-read-count"), text)
        if waiting:
            dom.put_text(dom.by_id("gate-save"), words.say("gate-save-unread"))

    def _show_one(self, item: "Item") -> None:
        asked = self.asked
        place, total = asked.place(item), len(asked.items)
        text = words.say("gate-place", place=place, total=total, title=item.title)
        place_now = dom.by_id("gate-place")
        if place_now.textContent != text:
            cut_name.put(place_now, text)
        accept = dom.by_id("gate-accept")
        dom.put_text(accept, asked.accept_label(item))
        unfinished = bool(asked.missing(item).unfinished)
        accept.disabled = not (unfinished or asked.accepted(item) or asked.may_state(item))
        if item.key in self._takes:
            self._show_take(item.key)
        left = asked.never_count
        by_name = left > 0 or bool(asked.named)
        dom.show(dom.by_id("gate-never"), by_name)
        dom.show(dom.by_id("gate-for-all"), by_name or bool(asked.statements))
        dom.put_text(dom.by_id("gate-never-title"), words.say("gate-never", count=left))
        out = total - asked.count
        dom.put_text(dom.by_id("gate-left-out"), words.say("gate-left-out", count=out))

    def _level(self, item: "Item", making: bool) -> str:
        """The catalogue's key for how far it was looked at."""
        if making:
            return "gate-making"
        if item.finished is None:
            return "gate-failed"
        if item.dim and not item.bright:
            return "dim"
        if not self.asked.shown(item):
            return "gate-not-shown"
        return "gate-seen" if item.reviewing.shown == FULL else "gate-shown"


class _Row:
    """One statement with its box, and the images that it is about if there are several."""

    def __init__(self, key: str, asked: "Asked", ticked: "object") -> None:
        self.element = dom.element("li", "", "statement")
        label, self._box = _tick("")
        self._text = label.lastElementChild
        self._box.id = "gate-" + key
        self._statement: "object" = None  # what is shown
        self.element.append(label)
        self._names: "object" = None
        if not asked.alone:
            self._names = dom.element("details", "", "gate-names")
            self._summary = dom.element("summary")
            self._list = dom.element("ul", "", "names")
            self._list.tabIndex = 0  # so that keys can scroll it
            self._names.append(self._summary)
            self._names.append(self._list)
            self.element.append(self._names)
            dom.listen(self._names, "toggle", lambda event: dom.spawn(self._fill()))
        dom.listen(self._box, "change", lambda event: ticked(key, bool(self._box.checked)))

    def put(self, statement: "object") -> None:
        """Show what it says."""
        dom.put_text(self._text, statement.text)
        before, self._statement = self._statement, statement
        if self._names is not None and (before is None or before.version != statement.version):
            dom.put_text(self._summary, words.say("gate-names", count=statement.count))
            dom.spawn(self._fill())

    def show(self, needed: bool, ticked: bool) -> None:
        """Show or hide it."""
        dom.show(self.element, needed)
        if self._box.checked != ticked:
            self._box.checked = ticked

    async def _fill(self) -> None:
        statement = self._statement
        if not self._names.open or statement is None:
            return
        self._list.replaceChildren()
        for place, item in enumerate(statement.items):
            if place % _AT_ONCE == _AT_ONCE - 1:
                await dom.next_task()
                if self._statement.version != statement.version or not self._names.open:
                    return  # they are listed again, or not at all
            self._list.append(dom.element("li", item.title))


def _marks(item: "Item") -> str:
    records = item.editor.records
    reasons: "list[str]" = []
    for key in sorted(records):
        for code in getattr(records[key], "reasons", ()):
            name = words.reason(code)
            if name not in reasons:
                reasons.append(name)
    key = "gate-marks-for" if reasons else "gate-marks"
    return words.say(key, count=len(records), reasons=", ".join(reasons))


def _tick(text: str) -> "tuple[object, object]":
    """A label with a box to tick, and the box."""
    label, box = dom.element("label"), dom.element("input")
    box.type = "checkbox"
    label.append(box)
    label.append(dom.element("span", text))
    return label, box
