"""What cannot be read is called what it is, and no more of it is read than can be used."""

import errno
import os
from pathlib import Path

import pytest
from pixelseal.core.base import limits
from pixelseal.core.base.errors import SourceRefused
from pixelseal.local import files


def test_of_a_file_that_is_too_large_nothing_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    large = tmp_path / "large.tif"
    with large.open("wb") as file:
        file.truncate(limits.FILE_BYTES_MOST + 1)
    monkeypatch.delattr(os, "open")
    with pytest.raises(SourceRefused) as refused:
        files.read(large)
    assert refused.value.code == "too-many-bytes"


@pytest.mark.parametrize(
    ("number", "code"), [(errno.EACCES, "file-forbidden"), (errno.EIO, "file-unreadable")]
)
def test_what_the_system_refuses_is_called_that(
    number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # Root may read all, so it is asked of the system's answer.
    def refuse(*_: object) -> int:
        raise OSError(number, "refused")

    (tmp_path / "a.jpg").write_bytes(b"image")
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SourceRefused) as refused:
        files.read(tmp_path / "a.jpg")
    assert refused.value.code == code
