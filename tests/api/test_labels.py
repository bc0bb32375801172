"""The label that names an output: drawn by chance, or given, and then not made from the source."""

import hashlib
import json
from pathlib import Path

import pixelseal
import pytest

from tests.api.support import RECIPE, jpeg


def test_the_label_is_drawn_by_chance_and_tells_nothing(tmp_path: Path) -> None:
    place = tmp_path / "SAMPLE PATIENT.jpg"
    place.write_bytes(jpeg())
    first, second = (pixelseal.redact(place, RECIPE) for _ in range(2))
    assert first.name != second.name and first.image == second.image
    assert "SAMPLE" not in first.name + first.certificate
    assert len(first.name.removesuffix(".jpg")) == 16
    assert json.loads(first.record)["source"]["name"] == place.name


def test_a_label_made_from_the_name_or_the_hash_is_refused_as_an_id_is(tmp_path: Path) -> None:
    place = tmp_path / "MRN-0000123.jpg"
    place.write_bytes(jpeg())
    digest = hashlib.sha256(jpeg()).hexdigest()
    for label in ("0000123", "mrn", "MRN-0000123", digest):
        for source in (place, jpeg()) if label == digest else (place,):
            for operation in (pixelseal.redact, pixelseal.redact_together):
                with pytest.raises(pixelseal.RecipeRefused) as refused:
                    operation(source, RECIPE, label=label)
                assert refused.value.code == "id-derived"
        with pytest.raises(pixelseal.RecipeRefused):
            pixelseal.redact_file(place, RECIPE, tmp_path / "out", label=label)
    assert not (tmp_path / "out").exists()
    assert pixelseal.redact(place, RECIPE, label="mrn", id_not_derived=True).name == "mrn.jpg"
    # The label names nothing where the recipe has an alternate ID.
    named = RECIPE.named(pixelseal.Output(), "kite")
    assert pixelseal.redact(place, named, label="mrn").name == "kite.jpg"


@pytest.mark.parametrize("label", ["", ".", "..", "a/b", "é", "a" * 65])
def test_a_label_that_can_be_no_name_is_called_that(tmp_path: Path, label: str) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(jpeg())
    for stated in (False, True):
        with pytest.raises(pixelseal.RecipeRefused) as refused:
            pixelseal.redact(source, RECIPE, label=label, id_not_derived=stated)
        assert (refused.value.code, refused.value.values) == (
            "recipe-out-of-range",
            {"key": "label"},
        )
        with pytest.raises(pixelseal.RecipeRefused) as refused:
            pixelseal.redact_file(
                source, RECIPE, tmp_path / "out", label=label, id_not_derived=stated
            )
        assert refused.value.values == {"key": "label"}
    assert not (tmp_path / "out").exists()
