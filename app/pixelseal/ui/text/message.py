"""Messages to the person: whoever has one, it goes through here. Shows nothing."""

from pixelseal.ui.text import words


class Message:
    """A text: the result of `action(*values)` in the page's current language."""

    def __init__(self, action: "object", *values: "object") -> None:
        self._action = action
        self._values = values

    def __str__(self) -> str:
        return self._action(*self._values)


class Messages:
    """The line of what happened last, and what is to be read of files that were handed in.

    What is listening is called after each change.
    """

    def __init__(self) -> None:
        self.line = ""  # in the language in which it was said
        self.refusals = []  # (file name, code, values): what was handed in and is no open image
        self.notices = []  # Messages: what became of a table, a project, a folder
        self._listening = []

    def listen(self, changed: "object") -> None:
        """Call `changed()` whenever something new is said."""
        self._listening.append(changed)

    def say(self, text: str) -> None:
        """Say what happened, in the place of what was said before."""
        self.line = text
        self._changed()

    def say_also(self, text: str) -> None:
        """Say what came by itself, behind what was said of the person's last step."""
        if text not in self.line:
            self.say((self.line + " " + text).strip())

    def refuse(self, name: str, code: str, values: "dict") -> None:
        """Tell that a file was not taken; "" is the name where it is not of one file."""
        self.refusals.append((name, code, values))
        self._changed()

    def notice(self, message: "Message | None") -> None:
        """Tell what became of what was handed in; None if there is nothing to tell."""
        if message is not None:
            self.notices.append(message)
            self._changed()

    def dismiss(self) -> None:
        """Forget what was told of files: it was read, or others come now."""
        self.refusals, self.notices = [], []
        self._changed()

    @property
    def told(self) -> str:
        """What is to be read of files, a line each, in the language that the page speaks."""
        lines = []
        for name, code, values in self.refusals:
            lines.append((name + ": " if name else "") + words.sentence(code, values))
        return "\n".join(lines + [text for text in [str(one) for one in self.notices] if text])

    def _changed(self) -> None:
        for changed in self._listening:
            changed()
