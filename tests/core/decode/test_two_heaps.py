"""No pixel comes from old memory: two heaps with different poison decode to the same pixels.

Threat 30. Natively glibc poisons every allocation (MALLOC_PERTURB_); inside Pyodide, large blocks
of one pattern are filled and freed before each file is decoded.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine

from tests.builders import arithmetic_jpeg
from tests.builders.odd import odd_files
from tests.conftest import ROOT
from tests.core.support import file_of, photo, recipe, redact
from tests.vectors.sources import FOLDER

BLOCK, BLOCKS = 1 << 20, 48  # bytes, blocks: more than any of these pictures needs


def told(path: Path) -> str:
    """The hash of the decoded pixels, or the code of the refusal."""
    data = path.read_bytes()
    try:
        return hashlib.sha256(decode(data, examine(data).first).pixels.tobytes()).hexdigest()
    except SourceRefused as refused:
        return refused.code


def in_poisoned_process(folder: Path, poison: str) -> list[str]:
    program = (
        "import sys; from pathlib import Path; from tests.core.decode.test_two_heaps import told\n"
        "for p in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    if p.suffix != '.tsv': print(p.name, told(p))"
    )
    environment = {**os.environ, "MALLOC_PERTURB_": poison, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        env=environment, cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="poisons memory by a setting of glibc")
def test_the_corpus_decodes_alike_in_two_heaps(corpus: Path):
    first, second = (in_poisoned_process(corpus, poison) for poison in ("85", "170"))
    assert len(first) >= 100
    assert first == second


def with_freed_blocks(pattern: int) -> None:
    blocks = [bytearray([pattern]) * BLOCK for _ in range(BLOCKS)]
    blocks += [bytearray([pattern]) * 4096 for _ in range(BLOCKS)]
    assert all(block[-1] == pattern for block in blocks)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_freed_memory_never_shows(path: Path):
    seen = set()
    for pattern in (0x55, 0xAA, 0x00):
        with_freed_blocks(pattern)
        seen.add(told(path))
    assert len(seen) == 1


def ended_early() -> dict[str, bytes]:
    """JPEGs whose last scan breaks off and is closed as if it were whole: structure cannot tell."""
    cut = {}
    for name in ("SEQUENTIAL", "PROGRESSIVE", "HUFFMAN"):
        file = getattr(arithmetic_jpeg, name)
        start = file.rindex(b"\xff\xda") + 2
        start += int.from_bytes(file[start : start + 2], "big")
        for part in (0, 25, 60, 95):
            end = start + (len(file) - 2 - start) * part // 100
            cut[f"{name}-{part}.jpg"] = file[:end] + b"\xff\xd9"
    return cut


def test_codes_that_end_early_are_never_filled_up_from_old_memory(tmp_path: Path):
    taken = 0
    for name, data in ended_early().items():
        path = tmp_path / name
        path.write_bytes(data)
        seen = set()
        for pattern in (0x55, 0xAA, 0x00):
            with_freed_blocks(pattern)
            seen.add(told(path))
        assert len(seen) == 1, name
        taken += len(*seen) == 64
    assert taken >= 4  # or this would try nothing
    if sys.platform == "linux":
        assert in_poisoned_process(tmp_path, "85") == in_poisoned_process(tmp_path, "170")


@pytest.mark.parametrize("name", odd_files())
def test_files_that_break_a_rule_show_no_freed_memory(name: str, tmp_path: Path):
    path = tmp_path / name
    path.write_bytes(odd_files()[name])
    seen = set()
    for pattern in (0x55, 0xAA, 0x00):
        with_freed_blocks(pattern)
        seen.add(told(path))
    assert len(seen) == 1 and len(*seen) == 64


@pytest.mark.skipif(sys.platform != "linux", reason="poisons memory by a setting of glibc")
def test_files_that_break_a_rule_decode_alike_in_two_heaps(tmp_path: Path):
    for name, data in odd_files().items():
        (tmp_path / name).write_bytes(data)
    first, second = (in_poisoned_process(tmp_path, poison) for poison in ("85", "170"))
    assert len(first) == len(odd_files())
    assert first == second


@pytest.mark.parametrize("cut", [1, 100, 20_000])
def test_a_short_tiff_after_another_patients_photo_is_refused(cut: int):
    redact(file_of(photo(256, 256), "PNG"), recipe((0, 0, 16, 16)))
    whole = file_of(photo(256, 256)[:, :, 0], "TIFF", compression=None)
    shortened = declared_shorter(whole, cut)
    with pytest.raises(SourceRefused) as refused:
        redact(shortened, recipe((0, 0, 16, 16)))
    assert refused.value.code in ("tiff-short-strips", "file-truncated", "file-damaged")


def declared_shorter(file: bytes, cut: int) -> bytes:
    """The TIFF with its StripByteCounts lowered by `cut`, all else as it was."""
    at = int.from_bytes(file[4:8], "little")
    for number in range(int.from_bytes(file[at : at + 2], "little")):
        entry = at + 2 + 12 * number
        if file[entry : entry + 2] == (279).to_bytes(2, "little"):
            size = int.from_bytes(file[entry + 8 : entry + 12], "little")
            return file[: entry + 8] + (size - cut).to_bytes(4, "little") + file[entry + 12 :]
    raise AssertionError("no StripByteCounts")
