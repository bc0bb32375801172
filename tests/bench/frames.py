"""Times frames while a large picture is panned at 100 % and zoomed, beside a bare image element."""

from pathlib import Path
from statistics import quantiles

from PIL import Image

from tests.browser.drivers import Browser

from . import pages

FRAMES = 100
# Milliseconds: every second frame of a screen of 60 a second may be late, seen by nobody.
LIMIT = 34.0

_RUN = """
  const frame = () => new Promise(requestAnimationFrame);
  const run = async act => {
    const times = [];
    let last = await frame();
    for (let step = 0; step < count; step++) {
      act(step);
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    return times;
  };
"""

# As a person does it: arrow keys at 100 %, then the wheel, which turns about every 25 frames.
_OURS = (
    "async count => {"
    + _RUN
    + """
  const canvas = document.querySelector('#canvas');
  const press = key => canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const box = canvas.getBoundingClientRect();
  const turn = step => canvas.dispatchEvent(new WheelEvent('wheel', {
    deltaY: step % 50 < 25 ? 60 : -60, cancelable: true,
    clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
  }));
  press('Escape');
  press('1');
  await frame();
  const pan = await run(step => press(step % 50 < 25 ? 'ArrowRight' : 'ArrowDown'));
  press('0');
  return [pan, await run(turn)];
}"""
)

# The same moves of a picture that nothing lies over.
_BARE = (
    "async count => {"
    + _RUN
    + """
  const picture = document.querySelector('#picture');
  Object.assign(picture.style, {
    position: 'fixed', left: 0, top: 0, maxWidth: 'none', transformOrigin: '0 0',
    width: `${picture.naturalWidth}px`, height: `${picture.naturalHeight}px`,
  });
  let x = -3000, y = -2000, scale = 1;
  const place = () => { picture.style.transform = `translate(${x}px, ${y}px) scale(${scale})`; };
  place();
  await frame();
  const pan = await run(step => { if (step % 50 < 25) x -= 60; else y -= 60; place(); });
  [x, y, scale] = [0, 0, 0.1];
  return [pan, await run(step => { scale *= step % 50 < 25 ? 0.91 : 1 / 0.91; place(); })];
}"""
)


def others(photo: Path) -> dict[str, Path]:
    """The same photo in formats that no browser shows everywhere, so that the engine draws it."""
    found = {"TIFF": photo.with_suffix(".tif")}
    with Image.open(photo) as image:
        image.save(found["TIFF"], compression="tiff_lzw")
        try:
            import pillow_heif
        except ImportError:
            return found
        found["HEIC"] = photo.with_suffix(".heic")
        pillow_heif.from_pillow(image).save(found["HEIC"], quality=80)
    return found


def ours(browser: Browser, address: str, photo: Path, width: int) -> tuple[float, float]:
    """The 95th of a hundred frames, in milliseconds, while our page is panned and zoomed.

    `width` is the photo's in pixels: only when all of them can be seen is it measured.
    """
    pages.boot(browser, address)
    browser.set_files("Add images", [photo])
    browser.wait(
        "width => document.querySelector('#dimensions').textContent.includes(`${width} ×`) && "
        "!document.querySelector('#show-unseen').hidden",
        pages.JOB_SECONDS,
        "the photo is shown",
        width,
    )
    return slow(browser.evaluate(_OURS, FRAMES, timeout=pages.JOB_SECONDS))


def bare(browser: Browser, address: str, photo: Path) -> tuple[float, float]:
    """The same on a page that has nothing but the photo."""
    pages.to_picture(browser, address, "empty-ready", "empty-ready", photo)
    return slow(browser.evaluate(_BARE, FRAMES, timeout=pages.JOB_SECONDS))


def slow(runs: list[list[float]]) -> tuple[float, float]:
    """The 95th of a hundred frames of each run, in milliseconds."""
    pan, zoom = (quantiles(times, n=20)[-1] for times in runs)
    return pan, zoom
