"""A pipe, a device, a folder, a mistyped name: the command waits for none and names each."""

import os
import socket
import sys
from pathlib import Path

import pytest

from tests.cli.support import BOX, answers, pixelseal

pytestmark = pytest.mark.skipif(
    sys.platform in ("emscripten", "win32"), reason="needs programs, and names of pipes in folders"
)


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    folder = tmp_path / "photos"
    folder.mkdir()
    os.mkfifo(folder / "pipe.jpg")
    (folder / "link.jpg").symlink_to("pipe.jpg")
    (folder / "round.jpg").symlink_to("round.jpg")
    (folder / "gone.jpg").symlink_to("taken away.jpg")
    monkeypatch.chdir(folder)  # the path of a socket may be no longer than 107 bytes
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.jpg")
    names = ("pipe.jpg", "link.jpg", "socket.jpg", "round.jpg", "gone.jpg")
    return {name: folder / name for name in names}


def test_each_is_called_what_it_is(places: dict[str, Path], image: Path, tmp_path: Path):
    given = {
        places["pipe.jpg"]: "file-not-regular",
        places["link.jpg"]: "file-not-regular",
        places["socket.jpg"]: "file-not-regular",
        Path("/dev/zero"): "file-not-regular",
        Path("/dev/tty"): "file-not-regular",
        image.parent: "file-is-folder",
        image.with_name("mistyped.jpg"): "file-missing",
        image / "inside.jpg": "file-missing",
        image.with_name("x" * 300): "file-missing",
        places["round.jpg"]: "file-missing",
        places["gone.jpg"]: "link-broken",
    }
    for command in (["inspect"], ["redact", *BOX, "--out", tmp_path / "out"]):
        done = pixelseal(*command, *given, image, "--json")
        assert done.returncode == 1
        found = answers(done)
        assert [row.get("code") for row in found] == [*given.values(), None]
        assert found[-1]["status"] == "ok"


def test_what_stands_beside_an_image_is_not_waited_for_either(
    places: dict[str, Path], image: Path, tmp_path: Path
):
    pipe, out = places["pipe.jpg"], ("--out", tmp_path / "out")
    for words in (["--recipe", pipe], [*BOX, "--review", pipe]):
        done = pixelseal("redact", image, *words, *out)
        assert done.returncode == 2 and "[file-not-regular]" in done.stderr
    done = pixelseal("verify", image, pipe)
    assert done.returncode == 1 and "[file-not-regular]" in done.stderr
    assert not (tmp_path / "out").exists()
