"""A small batch for tests: sources, a recipe, a plan."""

import json
from pathlib import Path

from pixelseal.local.jobs import Bound, Job
from pixelseal.local.planning import Asked, Planning
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill, Region

from tests.core.support import file_of, photo

RECIPE = Recipe([Region(Rectangle(8, 8, 16, 16), Fill())]).to_json()


def laid(folder: Path, count: int) -> Path:
    """So many sources, in folders called after people; the folder."""
    for number in range(count):
        path = folder / f"SENTINEL_Roe_{number % 3}" / f"SENTINEL::{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file_of(photo(64, 48, seed=number), "PNG"))
    (folder.parent / "recipe.json").write_text(RECIPE)
    return folder


def planned(folder: Path, count: int) -> tuple[Job, Bound]:
    """A job of so many images, and where it writes."""
    source = laid(folder / "source", count)
    asked = Asked(source, folder / "recipe.json", None, None, False)
    job = Planning(asked, folder / "job").write()
    return job, job.bind(folder / "clean", folder / "clean-private")


def require_each_once(job: Job, bound: Bound) -> None:
    """Every image, certificate, record and row is there once, and nothing else."""
    stems = sorted(item.stem for item in job.items())
    for folder in bound.folders:
        assert sorted(path.stem for path in folder.iterdir()) == stems
    for item in job.items():
        assert json.loads(bound.row(item).read_bytes())["status"] == "ok"
