"""Coverage against a plain count of pixels, on any walk over any image."""

from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.screen.coverage import Coverage
from pixelseal.model.screen.covering import Covers
from pixelseal.model.screen.viewport import Canvas, View, percent

NOTHING = Covers([])
SIDES = st.integers(1, 400)
PLACES = st.integers(-300, 300)


@given(
    st.tuples(SIDES, SIDES),
    st.tuples(st.integers(64, 300), st.integers(64, 300)),
    st.lists(st.tuples(st.sampled_from([0.5, 0.9, 1.0, 1.25, 2.0, 4.0]), PLACES, PLACES)),
)
def test_only_pixels_that_were_on_the_screen_at_full_size_count(size, screen, looks):
    coverage = Coverage(size)
    canvas, window = Canvas(float(screen[0]), float(screen[1])), Rectangle(0, 0, *screen)
    shown = set()
    for scale, x, y in looks:
        view = View(scale, float(x), float(y))
        coverage.look(view, canvas, window, NOTHING)
        if percent(view, canvas) >= 100:
            left, top = view.to_image(0, 0)
            right, bottom = view.to_image(*screen)
            for row in range(max(0, int(top) - 1), min(size[1], int(bottom) + 1)):
                if top <= row and row + 1 <= bottom:
                    columns = range(max(0, int(left)), min(size[0], int(right)))
                    shown |= {(c, row) for c in columns if left <= c and c + 1 <= right}
    if coverage.whole(NOTHING):
        assert len(shown) == size[0] * size[1]


@given(
    st.tuples(SIDES, SIDES),
    st.tuples(st.integers(64, 300), st.integers(64, 300)),
    st.sampled_from([1.0, 1.5, 2.0, 3.0]),
)
def test_going_to_what_is_missing_ends_with_nothing_missing(size, screen, ratio):
    coverage = Coverage(size)
    canvas, window = Canvas(float(screen[0]), float(screen[1]), ratio), Rectangle(0, 0, *screen)
    across, down = int(screen[0] * ratio), int(screen[1] * ratio)
    for _ in range(64):
        part = coverage.unseen(NOTHING, across, down)
        if part is None:
            break
        assert coverage.look(
            View(1 / ratio, -part.x / ratio, -part.y / ratio), canvas, window, NOTHING
        )
    assert coverage.whole(NOTHING) and coverage.percent(NOTHING) == 100
