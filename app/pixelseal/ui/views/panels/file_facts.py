"""The panel next to the image: findings and saving. Shows and forwards; decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import status_text, words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


class FileFacts:
    """What the file carries, before saving; that it is gone, afterwards.

    What is told of the file itself stands apart: it is nothing that is gone.
    """

    def __init__(self) -> None:
        self.list = dom.by_id("findings")
        self.notes = dom.by_id("file-notes")
        self._shown: "object" = None

    def show(self, item: "Item") -> None:
        """Show an image's findings."""
        result, language = item.current_result, words.language()
        shown = (item.key, item.inspection is None, result, item.refused, language)
        if shown == self._shown:
            return
        self._shown = shown
        gone = result is not None
        findings = [] if item.inspection is None else item.inspection["findings"]
        dom.put_text(
            dom.by_id("carries-lead"), status_text.carries(item.inspection, item.refused, gone)
        )
        self.list.replaceChildren()
        self.notes.replaceChildren()
        for letter, what, detail, carried in status_text.grouped(findings):
            box = self.list if carried else self.notes
            box.append(_row(letter, what, detail, gone and carried))
        dom.show(dom.by_id("file-notes-title"), self.notes.childElementCount > 0)


def _row(letter: str, what: str, detail: str, gone: bool) -> "object":
    row = dom.element("li", "", "finding gone" if gone else "finding")
    badge = dom.element("span", letter or "–", "letter" if letter else "letter none")
    badge.title = words.reason_meaning(letter)
    row.append(badge)
    body = dom.element("div")
    body.append(dom.element("span", what, "finding-what"))
    if detail:
        body.append(dom.element("span", detail, "finding-value"))
    row.append(body)
    row.append(dom.element("span", words.say("finding-gone") if gone else "", "finding-gone"))
    return row


class Results:
    """The state of the Save buttons, and the result."""

    def __init__(self) -> None:
        self._shown: "object" = None

    def show(self, item: "Item") -> None:
        """Show an image's result."""
        ready = item.inspection is not None and not item.refused and item.working != "redact"
        ready = ready and not item.editor.proposals
        for name in ("save-image", "save-both", "save-certificate", "save-record"):
            button = dom.by_id(name)
            if not ready and button == dom.focused():
                dom.focus("save-card")  # otherwise the focus would be lost
            button.disabled = not ready
        bare = not item.editor.marked and not item.reviewing.bare_agreed
        dom.show(dom.by_id("bare-note"), ready and bare)
        field = dom.by_id("alternate-id")
        if field != dom.focused() and field.getAttribute("aria-invalid") != "true":
            field.value = item.alternate_id
        wait = status_text.waiting(item)
        dom.put_text(dom.by_id("save-wait"), wait)
        dom.show(dom.by_id("save-wait"), bool(wait))
        result = item.current_result
        dom.show(dom.by_id("result"), result is not None)
        if result is None or self._shown == (result, words.language()):
            return
        self._shown = (result, words.language())
        dom.put_text(dom.by_id("result-lead"), status_text.result_lead(result.report))
        dom.put_text(dom.by_id("result-hash"), result.sha256)
        checks = dom.by_id("result-checks")
        checks.replaceChildren()
        for text in status_text.checks(result.report):
            checks.append(dom.element("li", text))
