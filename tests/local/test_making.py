"""One image of a plan, whatever moment it is killed at, and whatever lies in its way."""

import os
import signal
import sys
from pathlib import Path

import pytest
from pixelseal.core.base.errors import EngineFault, PixelsealError
from pixelseal.local import batches, files, jobs
from pixelseal.local.making import Making, read_row

from tests.local.batch import planned, require_each_once

pytestmark = pytest.mark.skipif(
    sys.platform in ("emscripten", "win32"), reason="needs processes, and signals of POSIX"
)
WRITES = 4  # record, certificate, image, row


@pytest.fixture
def job(tmp_path: Path) -> tuple[jobs.Job, jobs.Bound]:
    return planned(tmp_path, 1)


def killed(job: jobs.Job, bound: jobs.Bound, at: int, named: bool) -> None:
    """Make the image in a process that is killed at a write, before it has its name or after."""
    child = os.fork()
    if child:
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        return
    try:
        real, left = files._name, at

        def name(beside: Path, path: Path) -> None:
            nonlocal left
            left -= 1
            if left == 0 and named:
                real(beside, path)
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            real(beside, path)

        files._name = name
        Making(job, bound).row(next(job.items()))
    finally:
        os._exit(1)


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("at", range(1, WRITES + 1))
def test_what_was_killed_at_any_write_is_made_whole_by_the_next(at, named, job):
    killed(*job, at, named)
    assert not job[1].row(next(job[0].items())).exists() or (at == WRITES and named)
    assert list(batches.run(*job, 1, batches.Shard(), lambda: False)) or at == WRITES
    require_each_once(*job)
    counts, _table = batches.report(*job)
    assert counts.counted == {"ok": 1}


def test_other_bytes_of_that_name_are_a_fault_and_stay(job):
    item = next(job[0].items())
    image = job[1].folders[0] / f"{item.stem}.png"
    image.write_bytes(b"somebody's")
    row = Making(*job).row(item)
    assert (row["status"], row["code"]) == ("fault", "job-other-bytes")
    assert image.read_bytes() == b"somebody's"
    assert batches.report(*job)[0].summary(job[0])["fault"] == 1


def test_no_room_is_no_row_and_what_was_not_written_is_made_later(job, monkeypatch):
    item = next(job[0].items())

    def full(path: Path, *_words: object) -> None:
        raise EngineFault("not-written")

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_new", full)
        with pytest.raises(EngineFault):
            Making(*job).row(item)
    assert not job[1].row(item).exists()
    assert Making(*job).row(item)["status"] == "ok"


def test_a_disk_that_is_not_there_refuses_no_image(job):
    item = next(job[0].items())
    making = Making(*job)
    job[0].root.rename(job[0].root.with_name("elsewhere"))
    with pytest.raises(PixelsealError) as caught:
        making.row(item)
    assert caught.value.code == "job-source-gone" and not job[1].row(item).exists()


def test_a_row_or_a_plan_that_was_touched_counts_for_nothing(job):
    item = next(job[0].items())
    Making(*job).row(item)
    row = job[1].row(item)
    whole = row.read_text()
    for text in ("", "[]", whole.replace(item.label, "0" * 16), whole.replace('"ok"', '"fine"')):
        row.write_text(text)
        assert batches.report(*job)[0].counted == {"changed": 1}
    row.write_text(whole)
    assert read_row(row)["status"] == "ok"
    plan = job[0].folder / jobs.PLAN
    for text in (plan.read_text()[:-14], plan.read_text() * 2, "{}\n"):
        plan.write_text(text)
        with pytest.raises(jobs.JobError) as caught:
            list(jobs.Job(job[0].folder).items())
        assert caught.value.code == "job-not-a-plan"
