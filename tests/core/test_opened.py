"""A file is opened once, and each frame decoded once, however many of its pages are asked for."""

import io
import pkgutil
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pixelseal.cli.main import main
from pixelseal.core import engine
from pixelseal.core.base.errors import SourceRefused
from pixelseal.core.decode import decode
from pixelseal.core.opened import Kept
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Output

from tests.core.support import examples, file_of, photo

FRAMES = 9
SIZE = (40, 30)


def animation(format: str, disposal: int = 0) -> bytes:
    """Small frames on one another: each page needs all before it."""
    images = []
    for number in range(FRAMES):
        image = Image.new("RGBA", SIZE, (0, 0, 0, 0))
        image.paste((20 * number, 255 - 20 * number, 90, 255), (3 * number, 2, 3 * number + 6, 9))
        image.paste((9, 20 * number, 200, 255), (20, 2 * number, 30, 2 * number + 9))
        images.append(image)
    options = {"disposal": disposal} if format != "WEBP" else {"lossless": True}
    if format == "PNG":
        options["blend"] = 1
    file = io.BytesIO()
    images[0].save(file, format, save_all=True, append_images=images[1:], **options)
    return file.getvalue()


FILES = {
    "gif": animation("GIF", 1),
    "gif, cleared": animation("GIF", 2),
    "gif, restored": animation("GIF", 3),
    "png": animation("PNG", 0),
    "png, restored": animation("PNG", 2),
    "webp": animation("WEBP"),
}
every_file = pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
GIVEN = {"label": "image", "build": "source"}


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats of the frames that were decoded, one after the other."""
    met: list[str] = []
    read = decode.read_picture

    def counted(data: bytes, format: str) -> object:
        met.append(format)
        return read(data, format)

    monkeypatch.setattr(decode, "read_picture", counted)
    return met


@every_file
def test_all_pages_cost_one_decoding_of_each_frame(data, decoded):
    kept = Kept()
    pages = len(engine.inspect(data, kept).file.pages)
    assert pages > 5
    rows = []
    for page in range(1, pages + 1):
        engine.preview(data, page, kept)
        rows.append(len(decoded))
    assert rows == list(range(1, pages + 1))  # the last page costs what the first one does


@every_file
def test_pages_together_cost_one_decoding_of_each_frame(data, decoded):
    pages = len(engine.inspect(data).file.pages)
    engine.redact_together(data, Recipe([], output=Output("tiff")), **GIVEN)
    assert len([format for format in decoded if format != "tiff"]) == pages


@pytest.mark.skipif(sys.platform == "emscripten", reason="the command line hears signals")
def test_the_command_line_decodes_each_frame_once(decoded, tmp_path, capsys):
    path, recipe = tmp_path / "scan.gif", tmp_path / "recipe.json"
    path.write_bytes(FILES["gif"])
    recipe.write_text(Recipe([], output=Output("jpeg")).to_json(), "utf-8")
    asked = ["redact", str(path), "--recipe", str(recipe), "--out", str(tmp_path / "out")]
    assert main([*asked, "--record", str(tmp_path / "records")]) == 0
    assert decoded.count("gif") == FRAMES


@every_file
@settings(max_examples=examples(12), deadline=None)
@given(order=st.lists(st.integers(1, FRAMES - 2), min_size=1, max_size=6))
def test_a_page_is_the_same_whichever_came_before(data, order):
    kept = Kept()
    for page in order:
        assert engine.preview(data, page, kept).whole == engine.preview(data, page).whole
        one = engine.redact(data, Recipe([]), page=page, kept=kept, **GIVEN)
        assert one.output == engine.redact(data, Recipe([]), page=page, **GIVEN).output


def test_another_file_wipes_what_was_kept():
    kept = Kept()
    canvas = kept.opened(FILES["gif"]).canvas
    engine.preview(FILES["gif"], 3, kept)
    pixels = canvas._samples
    assert pixels.any()
    other = file_of(photo(20, 20), "PNG")
    assert engine.inspect(other, kept).file.format == "png"
    assert not pixels.any() and canvas._samples is None
    assert kept.opened(other).canvas is None
    assert kept.opened(other) is not kept.opened(other)  # of that file nothing is kept


def test_a_frame_that_cannot_be_read_leaves_nothing_behind(monkeypatch):
    kept, read = Kept(), decode.read_picture
    wanted = engine.preview(FILES["gif, restored"], 4, kept).whole

    def broken(data, format):
        raise OSError

    engine.preview(FILES["gif, restored"], 1, kept)
    monkeypatch.setattr(decode, "read_picture", broken)
    with pytest.raises(SourceRefused):
        engine.preview(FILES["gif, restored"], 4, kept)
    monkeypatch.setattr(decode, "read_picture", read)
    assert engine.preview(FILES["gif, restored"], 4, kept).whole == wanted


def test_a_large_canvas_is_not_kept(monkeypatch):
    opened = Kept().opened(FILES["gif"])
    source = opened.file
    # Files of several frames are refused beyond that size; one of a single frame can be larger.
    monkeypatch.setattr("pixelseal.core.base.limits.PIXELS_HELD_MOST", SIZE[0] * SIZE[1] - 1)
    assert opened.canvas is None
    monkeypatch.undo()
    assert np.array_equal(
        decode.decode(FILES["gif"], source.pages[1]).held().pixels,
        decode.decode(FILES["gif"], engine.inspect(FILES["gif"]).file.pages[1]).held().pixels,
    )


def tiff(pages: int) -> bytes:
    """Pages that each say which they are, each in strips of its own."""
    images = [Image.fromarray(photo(*SIZE, seed=number)) for number in range(pages)]
    for number, image in enumerate(images):
        image.encoderinfo = {"description": f"Field {number * 7919} of the sample"}
    file = io.BytesIO()
    images[0].save(file, "TIFF", save_all=True, append_images=images[1:], compression="tiff_lzw")
    return file.getvalue()


class Counted:
    """How often the rooms that go through a whole file were entered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: dict[str, int] = {}
        for place, name in (
            ("pixelseal.core.opened", "examine"),
            ("pixelseal.core.decode.decode", "layouts_of"),
            ("pixelseal.core.source.metadata.ifd.TiffBytes", "directory"),
            ("pixelseal.core.audit.residue.search", "picture_ranges"),
            ("pixelseal.core.decode.pillow", "small_tiff"),
        ):
            self._count(monkeypatch, f"{place}.{name}", name)

    def _count(self, monkeypatch: pytest.MonkeyPatch, place: str, name: str) -> None:
        module, _, attribute = place.rpartition(".")
        called = pkgutil.resolve_name(module.replace(".TiffBytes", ":TiffBytes"))
        real = getattr(called, attribute)

        def counted(*given: object) -> object:
            self.calls[name] = self.calls.get(name, 0) + 1
            return real(*given)

        monkeypatch.setattr(called, attribute, counted)


def test_a_tiff_is_opened_once_however_many_of_its_pages_are_asked_for(monkeypatch):
    pages = 12
    data, kept, counted = tiff(pages), Kept(), Counted(monkeypatch)
    for page in range(1, pages + 1):
        engine.preview(data, page, kept)
        engine.redact(data, Recipe([], output=Output("png")), page=page, kept=kept, **GIVEN)
    assert counted.calls == {
        "examine": 1,
        "directory": pages,
        "picture_ranges": 2,  # for the first page, and once for all others
        "small_tiff": 2 * pages,
    }


def test_of_pages_together_the_output_is_opened_once(monkeypatch):
    pages = 12
    data, counted = tiff(pages), Counted(monkeypatch)
    engine.redact_together(data, Recipe([], output=Output("tiff")), **GIVEN)
    assert counted.calls == {
        "examine": 1,
        "layouts_of": 1,
        "directory": 2 * pages,  # those of the source and those of the output
        "picture_ranges": 1,
        "small_tiff": 2 * pages,
    }


def test_a_page_of_a_tiff_is_decoded_from_its_own_bytes_alone(monkeypatch):
    pages = 12
    data, kept, given = tiff(pages), Kept(), []
    opened = Image.open

    def noted(file, **options):
        given.append(len(file.getvalue()))
        return opened(file, **options)

    kept.opened(data)
    monkeypatch.setattr(Image, "open", noted)
    for page in range(1, pages + 1):
        engine.preview(data, page, kept)
    assert max(given) < 2 * len(data) / pages


def test_the_same_bytes_in_another_place_are_the_same_file():
    kept = Kept()
    data = tiff(3)
    assert kept.opened(data) is kept.opened(bytes(bytearray(data)))
    assert kept.opened(data) is not kept.opened(data[:-1] + b"x")


def test_at_rest_no_large_file_is_held(monkeypatch):
    kept = Kept()
    data = tiff(3)
    opened = kept.opened(data)
    kept.release_large()
    assert opened.data is data
    monkeypatch.setattr("pixelseal.core.base.limits.KEPT_BYTES_MOST", len(data) - 1)
    kept.release_large()
    assert not opened.data
    again = bytes(bytearray(data))
    assert kept.opened(again) is opened and opened.data is again
    before = engine.redact(data, Recipe([]), page=2, **GIVEN)
    assert engine.redact(data, Recipe([]), page=2, kept=kept, **GIVEN) == before
