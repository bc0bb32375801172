"""Sharing goes the way of saving: the same question, the same bytes and name; nothing is lost."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.saving.sharing import Sharing
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, compared, gate_of, run, said


def _open():
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("Jane Roe.jpg", "photo")]))
    compared(workbench)
    (item,) = workbench.queue.items
    item.editor.add(Rectangle(10, 10, 50, 50))
    saving = Saving(workbench, gate_of(host))
    return host, item, saving, Sharing(saving)


def test_what_is_shared_is_what_would_be_saved_and_it_is_asked_for_the_same():
    host, item, saving, sharing = _open()
    assert run(sharing.image(item)) and len(host.asked) == 1
    ((name, blob, kind),) = host.shared
    assert kind == "image/jpeg" and "Roe" not in name and name in said(saving.workbench)
    run(saving.image(item))
    assert host.saved == [(name, blob)] and len(host.asked) == 1
    assert len([op for op, *_ in host.requests if op == "redact"]) == 1


def test_nothing_is_shared_without_the_person_s_statements():
    host, item, _saving, sharing = _open()
    host.decides = "no"
    assert not run(sharing.image(item)) and not host.shared


def test_who_shares_with_nobody_loses_nothing():
    host, item, saving, sharing = _open()
    host.sharing = "declined"
    assert not run(sharing.image(item))
    assert said(saving.workbench).startswith("Not shared.") and item.held_result is not None
    assert not sharing.is_ready(item) and not item.current_result.saved


def test_an_image_that_is_ready_too_late_waits_for_another_press():
    host, item, _saving, sharing = _open()
    host.sharing = "late"
    assert not run(sharing.image(item)) and sharing.is_ready(item)
    host.sharing = "done"
    assert run(sharing.image(item)) and not sharing.is_ready(item)
    assert len([op for op, *_ in host.requests if op == "redact"]) == 1
    host.sharing = "late"
    run(sharing.image(item))
    item.editor.add(Rectangle(100, 10, 50, 50))
    assert not sharing.is_ready(item), "it is another image now"


def test_a_browser_that_cannot_share_this_is_told_of():
    host, item, saving, sharing = _open()
    host.sharing = "fails"
    assert not run(sharing.image(item))
    assert said(saving.workbench).startswith("This browser did not share the image.")
