"""Whether all of the picture was on the screen with the proposals that wait on it. Asks nobody.

What was seen before something was proposed says nothing about the place of the proposal, so this
starts again with every change of what is proposed.
"""

from pixelseal.model.screen.coverage import ANY, Coverage
from pixelseal.model.screen.covering import Covers

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Rectangle
    from pixelseal.model.screen.viewport import Canvas, View
    from pixelseal.ui.editor.editor import Editor


class ShownProposals:
    """For one image; `editor` has its size and records."""

    def __init__(self, editor: "Editor") -> None:
        self.editor = editor
        self._bare = Covers([])  # where they lie is looked at, not what is under them
        self.forget()

    def forget(self) -> None:
        """Nothing was shown."""
        self._of: "object" = None  # (turn, size, proposals) that the coverage is about
        self._coverage: "Coverage | None" = None

    def look(self, view: "View", canvas: "Canvas", window: "Rectangle") -> bool:
        """Record what is on the screen; True if that was the last part that had been missing."""
        if not self.editor.proposals or self.whole:
            return False
        now = self._now()
        if self._coverage is None or self._of != now:
            self._of, self._coverage = now, Coverage(self.editor.size, ANY)
        self._coverage.look(view, canvas, window, self._bare)
        return self.whole

    @property
    def whole(self) -> bool:
        """True if something is proposed and every part was shown since."""
        if self._coverage is None or not self.editor.proposals or self._of != self._now():
            return False
        return self._coverage.whole(self._bare)

    def _now(self) -> "tuple":
        return self.editor.turned, self.editor.size, self.editor.proposals
