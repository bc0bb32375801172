"""The part Log: opens a log, adds lines, shows and exports it. Decides nothing about a line."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import events, log_export
from pixelseal.model.project.preparation import BASES
from pixelseal.ui.browser import dom, handed_in
from pixelseal.ui.process import log_book
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message
from pixelseal.ui.views.process.outcome import BUSY, DONE, REFUSED, Outcome

_SHOWN = 200  # of the last lines: thousands would hold up the page, and an export has them all
_CHOICES = {"basis": BASES, "outcome": events.OUTCOMES}


class LogPart:
    """What can be done with a log."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.book = desk.log
        self.outcome, self.added = Outcome("log-outcome"), Outcome("log-add-outcome")
        self.fields: "dict[str, object]" = {}  # by the name of the fact
        self.events = dom.by_id("log-event")
        self._fill_events()
        dom.listen(self.events, "change", lambda _event: self._ask())
        handed_in.on_files("log-file", lambda files: dom.spawn(self._open(files[0])))
        dom.on_click("log-begin", lambda: dom.spawn(self._begin()))
        dom.on_click("log-add", self._add)
        dom.on_click("log-save", lambda: dom.spawn(self._save()))
        for kind in log_export.KINDS:
            self._export_button(kind)

    def _export_button(self, kind: str) -> None:
        dom.on_click("log-" + kind, lambda: dom.spawn(self._export(kind)))

    def shown(self) -> None:
        """Show the log as it is now: other parts add lines, too."""
        self._show()

    def language_changed(self) -> None:
        """Show all that was written here in another language."""
        self._fill_events()
        self.outcome.repeat()
        self.added.repeat()
        self._show()

    # Opening

    async def _begin(self) -> None:
        if not await self._may_leave():
            return
        try:
            self.book.begin(self.desk.moment())
        except PixelsealError as failure:
            self.outcome.refuse(failure)
            return
        self.outcome.say(DONE, "log-was-begun")
        self._shown_anew()

    async def _open(self, file: "object") -> None:
        if not await self._may_leave():
            return
        self.outcome.say(BUSY, "log-checking")
        try:
            await self.book.open(file, str(file.name), dom.by_id("log-head").value.strip())
        except PixelsealError as failure:
            self.outcome.refuse(failure)
            return
        self.outcome.say(DONE, "log-is-whole", count=len(self.book.lines))
        self._shown_anew()

    async def _may_leave(self) -> bool:
        if not self.book.unsaved:
            return True
        answers = words.say("log-leave"), words.say("go-back")
        return await self.desk.host.ask(words.say("log-leave-question"), *answers)

    def _shown_anew(self) -> None:
        self.added.clear()
        self._ask()
        self._show()

    # Adding

    def _fill_events(self) -> None:
        chosen = self.events.value
        self.events.replaceChildren()
        for event in events.ADDED:
            option = dom.element("option", words.say("log-event-" + event))
            option.value = event
            self.events.append(option)
        if chosen:
            self.events.value = chosen
        typed = [(name, self.fields[name].value) for name in self.fields]
        self._ask()
        for name, value in typed:
            self.fields[name].value = value

    def _ask(self) -> None:
        """Show a field for each fact of the chosen event."""
        box = dom.by_id("log-facts")
        box.replaceChildren()
        self.fields = {}
        for name in events.facts_of(self.events.value):
            label = dom.element("label", "", "field")
            label.append(dom.element("span", words.say("log-fact-" + name)))
            self.fields[name] = self._field(name)
            label.append(self.fields[name])
            box.append(label)

    def _field(self, name: str) -> "object":
        if name in _CHOICES or events.kind(name) == "flag":
            field = dom.element("select")
            for value, text in self._choices(name):
                option = dom.element("option", text)
                option.value = value
                field.append(option)
            return field
        field = dom.element("input")
        field.type = "number" if events.kind(name) == "count" else "text"
        if name == "who":
            field.value = self.desk.who
        if events.is_open(name):
            field.placeholder = words.say("log-fact-open")
        return field

    def _choices(self, name: str) -> "list[tuple[str, str]]":
        if events.kind(name) == "flag":
            return [("no", words.say("log-no")), ("yes", words.say("log-yes"))]
        rows = [(value, words.say("log-{}-{}".format(name, value))) for value in _CHOICES[name]]
        return ([("", words.say("log-not-said"))] if events.is_open(name) else []) + rows

    def _add(self) -> None:
        facts = {name: self._given(name) for name in self.fields}
        try:
            line = self.book.add(self.desk.moment(), self.events.value, facts)
        except PixelsealError as failure:
            key = str(failure.values.get("key"))
            if key in self.fields:
                self.added.tell(REFUSED, Message(_wrong, key))
                dom.focus_element(self.fields[key])
            else:
                self.added.refuse(failure)
            return
        self.desk.who = str(facts.get("who") or self.desk.who)
        self.added.say(DONE, "log-line-added", line=line.seq)
        self._ask()
        self._show()

    def _given(self, name: str) -> "object":
        text = str(self.fields[name].value).strip()
        if not text and events.is_open(name):
            return None
        if events.kind(name) == "flag":
            return text == "yes"
        if events.kind(name) == "count" and text.isdigit() and len(text) <= 7:
            return int(text)
        return text

    # Showing and saving

    def _show(self) -> None:
        is_open = self.book.is_open
        dom.show(dom.by_id("log-add-part"), is_open)
        dom.show(dom.by_id("log-lines-part"), is_open)
        dom.put_text(dom.by_id("log-means"), self._means() if is_open else "")
        dom.put_text(dom.by_id("log-head-now"), self.book.head)
        box = dom.by_id("log-lines")
        box.replaceChildren()
        last = self.book.lines[-_SHOWN:]
        for line in reversed(last):
            box.append(dom.element("li", log_book.shown(line)))
        earlier = len(self.book.lines) - len(last)
        text = words.say("log-earlier", count=earlier) if earlier else ""
        dom.put_text(dom.by_id("log-earlier"), text)

    def _means(self) -> str:
        said = [words.say("log-whole-since" if self.book.compared else "log-whole-means")]
        back = self.book.dated_back()
        if back:
            numbers = ", ".join([str(number) for number in back[:10]])
            numbers += ", …" if len(back) > 10 else ""
            said.append(words.say("log-dated-back", count=len(back), lines=numbers))
        return " ".join(said)

    async def _save(self) -> None:
        name = await self.book.save()
        self.outcome.say(DONE, "log-saved", name=name)

    async def _export(self, kind: str) -> None:
        name = await self.book.export(kind)
        self.outcome.say(DONE, "log-saved", name=name)


def _wrong(name: str) -> str:
    return words.say("log-fact-wrong", fact=words.say("log-fact-" + name))
