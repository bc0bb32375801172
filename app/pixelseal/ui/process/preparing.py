"""What is settled before work begins, in the page: for all images and for each. Shows nothing."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.project import preparation
from pixelseal.model.project.assessment import Assessment
from pixelseal.model.project.preparation import TEXTS, Preparation
from pixelseal.model.reasons import LETTERS
from pixelseal.model.typed_text import MAX_TEXT, is_text
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.policy.policy import Policy
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.process.desk import Desk

# What became of the line in the log.
LOGGED, NOT_LOGGED, NO_LOG = "prep-logged", "prep-not-logged", "prep-no-log"
PREPARER = "preparer"


class Wrong(PixelsealError):
    """Something typed that a project may not hold: `prep-wrong`, or `prep-same-person`."""

    def __init__(self, code: str, field: str, most: int = MAX_TEXT) -> None:
        super().__init__(code, field=field, most=most)
        self.field = field


class Preparing:
    """What the form of the part Preparation does."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.project = desk.workbench.project
        self._told: "Preparation | None" = None  # what the log has a line about

    @property
    def settled(self) -> Preparation:
        """What was settled so far."""
        return self.project.settled or Preparation()

    def take(self, typed: "dict[str, str]", basis: str, people: "list[tuple[str, str]]") -> None:
        """Take the form as it is; `Wrong` for the first thing that is, and nothing is taken."""
        texts = {}
        for name, most in TEXTS:
            texts[name] = tidied(typed[name])
            if preparation.wrong(name, texts[name]):
                raise Wrong("prep-wrong", "prep-" + name, most)
        named = []
        for role, given in people:
            who = tidied(given)
            if who is None:
                continue  # a row that was not filled in
            if not is_text(who):
                raise Wrong("prep-wrong", "prep-people")
            if (role, who) in named:
                raise Wrong("prep-same-person", "prep-people")
            named.append((role, who))
        self.project.settled = Preparation(
            texts["purpose"],
            basis or None,
            texts["may_show"],
            tuple(named),
            texts["outputs"],
            texts["backups"],
            self.settled.policy,
        ).or_none()
        self.desk.who = self.desk.who or self.preparer

    @property
    def preparer(self) -> str:
        """Who prepares, by what was typed; "" if nobody is named."""
        return ([who for role, who in self.settled.people if role == PREPARER] or [""])[0]

    def assess(self, item: "Item", assessed: bool, visible: "list[str]", typed: str) -> None:
        """Take what is said of one image; `Wrong` if its text may not stand."""
        to_do = tidied(typed)
        if to_do is not None and not is_text(to_do):
            raise Wrong("prep-wrong", "prep-to-do")
        said = assessed or bool(visible) or to_do is not None
        letters = tuple([letter for letter in LETTERS if letter in visible])
        item.assessed = Assessment(letters, to_do) if said else None

    @property
    def by_host(self) -> bool:
        """True if the policy that holds lies beside the page: it is not set aside there."""
        return self.desk.host.policy is not None

    async def take_policy(self, blob: "object") -> Message:
        """Take a policy; what is said of it, of the images that do not obey it, and of the log.

        PolicyRefused, Failure: nothing changes.
        """
        from pixelseal.ui.workbench import taking_policy

        queue, host = self.desk.workbench.queue, self.desk.host
        if self.by_host:
            raise PolicyRefused("policy-of-host")
        await taking_policy.taken(queue, host, blob)
        policy = queue.in_force.policy
        assert policy is not None
        offending = await taking_policy.told(queue, host)
        parts = [taking_policy.said_of(policy)] + ([offending] if offending else [])
        logged = self._log_policy(policy)
        return Message(lambda: " ".join([str(part) for part in parts] + [words.say(logged)]))

    async def put_policy_aside(self) -> None:
        """Go on without the policy."""
        from pixelseal.ui.workbench import taking_policy

        await taking_policy.put_aside(self.desk.workbench.queue, self.desk.host)

    def _log_policy(self, policy: "Policy") -> str:
        log, who = self.desk.log, self.preparer or self.desk.who
        if not log.is_open:
            return NO_LOG
        if not who:
            return NOT_LOGGED
        facts = {"who": who, "name": policy.name, "version": policy.version}
        facts["policy"] = policy.sha256
        log.add(self.desk.moment(), "policy-taken", facts)
        return LOGGED

    async def save(self) -> "tuple[Message, str]":
        """Save the project, without names of sources; (what is said of it, what of the log)."""
        workbench = self.desk.workbench
        await workbench.settle(workbench.queue.items)
        said = await self.project.save(False)
        return said, self._log()

    def _log(self) -> str:
        log = self.desk.log
        if not log.is_open:
            return NO_LOG
        if self._told is not None and self._told == self.settled:
            return LOGGED
        who = self.preparer
        if not who:
            return NOT_LOGGED
        images = len(self.desk.workbench.queue.items)
        facts = {"who": who, "images": images, "basis": self.settled.basis}
        log.add(self.desk.moment(), "prepared", facts)
        self._told = self.settled
        return LOGGED


def tidied(typed: str) -> "str | None":
    """A text as one line without blanks around or beside each other; None for none."""
    return " ".join(typed.split()) or None
