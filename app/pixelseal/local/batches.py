"""Runs a plan, and counts what became of it. Knows no arguments and prints nothing."""

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pixelseal.core.base.errors import EngineFault, PixelsealError
from pixelseal.local import files, jobs, workers
from pixelseal.local.jobs import Bound, Item, Job, JobError
from pixelseal.local.making import OK, STATUSES, Making, Row, died, put_row, read_row
from pixelseal.model.project import link_table
from pixelseal.model.zip_stream import LINK_TABLE

LEFT, CHANGED = "left", "changed"
SUMMARY = "batch-summary/1"
_making: list[Making] = []  # in a worker: the one that its process has


class Shard(NamedTuple):
    """Every `of`-th image of a plan, beginning with the `number`-th, counted from 1."""

    number: int = 1
    of: int = 1

    def holds(self, place: int) -> bool:
        """True for the image at this place of the plan, counted from 0."""
        return place % self.of == self.number - 1


def run(
    job: Job, bound: Bound, count: int, shard: Shard, stopped: Callable[[], bool]
) -> Iterator[tuple[Item, Row]]:
    """Make what has no row yet, in so many processes; each image with its row as it is done.

    PixelsealError ends it: job-not-a-plan, job-changed, job-source-gone, job-workers-die,
    not-written. Rows that were written stay, and the next run goes on.
    """
    Making(job, bound)  # what would stop each worker stops here
    job.require_root()
    waiting = (
        item
        for place, item in enumerate(job.items())
        if shard.holds(place) and not bound.row(item).exists()
    )
    given = (str(job.folder), str(bound.out), str(bound.private))
    for item, told in workers.each(_made, waiting, count, _begin, given, stopped):
        if isinstance(told, workers.Died):
            if told.often:
                raise JobError("job-workers-die")
            told = put_row(bound, item, died())
        elif isinstance(told, Exception):
            raise told
        yield item, told
    if all(bound.row(item).exists() for item in job.items()):
        for folder in (*bound.folders, bound.private, job.folder):
            files.sweep(folder)


class Counts:
    """What became of a plan: `counted` by status, `codes` of what was not made. No name is kept.

    `left` are those without a row; with `hashes`, `changed` those of which a file is no longer
    there as it was written: they count as no other.
    """

    def __init__(self) -> None:
        self.planned = 0
        self.counted: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()

    def add(self, status: str, row: Row | None) -> None:
        """Count one more."""
        self.planned += 1
        self.counted[status] += 1
        if row is not None and status not in (OK, CHANGED):
            self.codes[row["code"]] += 1

    def summary(self, job: Job) -> dict[str, Any]:
        """Counts that say nothing of any image: they can be shared."""
        names = (*STATUSES, CHANGED, LEFT)
        return {
            "planned": self.planned,
            **{name: self.counted[name] for name in names},
            "codes": dict(sorted(self.codes.items())),
            "version": job.header.version,
            "build": job.header.build,
            "policy": job.header.policy,
        }


def rows(job: Job, bound: Bound, again: bool) -> Iterator[tuple[Item, str, Row | None]]:
    """Each image of the plan, in its order, with its status and row.

    With `again` the hash of every file is computed again. A row that is none counts as changed.
    """
    for item in job.items():
        try:
            row = read_row(bound.row(item))
        except PixelsealError as error:
            yield item, LEFT if error.code == "file-missing" else CHANGED, None
            continue
        status = row["status"]
        same = _is_of(item, row) and not (again and status == OK and not _whole(bound, item, row))
        yield item, status if same else CHANGED, row


def report(job: Job, bound: Bound) -> tuple[Counts, Path]:
    """Count all, look at every file again, and write the link table to the private folder.

    EngineFault: not-written.
    """
    counts = Counts()

    def linked() -> Iterator[tuple[str, str, str]]:
        for item, status, row in rows(job, bound, True):
            counts.add(status, row)
            if status == OK:
                yield item.stem, item.path, item.sha256 or ""

    path = bound.private / LINK_TABLE
    _replace(path, (line.encode("utf-8", "backslashreplace") for line in _table(linked())))
    return counts, path


def _table(linked: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    """As `link_table.lines`, in the order of the plan, whatever its length."""
    yield next(link_table.lines([]))
    for row in linked:
        yield list(link_table.lines([row]))[1]


def _is_of(item: Item, row: Row) -> bool:
    found = (row.get("label"), row.get("page"), row.get("pages"))
    return found == (item.label, item.page, item.pages)


def _whole(bound: Bound, item: Item, row: Row) -> bool:
    images, certificates, records, _rows = bound.folders
    held = {
        images / Path(row["image"]["name"]).name: row["image"]["sha256"],
        certificates / f"{item.stem}.txt": row["certificate"]["sha256"],
        records / f"{item.stem}.json": row["record"]["sha256"],
    }
    return all(_sha256(path) == digest for path, digest in held.items())


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _replace(path: Path, pieces: Iterator[bytes]) -> None:
    """Write a file in place of an earlier one; whoever reads it sees the old or the new one."""
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        files.write_pieces(beside, pieces, jobs.PRIVATE_MODE)
        beside.replace(path)
    except OSError:
        raise EngineFault("not-written") from None
    finally:
        beside.unlink(missing_ok=True)


def _begin(folder: str, out: str, private: str) -> None:
    _making.append(Making(Job(Path(folder)), Bound(Path(out), Path(private))))


def _made(item: Item) -> Row:
    return _making[0].row(item)
