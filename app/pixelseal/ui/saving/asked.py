"""What is missing before images may be saved, and what a person states of them. Shows nothing."""

from pixelseal.model.review import (
    ABSENT,
    NEVER,
    QUESTIONS,
    SEVERAL,
    SINGLY,
    TOGETHER,
    Answer,
)
from pixelseal.model.review import NO as NO_ONE
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Iterator

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

_KEYS = (BARE, LOOKED) + tuple([key for key, _letters in QUESTIONS])


class Missing:
    """What is missing before one image may be saved.

    `needs` are the keys of the statements that it lacks, in the order in which they are asked.
    """

    def __init__(self, item: "Item", about: "object" = None) -> None:
        review = item.review
        self.item = item
        self.about = about or item.reviewing.about  # what is stated is about this
        self.waits = bool(item.editor.proposals)  # to be confirmed
        unseen = review.looked == NO_ONE
        self.never = unseen and review.shown == NEVER
        self._open = review.open
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
        return self.waits or bool(self.needs)

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
        for letter in [x for x in reviewing.review.open if x in self._open]:
            reviewing.give(letter, Answer(ABSENT), about, manner)


class Statement:
    """A statement to tick: its key and text, and for which images."""

    def __init__(self, key: str, text: str, items: "list") -> None:
        self.key = key
        self.text = text
        self.items = items


class Asked:
    """One review of images before they are saved; `rows` is a Missing for each of them.

    An image is accepted by itself; or all those that were on the screen by the same statements,
    those whose keys are in `ticked`. One of which the whole was never on the screen is left out
    unless it is accepted, or the person includes it by name: `taken` has the keys of those.
    """

    def __init__(self, rows: "list[Missing]", for_image: bool = False) -> None:
        self.items = [row.item for row in rows]
        self.alone = len(rows) == 1
        self.for_image = for_image
        self.ticked = set()
        self.taken = set()
        self._missing = {row.item.key: row for row in rows}
        self.groups = {row.item.key: row.group for row in rows}
        self.ordered = [
            row.item for name in GROUPS for row in rows if self.groups[row.item.key] == name
        ]  # group by group
        self.never = [] if self.alone else [row.item for row in rows if row.never]
        self.accepted_count = len([row for row in rows if not row.anything])
        self.never_count = len(self.never)
        self._any_marked = any(item.editor.marked for item in self.items)
        # Kept up to date image by image: there may be thousands.
        self._about: "dict[str, list]" = {key: [] for key in _KEYS}
        self._let: "dict[int, bool]" = {}
        self._let_by: "object" = None  # what was ticked and taken in for `_let`
        self._count = 0  # how many of `_let` are let through
        for row in rows:
            self._enter(row)

    @property
    def complete(self) -> bool:
        """True if nothing is missing."""
        return self.accepted_count == len(self.items)

    def missing(self, item: "Item") -> Missing:
        """What is missing of one of the images."""
        return self._missing[item.key]

    def refresh(self, item: "Item") -> None:
        """More of the image was seen, or something was answered.

        What was ticked before is not about what it has become since.
        """
        before = self._missing[item.key]
        about = before.about
        if self.alone and about.digest != item.reviewing.digest:
            self.ticked.clear()
            about = item.reviewing.about
        now = self._missing[item.key] = Missing(item, about)
        if (now.needs, now.never, now.waits) == (before.needs, before.never, before.waits):
            return
        self.accepted_count += int(before.anything) - int(now.anything)
        self.never_count -= int(before.never and not now.never and not self.alone)
        for key in _KEYS:
            if item in self._about[key]:
                self._about[key].remove(item)
        self._enter(now)
        if item.key in self._let:
            self._put(item.key, self._lets(now))

    def _enter(self, row: Missing) -> None:
        if self.alone or not row.waits:
            for key in row.needs:
                if key != LOOKED or self.alone or not row.never:
                    self._about[key].append(row.item)

    # Accepting one by one

    def shown(self, item: "Item") -> bool:
        """True if one press can state something of it: the finished image is on the screen."""
        result = item.finished
        return result is not None and result.was_shown and item.reviewing.finished_shown

    def accepted(self, item: "Item") -> bool:
        """True if nothing is missing for that image."""
        return not self.missing(item).anything

    def accept(self, item: "Item") -> bool:
        """The person accepts an image as it is shown, by one press; False if it is not shown."""
        if self.accepted(item):
            return True
        if not self.shown(item):
            return False
        self.missing(item).stated(TOGETHER, True)
        self.refresh(item)
        return self.accepted(item)

    def following(self, item: "Item", most: int) -> "list":
        """The next images that are not accepted, around the end of the list."""
        place, found = self.ordered.index(item), []
        for one in self.ordered[place + 1 :] + self.ordered[:place]:
            if not self.accepted(one):
                found.append(one)
                if len(found) == most:
                    break
        return found

    # Statements

    @property
    def statements(self) -> "list[Statement]":
        """What is to be stated; of several images, of all that the same ticks can be about."""
        return [
            Statement(key, self._text(key, len(self._about[key])), list(self._about[key]))
            for key in _KEYS
            if self._about[key]
        ]

    def _text(self, key: str, count: int) -> str:
        if key == BARE and not self.alone:
            return words.say("gate-bare-several", count=count)
        if key in (BARE, LOOKED):
            return words.say("gate-" + key)
        # A cover answers for nothing but itself.
        covered = self.missing(self.items[0]).covered(key) if self.alone else self._any_marked
        return words.say("gate-{}-besides".format(key) if covered else "gate-" + key)

    def _lets(self, row: Missing) -> bool:
        """True if the image is let through by the ticks as they are."""
        if not row.anything:
            return True
        if row.waits and not self.shown(row.item):
            return False
        if self.alone:
            return self.ticked >= set(row.needs)
        if row.waits or (row.never and row.item.key not in self.taken):
            return False
        # Taking an image in by its name states that one looked at it elsewhere.
        return all(key in self.ticked or (key == LOOKED and row.never) for key in row.needs)

    def tick(self, key: str, on: bool) -> None:
        """A statement's box was ticked, or is no longer."""
        if on:
            self.ticked.add(key)
        else:
            self.ticked.discard(key)

    def take(self, key: int, on: bool) -> None:
        """An image that was never shown is taken in by its name, or is no longer."""
        known = self._let_by == self._now()
        if on:
            self.taken.add(key)
        else:
            self.taken.discard(key)
        if known:
            self._let_by = self._now()
            self._put(key, self._lets(self._missing[key]))

    def _now(self) -> "tuple":
        return sorted(self.ticked), len(self.taken)

    def _put(self, key: int, let: bool) -> None:
        self._count += int(let) - int(self._let[key])
        self._let[key] = let

    @property
    def count(self) -> int:
        """How many images are let through as things are."""
        now = self._now()
        if self.alone or self._let_by != now:
            self._let_by = now
            self._let = {key: self._lets(self._missing[key]) for key in self._missing}
            self._count = len([key for key in self._let if self._let[key]])
        return self._count

    @property
    def can_save(self) -> bool:
        """True if the confirming button may be pressed."""
        return self.count > 0 or (self.alone and self.shown(self.items[0]))

    def let_through(self) -> "Iterator[object]":
        """Record what the confirming button states, image by image that it lets through."""
        for item in self.items:
            row = self.missing(item)
            ticked = self._lets(row)
            if ticked or (self.alone and self.shown(item)):
                if row.anything:
                    each = SINGLY if ticked else TOGETHER
                    row.stated(each if self.alone else SEVERAL, not ticked)
                yield item

    # Words

    @property
    def title(self) -> str:
        """What the review is for."""
        return words.say("gate-title", count=len(self.items))

    def lead(self, item: "Item") -> str:
        """What is asked above the statements, or above the questions about one of several."""
        if self.alone:
            return words.say("gate-lead")
        return words.say("gate-lead-one-besides" if item.editor.marked else "gate-lead-one")

    @property
    def save_label(self) -> str:
        """The words of the confirming button: what pressing it states, and what it saves."""
        if not self.alone:
            count = self.count
            key = "gate-save" if count == len(self.items) else "gate-save-some"
            return words.say(key, count=count)
        row = self.missing(self.items[0])
        if self._lets(row):
            return words.say("gate-save", count=1)
        return self._label("save", row)

    def accept_label(self, item: "Item") -> str:
        """The words of the button that accepts one of several: what pressing it states."""
        row = self.missing(item)
        return self._label("accept", row) if row.anything else words.say("gate-accepted")

    def _label(self, does: str, row: Missing) -> str:
        needs = [key for key in row.needs if key not in self.ticked or not self.alone]
        if row.waits:
            does += "-confirmed"
        elif BARE in needs:
            does += "-bare"
        done = words.say("gate-" + does, count=1)
        if any(key not in (BARE, LOOKED) for key in needs):
            says = "gate-none-looked" if LOOKED in needs else "gate-none-seen"
            says += "-besides" if row.item.editor.marked else ""
        elif LOOKED in needs:
            says = "gate-all-looked"
        else:
            return done
        return words.say("gate-says", does=done, says=words.say(says))
