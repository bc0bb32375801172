"""The same source and recipe give the bytes of the table in Chromium, Firefox and WebKit."""

import base64
import json
from typing import Any

import pytest

from tests.vectors.table import recipe_text, sources, stored

from .conftest import Opener
from .drivers import Browser

pytestmark = pytest.mark.browser

# (source in base64, requests as JSON) -> SHA-256 of every output, by the page's own worker.
_REDACT = """async (source, requests) => {
  const bytes = Uint8Array.from(atob(source), c => c.charCodeAt(0));
  const hashes = [];
  for (const request of requests) {
    const answer = await pixelseal.request('redact', request, [new Blob([bytes])]);
    const hash = await crypto.subtle.digest('SHA-256', answer.buffers[0]);
    hashes.push([...new Uint8Array(hash)].map(b => b.toString(16).padStart(2, '0')).join(''));
  }
  return hashes;
}"""


def _request(recipe: str) -> str:
    asked: dict[str, Any] = {"recipe": json.loads(recipe_text(recipe)), "label": "vector"}
    return json.dumps({**asked, "source_name": "", "made": ""})


def test_every_output_has_the_bytes_of_the_table(browser: Browser, opener: Opener) -> None:
    screen = opener(browser, "hosted")
    screen.wait_engine()
    table = stored()
    for name, data in sources().items():
        requests = [_request(recipe) for recipe in table[name]]
        encoded = base64.b64encode(data).decode()
        got = browser.evaluate(_REDACT, encoded, requests, timeout=600)
        wanted = {recipe: row["bytes"] for recipe, row in table[name].items()}
        assert dict(zip(table[name], got, strict=True)) == wanted, name
