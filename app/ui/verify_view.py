"""The verify view: an image and a certificate in, a verdict out. Opens nothing for editing."""

from app.model import protocol
from app.ui import dom, facts, words
from app.ui.host import Failure


class VerifyView:
    """The dialog behind the Verify button."""

    def __init__(self, host: "object") -> None:
        self.host = host
        self.dialog = dom.by_id("verify")
        self.image = dom.by_id("verify-image")
        self.certificate = dom.by_id("verify-certificate")
        dom.on_click("open-verify", self.open)
        dom.on_click("verify-close", lambda: self.dialog.close())
        dom.on_click("verify-check", lambda: dom.spawn(self.check()))
        for field in (self.image, self.certificate):
            dom.listen(field, "change", lambda event: self._verdict("none"))
        dom.listen(self.dialog, "drop", self._dropped)

    def open(self) -> None:
        """Show the view, empty of an earlier verdict."""
        self._verdict("none")
        self.dialog.showModal()

    async def check(self) -> None:
        """Compare the two chosen files."""
        files = [field.files.item(0) for field in (self.image, self.certificate)]
        if files[0] is None or files[1] is None:
            self._verdict("missing")
            return
        self._verdict("busy", "")
        try:
            value, _buffers = await self.host.request(protocol.VERIFY, {}, files)
        except Failure as failure:
            self._verdict("problem", words.sentence(failure.code, failure.values))
            return
        self._put(value["status"], *facts.verdict_of(value))

    def _verdict(self, kind: str, detail: "str | None" = None) -> None:
        self._put(kind, *facts.verdict(kind, detail))

    def _put(self, kind: str, title: str, text: str) -> None:
        dom.by_id("verdict").dataset.verdict = kind
        dom.put_text(dom.by_id("verdict-title"), title)
        dom.put_text(dom.by_id("verdict-text"), text)

    def _dropped(self, event: "object") -> None:
        event.preventDefault()
        event.stopPropagation()
        for name, file in dom.files_of(event.dataTransfer.files):
            field = self.certificate if name.lower().endswith(".txt") else self.image
            field.files = dom.file_list(file)
        self._verdict("none")
        if self.image.files.length and self.certificate.files.length:
            dom.spawn(self.check())
