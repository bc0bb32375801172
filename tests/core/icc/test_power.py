"""Powers are right to the last bits, and made of operations that IEEE 754 fixes to the last bit."""

import hashlib
from decimal import Decimal, getcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.core.icc.power import power


@given(st.floats(1e-9, 2.0), st.floats(0.05, 32.0))
def test_as_in_fifty_digits(base: float, exponent: float) -> None:
    getcontext().prec = 50
    exact = Decimal(base) ** Decimal(exponent)
    result = float(power(np.array([base]), exponent)[0])
    # The relative error grows with the logarithm of the result.
    slack = 1e-14 * max(1.0, abs(float(exact.ln())))
    if exact > Decimal("1e-300"):
        assert abs(Decimal(result) - exact) <= exact * Decimal(slack)


@pytest.mark.parametrize(("base", "result"), [(0.0, 0.0), (1.0, 1.0)])
def test_ends_are_exact(base: float, result: float) -> None:
    assert power(np.array([base]), 2.4)[0] == result


def test_the_same_bits_in_every_engine() -> None:
    bits = power(np.arange(4096) / 4095, 1 / 2.4).astype("<f8").tobytes()
    assert hashlib.sha256(bits).hexdigest()[:16] == "eec95bcf04f5259c"
