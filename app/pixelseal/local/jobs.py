"""A batch's plan, and the folder that holds it: one line for each image (docs/scale.md, 1).

Writes and reads plans line by line, whatever their length. Makes no image.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pixelseal.core.base.errors import EngineFault, PixelsealError
from pixelseal.local import files
from pixelseal.local.build import build
from pixelseal.local.places import Places
from pixelseal.model.policy import policy as policies
from pixelseal.model.recipe.recipe import is_alternate_id
from pixelseal.version import __version__

VERSION = "plan/1"
PLAN, PLACES, OF_JOB = "plan.jsonl", "places.json", "job.json"
RECIPES, REVIEWS, POLICY = "recipes", "reviews", "policy.json"
IMAGES, CERTIFICATES = "images", "certificates"
RECORDS, ROWS = "records", "rows"
RECIPE_BYTES = 16 << 20
PRIVATE_MODE = 0o600
_SMALL = 1 << 16  # bytes of the files that say where a job writes
_LINE_MOST = 1 << 16  # characters; a path has at most 4096 bytes, each written as six
_HASH = re.compile("[0-9a-f]{64}")
_HEADER = ("pixelseal", "job", "root", "version", "build", "made", "id_not_derived", "policy")
_ITEM = ("path", "label", "id", "recipe", "review", "code", "sha256", "page", "pages")
# Why an image has no recipe: none, one that cannot be read, several, proposals in the project.
UNMARKED = ("job-no-recipe", "job-recipe-unread", "job-recipes-differ", "job-proposals")


class JobError(PixelsealError):
    """A job that cannot be used as it is; codes begin with ``job-``."""


class Header(NamedTuple):
    """The first line: what holds for all images.

    :param job: random, so that no two jobs are taken for one another.
    :param root: the folder of the sources; paths of the lines begin there.
    :param build: of the engine: another one would make other bytes.
    :param made: when (UTC, ISO 8601).
    :param id_not_derived: whether IDs were stated to be assigned or random.
    :param policy: the SHA-256 of its file, None without one.
    """

    job: str
    root: str
    version: str
    build: str
    made: str
    id_not_derived: bool
    policy: str | None


class Item(NamedTuple):
    """One line: one image to be made.

    :param path: of the source, from the root; never glued to it.
    :param label: what the output is called after; drawn once, here.
    :param id: whether the label is an alternate ID.
    :param recipe: the SHA-256 of its file; None if there is none, and nothing is made.
    :param review: the SHA-256 of its file, None without one.
    :param code: why there is no recipe, one of `UNMARKED`, else None.
    :param sha256: the source's, None if it could not be read.
    :param page: counted from 1.
    :param pages: how many the source has; 1 also if it could not be opened.
    """

    path: str
    label: str
    id: bool
    recipe: str | None
    review: str | None
    code: str | None
    sha256: str | None
    page: int
    pages: int

    @property
    def stem(self) -> str:
        """The stem of the names of all its files, as the engine names them."""
        return self.label if self.pages == 1 else f"{self.label}-p{self.page:03}"

    def to_line(self) -> str:
        """The line, ASCII without its end."""
        return _line(self._asdict())


class Job:
    """A job's folder, opened: its header, recipes and policy. JobError: job-not-a-plan."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.header = _header(next(self._lines(), ""))

    @property
    def root(self) -> Path:
        """The folder of the sources."""
        return Path(self.header.root)

    def items(self) -> Iterator[Item]:
        """The images in the order of the plan. JobError (job-not-a-plan), also if it was cut."""
        count, ended = 0, False
        lines = self._lines()
        next(lines, "")
        for line in lines:
            if ended:
                raise JobError("job-not-a-plan", line=count + 3)
            if line.startswith('{"items"'):
                ended = line == _line({"items": count})
                if not ended:
                    break
                continue
            count += 1
            yield item_of(line, count + 1)
        if not ended:
            raise JobError("job-not-a-plan", line=count + 2)

    def recipe(self, digest: str) -> bytes:
        """The recipe of that hash, as it was when the plan was made. JobError: job-changed."""
        return self._kept(self.folder / RECIPES / f"{digest}.json", digest, RECIPE_BYTES)

    def review(self, digest: str) -> bytes:
        """The review of that hash, as `recipe`."""
        return self._kept(self.folder / REVIEWS / f"{digest}.json", digest, RECIPE_BYTES)

    def policy(self) -> bytes | None:
        """The policy, as it was when the plan was made. JobError: job-changed."""
        digest = self.header.policy
        if digest is None:
            return None
        return self._kept(self.folder / POLICY, digest, policies.MAX_BYTES)

    def require_build(self) -> None:
        """JobError (job-other-build): this installation would make other bytes than the plan's."""
        if self.header.build != build():
            raise JobError("job-other-build", version=self.header.version, here=__version__)

    def require_root(self) -> None:
        """JobError (job-source-gone): the folder of the sources is not there, or is empty.

        A disk that is not mounted must not make every image refused.
        """
        try:
            with os.scandir(self.root) as entries:
                if next(entries, None) is not None:
                    return
        except OSError:
            pass
        raise JobError("job-source-gone")

    def places(self) -> "Bound":
        """Where the job writes. JobError (job-not-run) before its first run."""
        try:
            told = json.loads(files.read(self.folder / PLACES, _SMALL))
            return Bound(Path(told["out"]), Path(told["private"]))
        except PixelsealError:
            raise JobError("job-not-run") from None
        except (ValueError, KeyError, TypeError):
            raise JobError("job-changed") from None

    def bind(self, out: Path, private: Path) -> "Bound":
        """Say where the job writes, for all its runs, and make the folders.

        PixelsealError as `Places`; JobError: job-inside, job-elsewhere, job-out-used.
        """
        places = Places(out, private)
        require_apart(self.root, out, private, self.folder)
        require_apart(self.folder, out)
        bound = Bound(places.out.resolve(), places.records.resolve())
        here, marked = self.folder / PLACES, bound.private / OF_JOB
        if not here.exists() and bound.used() and not here.exists():
            raise JobError("job-out-used")
        places.make()
        told = {"out": str(bound.out), "private": str(bound.private)}
        _agreed(here, told, "job-elsewhere")
        _agreed(marked, {"job": self.header.job}, "job-out-used")
        for folder in bound.folders:
            private_one = folder.parent == bound.private
            folder.mkdir(mode=0o700 if private_one else 0o777, exist_ok=True)
        return bound

    def _lines(self) -> Iterator[str]:
        try:
            with (self.folder / PLAN).open(encoding="ascii", newline="\n") as file:
                while line := file.readline(_LINE_MOST):
                    yield line.rstrip("\n")
        except OSError as error:
            raise files.unread(error) from None
        except UnicodeDecodeError:
            raise JobError("job-not-a-plan", line=1) from None

    def _kept(self, path: Path, digest: str, most: int) -> bytes:
        data = files.read(path, most)
        if hashlib.sha256(data).hexdigest() != digest:
            raise JobError("job-changed")
        return data


class Bound(NamedTuple):
    """The folder that is shared, and the private one; what a job writes lies in `folders`."""

    out: Path
    private: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """Of images, certificates, private records, and rows."""
        shared = self.out / IMAGES, self.out / CERTIFICATES
        return (*shared, self.private / RECORDS, self.private / ROWS)

    def row(self, item: Item) -> Path:
        """The item's row: once it is there, the item is done."""
        return self.private / ROWS / f"{item.stem}.json"

    def used(self) -> bool:
        """True if one of the folders holds anything."""
        return any(folder.is_dir() and any(folder.iterdir()) for folder in self.folders)


def write(folder: Path, header: Header, policy: bytes | None, items: Iterable[Item]) -> None:
    """Write a new plan, complete or not at all, into its folder, which exists.

    What the items name is kept as they are drawn. EngineFault: not-written. JobError: job-exists.
    """
    try:
        if policy is not None:
            _keep(folder / POLICY, policy)
        files.write_pieces(folder / PLAN, _written(header, items), PRIVATE_MODE)
    except OSError:
        raise EngineFault("not-written") from None


def keep(folder: Path, kind: str, data: bytes) -> str:
    """Keep a recipe or review (`RECIPES`, `REVIEWS`) in the job's folder; its SHA-256.

    EngineFault: not-written.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        (folder / kind).mkdir(mode=0o700, exist_ok=True)
    except OSError:
        raise EngineFault("not-written") from None
    _keep(folder / kind / f"{digest}.json", data)
    return digest


def require_apart(folder: Path, *others: Path) -> None:
    """JobError (job-inside) if one of the others lies in the folder, or the folder in it."""
    inner = folder.resolve()
    for other in others:
        there = other.resolve()
        if there.is_relative_to(inner) or inner.is_relative_to(there):
            raise JobError("job-inside")


def item_of(line: str, number: int) -> Item:
    """The image that a line asks for. JobError (job-not-a-plan) names its number."""
    told = _object(line)
    if told is None or tuple(sorted(told)) != tuple(sorted(_ITEM)):
        raise JobError("job-not-a-plan", line=number)
    item = Item(*(told[key] for key in _ITEM))
    strings = isinstance(item.path, str) and isinstance(item.label, str)
    numbers = type(item.page) is int and type(item.pages) is int and type(item.id) is bool
    if strings and (item.path.startswith("/") or ".." in item.path.split("/")):
        raise JobError("job-not-a-plan", line=number)
    if not (strings and numbers and 1 <= item.page <= item.pages and is_alternate_id(item.label)):
        raise JobError("job-not-a-plan", line=number)
    hashes = [one for one in (item.recipe, item.review, item.sha256) if one is not None]
    known = item.code is None if item.recipe else item.recipe is None and item.code in UNMARKED
    if not (known and all(map(_is_hash, hashes))):
        raise JobError("job-not-a-plan", line=number)
    return item


def _keep(path: Path, data: bytes) -> None:
    if not (path.exists() and files.read(path) == data):  # also of a plan that was not finished
        files.write_private(path, data)


def _header(line: str) -> Header:
    told = _object(line)
    if told is None or set(told) != set(_HEADER) or told.pop("pixelseal") != VERSION:
        raise JobError("job-not-a-plan", line=1)
    header = Header(**told)
    texts = (header.job, header.root, header.version, header.build, header.made)
    if not all(isinstance(text, str) for text in texts) or type(header.id_not_derived) is not bool:
        raise JobError("job-not-a-plan", line=1)
    if not (header.policy is None or _is_hash(header.policy)):
        raise JobError("job-not-a-plan", line=1)
    return header


def _written(header: Header, items: Iterable[Item]) -> Iterator[bytes]:
    yield _line({"pixelseal": VERSION, **header._asdict()}).encode() + b"\n"
    count = 0
    for item in items:
        count += 1
        yield item.to_line().encode() + b"\n"
    yield _line({"items": count}).encode() + b"\n"


def _agreed(path: Path, told: dict[str, str], code: str) -> None:
    """Write what all runs of a job say alike; JobError with the code if another said otherwise."""
    data = (_line(told) + "\n").encode()
    try:
        files.write_private(path, data)
    except EngineFault as error:
        if error.code != "output-exists":
            raise
        if files.read(path, _SMALL) != data:
            raise JobError(code) from None


def _line(told: dict[str, Any]) -> str:
    # Bytes of a name that cannot be decoded stand there as lone surrogates (PEP 383).
    return json.dumps(told, sort_keys=True, ensure_ascii=True)


def _object(line: str) -> dict[str, Any] | None:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _is_hash(text: object) -> bool:
    return isinstance(text, str) and bool(_HASH.fullmatch(text))
