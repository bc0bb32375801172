"""The yardstick itself: CIEDE2000 gives the published differences."""

import numpy as np
import pytest

from .delta_e import delta_e, of_srgb

# Sharma, Wu and Dalal (2005), table 1: pairs 1, 4, 7, 9, 11, 17, 25, 31, 33, 34, among them those
# that tell wrong means of hue angles from right ones.
PAIRS = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0009), 7.1792),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("first", "second", "published"), PAIRS)
def test_published_pairs(
    first: tuple[float, ...], second: tuple[float, ...], published: float
) -> None:
    one, two = np.array([first], float), np.array([second], float)
    assert delta_e(one, two)[0] == pytest.approx(published, abs=5e-5)
    assert delta_e(two, one)[0] == pytest.approx(published, abs=5e-5)


def test_white_and_gray_of_srgb_have_no_chroma() -> None:
    lab = of_srgb(np.array([[255, 255, 255], [119, 119, 119]], np.uint8))
    assert lab[0] == pytest.approx((100, 0, 0), abs=1e-3)
    assert lab[1] == pytest.approx((50, 0, 0), abs=0.1)
