"""Hundreds of images are opened in slices: in their order, and none once the page is not sealed."""

from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, run

COUNT = 450
FILES = [(f"{place}.jpg", f"{place}") for place in range(COUNT)]


def test_the_first_are_open_at_once_and_all_of_them_in_their_order():
    shown = []
    host = FakeHost()
    workbench = Workbench(host, lambda: shown.append(len(workbench.queue.items)))
    opening = workbench.open(FILES)
    first = len(workbench.queue.items)
    assert 0 < first < COUNT and workbench.queue.current is workbench.queue.items[0]
    run(opening)
    assert [item.name for item in workbench.queue.items] == [name for name, _blob in FILES]
    assert workbench.queue.current is workbench.queue.items[0]
    assert len({count for count in shown if first < count < COUNT}) > 9, "it is seen on the way"
    assert all(item.inspection is not None for item in workbench.queue.items)


def test_nothing_more_is_opened_once_the_page_is_found_not_to_be_sealed():
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    opening = workbench.open(FILES)
    first = len(workbench.queue.items)
    host.sealed = False
    run(opening)
    assert len(workbench.queue.items) <= first + 1


def test_a_recipe_is_for_all_that_came_with_it():
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    recipe = '{"pixelseal": "recipe/1", "regions": [{"shape": {"kind": "rectangle", "x": 1, "y": 1,'
    recipe += ' "width": 9, "height": 9}}]}'
    files = [("r.json", recipe)]
    files.extend(FILES)
    run(workbench.open(files))
    assert all(len(item.editor.regions) == 1 for item in workbench.queue.items)
    assert len(workbench.queue.items) == COUNT
