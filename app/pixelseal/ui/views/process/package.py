"""The part Hand over: what goes into a package, its form, and saving it. Decides nothing."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import values
from pixelseal.model.process.validation import ACCEPTED, SENT_BACK
from pixelseal.ui.browser import dom, handed_in
from pixelseal.ui.process import packing, zip_files
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.noting import noted
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message
from pixelseal.ui.views.process import handing_in, rows
from pixelseal.ui.views.process.outcome import BUSY, DONE, REFUSED, Outcome

_FIELDS = ("to", "method", "purpose", "who")


class PackagePart:
    """What is handed over."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.work = packing.Packing(desk.host)
        self.looked, self.packed = Outcome("package-outcome"), Outcome("package-packed")
        self._sent: "dict[str, object] | None" = None  # facts of what was packed last
        self._busy = False
        handing_in.listen(desk.host, "package", "package", self._given)
        self.validated = Outcome("package-validated")
        handed_in.on_files(
            "package-validation", lambda files: dom.spawn(self._validation(files[0]))
        )
        dom.on_click("package-from-page", lambda: dom.spawn(self._from_page()))
        dom.on_click("package-pack", lambda: dom.spawn(self._pack()))
        dom.on_click("package-sent", self._log_sent)

    def shown(self) -> None:
        """Offer the name that was typed elsewhere."""
        if not dom.by_id("package-who").value:
            dom.by_id("package-who").value = self.desk.who
        there = packing.is_saved_here(self.desk.workbench.queue.items)
        dom.by_id("package-from-page").disabled = not there
        policy = self.desk.workbench.queue.in_force.policy
        if self.work.accepted is None and policy is not None and policy.second_person:
            self.validated.say(REFUSED, "package-validation-asked", policy=policy.name)
        elif self.work.accepted is None:
            self.validated.clear()

    def language_changed(self) -> None:
        """Show all that was written here in another language."""
        self.looked.repeat()
        self.packed.repeat()
        self.validated.repeat()
        dom.spawn(self._show())

    async def _validation(self, blob: "object") -> None:
        try:
            await self.work.take_validation(blob)
        except PixelsealError as failure:
            self.validated.refuse(failure)
            return
        found = self.work.accepted
        assert found is not None  # for the type checker: it was just taken
        told = {"who": found.who, "accepted": found.count(ACCEPTED), "back": found.count(SENT_BACK)}
        self.validated.say(DONE, "package-validation-is", **told)

    async def _from_page(self) -> None:
        found = await packing.saved_here(self.desk.host, self.desk.workbench.queue.items)
        await self._given(found, [])

    async def _given(self, files: "list", folders: "list") -> None:
        if self._busy:
            return
        self._busy = True
        self._sent = None
        self.packed.clear()
        dom.show(dom.by_id("package-sent-part"), False)

        def going(done: int, total: int) -> None:
            self.looked.say(BUSY, "package-looking", done=done, total=total)

        try:
            going(0, len(files))
            found = await zip_files.gathered(self.desk.host, files, folders, going)
            await self.work.look(found, going)
            await self._show()
            self._say_looked()
        except PixelsealError as failure:
            self.looked.refuse(failure)
        finally:
            self._busy = False

    def _say_looked(self) -> None:
        if self.work.refused:
            self.looked.say(REFUSED, "pack-refused", count=self.work.refused)
        elif not self.work.contents:
            self.looked.say(REFUSED, "package-none")
        else:
            self.looked.say(DONE, "package-ready", count=self.work.images)

    async def _show(self) -> None:
        await rows.show(self.desk.host, "package-rows", self.work.rows, _kind, _told)

    async def _pack(self) -> None:
        if self._busy:
            return
        typed = {name: str(dom.by_id("package-" + name).value).strip() for name in _FIELDS}
        for name in _FIELDS:
            may_be_empty = name == "who" and not typed[name] and not self.desk.log.is_open
            if not may_be_empty and not values.is_text(typed[name]):
                self._refuse(name)
                return
        self._busy = True
        try:
            at = self.desk.moment()
            head = self.desk.log.head or None
            given = dict(typed, who=typed["who"] or None)
            await self.work.require_accepted(self.desk.workbench.queue.in_force.policy)
            await self._show()
            packed, name = await self.work.pack(given, at, head)
        except PixelsealError as failure:
            self.packed.refuse(failure)
            return
        finally:
            self._busy = False
        self.desk.who = typed["who"]
        count, manifest = self.work.images, packed.manifest
        self._sent = dict(typed, manifest=manifest)
        facts = {"who": typed["who"], "images": count, "manifest": manifest}
        logged = noted(self.desk, "packed", facts)
        self._tell("package-saved", logged, name=name, count=count, manifest=manifest)
        dom.show(dom.by_id("package-sent-part"), True)

    def _refuse(self, name: str) -> None:
        def said() -> str:
            return words.say("package-text", field=words.say("package-" + name))

        self.packed.tell(REFUSED, Message(said))
        dom.focus("package-" + name)

    def _log_sent(self) -> None:
        if self._sent is None:
            return
        if not self.desk.log.is_open:
            self.packed.say(REFUSED, "package-no-log")
        elif not self._sent["who"]:
            self._refuse("who")
        else:
            self._tell("package-was-sent", noted(self.desk, "sent", self._sent))
            dom.show(dom.by_id("package-sent-part"), False)
            dom.focus("package-pack")

    def _tell(self, key: str, logged: Message, **told: "object") -> None:
        self.packed.tell(DONE, Message(lambda: words.say(key, **told) + " " + str(logged)))


def _kind(row: packing.Row) -> str:
    return rows.GOOD if row.failure is None else rows.BAD


def _told(row: packing.Row) -> "tuple[str, str, str]":
    title = words.say("package-taken" if row.failure is None else "package-refused")
    return title, row.path, row.told
