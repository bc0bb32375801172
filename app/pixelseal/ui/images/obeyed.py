"""What a policy forbids on one open image, or demands that no press can state. Changes nothing."""

from pixelseal.model.policy import rules
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.review import SCREEN
from pixelseal.ui.text.status_text import format_of

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.policy.policy import Policy
    from pixelseal.ui.images.item import Item

# What is about the marks, the name and the format, and not about how the image was looked at.
DONE = (
    "policy-colour", "policy-method", "policy-weak", "policy-format", "policy-id-required",
    "policy-id-never", "policy-id-begins",
)  # fmt: skip


def forbidden(policy: "Policy", item: "Item", today: str) -> None:
    """PolicyRefused if the policy forbids the image as it is once its proposals are confirmed.

    Answers and statements are asked for by the review, whether there is a policy or not; that all
    of it was on the screen, and that programs looked, is asked for here.
    """
    rules.require_date(policy, today)
    rules.require_recipe(policy, item.recipe_once_confirmed)
    written = format_of(item.output, item.inspection)
    if written:
        rules.require_format(policy, written)
    if policy.looked == SCREEN and item.review.looked != SCREEN:
        raise PolicyRefused("policy-not-seen", policy=policy.name)
    again = item.reread is not None and item.reread.read
    rules.require_finders(policy, rules.looked_before(item.found_before), again)
