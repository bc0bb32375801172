"""The steps common to redacting one page and all pages. Reads and writes no picture.

The plan for a page, the properties that its output must have, and what certificate and record say.
"""

import hashlib
import zlib
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from pixelseal.core.audit import AuditReport, CoveredEach, Expected, OutputWithheld, Ramp
from pixelseal.core.base.errors import EngineFault, RecipeRefused
from pixelseal.core.cover.cells import Cells
from pixelseal.core.cover.painted import Painted
from pixelseal.core.cover.plan import Plan, plan
from pixelseal.core.encode import EncodeSettings
from pixelseal.core.evidence import certificate as certificates
from pixelseal.core.evidence.inspection import Inspection
from pixelseal.core.evidence.recertify import under, with_finding
from pixelseal.core.icc.convert import CONVERTED
from pixelseal.core.masks import Runs, clipped
from pixelseal.core.opened import Opened
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.core.source import File, Page
from pixelseal.model import formats
from pixelseal.model import review as reviews
from pixelseal.model.finding import Finding
from pixelseal.model.policy import rules
from pixelseal.model.policy.policy import Policy
from pixelseal.model.recipe.recipe import Recipe, is_alternate_id
from pixelseal.model.review import Review
from pixelseal.version import __version__


@dataclass(frozen=True)
class Redaction:
    """An output that passed its audit. `record_facts` is for `record.private_record` alone.

    `solid` is what solid colours cover on each of its pages, in its pixels, none of them twice.
    """

    output: bytes
    name: str
    extension: str
    sha256: str
    certificate: str
    report: AuditReport
    record_facts: dict[str, Any]
    solid: tuple[Runs, ...] = field(compare=False)  # arrays: == is of each number

    @property
    def crc32(self) -> int:
        """The output's CRC-32, as a ZIP needs it (ITU-T V.42)."""
        return zlib.crc32(self.output)


@dataclass(frozen=True)
class Done:
    """What was done to one page: its recipe, plan, expected output and colours."""

    page: Page
    fitted: Recipe
    planned: Plan
    expected: Expected
    colours: str


def stem_of(recipe: Recipe, label: str) -> str:
    """The stem of the outputs' names. RecipeRefused: recipe-out-of-range."""
    stem = recipe.alternate_id or label
    if not is_alternate_id(stem):
        raise RecipeRefused("recipe-out-of-range", key="label")
    return stem


def planned_page(recipe: Recipe, file: File, page: int) -> tuple[Page, Recipe, Plan]:
    """The page, counted from 1, as the recipe turns it; the recipe for it, and its plan."""
    if not 1 <= page <= len(file.pages):
        raise RecipeRefused("recipe-out-of-range", key="page")
    found = file.pages[page - 1]
    fitted = recipe.fitted(found.upright_width, found.upright_height, len(file.pages), page)
    lying = found.lying(fitted.turned(page))
    return lying, fitted, plan(fitted, lying)


def expected_of(
    raster: AnyRaster, settings: EncodeSettings, painted: tuple[Painted, ...]
) -> Expected:
    """What the output of this raster must be."""
    wide = raster.bits == 16 and formats.writing(settings.format).deep
    return Expected(
        format=settings.format,
        width=raster.width,
        height=raster.height,
        gray=raster.gray,
        bits=16 if wide else 8,
        lossy=settings.lossy,
        covers=tuple(
            CoveredEach(
                row.runs,
                [Ramp(*paint) if isinstance(paint, Cells) else paint for paint in row.paints],
                row.numbers,
            )
            for row in painted
        ),
    )


def certified(
    opened: Opened,
    output: bytes,
    settings: EncodeSettings,
    stem: str,
    page: int,
    done: list[Done],
    recipe: Recipe,
    report: AuditReport,
    build: str,
    review: Review,
    finding: Finding | None,
    policy: Policy | None,
) -> Redaction:
    """The output with its name, certificate and record; OutputWithheld if the audit failed.

    `page` is 0 if all pages, in order, are in one file.
    """
    if not report.passed:
        raise OutputWithheld("audit-failed", report, check=report.first_failure)
    name = f"{stem}.{settings.extension}"
    sha256 = hashlib.sha256(output).hexdigest()
    file = opened.file
    inspection = Inspection(file, opened.sha256)
    first, source = done[0], file.pages[max(page, 1) - 1]
    facts = {
        "name": name,
        "sha256": sha256,
        "bytes": len(output),
        "format": settings.format,
        "width": first.expected.width,
        "height": first.expected.height,
    }
    crops = [list(row.planned.crop) for row in done]
    return Redaction(
        output=output,
        name=name,
        extension=settings.extension,
        sha256=sha256,
        certificate=_certificate(
            facts, (page, len(file.pages)), done, report, build, review, finding, policy
        ),
        report=report,
        record_facts={
            "source": {
                "sha256": inspection.sha256,
                "bytes": file.size,
                "format": file.format,
                "width": source.upright_width,
                "height": source.upright_height,
            },
            "output": facts,
            "page": [page, len(file.pages)],
            "colours": [row.colours for row in done],
            "alternate_id": recipe.alternate_id,
            "recipe": opened.recipe_object(recipe),
            "review": review.to_object(),
            "burned": [list(box) for row in done for box in row.planned.covered],
            "left": crops[0] if page else crops,
            "findings": inspection.findings([row.page for row in done]),
            "made_with": {"version": __version__, "build": build},
            **({} if finding is None else {"finding": finding.to_object()}),
            **({} if policy is None else {"policy": policy.to_object()}),
        },
        solid=tuple(_solid(row.planned) for row in done),
    )


def restated(done: Redaction, finding: Finding, policy: Policy | None = None) -> Redaction:
    """The same output, with another statement of what programs looked for in it.

    With a `policy` that one has to have been made `ahead` of: what it demands to be stated has to
    be so now, and the certificate names it. RecipeRefused: finding-unreadable; PolicyRefused as
    `pixelseal.model.policy.rules.require_stated`.
    """
    stated = with_finding(certificates.parse(done.certificate.encode("ascii")), finding)
    facts = {**done.record_facts, "finding": finding.to_object()}
    if policy is not None:
        review = reviews.parse_object(facts["review"])
        again = finding.again is not None
        rules.require_stated(policy, review, rules.looked_before(finding), again)
        stated, facts = under(stated, policy), {**facts, "policy": policy.to_object()}
    return replace(done, certificate=stated.to_text(), record_facts=facts)


def _solid(planned: Plan) -> Runs:
    left, top = planned.crop[:2]
    runs = [np.empty((0, 4), np.int32), *(runs for runs, _fill in planned.fills)]
    return clipped(np.concatenate(runs), planned.crop) - np.array([left, top, left, top], np.int32)


def _certificate(
    facts: dict[str, Any],
    page: tuple[int, int],
    done: list[Done],
    report: AuditReport,
    build: str,
    review: Review,
    finding: Finding | None,
    policy: Policy | None,
) -> str:
    regions = [region for row in done for region in row.fitted.regions]
    kept = [area.colour for row in done for area in row.fitted.keep]
    methods = certificates.region_rows([region.method for region in regions])
    reasons = certificates.reason_rows([region.reasons for region in regions])
    turns = [turn for row in done for turn in row.fitted.turn]
    turned = any(turn.quarter_turns for turn in turns)
    lying = certificates.Lying(turned, any(turn.mirror for turn in turns))
    stated = certificates.Certificate(
        file=facts["name"],
        sha256=facts["sha256"],
        size=facts["bytes"],
        format=facts["format"],
        width=facts["width"],
        height=facts["height"],
        bits=done[0].expected.bits,
        page=page,
        converted=any(row.colours == CONVERTED for row in done),
        together=any(_told_beside(row) for row in done),
        regions=methods,
        kept=(kept[0], len(kept)) if kept else None,
        cropped=any(row.fitted.crop for row in done),
        lying=lying,
        reasons=reasons,
        looked=review.looked,
        shown=review.shown,
        answers=certificates.answer_row(review),
        sought=certificates.sought_by(finding, len(regions)),
        checks=certificates.check_rows(report),
        policy=certificates.policy_by(policy),
        version=__version__,
        build=build,
        form=certificates.least_form(
            methods, reasons, lying, finding is not None or policy is not None
        ),
    )
    text = stated.to_text()
    if certificates.parse(text.encode("ascii")) != stated:
        raise EngineFault("engine-fault")
    return text


def _told_beside(row: Done) -> bool:
    """True if pixels beside what was covered or cut off may have depended on it."""
    hides = row.fitted.regions or row.fitted.keep or row.fitted.crop
    return bool(hides) and row.page.coded_together
