"""The JPEG codec is compiled from pinned sources only, to the same bytes everywhere."""

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.build import carriers, codec, tools, vendor
from app.build.report import BuildError

from .run_build import ROOT

DOOR = {
    *("memory", "failure", "room", "open", "width", "height", "channels", "read", "close"),
    *("shape", "look", "looked", "start", "write", "finish", "piece"),
}
# Reads a module from its input, prints what it asks for and what it gives.
ASKED = """
const module = new WebAssembly.Module(require("fs").readFileSync(0));
const { imports, exports } = WebAssembly.Module;
console.log(JSON.stringify([imports(module), exports(module)]));
"""


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, with no way to a registry."""
    monkeypatch.setenv("PIXELSEAL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    return tmp_path / "cache"


@pytest.fixture
def a_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a Python program in the compiler's place."""

    def put(program: str) -> None:
        script = tmp_path / "compiler.py"
        script.write_text(program)
        monkeypatch.setattr(tools, "compiler", lambda _: [sys.executable, str(script)])

    return put


def test_the_module_asks_for_nothing_and_gives_the_door() -> None:
    module = codec.codec(ROOT, vendor.fetch())
    told = subprocess.run(
        [tools.node(), "-e", ASKED], input=module, capture_output=True, check=True
    ).stdout
    asked, given = json.loads(told)
    assert asked == []
    assert {entry["name"] for entry in given} == DOOR


def test_it_is_the_same_bytes_wherever_it_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = vendor.fetch()
    kept = codec.codec(ROOT, files)
    elsewhere = tmp_path / "a much longer name" / "of a folder"
    elsewhere.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("C_INCLUDE_PATH", str(tmp_path))
    (tmp_path / "jmorecfg.h").write_text("#error a header of the machine's was read\n")
    assert codec.compiled(codec.sources_of(ROOT, files), tools.compiler()) == kept
    assert list(elsewhere.iterdir()) == []
    assert str(elsewhere).encode() not in kept


def test_only_the_first_build_compiles(
    own_cache: Path, a_compiler: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    files = vendor.fetch()
    monkeypatch.setenv("PIXELSEAL_CACHE", str(own_cache))
    a_compiler("open('jpeg.wasm', 'wb').write(b'first')")
    assert codec.codec(ROOT, files) == b"first"
    a_compiler("open('jpeg.wasm', 'wb').write(b'second')")
    assert codec.codec(ROOT, files) == b"first"
    # What rotted in the cache is no longer the codec, nor is what another source would give.
    (kept,) = own_cache.rglob("*.wasm")
    kept.write_bytes(b"rotten")
    assert codec.codec(ROOT, files) == b"second"
    a_compiler("open('jpeg.wasm', 'wb').write(b'third')")
    monkeypatch.setattr(codec, "FLAGS", (*codec.FLAGS, "-O2"))
    assert codec.codec(ROOT, files) == b"third"


def test_a_failure_shows_the_compiler_s_last_lines() -> None:
    sources = codec.sources_of(ROOT, vendor.fetch())
    broken = {"own/door.c": b"int broken( {"}
    with pytest.raises(BuildError, match=r"could not be compiled:(.|\n)*door\.c:1"):
        codec.compiled({**sources, **broken}, tools.compiler())


def test_an_archive_with_other_bytes_is_refused(own_cache: Path, tmp_path: Path) -> None:
    table, given = tmp_path / "vendor.toml", tmp_path / "given"
    digest = hashlib.sha256(b"the pinned archive").hexdigest()
    table.write_text(
        '[[package]]\nname = "mozjpeg"\npypi_archive = "planted==1"\n'
        f'[package.files]\n"{codec.ARCHIVE}" = "{digest}"\n'
    )
    given.mkdir()
    (given / codec.ARCHIVE).write_bytes(b"planted")
    with pytest.raises(BuildError, match="has other bytes"):
        vendor.fetch(given, table)


def test_the_library_s_licences_are_in_the_notices() -> None:
    with tarfile.open(vendor.fetch() / codec.ARCHIVE) as archive:
        texts = [
            archive.extractfile(f"{codec.LIBRARY}/{name}") for name in ("README.ijg", "LICENSE.md")
        ]
        ijg, turbo = (text.read().decode() for text in texts if text is not None)
    notices = _words((ROOT / "static/notices.txt").read_text("utf-8"))
    terms = ijg[ijg.index("The authors make NO WARRANTY") : ijg.index("REFERENCES\n=====")]
    bsd = turbo[turbo.index("Redistribution and use in") : turbo.index("Why Two Licenses?")]
    assert _words(terms) in notices
    assert _words(bsd) in notices
    stated = "This software is based in part on the work of the Independent JPEG Group."
    assert stated in notices[notices.index("libjpeg-turbo ====") :]


def _words(text: str) -> str:
    return " ".join(text.split())


def test_nothing_of_a_source_archive_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "PKG-INFO": "Metadata-Version: 2.1\nName: some-package\nVersion: 1.0\n",
        "pyproject.toml": '[build-system]\nrequires = ["setuptools"]\n'
        'build-backend = "setuptools.build_meta"\n',
        "setup.py": f"open({str(tmp_path / 'was run')!r}, 'w')\n",
    }
    with tarfile.open(tmp_path / "some_package-1.0.tar.gz", "w:gz") as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"some_package-1.0/{name}")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    brought = dict(carriers.PyPIArchive("some-package==1.0").bring(["some_package-1.0.tar.gz"]))
    assert brought == {
        "some_package-1.0.tar.gz": (tmp_path / "some_package-1.0.tar.gz").read_bytes()
    }
    assert not (tmp_path / "was run").exists()


def test_a_compiler_that_cannot_be_had_or_is_another_is_said(
    own_cache: Path, tmp_path: Path
) -> None:
    with pytest.raises(BuildError, match=r"compiler could not be fetched.*--from"):
        tools.compiler()
    given = tmp_path / "given" / "deep"
    given.mkdir(parents=True)
    (given / "ziglang-0.17.1-py3-none-any.whl").write_bytes(b"planted")
    with pytest.raises(BuildError, match=r"compiler could not be fetched.*HASHES"):
        tools.compiler(tmp_path / "given")
    assert not list(own_cache.rglob("zig*"))
