"""Finished pictures are read again before they are saved: found, covered, or stated to stay."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Mosaic, Region
from pixelseal.ui.editor.document import TURN_RIGHT
from pixelseal.ui.saving.asked import Asked
from pixelseal.ui.saving.missing import Missing
from pixelseal.ui.saving.rereading import Rereader

from tests.model.policy import drawn
from tests.ui.fake_host import on_screen, run
from tests.ui.saving.reviewed import mark, opened

NAME = ("writing", (200, 20, 320, 50), "A")
FACE = ("face", (200, 100, 260, 180), "Q")
FINDERS = [{"name": "CenterFace", "version": "0123456789ab"}]


class Review:
    """A review of images whose outputs are read: `found` by an image's name."""

    def __init__(self, **found):
        self.host, self.items, self.saving, self.workbench = opened(*sorted(found))
        self.host.finders = "there"
        self.found = found
        self._request, self.host.request = self.host.request, self._differs
        self.told = []
        self.rereader = Rereader(self.host, self.told.append)
        self.rereader.begin()

    async def _differs(self, op, args, blobs, pixels=0, shown=None):
        """Another output for each number of regions."""
        value, buffers = await self._request(op, args, blobs, pixels, shown)
        if op != "redact":
            return value, buffers
        image = "{} {}".format(buffers[0], len(args["recipe"]["regions"]))
        self.host.found[image] = self.found[blobs[0]]
        return dict(value, sha256=self.host.disk.hexadecimal(image)), [image]

    def make(self, item):
        run(self.workbench.make(item, ahead=True))

    def read(self, *items):
        """Have them made and read."""
        for item in items:
            self.make(item)
        self.rereader.want(list(items))
        self.settle()

    def settle(self):
        async def through():
            while self.rereader._busy:
                await self.host.breathe()

        run(through())


def boxes(item):
    shapes = [place.box for place in item.reread.places]
    return [(one.x, one.y, one.right, one.bottom) for one in shapes]


def stated(review, op):
    return [args["finding"] for done, args, _blobs in review.host.requests if done == op]


def test_what_is_read_is_the_output_and_what_is_found_under_a_cover_is_not_said():
    review = Review(a=[NAME, ("writing", (12, 12, 58, 58), "A")])
    (item,) = review.items
    mark(item)  # (10, 10) to (60, 60)
    review.read(item)
    assert review.host.searched == [(1, 1, "clean a 1")]
    assert boxes(item) == [NAME[1]]
    assert review.told == [item] and review.rereader.read == {item.key}
    review.rereader.want([item])
    review.settle()
    assert len(review.host.searched) == 1


def test_nothing_is_saved_before_the_person_covers_it_or_says_that_it_stays():
    review = Review(a=[NAME, FACE])
    (item,) = review.items
    mark(item)
    review.read(item)
    asked = Asked([Missing(item)], True)
    on_screen(item)
    asked.refresh(item)
    # No press states it along with the rest, and no other tick does.
    assert (
        not asked.can_save
        and not asked.accept(item)
        and not any(map(asked.let_through, asked.items))
    )
    asked.ticked.update(["looked", "face", "writing", "unique"])
    assert not asked.can_save
    item.reread.stay(True)
    asked.refresh(item)
    assert asked.can_save and asked.let_through(item)
    item.reread.stay(False)
    assert Missing(item).undecided == 2


def test_the_statement_stands_in_certificate_and_record_and_the_image_is_not_made_again():
    review = Review(a=[NAME, FACE])
    (item,) = review.items
    mark(item)
    review.read(item)
    item.reread.stay(True)
    run(review.saving.image(item))
    assert review.host.saved
    assert [op for op, _args, _blobs in review.host.requests] == ["inspect", "redact", "certify"]
    assert stated(review, "certify") == [
        {
            "finders": FINDERS,
            "unconfirmed": 0,
            "counts": None,
            "again": [
                {"kind": "face", "found": 1, "stays": 1},
                {"kind": "writing", "found": 1, "stays": 1},
            ],
        }
    ]
    run(review.saving.certificate(item))
    assert len(review.host.requests) == 3  # it says all of it already


def test_nothing_found_is_stated_too():
    review = Review(a=[])
    (item,) = review.items
    mark(item)
    review.read(item)
    assert item.reread.read and not item.reread.places
    run(review.saving.image(item))
    assert [row["again"] for row in stated(review, "certify")] == [[]]


def test_what_is_covered_in_answer_is_decided_at_once_and_the_result_is_read_again():
    review = Review(a=[NAME, FACE])
    (item,) = review.items
    mark(item)
    review.read(item)
    place = item.reread.places[0]
    assert place.kind == "writing"
    item.editor.add(place.box, place.reasons)
    # More covers show nothing else: what is still bare stays said until the result was read.
    assert item.finished is None and boxes(item) == [FACE[1]] and Missing(item).undecided == 1
    assert not item.reread.read and item.finding is None
    review.found["a"] = [FACE]
    review.read(item)
    assert [row[2] for row in review.host.searched] == ["clean a 1", "clean a 2"]
    item.reread.stay(True)
    ((kind, found, stays),) = item.finding.again
    assert (kind, found, stays) == ("face", 1, 1)
    item.editor.undo()  # one step
    review.read(item)
    assert len(review.host.searched) == 2  # these bytes were read before
    # The statement was about a picture in which more was covered.
    assert boxes(item) == [NAME[1], FACE[1]] and Missing(item).undecided == 2


def test_what_is_stated_falls_with_what_it_was_about():
    review = Review(a=[NAME])
    (item,) = review.items
    key = mark(item)
    item.editor.add(Rectangle(100, 200, 50, 50))
    review.read(item)
    item.reread.stay(True)
    assert not item.reread.undecided
    item.editor.delete(key)
    assert not item.reread.places and item.reread.waits  # nothing is known of what comes now
    review.read(item)
    assert len(item.reread.undecided) == 1
    item.editor.undo()
    review.read(item)
    assert not item.reread.undecided and item.reread.places
    item.reviewing.forget()  # it is shown in another way: the bytes are the same
    assert len(item.reread.undecided) == 1
    item.editor.turn(TURN_RIGHT)
    assert not item.reread.places and item.reread.waits


def test_a_cover_beside_a_mosaic_may_show_other_values_and_nothing_is_known_of_them():
    review = Review(a=[NAME, FACE])
    (item,) = review.items
    item.editor.take(item.recipe.__class__([Region(Rectangle(0, 0, 64, 64), Mosaic(32))]))
    review.read(item)
    item.editor.add(Rectangle(200, 20, 120, 30), "A")
    assert not item.reread.places


def test_a_finder_that_breaks_costs_its_result_alone():
    review = Review(a=[NAME], b=[])
    review.host.failures[("find", "clean a 1")] = "finders-failed"
    first, second = review.items
    for item in review.items:
        mark(item)
    review.read(first, second)
    assert first.reread.failed and not first.reread.waits and first.finding is None
    assert not Missing(first).undecided
    assert second.reread.read
    review.rereader.want([first])
    review.settle()
    assert len(review.host.searched) == 2  # it would only break again
    run(review.saving.image(first))
    assert review.host.saved and stated(review, "certify") == [None]


def test_a_search_that_is_stopped_costs_no_reading():
    review = Review(a=[NAME])
    (item,) = review.items
    review.host.while_searching["clean a 1"] = review.host.stop_finding
    mark(item)
    review.read(item)
    assert len(review.host.searched) == 2 and item.reread.read


def test_several_are_read_behind_the_person_as_they_are_made():
    review = Review(a=[], b=[NAME], c=[])
    for item in review.items:
        mark(item)
        review.make(item)
    first, second, third = review.items
    asked = Asked([Missing(item) for item in review.items])
    on_screen(second)
    asked.refresh(second)
    assert asked.accept(second) and asked.accepted_count == 1
    review.rereader.want([second, third])
    review.rereader.want([first])  # the person goes on
    review.settle()
    assert [row[2] for row in review.host.searched][1:] == ["clean a 1", "clean c 1"]
    assert review.told == [second, first, third]
    asked.refresh(second)
    # What was accepted before anything was found is open again.
    assert not asked.accepted(second) and asked.accepted_count == 0
    assert asked.following(third, 3) == [first, second]


def test_what_comes_after_the_review_changes_nothing_of_what_passed_it():
    review = Review(a=[NAME])
    (item,) = review.items
    mark(item)
    review.make(item)
    review.rereader.want([item])
    review.rereader.end()
    review.settle()
    assert item.reread is None and not Missing(item).undecided and not review.told
    assert review.rereader.begin() == [item]
    assert Missing(item).undecided == 1


def test_one_image_waits_for_the_finders_once_though_all_is_stated_and_who_goes_on_is_not_asked():
    review = Review(a=[NAME])
    (item,) = review.items
    mark(item)
    review.host.decides = "no"
    run(review.saving.image(item))
    assert len(review.host.asked) == 1 and not review.host.saved
    review.host.decides = "yes"
    run(review.saving.image(item))
    assert len(review.host.asked) == 2 and len(review.host.saved) == 1
    run(review.saving.certificate(item))
    assert len(review.host.asked) == 2 and len(review.host.saved) == 2
    assert review.host.searched == [] and not stated(review, "certify")
    mark(item)
    run(review.saving.image(item))
    assert len(review.host.asked) == 3  # that is another image


def test_an_image_that_is_made_again_for_saving_says_what_was_read_before():
    review = Review(a=[], b=[])
    first, second = review.items
    for item in review.items:
        mark(item)
    review.read(first, second)
    first.result.image = None  # released: too many are kept
    run(review.saving.all())
    assert [op for op, _args, blobs in review.host.requests if blobs == ["a"]].count("redact") == 2
    assert [row["again"] for row in stated(review, "certify")] == [[], []]


def test_a_policy_that_demands_it_lets_nothing_pass_that_was_not_read():
    review = Review(a=[])
    (item,) = review.items
    mark(item)
    demands = drawn.text(pixelseal="policy/2", find_again=True).decode()
    run(review.workbench.open([("our.json", demands)]))
    assert Missing(item).forbidden.code == "policy-find-again"
    assert not run(review.saving.image(item)), "nobody lets it be saved unread"
    assert all(args["ahead"] for op, args, _blobs in review.host.requests if op == "redact")
    review.read(item)
    assert Missing(item).forbidden is None
    assert run(review.saving.image(item))
    op, args, blobs = review.host.requests[-1]
    assert op == "certify" and args["finding"]["again"] == [] and blobs[1] == demands
    item.editor.add(Rectangle(200, 200, 20, 20))
    assert Missing(item).forbidden.code == "policy-find-again", "it is another picture"
