"""No two images get files of one name, and certificate, record and link table use the same one."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.ui.saving.saving import FOLDER, Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, compared, gate_of, run
from tests.ui.saving.saved import stored_files
from tests.ui.workbench.test_workbench import _three_pages


def _opened(*names, host=None):
    host = host or FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    for item in workbench.queue.items:
        item.editor.add(Rectangle(1, 1, 5, 5))
    return host, workbench, Saving(workbench, gate_of(host))


def _name_all(workbench, label):
    for item in workbench.queue.items:
        item.set_alternate_id(label)


def _links(workbench):
    return sorted([(row[0], row[1]) for row in run(workbench.ids.rows())])


def test_the_certificate_names_the_file_beside_it_where_ids_are_equal():
    host, workbench, saving = _opened("a.jpg", "b.jpg", "c.jpg")
    _name_all(workbench, "P-7")
    workbench.queue.items[2].set_alternate_id("p-7")
    run(saving.all())
    assert stored_files(host.saved[0][1]) == [
        ("images/P-7.jpg", b"clean a.jpg"),
        ("certificates/P-7.certificate.txt", b"certificate of P-7"),
        ("images/P-7-2.jpg", b"clean b.jpg"),
        ("certificates/P-7-2.certificate.txt", b"certificate of P-7-2"),
        ("images/p-7-3.jpg", b"clean c.jpg"),
        ("certificates/p-7-3.certificate.txt", b"certificate of p-7-3"),
    ]
    assert _links(workbench) == [("P-7", "a.jpg"), ("P-7-2", "b.jpg"), ("p-7-3", "c.jpg")]


def test_saved_one_by_one_and_into_a_folder_the_names_stay():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    _name_all(workbench, "P-7")
    first, second = workbench.queue.items
    run(saving.image(second))
    run(saving.image(first))
    run(saving.certificate(second))
    run(saving.record(first))
    assert [name for name, _content in host.saved] == [
        "P-7.jpg", "P-7-2.jpg", "P-7.certificate.txt", "P-7-2.private-record.json",
    ]  # fmt: skip
    run(saving.all(FOLDER))
    folder = "chosen/pixelseal-00000003/"
    assert host.disk.files[folder + "images/P-7.jpg"] == b"clean b.jpg"
    assert host.disk.files[folder + "certificates/P-7-2.certificate.txt"] == b"certificate of P-7-2"


def test_an_id_that_changes_while_it_is_saved_goes_along_with_its_certificate():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    host.turns["a.jpg"] = 3
    first, second = workbench.queue.items

    def changed():
        if host.running and second.alternate_id == "":
            second.set_alternate_id("P-9")

    workbench.changed = changed
    run(saving.all())
    for name, data in stored_files(host.saved[0][1]):
        if name.startswith("certificates/"):
            stem = name[len("certificates/") : -len(".certificate.txt")]
            assert data.decode() == "certificate of " + stem
    assert second.state == "saved" and first.state == "saved"


def test_a_long_id_stays_within_its_bound():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    _name_all(workbench, "x" * 64)
    run(saving.all())
    names = [name for name, _data in stored_files(host.saved[0][1])]
    assert "images/" + "x" * 62 + "-2.jpg" in names and "images/" + "x" * 64 + ".jpg" in names


def test_a_name_that_was_saved_is_not_given_to_another_file_when_it_is_closed():
    host, workbench, saving = _opened("a.jpg")
    _name_all(workbench, "P-7")
    run(saving.image(workbench.queue.current))
    workbench.queue.remove(workbench.queue.current)
    run(workbench.open([("b.jpg", "b.jpg"), ("a.jpg", "a.jpg")]))
    _name_all(workbench, "P-7")
    for item in workbench.queue.items:
        item.editor.add(Rectangle(1, 1, 5, 5))
        run(saving.image(item))
    # The same file again has its name again.
    assert [name for name, _content in host.saved] == ["P-7.jpg", "P-7-2.jpg", "P-7.jpg"]
    assert _links(workbench) == [("P-7", "a.jpg"), ("P-7-2", "b.jpg")]


def test_a_name_under_which_nothing_was_made_is_free_once_its_image_is_closed():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    host.failures[("redact", "a.jpg")] = "audit-failed"
    _name_all(workbench, "P-7")
    first, second = workbench.queue.items
    run(saving.image(first))
    workbench.queue.remove(first)
    run(saving.image(second))
    assert [name for name, _content in host.saved] == ["P-7.jpg"]


def test_pages_share_a_stem_and_never_look_like_those_of_another_file():
    host = FakeHost()
    _three_pages(host, "scan.tif")
    _three_pages(host, "other.tif")
    host, workbench, saving = _opened("scan.tif", "other.tif", "one.jpg", host=host)
    _name_all(workbench, "P-7")
    workbench.queue.items[6].set_alternate_id("P-7-p002")
    run(saving.all())
    files = stored_files(host.saved[0][1])
    names = [name for name, _data in files if name.startswith("images/")]
    assert names == [
        "images/P-7-2-p001.jpg", "images/P-7-2-p002.jpg", "images/P-7-2-p003.jpg",
        "images/P-7-p001.jpg", "images/P-7-p002.jpg", "images/P-7-p002-2.jpg",
        "images/P-7-p003.jpg",
    ]  # fmt: skip
    for name, data in files:
        if name.startswith("certificates/"):
            assert name == "certificates/" + data.decode().split()[-1] + ".certificate.txt"


def test_thousands_of_equal_ids_are_told_apart_at_once():
    _host, workbench, _saving = _opened()
    for number in range(2000):
        workbench.queue.add("a.jpg", "a.jpg", "image-" + str(number)).set_alternate_id("P")
    stems = [workbench.names.stem_for(item) for item in workbench.queue.items]
    assert len(set(stems)) == 2000 and stems[-1] == "P-2000"


def test_another_image_with_the_same_id_is_known():
    _host, workbench, _saving = _opened("a.jpg", "b.jpg")
    first, second = workbench.queue.items
    first.set_alternate_id("P-7")
    assert not workbench.names.is_shared(first)
    second.set_alternate_id("p-7")
    assert workbench.names.is_shared(first) and workbench.names.is_shared(second)
