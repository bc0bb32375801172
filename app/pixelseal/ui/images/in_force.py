"""The policy that holds for the open images, if any. Reads no file; the rules are the model's."""

from pixelseal.model.errors import PixelsealError

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.policy.policy import Policy
    from pixelseal.model.recipe.region import Fill
    from pixelseal.ui.images.item import Item


class InForce:
    """One for all images; `policy` is None while there is none, `file` the Blob that it is in.

    `broken` is why the host's policy cannot be obeyed: then nothing is allowed. `day()` is today,
    "YYYY-MM-DD".
    """

    def __init__(self) -> None:
        self.policy: "Policy | None" = None
        self.file: "object" = None
        self.broken: "PixelsealError | None" = None
        self.day: "Callable[[], str]" = str

    @property
    def holds(self) -> bool:
        """True if there is a policy, or one that cannot be obeyed."""
        return self.policy is not None or self.broken is not None

    @property
    def sha256(self) -> str:
        """By which certificates name it; "" without one."""
        return "" if self.policy is None else self.policy.sha256

    @property
    def fill(self) -> "Fill | None":
        """How a region is covered for which nobody chose a method; None for the usual."""
        if self.policy is None:
            return None
        from pixelseal.model.policy.rules import default_fill

        return default_fill(self.policy)

    def forbids(self, item: "Item") -> "PixelsealError | None":
        """What it does not allow of an image as it is, or demands and no press can state."""
        if self.policy is None:
            return self.broken
        from pixelseal.ui.images.obeyed import forbidden

        try:
            forbidden(self.policy, item, self.day())
        except PixelsealError as refused:
            return refused
        return None


def forbidden_of(item: "Item") -> "PixelsealError | None":
    """What the policy that holds does not allow of an image as it is; None without a policy."""
    return None if item.in_force is None else item.in_force.forbids(item)
