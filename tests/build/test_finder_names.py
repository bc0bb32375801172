"""The finders that the build puts into the page have names that a certificate can hold."""

import json
from pathlib import Path

import pytest
from pixelseal.model.finding import Finding, require

from app.build import pack


def test_what_the_page_s_finders_are_called_can_be_stated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        "ort.wasm.bundle.min.mjs",
        "index.js",
        "ort-wasm-simd-threaded.wasm",
        "zxing_reader.wasm",
    ):
        (tmp_path / name).write_bytes(b"x")
    networks = dict.fromkeys(("faces.onnx", "writing.onnx", "reading.onnx"), b"a network")
    monkeypatch.setattr(pack, "weights", lambda tree, vendor: networks)
    monkeypatch.setattr(pack, "script_of", lambda modules, own, vendor: "")
    files = pack._finders(Path(__file__).parents[2], tmp_path)
    finders = tuple((name, version) for name, version in json.loads(files["names.json"]))
    assert [name for name, _version in finders][-1] == "ZXing-C++", "as on the command line"
    require(Finding(finders))
