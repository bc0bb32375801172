"""What a request states of an image, and the policy under which it does. Touches no JavaScript."""

from typing import Any

from pixelseal.model import finding as statements
from pixelseal.model import review as reviews
from pixelseal.model.policy import policy as policies
from pixelseal.model.policy import rules
from pixelseal.model.policy.policy import Policy
from pixelseal.model.review import Review


def policy(args: dict[str, Any], sources: list[bytes]) -> Policy | None:
    """The policy that came as a second file, in force on the day that the page states."""
    if len(sources) < 2:
        return None
    found = policies.parse(sources[1])
    rules.require_date(found, args["made"][:10])
    return found


def review(args: dict[str, Any]) -> Review:
    """The review; without one, nobody looked."""
    return reviews.parse_object(args["review"]) if "review" in args else Review()


def stated(args: dict[str, Any]) -> statements.Finding | None:
    """What programs looked for; without it, none looked."""
    untrusted = args.get("finding")
    return None if untrusted is None else statements.parse_object(untrusted)
