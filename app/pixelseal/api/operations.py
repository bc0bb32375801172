"""Inspect, redact and verify: a file's bytes or its path in, values out. Writes no file."""

from collections.abc import Callable
from typing import SupportsIndex

from pixelseal.api import given
from pixelseal.api.texts import checked_recipe, checked_review, require_values
from pixelseal.api.values import Finding, Inspection, Page, Redacted, Source, Verdict
from pixelseal.core import engine
from pixelseal.local import results
from pixelseal.local.build import build
from pixelseal.model.policy.policy import Policy
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.review import Review


def inspect(source: Source) -> Inspection:
    """Report what an image file is and what it carries besides its picture; decode nothing.

    :param source: the bytes of a file of at most 500 MB, or its path (no ``str``).
    :returns: format, pages with their sizes in upright pixels, and findings.
    :raises SourceRefused: if the file cannot be read or opened: ``file-missing``, ``link-broken``,
        ``file-forbidden``, ``file-damaged``, ``format-unsupported`` and others; ``sentence`` says
        what to do about it.
    :raises EngineFault: ``out-of-memory``, ``engine-fault``.
    :raises TypeError: if ``source`` is neither bytes nor a path.
    """
    given.require_source(source)
    with given.engine_ready():
        facts = engine.inspect(given.bytes_of(source)).to_dict()
    pages = [
        Page(
            page["width"],
            page["height"],
            page["orientation"],
            page["lossy"],
            (page["mcu"][0], page["mcu"][1]),
            page["rim"],
        )
        for page in (facts, *facts["further"])
    ]
    findings = [
        Finding(row["kind"], row["sentence"], row["identifier"], row["where"], row["value"])
        for row in facts["findings"]
    ]
    return Inspection(
        facts["format"], facts["sha256"], tuple(pages), facts["colours"], tuple(findings)
    )


def redact(
    source: Source,
    recipe: Recipe,
    *,
    page: SupportsIndex = 1,
    label: str | None = None,
    review: Review | None = None,
    reviewer: str = "",
    id_not_derived: bool = False,
    policy: Policy | None = None,
) -> Redacted:
    """Cover what the recipe marks on one page, and make a new file of that page.

    The same source, recipe, label and installation give the same image and certificate.

    :param source: the bytes of a file of at most 500 MB, or its path (no ``str``).
    :param recipe: what to cover, keep and crop, in whole pixels of the page, upright and turned.
    :param page: an integer of any type, from 1; regions of other pages are ignored.
    :param label: the stem of the output's name if the recipe has no alternate ID: at most 64
        letters, digits, ``.``, ``_``, ``-``. Without one, 16 random hexadecimal digits. Like an
        alternate ID, it must not be made from the file's name or hash.
    :param review: how thoroughly the image was reviewed; without one the certificate says that it
        was not. No byte of the image depends on it.
    :param reviewer: who reviewed it, for the private record alone.
    :param id_not_derived: states that an alternate ID or label that looks derived from the file's
        name or hash was assigned, or drawn at random (docs/alternate-ids.md, 3).
    :param policy: what the institution allows and demands (docs/policy.md); it is obeyed, and the
        certificate names it.
    :returns: the image with certificate and private record.
    :raises SourceRefused: as :func:`inspect`, and where the picture's data is damaged.
    :raises RecipeRefused: if the recipe is invalid or does not fit: ``recipe-out-of-range``,
        ``recipe-size-mismatch``, ``region-outside``, ``method-too-weak``, ``id-derived`` and
        others.
    :raises PolicyRefused: for what the policy does not allow; ``code`` begins with ``policy-``.
    :raises OutputWithheld: ``audit-failed``; ``report`` is the :class:`AuditReport`.
    :raises EngineFault: ``out-of-memory``, ``engine-fault``.
    :raises TypeError: if an argument is of the wrong type.
    """
    number = given.page_number(page)

    def one(data: bytes, checked: Recipe, seen: Review) -> engine.Redaction:
        return engine.redact(
            data,
            checked,
            page=number,
            label=given.label_or_neutral(label),
            build=build(),
            review=seen,
            policy=policy,
        )

    return _redacted(source, recipe, label, review, reviewer, id_not_derived, policy, one)


def redact_together(
    source: Source,
    recipe: Recipe,
    *,
    label: str | None = None,
    review: Review | None = None,
    reviewer: str = "",
    id_not_derived: bool = False,
    policy: Policy | None = None,
) -> Redacted:
    """Cover what the recipe marks on all pages, and make one TIFF of them.

    Parameters and errors are those of :func:`redact`.

    :returns: the TIFF with certificate and private record.
    :raises RecipeRefused: also if the recipe asks for a format other than TIFF, or for areas to
        keep in several colours.
    """

    def all_pages(data: bytes, checked: Recipe, seen: Review) -> engine.Redaction:
        return engine.redact_together(
            data,
            checked,
            label=given.label_or_neutral(label),
            build=build(),
            review=seen,
            policy=policy,
        )

    return _redacted(source, recipe, label, review, reviewer, id_not_derived, policy, all_pages)


def verify(image: Source, certificate: Source | str) -> Verdict:
    """Compare an image with a certificate, as far as that is possible (docs/certificate.md, 3).

    :param image: the bytes of the image, or its path (no ``str``).
    :param certificate: the certificate's bytes, its path, or its text (a ``str`` is never a path).
    :returns: the verdict; a damaged, changed or unrelated file is an answer, not an error.
    :raises SourceRefused: if a path leads to no readable file.
    :raises EngineFault: ``out-of-memory``, ``engine-fault``.
    """
    if isinstance(certificate, str):
        # Other characters than ASCII do not occur in a certificate, and are reported like any
        # change.
        certificate = certificate.encode("utf-8", "replace")
    given.require_source(image)
    given.require_source(certificate)
    with given.engine_ready():
        found = engine.verify(given.bytes_of(image), given.bytes_of(certificate))
    return Verdict(found.status, found.file, found.line, found.wrong, found.form)


def _redacted(
    source: Source,
    recipe: Recipe,
    label: str | None,
    review: Review | None,
    reviewer: str,
    id_not_derived: bool,
    policy: Policy | None,
    work: Callable[[bytes, Recipe, Review], engine.Redaction],
) -> Redacted:
    given.require_source(source)
    given.require_stated(label, reviewer, id_not_derived)
    require_values(recipe, review)
    given.require_policy(policy, label)
    with given.engine_ready():
        checked = checked_recipe(recipe)
        data = given.bytes_of(source)
        if not id_not_derived:
            given.require_given(checked, label, source, data)
        done = work(data, checked, checked_review(review))
        return Redacted(
            image=done.output,
            name=done.name,
            extension=done.extension,
            sha256=done.sha256,
            certificate=done.certificate,
            record=results.record_of(done, given.name_of(source), reviewer),
            report=done.report,
        )
