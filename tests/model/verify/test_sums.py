"""A list of checksums among the files given to Verify: what it says of them; what is no list."""

from pixelseal.model import catalogue, sha256_sums
from pixelseal.model.verify import sums, verdicts

ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64
LISTED = {"images/a.jpg": ONE, "certificates/a.certificate.txt": TWO}
LIST = sha256_sums.listed(LISTED)


def test_what_was_listed_is_read_back_and_nothing_else_is_a_list():
    assert sha256_sums.read(LIST) == LISTED
    # As other programs write it: a mark for bytes, carriage returns, capital digits.
    written = ("A" * 64) + " *a b.jpg\r\n"
    assert sha256_sums.read(written) == {"a b.jpg": "a" * 64}
    for text in (
        "", "\n", "a letter", ONE, ONE + "  ", ONE + " a.jpg", ONE[1:] + "  a.jpg",
        "g" * 64 + "  a.jpg", LIST + "and a word", ONE + "  a.jpg\n" + TWO + "  a.jpg",
        ONE + "  " + "a" * 1025, "\\" + ONE + "  a.jpg",
    ):  # fmt: skip
        assert sha256_sums.read(text) is None, text


def test_its_name_is_known_also_as_a_second_download():
    assert sha256_sums.is_named_so("SHA256SUMS") and sha256_sums.is_named_so("SHA256SUMS (1)")
    assert not sha256_sums.is_named_so("SHA256SUMS.jpg") and not sha256_sums.is_named_so("a.txt")


def test_all_that_it_names_and_is_here_is_as_it_states():
    found = sums.verdict(LISTED, [("a.jpg", ONE), ("a.certificate.txt", TWO), ("b.jpg", THREE)])
    assert found == {"status": verdicts.SUMS_MATCH, "listed": 2, "here": 2, "differing": []}
    found = sums.verdict(LISTED, [("a.jpg", ONE)])
    assert found["status"] == verdicts.SUMS_MATCH and found["here"] == 1
    for language in (catalogue.ENGLISH, catalogue.SPANISH):
        told = verdicts.detail(found, language)
        assert told.startswith("1 ") and "2" in told


def test_what_is_another_is_named():
    found = sums.verdict(LISTED, [("a.jpg", THREE), ("a.certificate.txt", TWO)])
    assert found["status"] == verdicts.SUMS_DIFFER and found["differing"] == ["images/a.jpg"]
    assert "images/a.jpg" in verdicts.detail(found)
    # Another file of that name does not hide the right one.
    found = sums.verdict(LISTED, [("a.jpg", THREE), ("a.jpg", ONE)])
    assert found["status"] == verdicts.SUMS_MATCH


def test_a_list_without_its_files_says_nothing():
    assert sums.verdict(LISTED, [("b.jpg", ONE)])["status"] == verdicts.SUMS_ALONE


def test_a_list_that_fits_does_not_spoil_the_verdict_on_the_files_and_one_that_differs_does():
    row = {"status": verdicts.UNCHANGED}
    fits, differs = {"status": verdicts.SUMS_MATCH}, {"status": verdicts.SUMS_DIFFER}
    assert verdicts.of_all([row, row, fits]) == verdicts.UNCHANGED
    assert verdicts.of_all([row, differs]) == verdicts.MIXED
    assert verdicts.of_all([fits]) == verdicts.SUMS_MATCH
    assert verdicts.of_all([row, {"status": verdicts.CHANGED}, fits]) == verdicts.MIXED
