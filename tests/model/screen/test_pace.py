"""What a run says of the time that is left."""

from pixelseal.model.screen.pace import Pace


def test_nothing_is_said_before_something_is_known():
    pace = Pace(100, 50.0)
    assert pace.left is None and pace.share == 0.0
    pace.add(10, 52.0)
    assert pace.left is None and pace.share == 0.1
    pace.add(10, 60.0)
    assert pace.left == 40 and pace.share == 0.2


def test_large_images_count_for_more_than_small_ones():
    pace = Pace(10 * 12 + 10 * 1, 0.0)
    for second in range(10):
        pace.add(1, second + 1.0)
    assert pace.left == 120


def test_what_is_left_is_rounded_up_and_ends_at_nothing():
    for done, left in ((1, 5940), (40, 90), (41, 90), (99, 10), (100, 0)):
        pace = Pace(100, 0.0)
        pace.add(done, 60.0)
        assert pace.left == left, done
    pace.add(50, 61.0)
    assert pace.left == 0 and pace.share == 1.0
    assert Pace(0, 0.0).share == 1.0
