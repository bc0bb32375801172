"""The table of formats reaches every place that knows formats, and no other place lists them."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pixelseal.cli import arguments
from pixelseal.model import formats
from pixelseal.model.recipe.region import FORMATS
from pixelseal.model.zip_stream import shared
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.images.folder_intake import Found

from app.build.markup import with_formats
from tests.conftest import ROOT

PACKAGE = ROOT / "app/pixelseal"
TABLE = PACKAGE / "model/formats/table.py"
# The audit shares no code with what it audits: tests/core/test_formats.py compares its own table.
AUDIT = PACKAGE / "core/audit/run.py"
# Lists of another library's parts, by its own names.
PILLOWS = (PACKAGE / "local/build.py", ROOT / "app/build/snapshot.py")
NAMES = {row.name for row in formats.READ}
ENDINGS = {ending for row in formats.READ for ending in row.endings}
MEDIA_TYPES = {row.media_type for row in formats.READ}

MADE_UP = """
        Format(
            name="made-up",
            label="Made Up",
            endings=("mup", "madeup"),
            media_type="image/x-made-up",
            begins=(((0, b"MUP"),),),
            brands=(),
            given=False,
            reading=Reading(longest_side=4_321, lossy=True, rim=7, predicted=False, frames=False),
            writing=Writing(
                longest_side=1_234, quality=50, lossless=True, gray=True, deep=True, pages=False
            ),
            instead="",
        ),
    )
)
"""
TOLD = """
import json
from app.build.markup import with_formats
from pixelseal.cli import arguments
from pixelseal.core.evidence.certificate.words import FORMATS
from pixelseal.core.source.sniff import sniff
from pixelseal.model.zip_stream import shared
from pixelseal.ui.browser.host import kind_of
from pixelseal.ui.images.folder_intake import Found
from tests.model.formats.test_everywhere import documented
asked = arguments.parser().parse_args(
    ["redact", "x", "--box", "0,0,1,1", "--out", "y", "--format", "made-up"]
)
print(json.dumps({
    "picker": with_formats(open("index.html", encoding="utf-8").read()),
    "documented": documented()[-1],
    "asked": asked.format,
    "certificate": FORMATS["made-up"],
    "sniffed": sniff(b"MUP and more"),
    "shared": shared("images/x.mup"),
    "kind": kind_of("mup"),
    "folder": Found().wants("scan.MADEUP"),
}))
"""


def documented() -> list[str]:
    """The lines of the table in docs/formats/README.md, as they must be."""
    lines = [
        "| format | endings | media type | longest side opened | rim | written | "
        "longest side written |",
        "|---|---|---|---:|---:|---|---:|",
    ]
    for row in formats.READ:
        reading, writing = row.reading, row.writing
        page = f"[{row.label}]({row.name}.md)"
        endings = " ".join(f"`.{ending}`" for ending in row.endings)
        rim = str(reading.rim or "–")
        cells = [page, endings, f"`{row.media_type}`", f"{reading.longest_side:,}", rim]
        if writing:
            told = [f"lossy at {writing.quality}"] if writing.quality else []
            told = ["kept", *told] if writing.lossless else told
            told += ["16 bits"] * writing.deep + ["all pages"] * writing.pages
            cells += [", ".join(told), f"{writing.longest_side:,}"]
        else:
            cells += [f"as {formats.named(row.instead).label}", "–"]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def test_the_docs_have_the_rows_of_the_table():
    text = (ROOT / "docs/formats/README.md").read_text("utf-8")
    found = [line for line in text.splitlines() if line.startswith("|")]
    wanted = documented()
    assert found == wanted, "it must be:\n" + "\n".join(wanted)
    pages = {path.stem for path in (ROOT / "docs/formats").glob("*.md")} - {"README"}
    assert pages == NAMES


def test_pages_of_formats_name_modules_that_are_there():
    named = 0
    for path in (ROOT / "docs/formats").glob("*.md"):
        for place in re.findall(r"`([\w./*]+\.py|app/[\w./*]+)`", path.read_text("utf-8")):
            assert (ROOT / place).exists(), f"{path.name}: {place}"
            named += 1
    assert named > 15


def test_the_docs_have_the_rims_of_the_table():
    text = (ROOT / "docs/regions.md").read_text("utf-8")
    rows = re.findall(r"^\| (?:lossy )?(\w+)[^|]*\|[^|]*\| (\d+)", text, re.MULTILINE)
    rims = {row.label: row.reading.rim for row in formats.READ if row.reading.rim}
    assert rims.pop("TIFF") == rims["JPEG"]  # "JPEG, also inside TIFF"
    assert {label: int(rim) for label, rim in rows} == rims


def test_the_file_picker_offers_every_ending():
    page = with_formats((ROOT / "index.html").read_text("utf-8"))
    field = re.search(r'id="add-images"[^>]* accept="([^"]*)"', page)
    assert field
    offered = field[1].split(",")
    assert offered[0] == "image/*"
    assert {f".{ending}" for ending in ENDINGS} < set(offered)
    assert offered[-1] == "text/csv", "what else may be chosen was lost"
    assert "JPEG, HEIC, PNG, WebP, AVIF, TIFF, GIF, BMP." in page
    assert "data-accept" not in page


@pytest.mark.parametrize("row", formats.READ, ids=lambda row: row.name)
def test_a_file_of_every_ending_is_opened_out_of_a_folder(row):
    found = Found()
    assert all(found.wants(f"photo.{ending.upper()}") for ending in row.endings)


@pytest.mark.parametrize("row", formats.WRITTEN, ids=lambda row: row.name)
def test_what_is_written_can_be_asked_for_and_is_saved_under_its_name(row):
    asked = arguments.parser().parse_args(
        ["redact", "x", "--box", "0,0,1,1", "--out", "y", "--format", row.name]
    )
    assert asked.format == row.name
    assert row.name in FORMATS
    assert shared(f"images/photo.{row.ending}")
    assert kind_of(row.ending) == row.media_type


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("README.md", [row.label for row in formats.READ]),
        ("app/pixelseal/api/values.py", [f'"{row.name}"' for row in formats.READ]),
        ("docs/api.md", [f'"{row.name}"' for row in formats.WRITTEN]),
        ("docs/recipe.md", [f'`"{row.name}"`' for row in formats.WRITTEN]),
        ("docs/certificate.md", [f"`{row.label}`" for row in formats.WRITTEN]),
    ],
)
def test_sentences_that_list_formats_leave_none_out(path, wanted):
    text = (ROOT / path).read_text("utf-8")
    assert not [one for one in wanted if one not in text]


def test_the_docs_name_the_endings_of_what_is_shared():
    text = (ROOT / "docs/saving.md").read_text("utf-8")
    (listed,) = re.findall(r"images/….\(([a-z|]+)\)", text)
    assert sorted(listed.split("|")) == sorted(row.ending for row in formats.WRITTEN)


def with_made_up_row(tree: Path) -> None:
    """A copy of what is needed here, with one row more in the table."""
    for name in ("app", "index.html"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tree / name)
    for name in ("__init__.py", "conftest.py", "model/formats/test_everywhere.py"):
        (tree / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / name, tree / "tests" / name)
    table = tree / TABLE.relative_to(ROOT)
    text = table.read_text("utf-8")
    assert text.endswith("    )\n)\n")
    table.write_text(text.removesuffix("    )\n)\n") + MADE_UP.removeprefix("\n"), "utf-8")


def with_function(module: Path, function: str) -> None:
    """The copy's module opens or writes the made-up format as it does WebP."""
    text = module.read_text("utf-8")
    one = f'"webp": {function},'
    assert text.count(one) == 1
    module.write_text(text.replace(one, f'{one} "made-up": {function},'), "utf-8")


def run(tree: Path, code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "app")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_made_up_row_arrives_everywhere(tmp_path):
    with_made_up_row(tmp_path)
    core = tmp_path / "app/pixelseal/core"
    # Nobody can forget to write what opens it, and what writes it.
    for module, function in (
        ("source/examine", "examine_webp"),
        ("encode/write", "_write_webp"),
    ):
        name = module.replace("/", ".")
        ran = run(tmp_path, f"import pixelseal.core.{name}")
        assert ran.stderr.endswith("not the formats of the table: made-up\n"), name
        with_function(core / f"{module}.py", function)
    ran = run(tmp_path, TOLD)
    assert not ran.returncode, ran.stderr
    told = json.loads(ran.stdout)
    assert ".mup,.madeup," in told["picker"]
    assert "BMP, Made Up." in told["picker"]
    assert told["documented"] == (
        "| [Made Up](made-up.md) | `.mup` `.madeup` | `image/x-made-up` | 4,321 | 7 | "
        "kept, lossy at 50, 16 bits | 1,234 |"
    )
    assert told["asked"] == "made-up"
    assert told["certificate"] == "Made Up"
    assert told["sniffed"] == ["made-up", True]
    assert told["shared"] is True
    assert told["kind"] == "image/x-made-up"
    assert told["folder"] is True


def tables(text: str) -> Iterator[tuple[int, set[str]]]:
    """(line, format names) of each dict, set, list or tuple that holds three or more of them."""
    tree = ast.parse(text)
    complete = {
        id(value)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "formats.for_each"
        for value in call.args
    }
    for node in ast.walk(tree):
        if id(node) in complete:
            continue  # compared with the table when its module loads
        if isinstance(node, ast.Dict):
            held = [*node.keys, *node.values]
        elif isinstance(node, ast.Set | ast.List | ast.Tuple):
            held = [*node.elts]
            # ((signature, name), …) as well
            held += [cell for row in node.elts if isinstance(row, ast.Tuple) for cell in row.elts]
        else:
            continue
        texts = {
            str(cell.value).lower().removeprefix(".")
            for cell in held
            if isinstance(cell, ast.Constant) and isinstance(cell.value, str | bytes)
        }
        for known in (NAMES, ENDINGS, MEDIA_TYPES):
            if len(texts & known) > 2:
                yield node.lineno, texts & known


def test_a_second_table_would_be_found():
    for text in (
        "A = {'jpeg': 1, 'png': 2, 'webp': 3}",
        "A = {1: 'JPEG', 2: 'PNG', 3: 'WebP'}",
        "A = ('.jpg', '.png', '.tif')",
        "A = frozenset(('heic', 'avif', 'webp'))",
        "A = (('a', 'jpeg'), ('b', 'png'), ('c', 'gif'))",
        "A = ['image/png', 'image/jpeg', 'image/webp']",
    ):
        assert list(tables(text)), text
    assert not list(tables("A = formats.for_each(rows, {'jpeg': a, 'png': b, 'gif': c})"))


def test_there_is_no_second_table():
    modules = [*(ROOT / "app").rglob("*.py"), ROOT / "build.py"]
    assert len(modules) > 450
    found = {
        f"{path.relative_to(ROOT)}:{line}: {sorted(names)}"
        for path in modules
        if path not in (TABLE, AUDIT, *PILLOWS)
        for line, names in tables(path.read_text("utf-8"))
    }
    assert not found, "\n".join(sorted(found))
    assert all(any(tables(path.read_text("utf-8"))) for path in (AUDIT, *PILLOWS))


def test_the_page_and_its_scripts_hold_no_second_table():
    texts = [ROOT / "index.html", *(ROOT / "static").glob("*.js")]
    for path in texts:
        for line in path.read_text("utf-8").splitlines():
            listed = set(re.findall(r"[\"'.,/]([a-z]+)(?=[\"',])", line))
            assert len(listed & (ENDINGS | NAMES)) < 3, f"{path.name}: {line.strip()[:80]}"
