"""Saving many images into one ZIP: names, order; what fails, is stopped, tried again."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Region
from pixelseal.model.review import Answer
from pixelseal.ui.saving.review_gate import Gate
from pixelseal.ui.saving.saving import FOLDER, Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import EVERY, INSPECTION, FakeHost, Turns, gate_of, run, said, statements
from tests.ui.saving.saved import (
    all_stored_files,
    opened,
    redacted,
    states,
    stored_files,
    stored_images,
)


def test_one_zip_holds_each_image_with_its_certificate_and_nothing_of_the_source():
    host, workbench, saving = opened("Jane.jpg", "Roe.jpg")
    run(saving.all())
    ((name, archive),) = host.saved
    assert name == "pixelseal-00000003.zip"
    assert stored_files(archive) == [
        ("images/image-00000001.jpg", b"clean Jane.jpg"),
        ("certificates/image-00000001.certificate.txt", b"certificate of image-00000001"),
        ("images/image-00000002.jpg", b"clean Roe.jpg"),
        ("certificates/image-00000002.certificate.txt", b"certificate of image-00000002"),
    ]
    assert states(workbench) == ["saved", "saved"] and not workbench.queue.unsaved
    assert said(saving.workbench) == (
        "Saved 2 of 2 images, each with its certificate: pixelseal-00000003.zip."
    )


def test_a_zip_ends_with_the_checksums_of_its_files_in_the_order_of_their_names():
    host, _workbench, saving = opened("Jane.jpg", "Roe.jpg")
    run(saving.all())
    name, sums = all_stored_files(host.saved[0][1])[-1]
    assert name == "SHA256SUMS"
    assert sums.decode("ascii").split("\n")[0] == (
        host.disk.hexadecimal("certificate of image-00000001")
        + "  certificates/image-00000001.certificate.txt"
    )
    assert [line[66:] for line in sums.decode().split("\n")] == [
        "certificates/image-00000001.certificate.txt",
        "certificates/image-00000002.certificate.txt",
        "images/image-00000001.jpg",
        "images/image-00000002.jpg",
        "",
    ]


def test_one_photo_with_its_certificate_is_one_zip_named_after_it():
    host, workbench, saving = opened("Jane.jpg")
    item = workbench.queue.current
    item.set_alternate_id("P-7")
    assert run(saving.one_with_certificate(item))
    ((name, archive),) = host.saved
    assert name == "P-7.zip" and said(workbench) == "Saved P-7.zip"
    assert stored_files(archive) == [
        ("images/P-7.jpg", b"clean Jane.jpg"),
        ("certificates/P-7.certificate.txt", b"certificate of P-7"),
    ]
    assert item.state == "saved" and len(host.asked) == 1 and redacted(host) == ["Jane.jpg"]
    # The image alone stays the image alone, and is not made again.
    run(saving.image(item))
    assert host.saved[1] == ("P-7.jpg", "clean Jane.jpg") and redacted(host) == ["Jane.jpg"]


def test_one_photo_with_its_certificate_is_not_saved_if_the_person_goes_back():
    host, workbench, saving = opened("Jane.jpg")
    host.decides = "no"
    assert not run(saving.one_with_certificate(workbench.queue.current))
    assert not host.saved and states(workbench) == ["marked"]


def test_only_the_chosen_images_are_saved():
    host, workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    for place in (0, 2):
        workbench.queue.choose(workbench.queue.items[place])
    run(saving.chosen())
    assert stored_images(host.saved[0][1]) == [b"clean a.jpg", b"clean c.jpg"]
    assert states(workbench) == ["saved", "marked", "saved"] and "2 of 2" in said(workbench)
    assert saving.about == {workbench.queue.items[place].key for place in (0, 2)}


def test_of_the_chosen_those_that_cannot_be_saved_are_counted():
    host = FakeHost()
    host.failures[("inspect", "bad.jpg")] = "file-damaged"
    host, workbench, saving = opened("bad.jpg", "b.jpg", "c.jpg", host=host)
    for place in (0, 1):
        workbench.queue.choose(workbench.queue.items[place])
    run(saving.chosen())
    assert stored_images(host.saved[0][1]) == [b"clean b.jpg"] and "1 of 2" in said(workbench)


def test_a_run_with_nothing_to_save_says_so():
    host = FakeHost()
    host.failures[("inspect", "bad.jpg")] = "file-damaged"
    host, workbench, saving = opened("bad.jpg", host=host)
    workbench.queue.choose(workbench.queue.current)
    assert not run(saving.chosen())
    assert said(workbench) == "No image was saved." and not host.asked


def test_files_stand_in_the_order_of_their_names_not_of_the_person():
    host, workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    for place, label in enumerate(("z", "B", "a")):
        workbench.queue.items[place].set_alternate_id(label)
    run(saving.all())
    names = [name for name, _data in stored_files(host.saved[0][1]) if name.startswith("images/")]
    assert names == ["images/a.jpg", "images/B.jpg", "images/z.jpg"]


def test_equal_alternate_ids_do_not_overwrite_each_other():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    for item in workbench.queue.items:
        item.set_alternate_id("P-7")
    run(saving.all())
    names = {name for name, _data in stored_files(host.saved[0][1])}
    assert len(names) == 4 and "images/P-7-2.jpg" in names


def test_what_fails_costs_the_others_nothing_and_is_tried_again_alone():
    host, workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    host.failures[("redact", "b.jpg")] = "engine-crashed"
    run(saving.all())
    assert states(workbench) == ["saved", "problem", "saved"]
    assert len(stored_files(host.saved[0][1])) == 4 and "2 of 3" in said(saving.workbench)
    assert [item.name for item in saving.to_try_again] == ["b.jpg"]
    assert workbench.queue.items[1].editor.regions
    host.failures.clear()
    run(saving.rest())
    assert stored_images(host.saved[1][1]) == [b"clean b.jpg"]
    assert redacted(host) == ["a.jpg", "b.jpg", "c.jpg", "b.jpg"]
    assert states(workbench) == ["saved"] * 3 and not saving.to_try_again
    assert "Saved 1 of 1 image," in said(saving.workbench)


def test_a_file_that_cannot_be_opened_is_counted_and_never_tried_again():
    host = FakeHost()
    host.failures[("inspect", "bad.jpg")] = "file-damaged"
    host, _workbench, saving = opened("bad.jpg", "b.jpg", host=host)
    run(saving.all())
    assert "1 of 2" in said(saving.workbench) and not saving.to_try_again


def test_a_file_that_was_not_looked_into_because_the_engine_died_is_looked_into_on_the_way():
    host = FakeHost()
    host.failures[("inspect", "a.jpg")] = "engine-crashed"
    host, workbench, saving = opened("a.jpg", host=host)
    host.failures.clear()
    run(saving.all())
    assert states(workbench) == ["saved"]


def test_images_whose_recipe_failed_are_left_out():
    host = FakeHost()
    host.inspections["b"] = dict(INSPECTION, width=40)
    workbench = Workbench(host, lambda: None)
    recipe = Recipe([Region(Rectangle(10, 20, 30, 40))], image=(400, 300)).to_json()
    run(workbench.open([("a.jpg", "a"), ("b.jpg", "b"), ("r.json", recipe)]))
    saving = Saving(workbench, gate_of(host))
    run(saving.all())
    assert stored_images(host.saved[0][1]) == [b"clean a"]
    assert len(stored_files(host.saved[0][1])) == 2 and "1 of 2" in said(saving.workbench)
    assert "bare" not in statements(host.asked[0])
    assert workbench.queue.items[1].error[0] == "recipe-size-mismatch"


def test_an_image_is_let_go_once_it_is_written_and_made_again_if_it_is_wanted():
    host, workbench, saving = opened("a.jpg")
    run(saving.all())
    item = workbench.queue.current
    assert item.result.image is None and item.state == "saved"
    run(saving.certificate(item))
    run(saving.record(item))
    assert redacted(host) == ["a.jpg"]
    run(saving.image(item))
    assert redacted(host) == ["a.jpg"] * 2 and host.saved[-1][1] == "clean a.jpg"
    assert item.state == "saved"


def test_an_image_that_was_let_go_and_cannot_be_made_again_is_not_written():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    run(saving.all())
    host.failures[("redact", "a.jpg")] = "engine-crashed"
    run(saving.all())
    run(saving.image(workbench.queue.items[0]))
    assert len(host.saved) == 2 and stored_images(host.saved[1][1]) == [b"clean b.jpg"]
    assert "1 of 2" in saving.outcome and states(workbench) == ["problem", "saved"]


def test_an_image_that_is_changed_before_its_turn_has_to_pass_the_gate_again():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    second = workbench.queue.items[1]
    host.turns["a.jpg"] = 3

    def changed():
        if workbench.queue.items[0].working and second.editor.marked:
            second.editor.undo()

    workbench.changed = workbench.changed_elsewhere = changed
    run(saving.all())
    assert stored_images(host.saved[0][1]) == [b"clean a.jpg"] and saving.to_try_again == [second]
    asked = len(host.asked)
    run(saving.rest())
    assert statements(host.asked[asked]) == EVERY  # said of it covered
    assert states(workbench) == ["saved"] * 2


def test_save_all_pressed_twice_is_one_run():
    host, _workbench, saving = opened("a.jpg")

    async def twice():
        tasks = [host.start(saving.all()), host.start(saving.all(FOLDER))]
        for task in tasks:
            await task

    real = host.decide

    async def slowly(asked):
        await Turns(3)
        return await real(asked)

    saving.gate = Gate(slowly, host)
    run(twice())
    assert len(host.asked) == 1 and len(host.saved) == 1 and not host.disk.files


def test_a_review_that_changed_after_the_image_was_let_go_makes_it_again():
    host, workbench, saving = opened("a.jpg")
    run(saving.all())
    item = workbench.queue.current
    item.reviewing.give("B", Answer("kept", "a street is needed"))
    run(saving.certificate(item))
    assert redacted(host) == ["a.jpg"] * 2 and item.result.review == item.review


def test_stopping_keeps_what_is_finished_and_leaves_the_rest_as_it_was():
    host, workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    host.turns["b.jpg"] = 5

    def changed():
        if redacted(host) == ["a.jpg", "b.jpg"] and not host.cancelled:
            saving.cancel()

    workbench.changed = workbench.changed_elsewhere = changed
    run(saving.all())
    assert redacted(host) == ["a.jpg", "b.jpg"]
    assert stored_images(host.saved[0][1]) == [b"clean a.jpg"]
    assert states(workbench) == ["saved", "marked", "marked"]
    assert "1 of 3" in said(saving.workbench) and "Stopped" in said(saving.workbench)
    run(saving.rest())
    assert states(workbench) == ["saved"] * 3


def test_stopping_before_anything_is_finished_saves_nothing():
    host, workbench, saving = opened("a.jpg")
    host.turns["a.jpg"] = 5
    workbench.changed = workbench.changed_elsewhere = lambda: (
        saving.busy and not host.cancelled and saving.cancel()
    )
    run(saving.all())
    assert not host.saved and states(workbench) == ["marked"]
    assert said(saving.workbench) == "No image was saved. Stopped, as you asked."


def test_as_many_are_made_at_once_as_the_host_has_lanes():
    for lanes in (1, 2, 3):
        host = FakeHost()
        host.lanes = lanes
        # The first are the slowest: later ones are done before them and wait to be written.
        host.turns = {"a.jpg": 9, "b.jpg": 1, "c.jpg": 4, "d.jpg": 0, "e.jpg": 2}
        host, workbench, saving = opened(*sorted(host.turns), host=host)
        run(saving.all())
        assert host.most_running == lanes
        assert stored_images(host.saved[0][1]) == [
            b"clean a.jpg", b"clean b.jpg", b"clean c.jpg", b"clean d.jpg", b"clean e.jpg",
        ]  # fmt: skip
        assert states(workbench) == ["saved"] * 5


def test_stopping_ends_every_lane():
    host = FakeHost()
    host.lanes = 2
    host.turns = {"a.jpg": 9, "b.jpg": 9, "c.jpg": 9}
    host, workbench, saving = opened(*sorted(host.turns), host=host)

    async def stopped_in_the_middle():
        task = host.start(saving.all())
        while host.running < 2:
            await Turns(1)
        saving.cancel()
        await task

    run(stopped_in_the_middle())
    assert host.cancelled == 1 and len(redacted(host)) == 2
    assert states(workbench) == ["marked"] * 3 and not saving.busy


def test_an_engine_that_is_gone_for_good_ends_the_run():
    host, workbench, saving = opened("a.jpg", "b.jpg", "c.jpg")
    host.failures[("redact", "b.jpg")] = "engine-failed"
    run(saving.all())
    assert redacted(host) == ["a.jpg", "b.jpg"] and "could not be started" in said(saving.workbench)
    assert states(workbench) == ["saved", "problem", "marked"]


def test_an_image_that_is_closed_meanwhile_is_not_made():
    host, workbench, saving = opened("a.jpg", "b.jpg")
    second = workbench.queue.items[1]

    def changed():
        if second in workbench.queue.items and saving.busy:
            workbench.queue.remove(second)

    workbench.changed = workbench.changed_elsewhere = changed
    run(saving.all())
    assert redacted(host) == ["a.jpg"] and not saving.to_try_again
