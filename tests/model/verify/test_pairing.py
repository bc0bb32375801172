"""Every file that Verify is given is in a row, compared with what may belong to it."""

from pixelseal.model import catalogue
from pixelseal.model.verify import verdicts
from pixelseal.model.verify.pairing import Given, pairs


def image(name, sha256):
    return Given(name, "image", sha256)


def paper(name, about_file="", about_sha256=""):
    return Given(name, "certificate", "paper " + name, about_file, about_sha256)


def named(files):
    """The pairs by the files' names."""
    return [tuple(None if p is None else files[p].name for p in pair) for pair in pairs(files)]


def test_several_are_paired_by_hash_whatever_they_are_called():
    files = [image("b.jpg", "2"), image("a.jpg", "1"), paper("x.txt", "a.jpg", "1"),
             paper("y.txt", "b.jpg", "2")]  # fmt: skip
    assert named(files) == [("b.jpg", "y.txt"), ("a.jpg", "x.txt")]


def test_what_was_changed_is_paired_by_the_name_that_the_certificate_states():
    files = [image("a (1).jpg", "9"), image("b.jpg", "2"), paper("x.txt", "a.jpg", "1"),
             paper("y.txt", "b.jpg", "2")]  # fmt: skip
    assert named(files) == [("a (1).jpg", "x.txt"), ("b.jpg", "y.txt")]


def test_else_by_the_names_of_the_two_files():
    files = [image("a.png", "9"), paper("a.certificate.txt"), image("b.png", "8"), paper("b.txt")]
    assert named(files) == [("a.png", "a.certificate.txt"), ("b.png", "b.txt")]


def test_one_image_and_one_certificate_are_meant_for_each_other():
    assert named([image("a.jpg", "1"), paper("z.txt", "b.jpg", "2")]) == [("a.jpg", "z.txt")]
    letter = Given("letter", "other", "3")
    assert named([letter, paper("z.txt", "b.jpg", "2")]) == [("letter", "z.txt")]
    # Among others, what is no image is no image: it has a row of its own.
    files = [letter, paper("z.txt", "b.jpg", "2"), image("b.jpg", "2")]
    assert named(files) == [("letter", None), ("b.jpg", "z.txt")]


def test_copies_and_several_certificates_are_each_in_a_row_and_never_squared():
    """A folder with its backup is read by a person: 40 images twice are 80 rows, not 160."""
    files = [image("a.jpg", "1"), image("copy.jpg", "1"), paper("x.txt", "a.jpg", "1"),
             paper("y.txt", "a.jpg", "1")]  # fmt: skip
    assert named(files) == [("a.jpg", "x.txt"), ("copy.jpg", "y.txt")]
    folder = [image("a.jpg", "1"), paper("a.certificate.txt", "a.jpg", "1")]
    assert named(folder * 30) == [("a.jpg", "a.certificate.txt")] * 30
    # More of one kind: each is compared with one of the others.
    assert named([folder[0]] * 3 + [folder[1]]) == [("a.jpg", "a.certificate.txt")] * 3
    assert named([folder[0]] + [folder[1]] * 3) == [("a.jpg", "a.certificate.txt")] * 3


def test_copies_are_held_against_the_certificate_of_their_name():
    files = [image("a.jpg", "1"), image("b.jpg", "1"), image("c.jpg", "1"),
             paper("b.certificate.txt", "b.jpg", "1"), paper("z.txt", "a.jpg", "1")]  # fmt: skip
    assert named(files) == [
        ("a.jpg", "z.txt"), ("b.jpg", "b.certificate.txt"), ("c.jpg", "b.certificate.txt"),
    ]  # fmt: skip


def test_what_has_no_other_stands_alone():
    files = [image("a.jpg", "1"), image("b.jpg", "2"), paper("z.txt", "c.jpg", "3"),
             paper("x.txt", "a.jpg", "1")]  # fmt: skip
    assert named(files) == [("a.jpg", "x.txt"), ("b.jpg", "z.txt")]  # one of each was left
    files.append(image("d.jpg", "4"))
    assert named(files) == [
        ("a.jpg", "x.txt"), ("b.jpg", None), (None, "z.txt"), ("d.jpg", None),
    ]  # fmt: skip


def test_a_summary_counts_every_row_and_is_green_only_for_all():
    rows = [{"status": status} for status in verdicts.STATUSES for _ in range(2)]
    for language, _name in catalogue.LANGUAGES:
        told = verdicts.summary(rows, language)
        assert told.count("2") == len(verdicts.STATUSES)
    assert verdicts.summary(rows[:3]) == "2 unchanged, 1 changed."
    assert verdicts.of_all(rows[:2]) == "unchanged"
    assert verdicts.of_all(rows[:3]) == verdicts.of_all([]) == "mixed"


def test_what_was_compared_is_said_of_the_unchanged_ones_alone_where_others_differ():
    fine = {"status": verdicts.UNCHANGED, "form": 4}
    first = {"status": verdicts.UNCHANGED, "form": 1}
    altered = {"status": verdicts.ALTERED, "line": 7}
    fitting = {"status": verdicts.SUMS_MATCH}
    for language, of_some in (
        (catalogue.ENGLISH, "For those that are unchanged, these were compared: the "),
        ("es", "De lo que está sin cambios se comparó: el "),
    ):
        for rows in ([fine, altered], [altered, fine, fine, fitting]):
            (told,) = verdicts.meanings(rows, language)
            assert told.startswith(of_some)
        told = verdicts.meanings([first, fine, altered], language)
        assert [text.startswith(of_some) for text in told] == [True, True]
        # Where nothing differs there is nothing to tell apart, nor beside a row of its own.
        for rows in ([fine, fine], [fine, fitting]):
            assert verdicts.meanings(rows, language) == [verdicts.detail(fine, language)]
        assert of_some not in verdicts.detail(fine, language)
    assert verdicts.detail(fine).startswith("Compared: the file's SHA-256")
    assert verdicts.meanings([altered]) == []
