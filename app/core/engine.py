"""The engine's four operations and the ZIP: bytes and a recipe in, values out.

No files, clock, randomness or screen; the same source, recipe, label and build give the same bytes.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from app import __version__
from app.core import certificate as certificates
from app.core.audit import AuditReport, Covered, Expected, Ramp, audit
from app.core.burn import Painted, burn
from app.core.cells import Cells
from app.core.collect import collect
from app.core.decode import decode, reread
from app.core.encode import Coding, coding_for, encode
from app.core.errors import OutputWithheld, RecipeRefused
from app.core.icc.convert import CONVERTED
from app.core.inspection import Inspection
from app.core.masks import box_of
from app.core.preview import Preview, preview_of
from app.core.raster import Raster
from app.core.regions import Plan, plan
from app.core.source import Source, examine
from app.core.verify import Verification, verify
from app.model.recipe import Recipe, RecipeError, is_alternate_id

__all__ = [
    "Inspection",
    "Preview",
    "Redaction",
    "Verification",
    "collect",
    "inspect",
    "preview",
    "redact",
    "verify",
]


@dataclass(frozen=True)
class Redaction:
    """An output that passed its audit. `record_facts` is for `record.private_record` alone."""

    output: bytes
    name: str
    extension: str
    sha256: str
    certificate: str
    report: AuditReport
    record_facts: dict[str, Any]


def inspect(untrusted_source: bytes) -> Inspection:
    """What the file is and what it carries; SourceRefused if it cannot be opened."""
    return Inspection(examine(untrusted_source))


def preview(untrusted_source: bytes, page: int = 1) -> Preview:
    """A page, upright, as a PNG for the screen; SourceRefused if the file cannot be opened."""
    source = examine(untrusted_source)
    _check_page(page, source)
    return preview_of(decode(untrusted_source, source, page))


def redact(
    untrusted_source: bytes, recipe: Recipe, *, label: str, build: str, page: int = 1
) -> Redaction:
    """Cover what the recipe marks on one page, and write that page as a new file.

    `label` is the neutral stem of the output's name where the recipe has no alternate ID: letters,
    digits, '.', '_', '-', at most 64; of several pages each gets its number behind the stem.
    `build` names the tool's bytes (hexadecimal) or is 'source'. `page` counts from 1.
    Raises SourceRefused, RecipeRefused, or OutputWithheld with the report of a failed audit.
    """
    stem = recipe.alternate_id or label
    if not is_alternate_id(stem):
        raise RecipeRefused("recipe-out-of-range", key="label")
    source = examine(untrusted_source)
    _check_page(page, source)
    shown = source.page(page)
    fitted, planned = _plan(recipe, source, page)
    coding = coding_for(recipe.output, shown)
    decoded = decode(untrusted_source, source, page)
    colours = decoded.colours
    raster, painted = burn(decoded, planned)
    output = encode(raster, coding)
    expected = _expected(raster, coding, painted)
    del decoded, raster  # the audit reads the picture back: two of them need not be held
    report = audit(
        output, expected, lambda data: reread(data, coding.format), untrusted_source, source.texts
    )
    if not report.passed:
        raise OutputWithheld("audit-failed", report, check=report.first_failure)
    if source.pages > 1:
        stem = f"{stem}-p{page:03}"
    name = f"{stem}.{coding.extension}"
    sha256 = hashlib.sha256(output).hexdigest()
    facts = {"name": name, "sha256": sha256, "bytes": len(output), "format": coding.format}
    size = {"width": expected.width, "height": expected.height}
    return Redaction(
        output=output,
        name=name,
        extension=coding.extension,
        sha256=sha256,
        certificate=_certificate(
            facts | size, (page, source.pages), colours, fitted, report, build
        ),
        report=report,
        record_facts={
            "source": {
                "sha256": hashlib.sha256(untrusted_source).hexdigest(),
                "bytes": len(untrusted_source),
                "format": source.format,
                "width": shown.upright_width,
                "height": shown.upright_height,
            },
            "output": facts | size,
            "page": [page, source.pages],
            "colours": [colours],
            "alternate_id": recipe.alternate_id,
            "recipe": recipe.to_object(),
            "burned": [list(box_of(cover.runs)) for cover in planned.regions],
            "left": list(planned.crop),
            "findings": Inspection(source).findings(),
            "made_with": {"version": __version__, "build": build},
        },
    )


def _check_page(page: int, source: Source) -> None:
    if not 1 <= page <= source.pages:
        raise RecipeRefused("recipe-out-of-range", key="page")


def _plan(recipe: Recipe, source: Source, page: int) -> tuple[Recipe, Plan]:
    """The recipe as it fits that page, and what it does to it."""
    shown = source.page(page)
    try:
        fitted = recipe.fitted(shown.upright_width, shown.upright_height, source.pages, page)
    except RecipeError as error:
        raise RecipeRefused(error.code, **error.values) from None
    return fitted, plan(fitted, shown)


def _expected(raster: Raster, coding: Coding, painted: tuple[Painted, ...]) -> Expected:
    wide = raster.bits == 16 and coding.format in ("png", "tiff")
    return Expected(
        format=coding.format,
        width=raster.width,
        height=raster.height,
        gray=raster.gray,
        bits=16 if wide else 8,
        lossy=coding.lossy,
        covers=tuple(
            Covered(runs, Ramp(*paint) if isinstance(paint, Cells) else paint)
            for runs, paint in painted
        ),
    )


def _certificate(
    facts: dict[str, Any],
    page: tuple[int, int],
    colours: str,
    recipe: Recipe,
    report: AuditReport,
    build: str,
) -> str:
    kept = [row.colour for row in recipe.keep]
    return certificates.Certificate(
        file=facts["name"],
        sha256=facts["sha256"],
        size=facts["bytes"],
        format=facts["format"],
        width=facts["width"],
        height=facts["height"],
        page=page,
        converted=colours == CONVERTED,
        regions=certificates.region_rows([region.method for region in recipe.regions]),
        kept=(kept[0], len(kept)) if kept else None,
        cropped=bool(recipe.crop),
        reasons=certificates.reason_rows([region.reason for region in recipe.regions]),
        checks=tuple((check.id, check.sentence) for check in report.checks),
        version=__version__,
        build=build,
    ).to_text()
