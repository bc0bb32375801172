"""Work in steps gives what it gives in one go, and sorts as Python does."""

from pixelseal.model.steps import in_one_go, ordered


def test_the_result_is_what_the_work_returns():
    def work():
        yield
        yield
        return "done"

    assert in_one_go(work()) == "done"


def test_things_are_in_order_and_equal_ones_as_given():
    for count in (0, 1, 2, 31, 32, 33, 500):
        numbers = [(place * 7919) % 101 for place in range(count)]
        pairs = [(number, (number, place)) for place, number in enumerate(numbers)]
        assert in_one_go(ordered(pairs)) == sorted([pair[1] for pair in pairs])
    assert in_one_go(ordered([("b", 1), ("a", 2)])) == [2, 1]


def test_no_step_goes_through_thousands():
    steps = ordered([(-number, number) for number in range(2000)])
    assert len(list(steps)) > 200
