"""The private record of each page holds the whole recipe, which is written out once per run."""

import json

import pytest
from pixelseal.core import engine
from pixelseal.core.evidence.record import private_record
from pixelseal.model.recipe import canonical
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Region

from tests.bench.many_pages import KINDS

PAGES = 6
RECIPE = Recipe([Region(Rectangle(80, 60, 90, 70), page=page) for page in range(1, PAGES + 1)])


def _records(data, kept, recipe=RECIPE):
    for page in range(1, PAGES + 1):
        done = engine.redact(data, recipe, label="image-0", build="source", page=page, kept=kept)
        yield private_record(done.record_facts, source_name="a.tif", made="2024-01-01T00:00:00Z")


@pytest.fixture(scope="module")
def data():
    return KINDS["TIFF"](PAGES)


def test_the_recipe_is_written_out_for_the_first_page_only(data, monkeypatch):
    written = []
    plain = canonical.dump

    def counted(value, indent=0):
        if isinstance(value, dict) and "regions" in value:
            written.append(value)
        return plain(value, indent)

    monkeypatch.setattr(canonical, "dump", counted)
    assert len(list(_records(data, engine.Kept()))) == PAGES
    assert len(written) == 1


def test_each_record_is_as_if_it_were_the_only_one(data):
    for record, alone in zip(_records(data, engine.Kept()), _records(data, None), strict=True):
        assert record == alone == canonical.dump(json.loads(record)) + "\n"
        assert json.loads(record)["recipe"] == RECIPE.to_object()


def test_another_recipe_for_the_same_file_is_another_text(data):
    kept = engine.Kept()
    first = next(_records(data, kept))
    second = next(_records(data, kept, Recipe()))
    assert json.loads(first)["recipe"]["regions"]
    assert json.loads(second)["recipe"]["regions"] == []
