"""What is missing before one image may be saved, and stating it. Shows nothing."""

from pixelseal.model.review import ABSENT, NEVER, QUESTIONS, Answer
from pixelseal.model.review import NO as NO_ONE
from pixelseal.ui.images.in_force import forbidden_of

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.editor.statements import About
    from pixelseal.ui.images.item import Item

BARE = "bare"  # nothing is marked on it
LOOKED = "looked"  # not all of it was on the screen at full size

# The groups of a review, in the order in which they are gone through.
UNOPENED = "unopened"
GLANCED = "glanced"  # it was opened, and not all of it was on the screen
UNMARKED = "unmarked"
PROPOSED = "proposed"
MARKED = "marked"
GROUPS = (UNOPENED, GLANCED, UNMARKED, PROPOSED, MARKED)

KEYS = (BARE, LOOKED) + tuple([key for key, _letters in QUESTIONS])


class Missing:
    """What is missing before one image may be saved.

    `needs` are the keys of the statements that it lacks, in the order in which they are asked.
    """

    def __init__(self, item: "Item", about: "About | None" = None) -> None:
        review = item.review
        self.item = item
        self.about = about or item.reviewing.about  # what is stated is about this
        self.waits = bool(item.editor.proposals)  # to be confirmed
        # What the policy does not allow of it, or demands and no press can state.
        self.forbidden = forbidden_of(item)
        # Places that programs still find in the finished picture, and nobody decided about.
        self.undecided = 0 if item.reread is None else len(item.reread.undecided)
        unseen = review.looked == NO_ONE
        self.never = unseen and review.shown == NEVER
        # Answers that the person began: only they can finish them.
        self.unfinished = tuple(item.reviewing.begun)
        self._open = tuple(item.reviewing.unanswered)
        needs = []
        if not item.editor.marked and not item.reviewing.bare_agreed:
            needs.append(BARE)
        if unseen:
            needs.append(LOOKED)
        for key, letters in QUESTIONS:
            if any(letter in self._open for letter in letters):
                needs.append(key)
        self.needs = tuple(needs)

    @property
    def anything(self) -> bool:
        """True if it may not be saved yet."""
        return self.waits or bool(self.needs) or self.barred

    @property
    def barred(self) -> bool:
        """True if no press may state anything of it before the person decides something else."""
        return self.undecided > 0 or bool(self.unfinished) or self.forbidden is not None

    @property
    def standing(self) -> "tuple":
        """What a review that shows it depends on."""
        code = "" if self.forbidden is None else self.forbidden.code
        return self.needs, self.never, self.waits, self.undecided, self.unfinished, code

    def covered(self, key: str) -> bool:
        """True if the finished image has a cover with a reason that this question is about."""
        records, letters = self.item.editor.once_confirmed(), dict(QUESTIONS).get(key, ())
        return any(
            letter in getattr(records[one], "reasons", ()) for one in records for letter in letters
        )

    @property
    def group(self) -> str:
        """One of GROUPS."""
        if self.never:
            return GLANCED if self.item.opened else UNOPENED
        if self.waits:
            return PROPOSED
        return MARKED if self.item.editor.marked else UNMARKED

    def stated(self, manner: str, as_shown: bool = False) -> None:
        """Record that the person stated all that was missing, in that manner.

        If the finished image is on the screen `as_shown`, it is about that.
        """
        reviewing, about = self.item.reviewing, self.about
        if self.waits and not self.item.editor.confirm():
            return  # too many for a recipe
        if self.waits or as_shown:
            about = reviewing.about
        if BARE in self.needs:
            reviewing.agree_bare(about, manner)
        if LOOKED in self.needs:
            reviewing.state_looked(about, manner)
        for letter in [x for x in reviewing.unanswered if x in self._open]:
            reviewing.give(letter, Answer(ABSENT), about, manner)
