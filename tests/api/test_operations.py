"""`import pixelseal` does what the command line does, and raises only the documented errors."""

import io
import json
import logging
import pickle
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pixelseal
import pytest
from PIL import Image
from pixelseal.core.base import given_codecs

from tests.api.support import RECIPE, jpeg
from tests.builders.sample import WRISTBAND, sample_photo
from tests.cli.support import redacted
from tests.conftest import ROOT
from tests.core.support import file_of, photo


def pages_of(count: int) -> bytes:
    stream = io.BytesIO()
    pages = [Image.fromarray(photo(40, 32, seed)) for seed in range(count)]
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    return stream.getvalue()


def test_what_a_file_is_and_carries(tmp_path: Path) -> None:
    place = tmp_path / "photo.jpg"
    place.write_bytes(sample_photo())
    found = pixelseal.inspect(place)
    assert found == pixelseal.inspect(sample_photo())
    assert (found.format, found.size, len(found.pages)) == ("jpeg", (1600, 1200), 1)
    page = found.pages[0]
    assert (page.size, page.lossy, page.grid) == (found.size, True, (16, 16))
    assert {"B", "C"} & {row.identifier for row in found.findings}
    assert all(row.kind and row.sentence and row.where for row in found.findings)


def test_a_turned_photo_is_measured_upright() -> None:
    exif = Image.Exif()
    exif[274] = 6
    (page,) = pixelseal.inspect(file_of(photo(64, 48), "JPEG", exif=exif)).pages
    assert (page.size, page.orientation) == ((48, 64), 6)


def test_the_image_is_the_one_that_the_command_line_writes(tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(jpeg())
    answer = redacted(source, tmp_path / "out")
    box = pixelseal.Region(pixelseal.Rectangle(8, 8, 16, 16))
    stem = Path(answer["output"]).stem
    # Stated: the digits drawn by chance could be among those of a digest, once in thousands.
    done = pixelseal.redact(source, pixelseal.Recipe([box]), label=stem, id_not_derived=True)
    assert done.image == Path(answer["output"]).read_bytes()
    assert done.certificate == Path(answer["certificate"]).read_text("ascii")
    told, ours = (json.loads(text) for text in (Path(answer["record"]).read_text(), done.record))
    assert {**told, "made": ""} == {**ours, "made": ""}


def test_what_was_covered_is_black_and_the_report_says_so() -> None:
    recipe = pixelseal.Recipe([pixelseal.Region(pixelseal.Rectangle(*WRISTBAND))])
    done = pixelseal.redact(sample_photo(), recipe)
    x, y, width, height = WRISTBAND
    with Image.open(io.BytesIO(done.image)) as image:
        assert not np.asarray(image)[y + 8 : y + height - 8, x + 8 : x + width - 8].any()
        assert not image.getexif()
    assert done.report.passed
    assert all(isinstance(check, pixelseal.Check) for check in done.report.checks)
    assert json.loads(done.record)["source"]["name"] == ""


def test_a_log_of_a_result_holds_no_record_and_no_certificate(tmp_path: Path) -> None:
    place = tmp_path / "SAMPLE PATIENT.jpg"
    place.write_bytes(jpeg())
    assert "SAMPLE" not in repr(pixelseal.redact(place, RECIPE))


def test_an_alternate_id_made_from_the_name_is_refused_unless_it_is_stated(tmp_path: Path) -> None:
    place = tmp_path / "MRN-0000123.jpg"
    place.write_bytes(jpeg())
    recipe = RECIPE.named(pixelseal.Output(), "0000123")
    with pytest.raises(pixelseal.RecipeRefused) as refused:
        pixelseal.redact(place, recipe)
    assert refused.value.code == "id-derived"
    with pytest.raises(pixelseal.RecipeRefused):
        pixelseal.redact_file(place, recipe, tmp_path / "out")
    assert pixelseal.redact(place, recipe, id_not_derived=True).name == "0000123.jpg"


def test_a_page_of_the_wrong_type_is_told_in_plain_words() -> None:
    with pytest.raises(TypeError, match=r"^page is an integer from 1, not str$"):
        pixelseal.redact(jpeg(), RECIPE, page="1")  # type: ignore[arg-type]


WRONG_TYPES = [
    {"page": "1"},
    {"page": 1.0},
    {"page": True},
    {"page": None},
    {"label": 5},
    {"label": b"a"},
    {"reviewer": 5},
    {"reviewer": None},
    {"id_not_derived": "no"},
    {"id_not_derived": 1},
    {"review": "no"},
    {"recipe": None},
    {"recipe": RECIPE.to_json()},
]


@pytest.mark.parametrize("wrong", WRONG_TYPES, ids=repr)
def test_an_argument_of_the_wrong_type_is_an_error_of_the_caller(wrong: dict[str, object]) -> None:
    (name,) = wrong
    with pytest.raises(TypeError, match=name):
        pixelseal.redact(jpeg(), **{"recipe": RECIPE, **wrong})
    if name != "page":
        with pytest.raises(TypeError, match=name):
            pixelseal.redact_together(pages_of(2), **{"recipe": RECIPE, **wrong})


def test_a_page_counted_by_numpy_is_a_page() -> None:
    source = pages_of(2)
    counted = pixelseal.redact(source, RECIPE, page=np.int64(2), label="a")
    assert counted.image == pixelseal.redact(source, RECIPE, page=2, label="a").image


def test_pages_one_by_one_and_together() -> None:
    source = pages_of(3)
    assert len(pixelseal.inspect(source).pages) == 3
    second = pixelseal.redact(source, pixelseal.Recipe(), page=2, label="a")
    assert second.name == "a-p002.tif"
    assert len(pixelseal.inspect(pixelseal.redact_together(source, RECIPE).image).pages) == 3
    with pytest.raises(pixelseal.RecipeRefused) as refused:
        pixelseal.redact(source, RECIPE, page=4)
    assert refused.value.values["key"] == "page"


def test_the_review_stands_in_the_certificate_and_not_in_the_image() -> None:
    answers = {"A": pixelseal.Answer("covered")}
    seen = pixelseal.Review("stated", answers, "whole")
    plain, reviewed = (
        pixelseal.redact(jpeg(), RECIPE, label="a", review=review, reviewer="R")
        for review in (None, seen)
    )
    assert plain.image == reviewed.image and plain.certificate != reviewed.certificate
    assert json.loads(reviewed.record)["reviewer"] == "R"


def test_a_verdict_on_bytes_texts_and_paths(tmp_path: Path) -> None:
    done = pixelseal.redact(jpeg(), RECIPE)
    image, certificate = tmp_path / done.name, tmp_path / "certificate.txt"
    image.write_bytes(done.image)
    certificate.write_text(done.certificate)
    verdict = pixelseal.verify(done.image, done.certificate)
    assert verdict.unchanged and verdict.status == "unchanged" and verdict.file == done.name
    assert verdict.sentence
    assert verdict == pixelseal.verify(image, certificate)
    other = pixelseal.redact(jpeg(), pixelseal.Recipe())
    changed = pixelseal.verify(other.image, done.certificate)
    assert (changed.status, changed.unchanged) == ("changed", False) and changed.sentence
    altered = pixelseal.verify(done.image, done.certificate.replace("Size", "Sise"))
    assert altered.status != "unchanged" and altered.sentence
    assert pixelseal.verify(done.image, b"\xff").status == "not-a-certificate"
    assert pixelseal.verify(done.image, "ñ").status == "not-a-certificate"


@pytest.mark.parametrize("wrong", ["photo.jpg", 7, None, bytearray(b"")])
def test_what_is_neither_bytes_nor_a_path_is_an_error_of_the_caller(wrong: object) -> None:
    for operation in (
        lambda: pixelseal.inspect(wrong),
        lambda: pixelseal.redact(wrong, RECIPE),
        lambda: pixelseal.verify(wrong, b""),
    ):
        with pytest.raises(TypeError, match="pathlib"):
            operation()


def test_errors_have_codes_and_sentences(tmp_path: Path) -> None:
    cases = {
        "file-missing": tmp_path / "none.jpg",
        "file-is-folder": tmp_path,
        "file-missing, too": tmp_path / "a\0b",
        "file-truncated": jpeg()[:300],
        "not-an-image": b"nothing that is an image",
    }
    for code, source in cases.items():
        with pytest.raises(pixelseal.SourceRefused) as refused:
            pixelseal.inspect(source)
        assert refused.value.code == code.partition(",")[0] and refused.value.sentence
        assert isinstance(refused.value, pixelseal.PixelsealError)


def test_recipes_and_reviews_from_text() -> None:
    assert pixelseal.parse_recipe(RECIPE.to_json()) == RECIPE
    assert pixelseal.parse_recipe(RECIPE.to_json().encode()) == RECIPE
    assert pixelseal.parse_review(pixelseal.Review().to_json()) == pixelseal.Review()
    for wrong in ("", "{}", b"\xff", '{"pixelseal": "recipe/1", "regions": [], "x": 1}'):
        with pytest.raises(pixelseal.RecipeRefused) as refused:
            pixelseal.parse_recipe(wrong)
        assert refused.value.code.startswith("recipe-")
        with pytest.raises(pixelseal.RecipeRefused) as refused:
            pixelseal.parse_review(wrong)
        assert refused.value.code.startswith("review-")


@pytest.mark.parametrize("wrong", [None, 5, Path("recipe.json"), bytearray(b"{}")], ids=repr)
def test_what_is_neither_text_nor_bytes_is_no_json(wrong: object) -> None:
    for operation in (pixelseal.parse_recipe, pixelseal.parse_review):
        with pytest.raises(TypeError, match="str or as bytes"):
            operation(wrong)  # type: ignore[arg-type]


def test_avif_is_read_and_written_as_on_the_command_line() -> None:
    for format in ("avif", "heic"):
        given_codecs.register(format, None)
    recipe = RECIPE.named(pixelseal.Output("avif"), None)
    done = pixelseal.redact(jpeg(), recipe)
    assert pixelseal.inspect(done.image).format == "avif"


def test_what_nobody_foresaw_is_a_fault_of_ours_and_quotes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pixelseal.core import engine

    for raised, code in ((ValueError("SAMPLE"), "engine-fault"), (MemoryError(), "out-of-memory")):

        def broken(*_: object, error: Exception = raised, **__: object) -> None:
            raise error

        monkeypatch.setattr(engine, "redact", broken)
        with pytest.raises(pixelseal.EngineFault) as fault:
            pixelseal.redact(jpeg(), RECIPE)
        assert fault.value.code == code and fault.value.__suppress_context__
        assert fault.value.__context__ is raised


def test_a_result_that_fails_its_audit_is_withheld_with_its_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pixelseal.core import engine

    written = engine.encode
    trailing = b"what rides along"
    monkeypatch.setattr(engine, "encode", lambda *given: written(*given) + trailing)
    with pytest.raises(pixelseal.OutputWithheld) as withheld:
        pixelseal.redact(jpeg(), RECIPE)
    report = withheld.value.report
    assert isinstance(report, pixelseal.AuditReport) and not report.passed


def test_the_callers_warnings_and_logs_are_as_before() -> None:
    before, handlers = list(warnings.filters), list(logging.getLogger().handlers)
    pixelseal.inspect(jpeg())
    assert list(warnings.filters) == before and logging.getLogger().handlers == handlers


def test_results_pass_from_process_to_process() -> None:
    done = pixelseal.redact(jpeg(), RECIPE)
    found = pixelseal.inspect(done.image)
    verdict = pixelseal.verify(done.image, done.certificate)
    for value in (done, found, verdict, RECIPE):
        assert pickle.loads(pickle.dumps(value)) == value


def test_tracebacks_and_pickles_carry_public_names_alone() -> None:
    for name in pixelseal.__all__:
        value = getattr(pixelseal, name)
        if isinstance(value, type):
            assert value.__module__ == "pixelseal"
            assert pickle.loads(pickle.dumps(value)) is value
    crop = pixelseal.Crop(pixelseal.Rectangle(0, 0, 9, 9))
    error = pixelseal.RecipeRefused("region-outside", region=1)
    for made in (RECIPE, crop, error, pixelseal.Review()):
        assert b"pixelseal." not in pickle.dumps(made)
    # In a process where nothing of the library is loaded yet.
    told = _said(f"import pickle; print(repr(pickle.loads({pickle.dumps(error)!r})))")
    assert told == "RecipeRefused('region-outside')\n"


def _said(program: str) -> str:
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, cwd=ROOT / "app", capture_output=True, text=True, check=True)
    return ended.stdout


def test_the_package_loads_nothing_before_it_is_asked() -> None:
    loaded = _said(
        "import sys, pixelseal, pixelseal.model.recipe.recipe\n"
        "print(pixelseal.__version__, dir(pixelseal))\n"
        "print('loaded', sorted({name.partition('.')[0] for name in sys.modules}))\n"
        "print('parts', [n for n in sys.modules if n.startswith(('pixelseal.api', 'pixelseal.c'))])"
    )
    assert "'numpy'" not in loaded and "'PIL'" not in loaded and "parts []" in loaded
    assert pixelseal.__version__ in loaded and "'redact_file'" in loaded


def test_every_public_name_is_there_and_explains_itself() -> None:
    from pixelseal import api

    assert sorted(pixelseal.__all__) == sorted([*api.__all__, "__version__"])
    for name in api.__all__:
        assert getattr(pixelseal, name) is getattr(api, name)
        assert getattr(api, name).__doc__
    for name in ("inspect", "redact", "redact_file", "redact_together", "verify", "parse_recipe"):
        told = getattr(pixelseal, name).__doc__
        assert ":param " in told or name == "redact_together", name
        assert ":returns:" in told and ":raises " in told, name
    with pytest.raises(AttributeError, match="no attribute 'unknown'"):
        pixelseal.unknown  # noqa: B018
