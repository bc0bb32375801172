"""Marks what is red or white on the screen, by hand, and saves. Judges no output."""

import contextlib
import re
import zipfile
from collections import Counter
from pathlib import Path

from .drivers import Browser
from .product import ASKED, CAN_ACCEPT, JOB_SECONDS, Screen
from .seen import Box, Kind, box_of, is_red

_LONG = 10_000  # pixels: a picture that is walked along, as it does not fit a screen
_EDGE = 4  # CSS pixels from the canvas's, where red may go on beyond
_BESIDE = 20  # CSS pixels from the picture
STANDING = "document.querySelector('#canvas').dataset.picture"
CURRENT = "document.querySelector('.image-card [aria-current]')"


def judged(browser: Browser) -> str:
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


_DRAWN = """async () => {
  for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame);
}"""
# Three frames after all of the picture was decoded: the parts of the page where it lies, as boxes.
_PAINTED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const pictures = [picture, ...document.querySelectorAll('#picture-tiles img')];
  await Promise.all(pictures.map(one => one.decode().catch(() => {})));
  for (let n = 0; n < 3; n += 1) await frame();
  const [canvas, lies] = [document.querySelector('#canvas'), picture].map(
    one => one.getBoundingClientRect());
  const bar = document.querySelector('#strip').getBoundingClientRect();
  const foot = bar.height ? bar.top : innerHeight;  // a phone has none for one photo
  return [[canvas.left, canvas.top, canvas.right, Math.min(canvas.bottom, foot, innerHeight)],
    [lies.left, lies.top, lies.right, lies.bottom], devicePixelRatio];
}"""


def painted(browser: Browser) -> tuple[Box, Box, float]:
    """Wait until the page shows what it has: the canvas in sight, the picture, in CSS pixels.

    The picture goes on beyond the canvas; the third is device pixels a CSS pixel.
    """
    canvas, lies, ratio = browser.evaluate(_PAINTED)
    return tuple(canvas), tuple(lies), ratio


def found(browser: Browser, path: Path, kind: Kind = is_red) -> Box | None:
    """Where the picture is of that kind on the screen now, in CSS pixels of the viewport."""
    canvas, lies, ratio = painted(browser)
    near = [max(sides) for sides in zip(canvas[:2], lies[:2], strict=True)]
    far = [min(sides) for sides in zip(canvas[2:], lies[2:], strict=True)]
    browser.screenshot(path)
    return box_of(kind, path.read_bytes(), (near[0], near[1], far[0], far[1]), ratio)


def cover(browser: Browser, path: Path, kind: Kind = is_red) -> None:
    """Mark all that is of that kind on the screen, a little beyond it; nothing, if nothing is."""
    before, said = browser.evaluate(
        "[document.querySelectorAll('#regions > li').length,"
        " document.querySelector('#dimensions').textContent]"
    )
    if max(int(side) for side in re.findall(r"\d+", said.replace(",", ""))) >= _LONG:
        _cover_long(browser, path)
    else:
        box = found(browser, path, kind)
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
    canvas, lies, _ratio = painted(browser)
    along = 0 if lies[2] - lies[0] > lies[3] - lies[1] else 1
    back, on = [("Shift+ArrowLeft", "Shift+ArrowRight"), ("Shift+ArrowUp", "Shift+ArrowDown")][
        along
    ]
    browser.press(back.removeprefix("Shift+"))  # its corner stands off the canvas's
    start = end = found(browser, path)
    assert start is not None
    browser.press("p")
    _corners(browser, along, start[along] - 2, (start[1 - along], start[3 - along]))
    strides, past = 16, False
    while end is None or end[2 + along] > canvas[2 + along] - _EDGE:
        past = past or end is None
        strides = max(1, strides // 2) if past else strides
        browser.press(*[back if end is None else on] * strides)
        end = found(browser, path)
    _corners(browser, along, end[2 + along] + 2, (end[3 - along], end[1 - along]))
    browser.press("Enter")
    browser.press("r")  # the tool goes along to the next image, where a rectangle is drawn


def _corners(browser: Browser, along: int, at: float, sides: tuple[float, float]) -> None:
    """Two corners across, well beside the picture: no double click, and no line over it."""
    near, far = sides
    beside = _BESIDE if far > near else -_BESIDE
    for across in (near - beside, far + beside):
        x, y = (at, across) if along == 0 else (across, at)
        browser.pointer([("move", x, y), ("down",), ("up",)])


def _save_all(screen: Screen) -> None:
    """Save all, once the review has shown what comes first: that changes what is asked of it."""
    screen.browser.click("button", "Save all", JOB_SECONDS)
    screen.browser.wait(ASKED, JOB_SECONDS, "the review asks")
    with contextlib.suppress(TimeoutError):  # no browser has to show an image as wide as that
        screen.browser.wait(CAN_ACCEPT, 60, "the first finished image was shown")
    screen.pass_gate()


def saved_outputs(screen: Screen, files: list[Path], scratch: Path, kind: Kind) -> dict[str, bytes]:
    """What is saved of each file that opens, after all of that kind on the screen was marked."""
    browser = screen.browser
    # IDs by which a file is known again whose output is not as it should be.
    names = {f"case-{number:03}": file.name for number, file in enumerate(files)}
    table = scratch.with_name("ids.csv")
    table.write_text("\n".join(f"{name},{known}" for known, name in names.items()))
    screen.add(*files, table)
    count, opened = 0, []
    while True:
        count += 1
        browser.evaluate(_DRAWN)  # what the canvas said of the image before is gone
        if judged(browser) != "refused":
            opened.append(browser.evaluate(f"{CURRENT}.textContent"))
            cover(browser, scratch, kind)
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
    with zipfile.ZipFile(browser.download(lambda: _save_all(screen), JOB_SECONDS)) as archive:
        outputs = {name: archive.read(name) for name in archive.namelist() if "images/" in name}
    end = len("images/case-000")
    saved = sorted(names[name[len("images/") : end]] for name in outputs)
    # A card's text goes on after the file's name; each page of a file has a card.
    cards = sorted(max((n for n in names.values() if o.startswith(n)), key=len) for o in opened)
    only = Counter(saved) - Counter(cards), Counter(cards) - Counter(saved)
    assert saved == cards, f"saved alone: {only[0]}, seen to open alone: {only[1]}"
    return {f"{names[name[len('images/') : end]]}{name[end:]}": outputs[name] for name in outputs}
