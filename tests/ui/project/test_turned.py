"""A picture that a person turned comes back turned from a project, with its answers; no browser."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.turn import Turn
from pixelseal.model.review import KEPT, Answer
from pixelseal.ui.editor.document import MIRROR, TURN_LEFT, TURN_RIGHT
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, run
from tests.ui.project.test_project import _saved as saved
from tests.ui.project.test_project import _work as work_of
from tests.ui.project.test_project import _worked as worked


def test_a_turned_picture_comes_back_turned_with_its_proposals():
    host, before = worked("a.jpg", "b.jpg", "c.jpg")
    for place, by in enumerate((TURN_RIGHT, TURN_LEFT, MIRROR)):
        before.queue.items[place].editor.turn(by)
    before.queue.items[0].reviewing.again()  # a mosaic's cells begin at another corner now
    assert before.queue.items[2].unsaved  # turned, though nothing is marked
    text, work = saved(host, before), work_of(before)
    assert not before.queue.unsaved
    after = Workbench(FakeHost(), lambda: None)
    run(after.open([("p.json", text)]))
    run(after.open([(name, name) for name in ("a.jpg", "b.jpg", "c.jpg")]))
    assert work_of(after) == work
    first, second, third = after.queue.items
    assert first.recipe.turn == (Turn(1),) and first.editor.size == (300, 400)
    assert second.editor.proposals[0].shape == Rectangle(2, 396, 4, 3)
    assert (third.recipe.turn, third.state) == ((Turn(0, True),), "ready")
    assert first.reviewing.answer("B") == Answer(KEPT, "a state") and not first.reviewing.lapsed


def test_answers_about_a_picture_that_lay_otherwise_wait_to_be_given_again():
    host, before = worked("a.jpg")
    before.queue.items[0].editor.turn(TURN_RIGHT)
    before.queue.items[0].reviewing.again()
    text = saved(host, before)
    assert '"quarter_turns": 1' in text
    other = text.replace('"quarter_turns": 1', '"quarter_turns": 3')
    after = Workbench(FakeHost(), lambda: None)
    run(after.open([("p.json", other), ("a.jpg", "a.jpg")]))
    (item,) = after.queue.items
    assert item.recipe.turn == (Turn(3),)
    assert item.reviewing.lapsed and not item.reviewing.given
