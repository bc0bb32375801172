"""Whatever Verify is given, every file is in a row."""

from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.verify.pairing import Given, pairs

NAMES = st.sampled_from(["a.jpg", "A.JPG", "a (2).jpg", "b.png", "a.txt", "b.certificate.txt", ""])
HASHES = st.sampled_from(["", "1", "2"])
KINDS = st.sampled_from(["image", "certificate", "other"])


@given(st.lists(st.builds(Given, NAMES, KINDS, HASHES, NAMES, HASHES), max_size=8))
def test_every_file_is_in_a_row_and_each_row_has_its_kinds(files):
    found = pairs(files)
    assert {place for pair in found for place in pair} - {None} == set(range(len(files)))
    assert len(found) == len(set(found)) <= len(files)
    # A certificate is compared with the image that it is about, wherever that is.
    images = {file.sha256 for file in files if file.kind == "image"}
    for first, second in found:
        if second is not None and files[second].about_sha256 in images:
            assert first is not None and files[first].sha256 == files[second].about_sha256
    for first, second in found:
        assert first is None or files[first].kind != "certificate"
        assert second is None or files[second].kind == "certificate"
