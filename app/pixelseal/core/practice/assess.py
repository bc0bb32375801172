"""What a recipe leaves of what was planted in an exercise. Makes no output."""

from typing import Any

import numpy as np
from pixelseal.core.base.orientation import upright
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.masks import filled
from pixelseal.core.masks.spans import Mask
from pixelseal.core.practice.canvas import HEIGHT, WIDTH, Canvas
from pixelseal.core.practice.exercises import Exercise
from pixelseal.core.redaction import planned_page
from pixelseal.core.source import File
from pixelseal.model.recipe.recipe import Recipe

# States of what was planted.
COVERED, SOFTENED, PARTLY, MISSED, REMOVED = "covered", "softened", "partly", "missed", "removed"
AROUND = 40  # pixels around what was planted that may be covered along with it
NEEDLESS = 0.08  # of a picture that may be covered beyond that
SPOILED = 0.05  # of the subject


def assess(exercise: Exercise, file: File, recipes: dict[int, Recipe]) -> dict[str, Any]:
    """{"planted": [{"kind", "page", "state"}], "needless", "spoiled"}; page 0 is the file itself.

    `recipes` are those of the pages that are open; nothing is covered on any other. "needless" are
    percent of the picture, 0 if it is little; "spoiled" is true if its subject was covered, too.

    RecipeRefused as for making an output.
    """
    # An output is made from pixels alone: what the file carries stays behind.
    rows = [{"kind": kind, "page": 0, "state": REMOVED} for kind in exercise.carried]
    needless, spoiled = 0.0, False
    for number, page in enumerate(exercise.pages, 1):
        solid, soft = _covered(page, file, number, recipes.get(number))
        wanted = np.zeros((HEIGHT, WIDTH), np.bool_)
        for planted in page.planted:
            box = planted.box
            inside = np.s_[box.top : box.bottom, box.left : box.right]
            state = _state(solid[inside], soft[inside])
            rows.append({"kind": planted.kind, "page": number, "state": state})
            wide = PixelBox(
                box.left - AROUND, box.top - AROUND, box.right + AROUND, box.bottom + AROUND
            ).clipped(WIDTH, HEIGHT)
            wanted[wide.top : wide.bottom, wide.left : wide.right] = True
        both, subject = solid | soft, page.subject
        needless = max(needless, float((both & ~wanted).mean()))
        seen = both[subject.top : subject.bottom, subject.left : subject.right]
        spoiled = spoiled or float(seen.mean()) > SPOILED
    percent = round(100 * needless) if needless > NEEDLESS else 0
    return {"planted": rows, "needless": percent, "spoiled": spoiled}


def _state(solid: Mask, soft: Mask) -> str:
    if solid.all():
        return COVERED
    if (solid | soft).all():
        return SOFTENED
    return PARTLY if (solid | soft).any() else MISSED


def _covered(page: Canvas, file: File, number: int, recipe: Recipe | None) -> tuple[Mask, Mask]:
    """What solid colours or the crop hide, and what a mosaic or blur does, in drawn pixels."""
    none = np.zeros((HEIGHT, WIDTH), np.bool_)
    if recipe is None:
        return none, none
    lying, _fitted, planned = planned_page(recipe, file, number)
    whole = PixelBox(0, 0, lying.upright_width, lying.upright_height)
    solid = np.ones((whole.bottom, whole.right), np.bool_)
    crop = planned.crop
    solid[crop.top : crop.bottom, crop.left : crop.right] = False
    for runs, _fill in planned.fills:
        solid |= filled(runs, whole)
    soft = np.zeros_like(solid)
    for cover in planned.soft:
        soft |= filled(cover.runs, whole)
    # Where each drawn pixel lies now; then the other way round.
    places = upright(np.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH), lying.orientation).ravel()
    found = []
    for mask in (solid, soft):
        back = np.zeros(HEIGHT * WIDTH, np.bool_)
        back[places] = mask.ravel()
        found.append(back.reshape(HEIGHT, WIDTH))
    return found[0], found[1]
