"""Writes what was found as a project whose records are proposals, for the page. Finds nothing.

A project is private: it links marks to originals (docs/project.md).
"""

import secrets
import stat
from pathlib import Path

from pixelseal.core.base.errors import EngineFault, PixelsealError
from pixelseal.local import earlier, files
from pixelseal.model.errors import LONGEST_VALUE
from pixelseal.model.project import project_text
from pixelseal.model.project.project import Entry


def require_private(folder: Path) -> None:
    """PixelsealError if the folder is a file, or lies in one whose content is passed on.

    Codes: folder-is-file, records-not-apart.
    """
    place = folder.resolve()
    if place.exists() and not place.is_dir():
        raise PixelsealError("folder-is-file")
    for outer in (place, *place.parents):
        if cause := earlier.shared(outer):
            raise PixelsealError("records-not-apart", path=str(cause)[-LONGEST_VALUE:])


def write(folder: Path, entries: list[Entry]) -> Path:
    """Write the project, readable by its owner alone; its path.

    ProjectError (project-too-large); EngineFault: not-written.
    """
    text = project_text.to_json(entries)
    path = folder / f"private-project-{secrets.token_hex(4)}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    except OSError:
        raise EngineFault("not-written") from None
    files.write_together({path: text.encode()}, path)
    return path
