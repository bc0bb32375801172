"""A baseline JPEG of any luma sampling factors, which common encoders do not offer. Tests nothing.

ITU-T T.81. All codes have 8 bits, one step for all coefficients: short, and as bleeding as any.
"""

import numpy as np
from numpy.typing import NDArray

_STEP = 12
_ZIGZAG = sorted(
    range(64),
    key=lambda i: (i // 8 + i % 8, i // 8 if (i // 8 + i % 8) % 2 else i % 8),
)
_SYMBOLS = [run << 4 | size for run in range(16) for size in range(11) if size or run in (0, 15)]
_CODES = {symbol: format(number, "08b") for number, symbol in enumerate(_SYMBOLS)}
_U, _X = np.mgrid[0:8, 0:8]
_DCT = np.cos((2 * _X + 1) * _U * np.pi / 16) * np.where(_U == 0, np.sqrt(1 / 8), 0.5)


def sampled_jpeg(pixels: NDArray[np.uint8], across: int, down: int) -> bytes:
    """RGB pixels (H, W, 3) with `across` by `down` luma blocks per MCU and one per chroma."""
    height, width = pixels.shape[:2]
    wide, high = 8 * across, 8 * down
    full = np.pad(pixels, ((0, -height % high), (0, -width % wide), (0, 0)), mode="edge")
    red, green, blue = (full[:, :, i].astype(float) for i in range(3))
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    planes = [luma, (blue - luma) / 1.772 + 128, (red - luma) / 1.402 + 128]
    for i in (1, 2):
        shape = (full.shape[0] // down, down, full.shape[1] // across, across)
        planes[i] = planes[i].reshape(shape).mean(axis=(1, 3))
    bits, last = [], [0, 0, 0]
    for row in range(full.shape[0] // high):
        for column in range(full.shape[1] // wide):
            for part, (h, v) in enumerate([(across, down), (1, 1), (1, 1)]):
                for y in range(row * v, row * v + v):
                    for x in range(column * h, column * h + h):
                        block = planes[part][8 * y : 8 * y + 8, 8 * x : 8 * x + 8] - 128
                        last[part] = _code(block, last[part], bits)
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    scan = int(stream, 2).to_bytes(len(stream) // 8, "big").replace(b"\xff", b"\xff\0")
    return b"".join(
        [
            b"\xff\xd8\xff\xdb\0\x43\0" + bytes([_STEP] * 64),
            b"\xff\xc0\0\x11\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big"),
            bytes([3, 1, across << 4 | down, 0, 2, 0x11, 0, 3, 0x11, 0]),
            _table(0x00),
            _table(0x10),
            b"\xff\xda\0\x0c\x03\x01\0\x02\0\x03\0\0\x3f\0" + scan + b"\xff\xd9",
        ]
    )


def _table(number: int) -> bytes:
    """All codes of 8 bits; of the DC table only sizes that can be, from 0 to 11."""
    symbols = _SYMBOLS if number else list(range(12))
    counts = [0] * 7 + [len(symbols)] + [0] * 8
    body = bytes([number, *counts, *symbols])
    return b"\xff\xc4" + (len(body) + 2).to_bytes(2, "big") + body


def _code(block: NDArray[np.float64], last: int, bits: list[str]) -> int:
    """Append a block's bits (T.81, F.1.2); its DC value."""
    values = np.rint(_DCT @ block @ _DCT.T / _STEP).astype(int).reshape(64)[_ZIGZAG].tolist()
    difference = values[0] - last
    bits += [format(abs(difference).bit_length(), "08b"), _digits(difference)]
    run = 0
    for value in values[1:]:
        if value == 0:
            run += 1
            continue
        bits += [_CODES[0xF0]] * (run // 16)
        bits += [_CODES[run % 16 << 4 | abs(value).bit_length()], _digits(value)]
        run = 0
    if run:
        bits.append(_CODES[0])
    return int(values[0])


def _digits(value: int) -> str:
    size = abs(value).bit_length()
    return format(value if value > 0 else value + (1 << size) - 1, f"0{size}b") if size else ""
