"""Verify on the page: every file has a row, and trouble with one does not affect the others."""

from pixelseal.model.verify import verdicts
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.workbench import verifying
from pixelseal.ui.workbench.signatures import Signatures

from tests.ui.fake_host import FakeHost, run
from tests.ui.fake_subtle import FakeSubtle


class Engine:
    """Blobs are texts: "image 1", "certificate 1" (about image 1), anything else is neither."""

    def __init__(self):
        self.failures = {}

    async def text(self, blob, limit):
        return blob

    async def request(self, op, args, blobs):
        if blobs[0] in self.failures:
            raise Failure(self.failures[blobs[0]])
        kind, _, number = blobs[0].partition(" ")
        if op == "identify":
            about = number if kind == "certificate" else ""
            kind = kind if kind in ("image", "certificate") else "other"
            return {"kind": kind, "sha256": number, "about_file": "", "about_sha256": about}, []
        same = number == blobs[1].partition(" ")[2]
        status = "unchanged" if same else "changed"
        return {"status": status, "file": "", "line": 0, "wrong": [], "form": 2}, []


def rows(engine, *files):
    signatures = Signatures(FakeHost(), FakeSubtle())
    going = lambda done, total: None  # noqa: E731
    found = run(verifying.compared(engine, list(files), going, signatures))
    return [(row.names, row.verdict["status"]) for row in found]


def test_several_at_once_are_a_row_each():
    engine = Engine()
    assert rows(
        engine,
        ("a.jpg", "image 1"),
        ("b.jpg", "image 2"),
        ("a.txt", "certificate 1"),
        ("b.txt", "certificate 3"),
        ("letter.txt", "Dear J. Doe"),
        ("c.jpg", "image 4"),
    ) == [
        (("a.jpg", "a.txt"), "unchanged"),
        (("b.jpg", "b.txt"), "changed"),
        (("letter.txt",), "not-a-certificate"),
        (("c.jpg",), "no-certificate"),
    ]


def test_a_set_that_was_chosen_three_times_is_compared_three_times_and_not_nine():
    files = [("a.jpg", "image 1"), ("b.jpg", "image 2"), ("a.txt", "certificate 1"),
             ("b.txt", "certificate 2")]  # fmt: skip
    found = rows(Engine(), *files * 3)
    assert (
        sorted(found)
        == [(("a.jpg", "a.txt"), "unchanged")] * 3 + [(("b.jpg", "b.txt"), "unchanged")] * 3
    )


def test_a_file_that_cannot_be_read_has_a_row_and_the_others_are_compared():
    engine = Engine()
    engine.failures["image 2"] = "file-unreadable"
    assert rows(engine, ("b.jpg", "image 2"), ("a.jpg", "image 1"), ("a.txt", "certificate 1")) == [
        (("b.jpg",), "not-read"),
        (("a.jpg", "a.txt"), "unchanged"),
    ]


def test_a_list_of_checksums_is_checked_after_all_others_and_pairs_with_none():
    digest = "7" * 64
    files = [("SHA256SUMS", digest + "  images/a.jpg\n"), ("a.jpg", "image " + digest),
             ("x.txt", "certificate " + digest)]  # fmt: skip
    assert rows(Engine(), *files) == [
        (("a.jpg", "x.txt"), "unchanged"),
        (("SHA256SUMS",), "sums-match"),
    ]
    files[1] = ("a.jpg", "image " + "8" * 64)
    assert rows(Engine(), *files)[-1] == (("SHA256SUMS",), "sums-differ")
    # What only has its name is any other file.
    assert rows(Engine(), ("SHA256SUMS", "letter")) == [(("SHA256SUMS",), "neither")]


class Tree:
    """Folders are dicts, files are texts; None is what cannot be read."""

    def is_folder(self, entry):
        return not isinstance(entry[1], str)

    def name(self, entry):
        return entry[0]

    async def children(self, folder):
        if folder[1] is None:
            raise Failure("file-unreadable")
        return list(folder[1].items())

    async def file(self, entry):
        if entry[1] == "locked":
            raise Failure("file-unreadable")
        return entry[1]


def test_all_of_a_folder_is_taken_in_and_what_cannot_be_read_has_a_row():
    files, found = [], []
    inside = {"b.txt": "certificate 1", "a.jpg": "image 1", "bad.jpg": "locked", ".hidden": "x"}
    folder = ("out", {"images": inside, "closed": None, "c.pdf": "a paper"})
    run(verifying.within(Tree(), folder, files, found, TimeSlices(FakeHost())))
    assert [name for name, _ in files] == ["c.pdf", "a.jpg", "b.txt"]
    assert [(row.names, row.verdict["status"]) for row in found] == [
        (("closed",), "not-read"), (("bad.jpg",), "not-read"),
    ]  # fmt: skip


def test_a_folder_of_many_is_taken_in_by_name_however_it_lists_them():
    names = [f"{number * 7 % 300:03}.jpg" for number in range(300)]
    files, found = [], []
    folder = ("out", dict.fromkeys(names, "image"))
    run(verifying.within(Tree(), folder, files, found, TimeSlices(FakeHost())))
    assert [name for name, _ in files] == sorted(names) and not found


def test_what_was_not_read_says_why():
    for code in ("file-unreadable", "engine-fault"):
        verdict = verifying.not_read("a.jpg", code).verdict
        assert verdicts.title(verdict) == "Not read" and verdicts.detail(verdict)


def test_the_tag_files_of_a_package_are_compared_with_its_lists_alone():
    hashes = {name: name[0] * 64 for name in ("bagit.txt", "bag-info.txt")}
    image = "e" * 64
    files = {
        "a.jpg": "image " + image,
        "a.certificate.txt": "certificate " + image,
        "bagit.txt": "BagIt-Version: " + hashes["bagit.txt"],
        "bag-info.txt": "Contact-Name: " + hashes["bag-info.txt"],
        "manifest-sha256.txt": image + "  data/images/a.jpg\n",
        "tagmanifest-sha256.txt": "".join(
            [hashes[name] + "  " + name + "\n" for name in ("bagit.txt", "bag-info.txt")]
        ),
    }
    whole = [
        (("a.jpg", "a.certificate.txt"), "unchanged"),
        (("manifest-sha256.txt",), "sums-match"),
        (("tagmanifest-sha256.txt",), "sums-match"),
    ]
    assert rows(Engine(), *[(name, files[name]) for name in files]) == whole
    files["bag-info.txt"] = "Contact-Name: " + "f" * 64
    found = rows(Engine(), *[(name, files[name]) for name in files])
    assert found[:2] == whole[:2]
    assert found[2:] == [(("tagmanifest-sha256.txt",), "sums-differ")]
    del files["tagmanifest-sha256.txt"]
    found = rows(Engine(), *[(name, files[name]) for name in files])
    assert (("bag-info.txt",), "not-a-certificate") in found
