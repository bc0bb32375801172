"""IDs by number: one for each, none twice, in any order."""

from pixelseal.model.project.numbering import MAX_PREFIX, draws, is_prefix, numbered, shuffled
from pixelseal.model.recipe.recipe import is_alternate_id


def free(_alternate):
    return False


def test_numbers_have_three_digits_or_more_and_a_hyphen_where_none_parts_them():
    assert numbered("case", 2, free) == ["case-001", "case-002"]
    assert numbered("P_", 1, free) == ["P_001"] and numbered("7.", 1, free) == ["7.001"]
    many = numbered("x", 1000, free)
    assert (many[0], many[-1]) == ("x-0001", "x-1000") and len(set(many)) == 1000


def test_what_is_taken_is_passed_over():
    taken = {"case-001", "case-003"}
    assert numbered("case", 3, lambda one: one in taken) == ["case-002", "case-004", "case-005"]


def test_a_prefix_with_its_number_is_an_alternate_id():
    for good in ("a", "study", "P_", "2026.", "a" * MAX_PREFIX):
        assert is_prefix(good), good
        assert all(is_alternate_id(one) for one in numbered(good, 1, free))
    for bad in ("", "-", ".x", "a b", "ä", "a/", "a" * (MAX_PREFIX + 1)):
        assert not is_prefix(bad), bad


def test_the_order_is_what_was_drawn_and_each_id_is_there_once():
    ids = numbered("x", 5, free)
    assert shuffled(ids, "0" * 2 * draws(5)) == ["x-002", "x-003", "x-004", "x-005", "x-001"]
    drawn = "".join([f"{number * 7919:016x}" for number in range(200)])
    mixed = shuffled(numbered("x", 200, free), drawn)
    assert sorted(mixed) == numbered("x", 200, free) and mixed != sorted(mixed)
    assert shuffled([], "") == []


def test_each_order_of_three_is_drawn_as_often():
    counts = {}
    for one in range(6):
        for two in range(6):
            drawn = "0" * 16 + f"{one:016x}{two:016x}"
            order = tuple(shuffled(["a", "b", "c"], drawn))
            counts[order] = counts.get(order, 0) + 1
    assert sorted(counts.values()) == [6] * 6
