"""The Verify view: images and certificates in, rows of verdicts out. Opens nothing for editing."""

from pixelseal.model import catalogue, sha256_sums
from pixelseal.model.errors import PixelsealError
from pixelseal.model.signing import verdicts as signing
from pixelseal.model.signing.signature import ENDING
from pixelseal.model.verify import translation, verdicts
from pixelseal.ui.browser import dom, dropped, handed_in
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.browser.subtle import Subtle
from pixelseal.ui.process import zip_files
from pixelseal.ui.text import words
from pixelseal.ui.workbench import verifying
from pixelseal.ui.workbench.signatures import Signatures
from pixelseal.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost


class VerifyView:
    """The dialog behind the Verify button."""

    def __init__(self, host: "BrowserHost") -> None:
        self.host = host
        self.dialog = dom.by_id("verify")
        self.images = dom.by_id("verify-image")
        self.certificates = dom.by_id("verify-certificate")
        self.signers = dom.by_id("verify-signers")
        self._asked = 0  # the latest request's answer is shown
        dom.on_click("verify-close", lambda: self.dialog.close())
        dom.on_click("verify-check", lambda: dom.spawn(self.check()))
        for field in (self.images, self.certificates, self.signers):
            dom.listen(field, "change", lambda event: self._clear())
        dom.listen(self.dialog, "drop", self._dropped)

    def open(self) -> None:
        """Show the view without earlier verdicts."""
        self._clear()
        self.dialog.showModal()

    async def check(self) -> None:
        """Compare the files chosen in the two fields, in any order and number."""
        fields = (self.images, self.certificates)
        files = [(file.name, file) for field in fields for file in handed_in.files_of(field.files)]
        await self._compare(files, [])

    async def _compare(self, files: "list", rows: "list") -> None:
        self._asked += 1
        asked = self._asked
        if not files and not rows:
            self._put(
                "missing", words.say("verdict-missing"), [words.say("verdict-missing-detail")]
            )
            return
        dom.by_id("verdict-rows").replaceChildren()
        signatures = Signatures(self.host, Subtle())
        try:
            for chosen in handed_in.files_of(self.signers.files):
                await signatures.know(chosen)
        except PixelsealError as failure:
            told = words.sentence(failure.code, failure.values)
            self._put("missing", words.say("verify-signers-refused"), [told])
            return

        def going(done: int, total: int) -> None:
            if asked == self._asked:
                # Not every one is announced: a screen reader would lag behind.
                self._put("busy", words.say("verdict-busy"), [])
                dom.put_text(
                    dom.by_id("verify-progress"),
                    words.say("verify-progress", done=done, total=total),
                )

        files, refused = await zip_files.unfolded(self.host, files, going)
        rows += [verifying.not_read(name, why.code, why.values) for name, why in refused]
        compared = await verifying.compared(self.host, files, going, signatures)
        if asked == self._asked:
            self._show(rows + compared, signatures.sought, signatures.listed)

    def _show(self, rows: "list", sought: bool, listed: bool) -> None:
        """Show the rows, and above them the overall verdict: green only if all are unchanged.

        No signature makes a row green. One that is wrong, or not of a listed key where there is a
        list, takes the green away. What they show is told if any was `sought`.
        """
        dom.put_text(dom.by_id("verify-progress"), "")
        language, told = words.language(), [row.verdict for row in rows]
        box = dom.by_id("verdict-rows")
        box.replaceChildren()
        for row in rows:
            made = dom.element("li", "", "verdict-row")
            made.dataset.verdict = row.verdict["status"]
            made.append(dom.element("strong", verdicts.title(row.verdict, language)))
            made.append(dom.element("span", " · ".join(row.names), "verdict-names"))
            told_here = verdicts.detail(row.verdict, language)
            if row.verdict["status"] == verdicts.UNCHANGED:
                told_here = verdicts.named(row.verdict["file"], row.names[0], language)
            if told_here:
                made.append(dom.element("span", told_here))
            signed = row.verdict.get("signature")
            if signed is not None:
                made.append(dom.element("span", signing.title(signed, language), "verdict-signed"))
                if sought:
                    made.append(dom.element("span", signing.detail(signed["status"], language)))
                if not signing.is_enough(signed["status"], listed):
                    made.dataset.signed = "no"
            if row.paper is not None and language in translation.LANGUAGES:
                made.append(self._in_words(row.names[-1], row.paper, language))
            box.append(made)
        status, sentences = verdicts.of_all(told), [verdicts.summary(told, language)]
        title = words.say("verdict-mixed") if status == verdicts.MIXED else ""
        found = [one["signature"] for one in told if one.get("signature") is not None]
        if sought:
            sentences.append(signing.summary(found, language))
        enough = all(signing.is_enough(one["status"], listed) for one in found)
        if status in (verdicts.UNCHANGED, verdicts.SUMS_MATCH) and not enough:
            status = verdicts.UNVOUCHED
        title = title or verdicts.title({"status": status}, language)
        self._put(status, title, sentences + verdicts.meanings(told, language))

    def _in_words(self, name: str, paper: "object", language: str) -> "object":
        """The certificate in another language beside its English, read once it is opened."""
        box, inside = dom.element("details", "", "translation"), dom.element("div")
        box.append(dom.element("summary", words.say("verify-translation")))
        box.append(inside)

        async def fill() -> None:
            try:
                text = await self.host.text(paper, translation.MAX_TEXT)
                rows = translation.translated(text, language)
            except PixelsealError as failure:
                inside.append(dom.element("p", words.sentence(failure.code, failure.values)))
                return
            inside.append(dom.element("p", words.say("verify-translation-counts"), "small"))
            save = dom.element("button", words.say("verify-translation-save"))
            save.type = "button"
            whole = translation.as_text(name, text, language, __version__)
            stem = name[: -len(".txt")] if name.lower().endswith(".txt") else name
            saved = "{}.{}.txt".format(stem, language)
            dom.listen(save, "click", lambda _event: self.host.save(whole, saved, kind_of("txt")))
            inside.append(save)
            inside.append(_table(rows, language))

        def opened(_event: "object") -> None:
            if box.open and not inside.childElementCount:
                dom.spawn(fill())

        dom.listen(box, "toggle", opened)
        return box

    def _clear(self) -> None:
        self._asked += 1
        self._put("none", "", [])
        dom.put_text(dom.by_id("verify-progress"), "")
        dom.by_id("verdict-rows").replaceChildren()

    def _put(self, kind: str, title: str, sentences: "list[str]") -> None:
        dom.by_id("verdict").dataset.verdict = kind
        dom.put_text(dom.by_id("verdict-title"), title)
        dom.show(dom.by_id("verdict-stop"), bool(title and sentences))
        dom.put_text(dom.by_id("verdict-text"), " ".join(sentences))

    def _dropped(self, event: "object") -> None:
        event.preventDefault()
        event.stopPropagation()
        dom.mark_body("dragging", False)
        found, folders = dropped.sorted_out(event.dataTransfer)
        files, chosen = [(file.name, file) for file in found], ([], [])
        for name, file in files:
            paper = name.lower().endswith((".txt", ENDING)) or sha256_sums.is_named_so(name)
            chosen[paper].append(file)
        # The fields show what is compared; they cannot hold folders.
        for field, some in zip((self.images, self.certificates), chosen):
            field.files = handed_in.file_list(some)
        dom.spawn(self._gathered(files, folders))

    async def _gathered(self, files: "list", folders: "list") -> None:
        rows = []
        await verifying.within_all(self.host, folders, files, rows)
        await self._compare(files, rows)


def _table(rows: "list[tuple[str, str]]", language: str) -> "object":
    """English and its translation, paragraph by paragraph."""
    table = dom.element("table", "", "in-two")
    for english, other in rows:
        if english:
            line = dom.element("tr")
            for text, spoken in ((english, catalogue.ENGLISH), (other, language)):
                cell = dom.element("td", text)
                cell.lang = spoken
                line.append(cell)
            table.append(line)
    return table
