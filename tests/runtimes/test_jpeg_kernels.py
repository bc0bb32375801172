"""The JPEG codec's kernels give the very bytes of the library's own C (in node)."""

import json
from pathlib import Path

from pixelseal.core.encode import ijg_tables

from app.build import codec, tools, vendor

from .node import run_job

ROOT = Path(__file__).resolve().parents[2]
# Steps from 255 down to 1.
QUALITIES = (1, 5, 10, 25, 50, 60, 75, 80, 88, 90, 95, 98, 100)


def test_kernels_write_and_read_what_the_library_s_own_c_does(tmp_path: Path) -> None:
    sources = codec.sources_of(ROOT, vendor.fetch())
    kernels, plain = tmp_path / "kernels.wasm", tmp_path / "plain.wasm"
    kernels.write_bytes(codec.codec(ROOT, vendor.vendor_home()))
    plain.write_bytes(codec.compiled(sources, tools.compiler(), "-DNO_KERNELS"))
    assert kernels.read_bytes() != plain.read_bytes()
    tables = {quality: sum(ijg_tables.tables(quality), ()) for quality in QUALITIES}
    job = {"kernels": str(kernels), "plain": str(plain), "tables": tables}
    ended = run_job("jpeg_kernels.cjs", job, tmp_path)
    assert ended.returncode == 0, ended.stdout
    told = json.loads(ended.stdout)
    assert told["count"] == 0, told["first"]
    assert told["pictures"] > 2_000
    # Of each kind of picture enough that its edges were met.
    assert min(told["seen"].values()) > 300, told["seen"]
