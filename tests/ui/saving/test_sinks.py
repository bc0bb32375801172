"""Where saved images go: parts of a ZIP, a stream, a folder; what is read back, and a full disk."""

from pixelseal.ui.saving import sinks
from pixelseal.ui.saving.saving import FOLDER
from pixelseal.ui.saving.sinks import PART_BYTES

from tests.ui.fake_host import FakeHost, run, said
from tests.ui.saving.saved import check_sums, opened, redacted, states, stored_files, stored_images


def test_downloads_are_cut_into_parts_that_keep_an_image_and_its_certificate_together():
    host, _workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    sink = sinks.Downloads(host, "pixelseal-1", most=150)
    saving._sink = lambda *_asked: sink
    run(saving.all())
    assert [name for name, _zip in host.saved] == [
        "pixelseal-1-part-1.zip", "pixelseal-1-part-2.zip", "pixelseal-1-part-3.zip",
    ]  # fmt: skip
    assert [len(stored_files(archive)) for _name, archive in host.saved] == [2, 2, 2]
    assert "pixelseal-1-part-1.zip to pixelseal-1-part-3.zip, 3 files" in said(saving.workbench)


def _large(*names):
    host = FakeHost()
    host.sizes[names[0]] = PART_BYTES + 1
    return opened(*names, host=host)


def test_a_large_zip_is_written_into_the_file_that_was_chosen_and_read_back():
    host, workbench, saving = _large("a.jpg", "b.jpg")
    run(saving.all())
    assert host.disk.picked == ["pixelseal-00000003.zip"] and not host.saved
    assert stored_images(host.disk.files["chosen.zip"]) == [
        b"clean a.jpg", b"clean b.jpg",
    ]  # fmt: skip
    assert states(workbench) == ["saved"] * 2 and "chosen.zip" in said(saving.workbench)


def test_without_a_way_to_stream_a_large_zip_is_a_download():
    host, workbench, saving = _large("a.jpg")
    host.disk.can_stream = False
    run(saving.all())
    assert len(host.saved) == 1 and states(workbench) == ["saved"]


def test_no_file_chosen_is_nothing_done():
    host, workbench, saving = _large("a.jpg")
    host.disk.chosen = ""
    run(saving.all())
    assert saving.batch is None and not redacted(host) and states(workbench) == ["marked"]


def test_a_byte_that_changed_on_the_disk_is_told_of_the_image_that_it_hit():
    host, workbench, saving = _large("a.jpg", "b.jpg")
    host.disk.harm["chosen.zip"] = lambda data: data.replace(b"clean b", b"cleam b")
    run(saving.all())
    assert states(workbench) == ["saved", "problem"]
    assert workbench.queue.items[1].error[0] == "not-as-written" and "1 of 2" in said(
        saving.workbench
    )


def test_checksums_that_changed_on_the_disk_are_told_and_the_images_count():
    host, workbench, saving = _large("a.jpg", "b.jpg")
    host.disk.harm["chosen.zip"] = lambda data: data.replace(b"  images/", b"  imagos/")
    run(saving.all())
    assert states(workbench) == ["saved"] * 2
    assert "2 of 2" in saving.outcome and "(SHA256SUMS)" in said(saving.workbench)


def test_checksums_that_a_folder_does_not_hold_as_written_are_told_and_the_images_count():
    host, workbench, saving = opened("a.jpg")
    harmed = "chosen/pixelseal-00000002/SHA256SUMS"
    host.disk.harm[harmed] = lambda data: data[:-1]
    run(saving.all(FOLDER))
    assert states(workbench) == ["saved"] and "(SHA256SUMS)" in said(saving.workbench)


def test_a_longer_file_behind_the_new_one_is_noticed():
    host, workbench, saving = _large("a.jpg", "b.jpg")
    host.disk.harm["chosen.zip"] = lambda data: data + b"an older picture"
    run(saving.all())
    assert states(workbench) == ["made", "made"] and workbench.queue.unsaved
    assert "not the same" in said(saving.workbench) and "No image was saved" in said(
        saving.workbench
    )


def test_a_full_disk_ends_the_run_and_nothing_counts_as_saved():
    host, workbench, saving = _large("a.jpg", "b.jpg", "c.jpg")
    host.disk.full_at = 5
    run(saving.all())
    assert "no space" in said(saving.workbench) and not any(
        item.state == "saved" for item in saving.batch.items
    )
    assert host.disk.aborted == ["chosen.zip"] and not host.disk.files
    host.disk.full_at = None
    run(saving.rest())
    assert states(workbench) == ["saved"] * 3


def test_a_folder_gets_a_new_one_with_images_and_certificates_apart():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    run(saving.all(FOLDER))
    sums = host.disk.files.pop("chosen/pixelseal-00000003/SHA256SUMS")
    start = len("chosen/pixelseal-00000003/")
    check_sums(sums, {path[start:]: data for path, data in host.disk.files.items()})
    assert host.disk.files == {
        "chosen/pixelseal-00000003/images/image-00000001.jpg": b"clean a.jpg",
        "chosen/pixelseal-00000003/certificates/image-00000001.certificate.txt":
            b"certificate of image-00000001",
        "chosen/pixelseal-00000003/images/image-00000002.jpg": b"clean b.jpg",
        "chosen/pixelseal-00000003/certificates/image-00000002.certificate.txt":
            b"certificate of image-00000002",
    }  # fmt: skip
    assert states(workbench) == ["saved"] * 2


def test_what_cannot_be_read_back_from_a_folder_is_no_loss_to_the_others():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    harmed = "chosen/pixelseal-00000003/images/image-00000001.jpg"
    host.disk.harm[harmed] = lambda data: data[:-1]
    run(saving.all(FOLDER))
    assert states(workbench) == ["problem", "saved"]
    # Whoever checks the folder finds it as well.
    sums = host.disk.files["chosen/pixelseal-00000003/SHA256SUMS"].decode()
    assert host.disk.hexadecimal("clean a.jpg") + "  images/image-00000001.jpg\n" in sums
    run(saving.rest())
    # Into the folder that was chosen before, without asking; never over what is there.
    assert host.disk.picked == ["folder"] and states(workbench) == ["saved"] * 2
    assert "chosen/pixelseal-00000004/images/image-00000001.jpg" in host.disk.files


def test_a_full_disk_leaves_what_a_folder_holds():
    host, workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    host.disk.full_at = 3
    run(saving.all(FOLDER))
    assert states(workbench) == ["saved", "problem", "made"]
    assert "no space" in said(saving.workbench)
