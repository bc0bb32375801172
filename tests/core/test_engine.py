"""The engine's operations: what they return, refuse and withhold, and with which codes."""

import hashlib
import json

import numpy as np
import pytest
from pixelseal.core import engine
from pixelseal.core.audit import OutputWithheld
from pixelseal.core.base.errors import RecipeRefused, SourceRefused
from pixelseal.core.cover.burn import burn
from pixelseal.core.evidence.record import private_record
from pixelseal.core.pixels.raster import Raster
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Crop, Fill, Output, Region
from pixelseal.model.review import Answer, Review

from tests.core.cover.test_covered_content import exif_with_orientation
from tests.core.support import BUILD, LABEL, file_of, photo, recipe, redact, shown

JPEG = file_of(photo(64, 48), "JPEG", exif=exif_with_orientation(6))


@pytest.mark.parametrize(
    "file, code",
    [
        (b"", "empty-file"),
        (b"Jane Roe, MRN 0042", "not-an-image"),
        (JPEG[: len(JPEG) // 2], "file-truncated"),
        (b"%PDF-1.7\n", "format-unsupported"),
    ],
)
def test_a_file_that_cannot_be_opened_is_refused_by_every_operation(file, code):
    for operation in (engine.inspect, engine.preview, lambda f: redact(f, recipe((0, 0, 4, 4)))):
        with pytest.raises(SourceRefused) as refused:
            operation(file)
        assert refused.value.code == code


def test_the_same_refusals_disturb_no_later_file():
    with pytest.raises(SourceRefused):
        redact(JPEG[:200], recipe((0, 0, 4, 4)))
    assert redact(JPEG, recipe((0, 0, 4, 4))).report.passed


def test_inspect_tells_what_the_editor_needs():
    told = engine.inspect(JPEG).to_dict()
    assert (told["format"], told["width"], told["height"]) == ("jpeg", 48, 64)
    assert told["orientation"] == 6 and told["stored"] == {"width": 64, "height": 48}
    assert told["mcu"] == [16, 16] and told["rim"] == 1
    assert told["sha256"] == hashlib.sha256(JPEG).hexdigest()
    assert json.loads(json.dumps(told)) == told


def test_a_preview_is_upright_and_shrunk_by_a_whole_number():
    preview = engine.preview(JPEG)
    assert preview.scale == 1 and shown(preview.whole).shape == (64, 48, 3) and not preview.tiles
    wide = np.repeat(photo(64, 3)[:, :, 0], 100, axis=1)
    preview = engine.preview(file_of(wide, "PNG"))
    assert preview.scale == 1 / 2 and shown(preview.whole).shape == (2, 3200)
    assert np.array_equal(shown(preview.whole)[1], wide[2, ::2])


@pytest.mark.parametrize(
    "asked, code",
    [
        (recipe((200, 0, 4, 4)), "region-outside"),
        (Recipe([], image=(1, 1)), "recipe-size-mismatch"),
        (Recipe([Region(Rectangle(0, 0, 4, 4), page=2)]), "recipe-out-of-range"),
    ],
)
def test_a_recipe_that_does_not_fit_is_refused(asked, code):
    with pytest.raises(RecipeRefused) as refused:
        redact(JPEG, asked)
    assert refused.value.code == code


def test_a_region_that_sticks_out_is_clipped_and_covers_the_edge():
    source = file_of(photo(40, 30), "PNG")
    held = shown(redact(source, recipe((-5, -5, 10, 10), (35, 25, 50, 50))).output)
    assert not held[:5, :5].any() and not held[25:, 35:].any()


def test_without_regions_the_picture_is_only_cleaned():
    pixels = photo(40, 30)
    done = redact(file_of(pixels, "PNG"), Recipe([]))
    assert np.array_equal(shown(done.output), pixels)
    assert "- No region was covered.\n" in done.certificate


def test_an_output_that_fails_its_audit_is_withheld(monkeypatch):
    monkeypatch.setattr(engine, "encode", lambda raster, coding: JPEG)
    with pytest.raises(OutputWithheld) as withheld:
        redact(JPEG, recipe((0, 0, 16, 16)))
    assert withheld.value.values["check"] == "structure"
    assert not withheld.value.report.passed


def test_a_burner_that_does_nothing_is_caught(monkeypatch):
    def idle(raster, plan):
        return raster, burn(Raster(raster.pixels.copy()), plan)[1]

    monkeypatch.setattr(engine, "burn", idle)
    for source in (JPEG, file_of(photo(64, 48), "PNG")):
        with pytest.raises(OutputWithheld) as withheld:
            redact(source, recipe((0, 0, 40, 40)))
        assert withheld.value.values["check"] == "burned"


def test_the_alternate_id_names_the_output():
    asked = Recipe([], alternate_id="STUDY-007")
    assert redact(JPEG, asked).name == "STUDY-007.jpg"
    assert redact(JPEG, Recipe([])).name == LABEL + ".jpg"


def test_the_private_record_links_source_and_output():
    done = redact(JPEG, recipe((0, 0, 8, 8), reasons="H"))
    text = private_record(
        done.record_facts, source_name="Roe\n0042.jpg", made="2026-01-02T03:04:05"
    )
    record = json.loads(text)
    assert set(record) == {
        *("pixelseal", "made", "reviewer", "source", "output", "alternate_id", "recipe"),
        *("page", "colours", "burned", "left", "findings", "made_with", "review"),
    }
    assert record["source"]["name"] == "Roe0042.jpg"
    assert record["output"]["sha256"] == done.sha256
    assert record["made_with"]["build"] == BUILD
    assert record["recipe"]["regions"][0]["reason"] == "H"
    # Orientation 6 and 16 x 16 blocks: the upright corner box grows to 17 x 17.
    assert record["burned"] == [[0, 0, 17, 17]]
    assert record["left"] == [0, 0, 48, 64]


@pytest.mark.parametrize("format", ["png", "jpeg"])
def test_a_certificate_calls_no_area_too_small_that_the_crop_cuts_off(format):
    region = Region(Rectangle(0, 0, 16, 16), Fill("#000000"), None)
    cut = Crop(Rectangle(32, 16, 32, 32))
    asked = Recipe((region,), crop=(cut,), output=Output(format))
    told = redact(file_of(photo(64, 48), "PNG"), asked).certificate
    assert "- burned: No area was to be covered.\n" in told
    assert "too small to be compared" not in told


@pytest.mark.parametrize(
    "said", [Review("screen", {}, "never"), Review("no", {"a": Answer("absent")})]
)
def test_no_certificate_repeats_a_review_that_no_text_may_hold(said):
    asked, names = recipe((0, 0, 4, 4)), {"label": LABEL, "build": BUILD}
    made = engine.redact(JPEG, asked, **names)
    record = private_record(made.record_facts, source_name="a.jpg", made="2026-01-01T00:00:00Z")
    for operation in (
        lambda: engine.redact(JPEG, asked, review=said, **names),
        lambda: engine.redact_together(JPEG, asked, review=said, **names),
        lambda: engine.recertify(made.output, made.certificate, record, said),
    ):
        with pytest.raises(RecipeRefused) as refused:
            operation()
        assert refused.value.code == "review-unreadable"
