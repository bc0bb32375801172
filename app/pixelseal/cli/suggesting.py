"""The command `suggest`: what the finders propose, and a project of proposals for the page.

Covers nothing and prints nothing.
"""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pixelseal.cli import commands
from pixelseal.cli.answers import Answer
from pixelseal.cli.stopping import Stopping
from pixelseal.cli.suggested import names_of, place, regions_of
from pixelseal.core import engine
from pixelseal.local import files, proposals
from pixelseal.local.finders import finders, finished
from pixelseal.model.project.project import Entry
from pixelseal.model.project.searched import Place, Searched
from pixelseal.model.recipe.recipe import Recipe
from pixelseal.model.recipe.region import Fill


class Suggesting:
    """One `suggest` command. `entries` is the project of what was found so far."""

    def __init__(self, folder: Path | None, stopping: Stopping) -> None:
        """PixelsealError as `finders` and `proposals.require_private`."""
        self.entries: list[Entry] = []
        self._folder = folder
        self._stopping = stopping
        self._finders = finders()
        if folder is not None:
            proposals.require_private(folder)

    def pages(self, path: Path) -> Iterator[Answer]:
        """An answer for each page of the file: boxes, and what looked for them."""
        data = files.read(path)
        kept = engine.Kept()
        inspected = engine.inspect(data, kept)
        pages = len(inspected.file.pages)
        for page, facts in enumerate(inspected.file.pages, 1):
            where = {"page": page, "pages": pages}
            if self._stopping.asked:
                yield commands.not_begun(path) | where
                continue
            try:
                found = finished(engine.find(data, self._finders, page, kept=kept))
                self._keep(
                    inspected.sha256, page, (facts.upright_width, facts.upright_height), found
                )
            except Exception as error:
                yield commands.failure(path, error) | where
                continue
            answer: dict[str, Any] = {"file": str(path), "status": "ok", **where}
            answer["found"] = [place(row) for row in found]
            answer["finders"] = [finder._asdict() for finder in self._finders.names]
            yield answer

    def write(self) -> Path | None:
        """Write the project, if one was asked for and anything was found; its path.

        PixelsealError as `proposals.write`.
        """
        if self._folder is None or not self.entries:
            return None
        return proposals.write(self._folder, self.entries)

    def _keep(
        self, sha256: str, page: int, size: tuple[int, int], found: list[engine.Found]
    ) -> None:
        regions = regions_of(found, page, Fill())
        if self._folder is not None and regions:
            label = secrets.token_hex(8)
            proposed, empty = Recipe(regions, size), Recipe((), size)
            places = [Place(row.kind, row.box, None, at) for at, row in enumerate(found)]
            searched = Searched(names_of(self._finders), tuple(places))
            self.entries.append(
                Entry(sha256, page, None, label, empty, proposed, searched=searched)
            )
