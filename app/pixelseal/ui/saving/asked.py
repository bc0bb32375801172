"""What is missing before images may be saved, and what a person states of them. Shows nothing."""

from pixelseal.model.review import SEVERAL, SINGLY, TOGETHER
from pixelseal.ui.images.places import Places
from pixelseal.ui.saving.missing import BARE, GROUPS, KEYS, LOOKED, Missing
from pixelseal.ui.saving.statement import Statement
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.time_slices import TimeSlices
    from pixelseal.ui.images.item import Item


class Asked:
    """One review of images before they are saved; `rows` is a Missing for each of them.

    An image is accepted by itself; or all those that were on the screen by the same statements,
    those whose keys are in `ticked`. One of which the whole was never on the screen is left out
    unless it is accepted, or the person includes it by name: `taken` has the keys of those. That
    states that one looked at it, and goes on stating it when the review shows it afterwards.
    """

    def __init__(
        self, rows: "list[Missing]", for_image: bool = False, alone: "bool | None" = None
    ) -> None:
        self.items: "list[Item]" = []
        self.alone = len(rows) == 1 if alone is None else alone
        self.for_image = for_image
        self.ticked = set()
        self.taken = set()
        self.named = set()  # those of `taken` that were shown as a whole since, smaller
        self._any_marked = False
        self.by_group: "dict[str, list[Item]]" = {name: [] for name in GROUPS}
        self.never: "list[Item]" = []
        self.accepted_count = 0
        self.never_count = 0
        self._missing: "dict[int, Missing]" = {}
        self._unfinished: "set[int]" = set()  # keys of those with an answer that was only begun
        self._unseen: "set[int]" = set()  # keys of several that were never shown as a whole
        # Kept up to date image by image: there may be thousands.
        self._about: "dict[str, set[int]]" = {key: set() for key in KEYS}
        self._versions = dict.fromkeys(KEYS, 0)
        self._ordered: "list[Item]" = []
        self._places = Places()
        self._let: "dict[int, bool]" = {}
        self._let_by: "object" = None  # what was ticked and taken in for `_let`
        self._count = 0  # how many of `_let` are let through
        for row in rows:
            self.add(row)

    def add(self, row: Missing) -> None:
        """One image more, before anything is shown."""
        self.items.append(row.item)
        self._missing[row.item.key] = row
        self.by_group[row.group].append(row.item)
        self.accepted_count += int(not row.anything)
        self._any_marked = self._any_marked or row.item.editor.marked
        if row.never and not self.alone:
            self.never.append(row.item)
            self.never_count += 1
        self._enter(row)

    @property
    def ordered(self) -> "list[Item]":
        """The images, group by group."""
        if len(self._ordered) != len(self.items):
            self._ordered = [item for name in GROUPS for item in self.by_group[name]]
        return self._ordered

    def place(self, item: "Item") -> int:
        """Its place in `ordered`, from 1; 0 if it is none of them."""
        return self._places.of(self.ordered, item.key)

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
        if now.standing == before.standing:
            return
        self.accepted_count += int(before.anything) - int(now.anything)
        self.never_count -= int(before.never and not now.never and not self.alone)
        for key in KEYS:
            if item.key in self._about[key]:
                self._about[key].discard(item.key)
                self._versions[key] += 1
        self.named.discard(item.key)
        self._enter(now)
        if item.key in self._let:
            self._put(item.key, self._lets(now))

    def _enter(self, row: Missing) -> None:
        if row.unfinished:
            self._unfinished.add(row.item.key)
        else:
            self._unfinished.discard(row.item.key)
        if row.never and not self.alone:
            self._unseen.add(row.item.key)
        else:
            self._unseen.discard(row.item.key)
        if self.alone or not row.waits:
            for key in row.needs:
                if key != LOOKED or self.alone:
                    self._about[key].add(row.item.key)
                    self._versions[key] += 1
                elif not row.never:
                    self._enter_looked(row.item.key)

    def _enter_looked(self, key: int) -> None:
        """One of several that was shown smaller: its name states it, or the tick for all."""
        if key in self.taken:
            self.named.add(key)
        else:
            self._about[LOOKED].add(key)
            self._versions[LOOKED] += 1

    # Accepting one by one

    def shown(self, item: "Item") -> bool:
        """True if the finished image is on the screen."""
        result = item.finished
        return result is not None and result.was_shown and item.reviewing.finished_shown

    def may_state(self, item: "Item") -> bool:
        """True if one press can state something of it.

        None decides about what is still found, or finishes an answer that the person began.
        """
        return self.shown(item) and not self.missing(item).barred

    @property
    def unfinished(self) -> "Item | None":
        """The first image with an answer that was begun and not finished: nothing is saved."""
        if not self._unfinished:
            return None
        return next(item for item in self.items if item.key in self._unfinished)

    def accepted(self, item: "Item") -> bool:
        """True if nothing is missing for that image."""
        return not self.missing(item).anything

    def accept(self, item: "Item") -> bool:
        """The person accepts an image as it is shown, by one press; False if it cannot be meant."""
        if self.accepted(item):
            return True
        if not self.may_state(item):
            return False
        self.missing(item).stated(TOGETHER, True)
        self.refresh(item)
        return self.accepted(item)

    def following(self, item: "Item", most: int) -> "list[Item]":
        """The next images that are not accepted, around the end of the list."""
        ordered, place, found = self.ordered, self.place(item), []
        # Place by place: to copy thousands of images for the next two takes longer.
        for step in range(len(ordered) - int(place > 0)):
            one = ordered[(place + step) % len(ordered)]
            if not self.accepted(one):
                found.append(one)
                if len(found) == most:
                    break
        return found

    # Statements

    @property
    def statements(self) -> "list[Statement]":
        """What is to be stated; of several images, of all that the same ticks can be about.

        One that is about nothing but images which nobody has taken in by name yet is there, too.
        """
        out, found = self._unseen - self.taken, []
        for key in KEYS:
            if self._about[key]:
                about = self._about[key] - out
                text, version = self._text(key, len(about)), (self._versions[key], len(out))
                found.append(Statement(key, text, self.items, about, version))
        return found

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
        if row.barred or (row.waits and not self.shown(row.item)):
            return False
        if self.alone:
            return self.ticked >= set(row.needs)
        if row.waits or (row.never and row.item.key not in self.taken):
            return False
        # Taking an image in by its name states that one looked at it elsewhere.
        by_name = row.item.key in self.taken
        return all(key in self.ticked or (key == LOOKED and by_name) for key in row.needs)

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
            if key in self.named:
                self.named.discard(key)
                self._enter_looked(key)
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
        return self.count > 0 or (self.alone and self.may_state(self.items[0]))

    def let_through(self, item: "Item") -> bool:
        """True if the confirming button lets an image through; records what it states of it."""
        row = self.missing(item)
        ticked = self._lets(row)
        if not ticked and not (self.alone and self.may_state(item)):
            return False
        if row.anything:
            each = SINGLY if ticked else TOGETHER
            row.stated(each if self.alone else SEVERAL, not ticked)
        return True

    async def all_let_through(self, slices: "TimeSlices") -> "list[Item]":
        """The images that the confirming button lets through."""
        found = []
        for item in self.items:  # nearly all may be left out: a turn for each of them, too
            if self.let_through(item):
                found.append(item)
            await slices.turn()
        return found

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

    @property
    def states(self) -> str:
        """What pressing any of the confirming buttons states of the one image; "" if nothing."""
        row = self.missing(self.items[0])
        return self._label("states", row) if self.alone and not self._lets(row) else ""

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
        done = "" if does == "states" else words.say("gate-" + does, count=1)
        if any(key not in (BARE, LOOKED) for key in needs):
            says = "gate-none-looked" if LOOKED in needs else "gate-none-seen"
            says += "-besides" if row.item.editor.marked else ""
            if self.alone and any(key in self.ticked for key in KEYS if key not in (BARE, LOOKED)):
                says += "-rest"  # what was ticked is not stated by the press
        elif LOOKED in needs:
            says = "gate-all-looked"
        else:
            return done
        stated = words.say(says)
        return words.say("gate-says", does=done, says=stated) if done else stated
