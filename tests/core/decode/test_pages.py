"""Every page and frame is opened, shown as viewers show it, and saved as an image of its own."""

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.base.errors import RecipeRefused, SourceRefused
from pixelseal.core.decode.decode import decode
from pixelseal.core.source import examine
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Output, Recipe, Region

from tests.builders import jpeg
from tests.builders.wide import wide_tiff
from tests.core.support import BUILD, LABEL, examples, file_of, photo, shown

SIZE = (32, 24)


def frames(count: int, mode: str = "RGB", alpha: bool = False) -> list[Image.Image]:
    """Pictures that differ everywhere; with `alpha` some of each is see-through, some half."""
    made = []
    for number in range(count):
        image = Image.fromarray(photo(*SIZE, seed=number))
        if alpha:
            steps = np.tile(np.array([0, 255, 128, 255], np.uint8), SIZE[0] // 4)
            image.putalpha(Image.fromarray(np.tile(np.roll(steps, number), (SIZE[1], 1))))
        made.append(image if mode == "RGB" else image.convert(mode))
    return made


def saved(images: list[Image.Image], format: str, **options: object) -> bytes:
    stream = io.BytesIO()
    images[0].save(stream, format, save_all=True, append_images=images[1:], **options)
    return stream.getvalue()


def witness(file: bytes) -> list[np.ndarray]:
    """Each frame over white, as Pillow shows it."""
    found = []
    with Image.open(io.BytesIO(file)) as image:
        for number in range(image.n_frames):
            image.seek(number)
            four = np.asarray(image.convert("RGBA")).astype(float)
            opacity = four[:, :, 3:] / 255
            found.append(four[:, :, :3] * opacity + 255 * (1 - opacity))
    return found


def pages(file: bytes) -> list[np.ndarray]:
    found = [decode(file, page).pixels for page in examine(file).pages]
    return [np.dstack([page] * 3) if page.ndim == 2 else page for page in found]


def assert_same(file: bytes, tolerance: float = 1) -> None:
    ours, theirs = pages(file), witness(file)
    assert len(ours) == len(theirs) > 1
    for number, (page, sure) in enumerate(zip(ours, theirs, strict=True), 1):
        assert page.shape == sure.shape
        assert np.abs(page - sure).max() <= tolerance, number


# Pillow pastes half see-through frames by their mask and does not blend: left to the next test.
@pytest.mark.parametrize("alpha, blend", [(False, 0), (False, 1), (True, 0)])
@pytest.mark.parametrize("disposal", [0, 1, 2])
def test_an_animated_png_shows_each_frame(alpha, disposal, blend):
    assert_same(saved(frames(4, alpha=alpha), "PNG", disposal=disposal, blend=blend))


def test_half_see_through_pixels_are_blended_with_the_frame_before():
    below = Image.new("RGBA", SIZE, (200, 0, 0, 255))
    above = Image.new("RGBA", SIZE, (0, 0, 100, 128))
    file = saved([below, above], "PNG", disposal=0, blend=1)
    assert pages(file)[1][5, 5].tolist() == [100, 0, 50]


def test_a_default_picture_beside_the_animation_is_a_page_too():
    file = saved(frames(3), "PNG", default_image=True)
    assert_same(file)


@pytest.mark.parametrize("lossless", [True, False])
@pytest.mark.parametrize("alpha", [False, True])
def test_an_animated_webp_shows_each_frame(alpha, lossless):
    images = frames(4, alpha=alpha)
    images[2].paste(images[1].crop((0, 0, 16, 24)), (0, 0))  # so that a frame can be smaller
    assert_same(saved(images, "WEBP", lossless=lossless, quality=90, minimize_size=True), 2)


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, 3]), st.integers(0, 2**31)), min_size=2))
def test_gif_frames_are_left_cleared_and_restored(rules):
    # Frames written by hand: sizes, places, see-through pixels and disposal of every kind.
    file = bytearray(b"GIF89a" + bytes([16, 0, 12, 0, 0x91, 0, 0]))
    file += bytes([0, 0, 0, 250, 20, 10, 20, 240, 30, 60, 70, 230])
    opaque_first = True
    for rule, seed in rules[:6]:
        rng = np.random.default_rng(seed)
        left, top = int(rng.integers(0, 8)), int(rng.integers(0, 6))
        width, height = int(rng.integers(1, 17 - left)), int(rng.integers(1, 13 - top))
        if opaque_first:
            left, top, width, height = 0, 0, 16, 12
        see_through = int(not opaque_first and rng.integers(0, 2))
        opaque_first = False
        indices = rng.integers(0, 4, (height, width)).astype(np.uint8)
        file += bytes([0x21, 0xF9, 4, rule << 2 | see_through, 5, 0, 2, 0])
        file += bytes([0x2C, left, 0, top, 0, width, 0, height, 0, 0])
        file += gif_data(indices)
    file += b";"
    ours = pages(bytes(file))
    canvas, wanted = by_hand(bytes(file))
    assert len(ours) == len(wanted) and canvas == ours[0].shape[:2]
    for page, sure in zip(ours, wanted, strict=True):
        assert np.array_equal(page, sure)


def gif_data(indices: np.ndarray) -> bytes:
    """Uncompressed LZW of 2-bit indices: a clear code often enough that codes stay 3 bits."""
    bits = ""
    for number, index in enumerate(indices.ravel().tolist()):
        if number % 2 == 0:
            bits = "100" + bits
        bits = f"{index:03b}" + bits
    bits = "101" + bits
    data = int(bits, 2).to_bytes(-(-len(bits) // 8), "little")
    blocks = [data[at : at + 255] for at in range(0, len(data), 255)]
    return b"\2" + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0"


def by_hand(file: bytes) -> tuple[tuple[int, int], list[np.ndarray]]:
    """GIF89a section 23, pixel by pixel, for the files above; None is see-through."""
    palette = [tuple(file[at : at + 3]) for at in range(13, 25, 3)]
    canvas: list[list[tuple[int, ...] | None]] = [[None] * 16 for _ in range(12)]
    found, at = [], 25
    while file[at] == 0x21:
        flags, key = file[at + 3], file[at + 6]
        left, top, width, height = (file[at + 9 + step] for step in (0, 2, 4, 6))
        at += 8 + 10 + 1
        coded = b""
        while file[at]:
            coded += file[at + 1 : at + 1 + file[at]]
            at += 1 + file[at]
        at += 1
        word = int.from_bytes(coded, "little")
        codes = [word >> step & 7 for step in range(0, len(coded) * 8 - 2, 3)]
        indices = [code for code in codes[: codes.index(5)] if code < 4]
        before = [row.copy() for row in canvas]
        for number, index in enumerate(indices):
            if not (flags & 1 and index == key):
                canvas[top + number // width][left + number % width] = palette[index]
        found.append(np.array([[p or (255, 255, 255) for p in row] for row in canvas]))
        if flags >> 2 == 2:
            for y in range(top, top + height):
                canvas[y][left : left + width] = [None] * width
        elif flags >> 2 == 3:
            canvas = before
    return (12, 16), found


def test_real_animations_come_out_as_pillow_shows_them(corpus: Path):
    met = 0
    for path in sorted(corpus.iterdir()):
        data = path.read_bytes()
        try:
            source = examine(data)
        except SourceRefused:
            continue
        if len(source.pages) < 2 or source.format == "jpeg":
            continue
        assert_same(data)
        met += 1
    assert met >= 10


def tiff_of_three(**options: object) -> tuple[bytes, list[np.ndarray]]:
    """A TIFF of pages that differ in size and kind, and their pixels."""
    pictures = [photo(40, 30), photo(24, 50, seed=1)[:, :, 0], photo(17, 9, seed=2)]
    images = [Image.fromarray(picture) for picture in pictures]
    return saved(images, "TIFF", **options), pictures


@pytest.mark.parametrize("options", [{}, {"compression": "tiff_lzw"}, {"big_tiff": True}])
def test_each_page_of_a_tiff_comes_out_exactly(options):
    file, pictures = tiff_of_three(**options)
    source = examine(file)
    assert len(source.pages) == 3
    for number, picture in enumerate(pictures, 1):
        assert np.array_equal(decode(file, source.pages[number - 1]).pixels, picture)


def mpo() -> tuple[bytes, list[bytes]]:
    parts = [file_of(photo(48, 32, seed=n), "JPEG", quality=90) for n in range(3)]
    whole = jpeg.multi_picture(parts[0], [(0x020002, part) for part in parts[1:]])
    return whole, parts


def test_each_view_of_a_multi_picture_jpeg_comes_out():
    whole, parts = mpo()
    for page, part in zip(pages(whole), parts, strict=True):
        assert np.array_equal(page, shown(part))


def redacted(file: bytes, recipe: Recipe, page: int) -> engine.Redaction:
    return engine.redact(file, recipe, label=LABEL, build=BUILD, page=page)


@pytest.mark.parametrize("kind", ["tiff", "mpo", "gif", "webp", "png"])
def test_each_page_is_saved_with_its_own_regions(kind):
    file = {
        "tiff": lambda: tiff_of_three()[0],
        "mpo": lambda: mpo()[0],
        "gif": lambda: saved(frames(3), "GIF"),
        "webp": lambda: saved(frames(3), "WEBP", lossless=True),
        "png": lambda: saved(frames(3), "PNG"),
    }[kind]()
    before = pages(file)
    recipe = Recipe([Region(Rectangle(0, 0, 8, 8), page=page) for page in (1, 3)])
    for number, page in enumerate(before, 1):
        done = redacted(file, recipe, number)
        assert done.name == f"{LABEL}-p{number:03}.{done.extension}"
        assert f"Page: {number} of 3 of the original" in done.certificate
        assert done.record_facts["page"] == [number, 3]
        after = shown(done.output)
        assert after.shape[:2] == page.shape[:2]
        assert bool((after[:6, :6] < 4).all()) == (number != 2)
        with Image.open(io.BytesIO(done.output)) as image:
            assert getattr(image, "n_frames", 1) == 1


def test_a_page_that_is_not_there_is_refused():
    file, _ = tiff_of_three()
    for page in (0, 4):
        with pytest.raises(RecipeRefused) as refused:
            redacted(file, Recipe(), page)
        assert refused.value.code == "recipe-out-of-range"
    with pytest.raises(RecipeRefused):
        redacted(file, Recipe([Region(Rectangle(0, 0, 8, 8), page=4)]), 1)


def test_the_size_guard_is_for_the_pages_that_are_marked():
    file, _ = tiff_of_three()
    recipe = Recipe([Region(Rectangle(0, 0, 8, 8), page=2)], image=(24, 50))
    assert redacted(file, recipe, 2).record_facts["output"]["height"] == 50
    assert redacted(file, recipe, 1).record_facts["output"]["height"] == 30
    with pytest.raises(RecipeRefused) as refused:
        redacted(file, Recipe(recipe.regions, image=(40, 30)), 2)
    assert refused.value.code == "recipe-size-mismatch"


def test_the_inspection_tells_of_each_page():
    file, pictures = tiff_of_three()
    told = engine.inspect(file).to_dict()
    rows = [told, *told["further"]]
    assert told["pages"] == 3
    assert [(row["height"], row["width"]) for row in rows] == [p.shape[:2] for p in pictures]
    for number, picture in enumerate(pictures, 1):
        with Image.open(io.BytesIO(engine.preview(file, number).whole)) as image:
            assert np.array_equal(np.asarray(image), picture)


def test_regions_on_a_lossy_frame_that_lies_off_the_grid_grow_over_every_grid():
    images = frames(3)
    images[1] = images[0].copy()
    images[1].paste((9, 9, 9), (6, 6, 20, 20))
    file = saved(images, "WEBP", quality=80, minimize_size=True, kmax=9)
    source = examine(file)
    places = [(f.left % 16, f.top % 16) for f in source.pages[1].frames]
    told = engine.inspect(file).to_dict()["further"][0]
    assert source.pages[1].lossy
    assert told["rim"] == (8 if set(places) == {(0, 0)} else 8 + 15)


def together(file: bytes, recipe: Recipe) -> engine.Redaction:
    return engine.redact_together(file, recipe, label=LABEL, build=BUILD)


@pytest.mark.parametrize("kind", ["tiff", "mpo", "gif"])
def test_all_pages_together_are_one_tiff_with_one_certificate(kind):
    file = {
        "tiff": lambda: tiff_of_three()[0],
        "mpo": lambda: mpo()[0],
        "gif": lambda: saved(frames(3), "GIF"),
    }[kind]()
    regions = [Region(Rectangle(0, 0, 8, 8), reasons="A", page=page) for page in (1, 3)]
    done = together(file, Recipe(regions))
    assert done.name == f"{LABEL}.tif"
    assert "Pages: all 3" in done.certificate and "#000000: 2" in done.certificate
    assert done.record_facts["page"] == [0, 3] and len(done.record_facts["left"]) == 3
    after, before = pages(done.output), pages(file)
    assert len(after) == 3
    for number, (page, was) in enumerate(zip(after, before, strict=True), 1):
        if number == 2:
            assert np.array_equal(page, was)
        else:
            assert not page[:8, :8].any() and np.array_equal(page[20:], was[20:])
    with Image.open(io.BytesIO(done.output)) as image:  # another reader finds the same pages
        assert image.n_frames == 3
    again = together(done.output, Recipe())
    assert again.output == done.output


def test_one_page_together_is_the_file_that_it_is_alone():
    file = file_of(photo(40, 30), "TIFF")
    recipe = Recipe([Region(Rectangle(0, 0, 8, 8))])
    alone = redacted(file, recipe, 1)
    assert (together(file, recipe).output, together(file, recipe).certificate) == (
        alone.output, alone.certificate,
    )  # fmt: skip


def test_pages_together_are_a_tiff_or_refused():
    file, _ = tiff_of_three()
    with pytest.raises(RecipeRefused) as refused:
        together(file, Recipe(output=Output("jpeg")))
    assert refused.value.code == "recipe-out-of-range"
    with pytest.raises(RecipeRefused):
        together(file, Recipe([Region(Rectangle(0, 0, 8, 8), page=4)]))


def test_sixteen_bits_on_each_page():
    wide = [photo(9, 7, seed=n).astype(np.uint16) * 256 + n for n in (1, 2)]
    file = wide_tiff(wide[0], second=wide[1])
    for page, pixels in zip(pages(file), wide, strict=True):
        assert np.array_equal(page, pixels)
