"""Plans a batch: which sources there are, and what each output will be called. Makes no image."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pixelseal.core import engine
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import faults, files, jobs, policies
from pixelseal.local.build import build
from pixelseal.local.jobs import Header, Item, Job, JobError
from pixelseal.local.places import make_private, require_unshared
from pixelseal.model.policy import policy as policy_files
from pixelseal.model.project import id_table
from pixelseal.model.recipe import recipe as recipes
from pixelseal.version import __version__

_IDS_MOST = 1_000_000  # rows
_IDS_BYTES = 256 << 20


class Asked(NamedTuple):
    """What a plan is made of; `ids` and `policy` may be None."""

    source: Path
    recipe: Path
    ids: Path | None
    policy: Path | None
    id_not_derived: bool


class Planning:
    """One plan: first all that can be wrong with it, then `write`.

    `images` counts what was planned, `unopened` the sources of which it is known that no image
    will be made, `named` those that have an alternate ID.
    """

    def __init__(self, asked: Asked, folder: Path) -> None:
        """PixelsealError: as `files.read`, `recipe.parse`, `policies.opened`, `id_table.parse`.

        JobError: job-exists, job-inside, job-no-folder; `require_unshared`.
        """
        self.images = self.unopened = self.named = 0
        self._asked, self._folder = asked, folder
        if not asked.source.is_dir():
            raise JobError("job-no-folder")
        if (folder / jobs.PLAN).exists():
            raise JobError("job-exists")
        require_unshared(folder / jobs.PLAN)
        jobs.require_apart(asked.source, folder)
        self._recipe = _told(asked.recipe, jobs.RECIPE_BYTES)
        with faults.about(asked.recipe):
            recipe = recipes.parse(self._recipe)
            if recipe.alternate_id is not None:
                raise JobError("job-recipe-names")  # one name for all of them
        self._policy = None
        if asked.policy is not None:
            with faults.about(asked.policy):
                policies.opened(asked.policy)
                self._policy = files.read(asked.policy, policy_files.MAX_BYTES)
        self._ids = None if asked.ids is None else self._table(asked.ids)

    def write(self) -> Job:
        """Read each source once and write the plan. EngineFault: not-written."""
        digest = hashlib.sha256(self._recipe).hexdigest()
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
        items = self._items(digest)
        jobs.write(self._folder, header, {digest: self._recipe}, self._policy, items)
        return Job(self._folder)

    def _table(self, path: Path) -> dict[str, str]:
        """The alternate ID of each path that has one. IdTableError; JobError: job-ids-unused."""
        with faults.about(path):
            text = _told(path, _IDS_BYTES).decode("utf-8", "replace")
            table = id_table.parse(text, _IDS_MOST, _IDS_BYTES)
            paths = list(sources(self._asked.source))
            # A row with the path from the folder, or with the name, if only one source has it.
            names = [one if one.lower() in table else one.rsplit("/", 1)[-1] for one in paths]
            ids = id_table.match(table, names).ids
            found = {one: id for one, id in zip(paths, ids, strict=True) if id is not None}
            if not found:
                raise JobError("job-ids-unused")
            return found

    def _items(self, recipe: str) -> Iterator[Item]:
        taken: set[str] = set()  # of alternate IDs alone: others are drawn at random
        for path in sources(self._asked.source):
            named = (self._ids or {}).get(path)
            label = secrets.token_hex(8) if named is None else named
            digest, pages = self._known(path)
            self.named += named is not None
            for page in range(1, pages + 1):
                item = Item(path, label, named is not None, recipe, digest, page, pages)
                if named is not None:
                    if item.stem.casefold() in taken:
                        raise JobError("job-id-twice", id=item.stem)
                    taken.add(item.stem.casefold())
                self.images += 1
                yield item

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
    """The files in a folder and below it, with "/", in the order of their names, hidden ones not.

    Linked folders are entered, each once. JobError (job-unlisted) if one cannot be listed: what
    lies in it would be left out unsaid.
    """
    entered: set[str] = set()
    for folder, folders, names in os.walk(root, onerror=_unlisted, followlinks=True):
        inner = os.path.realpath(folder)
        if inner in entered:  # a cyclic link
            folders.clear()
            continue
        entered.add(inner)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = Path(folder).relative_to(root)
        for name in sorted(names):
            if not name.startswith("."):
                yield (base / name).as_posix()


def _unlisted(_error: OSError) -> None:
    raise JobError("job-unlisted")


def _told(path: Path, most: int) -> bytes:
    with faults.about(path):
        return files.read(path, most)
