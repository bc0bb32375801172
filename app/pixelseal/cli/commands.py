"""The commands: files in, answers out, one per file or page. Prints nothing."""

import argparse
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pixelseal.cli import asking
from pixelseal.cli.answers import Answer, Answers
from pixelseal.cli.stopping import Stopping
from pixelseal.cli.suggested import Suggested
from pixelseal.core import engine
from pixelseal.core.audit import OutputWithheld
from pixelseal.core.base.errors import EngineFault, PixelsealError, RecipeRefused
from pixelseal.local import faults, files, results
from pixelseal.local.build import build
from pixelseal.local.faults import about as about
from pixelseal.local.places import Places
from pixelseal.model import review as reviews
from pixelseal.model.finding import Finding
from pixelseal.model.messages import sentence
from pixelseal.model.policy import rules
from pixelseal.model.policy.policy import Policy
from pixelseal.model.process.log import TOUCHED
from pixelseal.model.recipe.recipe import Recipe, overfull, parse
from pixelseal.model.recipe.region import Fill, Output, Region
from pixelseal.model.recipe.turn import Turn
from pixelseal.model.review import Review

_RECIPE_BYTES = 16 << 20
_REVIEW_BYTES = 1 << 20


def inspect(path: Path, decode: bool, stopping: Stopping) -> Iterator[Answer]:
    """What the file is and carries, then one more answer for each page whose picture is damaged.

    With `decode` every page is decoded, for damage that its structure does not show. A file of one
    damaged page has no other answer than that.
    """
    data = files.read(path)
    kept = engine.Kept()
    inspected = engine.inspect(data, kept)
    pages = len(inspected.file.pages)
    if decode and pages == 1:
        engine.require_decodable(data, kept=kept)
    yield {"file": str(path), "status": "ok", "decoded": decode, **inspected.to_dict()}
    for page in range(1, pages + 1) if decode and pages > 1 else ():
        where = {"page": page, "pages": pages}
        if stopping.asked:
            yield not_begun(path) | where
            continue
        try:
            engine.require_decodable(data, page, kept)
        except Exception as error:
            yield failure(path, error) | where


def fill_of(policy: Policy | None) -> Fill:
    """How something is covered for which the arguments choose no method."""
    return Fill() if policy is None else rules.default_fill(policy)


def recipe_from(arguments: argparse.Namespace, policy: Policy | None) -> Recipe:
    """The recipe that the arguments ask for; RecipeRefused if its file is invalid.

    A box is covered as the policy wants it by default.
    """
    if arguments.recipe is None:
        fill = fill_of(policy)
        turn = Turn((arguments.turn or 0) // 90, arguments.mirror)
        recipe = Recipe([Region(shape, fill) for shape in arguments.box], turn=[turn])
    else:
        recipe = parse(files.read(arguments.recipe, _RECIPE_BYTES))
    output = Output(
        arguments.format or recipe.output.format, arguments.quality or recipe.output.quality
    )
    return recipe.named(output, arguments.id or recipe.alternate_id)


def review_from(arguments: argparse.Namespace) -> Review:
    """The review of --review, or one that says that nobody looked; RecipeRefused if invalid."""
    if arguments.review is None:
        return Review()
    return reviews.parse(files.read(arguments.review, _REVIEW_BYTES))


class Redacting:
    """One `redact` command: the same recipe for each image."""

    def __init__(
        self,
        recipe: Recipe,
        review: Review,
        policy: Policy | None,
        asked: argparse.Namespace,
        answers: Answers,
        stopping: Stopping,
    ) -> None:
        """PixelsealError as `Places`, and with --suggested as `pixelseal.local.finders.finders`."""
        self._recipe = recipe
        self._review = review
        self._policy = policy
        self._asked = asked
        self._answers = answers
        self._stopping = stopping
        self._places = Places(asked.out, asked.record)
        looks = asked.suggested or asked.find_again
        self._suggested = Suggested(asked.suggested, fill_of(policy)) if looks else None
        # One that asks for programs at the finished picture is obeyed once they have looked.
        self._later = looks and policy is not None and policy.find_again
        self.left_over = False  # programs found something in a finished image

    def pages(self, path: Path) -> Iterator[Answer]:
        """Each page of the file as an image of its own, with certificate and private record.

        One answer per page, given as soon as the page is written; a refused page does not stop the
        others. With `--together` all pages as one TIFF, or none.
        """
        data = files.read(path)
        alternate = self._recipe.alternate_id
        if alternate is not None and not self._asked.id_not_derived:
            asking.require_given(alternate, path, data, self._answers, self._stopping)
        kept = engine.Kept()
        given: dict[str, Any] = {
            "label": secrets.token_hex(8),
            "build": build(),
            "review": self._review,
            "policy": self._policy,
            "ahead": self._later,
            "kept": kept,
        }
        inspected = engine.inspect(data, kept)
        notes = inspected.notes()
        sizes = [(page.upright_width, page.upright_height) for page in inspected.file.pages]
        pages = len(sizes)
        if self._asked.together:
            recipe = self._marked(range(1, pages + 1))
            for page, size in enumerate(sizes, 1) if pages > 1 else ():
                try:  # the engine would refuse it too, but not say on which page
                    recipe.fitted(*size, pages, page)
                except RecipeRefused as error:
                    yield failure(path, error) | {"page": page, "pages": pages}
                    return
            recipe, finding = self._with_found(recipe, data, range(1, pages + 1), kept)
            done = engine.redact_together(data, recipe, **given, finding=finding)
            yield self._write(path, done, finding) | {"notes": notes}
            return
        for page in range(1, pages + 1):
            answer = self._page(path, data, page, given)
            if answer["status"] == "ok":
                answer["notes"] = notes
            yield answer | ({"page": page, "pages": pages} if pages > 1 else {})

    def _marked(self, pages: Iterable[int]) -> Recipe:
        """What is to be done to these pages: a recipe names them, a box or a turn means each.

        RecipeRefused (recipe-out-of-range): more boxes on them than a recipe may have.
        """
        if self._asked.recipe is not None:
            return self._recipe
        pages = tuple(pages)
        boxes = [box.on_page(page) for page in pages for box in self._recipe.regions]
        turns = [turn.on_page(page) for page in pages for turn in self._recipe.turn]
        if key := overfull(boxes, []):
            raise RecipeRefused("recipe-out-of-range", key=key)
        return Recipe(boxes, None, self._recipe.output, self._recipe.alternate_id, turn=turns)

    def _with_found(
        self, recipe: Recipe, data: bytes, pages: Iterable[int], kept: engine.Kept
    ) -> tuple[Recipe, Finding | None]:
        """What --suggested adds to the recipe on these pages, if it was asked for."""
        if self._suggested is None:
            return recipe, None
        return self._suggested.added(recipe, data, pages, kept)

    def _page(self, path: Path, data: bytes, page: int, given: dict[str, Any]) -> Answer:
        if self._stopping.asked:
            return not_begun(path)
        try:
            recipe, finding = self._with_found(self._marked([page]), data, [page], given["kept"])
            done = engine.redact(data, recipe, page=page, **given, finding=finding)
            return self._write(path, done, finding)
        except Exception as error:
            return failure(path, error)

    def _write(self, path: Path, done: engine.Redaction, finding: Finding | None) -> Answer:
        """Write the image with its certificate and record, to completion whatever signal comes.

        Where programs look for something, they look at it before.
        """
        told: Answer = {}
        if self._suggested is not None:
            later = self._policy if self._later else None
            done, told = self._suggested.looked_again(done, finding, later)
            self.left_over = self.left_over or bool(told["again"])
        if self._asked.dry_run:
            results.require_free(done, self._places)
            named = done.record_facts["alternate_id"] is not None
            said = sentence(
                "dry-run-named" if named else "dry-run-random",
                {"name": done.name, "extension": done.extension},
            )
            told |= {"dry_run": True, "sentence": said, "sha256": done.sha256}
            return {"file": str(path), "status": "ok", **told}
        with self._stopping.finishing():
            put = results.write(done, self._places, path.name, self._asked.reviewer)
        written = {name: str(place) for name, place in put._asdict().items()}
        return {"file": str(path), "status": "ok", **written, "sha256": done.sha256, **told}


def failure(path: Path, error: Exception) -> Answer:
    """The answer for a file that was refused or withheld, or that hit an internal error."""
    known = faults.known(error)
    answer: Answer = {
        "file": known.about or str(path),
        "status": "refused",
        "code": known.code,
        "sentence": known.sentence,
    }
    if known.code in TOUCHED:
        answer |= {"status": "broken", "line": known.values["line"]}
    if isinstance(error, OutputWithheld):
        answer |= {"status": "withheld", "report": error.report.to_dict()}
    if known.code == "engine-fault" and known is not error:
        answer["fault"] = faults.place(error)
    return answer


def fault(error: Exception) -> str:
    """The message for an unexpected error that no file caused."""
    known = EngineFault("engine-fault")
    return f"{known.sentence} [{known.code}] {faults.place(error)}"


def not_begun(path: Path) -> Answer:
    """The answer for what remained when the command was stopped."""
    stopped = PixelsealError("not-begun")
    return {
        "file": str(path),
        "status": "not-begun",
        "code": stopped.code,
        "sentence": stopped.sentence,
    }
