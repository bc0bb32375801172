"""One name stands for all that runs, on a host and in the saved file; what differs has another."""

import hashlib
import json
import re
from dataclasses import fields, replace

import pytest
from pixelseal.model import catalogue

from app.build.parts import Parts
from tests.conftest import Bundle

FACTS = re.compile(r'<script type="application/json" id="pixelseal-facts">(.*?)</script>')
PARTS = Parts(
    markup="<p></p>",
    style="p {}",
    script="run()",
    python=b"python",
    micropython=b"wasm",
    pack=b"engine",
    extra={"heif": b"heif", "avif": b"avif"},
    licence="of the one part",
    worker="answer()",
    sample=b"photo",
)
# They run nothing: a text that is shown, and which module of the Python in the build is started.
NOT_NAMED = {"licence", "main"}


@pytest.mark.parametrize("field", sorted({one.name for one in fields(Parts)} - NOT_NAMED))
def test_whatever_runs_changes_the_name(field: str) -> None:
    value = getattr(PARTS, field)
    if field == "extra":
        for name in value:
            other = replace(PARTS, extra=value | {name: b"other"})
            assert other.build != PARTS.build
        return
    assert replace(PARTS, **{field: value + value[:1]}).build != PARTS.build


def test_all_carriers_have_one_name_and_the_list_behind_it(bundle: Bundle) -> None:
    listed = (bundle.single.parent / "BUILD").read_bytes()
    sums = dict(reversed(line.split("  ")) for line in listed.decode().splitlines())
    found = [
        (bundle.site / "index.html").read_text("utf-8"),
        bundle.single.read_text("latin-1"),
        bundle.single.with_name("pixelseal-find.html").read_text("latin-1"),
    ]
    for page in found:
        facts = json.loads(FACTS.search(page)[1])  # type: ignore[index]
        assert facts["build"] == hashlib.sha256(listed).hexdigest()
        assert facts["sums"] == sums


def test_a_saved_file_comes_with_finders_or_without(bundle: Bundle) -> None:
    found = bundle.single.with_name("pixelseal-find.html")
    for path, parts in ((bundle.single, ["avif", "heif"]), (found, ["avif", "find", "heif"])):
        facts = json.loads(FACTS.search(path.read_text("latin-1"))[1])  # type: ignore[index]
        assert facts["parts"] == parts
        assert ("part-find" in facts["embedded"]) == ("find" in parts)
    # What a hosted page fetches at each visit.
    page = (bundle.site / "index.html").read_text("utf-8")
    facts = json.loads(FACTS.search(page)[1])  # type: ignore[index]
    assert sorted(facts["parts"]) == ["avif", "heif"]
    assert found.stat().st_size <= 40e6


def test_what_the_list_names_are_the_files_of_the_site(bundle: Bundle) -> None:
    listed = (bundle.single.parent / "BUILD").read_text("ascii")
    sums = dict(reversed(line.split("  ")) for line in listed.splitlines())
    files = {hashlib.sha256(path.read_bytes()).hexdigest() for path in bundle.site.rglob("*.*")}
    # The markup is a part of index.html, the worker's code a part of sw.js.
    assert {name for name, value in sums.items() if value not in files} <= {"markup", "worker"}
    assert set(sums) == {
        *("markup", "micropython", "pack", "part-avif", "part-find", "part-heif"),
        *("python", "sample", "script", "style", "worker"),
    }


def test_the_browser_compares_the_scripts_and_the_style_of_a_host(bundle: Bundle) -> None:
    for name in ("index.html", "bench.html"):
        page = (bundle.site / name).read_text("utf-8")
        loaded = re.findall(r"<(?:script|link)[^>]* (?:src|href)=\"(?!data:)[^>]*>", page)
        assert len(loaded) == 2
        assert all(' integrity="sha256-' in element for element in loaded)


def test_the_service_worker_knows_all_that_it_may_answer_with(bundle: Bundle) -> None:
    first, _, code = (bundle.site / "sw.js").read_text("utf-8").partition("\n")
    sums = json.loads(first.removeprefix("const sums = ").removesuffix(";"))
    listed = (bundle.single.parent / "BUILD").read_text("ascii")
    assert f"{hashlib.sha256(code.encode()).hexdigest()}  worker\n" in listed
    for path, value in sums.items():
        held = (bundle.site / (path or "index.html")).read_bytes()
        assert hashlib.sha256(held).hexdigest() == value
    page = (bundle.site / "index.html").read_text("utf-8")
    hashed = set(re.findall(r"[\w/]+-[0-9a-f]{16}\.\w+", page))
    assert hashed == sums.keys() - {""}
    # What the type checker is told stands before the brackets.
    told = json.loads(re.search(r"const TOLD = .*?\((.*)\);", code)[1])  # type: ignore[index]
    assert [code for code, _text in told] == [code for code, _name in catalogue.LANGUAGES]
    assert all(text == catalogue.text(code, "kept-altered", {}) for code, text in told)
