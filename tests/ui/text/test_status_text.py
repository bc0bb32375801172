"""What the page says: states and findings in plain words."""

from pixelseal.model import messages, reasons
from pixelseal.model.verify import verdicts
from pixelseal.ui.images.item import Item
from pixelseal.ui.images.result import Result
from pixelseal.ui.text import status_text

from tests.ui.fake_host import INSPECTION


def _finding(kind, identifier, value="", where="Exif"):
    return {"kind": kind, "identifier": identifier, "value": value, "where": where}


def test_the_status_says_each_state_plainly():
    assert status_text.seal("loading", 0.437, "", "starting") == ("Loading", "40 %")
    assert status_text.seal("sealing", 1.0, "", "starting")[0] == "Sealing"
    title, detail = status_text.seal("sealed", 1.0, "", "ready")
    assert (title, detail) == ("Sealed", "Nothing can leave this page.")
    assert "getting ready" in status_text.seal("sealed", 1.0, "", "starting")[1]
    assert "marks are kept" in status_text.seal("sealed", 1.0, "", "restarting")[1]


def test_a_page_that_is_not_sealed_says_why():
    for reason in ("seal-failed", "pack-changed", "not-secure-context"):
        title, detail = status_text.seal("refused", 1.0, reason, "starting")
        assert title == "Not sealed" and messages.sentence(reason, {}) in detail


def test_why_a_colour_profile_cannot_be_used_is_told_in_words():
    rows = status_text.grouped(
        [
            _finding("colour-profile-unusable", "", "profile-damaged", "ICC profile"),
            _finding("comment", "", "profile-damaged"),
        ]
    )
    assert rows[0][2] == "it is damaged · ICC profile"
    assert rows[1][2] == "profile-damaged · Exif", "what the file itself says stays as it is"


def test_findings_of_one_kind_are_one_row_and_identifiers_come_first():
    rows = status_text.grouped(
        [
            _finding("camera-model", "", "Maker"),
            _finding("gps", "B", "48 N"),
            _finding("camera-model", "", "Model"),
            _finding("owner-name", "A", "Jane Doe", "XMP"),
            _finding("thumbnail", "Q", ""),
        ]
    )
    assert [row[0] for row in rows] == ["A", "B", "Q", ""]
    assert rows[0][2] == "Jane Doe · XMP"
    assert rows[3][2] == "Maker, Model · Exif"
    assert rows[1][1] == messages.sentence("finding-gps", {})


def test_what_is_said_of_the_file_itself_is_nothing_that_it_carries():
    note = dict(INSPECTION, findings=[_finding("note-no-end", "")])
    assert status_text.carries(note, False, True) == status_text.carries(INSPECTION, False, True)
    rows = status_text.grouped([_finding("note-no-end", ""), _finding("gps", "B")])
    assert [(row[0], row[3]) for row in rows] == [("B", True), ("", False)]


def test_what_the_file_carries_is_said_before_and_after():
    carrying = dict(INSPECTION, findings=[_finding("gps", "B")])
    assert "not been examined" in status_text.carries(None, False, False)
    assert "where the photo was taken" in status_text.carries(carrying, False, False)
    assert "will be gone" in status_text.carries(carrying, False, False)
    assert "gone" in status_text.carries(carrying, False, True)
    assert "Nothing" in status_text.carries(INSPECTION, False, False)
    assert "could not be opened" in status_text.carries(None, True, False)


def test_what_tells_most_is_told_first():
    for kinds, word in (
        (["camera-serial", "capture-date", "owner-name", "gps"], "GPS"),
        (["camera-serial", "capture-date", "owner-name"], "a name"),
        (["camera-serial", "capture-date"], "when"),
        (["maker-note", "camera-serial"], "which camera"),
        (["maker-note"], "hidden"),
    ):
        text = status_text.carries_short(kinds)
        assert word in text and "will be gone" in text and len(text) < 56, "it has two short lines"


def test_the_checks_are_counted():
    report = {
        "passed": False,
        "checks": [
            {"id": "a", "passed": True, "sentence": "One."},
            {"id": "b", "passed": False, "sentence": "Two."},
        ],
    }
    assert status_text.result_lead(report) == "The finished file passed 1 of 2 checks"
    assert status_text.checks(report) == ["One.", "Two."]


def test_every_verdict_and_every_letter_has_its_words():
    for status in verdicts.STATUSES:
        wrong = [verdicts.BYTES, verdicts.FORMAT, verdicts.SIZE, verdicts.BITS, verdicts.PAGES]
        wrong.append(verdicts.STRUCTURE)
        found = {"status": status, "form": 2, "line": 3, "wrong": wrong}
        found.update({"code": "file-unreadable", "values": {}})
        found.update({"here": 1, "listed": 2, "differing": ["a.jpg"]})
        for language in ("en", "es"):
            assert verdicts.title(found, language) and verdicts.detail(found, language)
    assert "".join(reasons.LETTERS) == "ABCDEFGHIJKLMNOPQR"
    for letter in reasons.LETTERS:
        assert reasons.short_name(letter).startswith(letter + " · ") and reasons.meaning(letter)
    assert reasons.short_name("other") == "Other" and reasons.meaning("other") == ""


def test_what_an_image_becomes_is_said_as_it_will_be():
    def said(format, *kinds):
        rows = [_finding(kind, "") for kind in kinds]
        return status_text.output_same(INSPECTION | {"format": format, "findings": rows})

    assert status_text.output_same(None) == "Like the photo (…)"
    assert said("jpeg", "gps") == "Like the photo (JPEG)"
    assert said("heic") == "Like the photo (JPEG)"
    assert said("webp") == "Like the photo (WebP)"
    # Too large to be written as what it is.
    assert said("webp", "note-written-as-png") == "Like the photo (PNG)"


def test_what_is_shown_is_named_by_its_own_size_and_format():
    item = Item(1, "photo.jpg", "blob", "label")
    assert status_text.dimensions(item) == ""
    item.editor.set_size(1600, 1200)
    assert status_text.dimensions(item) == "1600 × 1200 pixels"
    item.inspection = INSPECTION
    assert status_text.dimensions(item) == "1600 × 1200 pixels, JPEG"
    made = {"extension": "avif", "format": "avif", "width": 800, "height": 592}
    made.update({"bytes": 1, "crc32": 0, "sha256": "", "certificate": "", "record": ""})
    result = Result(None, None, None, "label", "blob", made)
    assert status_text.dimensions(item, result) == "800 × 592 pixels, AVIF"
