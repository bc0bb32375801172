"""A package: its tag files to the byte, the names it takes, and what is refused as a whole."""

from pixelseal.model.digest import sha256_of
from pixelseal.model.process import bag, transfer
from pixelseal.model.process.bag import BagError, Opened
from pixelseal.model.process.transfer import Transfer

from tests.model.process.bags import AGENT, AT, PAYLOAD, RECORD, files_of, packed

BAD_NAMES = (
    "../a", "a/../b", "/a", "a//b", "a/", "", ".", "..", "./a", "a/./b", "a\\b", "C:a", "a\n",
    "a\0",    "NUL", "con.txt", "data/aux", "a.", "a ", " a", "b/a .", "a" * 256, "\u20ac" * 86,
    "/".join(["a" * 200] * 6), "a\x85b", "\ud800",
)  # fmt: skip


def refused(call):
    try:
        call()
    except BagError as error:
        return error.code
    raise AssertionError("not refused")


def test_the_tag_files_to_the_byte():
    made = packed({"data/images/P-1.jpg": b"abc"}, Transfer("B", "SFTP", AT, "C", None, None))
    digest = sha256_of(b"abc")
    manifest = digest + "  data/images/P-1.jpg\n"
    assert made.texts["manifest-sha256.txt"] == manifest
    assert made.texts["bagit.txt"] == ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    rows = made.texts["bag-info.txt"].split("\n")
    assert rows[0] == "Bag-Software-Agent: " + AGENT
    assert rows[1:] == [
        "Bagging-Date: 2026-11-29", "Payload-Oxum: 3.1", "Transfer-Version: 1", "Transfer-To: B",
        "Transfer-Method: SFTP", "Transfer-Date: 2026-11-29T21:40:00Z", "Transfer-Purpose: C", "",
    ]  # fmt: skip
    tags = made.texts["tagmanifest-sha256.txt"].split("\n")
    assert [row[66:] for row in tags] == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", ""]
    assert tags[2][:64] == sha256_of(manifest.encode()) == made.manifest
    assert made.folder == "pixelseal-" + made.manifest[:8]


def test_a_bag_takes_images_certificates_and_its_own_tag_files_alone():
    for name in list(bag.TAGS) + sorted(PAYLOAD):
        assert bag.takes(name), name
    assert bag.takes("data/certificates/P-1.certificate.txt.sig")
    for name in ("data/images/a.jpg.sig", "data/certificates/a.sig", "manifest-sha256.txt.sig",
                 "data/certificates/a.txt.sig.sig.sig.png"):  # fmt: skip
        assert not bag.takes(name), name
    for name in ("images/a.jpg", "data/a.jpg", "data/SHA256SUMS", "data/PRIVATE.txt", "fetch.txt",
                 "data/records/a.private-record.json", "data/images/../a.jpg", "data/project.json",
                 "data/images/J Roe.jpg", "manifest-md5.txt", "data/link-table.csv"):  # fmt: skip
        assert not bag.takes(name), name


def test_the_record_is_read_back_whatever_its_length():
    word = "w" * 190
    for text in ("Short", word, "x " + word, word + " x", " ".join(["Straße"] * 25),
                 "w " * 99 + "b", "Purpose: with: colons", "50 % of it"):  # fmt: skip
        record = Transfer(text, "SFTP", AT, text, None, "12:" + "0" * 64)
        made = packed(record=record).texts["bag-info.txt"]
        assert transfer.of_info(made) == record, text
        assert transfer.of_info(made.replace("\n", "\r\n")) == record
        for line in made.split("\n"):
            assert len(line) <= 79 or " " not in line.strip().partition(": ")[2], line
    assert transfer.of_info(packed().texts["bag-info.txt"]) == RECORD


def test_what_is_no_record_of_ours_is_none():
    made = packed().texts["bag-info.txt"]
    for text in (
        "", made.replace("Transfer-Version: 1", "Transfer-Version: 2"), made + "Transfer-To: D\n",
        made.replace("Transfer-To", "To"), made.replace("SFTP", "SF\x1bTP"),
        made.replace(AT, "yesterday"),
    ):  # fmt: skip
        assert transfer.of_info(text) is None, text


def test_a_record_cannot_break_its_lines():
    good = RECORD.to_object()
    assert transfer.of_object(good) == RECORD
    for key, value in (
        ("to", "A\nLog-Head: 1:" + "0" * 64), ("purpose", "a\rb"), ("method", ""), ("to", None),
        ("at", "2026-11-29"), ("head", "12"), ("who", 3), ("to", "ab" * 16), ("more", "x"),
    ):  # fmt: skip
        wrong = dict(good)
        wrong[key] = value
        assert transfer.wrong(wrong) == key
        try:
            transfer.of_object(wrong)
        except transfer.TransferError as error:
            assert error.values == {"key": key}
            continue
        raise AssertionError(key)


def test_the_bag_is_found_on_top_or_in_the_only_folder():
    assert bag.base(["bagit.txt", "data/a"]) == ""
    assert bag.base(["b/bagit.txt", "b/data/a"]) == "b/"
    for paths in ([], ["data/a"], ["a/bagit.txt", "b"], ["a/b/bagit.txt"], ["a/bagit.txt", "b/c"]):
        assert refused(lambda paths=paths: bag.base(paths)) == "bag-none", paths
    for name in BAD_NAMES:
        assert refused(lambda name=name: bag.base(["bagit.txt", name])) == "bag-name", name
        assert refused(lambda name=name: bag.require_safe(name)) == "bag-name", name
    for name in ("data/ä b.jpg", ".hidden", "data/a..b", "100 %.txt", "data/" + "a" * 255):
        bag.require_safe(name)
    for pair in (["a", "a"], ["data/A.jpg", "data/a.jpg"]):
        assert refused(lambda pair=pair: bag.base(["bagit.txt"] + pair)) == "bag-doubled", pair  # noqa: RUF005 - MicroPython
    many = ["bagit.txt"] + [str(number) for number in range(50_000)]
    assert refused(lambda: bag.base(many)) == "bag-too-many"


def _opened(**changed):
    files = files_of()
    tags = {name: files[name] for name in bag.TAGS}
    for key in changed:
        name = key.replace("_", "-").replace("-txt", ".txt")
        tags[name] = changed[key]
    return Opened(tags)


def test_manifests_are_read_strictly_and_the_first_bad_line_is_named():
    opened = _opened()
    assert opened.record == RECORD and opened.manifest == packed().manifest
    assert set(opened.sums) == set(PAYLOAD) | {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"}
    one = "1" * 64
    other = (one.upper() + "\tdata/a%0Ab%25.jpg\r\n").encode()
    try:  # percent-encoding is undone, and what comes out is a name like any other
        _opened(manifest_sha256_txt=other)
        raise AssertionError("a line feed in a name")
    except BagError as error:
        assert error.values == {"name": "manifest-sha256.txt", "line": 1}
    assert _opened(manifest_sha256_txt=other.replace(b"%0A", b"")).sums["data/ab%.jpg"] == one
    good = one + "  data/a.jpg\n"
    for line in ("x", one, one + "data/b", one[1:] + "  data/b", "g" * 64 + "  data/b",
                 one + "  a.jpg", one + "  data/../b", one + "  data/%41", one + "  *data/b",
                 one + "  data/A.jpg", one + "  data/a.jpg", "# x", one + "  data/"):  # fmt: skip
        text = (good + line + "\n").encode()
        try:
            _opened(manifest_sha256_txt=text)
        except BagError as error:
            assert error.code == "bag-manifest" and error.values["line"] == 2, line
            continue
        raise AssertionError(line)
    text = (one + "  data/a.jpg\n").encode()  # a tag manifest lists no payload
    assert refused(lambda: _opened(tagmanifest_sha256_txt=text)) == "bag-manifest"
    assert refused(lambda: _opened(manifest_sha256_txt=b"\xff")) == "bag-manifest"


def test_other_versions_and_bags_that_fetch_are_refused():
    for text in (b"", b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
                 b"\xef\xbb\xbfBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                 b"BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n"):  # fmt: skip
        assert refused(lambda text=text: _opened(bagit_txt=text)) == "bag-version"
    assert refused(lambda: _opened(fetch_txt=b"")) == "bag-fetch"
    tags = {name: files_of()[name] for name in bag.TAGS if name != "manifest-sha256.txt"}
    assert refused(lambda: Opened(tags)) == "bag-manifest"
    assert bag.read_first(["a", "fetch.txt", "bagit.txt"]) == ["bagit.txt", "fetch.txt"]
