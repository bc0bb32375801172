"""A message to the person that can be repeated in another language."""


class Message:
    """A text: the result of `action(*values)` in the page's current language."""

    def __init__(self, action: "object", *values: "object") -> None:
        self._action = action
        self._values = values

    def __str__(self) -> str:
        return self._action(*self._values)
