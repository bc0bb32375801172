"""What is shipped with the engine: what may be imported later, but not what is in its memory."""

import pytest

from app.build.trim import kept_of_library, kept_of_wheel

LOADED = frozenset(("json", "json.decoder", "zipfile"))


@pytest.mark.parametrize("name", ["encodings/cp437.py", "fractions.py", "json/tool.py"])
def test_what_may_be_imported_later_is_there(name: str) -> None:
    assert kept_of_library(name, LOADED)


@pytest.mark.parametrize(
    "name",
    ["json/__init__.py", "json/decoder.py", "zipfile/__init__.py", "http/client.py", "pdb.py"],
)
def test_what_is_loaded_or_never_wanted_is_not(name: str) -> None:
    assert not kept_of_library(name, LOADED)


def test_wheels_bring_modules_and_libraries_without_their_tests() -> None:
    assert kept_of_wheel("PIL/Image.py")
    assert kept_of_wheel("PIL/_imaging.cpython-314-wasm32-emscripten.so")
    for name in ("numpy/lib/tests/test_io.py", "numpy/random/mtrand.so", "PIL/Image.pyi"):
        assert not kept_of_wheel(name)
