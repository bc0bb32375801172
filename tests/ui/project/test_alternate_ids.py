"""Alternate IDs by a table: who gets which, what is said, and the link table; no browser."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, gate_of, run, sha256_of
from tests.ui.workbench.test_workbench import _three_pages


def _workbench(*names):
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    return host, workbench


def _ids(workbench):
    return [item.alternate_id for item in workbench.queue.items]


def _links(host):
    name, text = host.saved[-1]
    assert name.startswith("private-") and name.endswith(".csv")
    return [line.split('","') for line in text.strip().split("\r\n")[1:]]


def test_a_table_gives_ids_and_counts_what_it_could_not_use():
    _host, workbench = _workbench("a.jpg", "b.jpg", "c.jpg")
    run(workbench.open([("c.jpg", "another")]))
    said = str(run(workbench.ids.take("A.JPG,P-1\nx.jpg,P-2\ny.jpg,P-3\nc.jpg,P-4")))
    assert _ids(workbench) == ["P-1", "", "", ""]
    assert said.startswith("1 image has its ID. 2 rows name images that are not open")
    assert "1 image is not in the table" in said and "2 images have no row of their own" in said


def test_a_table_dropped_with_images_is_for_those_and_for_later_ones():
    _host, workbench = _workbench()
    files = [("ids.csv", "a.jpg;P-1\nb.jpg;P-2"), ("a.jpg", "a.jpg")]
    run(workbench.open(files))
    assert _ids(workbench) == ["P-1"] and len(workbench.queue.items) == 1
    assert workbench.messages.told.startswith(
        "1 image has its ID. 1 row names an image that is not open"
    )
    run(workbench.open([("b.jpg", "b.jpg")]))
    assert _ids(workbench) == ["P-1", "P-2"]
    # A second file of a name gets none, and takes none away.
    run(workbench.open([("b.jpg", "another")]))
    assert _ids(workbench) == ["P-1", "P-2", ""]


def test_an_id_typed_by_hand_is_never_given_twice_or_taken_away_by_opening():
    _host, workbench = _workbench("a.jpg")
    workbench.queue.items[0].set_alternate_id("P-2")
    said = str(run(workbench.ids.take("b.jpg,p-2\nc.jpg,P-3")))
    run(workbench.open([("b.jpg", "b.jpg"), ("c.jpg", "c.jpg")]))
    assert _ids(workbench) == ["P-2", "", "P-3"]
    said = str(run(workbench.ids.take("b.jpg,p-2\nc.jpg,P-9")))
    assert (
        _ids(workbench) == ["P-2", "", "P-9"] and "1 ID is already in use for another image" in said
    )


def test_a_table_that_is_refused_changes_nothing_and_is_named():
    _host, workbench = _workbench("a.jpg", "b.jpg")
    run(workbench.open([("ids.CSV", "a.jpg,P-1\nb.jpg,P-1"), ("two.tsv", "a.jpg\tP-1")]))
    assert _ids(workbench) == ["", ""] and not workbench.messages.notices
    codes = [(name, code) for name, code, _values in workbench.messages.refusals]
    assert codes == [("ids.CSV", "ids-id-twice"), ("two.tsv", "ids-several")]


def test_ids_that_look_made_from_names_are_asked_about_first():
    host, workbench = _workbench("Jane Doe.jpg", "b.jpg")
    host.agrees = False
    assert run(workbench.ids.take("Jane Doe.jpg,JD-1\nb.jpg,P-2")) is None
    assert _ids(workbench) == ["", ""] and "JD-1" in host.asked[0]
    host.agrees = True
    run(workbench.ids.take("Jane Doe.jpg,JD-1\nb.jpg,P-2"))
    assert _ids(workbench) == ["JD-1", "P-2"]


def test_ids_that_look_made_from_the_files_are_asked_about_as_well():
    host, workbench = _workbench("a.jpg", "b.jpg")
    host.agrees = False
    alternate = "P-" + workbench.queue.items[1].inspection["sha256"][8:16]
    assert run(workbench.ids.take(f"a.jpg,P-1\nb.jpg,{alternate}")) is None
    assert _ids(workbench) == ["", ""] and alternate in host.asked[0]


def test_nothing_is_taken_before_the_seal():
    host, workbench = _workbench()
    host.sealed = False
    run(workbench.open([("ids.csv", "a.jpg,P-1")]))
    assert not workbench.ids.table and workbench.messages.refusals[0][1] == "not-sealed"


def test_every_page_of_a_file_gets_the_files_id():
    host = FakeHost()
    _three_pages(host, "scan.tif")
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("scan.tif", "scan.tif"), ("ids.csv", "scan.tif,P-1")]))
    assert _ids(workbench) == ["P-1"] * 3
    run(workbench.ids.take("scan.tif,P-2"))
    assert _ids(workbench) == ["P-2"] * 3
    run(workbench.ids.save())
    assert len(_links(host)) == 1


def test_the_link_table_has_what_is_open_and_what_was_made_and_closed():
    host, workbench = _workbench("a.jpg", "b.jpg")
    host.failures[("inspect", "bad")] = "file-truncated"
    run(workbench.open([("bad.jpg", "bad")]))
    item = workbench.queue.items[0]
    item.set_alternate_id("P-1")
    item.editor.add(Rectangle(1, 1, 5, 5))
    run(Saving(workbench, gate_of(host)).image(item))
    item.set_alternate_id("P-2")
    workbench.queue.remove(item)
    said = str(run(workbench.ids.save()))
    assert _links(host) == [
        ['"P-1', "a.jpg", sha256_of("a.jpg") + '"'],
        ['"image-00000002', "b.jpg", sha256_of("b.jpg") + '"'],
    ]
    assert "2 links" in said and "yourself" in said


def test_the_link_table_is_in_no_zip():
    host, workbench = _workbench("Jane.jpg")
    workbench.queue.current.editor.add(Rectangle(1, 1, 5, 5))
    run(workbench.ids.save())
    run(Saving(workbench, gate_of(host)).all())
    (archive,) = [content for name, content in host.saved if name.endswith(".zip")]
    assert b"images/" in archive and b"link" not in archive and b".csv" not in archive
