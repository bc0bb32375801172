"""The choice of names as it stands on the screen, and putting it to use. Shows nothing.

What was chosen is in use before anything is saved; if it cannot be, the person is asked.
"""

from pixelseal.ui.project.alternate_ids import NUMBERED, RANDOM
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.project.alternate_ids import AlternateIds


class Naming:
    """How all images are to be named, which may not be how they are named yet."""

    def __init__(
        self, ids: "AlternateIds", host: "BrowserHost", changed: "Callable[[], None]"
    ) -> None:
        self.ids = ids
        self.host = host
        self.changed = changed  # called when there is something new to show
        self.typed: "str | None" = None  # a prefix; None if none was typed since the last choice
        self.told: "Message | None" = None
        self.refused = False  # what was chosen cannot be used as it is
        # (a kind that was chosen and is not in use yet, the kind that was in use then)
        self._asked: "tuple[str, str] | None" = None
        self._using = False

    @property
    def kind(self) -> str:
        """What is chosen, one of pixelseal.ui.project.alternate_ids.KINDS."""
        used = self.ids.kind
        # A table that was dropped since is the later choice.
        return used if self._asked is None or self._asked[1] != used else self._asked[0]

    @property
    def prefix(self) -> str:
        """The prefix that is chosen."""
        return self.ids.prefix if self.typed is None else self.typed

    @property
    def waits(self) -> bool:
        """True if what is chosen is not in use."""
        if self.kind != self.ids.kind:
            return True
        return self.kind == NUMBERED and self.prefix != self.ids.prefix

    def choose(self, kind: str) -> None:
        """Choose a kind; random names are in use at once, for the others something is needed."""
        self.told, self.refused, self._asked = None, False, None
        if kind == RANDOM:
            self.told, self.typed = self.ids.random(), None
        elif kind != self.ids.kind:
            self._asked = (kind, self.ids.kind)

    async def number(self) -> bool:
        """Put the chosen prefix to use; False if it cannot be, or the person does not want it."""
        from pixelseal.model.project.id_table import IdTableError

        if await self._under_way():
            return not self.waits  # nobody is asked twice about one prefix
        if self.kind == NUMBERED and not self.waits and self.ids.all_have_ids:
            return True
        self._using = True
        prefix = self.prefix
        try:
            told = await self.ids.number(prefix)
            self.refused = False
            if told is None:
                return False
            self.told, self._asked = told, None
            if self.typed == prefix:
                self.typed = None
            return True
        except IdTableError as failure:
            self.told = Message(words.sentence, failure.code, failure.values)
            self.refused = True
            return False
        finally:
            self._using = False
            self.changed()

    async def _under_way(self) -> bool:
        """Wait while a prefix is put to use; True if one was."""
        waited = False
        while self._using:
            waited = True
            await self.host.breathe()
        return waited

    async def settle(self) -> bool:
        """Put to use what is chosen, before anything is saved; False if it must not be saved.

        If it cannot be used the person may save with the names as they are, which then is the
        choice.
        """
        answered = await self._under_way()
        if not self.waits:
            return True
        if self.kind == NUMBERED and self.prefix:
            if not answered and await self.number():
                return True
            if not self.refused:
                return False  # they were asked, and went back
            question = "names-prefix-unusable"
        else:
            question = "names-prefix-missing" if self.kind == NUMBERED else "names-table-missing"
        yes, no = words.say("names-as-they-are"), words.say("go-back")
        if not await self.host.ask(words.say(question), yes, no):
            self.told, self.refused = Message(words.say, question), True
            self.changed()
            return False
        self._asked = self.typed = self.told = None
        self.refused = False
        self.changed()
        return True
