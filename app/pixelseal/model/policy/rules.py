"""Enforces a policy on one image: PolicyRefused says what it forbids or demands. Reads no file.

Page, command line and library ask here; the engine asks again before it makes anything.
"""

from pixelseal.model import formats
from pixelseal.model.finding import Finding
from pixelseal.model.policy.policy import LOOKED, NEVER, REQUIRED, Policy
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import BLACK, Blur, Fill, Mosaic
from pixelseal.model.review import SCREEN, Review


def default_fill(policy: Policy) -> Fill:
    """How a region is covered for which nobody chose a method."""
    return Fill(policy.colours[0] if policy.colours else BLACK)


def require_date(policy: Policy, today: str) -> None:
    """PolicyRefused (policy-expired) after its last day; `today` is "YYYY-MM-DD"."""
    if policy.valid_until is not None and today > policy.valid_until:
        raise PolicyRefused("policy-expired", date=policy.valid_until, policy=policy.name)


def require(policy: Policy, recipe: Recipe, review: Review, finding: "Finding | None") -> None:
    """PolicyRefused if the policy does not allow this recipe, with these statements.

    Codes: those of `require_recipe` and of `require_stated`.
    """
    require_recipe(policy, recipe)
    again = finding is not None and finding.again is not None
    require_stated(policy, review, looked_before(finding), again)


def looked_before(finding: "Finding | None") -> "tuple[tuple[str, str], ...]":
    """(name, version) of each program that looked at the picture before it was covered."""
    return () if finding is None or finding.counts is None else finding.finders


def require_recipe(policy: Policy, recipe: Recipe) -> None:
    """PolicyRefused for what would be done, whatever is stated of it.

    Codes: policy-colour, policy-method, policy-weak, those of `require_id`.
    """
    for number, region in enumerate(recipe.regions, 1):
        _require_method(policy, region.method, number)
    for kept in recipe.keep:
        _require_colour(policy, kept.colour)
    require_id(policy, recipe.alternate_id)


def require_stated(
    policy: Policy, review: Review, looked: "tuple[tuple[str, str], ...]", again: bool
) -> None:
    """PolicyRefused if the policy demands more than was stated of an image.

    `looked` is as `looked_before` returns it; `again` is true if programs looked at the finished
    picture. Codes: policy-not-looked, policy-not-seen, policy-unanswered, those of
    `require_finders`.
    """
    if LOOKED.index(review.looked) < LOOKED.index(policy.looked):
        seen = policy.looked == SCREEN
        raise PolicyRefused("policy-not-seen" if seen else "policy-not-looked", policy=policy.name)
    missing = [letter for letter in policy.answered if review.answer(letter) is None]
    if missing:
        raise PolicyRefused("policy-unanswered", letters=", ".join(missing), policy=policy.name)
    require_finders(policy, looked, again)


def require_finders(policy: Policy, looked: "tuple[tuple[str, str], ...]", again: bool) -> None:
    """PolicyRefused if programs did not look that the policy asks for; as `require_stated`.

    Codes: policy-finder, policy-find-again.
    """
    names = [name for name, _version in looked]
    for name in policy.finders:
        if name not in names:
            raise PolicyRefused("policy-finder", finder=name, policy=policy.name)
    if policy.find_again and not again:
        raise PolicyRefused("policy-find-again", policy=policy.name)


def require_format(policy: Policy, format: str) -> None:
    """PolicyRefused (policy-format) for an output in that format, by its name in recipes."""
    if format not in policy.formats:
        allowed = ", ".join([formats.named(name).label for name in policy.formats])
        label = formats.named(format).label
        raise PolicyRefused("policy-format", format=label, allowed=allowed, policy=policy.name)


def _require_method(policy: Policy, method: "Fill | Mosaic | Blur", number: int) -> None:
    if isinstance(method, Fill):
        _require_colour(policy, method.colour)
        return
    least = dict(policy.least)
    named = policy.name
    if method.KIND not in least:
        raise PolicyRefused("policy-method", region=number, method=method.KIND, policy=named)
    if method.strength < least[method.KIND]:
        raise PolicyRefused("policy-weak", region=number, least=least[method.KIND], policy=named)


def _require_colour(policy: Policy, colour: str) -> None:
    if policy.colours and colour not in policy.colours:
        allowed = ", ".join(policy.colours)
        raise PolicyRefused("policy-colour", colour=colour, allowed=allowed, policy=policy.name)


def require_id(policy: Policy, alternate_id: "str | None") -> None:
    """PolicyRefused for a name: policy-id-required, policy-id-never, policy-id-begins."""
    if alternate_id is None:
        if policy.alternate_id == REQUIRED:
            raise PolicyRefused("policy-id-required", policy=policy.name)
        return
    if policy.alternate_id == NEVER:
        raise PolicyRefused("policy-id-never", policy=policy.name)
    if not alternate_id.startswith(policy.begins):
        raise PolicyRefused("policy-id-begins", begins=policy.begins, policy=policy.name)
