"""The engine dies in the middle of a job: the marks stay, the engine restarts, the job succeeds."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pixelseal.model.messages import sentence

from .conftest import CARRIERS, Opener
from .drivers import Browser
from .photos import HEIGHT, WIDTH, clinical_photo

pytestmark = pytest.mark.browser

# Two ways to die, both as the page would meet them: the worker says that its interpreter broke
# (it is handed a request that none can read), and the browser says that the worker is gone.
DEATHS = {
    "the interpreter breaks": "real.call(this, null)",
    # The event first: WebKit tells nothing more of a worker that was ended.
    "the worker is gone": "(this.dispatchEvent(new ErrorEvent('error')), this.terminate())",
}
# The next request to redact meets the death instead; the one after that goes through.
SABOTAGE = """() => {
  const real = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, transfer) {
    if (message.op !== 'redact') return real.call(this, message, transfer);
    Worker.prototype.postMessage = real;
    window.sabotaged = true;
    return %s;
  };
}"""
BOXES = [(60, 60, 150, 90), (110, 290, 280, 110)]


@pytest.mark.parametrize(("carrier", "death"), list(zip(CARRIERS, DEATHS, strict=True)))
def test_a_crash_costs_no_mark(
    browser: Browser, opener: Opener, tmp_path: Path, carrier: str, death: str
) -> None:
    screen = opener(browser, carrier)
    screen.add(clinical_photo(tmp_path / "photo.jpg"))
    screen.wait_shown(WIDTH, HEIGHT)
    for box in BOXES:
        screen.mark(*box)
    before = screen.save_recipe()["regions"]
    screen.wait_engine()
    browser.evaluate(SABOTAGE % DEATHS[death])
    browser.click("button", "Save image")
    browser.wait("window.sabotaged", 300, "the job met the crash")
    said = "document.querySelector('#problem-text').textContent"
    browser.wait(
        f"sentence => {said} === sentence", 300, "the sentence", sentence("engine-crashed", {})
    )
    assert len(screen.regions()) == len(BOXES)
    image = screen.save("Save image")  # waits for the new engine
    assert screen.save_recipe()["regions"] == before
    with Image.open(image) as opened:
        pixels = np.asarray(opened.convert("RGB"))
    for x, y, width, height in BOXES:
        assert pixels[y + 16 : y + height - 16, x + 16 : x + width - 16].max() <= 2
