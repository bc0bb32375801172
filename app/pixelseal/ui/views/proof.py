"""The proof of the seal: tries every way out before the person, and counts. Claims nothing else.

Each row says what the browser answered, in the browser's own words, as text.
"""

from pixelseal.ui.browser import dom, handed_in, spoken_markup, ways
from pixelseal.ui.text import proof_text, words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost

_EVERY = 1000  # milliseconds between two looks at the counts
_MOST = 200_000_000  # bytes of a file that is hashed: the page with its finders has 40 million


class ProofView:
    """The dialog behind the seal."""

    def __init__(self, host: "BrowserHost") -> None:
        self.dialog = dom.unfolded("proof-dialog")
        spoken_markup.fill(self.dialog)
        dom.page().body.append(self.dialog)
        self.rows: "dict[str, object]" = {}
        self.answers: "dict[str, object]" = {}  # by the name of the way
        self._busy = False
        self._sum = ""  # of the file that was chosen last
        self._file: "Message | None" = None
        self._said: "Message | None" = None
        for name in ways.names():
            self.rows[name] = dom.element("li", "", "way")
            dom.by_id("proof-ways").append(self.rows[name])
        dom.put_text(dom.by_id("proof-build"), host.build)
        dom.on_click("proof-close", lambda: self.dialog.close())
        dom.on_click("proof-try", lambda: dom.spawn(self._try()))
        handed_in.on_files("proof-file", lambda files: dom.spawn(self._hash(files[0])))
        dom.listen(dom.by_id("proof-sum"), "input", lambda _event: self._compare())
        self.language_changed()

    def open(self) -> None:
        """Show the dialog; it counts as long as it is open."""
        self.dialog.showModal()
        dom.spawn(self._counting())

    def language_changed(self) -> None:
        """Show again, in another language, what was written here."""
        for name in self.rows:
            self._show(name)
        self._say()
        self._compare()

    # Trying

    async def _try(self) -> None:
        if self._busy:
            return
        self._busy = True
        dom.by_id("proof-try").setAttribute("aria-disabled", "true")
        dom.by_id("proof-all").open = True
        self.answers = {}
        self._said = Message(lambda: words.say("proof-trying"))
        self.language_changed()
        for name in self.rows:
            self.answers[name] = await ways.attempt(name)
            self._show(name)
            self._count()
        outcomes = [str(self.answers[name].outcome) for name in self.rows]
        self._said = Message(lambda: proof_text.summary(outcomes)[1])
        self._say("done" if proof_text.summary(outcomes)[0] else "refused")
        dom.by_id("proof-try").removeAttribute("aria-disabled")
        self._busy = False

    def _show(self, name: str) -> None:
        row, answer = self.rows[name], self.answers.get(name)
        row.replaceChildren(dom.element("strong", words.say("way-" + name), "way-name"))
        row.dataset.shown = "none" if answer is None else proof_text.shown(str(answer.outcome))
        if answer is None:
            row.append(dom.element("span", words.say("way-is-waiting"), "way-verdict"))
            return
        outcome, directive = str(answer.outcome), str(answer.directive)
        row.append(dom.element("span", proof_text.verdict(outcome), "way-verdict"))
        row.append(dom.element("span", proof_text.means(outcome, directive), "way-means"))
        for said in proof_text.quoted(str(answer.words), directive, str(answer.uri)):
            row.append(dom.element("code", said, "way-words"))

    def _say(self, kind: str = "") -> None:
        line = dom.by_id("proof-outcome")
        if kind or self._busy:
            line.dataset.kind = kind or "busy"
        dom.put_text(line, "" if self._said is None else str(self._said))

    # Counting

    async def _counting(self) -> None:
        while self.dialog.open:
            self._count()
            await dom.next_task(_EVERY)

    def _count(self) -> None:
        requests, refusals = ways.counted()
        dom.put_text(dom.by_id("proof-requests"), str(requests))
        dom.by_id("proof-requests").dataset.shown = "bad" if requests else "good"
        dom.put_text(dom.by_id("proof-refusals"), str(refusals))

    # The saved file

    async def _hash(self, file: "object") -> None:
        name = str(file.name)
        if int(file.size) > _MOST:
            self._sum, self._file = "", Message(lambda: words.say("proof-file-large"))
        else:
            try:
                self._sum = str(await dom.sha256(file))
                self._file = Message(lambda: words.say("proof-file-is", name=name))
            except Exception:
                self._sum, self._file = "", Message(lambda: words.say("file-unreadable"))
        self._compare()

    def _compare(self) -> None:
        """Say whether the file that was chosen has the sum that was pasted."""
        line, kind = dom.by_id("proof-file-outcome"), ""
        said = "" if self._file is None else str(self._file)
        pasted = str(dom.by_id("proof-sum").value)
        if self._sum and pasted.strip():
            wanted = proof_text.sum_in(pasted)
            found = "same" if wanted == self._sum else "differs" if wanted else "no-sum"
            kind = "done" if found == "same" else "refused"
            said += " " + words.say("proof-file-" + found)
        line.dataset.kind = kind
        dom.put_text(line, said)
        dom.put_text(dom.by_id("proof-file-sum"), self._sum)
