"""The command `report`: private records in, one page about all of them out. Prints nothing."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from pixelseal.cli import commands, validating
from pixelseal.cli.answers import Answer
from pixelseal.cli.stopping import Stopping
from pixelseal.local import files, logs, projects
from pixelseal.model import catalogue
from pixelseal.model.messages import sentence
from pixelseal.model.process import report, report_page
from pixelseal.model.process.report_facts import ReportError, Tally
from pixelseal.model.recipe import canonical
from pixelseal.version import __version__

_PRIVATE = 0o600  # it names people, and says what was kept and why
_RECORD_BYTES = 4 * canonical.MAX_TEXT


def answers(asked: argparse.Namespace, stopping: Stopping) -> Iterator[Answer]:
    """An answer for each file that is no record, and one for the report.

    PixelsealError as the readers of the other files, and `files.write_new`.
    """
    entries, settled = ([], None) if asked.project is None else projects.opened(asked.project)
    validation = None if asked.validation is None else validating.opened(asked.validation)
    lines = None if asked.log is None else logs.read(asked.log)
    tally, unread = Tally(), 0
    for path, named in _paths(asked.records):
        if stopping.asked:
            yield commands.not_begun(path)
            return
        try:
            tally.add(files.read(path, _RECORD_BYTES).decode("utf-8", "replace"))
        except Exception as error:
            unread += 1
            # A folder of private files holds others as well: they are counted, not refused.
            if named or not isinstance(error, ReportError):
                yield commands.failure(path, error)
    if not tally.images:
        yield commands.failure(asked.out, ReportError("report-nothing"))
        return
    without = len([one for one in entries if not tally.has(one.sha256, one.page)])
    waiting = None if asked.project is None else without
    of = report.Sources(tally, settled, waiting, lines, validation, unread)
    title = catalogue.text(asked.language, "report-title", {})
    at = logs.now()[:10]
    made = catalogue.text(asked.language, "report-made", {"at": at, "version": __version__})
    page = report_page.page(title, made, report.sections(of, asked.language), asked.language)
    files.write_new(asked.out, page.encode(), _PRIVATE)
    told: dict[str, int | str] = {"count": tally.images, "path": str(asked.out)}
    yield {
        "file": str(asked.out),
        "status": "ok",
        "images": tally.images,
        "unread": unread,
        "sentence": sentence("report-written", told),
    }


def _paths(given: list[str]) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether it was named by itself; of a folder those that could be records."""
    for text in given:
        path = Path(text)
        if path.is_dir():
            yield from ((inside, False) for inside in sorted(path.glob("*.json")))
        else:
            yield path, True
