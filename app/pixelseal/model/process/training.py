"""A training record: which exercises somebody did, and what was missed (docs/practice.md, 3)."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.process import canonical_json, values
from pixelseal.model.recipe.value import Value

VERSION = "training/1"
EXERCISES = 10
MAX_TEXT = 64 * 1024  # characters
MOST = 100  # of what is planted in one exercise

_KEYS = ["at", "build", "exercises", "pixelseal", "who"]
_ROW = ["missed", "needless", "number", "planted", "spoiled"]


class TrainingError(PixelsealError):
    """A training record that is refused: ``training-not-one``, or ``training-wrong`` with `key`."""


class Done(Value):
    """One exercise: how much was planted in it and missed; covered too much; the subject, too."""

    FIELDS = ("number", "planted", "missed", "needless", "spoiled")

    def __init__(
        self, number: int, planted: int, missed: int, needless: bool, spoiled: bool
    ) -> None:
        self.number = number
        self.planted = planted
        self.missed = missed
        self.needless = needless
        self.spoiled = spoiled


class Training(Value):
    """`done` is a tuple of Done by number, each number once."""

    FIELDS = ("who", "at", "build", "done")

    def __init__(self, who: str, at: str, build: str, done: "tuple[Done, ...]") -> None:
        self.who = who
        self.at = at
        self.build = build
        self.done = done

    @property
    def missed(self) -> int:
        """How much was missed in all."""
        return sum([row.missed for row in self.done])

    def to_json(self) -> str:
        """The text of the file; TrainingError for what it may not hold, as when it is read."""
        rows = [{name: getattr(row, name) for name in _ROW} for row in self.done]
        text = canonical_json.dump(
            {
                "pixelseal": VERSION,
                "who": self.who,
                "at": self.at,
                "build": self.build,
                "exercises": rows,
            }
        )
        read(text)
        return text + "\n"


def read(untrusted_text: str) -> Training:
    """The record in a text; TrainingError. Unknown keys, another order and blanks are refused."""
    try:
        untrusted = canonical_json.load(untrusted_text.rstrip("\n"), MAX_TEXT)
    except ValueError:
        raise TrainingError("training-not-one") from None
    if not isinstance(untrusted, dict) or untrusted.get("pixelseal") != VERSION:
        raise TrainingError("training-not-one")
    if sorted(untrusted) != _KEYS:
        raise TrainingError("training-wrong", key="keys")
    for key, is_right in (
        ("who", values.is_text),
        ("at", values.is_moment),
        ("build", values.is_digest),
    ):
        if not is_right(untrusted[key]):
            raise TrainingError("training-wrong", key=key)
    rows = untrusted["exercises"]
    if not isinstance(rows, list) or not 0 < len(rows) <= EXERCISES:
        raise TrainingError("training-wrong", key="exercises")
    done = tuple([_done(row) for row in rows])
    numbers = [row.number for row in done]
    if numbers != sorted(set(numbers)):
        raise TrainingError("training-wrong", key="number")
    return Training(untrusted["who"], untrusted["at"], untrusted["build"], done)


def _done(untrusted: "object") -> Done:
    if not isinstance(untrusted, dict) or sorted(untrusted) != _ROW:
        raise TrainingError("training-wrong", key="exercises")
    bounds = {"number": (1, EXERCISES), "planted": (1, MOST), "missed": (0, MOST)}
    for key in ("number", "planted", "missed"):
        lowest, most = bounds[key]
        if not values.is_count(untrusted[key]) or not lowest <= untrusted[key] <= most:
            raise TrainingError("training-wrong", key=key)
    if untrusted["missed"] > untrusted["planted"]:
        raise TrainingError("training-wrong", key="missed")
    for key in ("needless", "spoiled"):
        if not isinstance(untrusted[key], bool):
            raise TrainingError("training-wrong", key=key)
    return Done(
        untrusted["number"],
        untrusted["planted"],
        untrusted["missed"],
        untrusted["needless"],
        untrusted["spoiled"],
    )
