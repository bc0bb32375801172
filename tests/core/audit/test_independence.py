"""The audit knows nothing that what it audits knows: no code, no constant, no decoder."""

import ast
import sys
from pathlib import Path

from pixelseal.core import audit
from pixelseal.core.audit.jpeg import quantisation, scan
from pixelseal.core.base import limits
from pixelseal.core.encode import ijg_tables

MODULES = sorted(Path(audit.__file__).parent.rglob("*.py"))
# Its sentences are the catalogue's; what it measures with are arrays.
ALLOWED = ("pixelseal.core.audit", "pixelseal.model", "numpy")


def imported(module: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def test_every_module_of_the_audit_is_looked_at() -> None:
    assert len(MODULES) > 25  # a glob that lost a folder would find nothing wrong in it


def test_it_imports_itself_numpy_and_the_standard_library() -> None:
    for module in MODULES:
        for name in imported(module):
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names or name.startswith(ALLOWED), (module.name, name)


def test_nothing_is_imported_behind_its_back() -> None:
    for module in MODULES:
        names = {node.id for node in ast.walk(ast.parse(module.read_text("utf-8")))
                 if isinstance(node, ast.Name)}  # fmt: skip
        assert not names & {"__import__", "importlib", "exec", "eval"}, module.name


def test_both_have_the_same_numbers_of_the_standard() -> None:
    # T.81, figure 5, as every implementation prints it.
    zigzag = """
    0 1 8 16 9 2 3 10 17 24 32 25 18 11 4 5 12 19 26 33 40 48 41 34 27 20 13 6 7 14 21 28
    35 42 49 56 57 50 43 36 29 22 15 23 30 37 44 51 58 59 52 45 38 31 39 46 53 60 61 54 47 55 62 63
    """
    order = [int(place) for place in zigzag.split()]
    written = {
        tuple(tuple(table[place] for place in order) for table in ijg_tables.tables(quality))
        for quality in ijg_tables.QUALITIES
    }
    assert quantisation.pairs() == written


def test_both_know_from_what_size_on_pictures_are_coded_in_bands() -> None:
    assert scan._CODED_AT_ONCE == limits.PIXELS_HELD_MOST
