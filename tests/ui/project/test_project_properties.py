"""Any set of marks, however it was made, is the same after it was saved and restored."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pixelseal.model.screen.proposal import proposed
from pixelseal.ui.workbench.workbench import Workbench

from tests.model.project.test_project import answers
from tests.model.recipe.test_recipe_properties import alternate_id
from tests.ui.editor.test_editor_properties import history_event, key_event, play, pointer_event
from tests.ui.fake_host import FakeHost, compared, run

edits = st.lists(pointer_event | key_event | history_event, max_size=25)
letters = st.sampled_from("ABCQR")


def _opened(*names):
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    return host, workbench


@settings(max_examples=60, deadline=None)
@given(
    edits,
    edits,
    st.dictionaries(letters, answers),
    st.none() | alternate_id,
    st.booleans(),
    st.booleans(),
)
def test_any_marks_saved_and_restored_are_the_same(done, waiting, given, name, first, with_names):
    host, before = _opened("a", "b")
    one, two = before.queue.items
    play(done, one.editor)
    for letter in given:
        one.reviewing.give(letter, given[letter])
    one.alternate_id = name or ""
    play(done, two.editor)
    made, _pointer = play(waiting)
    two.editor.propose([proposed(made.records[key]) for key in made.ids()])
    run(before.project.save(with_names))
    file = [("project.json", host.saved[-1][1].decode())]
    images = [("b", "b"), ("a", "a")]
    _host, after = _opened()
    for files in (file, images) if first else (images, file):
        run(after.open(files))
    found = {item.name: item for item in after.queue.items}
    for item in (one, two):
        assert found[item.name].work == item.work
        assert found[item.name].label == item.label
    assert not after.project.missing and not after.queue.unsaved
