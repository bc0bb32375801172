"""What happened last, and what became of dropped files, is said through here. Shows nothing.

What a form says of its own fields, and states that last, are shown by their views.
"""

from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable


_ENDS = ".…!?:"


class Message:
    """A text: the result of `action(*values)` in the page's current language."""

    def __init__(self, action: "Callable[..., str]", *values: "object") -> None:
        self._action = action
        self._values = values

    def __str__(self) -> str:
        return self._action(*self._values)


def ended(text: str) -> str:
    """The text with a full stop, if another sentence is to follow and it has no end of its own."""
    return text + "." if text and text[-1] not in _ENDS else text


class Messages:
    """The line about what happened last, and messages about files that were opened or dropped.

    Listeners are called after each change.
    """

    def __init__(self) -> None:
        self.line = ""  # in the language in which it was said
        self.refusals = []  # (file name, code, values): what was handed in and is no open image
        self.notices = []  # Messages: what became of a table, a project, a folder
        self._listening = []

    def listen(self, changed: "Callable[[], None]") -> None:
        """Call `changed()` whenever something new is said."""
        self._listening.append(changed)

    def say(self, text: str) -> None:
        """Say what happened, in the place of what was said before."""
        self.line = text
        self._changed()

    def say_also(self, text: str) -> None:
        """Add a message that no action caused to the one about the person's last step."""
        if text not in self.line:
            self.say((ended(self.line) + " " + text).strip())

    def refuse(self, name: str, code: str, values: "dict") -> None:
        """Say that a file was not accepted; the name is "" if it is not about a single file."""
        self.refusals.append((name, code, values))
        self._changed()

    def notice(self, message: "Message | None") -> None:
        """Say what became of the files; None if there is nothing to say."""
        if message is not None:
            self.notices.append(message)
            self._changed()

    def dismiss(self) -> None:
        """Forget the messages about files: they were read, or others follow."""
        self.refusals, self.notices = [], []
        self._changed()

    @property
    def told(self) -> str:
        """The messages about files, one line each, in the page's current language."""
        lines = []
        for name, code, values in self.refusals:
            lines.append((name + ": " if name else "") + words.sentence(code, values))
        return "\n".join(lines + [text for text in [str(one) for one in self.notices] if text])

    def _changed(self) -> None:
        for changed in self._listening:
            changed()
