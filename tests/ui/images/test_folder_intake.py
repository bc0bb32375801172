"""Folders that are opened: their images in order, within bounds; what is passed over is said."""

from pixelseal.ui.browser.host import Failure
from pixelseal.ui.browser.time_slices import TimeSlices
from pixelseal.ui.images import folder_intake
from pixelseal.ui.images.folder_intake import Found, chosen, gather

from tests.ui.fake_host import FakeHost, run


class FakeTree:
    """Folders as lists of (name, content); a file's content is a text, None if unreadable."""

    def is_folder(self, entry):
        return isinstance(entry[1], list)

    def name(self, entry):
        return entry[0]

    async def children(self, folder):
        return folder[1]

    async def file(self, entry):
        if entry[1] is None:
            raise Failure("file-unreadable")
        return entry[1]


def _found(content, most=100):
    found = Found(most)
    run(gather(FakeTree(), ("patients", content), found, TimeSlices(FakeHost())))
    return found


def test_images_are_found_at_every_depth_in_the_order_of_their_names():
    found = _found(
        [("z.JPG", "1"), ("day 2", [("b.png", "2"), ("older", [("a.heic", "3")])]), ("a.tif", "4")]
    )
    assert found.files == [("a.tif", "4"), ("b.png", "2"), ("a.heic", "3"), ("z.JPG", "1")]
    assert found.told == ""


def test_what_is_hidden_or_no_image_is_passed_over_and_counted_in_one_line():
    found = _found(
        [
            (".DS_Store", ""), ("Thumbs.db", ""), ("letter.docx", ""), ("notes", ""),
            (".git", [("a.png", "")]), ("__MACOSX", [("._a.jpg", "")]), ("recipe.json", ""),
            ("a.jpg", "1"), ("gone.jpg", None),
        ]
    )  # fmt: skip
    assert found.files == [("a.jpg", "1")]
    assert found.told == (
        "1 image of the folder was opened. Skipped: 4 hidden files or folders, "
        "3 files that are not images, 1 that cannot be read."
    )


def test_no_more_than_the_bound_are_taken_and_that_is_said():
    images = [(f"{number:02}.jpg", "x") for number in range(9)]
    later = [("later", [("a.jpg", "x")])]
    found = _found(images + later, most=5)
    assert len(found.files) == 5 and found.files[-1][0] == "04.jpg"
    assert "everything beyond the first 5 images" in found.told
    assert _found(images[:5], most=5).told == ""


def test_a_folder_inside_itself_comes_to_an_end():
    loop = [("a.jpg", "x")]
    loop.append(("again", loop))
    found = _found(loop)
    assert len(found.files) == folder_intake.DEEPEST and found.deep == 1
    assert "1 folder that is nested too deeply" in found.told


def test_a_listed_folder_is_held_to_the_same_rules():
    found = Found(3)
    listed = [
        ("b/c.png", "3"), ("a.jpg", "1"), (".cache/d.png", ""), ("b/.e.png", ""), ("f.txt", ""),
        ("b/d.png", "4"), ("z.png", "5"),
    ]  # fmt: skip
    run(chosen(listed, found, TimeSlices(FakeHost())))
    assert found.files == [("a.jpg", "1"), ("c.png", "3"), ("d.png", "4")]
    assert (found.hidden, found.others, found.full) == (2, 1, True)


def test_a_folder_without_images_says_so():
    assert _found([]).told == "No image of the folder was opened."
