"""The finders as they are installed: their networks, over pictures that show what they are for."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from pixelseal.core.base.errors import PixelsealError
from pixelseal.core.base.pixel_box import PixelBox
from pixelseal.core.find.find import find_in, read_writing
from pixelseal.core.find.found import Found
from pixelseal.core.find.looked import Looked
from pixelseal.core.find.networks import Finders
from pixelseal.core.pixels.raster import Raster
from pixelseal.local import finders as local

pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="the page has a runtime of its own"
)


@pytest.fixture
def finders() -> Iterator[Finders]:
    if not local.HOME.is_dir():
        pytest.skip("the networks were not built: build.py bundle")
    pytest.importorskip("onnxruntime")
    yield local.finders()


def label(width: int = 1200, height: int = 900, size: int = 40) -> Image.Image:
    image = Image.new("RGB", (width, height), (186, 148, 130))
    draw = ImageDraw.Draw(image)
    draw.rectangle((200, 300, 900, 560), fill=(245, 245, 240))
    font = ImageFont.load_default(size)
    rows = ("Quillfeather, Jane", "MRN 00481516", "DOB 04/03/1962")
    for row, text in enumerate(rows):
        draw.text((230, 320 + 75 * row), text, fill=(20, 20, 30), font=font)
    return image


def found_in(image: Image.Image, finders: Finders) -> list[Found]:
    return local.finished(find_in(Raster(np.asarray(image)), finders))


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_label_is_read_whichever_way_it_lies(finders: Finders, degrees: int) -> None:
    image = label().rotate(degrees, expand=True)
    lines = local.finished(read_writing(Looked(Raster(np.asarray(image))), finders))
    texts = sorted(line.text for line in lines)
    assert [text.replace(" ", "") for text in texts] == [
        "DOB04/03/1962",
        "MRN00481516",
        "Quillfeather,Jane",
    ]
    reasons = {reason for row in found_in(image, finders) for reason in row.reasons}
    assert reasons == {"A", "C", "H"}


def test_the_same_picture_gives_the_same_boxes_each_time(finders: Finders) -> None:
    first = found_in(label(), finders)
    assert len(first) == 3 and first == found_in(label(), finders)


def test_a_box_is_about_as_large_as_its_line(finders: Finders) -> None:
    top = found_in(label(), finders)[0]
    inner = PixelBox(236, 332, 546, 356)  # what is dark: from Q to e, without the comma's tail
    assert top.box.left <= inner.left and top.box.right >= inner.right
    assert top.box.top <= inner.top and top.box.bottom >= inner.bottom
    assert top.box.bottom - top.box.top < 75  # and does not reach the next


def test_a_blank_picture_has_nothing(finders: Finders) -> None:
    for size in ((1, 1), (3, 900), (800, 600)):
        assert found_in(Image.new("RGB", size, (186, 148, 130)), finders) == []


def test_what_looked_is_named_by_its_bytes(finders: Finders) -> None:
    names = [finder.name for finder in finders.names]
    assert names == ["CenterFace", "PP-OCRv6 detection", "PP-OCRv6 recognition", "ZXing-C++"]
    assert all(finder.version for finder in finders.names)


@pytest.mark.parametrize("missing", ["onnxruntime", "zxingcpp"])
def test_without_the_extra_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(PixelsealError) as refused:
        local.finders.__wrapped__()
    assert refused.value.code == "finders-not-installed" and ".[find]" in refused.value.sentence


def test_without_the_networks_it_is_said_how_to_make_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    pytest.importorskip("onnxruntime")
    monkeypatch.setattr(local, "HOME", local.HOME.with_name("nowhere"))
    with pytest.raises(PixelsealError) as refused:
        local.finders.__wrapped__()
    assert refused.value.code == "finders-not-built" and "build.py" in refused.value.sentence


def test_a_finder_that_waits_is_a_fault_and_no_endless_wait() -> None:
    class Waits:
        def __await__(self) -> Iterator[None]:
            yield

    async def wait() -> None:
        await Waits()

    with pytest.raises(RuntimeError):
        local.finished(wait())


@pytest.mark.parametrize("kind", ["Code128", "QRCode", "DataMatrix", "PDF417"])
@pytest.mark.parametrize("degrees", [0, 8, 20, 37, 45, 70, 90])
def test_no_number_can_be_read_again_beside_the_box(
    finders: Finders, kind: str, degrees: int
) -> None:
    zxing = pytest.importorskip("zxingcpp")
    made = zxing.create_barcode("00481516", getattr(zxing.BarcodeFormat, kind))
    code = Image.fromarray(np.asarray(zxing.write_barcode_to_image(made, scale=4)))
    page = Image.new("L", (1000, 800), 235)
    card = Image.new("L", (code.width + 40, code.height + 40), 255)
    card.paste(code, (20, 20))
    shape = Image.new("L", card.size, 255).rotate(degrees, expand=True)
    page.paste(card.rotate(degrees, Image.Resampling.BICUBIC, expand=True), (300, 200), shape)
    pixels = np.array(page)
    dark = int((pixels < 100).sum())
    (found,) = local.finished(find_in(Raster(pixels), Finders(codes=finders.codes)))
    pixels[found.box.top : found.box.bottom, found.box.left : found.box.right] = 128
    assert (pixels < 100).sum() < dark / 500
    for more in (0, 15, 45, -degrees):
        turned = Image.fromarray(pixels).rotate(more, expand=True, fillcolor=235)
        assert zxing.read_barcodes(np.asarray(turned)) == []
