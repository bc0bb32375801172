"""The validation: written in one way, read back strictly, and what it says of a set later."""

from pixelseal.model.digest import sha256_of
from pixelseal.model.process import canonical_json, validated_set, validation
from pixelseal.model.process.validated_set import Pair, standings
from pixelseal.model.process.validation import Mark, ValidationError

from tests.model.process.validations import NOTE, PAIRS, entry, made


def _refused(text):
    try:
        validation.parse(text)
    except ValidationError as error:
        return error.code, error.values.get("key")
    return "", None


def _with(old, new):
    """The text with something else in it, and a hash that fits."""
    text = made().to_json()
    assert old in text, old
    rest = text.partition("\n")[2].replace(old, new, 1)
    return validation.first_line(sha256_of(rest.encode())) + rest


def test_what_was_written_is_read_back():
    for own in (False, True):
        written = made(own)
        assert validation.parse(written.to_json()) == written
    assert (made().count("accepted"), made().count("sent-back")) == (1, 2)
    nothing = validation.Validation("A", "B", made().at, False, made().of, ())
    assert validation.parse(nothing.to_json()) == nothing


def test_the_file_is_what_the_document_says():
    lines = made().to_json().split("\n")
    assert lines[0] == '{"hash":"' + sha256_of("\n".join(lines[1:]).encode()) + '",'
    assert [line.partition(":")[0] for line in lines[1:8]] == [
        '"at"', '"of"', '"own"', '"pixelseal"', '"role"', '"who"', '"images"',
    ]  # fmt: skip
    assert lines[9].endswith(
        '"image":"P-2.png","mark":{"height":40,"page":1,"width":30,"x":10,"y":20},"note":"'
        + NOTE + '","sha256":"' + PAIRS[1].sha256 + '"},'
    )  # fmt: skip
    sums = "".join([p.sha256 + "  " + p.certificate + "  " + p.image + "\n" for p in PAIRS])
    assert validated_set.of_set(PAIRS[::-1]).sums == sha256_of(sums.encode())


def test_each_entry_is_canonical():
    for one in made().entries:
        value = canonical_json.load(one.to_json(), 10_000)
        assert (value["image"], value["note"]) == (one.image, one.note)


def test_an_edit_is_found_by_the_hash_and_what_is_no_validation_by_its_beginning():
    text = made().to_json()
    for old, new, code in (
        ("accepted", "sent-back", "validation-changed"), ("10", "11", "validation-changed"),
        ("B. Person", "C. Person", "validation-changed"), ("]}\n", "]}", "validation-changed"),
        (text, "", "validation-not-one"), (text, "{}", "validation-not-one"),
        ('{"hash"', ' {"hash"', "validation-not-one"), (text[-40:], "", "validation-changed"),
    ):  # fmt: skip
        assert old in text
        assert _refused(text.replace(old, new, 1))[0] == code, (old, new)


def test_with_a_hash_that_fits_only_a_version_1_is_read():
    for old, new, key in (
        ('"own":false', '"own":0', "own"), ('"B. Person"', '"B\\tPerson"', "who"),
        ('"B. Person"', '""', "who"), ('"Privacy officer"', '"face.jpg"', "role"),
        ("2026-11-29", "2026-13-29", "at"), ('"images":4', '"images":-1', "of"),
        ('"images":4', '"images":2', "images"), ('"sums":"', '"sums":"0', "of"),
        ('"role"', '"rule"', "role"), ("P-1.jpg", "P-9.jpg", "images[1]"),
        ("P-1.jpg", "../P.jpg", "images[0]"), ("P-1.jpg", "P-2.png", "images[1]"),
        ('"decision":"accepted"', '"decision":"fine"', "images[0]"),
        ('"mark":null', '"mark":{}', "images[0]"), ('"note":null', '"note":"x"', "images[0]"),
        ('"note":"Too dark to judge"', '"note":null', "images[2]"),
        ('"note":"Too', '"note":"' + "x" * 500, "images[2]"),
        ('"width":30', '"width":0', "images[1]"), ('"x":10', '"x":-1', "images[1]"),
        ('"x":10', '"x":true', "images[1]"), ('"x":10', '"x":10.0', "images[1]"),
        ('"page":1', '"page":0', "images[1]"), ('"x":10', '"x":1000000', "images[1]"),
        ('"x":10,', '"x":10,"z":1,', "images[1]"), ('"note":"Too', '"note": "Too', "images[2]"),
    ):  # fmt: skip
        assert _refused(_with(old, new)) == ("validation-unreadable", key), (old, new)
    assert _refused(_with("validation/1", "validation/2"))[0] == "validation-version"
    assert _refused(_with("validation/1", "receipt/1"))[0] == "validation-not-one"
    more = made().to_json().partition("\n")[2].replace("]}\n", "]}\n]}\n")
    found = _refused(validation.first_line(sha256_of(more.encode())) + more)
    assert found[0] == "validation-unreadable"


def test_a_note_is_one_line_that_reads_as_it_is():
    for note, right in (
        ("x", True), ("x" * 500, True), ("smith.jpg is back", True), ("x" * 501, False),
        ("", False), (" x", False), ("a\nb", False), ("a\u202eb", False), (None, False),
    ):  # fmt: skip
        assert validation.is_note(note) is right, note
    assert validation.is_mark(Mark(1, 0, 0, 1, 1).to_object())


def test_what_it_says_of_a_set_later():
    said = {row.image: row.status for row in standings(made(), PAIRS, [])}
    assert said == {
        "P-1.jpg": "accepted", "P-2.png": "sent-back", "P-3.jpg": "sent-back",
        "P-4.tiff": "undecided",
    }  # fmt: skip
    # Another image, or another certificate of the same, under its name; one less; one that is not
    # as its certificate says; one more.
    first = Pair("P-1.jpg", PAIRS[0].sha256, "f" * 64)
    now = [first, PAIRS[1], Pair("P-5.jpg", "e" * 64, "e" * 64)]
    said = {row.image: row.status for row in standings(made(), now, ["P-3.jpg"])}
    assert said == {
        "P-1.jpg": "changed", "P-2.png": "sent-back", "P-3.jpg": "changed", "P-5.jpg": "undecided",
    }  # fmt: skip
    assert {row.status for row in standings(made(), [], [])} == {"missing"}
    assert validated_set.of_set(now) != made().of


def test_two_images_of_one_name_are_no_set():
    try:
        validated_set.of_set([PAIRS[0], Pair("P-1.jpg", "e" * 64, "e" * 64)])
    except ValidationError as error:
        assert (error.code, error.values) == ("validation-doubled", {"name": "P-1.jpg"})
    else:
        raise AssertionError
    assert entry(PAIRS[0]).decision == "accepted"
