"""What a second person decides: only what is unchanged, and only once it was shown; no browser."""

import pytest
from pixelseal.model.process import validation
from pixelseal.model.process.validation import Mark, ValidationError
from pixelseal.ui.process import validating
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.validating import Validating
from pixelseal.ui.workbench import verifying
from pixelseal.ui.workbench.signatures import Signatures
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, run
from tests.ui.fake_subtle import FakeSubtle

AT = "2026-11-29T21:40:00Z"


class Engine(FakeHost):
    """Blobs are texts: "image 1", "certificate 1" (about image 1), anything else is neither."""

    def __init__(self):
        super().__init__()
        self.names = {}

    async def request(self, op, args, blobs, pixels=0, shown=None):
        if op == "identify":
            kind, _, number = blobs[0].partition(" ")
            about = number if kind == "certificate" else ""
            kind = kind if kind in ("image", "certificate") else "other"
            sha256 = f"{int(number, 16):064x}" if kind == "image" else "c" * 63 + number
            about = f"{int(about, 16):064x}" if about else ""
            return {"kind": kind, "sha256": sha256, "about_file": "", "about_sha256": about}, []
        if op == "verify":
            number = blobs[1].partition(" ")[2]
            same = blobs[0].partition(" ")[2] == number
            name = self.names.get(number, f"image-{number}.jpg")
            return {
                "status": "unchanged" if same else "changed", "file": name, "line": 0, "wrong": [],
                "form": 2,
            }, []  # fmt: skip
        return await super().request(op, args, blobs, pixels, shown)


FILES = [("b.jpg", "image 2"), ("a.jpg", "image 1"), ("2.txt", "certificate 2"),
         ("1.txt", "certificate 1"), ("source.jpg", "image 7"), ("x.doc", "letter"),
         ("1.txt.sig", "signature")]  # fmt: skip


def _signatures():
    return Signatures(FakeHost(), FakeSubtle())


def _taken(files=FILES, rows=()):
    host = Engine()
    work = Validating(host)
    assert run(work.take(list(files), list(rows), _signatures(), lambda done, total: None))
    return host, work


def _look(work):
    image = work.current
    blob = run(work.picture(image, 1, by_engine=False))
    work.seen(image, 1)
    return blob


def _saved(host, work, own=False):
    made, sha256 = run(work.save("B. Person", "Officer", own, AT))
    text = bytes(host.saved[-1][1]).decode()
    assert validation.parse(text) == made
    return made, sha256


def test_everything_has_a_row_and_only_unchanged_pairs_can_be_decided_about():
    _host, work = _taken(rows=[verifying.not_read("gone", "file-unreadable")])
    statuses = [row.verdict["status"] for row in work.rows]
    assert sorted(statuses[:3]) == ["neither", "no-certificate", "not-read"]
    assert statuses[3:] == ["unchanged", "unchanged"]
    assert [image.pair.image for image in work.images] == ["image-1.jpg", "image-2.jpg"]


def test_nothing_counts_before_the_picture_was_shown():
    _host, work = _taken()
    assert not work.accept() and not work.send_back("Too dark", None)
    assert work.count("undecided") == 2 and not work.unsaved
    assert _look(work) == "image 1"
    assert work.accept() and work.unsaved
    assert work.on() and work.at == 1 and not work.accept()


def test_each_page_has_to_be_shown_and_what_no_browser_shows_is_drawn_by_the_engine():
    host, work = _taken()
    further = [{"width": 10, "height": 20}]
    host.inspections["image 1"] = {
        "width": 400, "height": 300, "pages": 2, "browser_may_show": False, "further": further,
    }  # fmt: skip
    image = work.current
    assert run(work.picture(image, 1, by_engine=False)) == "picture of image 1"
    assert image.sizes == [(400, 300), (10, 20)]
    work.seen(image, 1)
    assert not work.accept()
    assert run(work.picture(image, 2, by_engine=False)) == "picture of image 1 page 2"
    work.seen(image, 2)
    assert work.accept()


def test_what_was_decided_is_saved_with_hashes_notes_and_marks_and_can_be_changed_until_then():
    host, work = _taken()
    _look(work)
    assert work.accept() and work.send_back("The label", Mark(1, 1, 2, 3, 4)) and work.on()
    assert not work.send_back("", None) and not work.send_back("two\nlines", None)
    made, _sha256 = _saved(host, work)
    assert made.of.images == 2 and not work.unsaved
    (entry,) = made.entries
    assert (entry.image, entry.sha256) == ("image-1.jpg", f"{1:064x}")
    assert (entry.decision, entry.note, entry.mark) == (
        "sent-back",
        "The label",
        Mark(1, 1, 2, 3, 4),
    )
    work.step(-1)
    assert work.accept() and work.unsaved
    made, _sha256 = _saved(host, work, own=True)
    assert made.own and made.entries[0].note is None and made.entries[0].mark is None


def test_nothing_decided_or_nobody_named_is_not_saved():
    host, work = _taken()
    for who, code in (("B. Person", "validation-nothing"), ("", "validation-wrong")):
        with pytest.raises(ValidationError) as refused:
            run(work.save(who, "Officer", False, AT))
        assert refused.value.code == code
    assert host.saved == []


def test_two_images_of_one_name_are_refused_and_copies_of_one_are_one():
    host = Engine()
    host.names["2"] = "image-1.jpg"
    work = Validating(host)
    with pytest.raises(ValidationError) as refused:
        run(work.take(FILES, [], _signatures(), lambda done, total: None))
    assert refused.value.code == "validation-doubled" and work.images == []
    _host, work = _taken(FILES + FILES)
    assert len(work.images) == 2 and len(work.rows) == 8


def test_an_open_log_gets_what_was_decided():
    host, work = _taken()
    desk = Desk(Workbench(host, lambda: None))
    _look(work)
    work.send_back("The label", None)
    made, sha256 = _saved(host, work)
    assert not run(validating.logged(desk, made, sha256))
    desk.log.begin(AT)
    assert run(validating.logged(desk, made, sha256))
    assert [line.event for line in desk.log.lines] == ["begun", "validated", "sent-back"]
    assert desk.log.lines[1].facts == {
        "who": "B. Person", "accepted": 0, "sent-back": 1, "validation": sha256,
    }  # fmt: skip
    assert desk.log.lines[2].facts["image"] == "image-1.jpg"
