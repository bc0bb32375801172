"""The set that a validation is about, and what became of its images since. Opens no file."""

from pixelseal.model.process.validation import (
    ACCEPTED,
    MAX_IMAGES,
    SENT_BACK,
    Entry,
    Hash,
    Of,
    Validation,
    ValidationError,
)
from pixelseal.model.recipe.value import Value

# What else than a decision a validation can say of an image.
UNDECIDED, CHANGED, MISSING = "undecided", "changed", "missing"
STANDINGS = (ACCEPTED, SENT_BACK, UNDECIDED, CHANGED, MISSING)
# Why an image that is there is not handed over (`pixelseal.model.process.bag.BagError`).
NOT_ACCEPTED = {
    SENT_BACK: "pack-sent-back",
    UNDECIDED: "pack-not-validated",
    CHANGED: "pack-validated-other",
}


class Pair(Value):
    """An image of a set with its certificate, unchanged: name as saved, SHA-256 of both."""

    FIELDS = ("image", "sha256", "certificate")

    def __init__(self, image: str, sha256: str, certificate: str) -> None:
        self.image = image
        self.sha256 = sha256
        self.certificate = certificate


def line_of(pair: Pair) -> str:
    """What an image of the set adds to the hash of `Of`."""
    return pair.sha256 + "  " + pair.certificate + "  " + pair.image + "\n"


def of_set(pairs: "list[Pair]") -> Of:
    """The set with these images; ValidationError: validation-doubled for two of one name."""
    hashed = Hash()
    for pair in in_order(pairs):
        hashed.add(line_of(pair))
    return Of(len(pairs), hashed.hex())


def in_order(pairs: "list[Pair]") -> "list[Pair]":
    """Sorted by name; ValidationError: validation-doubled, validation-too-long."""
    if len(pairs) > MAX_IMAGES:
        raise ValidationError("validation-too-long", images=MAX_IMAGES)
    ordered = sorted(pairs, key=lambda pair: pair.image)
    for place in range(1, len(ordered)):
        if ordered[place].image == ordered[place - 1].image:
            raise ValidationError("validation-doubled", name=ordered[place].image)
    return ordered


class Standing(Value):
    """What a validation says of an image: one of STANDINGS; `entry` may be None."""

    FIELDS = ("image", "status", "entry")

    def __init__(self, image: str, status: str, entry: "Entry | None") -> None:
        self.image = image
        self.status = status
        self.entry = entry


def standings(validation: Validation, pairs: "list[Pair]", broken: "list[str]") -> "list[Standing]":
    """What it says of each image that is in the set now or was decided about, sorted by name.

    `broken` are the names, as certificates state them, of images that are not as these say.
    """
    here = {pair.image: pair for pair in pairs}
    decided = {entry.image: entry for entry in validation.entries}
    rows = []
    for name in sorted(set(here) | set(decided)):
        rows.append(standing(name, decided.get(name), here.get(name), name in broken))
    return rows


def standing(name: str, entry: "Entry | None", pair: "Pair | None", broken: bool) -> Standing:
    """What an entry says of an image of that name; `pair` is what is there now, unchanged."""
    if entry is None:
        return Standing(name, UNDECIDED, None)
    if pair is None:
        return Standing(name, CHANGED if broken else MISSING, entry)
    same = (pair.sha256, pair.certificate) == (entry.sha256, entry.certificate)
    return Standing(name, entry.decision if same else CHANGED, entry)
