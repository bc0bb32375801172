"""Undo and redo by diffs: nothing that was marked may get lost or come back wrong."""

from pixelseal.model.screen.history import (
    Diff,
    History,
    applied,
    difference,
    reversed_diff,
    squashed,
)


def test_a_difference_turns_one_document_into_the_other_and_back():
    before, after = {1: "a", 2: "b", 3: "c"}, {2: "B", 3: "c", 4: "d"}
    diff = difference(before, after)
    assert (diff.added, diff.updated, diff.removed) == ({4: "d"}, {2: ("b", "B")}, {1: "a"})
    assert applied(before, diff) == after
    assert applied(after, reversed_diff(diff)) == before


def test_squashing_cancels_what_was_undone_by_hand():
    assert not squashed(Diff(added={1: "a"}), Diff(removed={1: "a"}))
    assert not squashed(Diff(updated={1: ("a", "b")}), Diff(updated={1: ("b", "a")}))
    moved = squashed(Diff(added={1: "a"}), Diff(updated={1: ("a", "b")}))
    assert (moved.added, moved.updated) == ({1: "b"}, {})


def test_steps_are_taken_back_and_done_again():
    history = History()
    assert history.undo() is None and history.redo() is None
    history.record(Diff())
    assert not history.can_undo
    history.record(Diff(added={1: "a"}))
    assert applied({1: "a"}, history.undo()) == {}
    assert history.can_redo and not history.can_undo
    assert applied({}, history.redo()) == {1: "a"}


def test_a_new_change_ends_what_could_be_done_again():
    history = History()
    history.record(Diff(added={1: "a"}))
    history.undo()
    history.record(Diff(added={2: "b"}))
    assert not history.can_redo


def test_changes_of_one_group_are_one_step():
    history = History()
    history.record(Diff(updated={1: (0, 1)}), "nudge 1")
    history.record(Diff(updated={1: (1, 2)}), "nudge 1")
    history.record(Diff(updated={2: (5, 6)}), "nudge 2")
    assert applied({1: 2, 2: 6}, history.undo()) == {1: 2, 2: 5}
    assert applied({1: 2, 2: 5}, history.undo()) == {1: 0, 2: 5}


def test_a_closed_group_is_not_joined():
    history = History()
    history.record(Diff(updated={1: (0, 1)}), "nudge 1")
    history.close_group()
    history.record(Diff(updated={1: (1, 2)}), "nudge 1")
    assert applied({1: 2}, history.undo()) == {1: 1}
