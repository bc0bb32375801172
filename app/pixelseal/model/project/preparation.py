"""What was settled before work began: a project's `process` (docs/project.md, 6). Decides nothing.

All of it may be left open. No source is named in it.
"""

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.recipe import checks
from pixelseal.model.recipe.checks import DIGITS
from pixelseal.model.recipe.value import Value
from pixelseal.model.typed_text import MAX_TEXT, is_text

BASES = ("safe-harbor", "expert-determination")  # 45 CFR 164.514(b)(2) and (b)(1)
ROLES = ("preparer", "de-identifier", "validator", "recipient", "steward", "expert")
# The texts that it has, and how many characters each may have.
TEXTS = (("purpose", 200), ("may_show", 1000), ("outputs", 200), ("backups", 200))
MAX_PEOPLE = 100

_KEYS = ("purpose", "basis", "may_show", "people", "outputs", "backups", "policy")
_POLICY = (("name", 60), ("version", 20))


class Preparation(Value):
    """Purpose, basis, people and places of a set of images; each None, or (), where nobody said.

    :param purpose: what the images are for.
    :param basis: "safe-harbor" or "expert-determination".
    :param may_show: what may stay visible in them.
    :param people: (role, who) of each, the role one of ROLES.
    :param outputs: where the finished images are kept.
    :param backups: where copies of them are kept.
    :param policy: (name, version, SHA-256) of the policy by which it is done.
    """

    FIELDS = _KEYS

    def __init__(
        self,
        purpose: "str | None" = None,
        basis: "str | None" = None,
        may_show: "str | None" = None,
        people: "tuple[tuple[str, str], ...]" = (),
        outputs: "str | None" = None,
        backups: "str | None" = None,
        policy: "tuple[str, str, str] | None" = None,
    ) -> None:
        self.purpose = purpose
        self.basis = basis
        self.may_show = may_show
        self.people = people
        self.outputs = outputs
        self.backups = backups
        self.policy = policy

    def to_object(self) -> "dict[str, object]":
        """As dicts and lists, every key present."""
        found = {name: getattr(self, name) for name in _KEYS}
        found["people"] = [{"role": role, "who": who} for role, who in self.people]
        if self.policy is not None:
            name, version, sha256 = self.policy
            found["policy"] = {"name": name, "version": version, "sha256": sha256}
        return found

    def under(self, policy: "tuple[str, str, str] | None") -> "Preparation":
        """The same, done by that policy."""
        return Preparation(
            self.purpose,
            self.basis,
            self.may_show,
            self.people,
            self.outputs,
            self.backups,
            policy,
        )

    def or_none(self) -> "Preparation | None":
        """The same, None if nothing at all was said."""
        return None if self == Preparation() else self


def wrong(name: str, value: "object") -> bool:
    """True if a text of TEXTS, or "who", may not have that value; None is no text, and right."""
    return value is not None and not is_text(value, dict(TEXTS).get(name, MAX_TEXT))


def parse_object(untrusted: "object", where: str) -> Preparation:
    """Read it from parsed JSON; RecipeRefused with the `key`, which begins with `where`."""
    top = checks.keys(untrusted, where, _KEYS)
    texts = {name: _text(top[name], where + "." + name, most) for name, most in TEXTS}
    basis = top["basis"]
    if basis is not None:
        basis = checks.choice(basis, where + ".basis", BASES)
    return Preparation(
        texts["purpose"],
        basis,
        texts["may_show"],
        _people(top["people"], where + ".people"),
        texts["outputs"],
        texts["backups"],
        _policy(top["policy"], where + ".policy"),
    )


def _people(untrusted: "object", where: str) -> "tuple[tuple[str, str], ...]":
    found = []
    for number, row in enumerate(checks.rows(untrusted, where, 0, MAX_PEOPLE)):
        here = "{}[{}]".format(where, number)
        person = checks.keys(row, here, ("role", "who"))
        who = _text(person["who"], here + ".who", MAX_TEXT)
        if who is None:
            raise RecipeRefused("recipe-wrong-type", key=here + ".who")
        found.append((checks.choice(person["role"], here + ".role", ROLES), who))
    if len(set(found)) != len(found):
        raise RecipeRefused("recipe-out-of-range", key=where)
    return tuple(found)


def _policy(untrusted: "object", where: str) -> "tuple[str, str, str] | None":
    if untrusted is None:
        return None
    policy = checks.keys(untrusted, where, ("name", "version", "sha256"))
    texts = []
    for name, most in _POLICY:
        text = policy[name]
        if not isinstance(text, str):
            raise RecipeRefused("recipe-wrong-type", key=where + "." + name)
        if not 1 <= len(text) <= most or not all(31 < ord(c) < 127 for c in text):
            raise RecipeRefused("recipe-out-of-range", key=where + "." + name)
        texts.append(text)
    sha256 = policy["sha256"]
    if not isinstance(sha256, str):
        raise RecipeRefused("recipe-wrong-type", key=where + ".sha256")
    if len(sha256) != 64 or not all(c in DIGITS + "abcdef" for c in sha256):
        raise RecipeRefused("recipe-out-of-range", key=where + ".sha256")
    return texts[0], texts[1], sha256


def _text(untrusted: "object", where: str, most: int) -> "str | None":
    if untrusted is None:
        return None
    if not isinstance(untrusted, str):
        raise RecipeRefused("recipe-wrong-type", key=where)
    if not is_text(untrusted, most):
        raise RecipeRefused("recipe-out-of-range", key=where)
    return untrusted
