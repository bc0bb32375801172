"""What is red on the screen is dragged over; nothing red is left in what is saved.

Files of which browsers and the engine are known to show different corners, and pictures that are
found to be another while the person is marking them.
"""

import base64
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.builders.turned import all_of_them, dark, large_ones, turned_jpegs
from tests.conftest import ROOT
from tests.core.support import photo

from .conftest import Opener
from .drivers import Browser
from .product import JOB_SECONDS, Screen
from .seen import Box, Kind, box_of, is_red, is_white

pytestmark = pytest.mark.browser

LONG = 10_000  # pixels: a picture that is walked along, as it does not fit a screen
STRIDE = 240  # CSS pixels by which Shift and an arrow move it; less than any canvas
EDGE = 4  # CSS pixels from the canvas's, where red may go on beyond
BESIDE = 20  # CSS pixels from the picture
BLACK = 32  # levels of 255: what lies below is black to most eyes (docs/review.md, 3)
HOLD = """held => { const ask = pixelseal.request; window.let = [];
  pixelseal.request = (op, ...more) => op !== held ? ask(op, ...more)
    : new Promise(done => window.let.push(() => done(ask(op, ...more)))); }"""
LET_GO = "window.let.splice(0).forEach(go => go())"
STANDING = "document.querySelector('#canvas').dataset.picture"
CURRENT = "document.querySelector('.image-card [aria-current]')"


@pytest.fixture(params=["generated", "large", "shared"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    """Files with a red corner; those of the shared folder, too, where that is there."""
    if request.param == "shared":
        folder = ROOT.parent / "shared" / "cases" / "seen"
        if not folder.is_dir():
            pytest.skip("the folder of shared cases is not here")
        return sorted(folder.iterdir())
    made = large_ones() if request.param == "large" else all_of_them()
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return sorted(tmp_path.iterdir())


def _fields(pattern: str) -> list[Path]:
    folder = ROOT.parent / "shared" / "cases" / "fields"
    if not folder.is_dir():
        pytest.skip("the folder of shared cases is not here")
    return sorted(folder.glob(pattern))


@pytest.fixture
def screen(browser: Browser, opener: Opener) -> Screen:
    """The saved page, its engine ready."""
    opened = opener(browser, "file")
    opened.wait_engine()
    return opened


def _judged(browser: Browser) -> str:
    """Wait until the current picture is judged: "same", "drawn", or "refused" with a sentence."""
    return str(
        browser.wait(
            f"""() => {{
              const picture = document.querySelector('#picture');
              if ({CURRENT}?.closest('li').dataset.state === 'refused')
                return document.querySelector('#problem-text').textContent && 'refused';
              const judged = ['same', 'drawn'].includes({STANDING});
              const tiles = [...document.querySelectorAll('#picture-tiles img')];
              const there = [picture, ...tiles].every(i => i.complete && i.naturalWidth);
              return judged && there ? {STANDING} : '';
            }}""",
            JOB_SECONDS,
            "the picture is judged",
        )
    )


# Three frames after all of the picture was decoded: the parts of the page where it lies, as boxes.
PAINTED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const pictures = [picture, ...document.querySelectorAll('#picture-tiles img')];
  await Promise.all(pictures.map(one => one.decode().catch(() => {})));
  for (let n = 0; n < 3; n += 1) await frame();
  const [canvas, lies] = [document.querySelector('#canvas'), picture].map(
    one => one.getBoundingClientRect());
  const bar = document.querySelector('#strip').getBoundingClientRect();
  return [[canvas.left, canvas.top, canvas.right, Math.min(canvas.bottom, bar.top, innerHeight)],
    [lies.left, lies.top, lies.right, lies.bottom], devicePixelRatio];
}"""


def _painted(browser: Browser) -> tuple[Box, Box, float]:
    """Wait until the page shows what it has: the canvas in sight, the picture, in CSS pixels.

    The picture goes on beyond the canvas; the third is device pixels a CSS pixel.
    """
    canvas, lies, ratio = browser.evaluate(PAINTED)
    return tuple(canvas), tuple(lies), ratio


def _found(browser: Browser, path: Path, kind: Kind = is_red) -> Box | None:
    """Where the picture is of that kind on the screen now, in CSS pixels of the viewport."""
    canvas, lies, ratio = _painted(browser)
    near = [max(sides) for sides in zip(canvas[:2], lies[:2], strict=True)]
    far = [min(sides) for sides in zip(canvas[2:], lies[2:], strict=True)]
    browser.screenshot(path)
    return box_of(kind, path.read_bytes(), (near[0], near[1], far[0], far[1]), ratio)


def _cover(browser: Browser, path: Path, kind: Kind = is_red) -> None:
    """Mark all that is of that kind on the screen, a little beyond it; nothing, if nothing is."""
    before, said = browser.evaluate(
        "[document.querySelectorAll('#regions > li').length,"
        " document.querySelector('#dimensions').textContent]"
    )
    if max(int(side) for side in re.findall(r"\d+", said.replace(",", ""))) >= LONG:
        _cover_long(browser, path)
    else:
        box = _found(browser, path, kind)
        if box is None:
            return
        left, top, right, bottom = box
        browser.drag([(left - 2, top - 2), ((left + right) / 2, bottom), (right + 2, bottom + 2)])
    more = "n => document.querySelectorAll('#regions > li').length > n"
    browser.wait(more, 60, "the new region is listed", before)


def _cover_long(browser: Browser, path: Path) -> None:
    """Put a polygon around what is red at full size, walking along it: it fits no screen."""
    browser.evaluate("document.querySelector('#canvas').focus()")
    browser.press("l")  # the first part that was not seen, at full size
    canvas, lies, _ratio = _painted(browser)
    along = 0 if lies[2] - lies[0] > lies[3] - lies[1] else 1
    back, on = [("Shift+ArrowLeft", "Shift+ArrowRight"), ("Shift+ArrowUp", "Shift+ArrowDown")][
        along
    ]
    browser.press(back.removeprefix("Shift+"))  # its corner stands off the canvas's
    start = end = _found(browser, path)
    assert start is not None
    browser.press("p")
    _corners(browser, along, start[along] - 2, (start[1 - along], start[3 - along]))
    strides, past = 16, False
    while end is None or end[2 + along] > canvas[2 + along] - EDGE:
        past = past or end is None
        strides = max(1, strides // 2) if past else strides
        browser.press(*[back if end is None else on] * strides)
        end = _found(browser, path)
    _corners(browser, along, end[2 + along] + 2, (end[3 - along], end[1 - along]))
    browser.press("Enter")


def _corners(browser: Browser, along: int, at: float, sides: tuple[float, float]) -> None:
    """Two corners across, well beside the picture: no double click, and no line over it."""
    near, far = sides
    beside = BESIDE if far > near else -BESIDE
    for across in (near - beside, far + beside):
        x, y = (at, across) if along == 0 else (across, at)
        browser.pointer([("move", x, y), ("down",), ("up",)])


def _outputs(screen: Screen, files: list[Path], scratch: Path, kind: Kind) -> dict[str, bytes]:
    """What is saved of each file that opens, after all of that kind on the screen was marked."""
    browser = screen.browser
    # IDs by which a file is known again whose output is not as it should be.
    names = {f"case-{number:03}": file.name for number, file in enumerate(files)}
    table = scratch.with_name("ids.csv")
    table.write_text("\n".join(f"{name},{known}" for known, name in names.items()))
    screen.add(*files, table)
    count, opened = 0, 0
    while True:
        count += 1
        if _judged(browser) != "refused":
            opened += 1
            _cover(browser, scratch, kind)
        last, before = browser.evaluate(
            "[document.querySelector('#next').disabled,"
            " document.querySelector('#position').textContent]"
        )
        if last:
            break
        browser.press("PageDown")
        other = "before => document.querySelector('#position').textContent !== before"
        browser.wait(other, 60, "the next image", before)
    assert count >= len(files)
    with zipfile.ZipFile(screen.save("Save all")) as archive:
        outputs = {name: archive.read(name) for name in archive.namelist() if "images/" in name}
    assert len(outputs) == opened
    end = len("images/case-000")
    return {f"{names[name[len('images/') : end]]}{name[end:]}": outputs[name] for name in outputs}


def test_no_red_is_left_of_what_was_red_on_the_screen(
    screen: Screen, files: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    scratch = tmp_path_factory.mktemp("shots") / "shot.png"
    outputs = _outputs(screen, files, scratch, is_red)
    assert len(outputs) > len(files) * 4 // 5
    assert [name for name, output in outputs.items() if is_red(output).any()] == []


def test_no_label_is_left_that_was_marked_on_the_screen(
    screen: Screen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Files of the kind that people had, a white label with a name in each."""
    files = [path for path in _fields("*.jpg") if "orient" in path.name or path.stem[-1] == "3"]
    scratch = tmp_path_factory.mktemp("shots") / "shot.png"
    outputs = _outputs(screen, files, scratch, is_white)
    assert len(outputs) == len(files) > 5
    assert [name for name, output in outputs.items() if is_white(output).any()] == []


@pytest.fixture
def marking(screen: Screen, tmp_path: Path) -> Iterator[Callable[[int], None]]:
    """A function that opens a picture stored upside down, whose judging waits, and marks it."""
    screen.browser.evaluate(HOLD, "preview")
    file = tmp_path / "upside-down.jpg"

    def open_and_press(steps: int) -> None:
        file.write_bytes(turned_jpegs()["jpeg-long-3.jpg"])
        screen.add(file)
        wanted = f"{STANDING} === 'provisional' && window.let.length > 0"
        screen.browser.wait(wanted, 60, "the browser's picture is shown, and to be judged")
        box = _found(screen.browser, tmp_path / "shot.png")
        assert box is not None
        left, top, right, bottom = box
        drag = [("move", left - 2, top - 2), ("down",), ("move", right, bottom),
                ("move", right + 2, bottom + 2), ("up",)]  # fmt: skip
        screen.browser.pointer(drag[:steps])

    yield open_and_press
    screen.browser.pointer([("up",)])


def _is_taken_back(screen: Screen, tmp_path: Path) -> None:
    browser = screen.browser
    browser.wait(f"{STANDING} === 'drawn'", JOB_SECONDS, "the engine's picture is shown")
    browser.pointer([("up",)])
    _painted(browser)
    assert screen.regions() == []
    said = browser.evaluate(
        "(e => e.checkVisibility() && e.getAttribute('role') === 'alert' && e.textContent)"
        "(document.querySelector('#problem'))"
    )
    assert "was removed" in said
    _cover(browser, tmp_path / "shot.png")
    assert not is_red(screen.save("Save image").read_bytes()).any()


def test_marks_on_a_picture_that_turns_out_to_be_another_are_taken_back_in_words(
    screen: Screen, marking: Callable[[int], None], tmp_path: Path
) -> None:
    marking(5)
    screen.browser.wait("document.querySelectorAll('#regions > li').length === 1", 60, "a region")
    screen.browser.evaluate(LET_GO)
    _is_taken_back(screen, tmp_path)


def test_a_drag_under_way_ends_with_the_picture_that_it_began_on(
    screen: Screen, marking: Callable[[int], None], tmp_path: Path
) -> None:
    marking(4)
    screen.browser.evaluate(LET_GO)
    _is_taken_back(screen, tmp_path)


UNLIKE = """() => { window.unlike = [];
  new MutationObserver(() => {
    const other = !picture.complete && !picture.hidden;
    unlike.push([other, document.querySelector('#canvas').dataset.picture]);
  }).observe(picture, { attributeFilter: ['src'] }); }"""


def test_nothing_can_be_marked_while_another_picture_is_on_its_way(
    screen: Screen, marking: Callable[[int], None]
) -> None:
    """Browsers show the picture before until the new one is there."""
    screen.browser.evaluate(UNLIKE)
    marking(1)
    screen.browser.evaluate(LET_GO)
    screen.browser.wait(f"{STANDING} === 'drawn'", JOB_SECONDS, "the engine's picture is shown")
    seen = screen.browser.evaluate("unlike")
    assert len(seen) == 2  # the browser's, then the engine's
    assert seen == [[False, "none"]] * 2


def test_saving_waits_until_the_picture_is_judged(
    screen: Screen, marking: Callable[[int], None]
) -> None:
    marking(5)
    browser = screen.browser
    browser.click("button", "Save image")
    _painted(browser)
    assert not browser.evaluate("document.querySelector('#gate').open")
    browser.evaluate(LET_GO)
    browser.wait(f"{STANDING} === 'drawn'", JOB_SECONDS, "the engine's picture is shown")
    said = "document.querySelector('#said').textContent.includes('Not saved')"
    browser.wait(said, 60, "that nothing was saved is said")
    assert not browser.evaluate("document.querySelector('#gate').open")
    assert screen.tiles() and screen.regions() == []


def test_a_press_on_result_waits_until_the_picture_is_judged(
    screen: Screen, tmp_path: Path
) -> None:
    browser = screen.browser
    browser.evaluate(HOLD, "preview")
    (tmp_path / "photo.jpg").write_bytes(_photo())
    screen.add(tmp_path / "photo.jpg")
    wanted = f"{STANDING} === 'provisional' && window.let.length > 0"
    browser.wait(wanted, 60, "the browser's picture is shown, and to be judged")
    screen.mark(40, 40, 80, 60, judged=False)
    browser.click("button", "Result")
    browser.evaluate(LET_GO)
    shown = "document.querySelector('#picture').hidden && output.naturalWidth > 0 && !output.hidden"
    browser.wait(shown, JOB_SECONDS, "what will be saved is shown")


def test_ordinary_photos_are_shown_by_the_browser_itself(screen: Screen, tmp_path: Path) -> None:
    """Nobody waits for the engine to draw what it found to be the same."""
    names = {"a.jpg": "JPEG", "b.png": "PNG", "c.webp": "WEBP", "d.bmp": "BMP"}
    with Image.open(io.BytesIO(_photo())) as drawn:
        for name, kind in names.items():
            drawn.save(tmp_path / name, kind, quality=88)
        drawn.save(tmp_path / "e.jpg", progressive=True, subsampling=0)
        drawn.convert("L").save(tmp_path / "f.jpg")
        drawn.resize((2400, 1800)).save(tmp_path / "g.jpg", subsampling=2)
        drawn.resize((2400, 1800)).save(tmp_path / "h.webp", quality=85)
    shown = {}
    for path in sorted(tmp_path.iterdir()):
        screen.add(path)
        here = f"name => {CURRENT}?.textContent.includes(name)"
        screen.browser.wait(here, 60, "it is on the screen", path.name)
        shown[path.name] = _judged(screen.browser)
    assert shown == dict.fromkeys(shown, "same")


# Pixels of an image element that a step of the page's reads, the most of all steps so far: to read
# any of it, Chromium decodes the whole element. And pixels that leave a canvas at a time.
READ = """() => { window.read = { element: 0, canvas: 0 };
  const element = one => { if (one instanceof HTMLImageElement)
    read.element = Math.max(read.element, one.naturalWidth * one.naturalHeight); };
  const pages = OffscreenCanvasRenderingContext2D.prototype;
  const [draw, data, bitmap] = [pages.drawImage, pages.getImageData, window.createImageBitmap];
  pages.drawImage = function (one, ...more) { element(one); draw.call(this, one, ...more); };
  pages.getImageData = function (...box) {
    read.canvas = Math.max(read.canvas, box[2] * box[3]); return data.apply(this, box); };
  window.createImageBitmap = (one, ...more) => {
    if (one instanceof HTMLImageElement) read.canvas = one.naturalWidth * one.naturalHeight;
    element(one); return bitmap(one, ...more); }; }"""
SIZE = (2400, 1800)
PIECE = 300_000  # pixels


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("a.jpg", {"quality": 90, "subsampling": 2}),
        ("b.jpg", {"progressive": True, "quality": 90}),
        ("c.png", {}),
        ("d.webp", {"quality": 85}),
        ("e.bmp", {}),
    ],
)
def test_the_page_reads_a_photo_in_pieces(
    screen: Screen, tmp_path: Path, name: str, how: dict[str, Any]
) -> None:
    """The page is never blocked for it, however many pixels the photo has."""
    browser = screen.browser
    Image.fromarray(photo(*SIZE)).save(tmp_path / name, **how)
    browser.evaluate(READ)
    screen.add(tmp_path / name)
    here = f"name => {CURRENT}?.textContent.includes(name)"
    browser.wait(here, 60, "it is on the screen", name)
    assert _judged(browser) == "same"
    read = browser.evaluate("read")
    if browser.name == "chromium":
        assert 0 < read["element"] <= PIECE  # its first rows
    if browser.name != "firefox":  # which has what it decoded at hand
        assert 0 < read["canvas"] <= PIECE


def _photo() -> bytes:
    from tests.builders.sample import sample_photo

    return sample_photo()


def _brightest(browser: Browser, path: Path) -> int:
    """The brightest level in the middle of the canvas, as it is on the screen."""
    _painted(browser)
    left, top, right, bottom = browser.evaluate(
        "(() => { const r = document.querySelector('#picture').getBoundingClientRect();"
        " return [r.left + 9, r.top + 9, r.right - 9, r.bottom - 9]; })()"
    )
    browser.screenshot(path)
    with Image.open(path) as image:
        return int(image.convert("L").crop((left, top, right, bottom)).getextrema()[1])


@pytest.fixture(params=["generated", "dark-16-bit.png", "dark-12-in-16-bit.tif"])
def dark_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A picture of 16 bits of which a screen shows nothing."""
    if request.param != "generated":
        return _fields(request.param)[0]
    file = tmp_path / "dark.png"
    file.write_bytes(dark())
    return file


def test_what_is_too_dark_for_the_screen_counts_as_seen_only_once_it_is_brightened(
    screen: Screen, dark_file: Path, tmp_path: Path
) -> None:
    browser, file = screen.browser, dark_file
    screen.add(file)
    assert _judged(browser) == "drawn"
    said = "document.querySelector('#problem').checkVisibility() && "
    browser.wait(said + "problem.textContent.includes('Brighten')", 60, "the page says so")
    assert _brightest(browser, tmp_path / "shot.png") < BLACK
    browser.click("button", "Save image")
    browser.wait("document.querySelector('#gate').open", 60, "the gate asks")
    asked = "document.querySelector('#gate-statements').textContent.includes('I have looked')"
    assert browser.evaluate(asked)
    browser.click("button", "Go back")
    plain = browser.evaluate("picture.src")
    browser.click("button", "Brighten")
    other = "plain => picture.src && picture.src !== plain && !picture.hidden"
    browser.wait(other, JOB_SECONDS, "it is drawn brightened", plain)
    assert _judged(browser) == "drawn"
    assert _brightest(browser, tmp_path / "shot.png") > 200
    seen = "document.querySelector('[aria-current]').textContent.includes('looked at')"
    browser.wait(seen, 60, "it counts as looked at")


# A browser whose image elements show a JPEG as it is here, whatever else it decodes of the file.
OTHERWISE = """coded => { const address = URL.createObjectURL.bind(URL);
  const bytes = Uint8Array.from(atob(coded), letter => letter.charCodeAt(0));
  const other = new Blob([bytes], { type: 'image/jpeg' });
  URL.createObjectURL = blob => address(blob.type === 'image/jpeg' ? other : blob); }"""


@pytest.mark.parametrize("size", [(800, 600), (2000, 1500)])
def test_it_is_the_element_on_the_screen_that_is_compared(
    screen: Screen, size: tuple[int, int], tmp_path: Path
) -> None:
    """A large picture is decoded beside the page in Chromium, and held to its element."""
    with Image.open(io.BytesIO(_photo())) as photo:
        upright = photo.resize(size)
    file, turned = tmp_path / "photo.jpg", io.BytesIO()
    upright.save(file, quality=80)
    upright.rotate(180).save(turned, "JPEG", quality=80)
    coded = base64.b64encode(turned.getvalue()).decode()
    screen.browser.evaluate(OTHERWISE, coded)
    screen.add(file)
    assert _judged(screen.browser) == "drawn"
