"""The review, version 3, as values: how thoroughly an image was looked at (docs/review.md).

Decides nothing: the page decides what is missing before saving.
"""

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe import canonical, checks
from pixelseal.model.recipe.value import Value

VERSION = "review/3"
# Earlier ones, and which of the later keys each has.
EARLIER = {"review/1": (), "review/2": ("shown",)}

SCREEN = "screen"
STATED = "stated"
NO = "no"
LOOKED = (SCREEN, STATED, NO)

FULL = "full"
WHOLE = "whole"
NEVER = "never"
SHOWN = (FULL, WHOLE, NEVER)

ABSENT = "absent"
COVERED = "covered"
CROPPED = "cropped"
KEPT = "kept"
ANSWERS = (ABSENT, COVERED, CROPPED, KEPT)

# How statements were given, the most thorough way first.
SINGLY = "singly"
TOGETHER = "together"
SEVERAL = "several"
MANNERS = (SINGLY, TOGETHER, SEVERAL)

# What is asked in plain words, each about these identifiers (docs/review.md, 6).
FACE = "face"
WRITING = "writing"
UNIQUE = "unique"
QUESTIONS = (
    (FACE, ("Q",)),
    (WRITING, ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O")),
    (UNIQUE, ("P", "R")),
)

MAX_WHY = 200  # characters


class Answer(Value):
    """What was answered for one identifier.

    :param answer: "absent", "covered", "cropped" or "kept".
    :param why: where it is "kept" the reason, at most 200 characters, else "".
    """

    FIELDS = ("answer", "why")

    def __init__(self, answer: str, why: str = "") -> None:
        self.answer = answer
        self.why = why


class Review(Value):
    """How thoroughly one image was looked at, and the answers given (docs/review.md).

    The attribute `answers` has an element for each letter, A to R, None for no answer. No rule is
    checked and nothing put right here: `require` does the former. TypeError for answers in
    another form than a dict by letter.

    :param looked: "screen" (all of it was on the screen at full size), "stated" (a person says so)
        or "no".
    :param answers: an `Answer` by letter, "A" to "R".
    :param shown: how a page showed it: "full" with "screen" and nothing else, "whole" but smaller,
        or "never"; None where no page can tell, with "screen" it stands for "full".
    :param given: how the statements were given: "singly", "together" by one press for the image,
        or by one for "several" images; None where nothing was stated or it is not known.
    """

    FIELDS = ("looked", "answers", "shown", "given")

    def __init__(
        self,
        looked: str = NO,
        answers: "dict[str, Answer] | None" = None,
        shown: "str | None" = None,
        given: "str | None" = None,
    ) -> None:
        self.looked = looked
        found = {} if answers is None else answers
        if not isinstance(found, dict) or not all(isinstance(letter, str) for letter in found):
            raise TypeError("answers are a dict by letter")
        self.answers = tuple([found.get(letter) for letter in LETTERS])
        self._strays = {letter: found[letter] for letter in found if letter not in LETTERS}
        self.given = given
        self.shown = FULL if looked == SCREEN and shown is None else shown

    def answer(self, letter: str) -> "Answer | None":
        """The answer for a letter."""
        return self.answers[LETTERS.index(letter)]

    @property
    def open(self) -> "tuple[str, ...]":
        """The letters without an answer."""
        return tuple([letter for letter in LETTERS if self.answer(letter) is None])

    def to_object(self) -> "dict[str, object]":
        """The review as dicts, every key and letter present; also what is none, to be refused."""
        checklist: dict[str, object] = {}
        pairs = [(letter, self.answer(letter)) for letter in LETTERS]
        for letter, given in pairs + [(stray, self._strays[stray]) for stray in self._strays]:
            checklist[letter] = None
            if given is not None:
                if not isinstance(given, Answer):
                    raise RecipeRefused("review-unreadable", key="checklist." + letter)
                checklist[letter] = {"answer": given.answer, "why": given.why}
        return {
            "pixelseal": VERSION,
            "looked": self.looked,
            "shown": self.shown,
            "given": self.given,
            "checklist": checklist,
        }

    def to_json(self) -> str:
        """The canonical form, read back; RecipeRefused where the review breaks a rule."""
        text = canonical.dump(parse_object(self.to_object()).to_object()) + "\n"
        if parse(text) != self:
            raise RecipeRefused("review-unreadable", key="review")
        return text


def parse(untrusted_text: "str | bytes") -> Review:
    """Read a review from JSON; RecipeRefused for everything that docs/review.md forbids."""
    try:
        untrusted = canonical.load(untrusted_text)
    except ValueError:
        raise RecipeRefused("review-not-json") from None
    return parse_object(untrusted)


def require(review: Review) -> None:
    """RecipeRefused for a review that `parse` would refuse: it may have been made by a program."""
    parse_object(review.to_object())


def parse_object(untrusted: "object") -> Review:
    """Read a review from parsed JSON; RecipeRefused as in `parse`."""
    if not isinstance(untrusted, dict) or "pixelseal" not in untrusted:
        raise RecipeRefused("review-not-json")
    version = untrusted["pixelseal"]
    if version != VERSION and version not in EARLIER:
        raise RecipeRefused("review-version")
    later = ("shown", "given") if version == VERSION else EARLIER[version]
    try:
        top = checks.keys(untrusted, "", ("pixelseal", "looked", "checklist") + later)
        looked = checks.choice(top["looked"], "looked", LOOKED)
        shown = _shown(top.get("shown"), looked, "shown" in later)
        how = top.get("given")
        given = None if how is None else checks.choice(how, "given", MANNERS)
        checklist = checks.keys(top["checklist"], "checklist", (), LETTERS)
        answers = {}
        for letter in checklist:
            if checklist[letter] is not None:
                answers[letter] = _answer(checklist[letter], "checklist." + letter)
    except RecipeRefused as error:
        raise RecipeRefused("review-unreadable", **error.values) from None
    return Review(looked, answers, shown, given)


def _shown(untrusted: "object", looked: str, stands: bool) -> "str | None":
    shown = None if untrusted is None else checks.choice(untrusted, "shown", SHOWN)
    if stands and (looked == SCREEN) != (shown == FULL):
        raise RecipeRefused("recipe-out-of-range", key="shown")
    return shown


def _answer(untrusted: "object", where: str) -> Answer:
    given = checks.keys(untrusted, where, ("answer",), ("why",))
    answer = checks.choice(given["answer"], where + ".answer", ANSWERS)
    why = given.get("why", "")
    if not isinstance(why, str):
        raise RecipeRefused("recipe-wrong-type", key=where + ".why")
    if (answer == KEPT) != bool(why) or not is_why(why):
        raise RecipeRefused("recipe-out-of-range", key=where + ".why")
    return Answer(answer, why)


def is_why(text: str) -> bool:
    """True for a valid reason for keeping, and for ""."""
    return len(text) <= MAX_WHY and all(checks.is_plain(character) for character in text)
