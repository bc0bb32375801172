"""The same source, recipe and build give the same bytes, in Pyodide and on the command line.

On the command line AVIF and HEIC are other libraries' work: there they agree to the pixel at most.

The browsers compare with the same table (tests/browser/test_same_bytes.py).
"""

import sys

import pytest

from tests.vectors.table import RECIPES, outcome, sources, stored

IN_PYODIDE = sys.platform == "emscripten"
ELSEWHERE = ("avif", "heic")


def test_the_table_holds_every_source_and_recipe():
    assert {name: set(rows) for name, rows in stored().items()} == {
        name: set(RECIPES) for name in sources()
    }


@pytest.mark.parametrize("name", sources())
def test_outputs_are_those_of_the_table(name: str):
    data, compared = sources()[name], 0
    for recipe, wanted in stored()[name].items():
        got = outcome(data, recipe)
        other = not IN_PYODIDE and (name.endswith(ELSEWHERE) or recipe.endswith(ELSEWHERE))
        for part in ("pixels",) if other else ("bytes", "pixels"):
            assert got.get(part) == wanted.get(part), (recipe, part)
            compared += part in wanted
    assert compared or name.endswith(ELSEWHERE)
