"""The form Preparation: taken or refused, saved with the project, said in the log; no browser."""

from pixelseal.model.project import project_text
from pixelseal.model.project.assessment import Assessment
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.preparing import LOGGED, NO_LOG, NOT_LOGGED, Preparing, Wrong
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, compared, run

TYPED = {"purpose": " A  registry\nof moles ", "may_show": "", "outputs": "", "backups": "Share 5"}
PEOPLE = [("preparer", "J. Doe"), ("validator", ""), ("validator", "R. Roe")]


def _desk(*names):
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    if names:
        run(workbench.open([(name, name) for name in names]))
        compared(workbench)
    return host, Desk(workbench)


def _wrong(act):
    try:
        act()
    except Wrong as wrong:
        return wrong.field
    raise AssertionError("it was taken")


def test_what_is_settled_and_assessed_is_saved_with_the_project_and_comes_back():
    host, desk = _desk("a", "b")
    work = Preparing(desk)
    work.take(TYPED, "safe-harbor", PEOPLE)
    work.assess(desk.workbench.queue.items[1], True, ["Q", "A"], " Cover the band ")
    assert desk.workbench.project.unsaved and desk.who == "J. Doe"
    assert desk.workbench.queue.unsaved, "an assessment is in no image"
    _said, logged = run(work.save())
    assert logged == NO_LOG and not desk.workbench.project.unsaved
    assert not desk.workbench.queue.unsaved
    text = bytes(host.saved[-1][1]).decode()
    reading = project_text.read(text)
    assert [entry.assessed for entry in reading] == [None, Assessment(("A", "Q"), "Cover the band")]
    assert reading.settled.purpose == "A registry of moles"
    assert reading.settled.people == (("preparer", "J. Doe"), ("validator", "R. Roe"))

    _host, other = _desk("b")
    run(other.workbench.open([("p.json", text)]))
    assert other.workbench.queue.items[0].assessed == Assessment(("A", "Q"), "Cover the band")
    assert other.workbench.project.settled == reading.settled
    assert not other.workbench.project.unsaved
    assert not other.workbench.queue.items[0].reviewing.given, "it answers nothing"


def test_what_could_name_a_source_is_refused_and_nothing_is_taken():
    _host, desk = _desk("a")
    work = Preparing(desk)
    work.take(TYPED, "", PEOPLE)
    before = work.settled
    for name in TYPED:
        typed = dict(TYPED)
        typed[name] = "roe-face.jpg"
        assert _wrong(lambda typed=typed: work.take(typed, "", [])) == "prep-" + name
    assert _wrong(lambda: work.take(TYPED, "", [("expert", "12" * 32)])) == "prep-people"
    assert _wrong(lambda: work.take(TYPED, "", [("expert", "A")] * 2)) == "prep-people"
    item = desk.workbench.queue.items[0]
    assert _wrong(lambda: work.assess(item, False, ["A"], "see a.png")) == "prep-to-do"
    assert work.settled == before and item.assessed is None


def test_nothing_at_all_is_nothing_and_what_is_taken_back_is_gone():
    host, desk = _desk("a")
    work = Preparing(desk)
    work.take(TYPED, "", PEOPLE)
    empty = dict.fromkeys(TYPED, " ")
    work.take(empty, "", [("preparer", " ")])
    item = desk.workbench.queue.items[0]
    work.assess(item, True, [], "")
    assert item.assessed == Assessment()
    work.assess(item, False, [], " ")
    assert item.assessed is None and desk.workbench.project.settled is None
    run(work.save())
    assert '"process": null' in bytes(host.saved[-1][1]).decode().split("\n")[0]


def test_the_log_says_once_that_it_was_prepared_and_by_whom():
    _host, desk = _desk("a", "b")
    work = Preparing(desk)
    desk.log.begin(desk.moment())
    work.take(TYPED, "safe-harbor", [])
    assert run(work.save())[1] == NOT_LOGGED and len(desk.log.lines) == 1
    work.take(TYPED, "safe-harbor", PEOPLE)
    assert run(work.save())[1] == LOGGED and run(work.save())[1] == LOGGED
    (_begun, line) = desk.log.lines
    assert line.event == "prepared"
    assert line.facts == {"who": "J. Doe", "images": 2, "basis": "safe-harbor"}


def test_a_project_that_says_something_else_is_asked_about_and_either_stays_whole():
    host, desk = _desk()
    work = Preparing(desk)
    work.take(TYPED, "", PEOPLE)
    run(work.save())
    text = bytes(host.saved[-1][1]).decode()
    for agrees in (False, True):
        host, other = _desk()
        mine = Preparing(other)
        mine.take(dict(TYPED, purpose="Another"), "", [])
        kept, host.agrees = mine.settled, agrees
        run(other.workbench.open([("p.json", text)]))
        assert len(host.asked) == 1
        assert mine.settled == (work.settled if agrees else kept)
