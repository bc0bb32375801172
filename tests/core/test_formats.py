"""The engine uses the table of formats; the audit, which must not, has one of its own."""

import pytest
from pixelseal.core.audit.run import OUTPUTS
from pixelseal.core.base.errors import EngineFault
from pixelseal.core.cover.growth import source_of
from pixelseal.core.cover.plan import rim
from pixelseal.core.source.facts.page import Page
from pixelseal.model import formats
from pixelseal.model.errors import RecipeRefused

FACTS = {
    "format": "jpeg",
    "stored": {"width": 64, "height": 64},
    "orientation": 1,
    "lossy": True,
    "mcu": [8, 8],
    "rim": 1,
}


def test_the_audits_own_table_is_the_same():
    assert {name: row.gray for name, row in OUTPUTS.items()} == {
        row.name: row.writing.gray for row in formats.WRITTEN
    }


@pytest.mark.parametrize("row", formats.READ, ids=lambda row: row.name)
def test_a_lossy_source_grows_by_the_rim_of_its_row(row):
    source = Page(format=row.name, width=64, height=64, lossy=True, mcu=(8, 8))
    if row.reading.rim:
        assert rim(source) == row.reading.rim
    else:
        with pytest.raises(EngineFault):  # nobody knows how far it smears
            rim(source)


@pytest.mark.parametrize("wrong", ["png", "svg", "", 7])
def test_facts_of_a_format_without_a_rim_are_refused(wrong):
    assert source_of(FACTS).format == "jpeg"
    with pytest.raises(RecipeRefused):
        source_of({**FACTS, "format": wrong})
