"""Public files and small cases, page beside command line: the same verdict, the same bytes."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import codecs

from tests.conftest import ROOT
from tests.core.support import file_of, photo, recipe

from .conftest import Opener
from .drivers import Browser

pytestmark = pytest.mark.browser

# (file in base64, request as JSON) -> how inspecting and redacting it end, by the page's own
# worker: the code of a refusal, or the output's SHA-256 and the certificate.
_ANSWERS = """async (source, request) => {
  const file = new Blob([Uint8Array.from(atob(source), c => c.charCodeAt(0))]);
  const code = (error) => JSON.parse(error.message).code;
  const found = [];
  try { await pixelseal.request('inspect', '{}', [file]); found.push('ok'); }
  catch (error) { found.push(code(error)); }
  try {
    const answer = await pixelseal.request('redact', request, [file]);
    const hash = await crypto.subtle.digest('SHA-256', answer.buffers[0]);
    found.push([...new Uint8Array(hash)].map(b => b.toString(16).padStart(2, '0')).join(''));
    found.push(JSON.parse(answer.value).certificate);
  } catch (error) { found.push(code(error)); }
  return found;
}"""
_ASKED = recipe((1, 1, 9, 7))
_REQUEST = {"recipe": json.loads(_ASKED.to_json()), "label": "image", "source_name": "", "made": ""}


def _files(corpus: Path) -> Iterator[Path]:
    for folder in (corpus, ROOT.parent / "shared" / "cases"):
        yield from sorted(path for path in folder.rglob("*") if path.suffix not in (".tsv", ".md"))


def _natively(data: bytes, build: str) -> list[str]:
    found = []
    try:
        engine.inspect(data)
        found.append("ok")
    except PixelsealError as refused:
        found.append(refused.code)
    try:
        done = engine.redact(data, _ASKED, label="image", build=build)
        found += [hashlib.sha256(done.output).hexdigest(), done.certificate]
    except PixelsealError as refused:
        found.append(refused.code)
    return found


def _told_apart(path: Path, here: list[str], there: list[str]) -> bool:
    """True if the answers differ where they may not.

    Other codecs than the page's read HEIC and AVIF, write AVIF, and read JPEG inside of a TIFF
    natively (README): there the verdict alone is compared.
    """
    if _read_by_others(path):
        return [len(here), here[0]] != [len(there), there[0]]
    return here != there


def _read_by_others(path: Path) -> bool:
    head = path.read_bytes()[:8]
    if head[:2] in (b"II", b"MM"):
        try:
            with Image.open(path) as image:
                return image.info.get("compression") == "jpeg"
        except OSError:
            return False
    return head[4:8] == b"ftyp"


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
def test_page_and_command_line_give_one_answer(
    browser: Browser, opener: Opener, corpus: Path
) -> None:
    codecs.register()
    screen = opener(browser, "hosted")
    screen.wait_engine()
    build = str(browser.evaluate("pixelseal.build"))
    differing: dict[str, Any] = {}
    for path in _files(corpus):
        if path.is_file():
            data = path.read_bytes()
            sent = base64.b64encode(data).decode()
            there = browser.evaluate(_ANSWERS, sent, json.dumps(_REQUEST), timeout=600)
            here = _natively(data, build)
            if _told_apart(path, here, there):
                differing[path.name] = [here, there]
    assert not differing, json.dumps(differing, indent=1)


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
def test_a_scan_that_lost_data_is_found_by_the_codec_of_each(
    browser: Browser, opener: Opener
) -> None:
    screen = opener(browser, "hosted")
    screen.wait_engine()
    build = str(browser.evaluate("pixelseal.build"))
    for subsampling, gray in ((0, False), (2, False), (0, True)):
        picture = Image.fromarray(photo(320, 240))
        how = {"progressive": True, "subsampling": subsampling, "quality": 88}
        whole = file_of(np.asarray(picture.convert("L") if gray else picture), "JPEG", **how)
        ends = [at.start() for at in re.finditer(rb"\xff[\xc4\xd9\xda]", whole)]
        # Before the marker behind the first scan, and before EOI: behind the last.
        first = next(at for at in ends if at > whole.index(b"\xff\xda") + 40)
        for end in (first, ends[-1], None):
            data = whole if end is None else whole[: end - 30] + whole[end:]
            sent = base64.b64encode(data).decode()
            there = browser.evaluate(_ANSWERS, sent, json.dumps(_REQUEST), timeout=600)
            assert there == _natively(data, build)
            assert (there[-1] == "file-truncated") == (end is not None)
