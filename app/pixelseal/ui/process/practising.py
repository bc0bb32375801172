"""Exercises in the page: opened as ordinary images, assessed, written down. Shows nothing."""

from pixelseal.model import digest, protocol
from pixelseal.model.process import judged
from pixelseal.model.process.training import EXERCISES, Training
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.process.desk import Desk

NAME = "training.json"
NUMBERS = tuple(range(1, EXERCISES + 1))


class Practising:
    """`answers` are what the engine said of the exercises that were checked, by number."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.answers: "dict[int, dict]" = {}
        self._sums: "dict[int, str]" = {}  # SHA-256 of the files that were handed out

    async def drawn(self, number: int) -> "tuple[str, object]":
        """Name and Blob of an exercise, to be opened like any image; Failure."""
        value, buffers = await self.desk.host.request(protocol.PRACTICE, {"exercise": number}, [])
        self._sums[number] = value["sha256"]
        name = words.say("practice-file", number=number) + "." + value["extension"]
        blob = self.desk.host.blob(buffers[0], kind_of(value["extension"]))
        return name, blob

    def items(self, number: int) -> "list[Item]":
        """The open pages of an exercise."""
        wanted, found = self._sums.get(number), []
        for item in self.desk.workbench.queue.items:
            if wanted and item.inspection is not None and item.inspection["sha256"] == wanted:
                found.append(item)
        return found

    def waits(self, number: int) -> bool:
        """True if proposals on it are not confirmed: nothing of them would be burned."""
        return bool([item for item in self.items(number) if item.editor.proposals])

    async def check(self, number: int) -> "dict":
        """What the marks as they are leave of what was planted; Failure."""
        recipes = {str(item.page): item.recipe.to_object() for item in self.items(number)}
        args = {"exercise": number, "recipes": recipes}
        value, _buffers = await self.desk.host.request(protocol.ASSESS, args, [])
        self.answers[number] = value
        return value

    def record(self, who: str) -> Training:
        """What was checked so far, as a record."""
        done = tuple([judged.done(number, self.answers[number]) for number in sorted(self.answers)])
        return Training(who, self.desk.moment(), self.desk.host.build, done)

    def save(self, who: str) -> bool:
        """Save the record; True if the open log got a line. TrainingError for a wrong name."""
        record = self.record(who)
        text = record.to_json()
        self.desk.host.save(text, NAME, kind_of("json"))
        self.desk.who = who
        if not self.desk.log.is_open:
            return False
        facts = {
            "who": who,
            "exercises": len(record.done),
            "missed": record.missed,
            "record": digest.sha256_of(text.encode()),
        }
        self.desk.log.add(self.desk.moment(), "trained", facts)
        return True
