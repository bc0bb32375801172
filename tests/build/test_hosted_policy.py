"""A policy is added to a site, and taken away again: the page and its worker agree on it."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from app.build import hosted_policy
from app.build.report import BuildError

FACTS = {"build": "b", "note": "a<b"}
PAGE = '<p>é</p><script type="application/json" id="pixelseal-facts">{}</script>\n<p></p>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site as small as can be."""
    text = json.dumps(FACTS, sort_keys=True).replace("<", "\\u003c")
    page = PAGE.format(text)
    (tmp_path / "index.html").write_text(page, "utf-8")
    sums = {"": hashlib.sha256(page.encode()).hexdigest(), "a.pack": "1"}
    (tmp_path / "sw.js").write_text(f"const sums = {json.dumps(sums)};\nrest();\n", "utf-8")
    return tmp_path


def facts_of(site: Path) -> dict[str, object]:
    page = (site / "index.html").read_text("utf-8")
    found = re.search(r'facts">(.*?)</script>', page)
    assert found
    facts: dict[str, object] = json.loads(found[1])
    return facts


def require_agreed(site: Path) -> None:
    line, rest = (site / "sw.js").read_text("utf-8").split("\n", 1)
    sums = json.loads(line.removeprefix("const sums = ").removesuffix(";"))
    assert rest == "rest();\n"
    assert sums.pop("") == hashlib.sha256((site / "index.html").read_bytes()).hexdigest()
    assert sums.pop("a.pack") == "1"
    for name, digest in sums.items():
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest


def test_it_is_named_replaced_and_taken_away_again(site: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in site.iterdir()}
    for version in ("1", "2"):
        policy = tmp_path / "given.txt"
        policy.write_text(json.dumps({"pixelseal": "policy/1", "version": version}))
        hosted_policy.add(site, policy)
        (named,) = site.glob("policy-*.json")
        assert named.read_bytes() == policy.read_bytes()
        told = facts_of(site).pop("policy")
        digest = hashlib.sha256(policy.read_bytes()).hexdigest()
        assert told == {"url": named.name, "size": policy.stat().st_size, "sha256": digest}
        require_agreed(site)
        policy.unlink()
    hosted_policy.add(site, None)
    require_agreed(site)
    assert {path.name: path.read_bytes() for path in site.iterdir()} == before


def test_what_is_no_policy_or_no_site_changes_nothing(site: Path, tmp_path: Path) -> None:
    before = (site / "index.html").read_bytes()
    for text in ("{}", "x", '{"pixelseal": "recipe/1"}'):
        (tmp_path / "p.json").write_text(text)
        with pytest.raises(BuildError):
            hosted_policy.add(site, tmp_path / "p.json")
    assert (site / "index.html").read_bytes() == before
    with pytest.raises(BuildError):
        hosted_policy.add(tmp_path / "nowhere", None)
