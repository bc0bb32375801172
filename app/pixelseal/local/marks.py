"""What is to be done to each image of a batch: recipes and reviews beside its path, or a project.

An image for which nothing is found, or nothing certain, gets a code instead of a recipe: nothing
is ever made without marks. Makes no image and writes nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pixelseal.core.base.errors import PixelsealError, RecipeRefused
from pixelseal.local import faults, files, projects
from pixelseal.local.jobs import RECIPE_BYTES, UNMARKED, JobError
from pixelseal.model import review as reviews
from pixelseal.model.project.project import Entry
from pixelseal.model.recipe import recipe as recipes
from pixelseal.model.recipe.recipe import Recipe

RECIPE, REVIEW = ".recipe.json", ".review.json"
NONE, UNREAD, DIFFER, PROPOSALS = UNMARKED


class Marked(NamedTuple):
    """What is to be done to one page.

    :param recipe: the bytes of its file, None if the page must not be made.
    :param review: of its file, None without one.
    :param code: why there is no recipe.
    :param alternate: the alternate ID in the recipe.
    :param usable: False if the run will refuse recipe or review, and say why.
    """

    recipe: bytes | None
    review: bytes | None = None
    code: str | None = None
    alternate: str | None = None
    usable: bool = True


class Marks:
    """Recipes and reviews below a folder, and entries of a project; one of them may be None.

    PixelsealError names the folder or the project if it cannot be used.
    """

    def __init__(self, source: Path, folder: Path | None, project: Path | None) -> None:
        self._source, self._folder = source, folder
        self._beside: tuple[str, tuple[bytes, bytes | None] | None] = ("", None)
        self._names: tuple[PurePosixPath | None, Counter[str]] = (None, Counter())
        self._entries: dict[tuple[str, int], list[Entry]] = {}
        self._among = False  # the recipes lie among the originals, and are none
        if folder is not None:
            with faults.about(folder):
                if not folder.is_dir():
                    raise JobError("job-no-recipes")
            self._among = folder.resolve().is_relative_to(source.resolve())
        if project is not None:
            with faults.about(project):
                for entry in projects.opened(project)[0]:
                    self._entries.setdefault((entry.sha256, entry.page), []).append(entry)

    def is_own(self, path: str) -> bool:
        """True for a recipe or review among the originals."""
        return self._among and path.endswith((RECIPE, REVIEW))

    def of(self, path: str, digest: str | None, page: int, pages: int) -> Marked:
        """What is to be done to that page of the original at a path from the source."""
        try:
            found = [*self._in_folder(path, page, pages), *self._in_project(digest, page)]
        except JobError as error:
            return Marked(None, code=error.code)
        if not found:
            return Marked(None, code=NONE)
        first = found[0]
        alike = {_meaning(recipes.parse, one.recipe or b"") for one in found}
        reviewed = {_meaning(reviews.parse, one.review): one.review for one in found if one.review}
        if len(alike) > 1 or len(reviewed) > 1:
            return Marked(None, code=DIFFER)
        review = next(iter(reviewed.values()), None)
        usable = all(isinstance(one, str) for one in (*alike, *reviewed))
        return first._replace(review=review, usable=usable)

    def _in_folder(self, path: str, page: int, pages: int) -> Iterator[Marked]:
        """The recipe of that name, and the review; JobError: job-recipe-unread."""
        if self._folder is None:
            return
        if self._beside[0] != path:
            self._beside = (path, self._read(path))
        if self._beside[1] is None:
            return
        data, review = self._beside[1]
        recipe = _parsed(data)
        # Of several pages one that the recipe does not name was perhaps never looked at.
        if recipe is None or pages == 1 or _names(recipe, page):
            yield Marked(data, review, alternate=None if recipe is None else recipe.alternate_id)

    def _read(self, path: str) -> tuple[bytes, bytes | None] | None:
        whole = PurePosixPath(path)
        names = [path]
        if self._is_alone(whole):
            names.append(str(whole.with_suffix("")))
        for name in names:
            data = self._bytes(name + RECIPE)
            if data is not None:
                return data, self._bytes(name + REVIEW)
        return None

    def _bytes(self, name: str) -> bytes | None:
        assert self._folder is not None
        try:
            return files.read(self._folder / name, RECIPE_BYTES)
        except PixelsealError as error:
            if error.code == "file-missing":
                return None
            raise JobError(UNREAD) from None

    def _is_alone(self, path: PurePosixPath) -> bool:
        """True if no other original beside it would have the same name without its suffix."""
        if self._names[0] != path.parent:
            counted: Counter[str] = Counter()
            for other in (self._source / path.parent).iterdir():
                if not other.name.startswith(".") and not self.is_own(other.name):
                    counted.update({other.name.casefold(), other.stem.casefold()})
            self._names = (path.parent, counted)
        return self._names[1][path.stem.casefold()] == 1

    def _in_project(self, digest: str | None, page: int) -> Iterator[Marked]:
        """The project's marks, if anything was done to the page; JobError: job-proposals."""
        for entry in self._entries.get((digest or "", page), []):
            if entry.proposed is not None:
                raise JobError(PROPOSALS)
            answered = entry.review is not None and entry.about == entry.digest()
            review = entry.review if answered else None
            # A project holds every image that was open, also those that nobody came to.
            if _names(entry.recipe, page) or (review is not None and not review.open):
                yield Marked(
                    entry.recipe.to_json().encode(),
                    None if review is None else review.to_json().encode(),
                    alternate=entry.recipe.alternate_id,
                )


def _names(recipe: Recipe, page: int) -> bool:
    """True if the recipe hides anything on this page."""
    pages = [row.page for row in recipe.regions]
    pages += [row.page for row in recipe.keep] + [row.page for row in recipe.crop]
    return page in pages


def _parsed(data: bytes) -> Recipe | None:
    try:
        return recipes.parse(data)
    except RecipeRefused:
        return None


def _meaning(parse: Callable[[bytes], Recipe | reviews.Review], data: bytes) -> str | bytes:
    """The canonical text, whatever the layout; the bytes themselves if they are not valid."""
    try:
        return parse(data).to_json()
    except RecipeRefused:
        return data
