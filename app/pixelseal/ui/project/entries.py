"""An image's work as an entry of a project, and the way back. Reads and writes no file."""

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.project.project import Entry
from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Keep, Region
from pixelseal.model.review import Review
from pixelseal.model.screen.proposal import confirmed, found, proposed

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.images.item import Item


def entry_of(item: "Item") -> "Entry":
    """An image's work; in its own recipe, a proposal is a record like any other."""
    waiting, given = item.editor.proposals, item.reviewing.given
    kinds: "list[list[object]]" = [
        [confirmed(one).on_page(item.page) for one in waiting if isinstance(one, kind)]
        for kind in (Region, Keep, Crop)
    ]
    made = Entry(
        item.inspection["sha256"],
        item.page,
        item.name[:255] or None,
        item.random_label,
        item.recipe,
        Recipe(
            kinds[0],
            item.editor.size,
            keep=kinds[1],
            crop=kinds[2],
            turn=item.editor.turns(item.page),
        )
        if waiting
        else None,
        Review(answers=given, given=item.reviewing.given_how) if given else None,
        searched=None if item.sought is None else item.sought.kept(),
        assessed=item.assessed,
    )
    return made.answered() if given else made  # all of them are valid


def has_work(item: "Item", entry: "Entry") -> bool:
    """True if there is work on the image that its entry would replace."""
    named = item.alternate_id not in ("", entry.recipe.alternate_id)
    assessed = item.assessed not in (None, entry.assessed)
    return item.editor.edited or named or assessed or bool(item.reviewing.given)


def is_like(item: "Item", entry: "Entry") -> bool:
    """True if the image has exactly the entry's work."""
    here = entry_of(item)
    return (here.recipe, here.proposed, here.review, here.assessed) == (
        entry.recipe, entry.proposed, entry.review, entry.assessed
    )  # fmt: skip


def restore(item: "Item", entry: "Entry") -> None:
    """Put the entry's work on the image, or its error if it does not fit."""
    fits = is_like(item, entry) or _take_marks(item, entry)
    if fits and entry.searched is not None:
        item.looked_at().restore(entry.searched)
    item.random_label = entry.label
    item.assessed = entry.assessed
    item.kept = item.work


def _take_marks(item: "Item", entry: "Entry") -> bool:
    """Put the entry's work on the image; False, with its error, if it does not fit."""
    width, height = item.editor.upright_size
    try:
        recipe = entry.recipe.fitted(width, height, item.pages, item.page)
        waiting = []
        if entry.proposed is not None:
            fitted = entry.proposed.fitted(width, height, item.pages, item.page)
            waiting = _proposals(fitted, entry)
    except RecipeRefused as error:
        item.error = (error.code, error.values)
        return False
    item.editor.take(recipe, waiting)
    item.output = recipe.output
    item.alternate_id = recipe.alternate_id or ""
    item.error = None
    answers = {} if entry.review is None else _given(entry.review)
    how = None if entry.review is None else entry.review.given
    item.reviewing.restore(answers, entry.about == entry.digest(), how)
    return True


def _proposals(fitted: Recipe, entry: "Entry") -> "list":
    """What waits on the image: what a program found says of which kind it is.

    A copied region that follows several finds is of none.
    """
    kinds: "dict[int, list[str]]" = {}
    for place in () if entry.searched is None else entry.searched.places:
        if place.proposed is not None:
            kinds.setdefault(place.proposed, []).append(place.kind)
    waiting = []
    for number, region in enumerate(fitted.regions):
        of = kinds.get(number, [])
        waiting.append(found(of[0], region) if len(of) == 1 else proposed(region))
    return waiting + [proposed(record) for record in fitted.keep + fitted.crop]


def _given(review: Review) -> "dict":
    return {
        letter: review.answer(letter) for letter in LETTERS if review.answer(letter) is not None
    }
