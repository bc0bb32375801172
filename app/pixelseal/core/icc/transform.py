"""Chooses the transform from a profile to sRGB and checks that it is sane. Converts no picture.

The perceptual table where there is one, as LittleCMS does by default; else curves and matrix.
"""

from dataclasses import dataclass

import numpy as np
from pixelseal.core.icc import limits
from pixelseal.core.icc.connection_space import LUMINANCE, Codes, Planes, encoded, mixed
from pixelseal.core.icc.errors import ProfileUnusable
from pixelseal.core.icc.lut import LutModel
from pixelseal.core.icc.lut_tags import read_lut
from pixelseal.core.icc.matrix import GrayModel, MatrixModel, read_gray, read_matrix
from pixelseal.core.icc.profile import Profile, parse

Model = GrayModel | MatrixModel | LutModel

# Luminance of the perceptual reference black of version 4 (ICC.1:2022, 6.3.3, 0.34731 %).
_REFERENCE_BLACK = 0.0034731
# Profile spaces that fit the samples of a picture: grey is a colour of three equal parts.
_EXPLAINS = {"gray": ("gray", "rgb"), "rgb": ("rgb",), "cmyk": ("cmyk",)}
CHANNELS = {"gray": 1, "rgb": 3, "cmyk": 4}


@dataclass(frozen=True)
class Transform:
    """A model for a device `space`, and the linear sRGB and luminance that become black."""

    model: Model
    space: str
    black: tuple[float, float, float]
    luminance: float


def transform_of(untrusted: bytes, space: str) -> Transform:
    """The transform from samples of `space` ('gray', 'rgb', 'cmyk') to linear sRGB.

    ProfileUnusable: any code. Whatever passes here, even a mutated profile, maps white and black
    close enough to white and black that a person can still make out the picture.
    """
    profile = parse(untrusted)
    if profile.space not in _EXPLAINS[space]:
        raise ProfileUnusable("profile-space")
    model = _model(profile)
    dark, light = (255, 0) if profile.space == "cmyk" else (0, 255)
    white = mixed(_one(model, profile.space, light), LUMINANCE)[0]
    if not limits.WHITE_LEAST <= white <= limits.WHITE_MOST:
        raise ProfileUnusable("profile-implausible")
    # Black point compensation, as LittleCMS applies it to every perceptual conversion into a
    # version 4 profile, which its sRGB is: a print's black, 10 times brighter than a screen's,
    # becomes black. A version 4 table is made for one fixed black.
    if profile.version == 4 and isinstance(model, LutModel) and b"rXYZ" not in profile.tags:
        return Transform(model, profile.space, (_REFERENCE_BLACK,) * 3, _REFERENCE_BLACK)
    planes = _one(model, profile.space, dark)
    luminance = float(mixed(planes, LUMINANCE)[0])
    black = float(planes[0][0]), float(planes[1][0]), float(planes[2][0])
    if not 0 < luminance <= limits.BLACK_MOST or max(map(abs, black)) > limits.BLACK_CHANNEL_MOST:
        return Transform(model, profile.space, (0.0, 0.0, 0.0), 0.0)
    return Transform(model, profile.space, black, luminance)


def is_srgb(chosen: Transform, space: str) -> bool:
    """True where the profile changes no sample by more than `limits.SRGB_SLACK`.

    Decided by the numbers, never by a name: all greys, and for colour a grid of 17 x 17 x 17.
    """
    if chosen.space == "cmyk":
        return False
    ramp = np.arange(256, dtype=np.uint8)
    probes = [ramp, ramp, ramp]
    if space == "rgb":
        grid = np.meshgrid(*[np.rint(np.linspace(0, 255, 17)).astype(np.uint8)] * 3)
        probes = [np.concatenate((ramp, axis.ravel())) for axis in grid]
    planes = linear(chosen.model, chosen.space, probes)
    for probe, plane, black in zip(probes, planes, chosen.black, strict=True):
        light = (plane.astype(np.float64) - black) / (1 - black)
        if np.abs(encoded(light) - probe / 255).max() > limits.SRGB_SLACK:
            return False
    return True


def linear(model: Model, space: str, probes: list[Codes]) -> Planes:
    """Linear sRGB of a few 8-bit colours."""
    return model.reader(256)(probes[: CHANNELS[space]])


def _model(profile: Profile) -> Model:
    for name in (b"A2B0", b"A2B1"):
        if name in profile.tags:
            return read_lut(profile, name)
    if profile.space == "gray":
        return read_gray(profile)
    if profile.space == "rgb":
        return read_matrix(profile)
    raise ProfileUnusable("profile-tag-missing")


def _one(model: Model, space: str, code: int) -> Planes:
    """Linear sRGB of the colour whose channels all have `code`."""
    return linear(model, space, [np.array([code], np.uint8)] * 4)
