"""A review of several images: each is accepted, or all by the same statements, or left out."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Region
from pixelseal.model.review import Answer
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.saving.asked import Asked
from pixelseal.ui.saving.missing import Missing

from tests.ui.fake_host import (
    EVERY,
    on_screen,
    run,
    said,
    statements,
)
from tests.ui.saving.reviewed import mark, opened, reviews, see


def _group(asked, item):
    (name,) = [name for name in asked.by_group if item in asked.by_group[name]]
    return name


def test_many_images_are_one_review():
    host, items, saving, _workbench = opened("a.jpg", "b.jpg", "c.jpg", "d.jpg")
    for item in items[:3]:
        mark(item)
    see(items[0])
    on_screen(items[1], finished=False)
    items[0].reviewing.rest_is_absent()
    run(saving.all())
    (asked,) = host.asked
    assert statements(asked) == EVERY
    assert asked.accepted(items[0]) and not asked.accepted(items[1])
    assert asked.statements[1].items == [items[1]] and asked.never == items[2:]
    assert [_group(asked, item) for item in items] == ["marked"] * 2 + ["unopened"] * 2
    made = reviews(host, "redact")
    assert [review["looked"] for review in made] == ["screen"] + ["stated"] * 3
    assert [review["shown"] for review in made] == ["full", "whole", "never", "never"]
    assert [review["given"] for review in made] == ["singly"] + ["several"] * 3
    host.asked.clear()
    run(saving.all())
    assert not host.asked


def test_of_several_images_it_is_asked_what_is_left_beside_their_covers():
    _host, items, _saving, workbench = opened("a.jpg", "b.jpg")
    mark(items[0], "Q")
    asked = Asked([Missing(item) for item in items])
    assert asked.lead(items[0]) == "Besides what is covered, is any of this visible?"
    assert asked.lead(items[1]) == "Is any of this visible?"
    texts = {one.key: one.text for one in asked.statements}
    assert texts["face"] == "Besides what is covered, no face or part of one can be seen"
    for item in items:
        run(workbench.make(item, ahead=True))
        on_screen(item)
        asked.refresh(item)
    assert asked.accept_label(items[0]) == "Accept – I looked, and see nothing else of this"
    says = "Accept without marks – I looked, and see none of these"
    assert asked.accept_label(items[1]) == says
    assert asked.accept(items[0]) and items[0].review.answer("Q") == Answer("absent")
    assert items[1].review.answer("Q") is None


def test_what_is_accepted_is_saved_and_the_rest_is_left_out_and_said():
    host, items, saving, workbench = opened("a.jpg", "b.jpg", "c.jpg")
    for item in items:
        mark(item)

    async def accepts_one(asked):
        assert asked.save_label == "Save none: nothing is accepted yet" and not asked.can_save
        assert not asked.accept(items[1])  # it was not on the screen
        await workbench.make(items[1], ahead=True)
        on_screen(items[1])
        assert asked.accept(items[1]) and asked.accepted(items[1])
        assert asked.save_label == "Save 1 image" and asked.count == 1
        return "yes"

    saving.gate._decide = accepts_one
    run(saving.all())
    assert [blobs for op, _args, blobs in host.requests if op == "redact"] == [["b.jpg"]]
    assert items[0].review.looked == "no" and items[1].review.given == "together"
    assert "1 of 3" in said(saving.workbench) and "2 were left out" in said(saving.workbench)


def test_what_was_copied_is_confirmed_and_accepted_by_one_press_once_it_is_seen_burned():
    host, items, saving, workbench = opened("a.jpg", "b.jpg")
    mark(items[0])
    items[1].editor._add(proposed(Region(Rectangle(10, 10, 50, 50))))

    async def accepts(asked):
        assert [_group(asked, item) for item in items] == ["unopened", "unopened"]
        asked.ticked.update(EVERY)
        asked.taken.update([item.key for item in items])
        assert asked.count == 1  # ticks for all do not confirm what was copied
        assert not asked.accept(items[1]) and items[1].editor.proposals
        await workbench.make(items[1], ahead=True)
        recipe = host.requests[-1][1]["recipe"]
        assert len(recipe["regions"]) == 1  # what is shown has it burned
        on_screen(items[1])
        assert asked.accept_label(items[1]).startswith("Accept the proposed regions – I looked")
        assert asked.accept(items[1]) and items[1].editor.regions and not items[1].editor.proposals
        return "yes"

    saving.gate._decide = accepts
    run(saving.all())
    made = [blobs for op, _args, blobs in host.requests if op == "redact"]
    assert sorted(made) == [["a.jpg"], ["b.jpg"]]  # what was looked at is what is saved


def test_what_was_never_on_the_screen_is_left_out_unless_it_is_taken_in_by_name():
    host, items, saving, _workbench = opened(*[f"{number}.jpg" for number in range(200)])
    for item in items[:2]:
        mark(item)
        on_screen(item, finished=False)
    host.takes_in = False
    run(saving.all())
    (asked,) = host.asked
    assert asked.never == items[2:] and statements(asked) == EVERY
    by_key = {statement.key: statement.items for statement in asked.statements}
    # No statement is about what was never shown and nobody took in, though it can be ticked.
    assert by_key["looked"] == by_key["face"] == items[:2] and by_key["bare"] == []
    assert asked.ordered == items[2:] + items[:2]
    assert asked.save_label == "Save 2 images"
    assert [blobs for op, _args, blobs in host.requests if op == "redact"] == [["0.jpg"], ["1.jpg"]]
    assert all(item.review.looked == "no" and not item.reviewing.given for item in items[2:])
    assert "2 of 200" in said(saving.workbench) and "198 were left out" in said(saving.workbench)

    async def takes_one(question):
        question.taken.add(items[7].key)
        host.asked.append(question)
        assert question.save_label == "Save 2 images"  # nothing is said of it yet
        about = {statement.key: statement.items for statement in question.statements}
        assert about["face"] == [items[7]] and about["bare"] == [items[7]]
        question.ticked.update(["bare", "face", "writing", "unique"])
        assert question.save_label == "Save 3 images"
        return "yes"

    saving.gate._decide = takes_one
    run(saving.all())
    assert reviews(host, "redact")[-1]["shown"] == "never"
    assert reviews(host, "redact")[-1]["looked"] == "stated"
    assert [item.review.looked for item in items[6:9]] == ["no", "stated", "no"]


def test_nothing_is_saved_where_nothing_was_shown_and_nothing_taken_in():
    host, _items, saving, _workbench = opened("a.jpg", "b.jpg")
    host.takes_in = False
    run(saving.all())
    assert not host.saved and not host.asked[0].count and len(host.asked) == 1


def test_what_was_opened_and_not_seen_as_a_whole_is_not_called_never_opened():
    host, items, saving, workbench = opened("a.jpg", "b.jpg")
    workbench.queue.current = items[1]
    workbench.queue.refresh()  # as it is shown
    run(saving.all())
    (asked,) = host.asked
    assert [_group(asked, item) for item in items] == ["unopened", "glanced"]
    assert asked.ordered == items and asked.never == items


def _whole(host, workbench, item):
    """As if the review had shown the whole finished image, smaller than it is."""
    run(workbench.make(item, ahead=True))
    on_screen(item)
    assert item.review.shown == "whole"


def test_what_was_taken_in_by_name_stays_in_when_the_review_shows_it_afterwards():
    host, items, saving, workbench = opened("a.jpg", "b.jpg")
    for item in items:
        mark(item)
    see(items[0])

    async def takes_in_then_looks(asked):
        assert asked.never == [items[1]] and "looked" not in statements(asked)
        for key in ("face", "writing", "unique"):
            asked.tick(key, True)
        asked.take(items[1].key, True)
        assert asked.save_label == "Save all 2"
        _whole(host, workbench, items[1])
        asked.refresh(items[1])
        # Its name states it, still: it is not asked for in other words, and nothing is lost.
        assert asked.save_label == "Save all 2" and asked.count == 2
        assert "looked" not in statements(asked) and asked.named == {items[1].key}
        return "yes"

    saving.gate._decide = takes_in_then_looks
    run(saving.all())
    first, second = [item.review for item in items]
    assert len(host.saved) == 1 and "left out" not in said(saving.workbench)
    assert second.looked == "stated" and second.shown == "whole" and second.given == "several"
    assert first.looked == "screen"


def test_what_its_name_stated_can_be_taken_back_after_it_was_shown():
    host, items, saving, workbench = opened("a.jpg", "b.jpg")
    for item in items:
        mark(item)
    see(items[0])

    async def takes_back(asked):
        for key in ("face", "writing", "unique"):
            asked.tick(key, True)
        asked.take(items[1].key, True)
        _whole(host, workbench, items[1])
        asked.refresh(items[1])
        asked.take(items[1].key, False)
        # Nobody states any longer that they looked: that is asked now, and it is left out.
        assert asked.save_label == "Save 1 image" and not asked.named
        by_key = {one.key: one.items for one in asked.statements}
        assert by_key["looked"] == [items[1]]
        return "yes"

    saving.gate._decide = takes_back
    run(saving.all())
    assert [item.review.looked for item in items] == ["screen", "no"]
    assert "1 of 2" in said(saving.workbench)


def test_what_was_taken_in_by_name_and_then_accepted_is_named_no_longer():
    host, items, saving, workbench = opened("a.jpg", "b.jpg")
    for item in items:
        mark(item)

    async def accepts(asked):
        asked.take(items[1].key, True)
        _whole(host, workbench, items[1])
        asked.refresh(items[1])
        assert asked.count == 0 and asked.named  # its name answers no question
        assert asked.accept(items[1]) and not asked.named and asked.count == 1
        return "yes"

    saving.gate._decide = accepts
    run(saving.all())
    assert items[1].review.given == "together" and items[0].review.looked == "no"
