"""What was said to the person, in a form that can be said again in another language."""


class Message:
    """A text: what `action(*values)` gives in the language that the page speaks now."""

    def __init__(self, action: "object", *values: "object") -> None:
        self._action = action
        self._values = values

    def __str__(self) -> str:
        return self._action(*self._values)
