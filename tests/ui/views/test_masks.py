"""What a tile of the strip hides and leaves of its picture, as elements; a page is not needed."""

import sys
import types
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from typing import Any

import pytest
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Crop, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse
from pixelseal.model.screen.proposal import proposed

SIZE = (400, 300)


class Node(ElementTree.Element):
    """As much of an SVG element as drawing needs."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.style = types.SimpleNamespace(fill="", stroke="")

    def setAttribute(self, name: str, value: object) -> None:  # noqa: N802
        self.set(name, str(value))


def made(tag: str, style_class: str = "", attributes: dict[str, object] | None = None) -> Node:
    node = Node(tag)
    node.set("class", style_class)
    for name, value in (attributes or {}).items():
        node.setAttribute(name, value)
    return node


@pytest.fixture
def masks(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The module with a stand-in for the one that touches the DOM."""
    name = "pixelseal.ui.views.filmstrip.masks"
    dom = types.ModuleType("pixelseal.ui.browser.dom")
    dom.drawn = made  # type: ignore[attr-defined]
    import pixelseal.ui.browser as browser

    monkeypatch.setitem(sys.modules, "pixelseal.ui.browser.dom", dom)
    monkeypatch.setattr(browser, "dom", dom, raising=False)
    monkeypatch.delitem(sys.modules, name, raising=False)
    import pixelseal.ui.views.filmstrip.masks as module

    yield module
    sys.modules.pop(name, None)


def test_a_stroke_to_keep_is_a_hole_as_wide_as_the_brush(masks: Any) -> None:
    stroke = Brush([(50, 60), (200, 60), (300, 200)], 80)
    svg = masks.drawn(7, SIZE, (Keep(stroke),))
    mask, veil = list(svg)
    assert svg.get("viewBox") == "0 0 400 300"
    shown, hole = list(mask)
    # White is where the veil lies, black where it does not (SVG masks go by brightness).
    assert (shown.tag, shown.get("class")) == ("rect", "mask-shown")
    assert (hole.tag, hole.get("class")) == ("polyline", "stroke mask-hidden")
    assert hole.get("points") == "50.0,60.0 200.0,60.0 300.0,200.0"
    assert hole.get("stroke-width") == "80.0"
    assert veil.get("mask") == f"url(#{mask.get('id')})"
    assert (veil.get("width"), veil.get("height")) == ("400", "300")


def test_the_names_of_two_tiles_masks_differ(masks: Any) -> None:
    kept = (Keep(Ellipse(0, 0, 90, 90)), Crop(Rectangle(0, 0, 200, 200)))
    names = [node.get("id") for key in (1, 2) for node in masks.drawn(key, SIZE, kept)[::2]]
    assert len(set(names)) == 4


def test_what_is_not_confirmed_leaves_no_hole_and_hides_nothing(masks: Any) -> None:
    waiting = (proposed(Keep(Ellipse(0, 0, 90, 90))), proposed(Region(Rectangle(5, 5, 9, 9))))
    (only,) = list(masks.drawn(1, SIZE, waiting))
    assert only.get("class") == "proposed"


def test_regions_have_their_colour(masks: Any) -> None:
    regions = (Region(Brush([(5, 5)], 9)), Region(Rectangle(0, 0, 99, 99), Mosaic(40)))
    stroke, mosaic = list(masks.drawn(1, SIZE, regions))
    assert stroke.style.stroke == "#000000"
    assert mosaic.style.fill == "#7d8f97"
