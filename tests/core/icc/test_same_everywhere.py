"""The same samples come out of every engine: pinned hashes, run on CPython and in Pyodide."""

import hashlib

import numpy as np
import pytest
from pixelseal.core.icc.lab import ENCODINGS, lab_to_srgb

from tests.core.icc.whole_picture import to_srgb

from . import kinds

DEPTHS = {8: np.uint8, 16: np.uint16}
# The first 16 digits of the SHA-256 of what comes of `samples`, with 8 and with 16 bits.
PINNED = {
    "rgb, curve as a formula": ("3e7b302481f27056", "bd7c5dc8b559ddef"),
    "rgb, 1,024 entries": ("3e7b302481f27056", "bd7c5dc8b559ddef"),
    "rgb, 4,096 entries": ("3e7b302481f27056", "bd7c5dc8b559ddef"),
    "rgb, Display P3": ("927dca1e59642d5b", "02ab46f5ec5383e8"),
    "rgb, Display P3, version 2": ("6e9bf2b1166dbb4a", "60745b85ec60a59e"),
    "rgb, Adobe RGB": ("79a4a5908556391c", "6df6facdc8dcec59"),
    "rgb, ProPhoto": ("02391f814627cbc3", "f56e420fd4f16323"),
    "rgb, ProPhoto with its straight part": ("11c96dd5e5c4ad7b", "bf935d3e2017dfc5"),
    "rgb, gamma 2.2": ("67aa6a7881f24984", "3ce9333dba516730"),
    "rgb, function 1": ("79d98b1c5b1fc4e3", "472e3d553e3ef554"),
    "rgb, function 2": ("f7948a02da16e9a3", "d91fa3d9c578d868"),
    "rgb, function 4": ("0189cf2bca4249bd", "669ab45e0a8a6dda"),
    "rgb, linear": ("ffb1beb3bd0ac278", "4f68bf07d5d8ea81"),
    "rgb, lut8Type": ("2e5273bca1e8be41", "42aa21fa8481d3cc"),
    "rgb, lut16Type, version 2": ("344f862bcc303231", "0165be8acc78b797"),
    "rgb, lut16Type with curves": ("6606e1f6afc1260a", "6abdcb8dac54e8d2"),
    "rgb, lut16Type to XYZ": ("5803154f12ed03e2", "800cc19ddeee7917"),
    "rgb, lutAToBType with an uneven grid": ("fb0b74ff77fd46a4", "fbb379f44f4d62ab"),
    "rgb, lutAToBType of all parts": ("8f67de02aba2122f", "37028fe498fc440f"),
    "rgb, lutAToBType, matrix alone": ("c8e66eb9e5308d5d", "6536dea1e6948911"),
    "rgb, table before matrix": ("a5d672d51151da9f", "135b8dcefa5430c1"),
    "gray, gamma 2.2": ("756b7bbe2660fe3c", "0fd97a070b66dc57"),
    "gray, gamma 1.8": ("d90c01d275371fb9", "8ceaef2aa888a6fc"),
    "gray, dot gain": ("ea3e7f56be8b5eef", "78b728823017deab"),
    "gray, to lightness": ("3dd806d1da00aedc", "0c47b4550162a5e2"),
    "gray, linear": ("8d64ab95e9f19474", "39cafa6e595b7ac5"),
    "cmyk, lut16Type": ("d389911c5e051b51", "fb8002d44d01857e"),
    "cmyk, lut8Type with curves": ("0d1c4f0daeb5a49e", "dfe0705700f4f4a0"),
    "cmyk, lutAToBType": ("56f464181a55baab", "075523f16c0c44b4"),
    "offset": ("dcdf5797480ee65c", "809689e7530c33a5"),
    "signed": ("fd545bb17c4ef9bb", "b7f0f9f7c382b027"),
}


def samples(channels: int, bits: int) -> np.ndarray:
    """Codes spread over the range by arithmetic alone: no generator that may change."""
    numbers = np.arange(150 * 150 * channels, dtype=np.uint64) * np.uint64(2654435761)
    codes = (numbers >> np.uint64(9)) % np.uint64(1 << bits)
    return codes.astype(DEPTHS[bits]).reshape((150, 150, channels) if channels > 1 else (150, 150))


def digest(pixels: np.ndarray) -> str:
    return hashlib.sha256(pixels.astype(pixels.dtype.newbyteorder("<")).tobytes()).hexdigest()[:16]


@pytest.mark.parametrize("name", kinds.every())
def test_profiles(name: str) -> None:
    space, profile = kinds.every()[name]
    channels = {"gray": 1, "rgb": 3, "cmyk": 4}[space]
    found = tuple(digest(to_srgb(samples(channels, bits), profile).pixels) for bits in DEPTHS)
    assert found == PINNED[name]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_lab(encoding: str) -> None:
    found = tuple(digest(lab_to_srgb(samples(3, bits), encoding)) for bits in DEPTHS)
    assert found == PINNED[encoding]
