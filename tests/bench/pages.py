"""Times things inside a real browser: how fast the page comes up, and one job beside a canvas."""

import json
from pathlib import Path
from typing import Any

from tests.browser.drivers import Browser
from tests.browser.product import BOOT_SECONDS

from . import samples

JOB_SECONDS = 900

_MARKED = "name => performance.getEntriesByName(name)[0]?.startTime"

# The page's own input takes what it is given; the benchmark wants the file for itself.
_INPUT = """() => {
  const label = document.createElement('label');
  label.textContent = 'Benchmark file';
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'benchmark-file';
  label.append(input);
  document.body.append(label);
}"""

# What one would write without Pixelseal: decode, fill, encode, hash; nothing is checked.
_CANVAS = """async box => {
  const file = document.querySelector('#benchmark-file').files[0];
  const start = performance.now();
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  picture.close();
  context.fillRect(box.x, box.y, box.width, box.height);
  const made = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  await crypto.subtle.digest('SHA-256', await made.arrayBuffer());
  return performance.now() - start;
}"""

# The same through the engine, with every check and the certificate.
_ENGINE = """async args => {
  const file = document.querySelector('#benchmark-file').files[0];
  const start = performance.now();
  await window.pixelseal.request('redact', args, [file]);
  return performance.now() - start;
}"""

_OR_NAME = "async box => { try { return await (WAY)(box); } catch (error) { return error.name; } }"

_ONE_BY_ONE = """async ([box, count]) => {
  const start = performance.now();
  for (let number = 0; number < count; number++) await (WAY)(box);
  return performance.now() - start;
}"""

# What comes out is let go, as the page does once it is written.
_QUEUED = """async ([args, count]) => {
  const file = document.querySelector('#benchmark-file').files[0];
  const start = performance.now();
  const one = () => window.pixelseal.request('redact', args, [file]).then(() => null);
  await Promise.all(Array.from({ length: count }, one));
  return performance.now() - start;
}"""

_LONGEST = """async args => {
  const file = document.querySelector('#benchmark-file').files[0];
  let longest = 0;
  const observer = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  await window.pixelseal.request('redact', args, [file]);
  await new Promise(requestAnimationFrame);
  observer.disconnect();
  return longest;
}"""

_SHOWN = """async () => {
  const picture = document.querySelector('#picture');
  await picture.decode();
  await new Promise(requestAnimationFrame);
  return picture.naturalWidth > 0 ? performance.now() : null;
}"""


def mark(browser: Browser, name: str) -> float:
    """Milliseconds from the navigation's start to a performance mark of the page's."""
    return float(browser.wait(_MARKED, BOOT_SECONDS, f"the mark {name}", name))


def boot(browser: Browser, address: str) -> dict[str, float]:
    """Milliseconds from opening the page until an image can be marked, and the engine is ready."""
    browser.open(address)
    sealed = mark(browser, "pixelseal-open")
    return {"markable": sealed, "engine": mark(browser, "pixelseal-engine-ready")}


def stock_boot(browser: Browser, address: str) -> float:
    """Milliseconds from opening the stock page until Pyodide, NumPy and Pillow are imported."""
    browser.open(address)
    return mark(browser, "stock-ready")


def to_picture(browser: Browser, address: str, ready: str, last: str, path: Path) -> float:
    """Milliseconds: opening the page to its mark `ready`, plus choosing a file to seeing it.

    Ends when the page has its mark `last`: what it still had at work would burden the next one.
    """
    browser.open("about:blank")
    browser.open(address)
    opened = mark(browser, ready)
    start = float(browser.evaluate("() => performance.now()"))
    browser.set_files("Add images", [path])
    browser.wait("() => document.querySelector('#picture').src !== ''", BOOT_SECONDS, "a picture")
    shown = float(browser.evaluate(_SHOWN))
    mark(browser, last)
    return opened + shown - start


def job(browser: Browser, path: Path, megapixels: int, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of the canvas way and of ours, alternating, on the page that is open.

    One round beforehand is not counted: the first job imports and compiles.
    """
    browser.evaluate(_INPUT)
    browser.set_files("Benchmark file", [path])
    box = samples.box(megapixels)
    args = redact_arguments(box)
    found: dict[str, list[float]] = {"canvas": [], "engine": []}
    for turn in range(rounds + 1):
        canvas = browser.evaluate(_CANVAS, box, timeout=JOB_SECONDS)
        engine = browser.evaluate(_ENGINE, args, timeout=JOB_SECONDS)
        if turn:
            found["canvas"].append(float(canvas))
            found["engine"].append(float(engine))
    return found


def choose(browser: Browser, path: Path) -> None:
    """Give the page's own scripts a file, on a page that is open."""
    browser.evaluate(_INPUT)
    browser.set_files("Benchmark file", [path])


def by_canvas(browser: Browser, box: dict[str, int]) -> float | str:
    """Milliseconds of the canvas way with the chosen file; the error's name where it fails."""
    ended = browser.evaluate(_OR_NAME.replace("WAY", _CANVAS), box, timeout=JOB_SECONDS)
    return ended if isinstance(ended, str) else float(ended)


def by_engine(browser: Browser, box: dict[str, int]) -> float:
    """Milliseconds of the engine with the chosen file."""
    return float(browser.evaluate(_ENGINE, redact_arguments(box), timeout=JOB_SECONDS))


def many(browser: Browser, box: dict[str, int], count: int) -> tuple[float, float]:
    """Milliseconds per image for a canvas loop and our queue, with the file that many times."""
    canvas = browser.evaluate(
        _ONE_BY_ONE.replace("WAY", _CANVAS), [box, count], timeout=JOB_SECONDS
    )
    engine = browser.evaluate(_QUEUED, [redact_arguments(box), count], timeout=JOB_SECONDS)
    return float(canvas) / count, float(engine) / count


def long_tasks(browser: Browser, box: dict[str, int]) -> float:
    """Milliseconds of the page's longest task while the engine works, 0 where none is long."""
    return float(browser.evaluate(_LONGEST, redact_arguments(box), timeout=JOB_SECONDS))


def redact_arguments(box: dict[str, int]) -> str:
    recipe: dict[str, Any] = {
        "pixelseal": "recipe/1",
        "regions": [{"shape": {"kind": "rectangle", **box}}],
    }
    return json.dumps(
        {
            "recipe": recipe,
            "label": "image-0",
            "page": 1,
            "source_name": "photo.jpg",
            "made": "2000-01-01T00:00:00Z",
        }
    )
