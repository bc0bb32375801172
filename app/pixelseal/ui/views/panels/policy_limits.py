"""Takes from the panel's fields what the policy does not allow, and says why. Changes no image."""

from pixelseal.model import formats
from pixelseal.model.policy.policy import NEVER, REQUIRED
from pixelseal.model.recipe.region import Fill
from pixelseal.ui.browser import dom
from pixelseal.ui.project.alternate_ids import RANDOM
from pixelseal.ui.text import status_text, words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.policy.policy import Policy
    from pixelseal.ui.images.item import Item

_SAME = "same"


def method(policy: "Policy", kind: "object", chosen: str) -> str:
    """Hide the methods that are not allowed, but the chosen one; what to say of it, or ""."""
    allowed = ["fill"] + [name for name, _least in policy.least]
    for place in range(kind.options.length):
        option = kind.options.item(place)
        option.hidden = option.value not in allowed and option.value != chosen
        option.disabled = option.disabled or option.value not in allowed
    if len(allowed) == 3:
        return ""
    names = ", ".join([words.say("method-" + name) for name in allowed])
    return words.say("policy-only-methods", names=names)


def least(policy: "Policy", kind: str) -> int:
    """The least strength that is allowed of a mosaic or blur."""
    return dict(policy.least).get(kind, 0)


def colour(policy: "Policy", field: "object", current: str) -> str:
    """Offer the colours that are allowed; what to say of them, or "" if any is."""
    field.disabled = policy.colours == (current,)
    if not policy.colours:
        return ""
    return words.say("policy-only-colours", names=", ".join(policy.colours))


def first_allowed(policy: "Policy", chosen: str) -> "Fill":
    """The fill with the chosen colour, or with the first one that is allowed."""
    if not policy.colours or chosen in policy.colours:
        return Fill(chosen)
    return Fill(policy.colours[0])


def output(policy: "Policy", options: "dict", written: str, chosen: str) -> str:
    """Hide the formats that are not allowed, but the chosen one; what to say of them, or "".

    `written` is what the image is written as if none is chosen, "" as long as that is not known.
    """
    for name in options:
        good = (
            (not written or written in policy.formats)
            if name == _SAME
            else (name in policy.formats)
        )
        options[name].disabled = not good
        options[name].hidden = not good and name != chosen
    if len(policy.formats) == len(formats.WRITTEN):
        return ""
    names = ", ".join([formats.named(name).label for name in policy.formats])
    return words.say("policy-only-formats", names=names)


def names(policy: "Policy", options: "dict") -> str:
    """Disable the ways to name that are not allowed; what to say of them, or ""."""
    for kind in options:
        if policy.alternate_id == NEVER:
            options[kind].disabled = kind != RANDOM
        elif policy.alternate_id == REQUIRED:
            options[kind].disabled = kind == RANDOM
    if policy.alternate_id == NEVER:
        return words.say("policy-names-never")
    said = [words.say("policy-names-required")] if policy.alternate_id == REQUIRED else []
    if policy.begins:
        said.append(words.say("policy-names-begin", begins=policy.begins))
    return " ".join(said)


def show_output(policy: "Policy | None", options: "dict", item: "Item", chosen: str) -> bool:
    """Limit the field of the format to what the policy allows; True if there is one."""
    reset(options)
    if policy is not None:
        written = status_text.format_of(None, item.inspection)
        put("output-note", output(policy, options, written, chosen))
    return policy is not None


def show_names(policy: "Policy | None", options: "dict") -> bool:
    """Limit the field of the names to what the policy allows; True if there is one."""
    reset(options)
    if policy is not None:
        put("names-note", names(policy, options))
    return policy is not None


def reset(options: "dict") -> None:
    """Every option as it is without a policy."""
    for name in options:
        options[name].hidden = options[name].disabled = False


def put(name: str, text: str) -> None:
    """Add what is said to the note with that id."""
    note = dom.by_id(name)
    dom.put_text(note, (str(note.textContent) + " " + text).strip())
