"""What a project says of its whole set: taken from a file, and written. Asks if unsure."""

from pixelseal.model.project.preparation import Preparation
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.policy.policy import Policy
    from pixelseal.ui.browser.browser_host import BrowserHost


async def may_take(host: "BrowserHost", here: "Preparation | None", settled: Preparation) -> bool:
    """True unless something else is settled here, and the person keeps it."""
    if here in (None, settled):
        return True
    question, yes = words.say("project-over-settled"), words.say("project-take")
    return await host.ask(question, yes, words.say("project-keep"))


def under_policy(policy: "Policy | None", settled: "Preparation | None") -> "Preparation | None":
    """What was settled, with the policy that holds, if one does."""
    if policy is None:
        return settled
    named = policy.name, policy.version, policy.sha256
    return (settled or Preparation()).under(named)
