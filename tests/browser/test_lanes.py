"""Several requests side by side: each keeps its own answer, and all of them stop when told to."""

from pathlib import Path

import pytest

from .conftest import Opener
from .drivers import Browser
from .photos import clinical_photo

pytestmark = pytest.mark.browser

# The photo, by way of a field that the page leaves alone.
FIELD = """() => {
  const label = document.createElement('label');
  label.textContent = 'Test file';
  label.append(Object.assign(document.createElement('input'), { type: 'file', id: 'test-file' }));
  document.body.append(label);
}"""
ARGUMENTS = """label => JSON.stringify({
  recipe: { pixelseal: 'recipe/1', regions: [
    { shape: { kind: 'rectangle', x: 40, y: 32, width: 80, height: 64 } }] },
  label, page: 1, source_name: 'a.jpg', made: '2000-01-01T00:00:00Z' })"""
MANY = f"""async () => {{
  const file = document.querySelector('#test-file').files[0];
  const asked = [...Array(8).keys()].map(
    number => pixelseal.request('redact', ({ARGUMENTS})('image-' + number), [file]));
  const found = (await Promise.all(asked)).map(({{ value }}) => JSON.parse(value));
  return found.map(({{ name, sha256 }}) => [name, sha256]);
}}"""
STOP = f"""async () => {{
  const file = document.querySelector('#test-file').files[0];
  const asked = [...Array(6).keys()].map(
    number => pixelseal.request('redact', ({ARGUMENTS})('image-' + number), [file]));
  await new Promise(requestAnimationFrame);
  pixelseal.cancel();
  const ended = await Promise.allSettled(asked);
  return ended.map(({{ reason }}) => reason && JSON.parse(reason.message).code);
}}"""


@pytest.mark.parametrize("carrier", ["hosted", "file"])
def test_many_at_once_and_none_after_cancel(
    browser: Browser, opener: Opener, tmp_path: Path, carrier: str
) -> None:
    screen = opener(browser, carrier)
    browser.evaluate(FIELD)
    browser.set_files("Test file", [clinical_photo(tmp_path / "photo.jpg")])
    made = browser.evaluate(MANY, timeout=300)
    assert [name for name, _sha256 in made] == [f"image-{number}.jpg" for number in range(8)]
    assert len({sha256 for _name, sha256 in made}) == 1
    assert browser.evaluate("pixelseal.lanes") >= 1
    assert browser.evaluate(STOP, timeout=300) == ["cancelled"] * 6
    screen.wait_engine()
    assert browser.evaluate(MANY, timeout=300) == made
