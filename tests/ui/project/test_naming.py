"""Names that were chosen are in use before anything is saved, or the person is asked."""

from pixelseal.ui.project.alternate_ids import NUMBERED, RANDOM, TABLE

from tests.ui.fake_host import run
from tests.ui.saving.saved import opened, stored_files

FILES = ("photo a.jpg", "photo b.jpg", "photo c.jpg")


def images_in(host):
    return sorted(name for name, _data in stored_files(host.saved[-1][1]) if "images/" in name)


def chosen(kind, typed=None):
    host, workbench, saving = opened(*FILES)
    workbench.naming.choose(kind)
    workbench.naming.typed = typed
    return host, workbench, saving


def test_a_prefix_that_was_only_typed_is_in_the_names_of_what_is_saved():
    host, workbench, saving = chosen(NUMBERED, "STUDY")
    assert workbench.naming.waits
    assert run(saving.all())
    assert images_in(host) == [f"images/STUDY-00{number}.jpg" for number in (1, 2, 3)]
    assert not workbench.naming.waits


def test_one_image_and_its_recipe_are_named_as_chosen_too():
    host, workbench, saving = chosen(NUMBERED, "STUDY")
    run(saving.recipe(workbench.queue.current))
    assert host.saved[-1][0].startswith("STUDY-")
    workbench.naming.typed = "CASE"
    run(saving.image(workbench.queue.current))
    assert host.saved[-1][0].startswith("CASE-")


def test_another_prefix_typed_since_the_last_one_holds():
    host, workbench, saving = chosen(NUMBERED, "STUDY")
    assert run(workbench.naming.number())
    workbench.naming.typed = "CASE"
    assert workbench.naming.kind == NUMBERED and workbench.naming.waits
    run(saving.all())
    assert images_in(host)[0] == "images/CASE-001.jpg"


def test_what_cannot_be_used_is_asked_about_and_nothing_is_saved_on_going_back():
    for kind, typed, words in (
        (NUMBERED, None, "no prefix was typed"),
        (NUMBERED, "", "no prefix was typed"),
        (NUMBERED, "a b", "no name can begin"),
        (TABLE, None, "no table was added"),
    ):
        host, workbench, saving = chosen(kind, typed)
        host.agrees = False
        assert not run(saving.all())
        assert words in host.asked[-1] and not host.saved
        assert workbench.naming.refused and words in str(workbench.naming.told)
        assert workbench.naming.kind == kind


def test_saving_with_the_names_as_they_are_is_then_the_choice():
    host, workbench, saving = chosen(NUMBERED, "")
    assert run(saving.all())
    assert all(name.startswith("images/image-") for name in images_in(host))
    assert workbench.naming.kind == RANDOM and not workbench.naming.refused


def test_a_prefix_that_looks_derived_is_asked_about_once():
    host, workbench, saving = opened("Jane Roe.jpg", "plain.jpg")
    workbench.naming.choose(NUMBERED)
    workbench.naming.typed = "roe"
    host.agrees = False
    assert not run(saving.image(workbench.queue.current))
    assert len(host.asked) == 1 and not host.saved
    assert workbench.naming.waits


def test_what_is_in_use_is_not_numbered_again():
    _host, workbench, _saving = chosen(NUMBERED, "STUDY")
    run(workbench.naming.number())
    before = [item.alternate_id for item in workbench.queue.items]
    workbench.queue.items[0].set_alternate_id("mine")
    run(workbench.naming.number())
    run(workbench.naming.settle())
    after = [item.alternate_id for item in workbench.queue.items]
    assert after[0] == "mine" and after[1:] == before[1:]


def test_a_table_that_is_given_later_is_the_later_choice():
    host, workbench, saving = chosen(NUMBERED, "STUDY")
    run(workbench.ids.take("photo a.jpg,P-1\nphoto b.jpg,P-2\nphoto c.jpg,P-3"))
    assert workbench.naming.kind == TABLE and not workbench.naming.waits
    run(saving.all())
    assert images_in(host)[0] == "images/P-1.jpg"


def test_random_names_are_in_use_at_once():
    _host, workbench, _saving = chosen(NUMBERED, "STUDY")
    run(workbench.naming.number())
    workbench.naming.choose(RANDOM)
    assert "random names" in str(workbench.naming.told)
    assert workbench.naming.prefix == "" and not workbench.naming.waits
