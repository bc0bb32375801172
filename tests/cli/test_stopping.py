"""Ctrl-C, a request to end, a reader who leaves: real signals and pipes, at known moments."""

import contextlib
import hashlib
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.stepwise import TELLS, WAITS
from tests.cli.support import BOX, PIXELSEAL
from tests.conftest import ROOT
from tests.core.support import file_of, photo

pytestmark = pytest.mark.skipif(
    sys.platform in ("emscripten", "win32"), reason="needs programs, and signals of POSIX"
)
PATIENCE = 120  # seconds until a state that never comes fails the test


class Led:
    """A command that stands still at each step until it is let on."""

    def __init__(self, step: str, *words: object, shell: Sequence[object] = ()) -> None:
        self._told, tells = os.pipe()
        waits, self._lets = os.pipe()
        variables = os.environ | {TELLS: str(tells), WAITS: str(waits)}
        command = [*shell, sys.executable, "-m", "tests.cli.stepwise", step, *map(str, words)]
        self.child = subprocess.Popen(
            command,
            cwd=ROOT,
            env=variables,
            pass_fds=(tells, waits),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        os.close(tells)
        os.close(waits)

    def arrived(self) -> bool:
        """Wait until it stands at its next step; False if it ended instead."""
        assert select.select([self._told], [], [], PATIENCE)[0], "neither step nor end"
        return bool(os.read(self._told, 64))

    def let_on(self) -> None:
        os.write(self._lets, b".")

    def heard(self) -> str:
        """Wait until it says that it heard a signal, on standard error."""
        assert select.select([self.child.stderr], [], [], PATIENCE)[0], "the signal was not heard"
        return self.child.stderr.readline()

    def end(self) -> tuple[int, list[dict], str]:
        said, refused = self.child.communicate(timeout=PATIENCE)
        return self.child.returncode, [json.loads(line) for line in said.splitlines()], refused

    def close(self) -> None:
        self.child.kill()
        self.child.communicate()
        os.close(self._told)
        os.close(self._lets)


@contextlib.contextmanager
def led(step: str, *words: object, shell: Sequence[object] = ()) -> Iterator[Led]:
    command = Led(step, *words, shell=shell)
    try:
        yield command
    finally:
        command.close()


@pytest.fixture
def images(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"photo-{number}.png" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_bytes(file_of(photo(64, 48, seed=number), "PNG"))
    return paths


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*")) if folder.exists() else []


def require_whole(folder: Path) -> None:
    """The one image in the folder is what its certificate says."""
    (image,) = folder.glob("*.png")
    assert hashlib.sha256(image.read_bytes()).hexdigest() in image.with_suffix(".txt").read_text()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_the_image_under_way_is_finished_and_the_rest_is_summed_up(
    name: str, images: list[Path], tmp_path: Path
):
    number = signal.Signals[name]
    out = tmp_path / "out"
    with led("engine", "redact", *images, *BOX, "--out", out, "--json") as command:
        assert command.arrived()
        command.let_on()
        assert command.arrived()  # at the second image
        command.child.send_signal(number)
        assert "Once more stops at once" in command.heard()
        command.let_on()
        code, answers, refused = command.end()
    assert code == 128 + number
    assert [row["file"] for row in answers] == [str(path) for path in images]
    assert [row["status"] for row in answers] == ["ok", "ok", "not-begun", "not-begun"]
    assert answers[2]["code"] == "not-begun"
    assert refused == "Stopped: 2 done, 0 refused, 2 not begun.\n"
    assert len(left(out)) == 4 and len(left(tmp_path / "out-private")) == 2
    for row in answers[:2]:
        with Image.open(row["output"]) as image:
            image.load()


def test_between_two_pages_of_one_file_it_stops_as_well(tmp_path: Path):
    scan = tmp_path / "scan.tif"
    pictures = [Image.fromarray(photo(40, 30, seed=number)) for number in range(3)]
    pictures[0].save(scan, save_all=True, append_images=pictures[1:])
    with led("engine", "redact", scan, *BOX, "--out", tmp_path / "out", "--json") as command:
        assert command.arrived()
        command.child.send_signal(signal.SIGINT)
        command.heard()
        command.let_on()
        code, answers, _ = command.end()
    assert code == 130
    pages = [(row["page"], row["status"]) for row in answers]
    assert pages == [(1, "ok"), (2, "not-begun"), (3, "not-begun")]


def test_the_second_signal_ends_it_at_once(images: list[Path], tmp_path: Path):
    out = tmp_path / "out"
    with led("engine", "redact", *images, *BOX, "--out", out, "--json") as command:
        assert command.arrived()
        command.let_on()
        assert command.arrived()
        command.child.send_signal(signal.SIGINT)
        command.heard()
        command.child.send_signal(signal.SIGINT)  # and it is never let on
        code, answers, refused = command.end()
    assert code == 130 and "Traceback" not in refused
    # What was told before stays told, and what it told of is there, whole.
    assert [row["status"] for row in answers] == ["ok"]
    assert len(left(out)) == 2 and len(left(tmp_path / "out-private")) == 1


def test_files_that_are_being_written_are_written_to_their_end(images: list[Path], tmp_path: Path):
    out = tmp_path / "out"
    with led("writing", "redact", *images, *BOX, "--out", out) as command:
        assert command.arrived()  # record and certificate are there, the image is not
        command.child.send_signal(signal.SIGINT)
        command.heard()
        for _ in range(3):
            command.child.send_signal(signal.SIGINT)
        assert len(left(out)) == 1 and command.child.poll() is None
        command.let_on()
        command.child.communicate(timeout=PATIENCE)
        assert command.child.returncode == 130
    names = left(out)
    assert [Path(name).suffix for name in names] == [".png", ".txt"]
    assert left(tmp_path / "out-private") == [Path(names[0]).stem + ".json"]
    with Image.open(out / names[0]) as image:
        image.load()


def test_a_signal_that_is_ignored_from_outside_stays_ignored(images: list[Path], tmp_path: Path):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with led("engine", "redact", *images[:2], *BOX, "--out", tmp_path / "out", "--json") as run:
            assert run.arrived()
            run.child.send_signal(signal.SIGHUP)
            for _ in range(2):
                run.let_on()
            code, answers, refused = run.end()
    finally:
        signal.signal(signal.SIGHUP, before)
    assert code == 0 and len(answers) == 2 and not refused


def test_each_answer_is_there_before_the_next_image_is_begun(images: list[Path], tmp_path: Path):
    for form in ([], ["--json"]):
        with led("engine", "redact", *images, *BOX, "--out", tmp_path / "out", *form) as command:
            assert command.arrived()
            command.let_on()
            assert command.arrived()
            line = command.child.stdout.readline()  # while the second one stands still
            assert images[0].name in line


def test_a_reader_who_leaves_ends_it_without_a_word(images: list[Path], tmp_path: Path):
    out = tmp_path / "out"
    for form in ([], ["--json"]):
        for words in (["inspect", *images], ["redact", *images, *BOX, "--out", out]):
            read, write = os.pipe()
            os.close(read)
            done = subprocess.run(
                [*PIXELSEAL, *words, *form], cwd=ROOT, stdout=write, stderr=subprocess.PIPE
            )
            os.close(write)
            assert (done.returncode, done.stderr) == (141, b""), words
    # The image whose answer nobody read is there, with all that belongs to it.
    assert len(left(out)) == 4 and len(left(tmp_path / "out-private")) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("asked", ["inspect", "--version", "--help", "inspect --help"])
def test_answers_that_find_no_room_are_told_of(asked: str, images: list[Path]):
    words = [*PIXELSEAL, *asked.split(), *(images if asked == "inspect" else ())]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(words, cwd=ROOT, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == b"The answers could not be written: no room, or no permission.\n"


def test_a_stream_that_is_closed_from_the_start_leaves_the_image_whole(
    images: list[Path], tmp_path: Path
):
    for number, closed in enumerate([">&-", "2>&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-"]):
        out = tmp_path / f"out{number}"
        command = f'"$@" {closed}'
        words = [*PIXELSEAL, "redact", images[0], *BOX, "--out", out]
        done = subprocess.run(["sh", "-c", command, "sh", *words], cwd=ROOT, capture_output=True)
        # An answer that nobody can have got is no success.
        unsaid = " >&-" in f" {closed}"
        assert done.returncode == unsaid and b"Traceback" not in done.stderr, closed
        assert (b"could not be written" in done.stderr) == (closed == ">&-")
        (image,) = out.glob("*.png")
        assert (
            hashlib.sha256(image.read_bytes()).hexdigest() in image.with_suffix(".txt").read_text()
        )


def test_what_is_said_of_a_signal_gets_into_no_file(images: list[Path], tmp_path: Path):
    # Without standard error the next file that is opened could have its number.
    out = tmp_path / "out"
    closed = 'exec "$@" 2>&-'
    words = ["redact", images[0], *BOX, "--out", out]
    with led("writing", *words, shell=["sh", "-c", closed, "sh"]) as command:
        assert command.arrived()
        command.child.send_signal(signal.SIGINT)
        command.let_on()
        command.child.communicate(timeout=PATIENCE)
    require_whole(out)
    assert all(b"Stopping" not in path.read_bytes() for path in out.iterdir())
