"""Every exception of the product can be passed from one process to another, as in worker pools.

One that cannot be unpickled ends such a pool, or makes it wait for ever.
"""

import concurrent.futures
import copy
import importlib
import inspect
import multiprocessing
import pickle
import pkgutil
import sys

import pixelseal
import pytest
from pixelseal.core.audit import AuditReport, Check, OutputWithheld
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.source import examine

from tests.core.support import file_of, photo

if sys.platform == "emscripten":
    pytest.skip("no processes inside Pyodide, and not all of the product", allow_module_level=True)

# What their constructors are given, by the names of their parameters.
GIVEN = {
    "code": "file-damaged",
    "report": ["a report"],
    "values": {"limit": 7},
    "check": "pixels",
    "why": "a sentence",
    "reason": "a sentence",
    "output": "said by a program",
    "quiet": True,
    "often": True,
    "line": 7,
    "field": "purpose",
    "most": 200,
}


def exceptions() -> list[type[BaseException]]:
    found: dict[type[BaseException], None] = {}
    for part in pkgutil.walk_packages(pixelseal.__path__, "pixelseal."):
        try:
            module = importlib.import_module(part.name)
        except ModuleNotFoundError as missing:
            # The doors to browsers: there are no processes behind them.
            assert missing.name in ("js", "jsffi", "pyodide", "pyscript"), part.name
            continue
        for _, kind in inspect.getmembers(module, inspect.isclass):
            # Those of the library have its public name, once that is loaded.
            if issubclass(kind, BaseException) and kind.__module__ in (
                module.__name__,
                "pixelseal",
            ):
                found[kind] = None
    return list(found)


def made(kind: type[BaseException]) -> BaseException:
    if kind.__init__ in (Exception.__init__, ValueError.__init__):
        return kind("a sentence")
    plain, named = [], {}
    for parameter in list(inspect.signature(kind.__init__).parameters.values())[1:]:
        if parameter.kind is parameter.VAR_KEYWORD:
            named = GIVEN["values"]
        else:
            plain.append(GIVEN[parameter.name])
    return kind(*plain, **named)


@pytest.mark.parametrize("kind", exceptions(), ids=lambda kind: kind.__qualname__)
def test_an_exception_is_the_same_in_another_process(kind: type[BaseException]) -> None:
    first = made(kind)
    assert vars(first) or str(first)
    for again in (pickle.loads(pickle.dumps(first)), copy.deepcopy(first), copy.copy(first)):
        assert type(again) is kind
        assert (again.args, vars(again), str(again)) == (first.args, vars(first), str(first))


def test_all_kinds_are_found() -> None:
    assert {SourceRefused, OutputWithheld} < set(exceptions()) and len(exceptions()) > 12


def _withheld() -> None:
    raise OutputWithheld(
        "audit-failed", AuditReport((Check("pixels", False, "no"),)), check="pixels"
    )


def _examined(data: bytes) -> None:
    examine(data)


def test_a_pool_of_processes_hands_on_what_was_refused() -> None:
    start = multiprocessing.get_context("spawn")
    cut = file_of(photo(64, 48), "JPEG")[:300]
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=start) as pool:
        withheld, refused = pool.submit(_withheld), pool.submit(_examined, cut)
        with pytest.raises(OutputWithheld) as first:
            withheld.result(timeout=120)
        with pytest.raises(SourceRefused) as second:
            refused.result(timeout=120)
    assert first.value.report.first_failure == "pixels" and "(pixels)" in first.value.sentence
    assert second.value.code == "file-truncated"
