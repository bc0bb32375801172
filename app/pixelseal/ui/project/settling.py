"""What a project says of its whole set: taken from a file, and written. Asks if unsure."""

from pixelseal.model.project.preparation import Preparation
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.project.project import Project


async def take(project: "Project", settled: Preparation) -> None:
    """Take what a file says, unless something else is settled here and the person keeps it."""
    if project.settled not in (None, settled):
        question, yes = words.say("project-over-settled"), words.say("project-take")
        if not await project.host.ask(question, yes, words.say("project-keep")):
            return
    project.settled = project.settled_kept = settled


def under_policy(project: "Project") -> "Preparation | None":
    """What was settled, with the policy that holds, if one does."""
    policy = project.queue.in_force.policy
    if policy is None:
        return project.settled
    settled = project.settled or Preparation()
    return settled.under((policy.name, policy.version, policy.sha256))
