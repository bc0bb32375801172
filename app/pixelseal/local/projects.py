"""Reads a project's file. Restores nothing and writes none."""

from pathlib import Path

from pixelseal.local import files
from pixelseal.model.project import project_text
from pixelseal.model.project.preparation import Preparation
from pixelseal.model.project.project import Entry, ProjectError

_BYTES = 4 * project_text.MAX_TEXT  # a character has at most four


def opened(path: Path) -> tuple[list[Entry], Preparation | None]:
    """A project's entries, and what it settles. SourceRefused as `files.read`; ProjectError."""
    try:
        text = files.read(path, _BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProjectError("project-not-json") from None
    reading = project_text.read(text)
    return list(reading), reading.settled
