"""A line that says what became of an act, in whatever language the page has. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.errors import PixelsealError

DONE, REFUSED, BUSY = "done", "refused", "busy"


class Outcome:
    """The element with that id, of role status."""

    def __init__(self, name: str) -> None:
        self._line = dom.by_id(name)
        self._kind = ""
        self._said: "Message | None" = None

    def say(self, kind: str, key: str, **values: "object") -> None:
        """Say a text of the catalogue; `kind` is DONE, REFUSED or BUSY."""
        self._put(kind, Message(lambda: words.say(key, **values)))

    def tell(self, kind: str, said: Message) -> None:
        """Say something else than one text of the catalogue."""
        self._put(kind, said)

    def refuse(self, failure: "PixelsealError") -> None:
        """Say why something was refused, and what to do."""
        self._put(REFUSED, Message(words.sentence, failure.code, failure.values))

    def clear(self) -> None:
        """Say nothing."""
        self._put("", None)

    def repeat(self) -> None:
        """Say the same in another language."""
        self._put(self._kind, self._said)

    def _put(self, kind: str, said: "Message | None") -> None:
        self._kind, self._said = kind, said
        self._line.dataset.kind = kind
        dom.put_text(self._line, "" if said is None else str(said))
