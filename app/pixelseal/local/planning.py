"""Plans a batch: which sources there are, and what each output will be called. Makes no image."""

import hashlib
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pixelseal.core import engine
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import faults, files, folders, jobs, policies
from pixelseal.local.build import build
from pixelseal.local.jobs import Header, Item, Job, JobError
from pixelseal.local.marks import Marked, Marks
from pixelseal.local.places import make_private, require_unshared
from pixelseal.model.policy import policy as policy_files
from pixelseal.model.project import id_table
from pixelseal.model.recipe import recipe as recipes
from pixelseal.version import __version__

_IDS_MOST = 1_000_000  # rows
_IDS_BYTES = 256 << 20


class Asked(NamedTuple):
    """What a plan is made of: one recipe for all, or `recipes` and `project` for each.

    All but the source may be None.
    """

    source: Path
    recipe: Path | None
    ids: Path | None
    policy: Path | None
    id_not_derived: bool
    recipes: Path | None = None
    project: Path | None = None


class Planning:
    """One plan: first all that can be wrong with it, then `write`.

    `images` counts what was planned, `unopened` the sources of which it is known that no image
    will be made, `unmarked` the images without a usable recipe, `named` the sources that have an
    alternate ID from the table.
    """

    def __init__(self, asked: Asked, folder: Path) -> None:
        """PixelsealError: as `files.read`, `recipe.parse`, `policies.opened`, `id_table.parse`.

        JobError: job-exists, job-inside, job-no-folder; `require_unshared`.
        """
        self.images = self.unopened = self.unmarked = self.named = 0
        self._asked, self._folder = asked, folder
        if not asked.source.is_dir():
            raise JobError("job-no-folder")
        if (folder / jobs.PLAN).exists():
            raise JobError("job-exists")
        require_unshared(folder / jobs.PLAN)
        jobs.require_apart(asked.source, folder)
        self._one = None if asked.recipe is None else Marked(_for_all(asked.recipe))
        self._marks = Marks(asked.source, asked.recipes, asked.project)
        self._policy = None
        if asked.policy is not None:
            with faults.about(asked.policy):
                policies.opened(asked.policy)
                self._policy = files.read(asked.policy, policy_files.MAX_BYTES)
        self._ids = None if asked.ids is None else self._table(asked.ids)

    def write(self) -> Job:
        """Read each source once and write the plan. EngineFault: not-written."""
        make_private(self._folder)
        policy = None if self._policy is None else hashlib.sha256(self._policy).hexdigest()
        header = Header(
            secrets.token_hex(16),
            str(self._asked.source.resolve()),
            __version__,
            build(),
            datetime.now(UTC).isoformat(timespec="seconds"),
            self._asked.id_not_derived,
            policy,
        )
        jobs.write(self._folder, header, self._policy, self._items())
        return Job(self._folder)

    def _table(self, path: Path) -> dict[str, str]:
        """The alternate ID of each path that has one. IdTableError; JobError: job-ids-unused."""
        with faults.about(path):
            text = _told(path, _IDS_BYTES).decode("utf-8", "replace")
            table = id_table.parse(text, _IDS_MOST, _IDS_BYTES)
            paths = list(self._sources())
            # A row with the path from the folder, or with the name, if only one source has it.
            names = [one if one.lower() in table else one.rsplit("/", 1)[-1] for one in paths]
            ids = id_table.match(table, names).ids
            found = {one: id for one, id in zip(paths, ids, strict=True) if id is not None}
            if not found:
                raise JobError("job-ids-unused")
            return found

    def _sources(self) -> Iterator[str]:
        return (path for path in sources(self._asked.source) if not self._marks.is_own(path))

    def _items(self) -> Iterator[Item]:
        """Each image; what it names is kept. JobError: job-id-twice, job-recipes-unused."""
        marked = 0
        recipe = self._kept(jobs.RECIPES, self._one and self._one.recipe)
        taken: set[str] = set()  # of alternate IDs alone: others are drawn at random
        for path in self._sources():
            given = (self._ids or {}).get(path)
            drawn = secrets.token_hex(8)
            before = self.unopened
            digest, pages = self._known(path)
            self.named += given is not None
            for page in range(1, pages + 1):
                found = self._one or self._marks.of(path, digest, page, pages)
                named = given or found.alternate
                item = Item(
                    path,
                    named or drawn,
                    named is not None,
                    recipe or self._kept(jobs.RECIPES, found.recipe),
                    self._kept(jobs.REVIEWS, found.review),
                    found.code,
                    digest,
                    page,
                    pages,
                )
                marked += found.recipe is not None
                unusable = found.recipe is None or not found.usable
                self.unmarked += unusable and self.unopened == before
                if named is not None:
                    if item.stem.casefold() in taken:
                        raise JobError("job-id-twice", id=item.stem)
                    taken.add(item.stem.casefold())
                self.images += 1
                yield item
        if self.images and not marked:
            raise JobError("job-recipes-unused")

    def _kept(self, kind: str, data: bytes | None) -> str | None:
        return None if data is None else jobs.keep(self._folder, kind, data)

    def _known(self, path: str) -> tuple[str | None, int]:
        """The source's SHA-256, None if it cannot be read; its pages, 1 if it cannot be opened."""
        digest = None
        try:
            data = files.read(self._asked.source / path)
            digest = hashlib.sha256(data).hexdigest()
            return digest, len(engine.inspect(data).file.pages)
        except (PixelsealError, MemoryError):
            self.unopened += 1
            return digest, 1


def sources(root: Path) -> Iterator[str]:
    """The files in a folder, as `folders.below`; JobError (job-unlisted) instead of OSError."""
    try:
        yield from folders.below(root)
    except OSError:
        raise JobError("job-unlisted") from None


def _for_all(path: Path) -> bytes:
    """The one recipe. As `files.read` and `recipe.parse`; JobError: job-recipe-names."""
    data = _told(path, jobs.RECIPE_BYTES)
    with faults.about(path):
        if recipes.parse(data).alternate_id is not None:
            raise JobError("job-recipe-names")  # one name for all of them
    return data


def _told(path: Path, most: int) -> bytes:
    with faults.about(path):
        return files.read(path, most)
