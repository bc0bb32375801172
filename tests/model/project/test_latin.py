"""Latin letters lose their marks in MicroPython too, which knows nothing of Unicode."""

from pixelseal.model.project.id_origin import looks_derived
from pixelseal.model.project.latin import folded


def test_marks_are_dropped_or_spelled_out():
    for text, plain, spelled in (
        ("Müller", "muller", "mueller"),
        ("MU\u0308LLER", "muller", "mueller"),
        ("García Núñez", "garcia nunez", "garcia nunez"),
        ("Garci\u0301a", "garcia", "garcia"),
        ("Weiß ÆØÅ", "weiss aeoa", "weiss aeoeaa"),
        ("A\u030agren", "agren", "aagren"),
        ("Łódź İğnesi", "lodz ignesi", "lodz ignesi"),
        ("Nguyễn", "nguyen", "nguyen"),
        ("\u0308x", "x", "x"),
        ("", "", ""),
    ):
        assert (folded(text, False), folded(text, True)) == (plain, spelled), text


def test_punctuation_separates_and_other_scripts_stay():
    assert folded("O’Brien·Kaʻana×2", False) == "o brien ka ana 2"
    assert folded("患者 Иванов Ａ１", False) == "患者 Иванов a1"


def test_an_accented_name_gives_its_id_away_on_the_page_too():
    assert looks_derived("Garcia", "GARCÍA.jpg")
    assert looks_derived("Mueller-1", "MÜLLER.jpg")
    assert looks_derived("M.G", "Maria Garcia 1961.jpg")
    assert not looks_derived("P-001", "GARCÍA.jpg")
