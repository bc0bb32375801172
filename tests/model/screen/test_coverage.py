"""What counts as having been on the screen at full size, and what does not."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Crop, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Ellipse
from pixelseal.model.screen import viewport
from pixelseal.model.screen.coverage import ANY, TILE, Coverage
from pixelseal.model.screen.covering import Covers
from pixelseal.model.screen.proposal import proposed
from pixelseal.model.screen.viewport import Canvas, View

NOTHING = Covers([])
SIZE = (1000, 700)
CANVAS = Canvas(300.0, 200.0)
WINDOW = Rectangle(0, 0, 300, 200)


def over(*records):
    """What lies over the picture."""
    return Covers(list(records))


def _walked(coverage, records=NOTHING, scale=1.0, window=WINDOW):
    """Look at one unseen part after the other, as "Show me" does; how many it took."""
    steps = 0
    part = coverage.unseen(records, int(window.width / scale), int(window.height / scale))
    while part is not None:
        view = View(scale, window.x - part.x * scale, window.y - part.y * scale)
        assert coverage.look(view, CANVAS, window, records)
        steps += 1
        part = coverage.unseen(records, int(window.width / scale), int(window.height / scale))
    return steps


def test_an_image_that_fits_at_full_size_counts_at_once():
    coverage = Coverage((280, 150))
    assert not coverage.whole(NOTHING) and coverage.percent(NOTHING) == 0
    coverage.look(viewport.fit((280, 150), CANVAS), CANVAS, WINDOW, NOTHING)
    assert not coverage.whole(NOTHING)  # 12 CSS pixels are left free around: it had to shrink
    roomy = Canvas(400.0, 300.0)
    coverage.look(viewport.fit((280, 150), roomy), roomy, Rectangle(0, 0, 400, 300), NOTHING)
    assert coverage.whole(NOTHING) and coverage.percent(NOTHING) == 100


def test_nothing_counts_below_full_size():
    coverage = Coverage(SIZE)
    assert not coverage.look(viewport.fit(SIZE, CANVAS), CANVAS, WINDOW, NOTHING)
    assert not coverage.look(View(0.99, 0, 0), CANVAS, WINDOW, NOTHING)
    assert coverage.percent(NOTHING) == 0


def test_full_size_is_counted_in_the_screens_own_pixels():
    fine = Canvas(300.0, 200.0, 2.0)
    coverage = Coverage((600, 400))
    assert coverage.look(View(0.5, 0, 0), fine, WINDOW, NOTHING)
    assert coverage.whole(NOTHING)


def test_the_walk_over_unseen_parts_ends_with_all_seen():
    coverage = Coverage(SIZE)
    across, down = 300 // TILE * TILE, 200 // TILE * TILE
    assert _walked(coverage) <= -(-1000 // across) * -(-700 // down)
    assert coverage.whole(NOTHING)


def test_what_is_scrolled_out_of_the_window_does_not_count():
    coverage = Coverage((300, 200))
    coverage.look(View(1.0, 0, 0), CANVAS, Rectangle(0, 0, 300, 130), NOTHING)
    assert not coverage.whole(NOTHING) and coverage.percent(NOTHING) == 50
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, NOTHING)
    assert coverage.whole(NOTHING)


def test_a_part_at_the_edge_of_the_screen_is_not_seen_whole():
    coverage = Coverage((TILE * 2, TILE))
    coverage.look(View(1.0, -1.0, 0), CANVAS, WINDOW, NOTHING)
    assert coverage.percent(NOTHING) == 50


def test_what_was_seen_covered_must_be_seen_when_the_cover_goes():
    coverage = Coverage((300, 200))
    region = Region(Rectangle(70, 70, 20, 20), reasons="A")
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, over(region))
    assert coverage.whole(over(region))
    assert coverage.whole(over(region.with_reasons("B")))  # the same is hidden
    assert not coverage.whole(NOTHING)
    assert not coverage.whole(over(region.with_shape(Rectangle(80, 70, 20, 20))))
    assert coverage.unseen(NOTHING, 300, 200) is not None
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, NOTHING)
    assert coverage.whole(NOTHING) and coverage.whole(over(region))


def test_what_a_crop_or_the_areas_to_keep_leave_out_is_hidden_while_they_stay():
    for record in (Crop(Rectangle(0, 0, 128, 128)), Keep(Rectangle(0, 0, 128, 128)),
                   Keep(Ellipse(0, 0, 128, 128))):  # fmt: skip
        coverage = Coverage((300, 200))
        coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, over(record))
        assert coverage.whole(over(record)) and not coverage.whole(NOTHING)
    clear = Coverage((300, 200))
    clear.look(View(1.0, 0, 0), CANVAS, WINDOW, over(Crop(Rectangle(0, 0, 128, 128))))
    assert clear.percent(NOTHING) == 100 * 4 // 20


def test_what_is_left_out_may_reach_into_the_areas_to_keep():
    keep = Keep(Rectangle(0, 0, 200, 192))
    coverage = Coverage((300, 200))
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, over(keep), 17)
    assert coverage.whole(over(keep))
    assert coverage.percent(NOTHING) == 100 * 1 // 20  # the tile from (64, 64) alone is sure
    small = Coverage((300, 200))
    small.look(View(1.0, 0, 0), CANVAS, WINDOW, over(Keep(Rectangle(0, 0, 30, 30))), 17)
    assert small.percent(NOTHING) == 0


def test_a_part_seen_free_stays_seen_whatever_is_drawn_over_it():
    coverage = Coverage((300, 200))
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, NOTHING)
    region = Region(Ellipse(10, 10, 200, 150))
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, over(region))
    assert coverage.whole(over(region)) and coverage.whole(NOTHING)


def test_the_same_look_again_costs_nothing():
    coverage = Coverage(SIZE)
    assert coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, NOTHING)
    assert not coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, NOTHING)


def test_a_larger_cover_hides_what_was_hidden_and_another_method_does_not():
    coverage = Coverage((300, 200))
    region = Region(Rectangle(70, 70, 20, 20))
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, over(region))
    assert coverage.whole(over(region.with_shape(Rectangle(60, 70, 40, 20))))
    assert not coverage.whole(over(region.with_method(Mosaic(8))))
    soft = Coverage((300, 200))
    soft.look(View(1.0, 0, 0), CANVAS, WINDOW, over(region.with_method(Mosaic(8))))
    assert soft.whole(over(region))
    assert not soft.whole(over(region.with_method(Mosaic(9))))


def test_the_rim_that_is_covered_beyond_a_region_was_not_seen():
    coverage = Coverage((300, 200))
    region = Region(Rectangle(70, 70, 20, 20))
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, over(region), 17)
    assert coverage.percent(NOTHING) == 100 * 16 // 20  # it may reach into three tiles more


def test_what_is_only_proposed_as_kept_or_crop_hides_nothing():
    coverage = Coverage((300, 200))
    waiting = over(proposed(Crop(Rectangle(0, 0, 64, 64))), proposed(Keep(Rectangle(0, 0, 9, 9))))
    coverage.look(View(1.0, 0, 0), CANVAS, WINDOW, waiting)
    assert coverage.whole(NOTHING)
    # The veil is that of the crop that counts, wherever another one is proposed.
    cropped = Coverage((300, 200))
    crops = over(Crop(Rectangle(0, 0, 64, 64)), proposed(Crop(Rectangle(64, 0, 64, 64))))
    cropped.look(View(1.0, 0, 0), CANVAS, WINDOW, crops)
    assert cropped.percent(NOTHING) == 100 * 1 // 20


def test_at_whatever_size_all_of_a_fitted_image_was_shown():
    coverage = Coverage(SIZE, ANY)
    coverage.look(viewport.fit(SIZE, CANVAS), CANVAS, WINDOW, NOTHING)
    assert coverage.whole(NOTHING)


def test_beyond_a_crop_there_is_nothing_to_see_as_long_as_it_is_there():
    crop = Crop(Rectangle(200, 200, 300, 200))
    seen, smaller = over(crop), over(Crop(Rectangle(210, 210, 100, 100)))
    coverage = Coverage(SIZE)
    coverage.pass_over(seen)
    assert coverage.percent(NOTHING) == 0 and not coverage.whole(seen)
    part = coverage.unseen(seen, 2000, 2000)
    assert part.x <= 200 and part.y <= 200  # what it leaves, its edges included
    before = coverage.percent(seen)
    steps = _walked(coverage, seen)
    assert before > 50 and coverage.whole(seen) and coverage.whole(smaller)
    assert steps < _walked(Coverage(SIZE), seen)
    assert not coverage.whole(NOTHING)
    assert not coverage.whole(over(Crop(Rectangle(150, 200, 350, 200))))


def test_a_digest_is_that_of_what_hides_whatever_order_it_was_made_in():
    first, second = Region(Rectangle(0, 0, 9, 9)), Region(Rectangle(20, 0, 9, 9), Mosaic(40))
    digest = over(first, second).digest("a 1")
    assert digest == over(second, first).digest("a 1") and len(digest) == 64
    others = [
        over(first).digest("a 1"),
        over(first, second).digest("a 2"),
        over(first, second.with_method(Mosaic(41))).digest("a 1"),
        over(first, Region(Rectangle(20, 0, 9, 10), Mosaic(40))).digest("a 1"),
        over(first, Region(Ellipse(20, 0, 9, 9), Mosaic(40))).digest("a 1"),
        over(first, second, Crop(Rectangle(0, 0, 90, 90))).digest("a 1"),
        over(first, second, Keep(Rectangle(0, 0, 90, 90))).digest("a 1"),
    ]
    assert len(set(others) | {digest}) == 8
