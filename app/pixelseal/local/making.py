"""Makes one image of a plan: image, certificate, private record, and last the row that says so.

The label stands in the plan, and the engine is deterministic: whoever makes an image again makes
the same bytes, so what is there already is compared and never overwritten. Decides nothing about
which images are made, or by whom.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from pixelseal.core import engine
from pixelseal.core.audit import OutputWithheld
from pixelseal.core.base.errors import EngineFault, PixelsealError
from pixelseal.local import codecs, faults, files, jobs, policies, quiet, results
from pixelseal.local.build import build
from pixelseal.local.digests import digests
from pixelseal.local.jobs import Bound, Item, Job, JobError
from pixelseal.model import review as reviews
from pixelseal.model.policy import policy as policy_files
from pixelseal.model.policy.policy import Policy
from pixelseal.model.project.id_origin import looks_derived
from pixelseal.model.recipe import recipe as recipes
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.review import Review

OK, REFUSED, WITHHELD, FAULT = "ok", "refused", "withheld", "fault"
STATUSES = (OK, REFUSED, WITHHELD, FAULT)
VERSION = "row/1"
_ROW_BYTES = 1 << 20
# Of the disk or the folder, not of the image: the run stops, and the next one goes on.
_STOPS = ("not-written", "job-source-gone", "job-changed")

Row = dict[str, Any]


class Making:
    """What a worker has for all its images. PixelsealError as `Job`; `policies.require_current`."""

    def __init__(self, job: Job, bound: Bound) -> None:
        self._job, self._bound = job, bound
        self._recipes: dict[str, Recipe] = {}
        self._policy: Policy | None = None
        job.require_build()
        data = job.policy()
        if data is not None:
            self._policy = policy_files.parse(data)
            policies.require_current(self._policy)
        codecs.register()

    def row(self, item: Item) -> Row:
        """Make the image unless its row is there; the row, written. PixelsealError stops the run.

        That is `not-written`, `job-source-gone` or `job-changed`: no fault of this image.
        """
        path = self._bound.row(item)
        if path.exists():
            return read_row(path)
        try:
            with quiet.libraries():
                told = self._made(item)
        except Exception as error:
            if isinstance(error, PixelsealError) and error.code in _STOPS:
                if path.exists():  # another run made it, and swept
                    return read_row(path)
                raise
            told = _failed(error)
        return put_row(self._bound, item, told)

    def _made(self, item: Item) -> Row:
        data = self._source(item)
        label = item.label
        if item.recipe is None:
            engine.inspect(data)  # what is no image has no recipe either: that is said first
            raise JobError(item.code or "job-no-recipe")
        recipe = self._recipe(item.recipe)
        review = Review() if item.review is None else reviews.parse(self._job.review(item.review))
        if item.id:
            if not self._job.header.id_not_derived:
                _require_given(item, data)
            recipe = recipe.named(recipe.output, label)
        done = engine.redact(
            data,
            recipe,
            label=label,
            build=build(),
            page=item.page,
            review=review,
            policy=self._policy,
        )
        return self._put(item, done)

    def _source(self, item: Item) -> bytes:
        try:
            data = files.read(self._job.root / item.path)
        except PixelsealError:
            self._job.require_root()
            raise
        if hashlib.sha256(data).hexdigest() != item.sha256:
            raise JobError("job-source-changed")
        return data

    def _recipe(self, digest: str) -> Recipe:
        if digest not in self._recipes:
            self._recipes[digest] = recipes.parse(self._job.recipe(digest))
        return self._recipes[digest]

    def _put(self, item: Item, done: engine.Redaction) -> Row:
        """Write record, certificate and image, in this order; what is there already must be it."""
        record = results.record_of(done, Path(item.path).name, "").encode()
        images, certificates, records, _rows = self._bound.folders
        kept = _put(records / f"{item.stem}.json", record, jobs.PRIVATE_MODE, _less_made)
        certificate = done.certificate.encode()
        _put(certificates / f"{item.stem}.txt", certificate)
        _put(images / done.name, done.output)
        files.settle(images, certificates, records)
        return {
            "status": OK,
            "image": {"name": done.name, "sha256": done.sha256},
            "certificate": {"sha256": _sha256(certificate)},
            "record": {"sha256": _sha256(kept)},
        }


def put_row(bound: Bound, item: Item, told: Row) -> Row:
    """Write the item's row, the mark that it is done; the one that is there if another was first.

    EngineFault: not-written.
    """
    path = bound.row(item)
    row = {"pixelseal": VERSION, "label": item.label, "page": item.page, "pages": item.pages}
    row |= told
    data = json.dumps(row, sort_keys=True, ensure_ascii=True).encode() + b"\n"
    try:
        files.write_private(path, data)
    except EngineFault:
        if not path.exists():
            raise
        return read_row(path)
    files.settle(path.parent)
    return row


def read_row(path: Path) -> Row:
    """A row. SourceRefused as `files.read`; JobError (job-row) if it is none."""
    try:
        row = json.loads(files.read(path, _ROW_BYTES))
        whole = row["pixelseal"] == VERSION and row["status"] in STATUSES
        if whole and row["status"] == OK:
            hashes = [row[kind]["sha256"] for kind in ("image", "certificate", "record")]
            whole = all(isinstance(text, str) for text in [*hashes, row["image"]["name"]])
        elif whole:
            whole = isinstance(row["code"], str) and isinstance(row["sentence"], str)
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise JobError("job-row")
    return row  # type: ignore[no-any-return]


def died() -> Row:
    """The row of an item that ended the process that worked on it, twice."""
    return _failed(JobError("job-worker-died"), FAULT)


def _failed(error: Exception, status: str | None = None) -> Row:
    known = faults.known(error)
    faulty = isinstance(known, EngineFault) or known.code == "job-other-bytes"
    row: Row = {
        "status": status or (FAULT if faulty else REFUSED),
        "code": known.code,
        "sentence": known.sentence,
    }
    if isinstance(error, OutputWithheld):
        failed = [check["id"] for check in error.report.to_dict()["checks"] if not check["passed"]]
        row |= {"status": WITHHELD, "checks": failed}
    if known is not error:
        row["fault"] = faults.place(error)
    return row


def _require_given(item: Item, data: bytes) -> None:
    """PixelsealError (id-derived) as `redact` says it; folders are often called after a person."""
    path = Path(item.path)
    found = digests(path, data)
    if any(looks_derived(item.label, part, found) for part in path.parts):
        raise PixelsealError("id-derived")


def _put(path: Path, data: bytes, mode: int = files.SHARED, same: Any = bytes) -> bytes:
    """Write a new file, or find that it is there; its bytes. JobError: job-other-bytes."""
    try:
        files.write_new(path, data, mode)
    except EngineFault as error:
        if error.code != "output-exists":
            raise
        there = files.read(path)
        if same(there) != same(data):
            raise JobError("job-other-bytes") from None
        return there
    return data


def _less_made(record: bytes) -> object:
    """A record without the time at which it was made: all else is the same whoever made it."""
    try:
        told = json.loads(record)
        return {key: told[key] for key in told if key != "made"}
    except (ValueError, TypeError):
        return None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
