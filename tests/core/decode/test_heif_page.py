"""A decoder of HEIC and AVIF is given each picture of a file in a file of its own."""

import io
import struct
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, features
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.decode.decode import decode
from pixelseal.core.decode.page_file import page_file
from pixelseal.core.source import examine
from pixelseal.core.source.facts.page import HeifItem, Page
from pixelseal.core.source.heif.boxes import boxes
from pixelseal.core.source.heif.items import read_items

from tests.builders import bmff
from tests.builders.bmff import AV1C, HEVC, HVCC, Item, heif, ispe, pixi
from tests.core.support import examples, photo

HEIC = Item(b"hvc1", HEVC, (ispe(64, 64), pixi(8, 8, 8), HVCC))
TILES = (b"dimg", (1, 2))


def grid(width: int, height: int) -> bytes:
    """The data of a picture of two tiles, side by side (ISO/IEC 23008-12, 6.6.2.3)."""
    return struct.pack(">BBBBHH", 0, 0, 0, 1, width, height)


WHOLE = Item(b"grid", grid(32, 7), (ispe(32, 7), pixi(8, 8, 8)), (TILES,))
ALPHA = Item(properties=(ispe(16, 7), pixi(8), AV1C, bmff.auxc(bmff.ALPHA)))


def alpha_of(*items: int) -> Item:
    return replace(ALPHA, references=((b"auxl", items),))


FILES = {
    "avif": heif(Item(), Item(properties=(ispe(9, 5), pixi(8, 8, 8), AV1C, bmff.irot(1)))),
    "the second first": heif(Item(), Item(properties=(ispe(9, 5), AV1C)), primary=2),
    "heic": heif(HEIC, HEIC, replace(HEIC, hidden=True), brand=b"heic"),
    "tiles": heif(Item(), Item(), WHOLE, Item(), primary=3),
    "tiles in the meta box": heif(
        replace(Item(), in_meta=True), Item(), replace(WHOLE, in_meta=True), Item(), primary=3
    ),
    "transparent": heif(Item(), alpha_of(1), Item(), primary=1),
    "one transparency for two": heif(Item(), Item(), alpha_of(1, 2)),
    "transparent tiles": heif(
        *(Item(), Item(), WHOLE, alpha_of(1), alpha_of(2), Item()), primary=3
    ),
    "with a thumbnail": heif(Item(), Item(references=((b"thmb", (1,)),)), Item()),
    "with a depth map": heif(
        Item(),
        Item(
            properties=(ispe(16, 7), AV1C, bmff.auxc(b"urn:mpeg:hevc:2015:auxid:2\0")),
            references=((b"auxl", (1,)),),
        ),
        Item(),
    ),
    "a property of their own": heif(
        Item(properties=(ispe(16, 7), AV1C, (b"uuid", bytes(20)), bmff.nclx(12, 13))), Item()
    ),
}


def facts(page: Page) -> Page:
    return replace(page, place=None)


def content(data: bytes, page: Page) -> list[tuple[object, ...]]:
    """What a decoder makes of a picture: its kind, properties and data, and those of its parts."""
    assert isinstance(page.place, HeifItem)
    items, waiting, found = page.place.items, [page.place.number], []
    while waiting:
        item = items.by_id[waiting.pop(0)]
        alphas = [one.id for one in items.pointing_at(b"auxl", item.id) if one.is_alpha]
        made = items.made_from(item.id)
        waiting += [*made, *alphas]
        known = [row for row in item.properties if row.kind != b"uuid"]
        found.append((item.kind, item.hidden, known, item.data(data), len(made), len(alphas)))
    return found


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
def test_each_picture_is_as_it_was_and_the_only_one(data: bytes) -> None:
    pages = examine(data).pages
    assert len(pages) > 1
    for page in pages:
        alone = page_file(data, page)
        only = examine(alone)
        assert [facts(one) for one in only.pages] == [facts(page)]
        assert content(alone, only.first) == content(data, page)
        assert not {row.kind for row in only.findings} - {"alpha"}  # nothing else came along


def test_a_file_of_one_picture_is_handed_on_as_it_is() -> None:
    data = heif(Item(), Item(references=((b"thmb", (1,)),)))
    assert page_file(data, examine(data).first) is data


def test_it_is_as_long_whatever_else_the_file_holds() -> None:
    lengths = {
        len(page_file(data, page))
        for data in (heif(*[Item()] * count) for count in (2, 300))
        for page in examine(data).pages
    }
    assert len(lengths) == 1


@settings(max_examples=examples(60))
@given(st.data())
def test_bytes_that_items_share_are_written_once(data: st.DataObject) -> None:
    # Extents of the builder's pictures, cut and overlapping as a hostile file may have them.
    file = heif(Item(), Item())
    page = examine(file).first
    assert isinstance(page.place, HeifItem)
    item = page.place.items.by_id[page.place.number]
    cut = st.tuples(st.integers(0, len(file)), st.integers(0, len(file)))
    extents = data.draw(st.lists(cut.map(lambda pair: (min(pair), max(pair))), max_size=9))
    item.extents[:] = extents
    wanted = item.data(file)
    alone = page_file(file, page)
    meta = next(box for box in boxes(alone, 0, len(alone)) if box.kind == b"meta")
    items, _others = read_items(alone, meta)
    assert items.by_id[items.primary].data(alone) == wanted
    assert len(alone) < len(file) + 400 + 8 * len(extents)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "I;16"])
def test_libheif_decodes_each_as_it_does_in_the_whole_file(mode: str, needs_heic: None) -> None:
    # Pyodide's tests find the package of the machine beside them, without its compiled part, and
    # the package itself can be imported without that.
    pytest.importorskip("_pillow_heif", exc_type=ImportError)
    library: Any = pytest.importorskip("pillow_heif")
    made = library.HeifFile()
    for number in range(3):
        image = Image.fromarray(photo(70 + 30 * number, 50, seed=number))
        if mode == "RGBA":
            image.putalpha(Image.fromarray(photo(image.width, 50, seed=9)[:, :, 0]))
        if mode == "I;16":
            deep = np.asarray(image.convert("L")).astype(np.uint16) * 257
            made.add_frombytes(mode, image.size, deep.tobytes())
        else:
            made.add_from_pillow(image if mode == "RGBA" else image.convert(mode))
    file = io.BytesIO()
    made.save(file, quality=80)
    data = file.getvalue()
    whole = library.open_heif(io.BytesIO(data), convert_hdr_to_8bit=False, hdr_to_16bit=False)
    pages = examine(data).pages
    assert len(pages) == len(whole) == 3
    for number, page in enumerate(pages):
        alone = library.open_heif(
            io.BytesIO(page_file(data, page)), convert_hdr_to_8bit=False, hdr_to_16bit=False
        )
        assert len(alone) == 1
        assert alone[0].mode == whole[number].mode
        assert np.array_equal(np.asarray(alone[0]), np.asarray(whole[number]))


def avif_item(width: int, height: int, seed: int) -> tuple[bytes, Item]:
    """A file by libavif, and its picture for the builder."""
    if not features.check("avif"):
        pytest.skip("this Pillow writes no AVIF")
    file = io.BytesIO()
    Image.fromarray(photo(width, height, seed=seed)).save(file, "AVIF", quality=80)
    data = file.getvalue()
    place = examine(data).first.place
    assert isinstance(place, HeifItem)
    item = place.items.by_id[place.number]
    rows = tuple((row.kind, row.body) for row in item.properties)
    return data, Item(data=item.data(data), properties=rows)


def first_pixels(data: bytes) -> Pixels:
    return decode(data, examine(data).first).pixels


def test_libavif_decodes_each_as_a_file_that_was_alone(needs_avif: None) -> None:
    pictures = [avif_item(48, 32, seed) for seed in range(2)]
    both = heif(*(item for _data, item in pictures))
    for (data, _item), page in zip(pictures, examine(both).pages, strict=True):
        assert np.array_equal(decode(both, page).pixels, first_pixels(data))


def test_libavif_puts_tiles_together(needs_avif: None) -> None:
    tiles = [avif_item(64, 64, seed) for seed in range(3)]
    whole = Item(b"grid", grid(128, 64), (ispe(128, 64), pixi(8, 8, 8)), (TILES,))
    (_, one), (_, two), (other, three) = tiles
    first, second = examine(data := heif(one, two, whole, three, primary=3)).pages
    assert np.array_equal(
        decode(data, first).pixels, first_pixels(heif(one, two, whole, primary=3))
    )
    assert np.array_equal(decode(data, second).pixels, first_pixels(other))
