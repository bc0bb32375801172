"""Finding in the page: the finders' coroutine, and the networks that static/finders.js lends it.

The worker's JavaScript waits for the networks, and goes on with what they gave: no event loop of
Python's runs here.
"""

import json
from collections.abc import Coroutine, Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.errors import PixelsealError
from pixelseal.core.find.networks import Finder, Finders, ReadCode
from pixelseal.worker.answers import Answer, as_object, given, refused
from pyodide.ffi import to_js


class _Waiting:
    """A promise of JavaScript's that a coroutine awaits."""

    def __init__(self, promise: Any) -> None:
        self._promise = promise

    def __await__(self) -> Generator[Any, Any, Any]:
        return (yield self._promise)


class _Network:
    """`core.find.networks.Network`, by the name of its file."""

    def __init__(self, lent: Any, name: str) -> None:
        self._lent = lent
        self._name = name

    async def run(self, inputs: NDArray[Any]) -> tuple[NDArray[Any], ...]:
        samples = np.ascontiguousarray(inputs, np.float32).ravel()
        outputs = await _Waiting(self._lent.run(self._name, samples, to_js(inputs.shape)))
        return tuple(
            np.frombuffer(output.bytes.to_bytes(), np.float32).reshape(output.dims.to_py())
            for output in outputs
        )


class _Codes:
    """`core.find.networks.CodeReader`."""

    def __init__(self, lent: Any) -> None:
        self._lent = lent

    async def read(self, gray: Pixels, *, of_rows: bool = False) -> list[ReadCode]:
        height, width = gray.shape
        samples = np.ascontiguousarray(gray).ravel()
        codes = await _Waiting(self._lent.read(samples, width, height, of_rows))
        return [
            ReadCode(
                tuple((float(x), float(y)) for x, y in code.corners.to_py()),
                code.format,
                code.text,
            )
            for code in codes
        ]


def finders_of(lent: Any) -> Finders:
    """The finders as the engine knows them."""
    names = tuple(Finder(*row) for row in json.loads(lent.names))
    faces, writing, reading = (
        _Network(lent, f"{name}.onnx") for name in ("faces", "writing", "reading")
    )
    return Finders(faces, writing, reading, _Codes(lent), names)


class Finding:
    """An answer on its way, for static/finders.js."""

    def __init__(self, answering: Coroutine[Any, Any, Answer]) -> None:
        self._answering = answering

    def step(self, result: Any = None) -> Any:
        """Go on with what the last promise gave: {waits}, the next promise, or {message}.

        Raises what no request should raise, after which the worker is of no more use.
        """
        try:
            return as_object({"waits": self._answering.send(result)})
        except StopIteration as ended:
            return as_object({"message": given(ended.value)})
        except (PixelsealError, MemoryError) as error:
            return as_object({"message": refused(error)})
