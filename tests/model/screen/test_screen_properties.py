"""Rounding outward at any zoom and device pixel ratio; diffs reverse and squash purely."""

from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.screen.history import History, applied, difference, reversed_diff, squashed
from pixelseal.model.screen.viewport import View

document = st.dictionaries(st.integers(1, 5), st.integers(0, 3), max_size=5)
position = st.integers(-4000, 4000)


@given(
    st.floats(0.02, 32),
    st.floats(-2000, 2000),
    st.floats(-2000, 2000),
    st.sampled_from([1, 1.25, 1.5, 2, 3]),
    position,
    position,
    position,
    position,
)
def test_a_box_holds_every_device_pixel_it_was_drawn_over(scale, x, y, ratio, ax, ay, bx, by):
    view = View(scale, x, y)
    a, b = (ax / ratio, ay / ratio), (bx / ratio, by / ratio)
    box = view.between(*a, *b)
    for screen_x, screen_y in (a, b, (a[0], b[1]), ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)):
        image_x, image_y = view.to_image(screen_x, screen_y)
        assert box.x <= image_x <= box.right and box.y <= image_y <= box.bottom
    # and it is no larger than whole pixels ask for
    assert box.width <= abs(a[0] - b[0]) / scale + 2
    assert box.height <= abs(a[1] - b[1]) / scale + 2


@given(document, document)
def test_a_diff_and_its_reverse_are_the_way_there_and_back(before, after):
    diff = difference(before, after)
    assert applied(before, diff) == after
    assert applied(after, reversed_diff(diff)) == before


@given(document, document, document)
def test_squashing_two_diffs_is_doing_both(first, second, third):
    one = squashed(difference(first, second), difference(second, third))
    assert applied(first, one) == third
    assert applied(third, reversed_diff(one)) == first


@given(st.lists(st.tuples(document, st.sampled_from(["", "a", "b"])), max_size=12))
def test_any_edits_undone_give_the_start_and_redone_the_end(edits):
    history, now = History(), {}
    for after, group in edits:
        history.record(difference(now, after), group)
        now = after
    end = now
    while history.can_undo:
        now = applied(now, history.undo())
    assert now == {}
    while history.can_redo:
        now = applied(now, history.redo())
    assert now == end
