"""Saving many images: one ZIP, several, a stream, a folder; what fails, is stopped, tried again."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Region
from pixelseal.model.review import Answer
from pixelseal.ui.saving import sinks
from pixelseal.ui.saving.review_gate import Gate
from pixelseal.ui.saving.saving import FOLDER, Saving
from pixelseal.ui.saving.sinks import PART_BYTES
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, Turns, compared, gate_of, run, said, statements


def _opened(*names, host=None):
    host = host or FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    for item in workbench.queue.items:
        if not item.refused and item.error is None:
            item.editor.add(Rectangle(1, 1, 5, 5))
    return host, workbench, Saving(workbench, gate_of(host))


def _states(workbench):
    return [item.state for item in workbench.queue.items]


def _redacted(host):
    return [blobs[0] for op, _args, blobs in host.requests if op == "redact"]


def _files(archive):
    """(name, bytes) of each stored file in a ZIP, by its local headers, in their order."""
    found, at = [], 0
    while archive[at : at + 4] == b"PK\x03\x04":
        size = int.from_bytes(archive[at + 22 : at + 26], "little")
        length = int.from_bytes(archive[at + 26 : at + 28], "little")
        name = archive[at + 30 : at + 30 + length].decode()
        start = at + 30 + length
        found.append((name, archive[start : start + size]))
        at = start + size
    return found


def _images(archive):
    return [data for name, data in _files(archive) if name.startswith("images/")]


def test_one_zip_holds_each_image_with_its_certificate_and_nothing_of_the_source():
    host, workbench, saving = _opened("Jane.jpg", "Roe.jpg")
    run(saving.all())
    ((name, archive),) = host.saved
    assert name == "pixelseal-00000003.zip"
    assert _files(archive) == [
        ("images/image-00000001.jpg", b"clean Jane.jpg"),
        ("certificates/image-00000001.certificate.txt", b"certificate of image-00000001"),
        ("images/image-00000002.jpg", b"clean Roe.jpg"),
        ("certificates/image-00000002.certificate.txt", b"certificate of image-00000002"),
    ]
    assert _states(workbench) == ["saved", "saved"] and not workbench.queue.unsaved
    assert said(saving.workbench) == (
        "Saved 2 of 2 images, each with its certificate: pixelseal-00000003.zip."
    )


def test_files_stand_in_the_order_of_their_names_not_of_the_person():
    host, workbench, saving = _opened("a.jpg", "b.jpg", "c.jpg")
    for place, label in enumerate(("z", "B", "a")):
        workbench.queue.items[place].set_alternate_id(label)
    run(saving.all())
    names = [name for name, _data in _files(host.saved[0][1]) if name.startswith("images/")]
    assert names == ["images/a.jpg", "images/B.jpg", "images/z.jpg"]


def test_equal_alternate_ids_do_not_overwrite_each_other():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    for item in workbench.queue.items:
        item.set_alternate_id("P-7")
    run(saving.all())
    names = {name for name, _data in _files(host.saved[0][1])}
    assert len(names) == 4 and "images/P-7-2.jpg" in names


def test_what_fails_costs_the_others_nothing_and_is_tried_again_alone():
    host, workbench, saving = _opened("a.jpg", "b.jpg", "c.jpg")
    host.failures[("redact", "b.jpg")] = "engine-crashed"
    run(saving.all())
    assert _states(workbench) == ["saved", "problem", "saved"]
    assert len(_files(host.saved[0][1])) == 4 and "2 of 3" in said(saving.workbench)
    assert [item.name for item in saving.to_try_again] == ["b.jpg"]
    assert workbench.queue.items[1].editor.regions
    host.failures.clear()
    run(saving.rest())
    assert _images(host.saved[1][1]) == [b"clean b.jpg"]
    assert _redacted(host) == ["a.jpg", "b.jpg", "c.jpg", "b.jpg"]
    assert _states(workbench) == ["saved"] * 3 and not saving.to_try_again
    assert "Saved 1 of 1 image," in said(saving.workbench)


def test_a_file_that_cannot_be_opened_is_counted_and_never_tried_again():
    host = FakeHost()
    host.failures[("inspect", "bad.jpg")] = "file-damaged"
    host, _workbench, saving = _opened("bad.jpg", "b.jpg", host=host)
    run(saving.all())
    assert "1 of 2" in said(saving.workbench) and not saving.to_try_again


def test_a_file_that_was_not_looked_into_because_the_engine_died_is_looked_into_on_the_way():
    host = FakeHost()
    host.failures[("inspect", "a.jpg")] = "engine-crashed"
    host, workbench, saving = _opened("a.jpg", host=host)
    host.failures.clear()
    run(saving.all())
    assert _states(workbench) == ["saved"]


def test_images_whose_recipe_failed_are_left_out():
    host = FakeHost()
    host.inspections["b"] = dict(INSPECTION, width=40)
    workbench = Workbench(host, lambda: None)
    recipe = Recipe([Region(Rectangle(10, 20, 30, 40))], image=(400, 300)).to_json()
    run(workbench.open([("a.jpg", "a"), ("b.jpg", "b"), ("r.json", recipe)]))
    saving = Saving(workbench, gate_of(host))
    run(saving.all())
    assert _images(host.saved[0][1]) == [b"clean a"]
    assert len(_files(host.saved[0][1])) == 2 and "1 of 2" in said(saving.workbench)
    assert "bare" not in statements(host.asked[0])
    assert workbench.queue.items[1].error[0] == "recipe-size-mismatch"


def test_an_image_is_let_go_once_it_is_written_and_made_again_if_it_is_wanted():
    host, workbench, saving = _opened("a.jpg")
    run(saving.all())
    item = workbench.queue.current
    assert item.result.image is None and item.state == "saved"
    run(saving.certificate(item))
    run(saving.record(item))
    assert _redacted(host) == ["a.jpg"]
    run(saving.image(item))
    assert _redacted(host) == ["a.jpg"] * 2 and host.saved[-1][1] == "clean a.jpg"
    assert item.state == "saved"


def test_an_image_that_was_let_go_and_cannot_be_made_again_is_not_written():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    run(saving.all())
    host.failures[("redact", "a.jpg")] = "engine-crashed"
    run(saving.all())
    run(saving.image(workbench.queue.items[0]))
    assert len(host.saved) == 2 and _images(host.saved[1][1]) == [b"clean b.jpg"]
    assert "1 of 2" in saving.outcome and _states(workbench) == ["problem", "saved"]


def test_an_image_that_is_changed_before_its_turn_has_to_pass_the_gate_again():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    second = workbench.queue.items[1]
    host.turns["a.jpg"] = 3

    def changed():
        if workbench.queue.items[0].working and second.editor.marked:
            second.editor.undo()

    workbench.changed = changed
    run(saving.all())
    assert _images(host.saved[0][1]) == [b"clean a.jpg"] and saving.to_try_again == [second]
    asked = len(host.asked)
    run(saving.rest())
    assert statements(host.asked[asked]) == ["bare", "looked", "absent"]  # said of it covered
    assert _states(workbench) == ["saved"] * 2


def test_save_all_pressed_twice_is_one_run():
    host, _workbench, saving = _opened("a.jpg")

    async def twice():
        tasks = [host.start(saving.all()), host.start(saving.all(FOLDER))]
        for task in tasks:
            await task

    real = host.decide

    async def slowly(asked):
        await Turns(3)
        return await real(asked)

    saving.gate = Gate(slowly, host.shown.append, host.shown.append)
    run(twice())
    assert len(host.asked) == 1 and len(host.saved) == 1 and not host.disk.files


def test_a_review_that_changed_after_the_image_was_let_go_makes_it_again():
    host, workbench, saving = _opened("a.jpg")
    run(saving.all())
    item = workbench.queue.current
    item.reviewing.give("B", Answer("kept", "a street is needed"))
    run(saving.certificate(item))
    assert _redacted(host) == ["a.jpg"] * 2 and item.result.review == item.review


def test_stopping_keeps_what_is_finished_and_leaves_the_rest_as_it_was():
    host, workbench, saving = _opened("a.jpg", "b.jpg", "c.jpg")
    host.turns["b.jpg"] = 5

    def changed():
        if _redacted(host) == ["a.jpg", "b.jpg"] and not host.cancelled:
            saving.cancel()

    workbench.changed = changed
    run(saving.all())
    assert _redacted(host) == ["a.jpg", "b.jpg"]
    assert _images(host.saved[0][1]) == [b"clean a.jpg"]
    assert _states(workbench) == ["saved", "marked", "marked"]
    assert "1 of 3" in said(saving.workbench) and "Stopped" in said(saving.workbench)
    run(saving.rest())
    assert _states(workbench) == ["saved"] * 3


def test_stopping_before_anything_is_finished_saves_nothing():
    host, workbench, saving = _opened("a.jpg")
    host.turns["a.jpg"] = 5
    workbench.changed = lambda: saving.busy and not host.cancelled and saving.cancel()
    run(saving.all())
    assert not host.saved and _states(workbench) == ["marked"]
    assert said(saving.workbench) == "No image was saved. Stopped, as you asked."


def test_as_many_are_made_at_once_as_the_host_has_lanes():
    for lanes in (1, 2, 3):
        host = FakeHost()
        host.lanes = lanes
        # The first are the slowest: later ones are done before them and wait to be written.
        host.turns = {"a.jpg": 9, "b.jpg": 1, "c.jpg": 4, "d.jpg": 0, "e.jpg": 2}
        host, workbench, saving = _opened(*sorted(host.turns), host=host)
        run(saving.all())
        assert host.most_running == lanes
        assert _images(host.saved[0][1]) == [
            b"clean a.jpg", b"clean b.jpg", b"clean c.jpg", b"clean d.jpg", b"clean e.jpg",
        ]  # fmt: skip
        assert _states(workbench) == ["saved"] * 5


def test_stopping_ends_every_lane():
    host = FakeHost()
    host.lanes = 2
    host.turns = {"a.jpg": 9, "b.jpg": 9, "c.jpg": 9}
    host, workbench, saving = _opened(*sorted(host.turns), host=host)

    async def stopped_in_the_middle():
        task = host.start(saving.all())
        await Turns(3)
        assert host.running == 2
        saving.cancel()
        await task

    run(stopped_in_the_middle())
    assert host.cancelled == 1 and len(_redacted(host)) == 2
    assert _states(workbench) == ["marked"] * 3 and not saving.busy


def test_an_engine_that_is_gone_for_good_ends_the_run():
    host, workbench, saving = _opened("a.jpg", "b.jpg", "c.jpg")
    host.failures[("redact", "b.jpg")] = "engine-failed"
    run(saving.all())
    assert _redacted(host) == ["a.jpg", "b.jpg"] and "could not be started" in said(
        saving.workbench
    )
    assert _states(workbench) == ["saved", "problem", "marked"]


def test_an_image_that_is_closed_meanwhile_is_not_made():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    second = workbench.queue.items[1]

    def changed():
        if second in workbench.queue.items and saving.busy:
            workbench.queue.remove(second)

    workbench.changed = changed
    run(saving.all())
    assert _redacted(host) == ["a.jpg"] and not saving.to_try_again


# Several ZIPs by download


def test_downloads_are_cut_into_parts_that_keep_an_image_and_its_certificate_together():
    host, _workbench, saving = _opened("a.jpg", "b.jpg", "c.jpg")
    sink = sinks.Downloads(host, "pixelseal-1", most=150)
    saving._sink = lambda *_asked: sink
    run(saving.all())
    assert [name for name, _zip in host.saved] == [
        "pixelseal-1-part-1.zip", "pixelseal-1-part-2.zip", "pixelseal-1-part-3.zip",
    ]  # fmt: skip
    assert [len(_files(archive)) for _name, archive in host.saved] == [2, 2, 2]
    assert "pixelseal-1-part-1.zip to pixelseal-1-part-3.zip, 3 files" in said(saving.workbench)


# One ZIP as a stream


def _large(*names):
    host = FakeHost()
    host.sizes[names[0]] = PART_BYTES + 1
    return _opened(*names, host=host)


def test_a_large_zip_is_written_into_the_file_that_was_chosen_and_read_back():
    host, workbench, saving = _large("a.jpg", "b.jpg")
    run(saving.all())
    assert host.disk.picked == ["pixelseal-00000003.zip"] and not host.saved
    assert _images(host.disk.files["chosen.zip"]) == [
        b"clean a.jpg", b"clean b.jpg",
    ]  # fmt: skip
    assert _states(workbench) == ["saved"] * 2 and "chosen.zip" in said(saving.workbench)


def test_without_a_way_to_stream_a_large_zip_is_a_download():
    host, workbench, saving = _large("a.jpg")
    host.disk.can_stream = False
    run(saving.all())
    assert len(host.saved) == 1 and _states(workbench) == ["saved"]


def test_no_file_chosen_is_nothing_done():
    host, workbench, saving = _large("a.jpg")
    host.disk.chosen = ""
    run(saving.all())
    assert saving.batch is None and not _redacted(host) and _states(workbench) == ["marked"]


def test_a_byte_that_changed_on_the_disk_is_told_of_the_image_that_it_hit():
    host, workbench, saving = _large("a.jpg", "b.jpg")
    host.disk.harm["chosen.zip"] = lambda data: data.replace(b"clean b", b"cleam b")
    run(saving.all())
    assert _states(workbench) == ["saved", "problem"]
    assert workbench.queue.items[1].error[0] == "not-as-written" and "1 of 2" in said(
        saving.workbench
    )


def test_a_longer_file_behind_the_new_one_is_noticed():
    host, workbench, saving = _large("a.jpg", "b.jpg")
    host.disk.harm["chosen.zip"] = lambda data: data + b"an older picture"
    run(saving.all())
    assert _states(workbench) == ["made", "made"] and workbench.queue.unsaved
    assert "not the same" in said(saving.workbench) and "No image was saved" in said(
        saving.workbench
    )


def test_a_full_disk_ends_the_run_and_nothing_counts_as_saved():
    host, workbench, saving = _large("a.jpg", "b.jpg", "c.jpg")
    host.disk.full_at = 5
    run(saving.all())
    assert "no room" in said(saving.workbench) and not any(
        item.state == "saved" for item in saving.batch.items
    )
    assert host.disk.aborted == ["chosen.zip"] and not host.disk.files
    host.disk.full_at = None
    run(saving.rest())
    assert _states(workbench) == ["saved"] * 3


# A folder


def test_a_folder_gets_a_new_one_with_images_and_certificates_apart():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    run(saving.all(FOLDER))
    assert host.disk.files == {
        "chosen/pixelseal-00000003/images/image-00000001.jpg": b"clean a.jpg",
        "chosen/pixelseal-00000003/certificates/image-00000001.certificate.txt":
            b"certificate of image-00000001",
        "chosen/pixelseal-00000003/images/image-00000002.jpg": b"clean b.jpg",
        "chosen/pixelseal-00000003/certificates/image-00000002.certificate.txt":
            b"certificate of image-00000002",
    }  # fmt: skip
    assert _states(workbench) == ["saved"] * 2


def test_what_cannot_be_read_back_from_a_folder_is_no_loss_to_the_others():
    host, workbench, saving = _opened("a.jpg", "b.jpg")
    harmed = "chosen/pixelseal-00000003/images/image-00000001.jpg"
    host.disk.harm[harmed] = lambda data: data[:-1]
    run(saving.all(FOLDER))
    assert _states(workbench) == ["problem", "saved"]
    run(saving.rest())
    # Into the folder that was chosen before, without asking; never over what is there.
    assert host.disk.picked == ["folder"] and _states(workbench) == ["saved"] * 2
    assert "chosen/pixelseal-00000004/images/image-00000001.jpg" in host.disk.files


def test_a_full_disk_leaves_what_a_folder_holds():
    host, workbench, saving = _opened("a.jpg", "b.jpg", "c.jpg")
    host.disk.full_at = 3
    run(saving.all(FOLDER))
    assert _states(workbench) == ["saved", "problem", "made"] and "no room" in said(
        saving.workbench
    )
