"""The colour difference CIEDE2000, and CIELAB of sRGB. Converts no picture.

CIE 142-2001 as written out by Sharma, Wu and Dalal, Color Research and Application 30 (2005).
"""

import numpy as np

from tests.builders import icc


def of_srgb(pixels: np.ndarray) -> np.ndarray:
    """CIELAB (n, 3) of sRGB samples (..., 3), uint8 or uint16."""
    coded = pixels.reshape(-1, 3) / np.iinfo(pixels.dtype).max
    return icc.lab(icc.srgb_decoded(coded) @ icc.to_d50(icc.SRGB, icc.D65).T)


def delta_e(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """CIEDE2000 of CIELAB colours (n, 3), pair by pair."""
    l1, a1, b1 = first.T
    l2, a2, b2 = second.T
    seventh = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - np.sqrt(seventh / (seventh + 25.0**7)))
    c1, c2 = np.hypot(a1 * (1 + g), b1), np.hypot(a2 * (1 + g), b2)
    h1 = np.degrees(np.arctan2(b1, a1 * (1 + g))) % 360
    h2 = np.degrees(np.arctan2(b2, a2 * (1 + g))) % 360
    gray = c1 * c2 == 0
    turn = h2 - h1
    turn = np.where(turn > 180, turn - 360, np.where(turn < -180, turn + 360, turn))
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(np.where(gray, 0, turn)) / 2)
    total = h1 + h2
    middle = np.where(
        np.abs(h1 - h2) <= 180, total / 2, np.where(total < 360, total / 2 + 180, total / 2 - 180)
    )
    middle = np.where(gray, total, middle)
    t = (
        1
        - 0.17 * np.cos(np.radians(middle - 30))
        + 0.24 * np.cos(np.radians(2 * middle))
        + 0.32 * np.cos(np.radians(3 * middle + 6))
        - 0.20 * np.cos(np.radians(4 * middle - 63))
    )
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    s_l = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    s_c, s_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    r_c = 2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    r_t = -r_c * np.sin(np.radians(60 * np.exp(-(((middle - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / s_l, (c2 - c1) / s_c, hue / s_h
    return np.sqrt(dl**2 + dc**2 + dh**2 + r_t * dc * dh)
