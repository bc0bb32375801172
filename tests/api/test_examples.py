"""The examples in docs/api.md do what they show."""

import doctest
import re
from pathlib import Path

import pixelseal
import pytest

from tests.api.test_operations import pages_of
from tests.builders.sample import sample_photo
from tests.conftest import ROOT

PAGE = ROOT / "docs/api.md"


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"^```pycon\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    (tmp_path / "photo.jpg").write_bytes(sample_photo())
    (tmp_path / "pages.tif").write_bytes(pages_of(2))
    monkeypatch.chdir(tmp_path)
    # In order: a later block uses the names of those before it.
    test = doctest.DocTestParser().get_doctest("".join(blocks), {}, PAGE.name, str(PAGE), 0)
    assert len(test.examples) > 15
    said: list[str] = []
    runner = doctest.DocTestRunner()
    failed = runner.run(test, out=said.append).failed
    assert not failed, "".join(said)


def test_the_page_tells_of_every_public_name() -> None:
    text = PAGE.read_text("utf-8")
    assert not [name for name in pixelseal.__all__ if not re.search(rf"\b{name}\b", text)]
