"""Whatever is done to the marks: what stands was said of a picture that showed no less.

Judged by what the engine leaves of a picture whose pixels are all different, not by comparison of
the marks.
"""

import io

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from pixelseal.core import engine
from pixelseal.core.base.errors import RecipeRefused
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Crop, Fill, Keep, Mosaic, Output, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.reviewing import Reviewing

WIDTH, HEIGHT = 60, 50
ROWS, COLUMNS = np.mgrid[0:HEIGHT, 0:WIDTH]
PICTURE = np.dstack([ROWS, COLUMNS, np.full_like(ROWS, 200)]).astype(np.uint8)

places = st.integers(0, 40)
frames = st.builds(Rectangle, places, places, st.integers(1, 20), st.integers(1, 20))
shapes = st.one_of(
    frames,
    frames,
    st.builds(Ellipse, places, places, st.integers(1, 20), st.integers(1, 20)),
    st.just(Polygon([(5, 5), (40, 8), (20, 40)])),
    st.just(Brush([(10, 10), (30, 20)], 6)),
)
records = st.one_of(
    st.builds(Region, shapes),
    st.builds(Region, shapes, st.just(Fill("#ffffff"))),
    st.builds(Region, st.just(Rectangle(2, 2, 40, 40)), st.just(Mosaic(32))),
    st.builds(Keep, shapes),
    st.builds(Crop, frames),
)
edits = st.one_of(
    st.tuples(st.just("add"), records),
    st.tuples(st.just("shape"), frames),
    st.tuples(st.just("nudge"), st.tuples(st.integers(-2, 2), st.integers(-2, 2))),
    st.tuples(st.just("grow"), st.tuples(st.integers(-3, 3), st.integers(-3, 3))),
    st.tuples(st.just("method"), st.sampled_from([Fill(), Fill("#ffffff"), Mosaic(32)])),
    # An image has one crop at most, and so has what is copied to another.
    st.tuples(
        st.just("propose"),
        st.lists(records, max_size=2).filter(lambda all: sum(isinstance(x, Crop) for x in all) < 2),
    ),
    st.tuples(st.sampled_from(["delete", "next", "undo", "redo", "confirm", "say"]), st.none()),
)


def _file():
    written = io.BytesIO()
    Image.fromarray(PICTURE).save(written, "PNG")
    return written.getvalue()


SOURCE = _file()


def _do(editor, what, value):
    record = editor.records.get(editor.selected)
    if what == "add":
        editor._add(value)
    elif what == "propose":
        editor.propose([proposed(one) for one in value])
    elif what in ("undo", "redo", "confirm"):
        getattr(editor, what)()
    elif what == "next":
        editor.select_next(1)
    elif record is None:
        return
    elif what == "shape":
        editor.set_shape(editor.selected, value)
    elif what in ("nudge", "grow"):
        getattr(editor, what)(*value)
    elif what == "method" and isinstance(record, Region):
        editor.set_method(editor.selected, value)
    elif what == "delete":
        editor.delete()


def _visible(editor):
    """Which pixels of the picture the engine leaves as they are; None where it refuses."""
    recipe = editor.recipe(output=Output("png"))
    try:
        done = engine.redact(SOURCE, recipe, label="image-1", build="source")
    except RecipeRefused:
        return None  # a stroke moved out of the picture: nothing can be saved
    left = np.asarray(Image.open(io.BytesIO(done.output)).convert("RGB"))
    crop = editor.crop[0].shape if editor.crop else Rectangle(0, 0, WIDTH, HEIGHT)
    part = np.s_[crop.y : crop.bottom, crop.x : crop.right]
    found = np.zeros((HEIGHT, WIDTH), bool)
    found[part] = (left == PICTURE[part]).all(axis=2)
    return found


@settings(max_examples=80, deadline=None)
@given(st.lists(edits, max_size=16))
@example(
    [
        ("say", None),
        ("add", Region(Rectangle(2, 2, 40, 40), Mosaic(32))),
        ("say", None),
        ("add", Region(Polygon([(5, 5), (40, 8), (20, 40)]))),
    ]
)
def test_a_statement_that_stands_was_made_of_no_less(done):
    editor = Editor()
    editor.set_size(WIDTH, HEIGHT)
    reviewing, said_of, answered_of = Reviewing(editor), None, None
    for what, value in done:
        if what == "say":
            # Answers that stand are left as they are, said of the picture as it was then.
            before = reviewing.given
            reviewing.state_looked()
            reviewing.rest_is_absent()
            said_of = _visible(editor)
            answered_of = answered_of if before else said_of
        else:
            _do(editor, what, value)
        if editor.proposals:
            continue
        now = _visible(editor)
        if reviewing.stated:
            _none_is_bare(now, said_of)
        if reviewing.given:
            _none_is_bare(now, answered_of)


def _none_is_bare(now, then):
    assert now is None or then is None or not (now & ~then).any()
