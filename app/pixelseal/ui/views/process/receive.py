"""The part Receive: a package's files, its receipt, and what a sender learns. Decides nothing."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import receipt, values
from pixelseal.model.process.transfer import LABELS
from pixelseal.model.signing import verdicts as signing
from pixelseal.model.verify import verdicts
from pixelseal.ui.browser import dom, handed_in
from pixelseal.ui.browser.subtle import Subtle
from pixelseal.ui.process import receiving, zip_files
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.noting import noted
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message
from pixelseal.ui.views.process import handing_in, rows
from pixelseal.ui.views.process.outcome import BUSY, DONE, REFUSED, Outcome
from pixelseal.ui.workbench.signatures import Signatures

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: names for the annotations alone
    from pixelseal.model.process.receipt import File, Learned, Receipt
    from pixelseal.ui.process.receiving import Arrived
    from pixelseal.ui.workbench.verifying import Row

_KINDS = {receipt.COMPLETE: rows.GOOD, receipt.ADDED: rows.OTHER}
_FACTS = ("to", "method", "at", "purpose", "who", "head")
_TOLD = 5  # names in a sentence


class ReceivePart:
    """A package that arrived, or that was sent."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.package: "Arrived | None" = None
        self.compared: "list[Row]" = []
        self.sought = False  # whether there was a signature among them
        self.files: "tuple[File, ...]" = ()  # as they are shown: as they arrived, or by a receipt
        self.outcome, self.saved = Outcome("receive-outcome"), Outcome("receive-saved")
        self.learned, self.pairs = Outcome("receive-learned"), Outcome("receive-pairs")
        self._busy = False
        handing_in.listen(desk.host, "receive", "receive", self._given)
        dom.on_click("receive-save", lambda: dom.spawn(self._save()))
        handed_in.on_files("receive-receipt", lambda files: dom.spawn(self._learn(files[0])))

    def shown(self) -> None:
        """Offer the name that was typed elsewhere."""
        if not dom.by_id("receive-who").value:
            dom.by_id("receive-who").value = self.desk.who

    def language_changed(self) -> None:
        """Show all that was written here in another language."""
        for outcome in (self.outcome, self.saved, self.learned, self.pairs):
            outcome.repeat()
        if self.package is not None:
            dom.spawn(self._show())

    async def _given(self, files: "list", folders: "list") -> None:
        if self._busy:
            return
        self._busy = True
        self.package, self.compared = None, []
        for outcome in (self.saved, self.learned, self.pairs):
            outcome.clear()
        dom.show(dom.by_id("receive-parts"), False)

        def going(done: int, total: int) -> None:
            self.outcome.say(BUSY, "receive-looking", done=done, total=total)

        try:
            going(0, len(files))
            host = self.desk.host
            found = await zip_files.gathered(host, files, folders, going)
            package = await receiving.arrived(host, found, going)
            signatures = Signatures(host, Subtle())
            self.compared = await receiving.compared(host, package, going, signatures)
            self.sought = signatures.sought
            self.package, self.files = package, package.files
            kind = DONE if package.is_whole else REFUSED
            self.outcome.tell(kind, Message(_said_of, package))
            self._say_pairs()
            await self._show()
            dom.show(dom.by_id("receive-parts"), True)
        except PixelsealError as failure:
            self.outcome.refuse(failure)
        finally:
            self._busy = False

    def _say_pairs(self) -> None:
        told = [row.verdict for row in self.compared]
        whole = bool(told) and all(_is_good(verdict) for verdict in told)
        found = [one["signature"] for one in told if one.get("signature") is not None]

        def said() -> str:
            language = words.language()
            lines = [verdicts.summary(told, language)]
            if self.sought:
                lines.append(signing.summary(found, language))
            return " ".join(lines + verdicts.meanings(told, language))

        self.pairs.tell(DONE if whole else REFUSED, Message(said))

    async def _show(self) -> None:
        await self._show_files()
        name, sought = "receive-compared", self.sought
        await rows.show(
            self.desk.host, name, self.compared, _kind, lambda row: _told_of(row, sought)
        )
        if self.package is None:
            return  # another one was handed in meanwhile
        record, box = self.package.opened.record, dom.by_id("receive-transfer")
        box.replaceChildren()
        for name in _FACTS if record is not None else ():
            value = getattr(record, name)
            if value is not None:
                text = words.say("receive-fact-" + name, value=value)
                box.append(dom.element("li", text))
        dom.show(dom.by_id("receive-no-transfer"), record is None)

    async def _show_files(self) -> None:
        def kind(file: "File") -> str:
            return _KINDS.get(file.status, rows.BAD)

        def told(file: "File") -> "tuple[str, str, str]":
            return words.say("receipt-" + file.status), file.path, ""

        await rows.show(self.desk.host, "receive-rows", list(self.files), kind, told)

    async def _save(self) -> None:
        if self._busy or self.package is None:
            return
        who = str(dom.by_id("receive-who").value).strip()
        if not values.is_text(who):

            def wrong() -> str:
                return words.say("package-text", field=words.say("receive-who"))

            self.saved.tell(REFUSED, Message(wrong))
            dom.focus("receive-who")
            return
        package, at = self.package, self.desk.moment()
        self._busy = True
        try:
            name, sha256 = await receiving.receipt_of(self.desk.host, package, who, at)
        except PixelsealError as failure:
            self.saved.refuse(failure)
            return
        finally:
            self._busy = False
        self.desk.who = who
        facts: "dict[str, object]" = {
            "who": who,
            "manifest": package.opened.manifest,
            "receipt": sha256,
        }
        facts.update(receipt.counts(package.files))
        logged = noted(self.desk, "received", facts)
        told = Message(lambda: words.say("receive-was-saved", name=name) + " " + str(logged))
        self.saved.tell(DONE, told)

    async def _learn(self, file: "object") -> None:
        if self._busy or self.package is None:
            return
        self._busy = True
        try:
            received, found = await receiving.learned(self.desk.host, self.package, file)
            kind = DONE if found.status == receipt.CONFIRMED else REFUSED
            self.learned.tell(kind, Message(_said_by, received, found))
            self.files = found.files
            await self._show_files()
        except PixelsealError as failure:
            self.learned.refuse(failure)
        finally:
            self._busy = False


def _is_good(verdict: "dict") -> bool:
    """True for a pair that is unchanged and has no signature that is wrong."""
    signed = verdict.get("signature")
    enough = signed is None or signing.is_enough(signed["status"], False)
    return verdict["status"] == verdicts.UNCHANGED and enough


def _kind(row: "Row") -> str:
    return rows.GOOD if _is_good(row.verdict) else rows.BAD


def _told_of(row: "Row", sought: bool) -> "tuple[str, str, str]":
    language, signed = words.language(), row.verdict.get("signature")
    unchanged = row.verdict["status"] == verdicts.UNCHANGED
    told = [] if unchanged else [verdicts.detail(row.verdict, language)]
    if sought and signed is not None:
        told += [signing.title(signed, language), signing.detail(signed["status"], language)]
    return verdicts.title(row.verdict, language), " · ".join(row.names), " ".join(told)


def _said_of(package: "Arrived") -> str:
    said = [words.say("receipt-counts", **receipt.counts(package.files))]
    fault = package.fault
    said.append(
        words.say("receipt-means") if fault is None else words.sentence(fault.code, fault.values)
    )
    if package.unread:
        said.append(words.say("receive-unread", names=", ".join(package.unread)))
    return " ".join(said)


def _said_by(received: "Receipt", found: "Learned") -> str:
    said = [
        words.say("receipt-counts", **receipt.counts(found.files)),
        words.say("receipt-by", who=received.who, at=received.at),
        words.say("receipt-" + found.status),
    ]
    if found.record and found.status != receipt.ANOTHER:
        names = ", ".join([LABELS[name] for name in found.record])
        said.append(words.say("receipt-record-differs", names=names))
    if found.contradicted:
        names = ", ".join(found.contradicted[:_TOLD])
        said.append(words.say("receipt-contradicted", names=names))
    return " ".join(said)
