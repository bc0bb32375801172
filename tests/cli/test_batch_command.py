"""`pixelseal batch`: whatever stops it, every image is there once, and nobody's name is."""

import json
import os
import resource
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pixelseal.local.jobs import Bound, Job

from tests.cli.support import PIXELSEAL, answers, pixelseal
from tests.conftest import ROOT
from tests.core.support import file_of, photo
from tests.local.batch import laid, require_each_once

pytestmark = pytest.mark.skipif(
    sys.platform in ("emscripten", "win32"), reason="needs programs, and signals of POSIX"
)
PATIENCE = 120  # seconds until a state that never comes fails the test


class Batch:
    """A job in a folder of its own, and what runs it."""

    def __init__(self, folder: Path, count: int, *options: object) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.source = folder, laid(folder / "source", count)
        self.job, self.out, self.private = (folder / name for name in ("job", "out", "kept"))
        self.options = options

    def plan(self) -> dict:
        recipe = self.folder / "recipe.json"
        words = ("plan", self.source, "--recipe", recipe, "--job", self.job, *self.options)
        (answer,) = answers(said(0, *words))
        return answer

    def words(self, *options: object) -> list[object]:
        places = ("--out", self.out, "--private", self.private, "--json")
        return ["batch", "run", self.job, *places, *options]

    def run(self, *options: object, code: int = 0) -> list[dict]:
        done = pixelseal(*self.words(*options))
        assert done.returncode == code, done.stderr
        return answers(done)

    def started(self, *options: object) -> subprocess.Popen:
        command = [*PIXELSEAL, *map(str, self.words(*options))]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def report(self, code: int = 0) -> dict:
        return answers(said(code, "report", self.job))[0]

    def require_whole(self, count: int) -> None:
        """All is there once, says the report and `verify`."""
        bound = Bound(self.out.resolve(), self.private.resolve())
        require_each_once(Job(self.job), bound)
        told = self.report()
        assert (told["planned"], told["ok"], told["left"]) == (count, count, 0)
        verified = pixelseal("verify", self.out, "--json")
        assert verified.returncode == 0
        assert [row["status"] for row in answers(verified)] == ["unchanged"] * count

    def shared(self) -> dict[str, bytes]:
        found = [path for path in self.out.rglob("*") if path.is_file()]
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in found}


def said(code: int, *words: object) -> subprocess.CompletedProcess[str]:
    done = pixelseal("batch", *words, "--json")
    assert done.returncode == code, done.stderr
    assert "SENTINEL" not in done.stdout + done.stderr
    return done


def heard(child: subprocess.Popen, count: int) -> None:
    """Wait for so many answers."""
    for _ in range(count):
        assert select.select([child.stdout], [], [], PATIENCE)[0]
        assert json.loads(child.stdout.readline())["status"] == "ok"


def test_who_did_the_work_shows_in_no_byte(tmp_path):
    one = Batch(tmp_path / "one", 5)
    assert one.plan()["planned"] == 5
    two = Batch(tmp_path / "two", 0)  # the same plan, which names the same sources
    shutil.copytree(one.job, two.job)
    told = one.run("--workers", 2)
    assert sorted(row["status"] for row in told) == ["ok"] * 6
    one.require_whole(5)
    status = answers(said(0, "status", one.job))[0]
    assert status["ok"] == 5
    assert [len(two.run("--shard", f"{number}/2")) for number in (1, 2)] == [4, 3]
    two.require_whole(5)
    assert one.shared() == two.shared()
    assert not any(b"SENTINEL" in data for data in one.shared().values())
    certificates = [data for name, data in one.shared().items() if name.endswith(".txt")]
    assert len(certificates) == 5
    assert all(b"Nobody stated that they looked" in data for data in certificates)
    table = (one.private / "link-table.csv").read_bytes()
    assert table.count(b"SENTINEL::") == 5 and table.count(b"\r\n") == 6


@pytest.mark.parametrize(("rows", "workers"), [(1, 1), (3, 2)])
def test_a_run_that_was_killed_is_ended_by_the_next(rows, workers, tmp_path):
    batch = Batch(tmp_path, 6)
    batch.plan()
    child = batch.started("--workers", workers)
    heard(child, rows)
    child.kill()
    child.communicate()
    batch.run("--workers", workers)
    batch.require_whole(6)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="finds workers in /proc")
def test_a_worker_that_was_killed_costs_no_image(tmp_path):
    batch = Batch(tmp_path, 8)
    batch.plan()
    child = batch.started("--workers", 2)
    heard(child, 1)
    for worker in workers_of(child.pid):
        os.kill(worker, signal.SIGKILL)
    child.communicate(timeout=PATIENCE)
    assert child.returncode == 0
    batch.require_whole(8)


def workers_of(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    others = [path.read_text().split() for path in Path(f"/proc/{parent}/task").glob("*/children")]
    found = {int(number) for number in sum(others, children)}
    return [one for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def test_two_runs_at_once_make_nothing_twice(tmp_path):
    batch = Batch(tmp_path, 8)
    batch.plan()
    children = [batch.started("--workers", 2) for _ in range(2)]
    for child in children:
        child.communicate(timeout=PATIENCE)
        assert child.returncode == 0
    batch.require_whole(8)


def test_a_stop_finishes_what_is_under_way(tmp_path):
    batch = Batch(tmp_path, 16)
    batch.plan()
    child = batch.started()
    heard(child, 1)
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=PATIENCE)
    assert child.returncode == 128 + signal.SIGTERM
    before = len(batch.shared())
    assert 2 <= before < 32 and before % 2 == 0
    assert len(batch.run("--workers", 2)) == 17 - before // 2
    batch.require_whole(16)


def test_no_room_stops_the_run_with_a_sentence_and_the_next_goes_on(tmp_path):
    batch = Batch(tmp_path, 3)
    batch.plan()
    most = (1200, resource.RLIM_INFINITY)  # bytes of a file: what a job says of itself, no record
    done = subprocess.run(
        [*PIXELSEAL, *map(str, batch.words())],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, most),
        timeout=PATIENCE,
    )
    assert done.returncode == 1 and answers(done)[-1]["code"] == "not-written"
    assert not batch.shared()
    batch.run()
    batch.require_whole(3)


def test_what_cannot_be_made_is_a_row_and_the_rest_is_made(tmp_path):
    batch = Batch(tmp_path, 4)
    first, second, third, _rest = sorted(batch.source.rglob("*.png"))
    (batch.source / "SENTINEL.txt").write_text("no image")
    assert batch.plan()["unopened"] == 1
    first.write_bytes(first.read_bytes() + b".")
    second.unlink()
    done = pixelseal(*batch.words("--workers", 2))
    assert done.returncode == 1 and "SENTINEL" not in done.stdout + done.stderr
    told = batch.report(1)
    assert (told["planned"], told["ok"], told["refused"]) == (5, 2, 3)
    codes = {"job-source-changed": 1, "file-missing": 1, "not-an-image": 1}
    assert told["codes"] == codes and third.exists()
    image = next((batch.out / "images").iterdir())
    image.write_bytes(image.read_bytes() + b".")
    assert batch.report(3)["changed"] == 1


def test_ids_name_images_and_those_made_from_a_name_are_refused(tmp_path):
    batch = Batch(tmp_path, 3, "--ids", tmp_path / "ids.csv")
    second = Image.fromarray(photo(64, 48, seed=8))
    scan = file_of(photo(64, 48, seed=9), "TIFF", save_all=True, append_images=[second])
    (batch.source / "scan.tiff").write_bytes(scan)
    rows = ("SENTINEL_Roe_0/SENTINEL::0.png,P-1", "SENTINEL::1.png,Roe-2", "scan,P-3")
    (tmp_path / "ids.csv").write_text("\n".join(("name,ID", *rows)))
    told = batch.plan()
    assert (told["planned"], told["named"]) == (5, 3)
    batch.run(code=1)
    names = {path.name for path in (batch.out / "images").iterdir()}
    assert {"P-1.png", "P-3-p001.tif"} <= names and len(names) == 4
    assert batch.report(1)["codes"] == {"id-derived": 1}
    (tmp_path / "ids.csv").write_text("scan,P-3\nSENTINEL::1.png,p-3-P002")
    batch.job = tmp_path / "another"
    done = pixelseal("batch", "plan", batch.source, "--recipe", tmp_path / "recipe.json",
                     "--job", batch.job, *batch.options)  # fmt: skip
    assert done.returncode == 1 and "[job-id-twice]" in done.stderr


def test_folders_that_would_mix_or_double_are_refused(tmp_path):
    batch = Batch(tmp_path, 2)
    wrong = Batch(tmp_path, 2)
    wrong.job = batch.source / "job"
    recipe = tmp_path / "recipe.json"
    said(2, "plan", batch.source, "--recipe", recipe, "--job", wrong.job)
    batch.plan()
    said(2, "plan", batch.source, "--recipe", recipe, "--job", batch.job)
    said(2, "report", batch.job)
    for out in (batch.source / "out", tmp_path, batch.job / "out"):
        wrong.job, wrong.out = batch.job, out
        wrong.run(code=2)
    batch.run()
    wrong.out = tmp_path / "elsewhere"
    wrong.run(code=2)
    other = Batch(tmp_path, 2)
    other.job = tmp_path / "other"
    other.plan()
    other.run(code=2)
    batch.require_whole(2)
