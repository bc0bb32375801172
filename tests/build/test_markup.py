"""What stands in the pages: no link that leads out, and no field that a browser keeps."""

import re
from html.parser import HTMLParser

import pytest

from tests.conftest import ROOT

PAGES = (
    "index.html",
    "static/bench.html",
    *sorted(f"static/process/{path.name}" for path in (ROOT / "static/process").glob("*.html")),
)
FIELDS = ("input", "textarea", "select")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags_of(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Tags()
    parser.feed((ROOT / page).read_text("utf-8"))
    return parser.found


@pytest.mark.parametrize("page", PAGES)
def test_nothing_in_a_page_leads_out_of_it(page: str) -> None:
    for tag, facts in tags_of(page):
        assert tag not in ("a", "area", "form", "base", "iframe", "object", "embed"), facts
        assert not {"target", "action", "formaction", "ping"} & facts.keys(), (tag, facts)
        for name in ("href", "src"):
            address = facts.get(name) or "#"
            own = address.startswith(("#", "data:")) or tag == "link"
            assert own, (tag, address)
        assert facts.get("http-equiv") != "refresh"


@pytest.mark.parametrize("page", PAGES)
def test_no_field_of_a_page_is_kept_by_a_browser(page: str) -> None:
    fields = [(tag, facts) for tag, facts in tags_of(page) if tag in FIELDS]
    assert fields or page.startswith("static/process/")
    for tag, facts in fields:
        assert facts.get("autocomplete") == "off", (tag, facts)
        assert facts.get("spellcheck") == "false", (tag, facts)


def test_no_two_icons_look_alike() -> None:
    drawn = re.findall(
        r'<symbol id="(icon-[\w-]+)"[^>]*>(.*?)</symbol>', (ROOT / "index.html").read_text("utf-8")
    )
    shapes = [shape for _name, shape in drawn]
    assert len(shapes) > 15 and len(set(shapes)) == len(shapes)
