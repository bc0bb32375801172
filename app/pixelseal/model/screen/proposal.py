"""Records that were copied to an image, or found on it, and that nobody has confirmed there yet.

They are drawn, moved and undone like any record, but are not part of a recipe: nothing is burned
until a person has confirmed them on that very image (docs/series.md).
"""

from pixelseal.model.recipe.region import Crop, Keep, Region

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape


class ProposedRegion(Region):
    """A region that is not confirmed."""


class FoundFace(ProposedRegion):
    """A face that a program found."""

    FOUND = "face"


class FoundWriting(ProposedRegion):
    """Writing that a program found."""

    FOUND = "writing"


class FoundCode(ProposedRegion):
    """A barcode or the like that a program found."""

    FOUND = "code"


FOUND_KINDS = {one.FOUND: one for one in (FoundFace, FoundWriting, FoundCode)}


class ProposedKeep(Keep):
    """An area to keep that is not confirmed."""


class ProposedCrop(Crop):
    """A crop that is not confirmed."""


def is_proposed(record: "Region | Keep | Crop") -> bool:
    """True for a record that is not confirmed."""
    return isinstance(record, (ProposedRegion, ProposedKeep, ProposedCrop))


def found_as(record: "Region | Keep | Crop | None") -> str:
    """What a program found there: "face", "writing" or "code"; "" if it was no program."""
    return getattr(record, "FOUND", "")


def found(kind: str, region: Region) -> ProposedRegion:
    """The region as a program's proposal of that kind."""
    return FOUND_KINDS[kind](region.shape, region.method, region.reasons, region.page)


def place_before(record: "Region | Keep | Crop | None") -> "Shape | None":
    """Where a copied region was before it was moved onto what a program found, None if it was not
    (pixelseal.model.screen.following_region)."""
    return getattr(record, "was", None)


def proposed(record: "Region | Keep | Crop") -> "Region | Keep | Crop":
    """The record, not confirmed."""
    if isinstance(record, Region):
        return ProposedRegion(record.shape, record.method, record.reasons, record.page)
    if isinstance(record, Keep):
        return ProposedKeep(record.shape, record.colour, record.page)
    return ProposedCrop(record.shape, record.page)


def confirmed(record: "Region | Keep | Crop") -> "Region | Keep | Crop":
    """The record, confirmed."""
    if isinstance(record, Region):
        return Region(record.shape, record.method, record.reasons, record.page)
    if isinstance(record, Keep):
        return Keep(record.shape, record.colour, record.page)
    return Crop(record.shape, record.page)
