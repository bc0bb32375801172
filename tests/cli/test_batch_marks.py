"""`batch plan` with a recipe for each image: no image is made without its own marks."""

import hashlib
import json
import sys
from pathlib import Path

import pytest
from PIL import Image
from pixelseal.core.engine import redact
from pixelseal.model.project import project_text
from pixelseal.model.project.project import Entry
from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill, Region
from pixelseal.model.review import Answer, Review

from tests.cli.support import answers
from tests.cli.test_batch_command import Batch, said
from tests.core.support import file_of, photo

pytestmark = pytest.mark.skipif(
    sys.platform in ("emscripten", "win32"), reason="needs programs, and names with colons"
)
ABSENT = {letter: Answer("absent") for letter in LETTERS}


def recipe(left: int, alternate: str | None = None, page: int = 1) -> Recipe:
    region = Region(Rectangle(left, 8, 8, 8), Fill(), ("A",), page)
    return Recipe([region], (64, 48), alternate_id=alternate)


def planned(batch: Batch, *options: object, code: int = 0) -> dict:
    (told,) = answers(said(code, "plan", batch.source, "--job", batch.job, *options)) or [{}]
    return told


def lines(batch: Batch) -> dict[str, dict]:
    """What the plan says of each original's page."""
    rows = map(json.loads, (batch.job / "plan.jsonl").read_text().splitlines())
    return {f"{Path(row['path']).stem} {row['page']}": row for row in rows if "path" in row}


def laid(folder: Path, path: str, text: str) -> None:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)


def row_of(batch: Batch, item: dict) -> dict:
    stem = item["label"] if item["pages"] == 1 else f"{item['label']}-p{item['page']:03}"
    return json.loads((batch.private / "rows" / f"{stem}.json").read_text())


@pytest.mark.parametrize("among", [False, True])
def test_each_image_gets_the_recipe_and_review_of_its_path_and_none_is_made_without(
    among, tmp_path
):
    batch = Batch(tmp_path, 4)
    folder = batch.source if among else tmp_path / "recipes"
    first, second = "SENTINEL_Roe_0/SENTINEL::0", "SENTINEL_Roe_1/SENTINEL::1.png"
    laid(folder, first + ".recipe.json", recipe(0).to_json())
    laid(folder, first + ".review.json", Review("stated", ABSENT).to_json())
    laid(folder, second + ".recipe.json", recipe(40, "P-7").to_json())
    laid(folder, "SENTINEL_Roe_2/SENTINEL::2.png.recipe.json", "{}")
    told = planned(batch, "--recipes", folder)
    assert (told["planned"], told["unmarked"], told["unopened"]) == (4, 2, 0)
    batch.run(code=1)
    plan = lines(batch)
    assert plan["SENTINEL::3 1"]["code"] == "job-no-recipe"
    assert row_of(batch, plan["SENTINEL::3 1"])["code"] == "job-no-recipe"
    assert row_of(batch, plan["SENTINEL::2 1"])["code"] == "recipe-not-json"
    for name, left, review in (
        ("SENTINEL::0", 0, Review("stated", ABSENT)),
        ("SENTINEL::1", 40, Review()),
    ):
        item = plan[f"{name} 1"]
        done = redact(
            (batch.source / item["path"]).read_bytes(),
            recipe(left),
            label="x",
            build="source",
            review=review,
        )
        assert (batch.out / "images" / f"{item['label']}.png").read_bytes() == done.output
        certificate = (batch.out / "certificates" / f"{item['label']}.txt").read_text()
        assert ("Nobody stated that they looked" in certificate) == (review == Review())
        kept = (batch.job / "recipes" / f"{item['recipe']}.json").read_bytes()
        assert hashlib.sha256(kept).hexdigest() == item["recipe"]
    assert (
        plan["SENTINEL::1 1"]["label"] == "P-7" and len(list((batch.out / "images").iterdir())) == 2
    )
    assert batch.report(1)["codes"] == {"job-no-recipe": 1, "recipe-not-json": 1}


def test_a_recipe_that_changed_since_the_plan_makes_nothing(tmp_path):
    batch = Batch(tmp_path, 1)
    laid(tmp_path / "recipes", "SENTINEL_Roe_0/SENTINEL::0.recipe.json", recipe(0).to_json())
    planned(batch, "--recipes", tmp_path / "recipes")
    (kept,) = (batch.job / "recipes").iterdir()
    kept.write_text(recipe(8).to_json())
    assert batch.run(code=1)[-1]["code"] == "job-changed" and not batch.shared()


def test_a_name_without_suffix_that_two_originals_share_names_neither(tmp_path):
    batch = Batch(tmp_path, 2)
    folder, near = tmp_path / "recipes", batch.source / "SENTINEL_Roe_0"
    (near / "SENTINEL::0.jpg").write_bytes(file_of(photo(64, 48), "JPEG"))
    laid(folder, "SENTINEL_Roe_0/SENTINEL::0.recipe.json", recipe(0).to_json())
    laid(folder, "SENTINEL_Roe_1/SENTINEL::1.recipe.json", recipe(0).to_json())
    assert planned(batch, "--recipes", folder)["unmarked"] == 2
    laid(folder, "SENTINEL_Roe_0/SENTINEL::0.jpg.recipe.json", recipe(0).to_json())
    batch.job = tmp_path / "again"
    assert planned(batch, "--recipes", folder)["unmarked"] == 1


def test_of_several_pages_those_that_no_recipe_names_are_not_made(tmp_path):
    batch = Batch(tmp_path, 0)
    batch.source.mkdir()
    second = Image.fromarray(photo(64, 48, seed=8))
    scan = file_of(photo(64, 48, seed=9), "TIFF", save_all=True, append_images=[second])
    (batch.source / "scan.tiff").write_bytes(scan)
    laid(tmp_path / "recipes", "scan.recipe.json", recipe(0, page=2).to_json())
    planned(batch, "--recipes", tmp_path / "recipes")
    batch.run(code=1)
    rows = [row_of(batch, item)["status"] for item in lines(batch).values()]
    assert rows == ["refused", "ok"]


def entry(batch: Batch, number: int, marks: Recipe, **more: object) -> Entry:
    data = next(batch.source.rglob(f"*{number}.png")).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    return Entry(digest, 1, None, f"p-{number}", marks, **more)  # type: ignore[arg-type]


def test_a_project_marks_its_images_and_leaves_those_that_nobody_finished(tmp_path):
    batch = Batch(tmp_path, 8)
    bare, answered = Recipe([], (64, 48)), Review("no", ABSENT)
    partly = Review("no", {"A": Answer("absent")})
    entries = [
        entry(batch, 0, recipe(0), review=answered).answered(),
        entry(batch, 1, recipe(8), review=answered),  # answers for another picture
        entry(batch, 2, bare, review=answered).answered(),  # nothing to cover, and said so
        entry(batch, 3, bare),
        entry(batch, 4, bare, review=partly).answered(),
        entry(batch, 5, recipe(0), proposed=recipe(30)),
        entry(batch, 6, recipe(0)),
        entry(batch, 6, recipe(8)),
    ]
    project = tmp_path / "private-project.json"
    project.write_text(project_text.to_json(entries))
    told = planned(batch, "--project", project)
    assert (told["planned"], told["unmarked"]) == (8, 5)
    batch.run(code=1)
    rows = [row_of(batch, item) for _name, item in sorted(lines(batch).items())]
    assert [row.get("code", "ok") for row in rows] == [
        *["ok"] * 3, *["job-no-recipe"] * 2, "job-proposals", "job-recipes-differ", "job-no-recipe"
    ]  # fmt: skip
    plan = lines(batch)
    assert [plan[f"SENTINEL::{number} 1"]["review"] is None for number in range(3)] == [
        False, True, False
    ]  # fmt: skip
    # Folder and project may agree, in whatever layout; where they differ nothing is made.
    near = "SENTINEL_Roe_{0}/SENTINEL::{0}.recipe.json"
    laid(tmp_path / "recipes", near.format(0), json.dumps(recipe(0).to_object(), indent=3))
    laid(tmp_path / "recipes", near.format(1), recipe(9).to_json())
    batch.job = tmp_path / "both"
    planned(batch, "--project", project, "--recipes", tmp_path / "recipes")
    plan = lines(batch)
    assert plan["SENTINEL::0 1"]["code"] is None and plan["SENTINEL::0 1"]["review"]
    assert plan["SENTINEL::1 1"]["code"] == "job-recipes-differ"


def test_recipes_that_fit_nothing_and_options_that_exclude_each_other_plan_nothing(tmp_path):
    batch = Batch(tmp_path, 1)
    (tmp_path / "recipes").mkdir()
    one, each = ("--recipe", tmp_path / "recipe.json"), ("--recipes", tmp_path / "recipes")
    assert planned(batch, *each, code=1)["code"] == "job-recipes-unused"
    assert not (batch.job / "plan.jsonl").exists()
    for wrong in ((), (*one, *each), ("--recipes", tmp_path / "none"), ("--project", *one[1:])):
        planned(batch, *wrong, code=2)
