"""The policy in the part Preparation: opened, read, set aside. Decides nothing."""

from pixelseal.model.errors import PixelsealError
from pixelseal.ui.browser import dom, handed_in
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.preparing import Preparing
from pixelseal.ui.text import words
from pixelseal.ui.views.process.outcome import DONE, Outcome


class PolicySection:
    """What it says of the policy that holds, and how another one is taken."""

    def __init__(self, desk: Desk, work: Preparing) -> None:
        self.desk = desk
        self.work = work
        self.outcome = Outcome("policy-outcome")
        handed_in.on_files("policy-file", lambda files: dom.spawn(self._open(files[0])))
        dom.on_click("policy-aside", lambda: dom.spawn(self._put_aside()))

    def shown(self) -> None:
        """Show the policy that holds."""
        policy = self.desk.workbench.queue.in_force.policy
        dom.show(dom.by_id("policy-held"), policy is not None)
        dom.show(dom.by_id("policy-aside"), policy is not None and not self.work.by_host)
        if policy is None:
            return
        named = words.say("policy-now", name=policy.name, version=policy.version)
        dom.put_text(dom.by_id("policy-now"), named)
        dom.put_text(dom.by_id("policy-contact"), policy.contact)
        until = policy.valid_until or words.say("policy-no-end")
        dom.put_text(dom.by_id("policy-until"), until)
        dom.put_text(dom.by_id("policy-hash"), policy.sha256)
        dom.put_text(dom.by_id("policy-wording"), policy.wording)
        dom.show(dom.by_id("policy-wording"), bool(policy.wording))

    def language_changed(self) -> None:
        """Say the same in another language."""
        self.outcome.repeat()

    async def _open(self, blob: "object") -> None:
        try:
            said = await self.work.take_policy(blob)
        except PixelsealError as failure:
            self.outcome.refuse(failure)
            return
        self.outcome.tell(DONE, said)
        self.shown()
        self.desk.workbench.changed()

    async def _put_aside(self) -> None:
        await self.work.put_policy_aside()
        self.outcome.say(DONE, "policy-was-put-aside")
        self.shown()
        self.desk.workbench.changed()
        dom.focus("policy-file")
