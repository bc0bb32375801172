"""The line under the header that names the policy that holds, and whom to ask. Decides nothing."""

from pixelseal.ui.browser import dom
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.workbench.workbench import Workbench


class PolicyLine:
    """Shown as long as a policy holds; a press opens what it says."""

    def __init__(self, workbench: "Workbench", open_it: "Callable[[], None]") -> None:
        self.workbench = workbench
        self.in_force = workbench.queue.in_force
        self._asked = False  # for the host's policy
        dom.on_click("policy-line", open_it)

    def take_hosted(self) -> None:
        """Take the policy that the host put beside the page, once."""
        if not self._asked:
            self._asked = True
            dom.spawn(self._take_hosted())

    async def _take_hosted(self) -> None:
        from pixelseal.ui.workbench.taking_policy import given_by_host

        bench = self.workbench
        bench.messages.notice(await given_by_host(bench.queue, bench.host, bench.host.policy))
        bench.changed()

    def show(self) -> None:
        """Show the policy that holds now."""
        policy, broken = self.in_force.policy, self.in_force.broken
        text = ""
        if policy is not None:
            named = policy.name, policy.version, policy.contact
            text = words.say("policy-line", name=named[0], version=named[1], contact=named[2])
        elif broken is not None:
            text = words.say("policy-line-broken")
        line = dom.by_id("policy-line")
        if line.textContent != text:
            dom.put_text(line, text)
        dom.show(line, bool(text))
