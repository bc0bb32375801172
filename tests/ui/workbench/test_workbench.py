"""Opening, looking into, making and saving, with a host that has no browser."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Blur, Crop, Keep, Mosaic, Region
from pixelseal.model.recipe.shapes import Brush, Ellipse, Polygon
from pixelseal.ui.saving.saving import Saving
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import INSPECTION, FakeHost, compared, gate_of, run, statements


def _workbench(*names):
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    run(workbench.open([(name, name) for name in names]))
    compared(workbench)
    return host, workbench, Saving(workbench, gate_of(host))


def _recipe(**changes):
    return Recipe([Region(Rectangle(10, 20, 30, 40), reasons="A")], **changes).to_json()


def _ops(host):
    return [request[0] for request in host.requests]


def test_as_many_files_are_looked_into_at_once_as_the_engine_has_lanes():
    host = FakeHost()
    host.lanes = 2
    workbench = Workbench(host, lambda: None)
    names = ["a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"]
    run(workbench.open([(name, name) for name in names]))
    assert host.most_running == 2
    assert sorted(request[2][0] for request in host.requests) == names
    assert all(item.inspection for item in workbench.queue.items)


def test_nothing_is_opened_before_the_seal_and_it_says_why():
    host = FakeHost()
    host.sealed = False
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a.jpg", "a")]))
    assert not workbench.queue.items and not host.requests
    assert workbench.messages.refusals[0][1] == "not-sealed"


def test_each_image_is_looked_into_and_the_first_new_one_is_shown():
    host, workbench, _saving = _workbench("a.jpg", "b.jpg")
    assert [item.state for item in workbench.queue.items] == ["ready", "ready"]
    assert workbench.queue.current.name == "a.jpg"
    run(workbench.open([("c.jpg", "c.jpg")]))
    assert workbench.queue.current.name == "c.jpg" and workbench.queue.position == 3
    assert _ops(host) == ["inspect"] * 3


def test_a_bad_file_is_refused_and_the_others_go_on():
    host = FakeHost()
    host.failures[("inspect", "bad")] = "file-truncated"
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("bad.jpg", "bad"), ("good.jpg", "good")]))
    bad, good = workbench.queue.items
    assert (bad.state, bad.error[0]) == ("refused", "file-truncated")
    assert good.state == "ready"
    assert run(workbench.make(bad)) is None


def test_a_crash_of_the_engine_loses_no_mark_and_can_be_tried_again():
    host, workbench, _saving = _workbench("a.jpg")
    item = workbench.queue.current
    item.editor.add(Rectangle(1, 1, 5, 5))
    host.failures[("redact", "a.jpg")] = "engine-crashed"
    assert run(workbench.make(item)) is None
    assert item.state == "problem" and len(item.editor.regions) == 1
    host.failures.clear()
    assert run(workbench.make(item)) is not None
    assert item.state == "made" and item.error is None


def test_a_crash_while_looking_into_a_file_does_not_refuse_it():
    host = FakeHost()
    host.failures[("inspect", "a")] = "engine-crashed"
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a.jpg", "a")]))
    assert workbench.queue.current.state == "problem"
    host.failures.clear()
    run(workbench.retry(workbench.queue.current))
    assert workbench.queue.current.state == "ready"


def test_a_result_is_used_again_until_something_changes():
    host, workbench, saving = _workbench("a.jpg")
    item = workbench.queue.current
    key = item.editor.add(Rectangle(1, 1, 5, 5))
    run(saving.image(item))
    run(saving.certificate(item))
    run(saving.record(item))
    assert _ops(host).count("redact") == 1
    assert item.state == "saved" and not workbench.queue.unsaved
    item.editor.set_reasons(key, "Q")
    assert item.state == "marked" and workbench.queue.unsaved
    item.editor.undo()
    assert item.state == "saved"
    item.set_alternate_id("P-1")
    run(saving.certificate(item))
    assert _ops(host).count("redact") == 2


def test_names_of_what_is_saved_are_neutral():
    host, workbench, saving = _workbench("Jane Doe 1970.jpg")
    item = workbench.queue.current
    item.editor.add(Rectangle(1, 1, 5, 5))
    run(saving.image(item))
    run(saving.certificate(item))
    run(saving.record(item))
    run(saving.recipe(item))
    run(saving.all())
    names = [name for name, _content in host.saved]
    assert names[:4] == [
        "image-00000001.jpg",
        "image-00000001.certificate.txt",
        "image-00000001.private-record.json",
        "image-00000001.recipe.json",
    ]
    assert not any("Jane" in name or "1970" in name for name in names)
    assert "Jane" not in str(host.saved[3][1])


def test_only_the_private_record_is_told_the_sources_name():
    host, workbench, saving = _workbench("Jane.jpg")
    workbench.queue.current.editor.add(Rectangle(1, 1, 5, 5))
    run(saving.all())
    args = {request[0]: request[1] for request in host.requests}
    assert args["redact"]["source_name"] == "Jane.jpg"
    assert "Jane" not in args["redact"]["label"]
    assert len(host.saved) == 1 and "Jane" not in host.saved[0][0]


def test_a_recipe_is_applied_to_each_image_that_came_with_it():
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    files = [("a.jpg", "a"), ("Recipe.JSON", _recipe()), ("b.jpg", "b")]
    run(workbench.open(files))
    for item in workbench.queue.items:
        assert [r.shape for r in item.editor.regions] == [Rectangle(10, 20, 30, 40)]
    assert len(workbench.queue.items) == 2


def test_a_recipe_alone_is_for_the_image_on_the_screen():
    _host, workbench, _saving = _workbench("a.jpg", "b.jpg")
    workbench.queue.current = workbench.queue.items[1]
    run(workbench.open([("r.json", _recipe(alternate_id="S-1"))]))
    first, second = workbench.queue.items
    assert not first.editor.regions and len(second.editor.regions) == 1
    assert second.label == "S-1"
    second.editor.undo()
    assert not second.editor.regions


def test_a_recipe_for_another_size_says_so_and_marks_nothing():
    _host, workbench, _saving = _workbench()
    run(workbench.open([("a.jpg", "a"), ("r.json", _recipe(image=(40, 30)))]))
    item = workbench.queue.current
    assert item.error[0] == "recipe-size-mismatch" and not item.editor.regions


def test_a_dropped_recipe_of_any_shape_reaches_the_engine_as_it_was():
    dropped = Recipe(
        [
            Region(Ellipse(10, 20, 90, 60), Mosaic(40), "Q"),
            Region(Polygon([(200, 10), (260, 10), (230, 90)]), Blur(64)),
            Region(Brush([(300, 200), (340, 260)], 24), reasons="A"),
        ],
        (400, 300),
        keep=[Keep(Ellipse(0, 0, 400, 300), "#ffffff")],
        crop=[Crop(Rectangle(5, 5, 300, 200))],
    )
    host, workbench, _saving = _workbench()
    run(workbench.open([("a.jpg", "a"), ("r.json", dropped.to_json())]))
    item = workbench.queue.current
    run(workbench.make(item))
    assert host.requests[-1][0] == "redact"
    assert host.requests[-1][1]["recipe"] == dropped.to_object()


def test_keep_or_crop_alone_is_work_that_can_be_lost_and_is_not_saving_bare():
    for part in ({"keep": [Keep(Ellipse(0, 0, 99, 99))]}, {"crop": [Crop(Rectangle(0, 0, 9, 9))]}):
        host, workbench, saving = _workbench()
        run(workbench.open([("a.jpg", "a"), ("r.json", Recipe(**part).to_json())]))
        assert workbench.queue.unsaved
        run(saving.image(workbench.queue.current))
        assert "bare" not in statements(host.asked[0])
        assert host.saved and not workbench.queue.unsaved


def test_a_recipe_whose_mosaic_is_too_weak_says_so_and_marks_nothing():
    for method, reason, code in (
        (Mosaic(39), "Q", "method-too-weak"),
        (Mosaic(400), "A", "method-not-for-text"),
    ):
        weak = Recipe([Region(Ellipse(10, 20, 120, 60), method, reason)])
        _host, workbench, _saving = _workbench()
        run(workbench.open([("a.jpg", "a"), ("r.json", weak.to_json())]))
        item = workbench.queue.current
        assert item.error[0] == code and not item.editor.marked and item.recipe_failed


def test_a_broken_recipe_is_refused_by_name_and_the_images_open():
    _host, workbench, _saving = _workbench()
    run(workbench.open([("a.jpg", "a"), ("r.json", "{")]))
    assert workbench.messages.refusals == [("r.json", "recipe-not-json", {})]
    assert workbench.queue.current.state == "ready"


def test_the_engine_draws_what_the_browser_cannot_show():
    host = FakeHost()
    host.inspections["a"] = dict(INSPECTION, browser_may_show=False)
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("a.tif", "a")]))
    item = workbench.queue.current
    assert item.preview is None
    run(workbench.seen_by_browser(item, 0, 0))
    assert item.preview.whole == item.picture == "picture of a" and item.thumb == "thumb of a"


def test_nothing_is_made_before_the_engine_has_looked():
    host = FakeHost()
    workbench = Workbench(host, lambda: None)
    item = workbench.queue.add("a.jpg", "a", "image-1")
    run(workbench.seen_by_browser(item, 400, 300))
    item.editor.add(Rectangle(10, 10, 50, 50))
    assert run(workbench.make(item)) is None and not host.requests


def test_closing_an_image_shows_its_neighbour():
    _host, workbench, _saving = _workbench("a.jpg", "b.jpg", "c.jpg")
    queue = workbench.queue
    assert queue.neighbour(1) is queue.items[1] and queue.neighbour(5) is None
    queue.current = queue.items[1]
    queue.remove(queue.current)
    assert queue.current.name == "c.jpg"
    queue.remove(queue.current)
    assert queue.current.name == "a.jpg" and queue.neighbour(-1) is None
    queue.remove(queue.current)
    assert queue.current is None and queue.position == 0


def test_alternate_ids_are_checked():
    _host, workbench, _saving = _workbench("a.jpg")
    item = workbench.queue.current
    for bad in ("../x", "a b", ".x", "x" * 65, "é", "P-7.", "con", "LPT1.b"):
        assert not item.set_alternate_id(bad)
    assert item.set_alternate_id("P-001") and item.label == "P-001"
    assert item.set_alternate_id("") and item.label == "image-00000001"


def _three_pages(host, blob):
    facts = {"width": 90, "height": 60, "browser_may_show": False}
    further = [dict(facts), dict(facts, width=80)]
    host.inspections[blob] = dict(INSPECTION, **facts, pages=3, further=further)


def test_each_page_of_a_file_is_an_item_of_its_own():
    host = FakeHost()
    _three_pages(host, "scan.tif")
    workbench = Workbench(host, lambda: None)
    run(workbench.open([("scan.tif", "scan.tif"), ("b.jpg", "b.jpg")]))
    items = workbench.queue.items
    assert [item.title for item in items] == [
        "scan.tif, page 1 of 3", "scan.tif, page 2 of 3", "scan.tif, page 3 of 3", "b.jpg",
    ]  # fmt: skip
    assert _ops(host).count("inspect") == 2
    assert [item.editor.size for item in items[:3]] == [(90, 60), (90, 60), (80, 60)]
    # A browser shows the first page only: nothing is shown of the others until they are drawn.
    assert items[1].picture is None
    workbench.queue.current = items[1]
    run(workbench.draw_preview(items[1]))
    assert items[1].picture == "picture of scan.tif page 2"
    items[1].editor.add(Rectangle(1, 2, 3, 4))
    result = run(workbench.make(items[1]))
    _op, args, _blobs = host.requests[-1]
    assert args["page"] == 2 and [row["page"] for row in args["recipe"]["regions"]] == [2]
    assert result.file_name == args["label"] + "-p002.jpg"
    assert len({item.label for item in items}) == 4


def test_a_recipes_regions_land_on_their_pages():
    host = FakeHost()
    _three_pages(host, "scan.tif")
    regions = [Region(Rectangle(page, 2, 3, 4), page=page) for page in (1, 3, 3)]
    text = Recipe(regions).to_json()
    for together in (True, False):
        workbench = Workbench(host, lambda: None)
        recipe = [("r.json", text)]
        run(workbench.open([("scan.tif", "scan.tif")] + (recipe if together else [])))
        if not together:
            run(workbench.open(recipe))
        items = workbench.queue.items
        assert [len(item.editor.regions) for item in items] == [1, 0, 2]
        assert [row.page for row in items[2].recipe.regions] == [3, 3]
        assert not any(item.error for item in items)


def test_a_file_of_pages_that_is_closed_while_it_is_looked_into_costs_the_others_nothing():
    host = FakeHost()
    _three_pages(host, "scan.tif")
    workbench = Workbench(host, lambda: None)
    host.lanes = 2  # the others have a turn before the answer comes

    def changed():
        if workbench.queue.items and workbench.queue.items[0].working:
            workbench.queue.remove(workbench.queue.items[0])

    workbench.changed = changed
    run(workbench.open([("scan.tif", "scan.tif")]))
    assert not workbench.queue.items
    workbench.changed = lambda: None
    run(workbench.open([("scan.tif", "scan.tif"), ("b.jpg", "b.jpg")]))
    assert [item.state for item in workbench.queue.items] == ["ready"] * 4


def test_a_file_that_is_looked_into_twice_at_once_has_its_pages_once():
    host = FakeHost()
    _three_pages(host, "scan.tif")
    workbench = Workbench(host, lambda: None)
    item = workbench.queue.add("scan.tif", "scan.tif", "image-1")
    host.lanes = 2
    run(host.together([workbench.inspect(item), workbench.inspect(item)]))
    assert [one.page for one in workbench.queue.items] == [1, 2, 3]
