"""The engine's operations: bytes and a recipe in, values out.

No files, clock, randomness or screen; the same source, recipe, label and build give the same bytes.
"""

from collections.abc import Iterator
from typing import Any

from pixelseal.core.audit import audit, audit_pages
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.cover.burn import burn
from pixelseal.core.decode.decode import decode, reread, reread_pages
from pixelseal.core.encode import EncodeSettings, encode, settings_for, write_pages
from pixelseal.core.evidence.inspection import Inspection
from pixelseal.core.evidence.recertify import recertify
from pixelseal.core.evidence.verify import Identity, Verification, identify, verify
from pixelseal.core.find.find import find_in
from pixelseal.core.find.found import Found
from pixelseal.core.find.left_over import left_over
from pixelseal.core.find.networks import Finders
from pixelseal.core.opened import Kept, Opened
from pixelseal.core.pixels.banded_raster import AnyRaster
from pixelseal.core.practice.assess import assess
from pixelseal.core.practice.attempt import Attempt, attempt_of
from pixelseal.core.practice.exercises import drawn
from pixelseal.core.preview.likeness import Shown, is_like
from pixelseal.core.preview.preview import Preview, preview_of, thumb_of
from pixelseal.core.preview.softened import Softened, softened_of
from pixelseal.core.redaction import (
    Done,
    Redaction,
    certified,
    expected_of,
    planned_page,
    restated,
    stem_of,
)
from pixelseal.model import finding as statements
from pixelseal.model import formats
from pixelseal.model import review as reviews
from pixelseal.model.finding import Finding
from pixelseal.model.policy import rules
from pixelseal.model.policy.policy import Policy
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.turn import Turn
from pixelseal.model.review import Review

__all__ = [
    "Attempt",
    "Finders",
    "Found",
    "Identity",
    "Inspection",
    "Kept",
    "Preview",
    "Redaction",
    "Softened",
    "Verification",
    "assess_exercise",
    "attempt_of",
    "exercise",
    "find",
    "identify",
    "inspect",
    "left_over",
    "preview",
    "recertify",
    "redact",
    "redact_together",
    "require_decodable",
    "restated",
    "softened",
    "thumb",
    "verify",
]

UNREVIEWED = Review()
UNTURNED = Turn()
_BAND_PIXELS = 1 << 20  # pixels decoded at a time where none are kept


def inspect(untrusted_source: bytes, kept: Kept | None = None) -> Inspection:
    """What the file is and what it carries; SourceRefused if it cannot be opened.

    `kept`, here and below, is what the caller keeps of a file while it requests its pages.
    """
    opened = (kept or Kept()).opened(untrusted_source)
    return Inspection(opened.file, opened.sha256)


def require_decodable(untrusted_source: bytes, page: int = 1, kept: Kept | None = None) -> None:
    """Decode a page and keep nothing of it; SourceRefused if the picture's data is damaged.

    `inspect` reads the structure alone: a file that it passes can still be refused here.
    """
    opened = _opened(untrusted_source, page, kept)
    raster = decode(opened.data, opened.file.pages[page - 1], opened.canvas)
    step = max(1, _BAND_PIXELS // raster.width)
    for top in range(0, raster.height, step):  # those of a large picture are made only now
        raster.part(PixelBox(0, top, raster.width, min(top + step, raster.height)))


def _opened(untrusted_source: bytes, page: int, kept: Kept | None) -> Opened:
    """The file; examined only for that page if it is not kept for the next one."""
    return kept.opened(untrusted_source) if kept else Opened(untrusted_source, page)


def preview(
    untrusted_source: bytes,
    page: int = 1,
    kept: Kept | None = None,
    untrusted_shown: Shown | None = None,
    bright: bool = False,
) -> Preview | None:
    """A page, upright, for the screen; SourceRefused if the file cannot be opened.

    None if the browser shows the same picture (`pixelseal.core.preview.likeness`). With `bright`,
    what a screen would not show is made visible (`pixelseal.core.preview.dim`).
    """
    raster = _upright(untrusted_source, page, kept)
    if untrusted_shown is not None and is_like(raster.in_eight_bits(), untrusted_shown):
        return None
    return preview_of(raster, bright)


def thumb(untrusted_source: bytes, page: int = 1, kept: Kept | None = None) -> bytes:
    """A small picture of a page, upright, a BMP; SourceRefused if the file cannot be opened."""
    return thumb_of(_upright(untrusted_source, page, kept))


def _upright(untrusted_source: bytes, page: int, kept: Kept | None) -> AnyRaster:
    opened = _opened(untrusted_source, page, kept)
    if not 1 <= page <= len(opened.file.pages):
        raise RecipeRefused("recipe-out-of-range", key="page")
    return decode(opened.data, opened.file.pages[page - 1], opened.canvas)


async def find(
    untrusted_source: bytes,
    finders: Finders,
    page: int = 1,
    turn: Turn = UNTURNED,
    kept: Kept | None = None,
) -> list[Found]:
    """What the finders find on a page, in pixels of the page as `turn` lets it lie.

    A suggestion, never complete: each kind misses some (docs/find.md). Waits for nothing but what
    the finders were lent. SourceRefused and RecipeRefused as `preview`; errors of what was lent
    pass through.
    """
    opened = _opened(untrusted_source, page, kept)
    if not 1 <= page <= len(opened.file.pages):
        raise RecipeRefused("recipe-out-of-range", key="page")
    shown = opened.file.pages[page - 1].lying(turn.orientation)
    return await find_in(decode(opened.data, shown, opened.canvas), finders)


def softened(
    untrusted_source: bytes, recipe: Recipe, page: int = 1, kept: Kept | None = None
) -> tuple[Softened | None, ...]:
    """A page's mosaics and blurs as `redact` makes them, for the screen, in the recipe's order.

    None for one that would be too much to draw. SourceRefused and RecipeRefused as `redact`.
    """
    opened = _opened(untrusted_source, page, kept)
    shown, _fitted, planned = planned_page(recipe, opened.file, page)
    return softened_of(decode(opened.data, shown, opened.canvas), planned)


def _require(
    recipe: Recipe,
    review: Review,
    finding: Finding | None,
    policy: Policy | None,
    ahead: bool = False,
) -> None:
    """Before any work is done: RecipeRefused for statements that nothing can write, PolicyRefused.

    PolicyRefused as `pixelseal.model.policy.rules.require`, or as `require_recipe` with `ahead`.
    """
    reviews.require(review)
    if finding is not None:
        statements.require(finding)
    if policy is not None and ahead:
        rules.require_recipe(policy, recipe)
    elif policy is not None:
        rules.require(policy, recipe, review, finding)


def redact(
    untrusted_source: bytes,
    recipe: Recipe,
    *,
    label: str,
    build: str,
    page: int = 1,
    review: Review = UNREVIEWED,
    kept: Kept | None = None,
    finding: Finding | None = None,
    policy: Policy | None = None,
    ahead: bool = False,
) -> Redaction:
    """Cover what the recipe marks on one page, and write that page as a new file.

    `label` is the neutral stem of the output's name if the recipe has no alternate ID: letters,
    digits, '.', '_', '-', at most 64; for one of several pages its number follows the stem.
    `build` names the tool's bytes (hexadecimal) or is 'source'. `page` counts from 1. The `review`
    is reported in certificate and record, as is what programs looked for (`finding`, None if none
    did); no byte of the image depends on them. Nothing is made that the `policy` does not allow,
    and the certificate names it. An image made `ahead` of its review, to be looked at, need not
    have what the policy demands to be stated: its certificate names no policy until `recertify`
    or `restated`.
    Raises SourceRefused, RecipeRefused, PolicyRefused, or OutputWithheld with the report of a
    failed audit.
    """
    stem = stem_of(recipe, label)
    _require(recipe, review, finding, policy, ahead)
    opened = _opened(untrusted_source, page, kept)
    file = opened.file
    shown, fitted, planned = planned_page(recipe, file, page)
    settings = settings_for(recipe.output, shown)
    if policy is not None:
        rules.require_format(policy, settings.format)
    decoded = decode(opened.data, shown, opened.canvas)
    colours = decoded.colours
    raster, painted = burn(decoded, planned)
    output = encode(raster, settings)
    expected = expected_of(raster, settings, painted)
    del decoded, raster  # the audit reads the picture back: it need not be held twice
    report = audit(output, expected, lambda data: reread(data, settings.format), opened.traces)
    if len(file.pages) > 1:
        stem = f"{stem}-p{page:03}"
    done = [Done(shown, fitted, planned, expected, colours)]
    met = None if ahead else policy
    return certified(
        opened, output, settings, stem, page, done, recipe, report, build, review, finding, met
    )


def redact_together(
    untrusted_source: bytes,
    recipe: Recipe,
    *,
    label: str,
    build: str,
    review: Review = UNREVIEWED,
    kept: Kept | None = None,
    finding: Finding | None = None,
    policy: Policy | None = None,
    ahead: bool = False,
) -> Redaction:
    """Cover what the recipe marks on all pages, and write them as one TIFF.

    As `redact`; RecipeRefused also if the recipe asks for another format, or for areas to keep in
    several colours, which one certificate cannot state.
    """
    stem = stem_of(recipe, label)
    _require(recipe, review, finding, policy, ahead)
    if recipe.output.format not in ("same", formats.OF_PAGES):
        raise RecipeRefused("recipe-out-of-range", key="output.format")
    if len({area.colour for area in recipe.keep}) > 1:
        raise RecipeRefused("recipe-out-of-range", key="keep")
    opened = (kept or Kept()).opened(untrusted_source)
    pages = opened.file.pages
    settings = EncodeSettings(formats.OF_PAGES, 0, "")
    if policy is not None:
        rules.require_format(policy, settings.format)
    # All pages are planned before the first is decoded: an unsuitable recipe then costs little.
    plans = [planned_page(recipe, opened.file, page) for page in range(1, len(pages) + 1)]
    done: list[Done] = []

    def burned() -> Iterator[AnyRaster]:
        for page, fitted, planned in plans:
            decoded = decode(opened.data, page, opened.canvas)
            colours = decoded.colours
            raster, painted = burn(decoded, planned)
            expected = expected_of(raster, settings, painted)
            done.append(Done(page, fitted, planned, expected, colours))
            yield raster

    output = write_pages(burned(), len(pages))
    place = 0 if len(pages) > 1 else 1
    wanted = [row.expected for row in done]
    report = audit_pages(output, wanted, reread_pages, opened.traces)
    met = None if ahead else policy
    return certified(
        opened, output, settings, stem, place, done, recipe, report, build, review, finding, met
    )


def exercise(number: int) -> tuple[bytes, str]:
    """A drawn file to practise with, and its extension. RecipeRefused for an unknown number."""
    made = drawn(number)
    return made.data, made.extension


def assess_exercise(number: int, recipes: dict[int, Recipe]) -> dict[str, Any]:
    """What recipes, by page, leave of what was planted in that exercise (core.practice.assess)."""
    made = drawn(number)
    return assess(made, Kept().opened(made.data).file, recipes)
