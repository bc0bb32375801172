"""Synthetic profiles of every kind that the engine reads, by name. Tests nothing."""

from functools import cache

import numpy as np

from tests.builders import icc

P3 = icc.to_d50(icc.DISPLAY_P3, icc.D65)


def _wide(device: np.ndarray) -> np.ndarray:
    """CIELAB of a camera that works with P3's primaries and a plain curve."""
    return icc.lab(device**1.9 @ P3.T)


def _table(points: int, *, old: bool) -> np.ndarray:
    return icc.lab_coded(_wide(icc.nodes(3, points)), old=old)


def _press(points: int, *, old: bool) -> np.ndarray:
    return icc.lab_coded(icc.lab(icc.press(icc.nodes(4, points))), old=old)


def _with_table(space: str, element: bytes, **options: object) -> bytes:
    return icc.profile(space, {"A2B0": element}, connection="Lab ", **options)  # type: ignore[arg-type]


@cache
def rgb() -> dict[str, bytes]:
    """RGB profiles that are not sRGB."""
    uneven = _table(9, old=False).reshape(9, 9, 9, 3)[:, ::2, :, :].reshape(-1, 3)
    return {
        "Display P3": icc.rgb(icc.DISPLAY_P3, icc.SRGB_CURVE),
        "Display P3, version 2": icc.rgb(
            icc.DISPLAY_P3, icc.sampled(icc.srgb_decoded, 1024), version=2
        ),
        "Adobe RGB": icc.rgb(icc.ADOBE_RGB, icc.gamma(563 / 256), version=2),
        "ProPhoto": icc.rgb(icc.PROPHOTO, icc.gamma(1.8), white=icc.PROPHOTO_WHITE, version=2),
        "ProPhoto with its straight part": icc.rgb(
            icc.PROPHOTO, icc.para(3, 1.8, 1, 0, 1 / 16, 1 / 32), white=icc.PROPHOTO_WHITE
        ),
        "gamma 2.2": icc.rgb(icc.SRGB, icc.para(0, 2.2)),
        "function 1": icc.rgb(icc.SRGB, icc.para(1, 2.4, 1.1, -0.1)),
        "function 2": icc.rgb(icc.SRGB, icc.para(2, 2.4, 1.04162, -0.05, 0.02)),
        "function 4": icc.rgb(icc.SRGB, icc.para(4, 2.0, 0.944987, 0.05, 0.1888, 0.1, 0.01, 0.012)),
        "linear": icc.rgb(icc.SRGB, icc.curv([])),
        "lut8Type": _with_table("RGB ", icc.mft(_table(17, old=False), 3, 17, wide=False)),
        "lut16Type, version 2": _with_table(
            "RGB ", icc.mft(_table(17, old=True), 3, 17, wide=True), version=2
        ),
        "lut16Type with curves": _with_table(
            "RGB ",
            icc.mft(
                icc.lab_coded(_wide(icc.nodes(3, 9) ** 0.8), old=True) ** 0.5,
                3,
                9,
                wide=True,
                before=lambda x: x**1.25,
                after=lambda x: x**2,
            ),
            version=2,
            kind="scnr",
        ),
        "lut16Type to XYZ": icc.profile(
            "RGB ",
            {
                "A2B0": icc.mft(
                    icc.xyz_coded(icc.nodes(3, 17) @ P3.T),
                    3,
                    17,
                    wide=True,
                    before=icc.srgb_decoded,
                )
            },
            version=2,
        ),
        "lutAToBType with an uneven grid": _with_table(
            "RGB ",
            icc.mab(
                a=[icc.para(0, 1.1), icc.curv([]), icc.sampled(lambda x: x**0.9, 4096)],
                table=uneven,
                grid=(9, 5, 9),
            ),
        ),
        "lutAToBType of all parts": _with_table(
            "RGB ",
            icc.mab(
                a=[icc.curv([])] * 3,
                table=_table(17, old=False) ** 0.5,
                grid=(17, 17, 17),
                precision=1,
                m=[icc.para(0, 2.0)] * 3,
                matrix=[0.98, 0, 0, 0, 1, 0, 0.0, 0, 1, 0.01, 0, 0],
                b=[icc.curv([0, 65535]), icc.gamma(1.0), icc.para(0, 1.0)],
            ),
        ),
        "lutAToBType, matrix alone": icc.profile(
            "RGB ",
            {
                "A2B0": icc.mab(
                    m=[icc.SRGB_CURVE] * 3, matrix=[*(P3 * (32768 / 65535)).ravel(), 0, 0, 0]
                )
            },
        ),
        "table before matrix": icc.rgb(
            icc.SRGB,
            icc.SRGB_CURVE,
            extra={"A2B0": icc.mab(m=[icc.para(0, 2.0)] * 3, matrix=[*(P3 / 2).ravel(), 0, 0, 0])},
        ),
    }


@cache
def srgb() -> dict[str, bytes]:
    """Profiles that are sRGB, whatever they are called."""
    return {
        "curve as a formula": icc.rgb(icc.SRGB, icc.SRGB_CURVE),
        "1,024 entries": icc.rgb(icc.SRGB, icc.sampled(icc.srgb_decoded, 1024), version=2),
        "4,096 entries": icc.rgb(icc.SRGB, icc.sampled(icc.srgb_decoded, 4096), version=2),
    }


@cache
def gray() -> dict[str, bytes]:
    """Grey profiles that are not sRGB's curve."""
    return {
        "gamma 2.2": icc.gray(icc.gamma(2.2), version=2),
        "gamma 1.8": icc.gray(icc.para(0, 1.8)),
        "dot gain": icc.gray(icc.sampled(lambda x: 0.02 + 0.98 * x**2.6, 256), version=2),
        "to lightness": icc.gray(icc.curv([]), connection="Lab "),
        "linear": icc.gray(icc.curv([])),
    }


@cache
def cmyk() -> dict[str, bytes]:
    """Press profiles."""
    return {
        "lut16Type": _with_table(
            "CMYK", icc.mft(_press(9, old=True), 4, 9, wide=True), version=2, kind="prtr"
        ),
        "lut8Type with curves": _with_table(
            "CMYK",
            icc.mft(
                icc.lab_coded(icc.lab(icc.press(icc.nodes(4, 11) ** 1.2)), old=False),
                4,
                11,
                wide=False,
                before=lambda x: x ** (1 / 1.2),
            ),
            version=2,
            kind="prtr",
        ),
        "lutAToBType": _with_table(
            "CMYK",
            icc.mab(
                channels=4,
                a=[icc.curv([])] * 4,
                table=_press(9, old=False),
                grid=(9, 9, 9, 9),
            ),
            kind="prtr",
        ),
    }


def every() -> dict[str, tuple[str, bytes]]:
    """All of them by name, with their space."""
    return {
        f"{space}, {name}": (space, data)
        for space, found in (
            ("rgb", {**srgb(), **rgb()}),
            ("gray", gray()),
            ("cmyk", cmyk()),
        )
        for name, data in found.items()
    }
