"""An answer that was begun and not finished: no press replaces it, and none passes it over."""

from pixelseal.model.reasons import LETTERS
from pixelseal.model.review import Answer
from pixelseal.ui.saving.asked import Asked
from pixelseal.ui.saving.missing import Missing

from tests.ui.fake_host import EVERY, on_screen, run
from tests.ui.saving.reviewed import mark, opened


def _asked(workbench, items):
    for item in items:
        run(workbench.make(item, ahead=True))
    return Asked([Missing(item) for item in items])


def test_an_answer_that_was_begun_is_neither_replaced_nor_ignored():
    host, (item,), saving, workbench = opened("a.jpg")
    mark(item)
    reviewing = item.reviewing
    reviewing.begin_kept("Q")
    run(saving.image(item))
    assert not host.saved and "Q" in item.review.open
    asked = _asked(workbench, [item])
    on_screen(item)
    asked.refresh(item)
    for ticks in ((), EVERY):  # neither by one press nor by every box
        asked.ticked.update(ticks)
        assert asked.unfinished is item and not asked.can_save and not asked.let_through(item)
    reviewing.rest_is_absent()
    assert item.review.open == ("Q",) and not reviewing.unanswered
    asked.refresh(item)
    assert not asked.complete and not asked.can_save
    reviewing.give("Q", Answer("kept", "they agreed"))
    asked.refresh(item)
    assert asked.unfinished is None and asked.can_save
    assert asked.let_through(item)
    assert item.review.answers[LETTERS.index("Q")] == Answer("kept", "they agreed")


def test_a_press_answers_for_nothing_that_is_begun_after_the_review_asked():
    _host, (item,), _saving, workbench = opened("a.jpg")
    mark(item)
    asked = _asked(workbench, [item])
    on_screen(item)
    asked.refresh(item)
    item.reviewing.give("C", Answer("kept", "the year"))
    item.reviewing.begin_kept("R")
    asked.let_through(item)
    assert item.review.open == ("R",) and item.reviewing.begun == ["R"]
    assert item.reviewing.answer("C") == Answer("kept", "the year")


def test_of_several_none_is_accepted_or_saved_while_its_answer_is_only_begun():
    _host, items, _saving, workbench = opened("a.jpg", "b.jpg")
    for item in items:
        mark(item)
    asked = _asked(workbench, items)
    for item in items:
        on_screen(item)
        asked.refresh(item)
    items[1].reviewing.begin_kept("Q")
    asked.refresh(items[1])
    assert asked.accept(items[0]) and not asked.accept(items[1])
    asked.ticked.update(EVERY)
    assert asked.unfinished is items[1]
    assert [asked.let_through(item) for item in items] == [True, False]
    assert "Q" in items[1].review.open
    items[1].reviewing.give("Q", None)  # the person takes it back
    asked.refresh(items[1])
    assert asked.unfinished is None and asked.accept(items[1])
