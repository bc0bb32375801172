"""The page's Python is compiled for MicroPython, or the build says which file was refused."""

import pytest

from app.build import vendor
from app.build.bytecode import bytecode
from app.build.report import BuildError


def test_each_file_becomes_bytecode_of_the_same_path() -> None:
    sources = {
        "pixelseal/version.py": "",
        "pixelseal/ui/text/words.py": "def say(key):\n    return key\n",
    }
    compiled = bytecode(sources, vendor.fetch())
    assert sorted(compiled) == ["pixelseal/ui/text/words.mpy", "pixelseal/version.mpy"]
    # "M", the format's version; no native code, small integers as MicroPython's own build has them.
    assert all(data[:4] == b"M\x06\x00\x1f" for data in compiled.values())
    # What a traceback names.
    assert b"pixelseal/ui/text/words.py" in compiled["pixelseal/ui/text/words.mpy"]
    assert compiled == bytecode(sources, vendor.fetch())


def test_a_file_that_the_compiler_refuses_is_named() -> None:
    sources = {"app/pixelseal/ui/good.py": "", "app/pixelseal/ui/bad.py": "def say(:\n    pass\n"}
    with pytest.raises(BuildError, match=r"app/pixelseal/ui/bad\.py.*SyntaxError"):
        bytecode(sources, vendor.fetch())


def test_what_is_there_for_the_type_checker_alone_is_not_in_the_page() -> None:
    source = (
        "TYPE_CHECKING = False\n"
        "if TYPE_CHECKING:  # never run\n"
        "    from a import Typed\n"
        'def say(key: "Typed"):\n'
        "    return key\n"
    )
    compiled = bytecode({"a.py": source}, vendor.fetch())["a.mpy"]
    assert b"say" in compiled and b"Typed" not in compiled
