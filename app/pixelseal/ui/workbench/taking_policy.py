"""Takes an institution's policy, and names the images that do not obey it. Shows nothing."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.policy import policy as policies
from pixelseal.model.policy import rules
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.recipe import canonical
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images.in_force import forbidden_of
from pixelseal.ui.images.obeyed import DONE
from pixelseal.ui.text import words
from pixelseal.ui.text.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.policy.policy import Policy
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.text.message import Messages

LISTED = 20  # names of images that are told
_MARK = b"\xef\xbb\xbf"  # a byte order mark, which a browser leaves out of a file's text


def is_policy(untrusted_text: str) -> bool:
    """True if a JSON file's text calls itself a policy, of whatever version."""
    if '"policy/' not in untrusted_text[:4096]:
        return False
    try:
        untrusted = canonical.load(untrusted_text, policies.MAX_BYTES)
    except ValueError:
        return False
    version = untrusted.get("pixelseal") if isinstance(untrusted, dict) else None
    return isinstance(version, str) and version.startswith("policy/")


async def opened(queue: "Queue", host: "BrowserHost", messages: "Messages", blob: "object") -> None:
    """As `taken`, for a policy that was opened together with images; it is said."""
    await taken(queue, host, blob)
    policy = queue.in_force.policy
    if policy is not None:
        messages.notice(said_of(policy))


def said_of(policy: "Policy") -> Message:
    """That it holds from now on."""
    return Message(lambda: words.say("policy-taken", name=policy.name, version=policy.version))


async def tell(queue: "Queue", host: "BrowserHost", messages: "Messages") -> bool:
    """Name the images that do not obey the policy, as a message; True if that is new."""
    said = await told(queue, host)
    if said is None or str(said) in [str(one) for one in messages.notices]:
        return False  # images that were being opened when the policy came tell of it, too
    messages.notice(said)
    return True


async def taken(queue: "Queue", host: "BrowserHost", blob: "object") -> None:
    """Take a policy for all images that are open, or are opened later.

    PolicyRefused, and nothing changes, if it is invalid or no longer in force; Failure if the file
    cannot be read.
    """
    policy = await _read(host, blob)
    rules.require_date(policy, host.now()[:10])
    await _put(queue, host, policy, blob)


async def given_by_host(queue: "Queue", host: "BrowserHost", blob: "object") -> "Message | None":
    """Take the policy that lies beside the page; if it cannot be obeyed, nothing is allowed."""
    try:
        policy = await _read(host, blob)
    except PixelsealError as failure:
        queue.in_force.broken = failure
        code, values = failure.code, failure.values
        return Message(lambda: words.say("policy-host-broken", why=words.sentence(code, values)))
    await _put(queue, host, policy, blob)  # one past its last day, too: it forbids all
    return None


async def put_aside(queue: "Queue", host: "BrowserHost") -> None:
    """Go on without a policy."""
    await _put(queue, host, None, None)


async def told(queue: "Queue", host: "BrowserHost") -> "Message | None":
    """Which images are as the policy does not allow; None if none is. Nothing is changed."""
    names, count, slices = [], 0, TimeSlices(host)
    for item in list(queue.items):
        refused = forbidden_of(item)
        if refused is not None and refused.code in DONE:
            count += 1
            if count <= LISTED:
                names.append(item.title)
        await slices.turn()
    if not count:
        return None
    names += ["…"] if count > LISTED else []
    return Message(_told, count, ", ".join(names))


def _told(count: int, names: str) -> str:
    return words.say("policy-not-obeyed", count=count, names=names)


async def _read(host: "BrowserHost", blob: "object") -> "Policy":
    try:
        data = (await host.text(blob, policies.MAX_BYTES)).encode()
    except ValueError:
        raise PolicyRefused("policy-not-json") from None
    return policies.parse(data if len(data) == host.size(blob) else _MARK + data)


async def _put(
    queue: "Queue", host: "BrowserHost", policy: "Policy | None", blob: "object"
) -> None:
    in_force = queue.in_force
    in_force.policy, in_force.file, in_force.broken = policy, blob, None
    in_force.day = lambda: host.now()[:10]
    slices = TimeSlices(host)
    for item in list(queue.items):
        item.editor.fill = in_force.fill
        await slices.turn()
