"""A training record is read as strictly as it is written."""

from pixelseal.model.process import training
from pixelseal.model.process.training import Done, Training, TrainingError

RECORD = Training(
    "J. Doe",
    "2026-11-29T21:40:00Z",
    "0123456789abcdef" * 4,
    (Done(1, 1, 0, False, False), Done(4, 2, 1, True, True)),
)


def _code(text):
    try:
        training.read(text)
    except TrainingError as refused:
        return (refused.code, refused.values.get("key"))
    return None


def test_what_is_written_is_read():
    assert training.read(RECORD.to_json()) == RECORD
    assert RECORD.missed == 1
    text = RECORD.to_json()
    assert text.startswith('{"at":"2026-11-29T21:40:00Z","build":"0123') and text.endswith("\n")


def test_whatever_else_it_holds_is_refused_by_its_name():
    text = RECORD.to_json()
    for old, new, key in (
        ('"who":"J. Doe"', '"who":""', "who"),
        ("21:40:00Z", "21:40:00", "at"),
        ("0123456789abcdef0", "xyz3456789abcdef0", "build"),
        ('"number":4', '"number":1', "number"),
        ('"number":4', '"number":11', "number"),
        ('"planted":1', '"planted":0', "planted"),
        ('"missed":1', '"missed":3', "missed"),
        ('"missed":1', '"missed":true', "missed"),
        ('"spoiled":true', '"spoiled":1', "spoiled"),
        ('"spoiled":true', '"spoiled":true,"weight":1', "exercises"),
        ('"who":"J. Doe"', '"who":"J. Doe","why":""', "keys"),
    ):
        assert old in text
        assert _code(text.replace(old, new, 1)) == ("training-wrong", key), new


def test_what_is_no_record_is_called_that():
    text = RECORD.to_json()
    for other in ("", "{}", "[]", text.replace("training/1", "training/2"), " " + text, text * 2):
        assert _code(other) == ("training-not-one", None)


def test_nobody_without_a_name_is_trained():
    for who in ("", "two\nlines", "x" * 201):
        try:
            Training(who, RECORD.at, RECORD.build, RECORD.done).to_json()
        except TrainingError as refused:
            assert refused.values["key"] == "who"
        else:
            raise AssertionError(who)
