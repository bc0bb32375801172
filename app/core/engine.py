"""The engine's four operations and the ZIP: bytes and a recipe in, values out.

No files, clock, randomness or screen; the same source, recipe, label and build give the same bytes.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from app import __version__
from app.core import certificate as certificates
from app.core.audit import AuditReport, Covered, Expected, audit
from app.core.burn import Cover, burn, colour_of
from app.core.collect import collect
from app.core.decode import decode, reread
from app.core.encode import Coding, coding_for, encode
from app.core.errors import OutputWithheld, RecipeRefused
from app.core.inspection import Inspection
from app.core.preview import Preview, preview_of
from app.core.raster import Raster
from app.core.regions import cover
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


def preview(untrusted_source: bytes) -> Preview:
    """The upright picture as a PNG for the screen; SourceRefused if it cannot be opened."""
    return preview_of(decode(untrusted_source, examine(untrusted_source)))


def redact(untrusted_source: bytes, recipe: Recipe, *, label: str, build: str) -> Redaction:
    """Cover what the recipe marks and write a new file.

    `label` is the neutral stem of the output's name where the recipe has no alternate ID: letters,
    digits, '.', '_', '-', at most 64; `build` names the tool's bytes (hexadecimal) or is 'source'.
    Raises SourceRefused, RecipeRefused, or OutputWithheld with the report of a failed audit.
    """
    stem = recipe.alternate_id or label
    if not is_alternate_id(stem):
        raise RecipeRefused("recipe-out-of-range", key="label")
    source = examine(untrusted_source)
    covers = _covers(recipe, source)
    coding = coding_for(recipe.output, source)
    raster = burn(decode(untrusted_source, source), covers)
    output = encode(raster, coding)
    expected = _expected(raster, coding, covers)
    del raster  # the audit reads the picture back: two of them need not be held
    report = audit(
        output, expected, lambda data: reread(data, coding.format), untrusted_source, source.texts
    )
    if not report.passed:
        raise OutputWithheld("audit-failed", report, check=report.first_failure)
    name = f"{stem}.{coding.extension}"
    sha256 = hashlib.sha256(output).hexdigest()
    facts = {"name": name, "sha256": sha256, "bytes": len(output), "format": coding.format}
    size = {"width": expected.width, "height": expected.height}
    return Redaction(
        output=output,
        name=name,
        extension=coding.extension,
        sha256=sha256,
        certificate=_certificate(facts | size, recipe, report, build),
        report=report,
        record_facts={
            "source": {
                "sha256": hashlib.sha256(untrusted_source).hexdigest(),
                "bytes": len(untrusted_source),
                "format": source.format,
                **size,
            },
            "output": facts | size,
            "alternate_id": recipe.alternate_id,
            "recipe": recipe.to_object(),
            "burned": [[list(box) for box in row.boxes] for row in covers],
            "findings": Inspection(source).findings(),
            "made_with": {"version": __version__, "build": build},
        },
    )


def _covers(recipe: Recipe, source: Source) -> list[Cover]:
    try:
        regions = recipe.fitted(source.upright_width, source.upright_height, source.pages)
    except RecipeError as error:
        raise RecipeRefused(error.code, **error.values) from None
    return [Cover(cover(region, source), colour_of(region.method.colour)) for region in regions]


def _expected(raster: Raster, coding: Coding, covers: list[Cover]) -> Expected:
    wide = raster.bits == 16 and coding.format in ("png", "tiff")
    return Expected(
        format=coding.format,
        width=raster.width,
        height=raster.height,
        gray=raster.gray,
        bits=16 if wide else 8,
        lossy=coding.lossy,
        covers=tuple(Covered(row.boxes, row.colour) for row in covers),
    )


def _certificate(facts: dict[str, Any], recipe: Recipe, report: AuditReport, build: str) -> str:
    colours = [region.method.colour for region in recipe.regions]
    return certificates.Certificate(
        file=facts["name"],
        sha256=facts["sha256"],
        size=facts["bytes"],
        format=facts["format"],
        width=facts["width"],
        height=facts["height"],
        regions=tuple((colour, colours.count(colour)) for colour in sorted(set(colours))),
        reasons=certificates.reason_rows([region.reason for region in recipe.regions]),
        checks=tuple((check.id, check.sentence) for check in report.checks),
        version=__version__,
        build=build,
    ).to_text()
