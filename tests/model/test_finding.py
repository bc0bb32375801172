"""What is stated of programs reads back as written, and nothing else can be stated."""

from pixelseal.model import finding
from pixelseal.model.errors import RecipeRefused
from pixelseal.model.finding import Finding

LOOKED = (("CenterFace", "89ab3ac7a1f3"), ("PP-OCRv6 detection", "1c"), ("ZXing-C++", "3.1.1"))
FULL = Finding(LOOKED, 1, (("face", 3, 1, 2), ("code", 1, 0, 0)), (("writing", 4, 3),))


def _refused(untrusted):
    try:
        finding.parse_object(untrusted)
    except RecipeRefused as error:
        return error.code, error.values["key"]
    return None


def _with(**changes):
    return dict(FULL.to_object(), **changes)


def test_what_was_written_is_read_back():
    for stated in (
        FULL,
        Finding(LOOKED),
        Finding(LOOKED, 0, (), ()),
        Finding(LOOKED, 0, None, ()),
    ):
        assert finding.parse_object(stated.to_object()) == stated
        finding.require(stated)
    assert Finding(LOOKED).again is None  # nobody looked at the finished picture


def test_nothing_beyond_counts_and_names_of_programs_can_be_stated():
    row = {"kind": "face", "proposed": 1, "taken": 0, "thrown_away": 0}
    finder = {"name": "a", "version": "1"}
    for key, changes in (
        ("finding.text", {"text": "Quillfeather"}),
        ("finding.counts.text", {"counts": [dict(row, text="Quillfeather")]}),
        ("finding.counts.kind", {"counts": [dict(row, kind="Quillfeather")]}),
        ("finding.again.kind", {"again": [{"found": 1, "stays": 0}]}),
        ("finding.finders", {"finders": [dict(finder, name="Quill\nfeather")]}),
        ("finding.finders", {"finders": [dict(finder, name=" ")]}),
        ("finding.finders", {"finders": [dict(finder, name="a" * 41)]}),
        ("finding.finders", {"finders": [dict(finder, version="Quillfeather")]}),
        ("finding.finders", {"finders": [dict(finder, version=1)]}),
    ):
        assert _refused(_with(**changes)) == ("finding-unreadable", key), changes
    for untrusted in (None, [], "finding"):
        assert _refused(untrusted) == ("finding-unreadable", "finding")


def test_counts_fit_each_other():
    row = {"kind": "face", "proposed": 3, "taken": 1, "thrown_away": 2}
    again = {"kind": "face", "found": 2, "stays": 1}
    finder = {"name": "a", "version": "1"}
    for key, changes in (
        ("finding.finders", {"finders": []}),
        ("finding.finders", {"finders": [finder, finder]}),
        ("finding.unconfirmed", {"unconfirmed": -1}),
        ("finding.unconfirmed", {"unconfirmed": True}),
        ("finding.counts", {"counts": [dict(row, taken=2)]}),  # more than were proposed
        ("finding.counts", {"counts": [row, row]}),
        ("finding.counts", {"counts": [dict(row, kind="code"), row]}),
        ("finding.counts.proposed", {"counts": [dict(row, proposed=0)]}),
        ("finding.counts.taken", {"counts": [dict(row, taken=-1)]}),
        ("finding.again.stays", {"again": [dict(again, stays=3)]}),
        ("finding.again.found", {"again": [dict(again, found=0, stays=0)]}),
        # Nobody can have taken, or not confirmed, what no program proposed.
        ("finding.counts", {"counts": None}),
        ("finding.counts", {"counts": None, "unconfirmed": 0, "again": None}),
    ):
        assert _refused(_with(**changes)) == ("finding-unreadable", key), changes
    for key in Finding.FIELDS:
        short = FULL.to_object()
        del short[key]
        assert _refused(short) == ("finding-unreadable", "finding." + key)
