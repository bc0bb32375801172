"""What is private of what was saved: all of it, apart, marked, never where it could be shared."""

import json

from pixelseal.model.project import project_text
from pixelseal.model.review import Answer
from pixelseal.ui.saving.saving import FOLDER
from pixelseal.ui.saving.sinks import PART_BYTES

from tests.ui.fake_host import FakeHost, run, said
from tests.ui.saving.saved import all_stored_files, check_sums, opened, stored_files

NAMES = ("Jane Roe left.jpg", "Jane Roe right.jpg")


class TellingHost(FakeHost):
    """An engine whose records name their source, as the real one's do."""

    async def request(self, op, args, blobs, pixels=0, shown=None):
        value, buffers = await super().request(op, args, blobs, pixels, shown)
        if op == "redact":
            value["record"] = json.dumps({"source": args["source_name"]})
        return value, buffers


def unpacked(archive, folder):
    """name -> bytes of a private ZIP, all of which lies in that folder; its checksums fit."""
    found = {}
    for name, data in all_stored_files(archive):
        assert name.startswith(folder + "/"), name
        found[name[len(folder) + 1 :]] = data
    check_sums(found.pop("SHA256SUMS"), found)
    return found


def test_one_more_zip_holds_records_links_project_and_says_that_it_is_private():
    host, workbench, saving = opened(*NAMES, host=TellingHost())
    run(saving.all())
    assert saving.private.count == 2 and len(host.saved) == 1
    assert run(saving.private_records())
    (shared_name, shared), (name, archive) = host.saved
    assert (shared_name, name) == ("pixelseal-00000003.zip", "pixelseal-00000003-private.zip")
    files = unpacked(archive, "pixelseal-00000003-private")
    assert sorted(files) == [
        "PRIVATE.txt",
        "link-table.csv",
        "project.json",
        "records/image-00000001.private-record.json",
        "records/image-00000002.private-record.json",
    ]
    told = files["PRIVATE.txt"].decode()
    assert told.startswith("PRIVATE. Never share") and "pixelseal-00000003," in told
    for place, source in enumerate(NAMES):
        record = files["records/image-0000000" + str(place + 1) + ".private-record.json"]
        assert json.loads(record.decode()) == {"source": source}
        for file in ("link-table.csv", "project.json"):
            assert source in files[file].decode(), file
    assert len(list(project_text.read(files["project.json"].decode()))) == 2
    names = [name for name, _data in stored_files(shared)]
    assert not [name for name in names if "private" in name or "Roe" in name]
    assert name in said(workbench) and "never with what you share" in said(workbench)
    # Once saved, it is not offered again.
    assert saving.private.count == 0 and not run(saving.private_records())


def test_beside_a_folder_it_is_a_folder_of_its_own_and_never_within_it():
    host, _workbench, saving = opened(*NAMES, host=TellingHost())
    run(saving.all(FOLDER))
    shared = sorted(host.disk.files)
    run(saving.private_records())
    added = {path: host.disk.files[path] for path in host.disk.files if path not in shared}
    start = "chosen/pixelseal-00000003-private/"
    assert len(added) == 6 and all(path.startswith(start) for path in added)
    assert not any(path.startswith("chosen/pixelseal-00000003/") for path in added)
    assert host.disk.picked == ["folder"] and not host.saved
    files = {path[len(start) :]: data for path, data in added.items()}
    check_sums(files.pop("SHA256SUMS"), files)


def test_what_cannot_be_written_there_is_said_and_offered_again():
    host, workbench, saving = opened(*NAMES)
    run(saving.all(FOLDER))
    harmed = "chosen/pixelseal-00000003-private/link-table.csv"
    host.disk.harm[harmed] = lambda data: data[:-1]
    run(saving.private_records())
    assert "not the same" in said(workbench) and saving.private.count == 2
    host.disk.harm.clear()
    run(saving.private_records())
    assert "2 images" in said(workbench) and saving.private.count == 0


def test_beside_a_stream_it_is_a_download():
    host = FakeHost()
    host.sizes["a.jpg"] = PART_BYTES + 1
    host, _workbench, saving = opened("a.jpg", host=host)
    run(saving.all())
    assert not host.saved
    run(saving.private_records())
    assert [name for name, _data in host.saved] == ["pixelseal-00000002-private.zip"]


def test_what_a_second_run_adds_joins_what_the_first_one_left():
    host, _workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    host.failures[("redact", "b.jpg")] = "engine-crashed"
    run(saving.all())
    assert saving.private.count == 2
    host.failures.clear()
    run(saving.rest())
    assert saving.private.count == 3
    # A new run is a new set, and what is dismissed is not offered.
    run(saving.all())
    assert saving.private.count == 3
    saving.dismiss()
    assert saving.private.count == 0


def test_only_what_was_saved_is_in_it_as_it_was_saved():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    host.failures[("redact", "b.jpg")] = "engine-crashed"
    run(saving.all())
    item = workbench.queue.items[0]
    item.reviewing.give("B", Answer("kept", "a street is needed"))
    run(saving.certificate(item))  # which has a new record
    run(saving.private_records())
    files = unpacked(host.saved[-1][1], "pixelseal-00000003-private")
    assert [name for name in files if name.startswith("records/")] == [
        "records/image-00000001.private-record.json"
    ]
    assert files["records/image-00000001.private-record.json"] == b"{}"


def test_marks_in_the_project_that_was_saved_with_it_count_as_saved():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    host.failures[("redact", "b.jpg")] = "engine-crashed"
    run(saving.all())
    assert workbench.queue.unsaved
    run(saving.private_records())
    assert not workbench.queue.unsaved


def test_pressed_twice_it_is_saved_once():
    host, _workbench, saving = opened("a.jpg")
    run(saving.all())

    async def twice():
        tasks = [host.start(saving.private_records()), host.start(saving.private_records())]
        for task in tasks:
            await task

    run(twice())
    assert len(host.saved) == 2
