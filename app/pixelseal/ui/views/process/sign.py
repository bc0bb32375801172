"""The part Sign: makes and opens a key, signs files with it. Decides nothing about either.

A passphrase leaves its field as soon as it is used, and every field is emptied when the dialog is
closed or the part comes into view.
"""

from pixelseal.model.errors import PixelsealError
from pixelseal.ui.browser import dom, dropped, handed_in
from pixelseal.ui.browser.subtle import Subtle
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.signer import KEY_NAME, LINE_NAME, Chosen, Signer
from pixelseal.ui.text import words
from pixelseal.ui.views.process.outcome import BUSY, DONE, REFUSED, Outcome
from pixelseal.ui.workbench import verifying

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from collections.abc import Awaitable, Callable

_SHOWN = 200  # of what was chosen: more would hold up the page
_FIELDS = ("sign-passphrase", "sign-new", "sign-again")


class SignPart:
    """What can be done with a key."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.signer = Signer(desk.host, Subtle())
        self.outcome, self.told = Outcome("sign-outcome"), Outcome("sign-files-outcome")
        self.making = Outcome("sign-make-outcome")
        self.busy, self.able = False, True
        handed_in.on_files("sign-key-file", lambda files: self._start(self._read, files[0]))
        dom.on_click("sign-open", lambda: self._start(self._open))
        dom.listen(dom.by_id("sign-passphrase"), "keydown", self._key)
        dom.on_click("sign-make", lambda: self._start(self._make))
        dom.on_click("sign-save-line", self._save_line)
        dom.on_click("sign-save-key", self._save_key)
        dom.on_click("sign-forget", self._forget)
        dom.listen(dom.by_id("sign-line"), "focus", lambda event: event.target.select())
        handed_in.on_files("sign-files", self._choose)
        dom.on_click("sign-log", lambda: self._start(self._log))
        dom.on_click("sign-now", lambda: self._start(self._sign))
        dom.on_click("sign-clear", self._clear)
        dom.listen(dom.by_id("process-panel-sign"), "drop", self._dropped)
        dom.listen(dom.by_id("process"), "close", lambda _event: _empty())
        dom.spawn(self._look_at_browser())

    def shown(self) -> None:
        """Show the key and the files as they are."""
        _empty()
        self._show()

    def language_changed(self) -> None:
        """Show all that was written here in another language."""
        for outcome in (self.outcome, self.making, self.told):
            outcome.repeat()
        self._show()

    async def _look_at_browser(self) -> None:
        self.able = await self.signer.subtle.is_able()
        if not self.able:
            self.outcome.say(REFUSED, "sign-not-here")
            self._show()

    def _start(self, act: "Callable[..., Awaitable[None]]", *values: "object") -> None:
        """Begin an act, unless one goes on."""
        if not self.busy:
            self.busy = True
            dom.spawn(self._through(act, values))

    async def _through(self, act: "Callable[..., Awaitable[None]]", values: "tuple") -> None:
        try:
            await act(*values)
        finally:
            self.busy = False
            self._show()

    # The key

    async def _read(self, file: "object") -> None:
        self.outcome.clear()
        try:
            await self.signer.read(file)
        except PixelsealError as refused:
            self.outcome.refuse(refused)
            return
        self._show()
        dom.focus("sign-passphrase")

    def _key(self, event: "object") -> None:
        if event.key == "Enter":
            event.preventDefault()
            self._start(self._open)

    async def _open(self) -> None:
        passphrase = _taken("sign-passphrase")
        self.outcome.say(BUSY, "sign-opening")
        try:
            await self.signer.open(passphrase)
        except PixelsealError as refused:
            self.outcome.refuse(refused)
            dom.focus("sign-passphrase")
            return
        self.outcome.say(DONE, "sign-is-open")
        self._opened()

    async def _make(self) -> None:
        first, again = _taken("sign-new"), _taken("sign-again")
        self.making.say(BUSY, "sign-making")
        try:
            await self.signer.make(first, again)
        except PixelsealError as refused:
            self.making.refuse(refused)
            dom.focus("sign-new")
            return
        self.outcome.say(DONE, "sign-made", name=KEY_NAME)
        self._opened()

    def _opened(self) -> None:
        self.told.clear()
        self.making.clear()
        self._show()
        dom.focus("sign-forget")

    def _save_line(self) -> None:
        self.signer.save_line()
        self.outcome.say(DONE, "sign-line-saved", name=LINE_NAME)

    def _save_key(self) -> None:
        self.signer.save_key()
        self.outcome.say(DONE, "sign-made", name=KEY_NAME)

    def _forget(self) -> None:
        self.signer.forget()
        self.told.clear()
        self.outcome.say(DONE, "sign-forgotten")
        self._show()
        dom.focus("sign-key-file")

    # The files

    def _choose(self, files: "object") -> None:
        self._start(self._look_at, [(str(file.name), file) for file in files])

    def _dropped(self, event: "object") -> None:
        event.preventDefault()
        event.stopPropagation()
        dom.mark_body("dragging", False)
        found, folders = dropped.sorted_out(event.dataTransfer)
        self._start(self._gathered, [(str(file.name), file) for file in found], folders)

    async def _gathered(self, files: "list", folders: "list") -> None:
        if self.signer.is_open:
            slices = TimeSlices(self.desk.host)
            for tree, start in folders:
                await verifying.within(tree, await tree.root(start), files, [], slices)
            await self._look_at(files)

    async def _log(self) -> None:
        book = self.desk.log
        if book.unsaved:
            self.told.say(REFUSED, "sign-log-unsaved")
        else:
            await self._look_at([(book.name, await book.content())])

    async def _look_at(self, files: "list[tuple[str, object]]") -> None:
        self.told.say(BUSY, "sign-looking")
        await self.signer.choose(files)
        self.told.clear()

    def _clear(self) -> None:
        self.signer.clear()
        self.told.clear()
        self._show()

    async def _sign(self) -> None:
        self.told.say(BUSY, "sign-signing")
        try:
            name, count = await self.signer.sign()
        except PixelsealError as refused:
            self.told.refuse(refused)
            return
        self.told.say(DONE, "sign-signed", name=name, count=count)

    # Showing

    def _show(self) -> None:
        signer = self.signer
        dom.show(dom.by_id("sign-unlock"), signer.is_read)
        dom.show(dom.by_id("sign-unlock-buttons"), signer.is_read)
        for name in ("sign-open-part", "sign-make-part"):
            dom.show(dom.by_id(name), self.able and not signer.is_open)
        dom.show(dom.by_id("sign-key-part"), signer.is_open)
        dom.show(dom.by_id("sign-files-part"), signer.is_open)
        dom.show(dom.by_id("sign-save-key"), bool(signer.made))
        if signer.is_open:
            dom.put_text(dom.by_id("sign-fingerprint"), signer.fingerprint)
            dom.by_id("sign-line").value = signer.line
        dom.show(dom.by_id("sign-log"), self.desk.log.is_open)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen, count = self.signer.chosen, len(self.signer.taken)
        box = dom.by_id("sign-chosen")
        box.replaceChildren()
        for one in chosen[:_SHOWN]:
            box.append(_row(one))
        more = len(chosen) - _SHOWN
        dom.put_text(dom.by_id("sign-more"), words.say("sign-more", count=more) if more > 0 else "")
        button = dom.by_id("sign-now")
        dom.put_text(button, words.say("sign-now", count=count))
        button.disabled = self.busy or not count
        dom.show(dom.by_id("sign-clear"), bool(chosen))


def _row(one: Chosen) -> "object":
    row = dom.element("li")
    row.dataset.refused = "no" if one.refused is None else "yes"
    row.append(dom.element("strong", one.name))
    if one.refused is None:
        said = words.say("sign-certificate" if one.is_certificate else "sign-other")
    else:
        said = words.sentence(one.refused.code, one.refused.values)
    row.append(" ", dom.element("span", said))
    return row


def _taken(name: str) -> str:
    """What stands in a field, which is empty then."""
    field = dom.by_id(name)
    text, field.value = str(field.value), ""
    return text


def _empty() -> None:
    for name in _FIELDS:
        dom.by_id(name).value = ""
