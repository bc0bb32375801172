"""Powers that are the same, bit for bit, on every machine. Offers no other function.

`numpy.power` calls whatever mathematical library was linked in, and those differ in the last bit.
Here only additions, multiplications and divisions of doubles are used, which IEEE 754 defines to
the last bit, and exact splitting of exponents. The relative error is below 1e-14.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_HALF_ROOT = 0.7071067811865476
_LN2 = 0.6931471805599453
# ln 2 in two parts: the upper ends in 32 zero bits, so that small multiples of it are exact.
_LN2_UPPER = 0.6931471803691238
_LN2_LOWER = 1.9082149292705877e-10
_LOGARITHM_TERMS = 12  # atanh series with |s| <= 0.172: the next term is below 1e-18
_EXPONENTIAL_TERMS = 16  # Taylor series with |r| <= 0.347: the next term is below 1e-20


def power(base: Floats, exponent: float) -> Floats:
    """`base` to `exponent`, element by element; base >= 0, and 0 gives 0; exponent > 0."""
    mantissa, binary = np.frexp(base)
    low = mantissa < _HALF_ROOT
    mantissa = np.where(low, mantissa * 2, mantissa)
    whole = (binary - low).astype(np.float64)
    s = (mantissa - 1) / (mantissa + 1)
    square = s * s
    series = np.zeros_like(s)
    for term in range(_LOGARITHM_TERMS, -1, -1):
        series = series * square + 1 / (2 * term + 1)
    logarithm = whole * _LN2_UPPER + (whole * _LN2_LOWER + 2 * s * series)
    result = _exponential(np.where(base > 0, logarithm * exponent, 0.0))
    return np.where(base > 0, result, 0.0)


def _exponential(x: Floats) -> Floats:
    x = np.clip(x, -700.0, 700.0)  # within what a double can hold
    whole = np.rint(x / _LN2)
    rest = (x - whole * _LN2_UPPER) - whole * _LN2_LOWER
    series = np.ones_like(x)
    for term in range(_EXPONENTIAL_TERMS, 0, -1):
        series = series * rest / term + 1
    return np.ldexp(series, whole.astype(np.int32))
