"""What a person states of an image, and what that refers to. Compares nothing."""

from pixelseal.model.review import MANNERS, SINGLY

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.screen.covering import Covers


class About:
    """What a statement refers to: the picture as shown, and everything that hid parts of it."""

    def __init__(
        self, digest: str, showing: "tuple | None", turned: int, covers: "Covers | None"
    ) -> None:
        self.digest = digest  # of all three
        self.showing = showing  # None: the file's picture, however shown
        self.turned = turned  # its orientation: writing is read one way, and not another
        self.covers = covers  # None: unknown covers; the statement is not valid


class Statement:
    """A person's statement, what it refers to, and how it was given (model.review.MANNERS).

    It is valid while that picture is shown and nothing is visible that was hidden. It need not be
    revoked: it is compared with the present state, however that came about.
    """

    def __init__(self, said: "object", about: About, manner: "str | None" = SINGLY) -> None:
        self.said = said
        self.about = about
        self.manner = manner


def least_thorough(statements: "list[Statement]") -> "str | None":
    """The least thorough manner of some statements, None if there is none or one is not known."""
    manners = [one.manner for one in statements]
    if not manners or None in manners:
        return None
    return max(manners, key=MANNERS.index)
