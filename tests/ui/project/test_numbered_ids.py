"""Names by prefix and number: whom they are given to, whom they leave alone, what they tell."""

from pixelseal.model.project.id_table import IdTableError
from pixelseal.ui.project.alternate_ids import NUMBERED, RANDOM, TABLE

from tests.ui.fake_host import FakeHost, run, said
from tests.ui.saving.saved import opened, stored_files
from tests.ui.workbench.test_workbench import _three_pages


class ShufflingHost(FakeHost):
    """A host whose random bytes differ, so that an order that was drawn is another."""

    def random(self, count):
        if count <= 4:
            return super().random(count)
        self._count += 1
        return "".join(
            [f"{(self._count + place) * 2654435761 % 256:02x}" for place in range(count)]
        )


def names(workbench):
    return [workbench.names.stem_for(item) for item in workbench.queue.items]


def numbered(*files):
    host, workbench, saving = opened(*files, host=ShufflingHost())
    run(workbench.ids.number("case"))
    return host, workbench, saving


FILES = ["photo " + letter + ".jpg" for letter in "abcdefgh"]


def test_each_file_has_a_number_in_an_order_that_was_drawn():
    _host, workbench, _saving = numbered(*FILES)
    wanted = ["case-00" + str(number) for number in range(1, 9)]
    assert sorted(names(workbench)) == wanted and names(workbench) != wanted
    assert workbench.ids.kind == NUMBERED
    again = names(workbench)
    run(workbench.ids.number("case"))
    assert sorted(names(workbench)) == wanted and names(workbench) != again


def test_what_is_opened_later_is_shuffled_among_all_of_which_nothing_was_made():
    _host, workbench, _saving = numbered(*FILES[:4])
    first = names(workbench)
    run(workbench.open([(name, name) for name in FILES[4:]]))
    assert sorted(names(workbench)) == ["case-00" + str(number) for number in range(1, 9)]
    # Numbers that went on would tell who came later.
    assert names(workbench)[:4] != first and max(names(workbench)[:4]) > "case-004"


def test_what_was_made_keeps_its_name_and_nobody_else_gets_it():
    host, workbench, saving = numbered(*FILES[:3])
    item = workbench.queue.items[1]
    run(saving.image(item))
    kept = item.alternate_id
    run(workbench.open([(name, name) for name in FILES[3:]]))
    assert item.alternate_id == kept and len(set(names(workbench))) == 8
    # Closed, it keeps it as well: its file is out there.
    workbench.queue.remove(item)
    run(workbench.ids.number("case"))
    assert kept not in names(workbench) and len(set(names(workbench))) == 7
    run(saving.all())
    images = [name for name, _data in stored_files(host.saved[-1][1]) if name.startswith("images/")]
    assert len(images) == 7 and "images/" + kept + ".jpg" not in images


def test_an_id_that_somebody_typed_stays_and_its_number_is_passed_over():
    _host, workbench, _saving = opened(*FILES[:3])
    workbench.queue.items[0].set_alternate_id("Case-002")
    run(workbench.ids.number("case"))
    assert names(workbench)[0] == "Case-002"
    assert sorted(names(workbench)[1:]) == ["case-001", "case-003"]
    assert "2 images are numbered" in str(run(workbench.ids.number("case")))


def test_pages_of_a_file_share_its_number():
    host = FakeHost()
    _three_pages(host, "scan")
    _host, workbench, _saving = opened("scan", "a.jpg", host=host)
    run(workbench.ids.number("case"))
    found = names(workbench)
    assert len(found) == 4 and len(set(found[:3])) == 1 and found[3] != found[0]


def test_back_to_random_names_is_back_to_those_there_were():
    _host, workbench, saving = opened(*FILES[:3])
    before = names(workbench)
    run(workbench.ids.number("case"))
    run(saving.image(workbench.queue.items[2]))
    workbench.ids.random()
    assert names(workbench)[:2] == before[:2] and names(workbench)[2].startswith("case-")
    assert workbench.ids.kind == RANDOM
    run(workbench.open([("later.jpg", "later.jpg")]))
    assert workbench.queue.items[3].alternate_id == ""


def test_a_table_takes_the_place_of_numbers_and_numbers_that_of_a_table():
    _host, workbench, _saving = numbered(*FILES[:2])
    run(workbench.ids.take(FILES[0] + ",K-71"))
    assert workbench.ids.kind == TABLE
    assert names(workbench)[0] == "K-71" and names(workbench)[1].startswith("image-")
    run(workbench.ids.number("case"))
    assert sorted(names(workbench)) == ["case-001", "case-002"]
    run(workbench.open([(FILES[2], FILES[2])]))
    assert len([name for name in names(workbench) if name.startswith("case-")]) == 3


def test_a_prefix_that_looks_derived_is_asked_about_and_one_that_is_none_refused():
    host, workbench, _saving = opened("Jane Roe.jpg", "plain.jpg")
    host.agrees = False
    assert run(workbench.ids.number("roe")) is None
    assert "prefix" in host.asked[-1] and workbench.ids.kind == RANDOM
    assert names(workbench)[0].startswith("image-")
    host.agrees = True
    run(workbench.ids.number("roe"))
    assert sorted(names(workbench)) == ["roe-001", "roe-002"]
    try:
        run(workbench.ids.number("a b"))
    except IdTableError as error:
        assert error.code == "ids-no-prefix"
    else:
        raise AssertionError("it has a space")
    assert workbench.ids.prefix == "roe"


def test_the_link_table_and_the_zip_have_the_numbers():
    host, workbench, saving = numbered(*FILES[:3])
    run(saving.all())
    links = {row[1]: row[0] for row in run(workbench.ids.rows())}
    files = dict(stored_files(host.saved[0][1]))
    for source in FILES[:3]:
        assert files["images/" + links[source] + ".jpg"] == ("clean " + source).encode()
    assert "3 of 3" in said(workbench)


def test_a_name_that_was_typed_and_given_up_is_free_again():
    _host, workbench, _saving = opened("a.jpg", "b.jpg")
    first, second = workbench.queue.items
    for typed in ("K", "K-7"):
        first.set_alternate_id(typed)
        assert workbench.names.stem_for(first) == typed
    second.set_alternate_id("K")
    assert workbench.names.stem_for(second) == "K"
