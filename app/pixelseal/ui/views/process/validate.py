"""The part Validate: images are looked at one by one and decided about. Decides nothing itself."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.process.validated_set import UNDECIDED
from pixelseal.model.process.validation import ACCEPTED, SENT_BACK
from pixelseal.ui.browser import dom, handed_in
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.process import validating
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message
from pixelseal.ui.views.process.outcome import DONE, REFUSED, Outcome
from pixelseal.ui.views.process.validate_intake import Intake
from pixelseal.ui.views.process.validate_stage import Stage

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.workbench.returned import Returned


class ValidatePart:
    """What a second person does, and what the first one learns of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.work = validating.Validating(desk.host)
        self.page = 1
        self.intake = Intake(desk.host, self.work, self._taken, self._return)
        self.decided, self.saved = Outcome("validate-decided"), Outcome("validate-saved")
        self.returned = Outcome("validate-returned")
        self.stage = Stage(self._loaded, self._not_shown, self._marked)
        self._drawn = False  # the engine's picture is shown, not the browser's own
        self._turn = 0  # of what is being shown: a late answer is about another image
        dom.on_click("validate-start", self._start)
        dom.on_click("validate-previous", lambda: self._step(-1))
        dom.on_click("validate-next", lambda: self._step(1))
        dom.on_click("validate-page", self._next_page)
        dom.on_click("validate-actual", self._actual)
        dom.on_click("validate-accept", self._accept)
        dom.on_click("validate-send-back", self._ask)
        dom.on_click("validate-mark-place", self.stage.place_by_keys)
        dom.on_click("validate-mark-remove", lambda: self._unmark())
        dom.on_click("validate-back-no", self._not_back)
        dom.on_click("validate-back-yes", self._send_back)
        dom.listen(dom.by_id("validate-note"), "keydown", self._in_note)
        dom.listen(dom.by_id("validate-look"), "keydown", self._key)
        dom.on_click("validate-save", lambda: dom.spawn(self._save()))
        handed_in.on_files("validate-return", lambda files: self._return(files[0]))

    @property
    def unsaved(self) -> bool:
        """True while decisions are in no file."""
        return self.work.unsaved

    def shown(self) -> None:
        """Offer the name that was typed elsewhere."""
        who = dom.by_id("validate-who")
        who.value = who.value or self.desk.who

    def language_changed(self) -> None:
        """Show all that was written here in another language."""
        for outcome in (self.decided, self.saved, self.returned):
            outcome.repeat()
        self.intake.language_changed()
        if self.work.images:
            self._show_texts()

    # The set

    def _taken(self) -> None:
        """Another set was taken: nothing of it is shown yet."""
        for outcome in (self.decided, self.saved):
            outcome.clear()
        self._turn += 1  # what is still being shown is of the set before
        self.stage.show(None, 1, (1, 1))
        self._not_back()
        dom.show(dom.by_id("validate-look"), False)

    # Looking

    def _start(self) -> None:
        """Begin, or go on, with what is not decided about."""
        dom.show(dom.by_id("validate-look"), True)
        if self.work.current.decision != UNDECIDED:
            self.work.on()
        self.decided.clear()
        self._show()
        dom.focus("validate-name")

    def _step(self, by: int) -> None:
        if self.work.step(by):
            self.decided.clear()
            self._show()

    def _show(self) -> None:
        """Show the image that is looked at from its first page on."""
        self._not_back()
        if not self.stage.in_sight:
            dom.by_id("validate-look").scrollIntoView()
        self.page = 1
        self.stage.put(self.work.current.mark)
        dom.put_text(dom.by_id("validate-certificate"), "")
        self._show_texts()
        dom.spawn(self._picture(by_engine=False))

    async def _picture(self, by_engine: bool) -> None:
        self._turn += 1
        turn, image, page = self._turn, self.work.current, self.page
        self._drawn = by_engine
        self.stage.show(None, page, (1, 1))
        try:
            blob = await self.work.picture(image, page, by_engine)
            if turn != self._turn:
                return
            self._drawn = blob is not image.picture
            self.stage.show(blob, page, image.sizes[page - 1])
            text = await self.work.certificate(image)
        except Failure as failure:
            if turn == self._turn:
                self.decided.refuse(failure)
            return
        if turn == self._turn:
            dom.put_text(dom.by_id("validate-certificate"), text)
            self._show_texts()

    def _loaded(self, width: int, height: int) -> None:
        image = self.work.current
        if not self._drawn and (width, height) != image.sizes[self.page - 1]:
            self._not_shown()  # the browser shows another picture than the engine
        elif self.stage.is_there:
            self.work.seen(image, self.page)
            self._show_texts()

    def _not_shown(self) -> None:
        if not self._drawn:
            dom.spawn(self._picture(by_engine=True))

    def _next_page(self) -> None:
        self.page = self.page % max(1, len(self.work.current.sizes)) + 1
        dom.spawn(self._picture(by_engine=False))

    def _actual(self) -> None:
        button = dom.by_id("validate-actual")
        on = button.getAttribute("aria-pressed") != "true"
        button.setAttribute("aria-pressed", "true" if on else "false")
        self.stage.set_actual(on)

    def _show_texts(self) -> None:
        work, image = self.work, self.work.current
        place, total = work.at + 1, len(work.images)
        name = image.pair.image
        title = words.say("validate-name", place=place, total=total, name=name)
        dom.put_text(dom.by_id("validate-name"), title)
        counts = {
            "accepted": work.count(ACCEPTED),
            "sent_back": work.count(SENT_BACK),
            "left": work.count(UNDECIDED),
        }
        dom.put_text(dom.by_id("validate-left"), words.say("validate-left", **counts))
        dom.by_id("validate-previous").disabled = place == 1
        dom.by_id("validate-next").disabled = place == total
        pages = len(image.sizes)
        button = dom.by_id("validate-page")
        dom.show(button, pages > 1)
        dom.put_text(button, words.say("validate-page", page=self.page, pages=pages))
        dom.by_id("validate-image").alt = words.say("validate-picture-of", name=name)
        if image.decision == ACCEPTED:
            self.decided.say(DONE, "validate-is-accepted")
        elif image.decision == SENT_BACK:
            self.decided.say(REFUSED, "validate-is-sent-back", note=image.note)

    # Deciding

    def _key(self, event: "object") -> None:
        if dom.takes_text(event.target) or event.ctrlKey or event.metaKey or event.altKey:
            return
        scrolls = event.target == self.stage.box and self.stage.actual
        key = event.key.lower()
        if key == "a":
            act = self._accept
        elif key == "s":
            act = self._ask
        elif key in ("arrowleft", "arrowright") and not scrolls:
            by = 1 if key == "arrowright" else -1
            act = lambda: self._step(by)  # noqa: E731
        else:
            return
        event.preventDefault()
        act()

    def _may_decide(self) -> bool:
        """True if the image was seen; else say what is missing, and bring it into sight."""
        image = self.work.current
        if image.unseen and self.stage.is_there:
            self.work.seen(image, self.page)
        if not image.unseen:
            return True
        pages = len(image.sizes)
        self.decided.say(REFUSED, "validate-look-first" if pages < 2 else "validate-all-pages")
        self.stage.box.scrollIntoView()
        return False

    def _accept(self) -> None:
        if self._may_decide() and self.work.accept():
            self._on()

    def _on(self) -> None:
        """Go on to what is not decided about yet; the last one stays."""
        self._not_back()
        if self.work.on():
            self.decided.clear()
            self._show()
        else:
            self._show_texts()
            self.decided.say(DONE, "validate-all-decided")
        dom.focus("validate-name")

    def _ask(self) -> None:
        if not self._may_decide():
            return
        self._open_form()
        dom.focus("validate-note")

    def _open_form(self) -> None:
        form = dom.by_id("validate-back")
        if form.hidden:
            dom.by_id("validate-note").value = self.work.current.note
            dom.show(form, True)
            dom.bring_into(dom.by_id("process-panels"), form)
        self.stage.set_marking(True)
        dom.show(dom.by_id("validate-mark-remove"), self.stage.mark is not None)

    def _marked(self) -> None:
        """A place was drawn, moved or taken away: what is wrong there is asked for."""
        if not self._may_decide():
            self.stage.put(self.work.current.mark)
            return
        by_key = dom.focused() == self.stage.spot
        self._open_form()
        if not by_key or self.stage.mark is None:
            dom.focus("validate-note")

    def _unmark(self) -> None:
        self.stage.put(None)
        dom.show(dom.by_id("validate-mark-remove"), False)
        dom.focus("validate-note")

    def _not_back(self) -> None:
        dom.show(dom.by_id("validate-back"), False)
        self.stage.set_marking(False)
        if self.work.images:
            self.stage.put(self.work.current.mark)

    def _in_note(self, event: "object") -> None:
        if event.key == "Enter":
            event.preventDefault()
            self._send_back()

    def _send_back(self) -> None:
        note = " ".join(str(dom.by_id("validate-note").value).split())
        if self.work.send_back(note, self.stage.mark):
            self._on()
            return
        self.decided.say(REFUSED, "validate-note-wrong")
        dom.focus("validate-note")

    # Saving

    async def _save(self) -> None:
        who, role = [str(dom.by_id("validate-" + name).value).strip() for name in ("who", "role")]
        own, desk = bool(dom.by_id("validate-own").checked), self.desk
        try:
            made, sha256 = await self.work.save(who, role, own, desk.moment())
        except PixelsealError as failure:
            self.saved.refuse(failure)
            key = str(failure.values.get("key"))
            if key in ("who", "role"):
                dom.focus("validate-" + key)
            return
        desk.who = who
        in_log = await validating.logged(desk, made, sha256)
        key = "validate-saved-logged" if in_log else "validate-saved"
        self.saved.say(DONE, key, name=validating.NAME, left=made.of.images - len(made.entries))

    # The first person

    def _return(self, file: "object") -> None:
        dom.spawn(self._opened(file))

    async def _opened(self, file: "object") -> None:
        from pixelseal.ui.workbench.returned import MAX_BYTES

        workbench = self.desk.workbench
        try:
            text = await workbench.host.text(file, MAX_BYTES)
            await workbench.validated(text or " ")
        except PixelsealError as failure:
            self.returned.refuse(failure)
            return
        returned = workbench.returned
        assert returned is not None  # for the type checker: one was just opened
        self.returned.tell(DONE, Message(_told, returned))
        if returned.here:
            dom.by_id("process").close()  # what is to be done is there


def _told(returned: "Returned") -> str:
    return words.say("returned-opened", told=returned.told())
