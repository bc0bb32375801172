"""What programs looked for in one image, and what became of it, as a value. Finds nothing.

Certificate and private record state it (docs/certificate.md, docs/record.md).
"""

from pixelseal.model.recipe.value import Value

# Of 100 faces, lines of writing and codes in tests, how many no finder proposes (docs/find.md, 5).
MISSED = (3, 6, 1)


class Finding(Value):
    """Which finders looked at an image, and what people did with what they proposed.

    :param finders: (name, version) of each, at least one.
    :param unconfirmed: how many regions of the recipe a finder proposed and no person confirmed.
    :param counts: (kind, proposed, taken, thrown away) for each kind of which anything was
        proposed; for the private record alone.
    """

    FIELDS = ("finders", "unconfirmed", "counts")

    def __init__(
        self,
        finders: "tuple[tuple[str, str], ...]",
        unconfirmed: int = 0,
        counts: "tuple[tuple[str, int, int, int], ...]" = (),
    ) -> None:
        self.finders = finders
        self.unconfirmed = unconfirmed
        self.counts = counts

    def to_object(self) -> "dict[str, object]":
        """As the private record holds it."""
        return {
            "finders": [{"name": name, "version": version} for name, version in self.finders],
            "unconfirmed": self.unconfirmed,
            "counts": [
                {"kind": kind, "proposed": proposed, "taken": taken, "thrown_away": gone}
                for kind, proposed, taken, gone in self.counts
            ],
        }
