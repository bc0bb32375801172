"""A lossy WebP of any quality and colour passes as written, and the faintest residue is caught."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from pixelseal.core.audit import Covered
from pixelseal.core.audit.facts.parsed_output import ParsedOutput
from pixelseal.core.audit.webp.examine import parse
from pixelseal.core.audit.webp.vp8 import Steps, read_head
from pixelseal.core.encode import EncodeSettings, encode
from pixelseal.core.pixels.raster import Raster

from tests.core.audit.outputs import BLACK, expected, failures
from tests.core.support import examples, photo

SIZE = (176, 160)
CORNERS = [(r, g, b) for r in (0, 255) for g in (0, 255) for b in (0, 255)]
colours = st.one_of(st.sampled_from(CORNERS), st.tuples(*[st.integers(0, 255)] * 3))


def told(*covers):
    return expected("webp-lossy", width=SIZE[0], height=SIZE[1], covers=covers)


def surroundings(kind, seed):
    """What blocks are predicted from: noise, hard blocks, hard stripes, a photo."""
    random, (width, height) = np.random.default_rng(seed), SIZE
    if kind == "photo":
        return photo(*SIZE, seed)
    if kind == "noise":
        return random.integers(0, 256, (height, width, 3), np.uint8)
    step = int(random.choice([1, 2, 4, 8, 16]))
    rows = height // step + 1 if kind == "blocks" else 1
    cells = random.integers(0, 2, (rows, width // step + 1, 3)).astype(np.uint8) * 255
    across = cells.repeat(step, axis=1)[:, :width]
    return across.repeat(step if kind == "blocks" else height, axis=0)[:height].copy()


@settings(max_examples=examples(60), deadline=None)
@given(
    colour=colours,
    second=colours,
    quality=st.integers(1, 100),
    corner=st.tuples(st.integers(0, 60), st.integers(0, 60)),
    kind=st.sampled_from(["noise", "blocks", "stripes", "photo"]),
    seed=st.integers(0, 1000),
)
def test_no_good_output_is_withheld(colour, second, quality, corner, kind, seed):
    pixels, (x, y) = surroundings(kind, seed), corner
    boxes = [((x, y, x + 113, y + 97), colour), ((x + 40, y + 30, x + 113, y + 97), second)]
    for (left, top, right, bottom), paint in boxes:
        pixels[top:bottom, left:right] = paint
    file = encode(Raster(pixels), EncodeSettings("webp", quality, ""))
    covers = [Covered((box,), paint) for box, paint in boxes]
    assert failures(file, told(*covers)) == set()


def test_a_saturated_fill_beside_hard_stripes_at_low_quality_passes():
    # Over 24 levels off, 8 pixels within: withheld by the one tolerance of 24 that there was once.
    pixels, box = surroundings("stripes", 383), (48, 19, 114, 73)
    pixels[19:73, 48:114] = (255, 0, 0)
    file = encode(Raster(pixels), EncodeSettings("webp", 3, ""))
    assert failures(file, told(Covered((box,), (255, 0, 0)))) == set()


def name_under(level):
    """A name in that many levels of grey above black, and nothing else there."""
    room = Image.new("L", (112, 96), 0)
    font = ImageFont.load_default(26)
    ImageDraw.Draw(room).text((2, 30), "Jane Roe", fill=level, font=font)
    return np.asarray(room)[:, :, np.newaxis]


# The faintest that is caught, in levels: 3 at quality 92, which is what a photo gets unless asked.
@pytest.mark.parametrize(
    ("quality", "level"), [(1, 30), (10, 24), (30, 18), (50, 14), (75, 10), (92, 6), (100, 5)]
)
def test_a_name_shining_through_is_caught_at_any_quality(quality, level):
    box = (24, 24, 136, 120)
    pixels = photo(*SIZE)
    pixels[24:120, 24:136] = 0
    covered = Covered((box,), BLACK)
    clean = encode(Raster(pixels.copy()), EncodeSettings("webp", quality, ""))
    assert failures(clean, told(covered)) == set()
    pixels[24:120, 24:136] = name_under(level)
    file = encode(Raster(pixels), EncodeSettings("webp", quality, ""))
    assert failures(file, told(covered)) == {"burned"}


def test_the_steps_are_those_of_the_file():
    # RFC 6386, 14.1: quality 100 is index 0, whose steps are 4; libwebp takes some off the index of
    # chroma's DC, which stays the lowest, and adds up to 6 to that of its AC.
    finest = encode(Raster(photo(*SIZE)), EncodeSettings("webp", 100, ""))[20:]
    start = int.from_bytes(finest[:3], "little") >> 5
    steps = read_head(finest[10 : 10 + start]).steps
    assert steps[:3] == Steps(4, 4, 4, 0)[:3] and 4 < steps.chroma_ac <= 10
    found = []
    for quality in (1, 20, 50, 80, 92, 100):
        parsed = ParsedOutput()
        parse(encode(Raster(photo(*SIZE)), EncodeSettings("webp", quality, "")), parsed)
        found.append((parsed.tolerance, parsed.inner))
        assert parsed.inner <= parsed.tolerance <= 60
    assert found == sorted(found, reverse=True) and found[-2][0] <= 16 and found[-2][1] <= 5


@given(st.binary(max_size=80))
def test_a_header_of_any_bytes_has_steps(untrusted):
    assert all(4 <= step <= 284 for step in read_head(untrusted).steps)
