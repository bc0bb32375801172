"""Lays the picture of a tile as the person turned the image. Draws no mask."""

from pixelseal.model.recipe.orientation import UPRIGHT
from pixelseal.ui.editor.display_turn import DisplayTurn

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.editor import Editor


class LyingTile:
    """The frame of one tile, an element whose picture is as the file states it."""

    def __init__(self, frame: "object") -> None:
        self._frame = frame
        self._turned = UPRIGHT

    def lay(self, editor: "Editor") -> None:
        """Show the picture as it lies in the editor."""
        if editor.turned == self._turned:
            return  # each write to the document costs time
        self._turned = editor.turned
        turn = DisplayTurn(editor.turned, editor.upright_size)
        self._frame.dataset.turned = "across" if turn.lies_across else "upright"
        self._frame.style.setProperty("--turn", turn.about_middle())
