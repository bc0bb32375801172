"""The receipt: file by file what arrived; what the sender learns; that it is read back."""

from pixelseal.model.process import bag, receipt
from pixelseal.model.process.bag import Opened
from pixelseal.model.process.receipt import Learned, Receipt, ReceiptError
from pixelseal.model.process.transfer import Transfer

from tests.model.process.bags import AT, PAYLOAD, RECORD, files_of, hashes

IMAGE = "data/images/P-1.jpg"


def _opened(files):
    return Opened({name: files[name] for name in bag.read_first(list(files))})


def _received(files):
    """What a recipient of these files writes."""
    opened = _opened(files)
    found = receipt.found(opened, hashes(files))
    return Receipt(opened.manifest, opened.tags, "C. Person", AT, opened.record, found)


def _statuses(files):
    return {row.path: row.status for row in _received(files).files if row.status != "complete"}


def _learned(files):
    text = _received(files).to_json()
    return Learned(receipt.parse(text), _opened(files_of()))


def test_a_whole_package_is_complete_and_its_receipt_confirms_it():
    files = files_of()
    received = _received(files)
    assert receipt.is_whole(received.files) and received.record == RECORD
    assert receipt.counts(received.files) == {
        "complete": len(PAYLOAD) + 3, "missing": 0, "changed": 0, "added": 0,
    }  # fmt: skip
    assert receipt.parse(received.to_json()) == received
    learned = _learned(files)
    assert learned.status == receipt.CONFIRMED and learned.contradicted == []


def test_what_is_changed_missing_or_added_is_told_by_name_to_both():
    for change, told in (
        ({IMAGE: b"First image"}, {IMAGE: "changed"}),
        ({IMAGE: None}, {IMAGE: "missing"}),
        ({"data/images/P-3.jpg": b"x"}, {"data/images/P-3.jpg": "added"}),
        ({"notes.txt": b"x"}, {"notes.txt": "added"}),
        ({"bag-info.txt": b"Transfer-To: Somebody else\n"}, {"bag-info.txt": "changed"}),
        ({"bag-info.txt": None}, {"bag-info.txt": "missing"}),
    ):  # fmt: skip
        files = files_of()
        for path in change:
            if change[path] is None:
                del files[path]
            else:
                files[path] = change[path]
        assert _statuses(files) == told, told
        learned = _learned(files)
        assert learned.status == receipt.DIFFERS
        found = {row.path: row.status for row in learned.files if row.status != "complete"}
        assert found == told


def test_without_a_list_of_tag_files_nothing_says_what_they_should_be():
    files = files_of()
    del files["tagmanifest-sha256.txt"]
    added = dict.fromkeys(bag.TAGS[:3], "added")
    added["tagmanifest-sha256.txt"] = "missing"
    assert _statuses(files) == added
    learned = _learned(files)
    assert learned.status == receipt.DIFFERS


def test_a_package_that_was_packed_again_is_complete_but_not_the_one_that_was_sent():
    forged = dict(PAYLOAD)
    forged[IMAGE] = b"another image"
    files = files_of(forged)
    assert _statuses(files) == {}
    learned = _learned(files)
    assert learned.status == receipt.ANOTHER
    assert {row.path for row in learned.files if row.status == "changed"} >= {IMAGE}


def test_a_receipt_counts_by_its_hashes_and_not_by_its_word():
    files = files_of()
    files[IMAGE] = b"another image"
    text = _received(files).to_json().replace('"changed"', '"complete"')
    learned = Learned(receipt.parse(text), _opened(files_of()))
    assert learned.status == receipt.DIFFERS and learned.contradicted == [IMAGE]
    # Nor is more listed than was sent, or less.
    sent = _received(files_of())
    more = (receipt.File("z", "missing", None),)
    for rows in (sent.files[1:], sent.files + more):
        other = Receipt(sent.manifest, sent.tags, sent.who, sent.at, None, rows)
        learned = Learned(receipt.parse(other.to_json()), _opened(files_of()))
        assert learned.status == receipt.DIFFERS
    other = Receipt(sent.manifest, "0" * 64, sent.who, sent.at, None, sent.files)
    assert Learned(other, _opened(files_of())).status == receipt.DIFFERS


def test_what_is_no_receipt_is_refused():
    text = _received(files_of()).to_json()
    for old, new, code in (
        (text, "", "receipt-not-one"), (text, "[]", "receipt-not-one"),
        ("receipt/1", "log/1", "receipt-not-one"), ("receipt/1", "receipt/2", "receipt-version"),
        ('"tags"', '"tag"', "receipt-unreadable"), ('"C. Person"', '"C\\n"', "receipt-unreadable"),
        (AT, "today", "receipt-unreadable"), ('"complete"', '"fine"', "receipt-unreadable"),
        ('"complete"', '"missing"', "receipt-unreadable"), (IMAGE, "../a", "receipt-unreadable"),
        (IMAGE, "zz", "receipt-unreadable"), ('"method"', '"how"', "receipt-unreadable"),
    ):  # fmt: skip
        assert old in text
        try:
            receipt.parse(text.replace(old, new, 1))
        except ReceiptError as error:
            assert error.code == code, (old, new, error.code)
            continue
        raise AssertionError(new)


def test_a_receipt_that_states_another_transfer_differs_and_says_in_what():
    sent = _received(files_of())
    other = Transfer("Somebody else", RECORD.method, RECORD.at, "Another study", RECORD.who, None)
    for record, names in (
        (RECORD, []),
        (other, ["to", "purpose", "head"]),
        (None, list(Transfer.FIELDS)),
    ):
        told = Receipt(sent.manifest, sent.tags, sent.who, sent.at, record, sent.files)
        learned = Learned(receipt.parse(told.to_json()), _opened(files_of()))
        assert learned.record == names
        assert learned.status == (receipt.DIFFERS if names else receipt.CONFIRMED)
