"""The array type of pixels. Holds no picture."""

from typing import Any

from numpy.typing import NDArray

# uint8 or uint16, shaped (height, width) for grey and (height, width, 3) for sRGB.
Pixels = NDArray[Any]
