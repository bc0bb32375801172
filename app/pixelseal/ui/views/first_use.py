"""A part of the page that is imported and made when somebody first needs it. Knows none of them.

What the first photo does not need waits here, so that the page opens as fast with more parts
(docs/adr/0047-first-use.md).
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable


class FirstUse:
    """`make()` imports and makes the part; it is called once, at the first call of this."""

    def __init__(self, make: "Callable[[], object]") -> None:
        self._make = make
        self.made: "object" = None  # None until then

    def __call__(self) -> "object":
        """The part."""
        if self.made is None:
            self.made = self._make()
        return self.made
