"""Networks and a reader of codes that are small functions, and what runs a coroutine."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from pixelseal.core.find.alphabet import ALPHABET
from pixelseal.core.find.networks import ReadCode

Array = NDArray[Any]
T = TypeVar("T")


def finish(waiting: Coroutine[Any, Any, T]) -> T:
    """Run what waits for nothing."""
    try:
        waiting.send(None)
    except StopIteration as ended:
        result: T = ended.value
        return result
    raise AssertionError("it waits")


class Lent:
    """A network that is a function; `seen` has the shape of each of its inputs."""

    def __init__(self, answer: Callable[[Array], tuple[Array, ...]]) -> None:
        self._answer = answer
        self.seen: list[tuple[int, ...]] = []

    async def run(self, inputs: Array) -> tuple[Array, ...]:
        assert inputs.dtype == np.float32 and inputs.flags.c_contiguous
        self.seen.append(inputs.shape)
        return self._answer(inputs)


class Codes:
    """A reader that reads what `answer` says is in a picture."""

    def __init__(self, answer: Callable[[Array], list[ReadCode]]) -> None:
        self._answer = answer
        self.of_rows: list[bool] = []

    async def read(self, gray: Array, *, of_rows: bool = False) -> list[ReadCode]:
        assert gray.dtype == np.uint8 and gray.ndim == 2
        self.of_rows.append(of_rows)
        return self._answer(gray)


def writing_is_green(inputs: Array) -> tuple[Array, ...]:
    """A detector to which pure green is the middle of a line."""
    assert inputs.shape[2] % 32 == inputs.shape[3] % 32 == 0
    blue, green, red = inputs[0]
    return (((green > 0.5) & (blue < 0) & (red < 0)).astype(np.float32)[np.newaxis, np.newaxis],)


def face_is_red(inputs: Array) -> tuple[Array, ...]:
    """A detector to which each red area is a face of its size, where red is above."""
    assert inputs.shape[2] % 32 == inputs.shape[3] % 32 == 0
    red, green, _blue = inputs[0]
    cells = inputs.shape[2] // 4, inputs.shape[3] // 4
    heat, scale, offset = (np.zeros((1, n, *cells), np.float32) for n in (1, 2, 2))
    down, across = np.nonzero((red > 128) & (green < 128))
    if len(down):
        top, left, high, wide = down.min(), across.min(), np.ptp(down) + 1, np.ptp(across) + 1
        if high > wide:  # only one that is upright
            y, x = (top + high / 2) / 4 - 0.5, (left + wide / 2) / 4 - 0.5
            cell = 0, 0, int(y), int(x)
            heat[cell] = 0.9
            scale[0, :, int(y), int(x)] = np.log([high / 4, wide / 4])
            offset[0, :, int(y), int(x)] = y - int(y), x - int(x)
    return heat, scale, offset, np.zeros((1, 10, *cells), np.float32)


def spells(*texts: str, surely: float = 0.9375) -> Callable[[Array], tuple[Array, ...]]:
    """A reader to which each next line says the next of these texts, surely; the last for ever."""
    left = list(texts)

    def answer(inputs: Array) -> tuple[Array, ...]:
        assert inputs.shape[:3] == (1, 3, 48)
        text = left.pop(0) if len(left) > 1 else left[0]
        likely = np.zeros((1, 2 * len(text) + 1, 1 + len(ALPHABET)), np.float32)
        likely[0, ::2, 0] = 1
        for place, letter in enumerate(text):
            likely[0, 2 * place + 1, 1 + ALPHABET.index(letter)] = surely
        return (likely,)

    return answer
