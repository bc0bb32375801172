"""The words for a region's reasons."""

from pixelseal.model import reasons
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Region
from pixelseal.ui.text import words


def test_reasons_are_named_with_and_without_their_letters() -> None:
    region = Region(Rectangle(0, 0, 9, 9), reasons=("A", "Q", "other"))
    assert words.reasons_of(region) == "A · Name, Q · Face, Other"
    assert words.reasons_named(region) == "Name, Face, Other"
    bare = Region(Rectangle(0, 0, 9, 9))
    assert words.reasons_of(bare) == words.reasons_named(bare) == "No reason"
    assert words.selected(1, 2, region).endswith("A · Name, Q · Face, Other")


def test_every_reason_has_a_hint_with_its_key() -> None:
    for code in reasons.CODES:
        key = "X" if code == reasons.OTHER else code
        assert words.reason_hint(code).endswith(" (Shift+" + key + ")")
    assert words.reason_hint("A") == "Names, on a wristband, label, chart or badge (Shift+A)"
