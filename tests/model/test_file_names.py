"""Names that Windows takes for a device or changes are known; all others pass."""

from pixelseal.model.file_names import is_portable
from pixelseal.model.recipe.recipe import is_alternate_id

DEVICES = ("CON", "prn", "Aux", "nul", "COM1", "com9", "LPT1", "lpt0")


def test_devices_are_known_in_any_case_and_with_anything_behind_a_dot():
    for name in DEVICES:
        for ending in ("", ".jpg", ".certificate.txt", ".", ".."):
            assert not is_portable(name + ending), name + ending
        assert not is_alternate_id(name) and not is_alternate_id(name + ".2")


def test_names_that_only_begin_like_a_device_pass():
    for name in ("CON-2", "console", "com", "com10", "LPT-1", "nul_1", "a.con", "1con", "P-7.b"):
        assert is_portable(name) and is_alternate_id(name), name


def test_a_dot_at_the_end_is_refused_because_windows_drops_it():
    assert not is_portable("P-7.") and not is_alternate_id("P-7.") and is_alternate_id("P.7")
