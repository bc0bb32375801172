"""The command `batch`: plans, runs and counts. Says labels, never the name of a source."""

import argparse
import json
from collections.abc import Iterator

from pixelseal.cli import commands, giving
from pixelseal.cli.answers import Answer, Answers
from pixelseal.cli.stopping import Stopping
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import batches, files
from pixelseal.local.batches import CHANGED, LEFT, Counts
from pixelseal.local.jobs import Job, JobError
from pixelseal.local.making import OK, STATUSES
from pixelseal.local.planning import Asked, Planning
from pixelseal.model.messages import sentence

_OF_ROW = ("code", "sentence", "fault")  # of a row that is not ok


def done(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    """Give the answers of one act; the exit code."""
    if asked.act == "plan" and (asked.recipe is None) == (not (asked.recipes or asked.project)):
        parser.error("either --recipe for all images, or --recipes or --project for each")
    try:
        given = _ACTS[asked.act](asked, stopping)
    except PixelsealError as error:
        return giving.unusable(asked.job, error, answers)
    return giving.all_of(given, asked.job, answers)


def _plan(asked: argparse.Namespace, _stopping: Stopping) -> Iterator[Answer]:
    one = (asked.source, asked.recipe, asked.ids, asked.policy, asked.id_not_derived)
    return _planned(Planning(Asked(*one, asked.recipes, asked.project), asked.job), asked)


def _planned(planning: Planning, asked: argparse.Namespace) -> Iterator[Answer]:
    planning.write()
    counts: dict[str, int | str] = {
        "count": planning.images,
        "named": planning.named,
        "unopened": planning.unopened,
        "unmarked": planning.unmarked,
    }
    said = [sentence("batch-planned", counts)]
    if asked.ids is not None:
        said.append(sentence("batch-named", counts))
    if planning.unopened:
        said.append(sentence("batch-unopened", counts))
    if planning.unmarked:
        said.append(sentence("batch-unmarked", counts))
    yield {
        "file": str(asked.job),
        "status": OK,
        "planned": planning.images,
        "named": planning.named,
        "unopened": planning.unopened,
        "unmarked": planning.unmarked,
        "sentence": " ".join(said),
    }


def _run(asked: argparse.Namespace, stopping: Stopping) -> Iterator[Answer]:
    job = Job(asked.job)
    job.require_build()
    job.require_root()
    bound = job.bind(asked.out, asked.private)
    rows = batches.run(job, bound, asked.workers, asked.shard, lambda: bool(stopping.asked))

    def given() -> Iterator[Answer]:
        made = 0
        for item, row in rows:
            made += row["status"] == OK
            told: Answer = {name: row[name] for name in _OF_ROW if name in row}
            if row["status"] == OK:
                told = {"sentence": sentence("batch-made", {}), "sha256": row["image"]["sha256"]}
            yield {"file": item.stem, "status": row["status"], **told}
        if stopping.asked:
            return  # the command says what was done
        yield {
            "file": str(asked.job),
            "status": OK,
            "made": made,
            "sentence": sentence("batch-run", {"count": made}),
        }

    return given()


def _status(asked: argparse.Namespace, _stopping: Stopping) -> Iterator[Answer]:
    job = Job(asked.job)
    bound = job.places()

    def given() -> Iterator[Answer]:
        counts = Counts()
        for _item, status, row in batches.rows(job, bound, False):
            counts.add(status, row)
        yield _counted(asked, job, counts) | {"status": OK}

    return given()


def _report(asked: argparse.Namespace, _stopping: Stopping) -> Iterator[Answer]:
    job = Job(asked.job)
    bound = job.places()
    if asked.summary is not None and asked.summary.exists():
        with commands.about(asked.summary):
            raise files.exists(asked.summary)

    def given() -> Iterator[Answer]:
        counts, table = batches.report(job, bound)
        if asked.summary is not None:
            told = {"pixelseal": batches.SUMMARY, **counts.summary(job)}
            files.write_new(asked.summary, (json.dumps(told, indent=2) + "\n").encode())
        answer = _counted(asked, job, counts) | {"link_table": str(table)}
        if counts.counted[CHANGED]:
            changed = JobError("job-outputs-changed", count=counts.counted[CHANGED])
            answer |= {"status": "broken", "code": changed.code}
            answer["sentence"] = f"{answer['sentence']} {changed.sentence}"
        elif counts.planned != counts.counted[OK]:
            answer["status"] = "incomplete"
        yield answer

    return given()


def _counted(asked: argparse.Namespace, job: Job, counts: Counts) -> Answer:
    told: dict[str, int | str] = {"planned": counts.planned}
    told |= {name: counts.counted[name] for name in (*STATUSES, CHANGED, LEFT)}
    said = sentence("batch-counted", told)
    if counts.codes:
        codes = ", ".join(f"{code}: {count}" for code, count in sorted(counts.codes.items()))
        said += f" {codes}."
    return {"file": str(asked.job), "status": OK, **counts.summary(job), "sentence": said}


_ACTS = {"plan": _plan, "run": _run, "status": _status, "report": _report}
