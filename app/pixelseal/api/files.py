"""Redacts a file into folders, with the command line's guarantees (docs/command-line.md, 1)."""

import os
from collections.abc import Iterator
from pathlib import Path

from pixelseal.api import given
from pixelseal.api.texts import checked_recipe, checked_review, require_values
from pixelseal.api.values import Written
from pixelseal.core import engine
from pixelseal.local import results
from pixelseal.local.build import build
from pixelseal.local.places import Places
from pixelseal.model.policy.policy import Policy
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.review import Review


def redact_file(
    path: str | os.PathLike[str],
    recipe: Recipe,
    out: str | os.PathLike[str],
    *,
    records: str | os.PathLike[str] | None = None,
    together: bool = False,
    label: str | None = None,
    review: Review | None = None,
    reviewer: str = "",
    id_not_derived: bool = False,
    policy: Policy | None = None,
) -> tuple[Written, ...]:
    """Redact every page of a file, and write images and certificates to one folder.

    Private records go to another folder, readable by their owner alone. Nothing is ever
    overwritten, no incomplete file is left under a name, and either all pages are written or none.

    :param path: a regular file of at most 500 MB.
    :param recipe: what to cover, keep and crop, in whole pixels of each page, upright and turned.
    :param out: the folder to be shared; created if it does not exist.
    :param records: the folder for private records, neither inside ``out`` nor containing it; by
        default ``NAME-private`` next to ``out``; never inside a folder that earlier results are in.
    :param together: write all pages as one TIFF instead of one image per page.
    :param label: as for :func:`redact`; for several pages their numbers are appended.
    :param review: as for :func:`redact`.
    :param reviewer: as for :func:`redact`.
    :param id_not_derived: as for :func:`redact`.
    :param policy: as for :func:`redact`.
    :returns: what was written, in the order of the pages.
    :raises SourceRefused: as for :func:`redact`.
    :raises RecipeRefused: as for :func:`redact`.
    :raises PolicyRefused: as for :func:`redact`.
    :raises OutputWithheld: as for :func:`redact`; nothing was written.
    :raises EngineFault: ``output-exists``, ``not-written``, ``out-of-memory``, ``engine-fault``.
    :raises PixelsealError: ``records-not-apart``, ``records-nowhere``, ``records-folder-open``,
        ``folder-is-file``.
    :raises TypeError: if an argument is of the wrong type.
    """
    given.require_kind("path", path, str, os.PathLike)
    given.require_kind("together", together, bool)
    given.require_stated(label, reviewer, id_not_derived)
    require_values(recipe, review)
    given.require_policy(policy, label)
    source = Path(path)
    shared = given.folder("out", out)
    private = None if records is None else given.folder("records", records)
    written: list[Written] = []
    with given.engine_ready():
        places = Places(shared, private)
        checked = checked_recipe(recipe)
        data = given.bytes_of(source)
        if not id_not_derived:
            given.require_given(checked, label, source, data)
        stem = given.label_or_neutral(label)
        said = checked_review(review)
        work = _together if together else _pages
        try:
            for page, done in work(data, checked, stem, said, policy):
                put = results.write(done, places, source.name, reviewer)
                written.append(Written(page, put.output, put.certificate, put.record, done.sha256))
        except BaseException:
            for row in written:  # our own new files: no file had these names before
                for file in (row.image, row.certificate, row.record):
                    file.unlink(missing_ok=True)
            raise
    return tuple(written)


def _pages(
    data: bytes, recipe: Recipe, label: str, review: Review, policy: Policy | None
) -> Iterator[tuple[int, engine.Redaction]]:
    kept = engine.Kept()
    pages = len(engine.inspect(data, kept).file.pages)
    for page in range(1, pages + 1):
        yield (
            page,
            engine.redact(
                data,
                recipe,
                page=page,
                label=label,
                build=build(),
                review=review,
                kept=kept,
                policy=policy,
            ),
        )


def _together(
    data: bytes, recipe: Recipe, label: str, review: Review, policy: Policy | None
) -> Iterator[tuple[int, engine.Redaction]]:
    yield (
        0,
        engine.redact_together(
            data, recipe, label=label, build=build(), review=review, policy=policy
        ),
    )
