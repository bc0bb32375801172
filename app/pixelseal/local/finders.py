"""Opens the finders' networks, with onnxruntime and ZXing-C++ if both are installed. Finds nothing.

One thread, so that the same picture gives the same boxes each time.
"""

import hashlib
import importlib
import importlib.metadata
from collections.abc import Coroutine
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import PixelsealError
from pixelseal.core.find.networks import Finder, Finders, ReadCode

# Made by `build.py bundle` (app/build/weights.py).
HOME = Path(__file__).with_name("weights")
_NAMES = {
    "faces.onnx": "CenterFace",
    "writing.onnx": "PP-OCRv6 detection",
    "reading.onnx": "PP-OCRv6 recognition",
}
_DIGITS = 12  # of a network's SHA-256, which is its version
_ERRORS_ALONE = 3  # onnxruntime's level of what it prints
_Result = TypeVar("_Result")


class _Network:
    def __init__(self, runtime: Any, data: bytes) -> None:
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.enable_cpu_mem_arena = False  # it would keep what the largest picture needed
        options.log_severity_level = _ERRORS_ALONE
        providers = ["CPUExecutionProvider"]
        self._session = runtime.InferenceSession(data, options, providers=providers)
        self._name = self._session.get_inputs()[0].name

    async def run(self, inputs: NDArray[Any]) -> tuple[NDArray[Any], ...]:
        return tuple(self._session.run(None, {self._name: inputs}))


class _Codes:
    def __init__(self, library: Any) -> None:
        self._library = library

    async def read(self, gray: Pixels, *, of_rows: bool = False) -> list[ReadCode]:
        kinds, thresholds = self._library.BarcodeFormat, self._library.Binarizer
        formats = [kinds.AllLinear, kinds.PDF417] if of_rows else [kinds.AllReadable]
        ways = [thresholds.LocalAverage, thresholds.GlobalHistogram]
        samples = np.ascontiguousarray(gray)
        return [
            ReadCode(_corners(code.position), str(code.format), code.text)
            for way in ways[: 1 + of_rows]
            for code in self._library.read_barcodes(samples, formats=formats, binarizer=way)
        ]


def _corners(position: Any) -> tuple[tuple[float, float], ...]:
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return tuple((float(point.x), float(point.y)) for point in points)


@cache
def finders() -> Finders:
    """All finders. PixelsealError: finders-not-installed, finders-not-built."""
    try:
        runtime: Any = importlib.import_module("onnxruntime")
        codes: Any = importlib.import_module("zxingcpp")
    except ImportError:
        raise PixelsealError("finders-not-installed") from None
    runtime.disable_telemetry_events()  # of builds for Windows; others have none
    try:
        files = {name: (HOME / name).read_bytes() for name in _NAMES}
    except OSError:
        raise PixelsealError("finders-not-built") from None
    faces, writing, reading = (_Network(runtime, data) for data in files.values())
    names = [Finder(_NAMES[name], _version(data)) for name, data in files.items()]
    names.append(Finder("ZXing-C++", importlib.metadata.version("zxing-cpp")))
    return Finders(faces, writing, reading, _Codes(codes), tuple(names))


def _version(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def finished(finding: Coroutine[Any, Any, _Result]) -> _Result:
    """The result of what waits only for the networks of this module, which never wait."""
    try:
        finding.send(None)
    except StopIteration as ended:
        result: _Result = ended.value
        return result
    finding.close()
    raise RuntimeError("a finder waits")
