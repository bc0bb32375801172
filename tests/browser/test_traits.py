"""The battery of real files inside a browser: one of each format and trait, by the page's engine.

Each result is compared with the same references as natively (tests/battery): the hash and the
pixels of the engine under CPython, another reader of the source, exiftool.
"""

import base64
import json
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from pixelseal.core import engine
from pixelseal.core.decode.decode import reread
from pixelseal.local import codecs
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill, Region

from tests.battery.cleaning import CLOSE, CLOSE_WITH_PROFILE, apart
from tests.battery.witnesses import exiftool
from tests.core.support import needs_tool

from .conftest import Opener
from .drivers import Browser

pytestmark = pytest.mark.browser

TRAITS = {
    "JPEG with a thumbnail": "Pillow__flower.jpg",
    "JPEG on its side": "exif-orientation-examples__Portrait_6.jpg",
    "JPEG in inverted CMYK": "Pillow__pil_sample_cmyk.jpg",
    "JPEG with an Apple gain map": "libultrahdr__apple_gainmap_new.jpg",
    "JPEG with an ISO gain map": "libavif__seine_sdr_gainmap_srgb.jpg",
    "JPEG with profile, Exif, XMP": "libavif__paris_exif_xmp_icc.jpg",
    "JPEG, progressive": "libjpeg-turbo__testimgint.jpg",
    "JPEG, arithmetic": "libjpeg-turbo__testimgari.jpg",
    "PNG of 16 bits": "pillow_heif__RGB_16__128x128.png",
    "PNG of 16 bits with alpha": "pillow_heif__RGBA_16__128x128.png",
    "PNG, gray with alpha": "pillow_heif__LA_8__29x100.png",
    "PNG with linear samples": "Pillow__pil123rgba.png",
    "PNG with a profile": "scikit-image__astronaut.png",
    "PNG with a palette": "image-png__ch1n3p04.png",
    "PNG of one bit": "Pillow__hopper_bw_500.png",
    "PNG with data behind its end": "Pillow__hopper_idat_after_image_end.png",
    "PNG, animated": "image-png__basic_f20.png",
    "TIFF in CIELAB": "Pillow__hopper.Lab.tif",
    "TIFF in CMYK, tiles of JPEG": "Pillow__tiff_tiled_cmyk_jpeg.tif",
    "TIFF of 16 bits": "libtiff__minisblack-1c-16b.tiff",
    "TIFF, fax": "libtiff__testfax4.tiff",
    "BigTIFF of two pages": "commons-imaging__BigTIFFSubIFD8.tif",
    "TIFF with a profile": "Pillow__hopper.iccprofile.tif",
    "WebP, lossy": "c2pa-rs__mars.webp",
    "WebP, lossless": "c2pa-rs__test_lossless.webp",
    "WebP, animated, with alpha": "TwelveMonkeys__animated-webp-supported.webp",
    "GIF, interlaced": "image__interlaced.gif",
    "GIF, animated": "pillow_heif__chi.gif",
    "BMP with a profile": "image__rgb24prof.bmp",
    "AVIF of 10 bits, turned": "libavif__clop_irot_imor.avif",
    "AVIF with alpha": "libavif__circle_custom_properties.avif",
    "AVIF with a profile": "libavif__paris_icc_exif_xmp.avif",
    "AVIF with a gain map": "libavif__seine_sdr_gainmap_srgb.avif",
    "HEIC of a phone": "pillow_heif__pug.heic",
    "HEIC of 12 bits with alpha": "pillow_heif__RGBA_12__128x128.heif",
}
REFUSED = {
    "JPEG of 12 bits": ("libjpeg-turbo__testorig12.jpg", "jpeg-12-bit"),
    "JPEG, lossless": ("TwelveMonkeys__testimg_rgb.jpg", "jpeg-lossless"),
    "TIFF that ends early": ("TwelveMonkeys__noeof.tif", "file-truncated"),
    "TIFF of floats": ("image-tiff__predictor-3-rgb-f32.tif", "format-unsupported"),
    "AVIF, animated": ("libavif__colors-animated-8bpc-audio.avif", "animated"),
    "HEIC that ends early": ("pillow_heif__corrupted.hif", "file-truncated"),
    "JPEG 2000": ("Pillow__balloon.jpf", "format-unsupported"),
}
# Sources whose decoding is a standard's to the bit; the lossy codecs there are other builds.
EXACT = (".png", ".gif", ".bmp")
# In the page a deep AVIF keeps its bits, on the command line it does not (ADR 0017).
DEEPER_THERE = {"libavif__clop_irot_imor.avif"}

# (source in base64, request as JSON) -> {code} or {value, output in base64}.
_REDACT = """async (source, request) => {
  const bytes = Uint8Array.from(atob(source), c => c.charCodeAt(0));
  let answer;
  try { answer = await pixelseal.request('redact', request, [new Blob([bytes])]); }
  catch (refusal) { return JSON.parse(refusal.message); }
  const parts = [], output = new Uint8Array(answer.buffers[0]);
  for (let at = 0; at < output.length; at += 32768)
    parts.push(String.fromCharCode(...output.subarray(at, at + 32768)));
  return {value: JSON.parse(answer.value), output: btoa(parts.join(''))};
}"""


def _asked(width: int, height: int) -> Recipe:
    box = Rectangle(0, 0, max(1, width // 8), max(1, height // 8))
    return Recipe([Region(box, Fill("#000000"), None)])


@cache
def _natively(path: Path) -> tuple[dict[str, Any], int, Recipe, engine.Redaction]:
    """What is reported about the file and a page (the second if there is one), and its output."""
    codecs.register()
    data = path.read_bytes()
    told = engine.inspect(data).to_dict()
    page, recipe = min(told["pages"], 2), _asked(told["width"], told["height"])
    return told, page, recipe, engine.redact(data, recipe, label="x", build="0", page=page)


def _answer(browser: Browser, data: bytes, recipe: Recipe, page: int) -> dict[str, Any]:
    request = {"recipe": recipe.to_object(), "label": "x", "source_name": "", "made": ""}
    encoded = base64.b64encode(data).decode()
    text = json.dumps({**request, "page": page})
    return dict(browser.evaluate(_REDACT, encoded, text, timeout=600))


@needs_tool("exiftool")
def test_a_real_file_of_each_format_and_trait_comes_out_clean_and_right(
    browser: Browser, opener: Opener, corpus: Path, tmp_path: Path
) -> None:
    screen = opener(browser, "hosted")
    screen.wait_engine()
    written = {}
    for trait, name in TRAITS.items():
        data = (corpus / name).read_bytes()
        told, page, recipe, native = _natively(corpus / name)
        answer = _answer(browser, data, recipe, page)
        assert "code" not in answer, (trait, answer["code"])
        value, output = answer["value"], base64.b64decode(answer["output"])
        assert value["extension"] == native.extension and value["report"]["passed"], trait
        written[trait] = tmp_path / f"{len(written)}.{native.extension}"
        written[trait].write_bytes(output)
        kind = {"jpg": "jpeg", "tif": "tiff"}.get(native.extension, native.extension)
        here, there = reread(native.output, kind).whole(), reread(output, kind).whole()
        if name in DEEPER_THERE:
            here, there = here / np.iinfo(here.dtype).max, there / np.iinfo(there.dtype).max
            assert np.abs(here - there).mean() < 0.01, trait
            continue
        assert here.shape == there.shape and here.dtype == there.dtype, trait
        scale = 257 if here.dtype == np.uint16 else 1
        away = np.abs(here.astype(int) - there).mean() / scale
        assert away == 0 if Path(name).suffix in EXACT else away <= 2, (trait, away)
        done = SimpleNamespace(output=output, record_facts=native.record_facts)
        other = apart(data, done) if page == 1 else None
        most = CLOSE_WITH_PROFILE if told["colours"] == "converted" else CLOSE
        assert other is None or other <= most, (trait, other)
    seen = exiftool(written.values())
    assert {trait: seen[path] for trait, path in written.items() if seen[path]} == {}
    for trait, (name, code) in REFUSED.items():
        answer = _answer(browser, (corpus / name).read_bytes(), _asked(64, 64), 1)
        assert answer.get("code") == code, trait
