"""What each command does: files in, answers out, one answer a file. Prints nothing."""

import argparse
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.cli import files
from app.core import engine
from app.core.audit import AuditReport
from app.core.errors import OutputWithheld, PixelsealError, RecipeRefused
from app.core.record import private_record
from app.model import review as reviews
from app.model.recipe import Output, Recipe, RecipeError, Region, parse
from app.model.review import Review, ReviewError

BUILD = "source"  # the page's builds have a hash; a checkout has its own in version control
_CERTIFICATE_BYTES = 1 << 20
_RECIPE_BYTES = 16 << 20
_REVIEW_BYTES = 1 << 20

Answer = dict[str, Any]


def inspect(path: Path) -> Answer:
    """What the file is and carries."""
    return {"file": str(path), "status": "ok", **engine.inspect(files.read(path)).to_dict()}


def verify(image: Path, certificate: Path) -> Answer:
    """unchanged, changed or not-this-certificate."""
    found = engine.verify(files.read(image), files.read(certificate, _CERTIFICATE_BYTES))
    return {"file": str(image), **found.to_dict(), "certificate_is_about": found.file}


def recipe_from(arguments: argparse.Namespace) -> Recipe:
    """The recipe that the arguments ask for; RecipeRefused if its file is not one."""
    if arguments.recipe is None:
        recipe = Recipe([Region(shape) for shape in arguments.box])
    else:
        try:
            recipe = parse(files.read(arguments.recipe, _RECIPE_BYTES).decode("utf-8"))
        except UnicodeDecodeError:
            raise RecipeRefused("recipe-not-json") from None
        except RecipeError as error:
            raise RecipeRefused(error.code, **error.values) from None
    output = Output(
        arguments.format or recipe.output.format, arguments.quality or recipe.output.quality
    )
    return recipe.named(output, arguments.id or recipe.alternate_id)


def review_from(arguments: argparse.Namespace) -> Review:
    """The review of --review, or one that says that nobody looked; RecipeRefused if it is none."""
    if arguments.review is None:
        return Review()
    try:
        return reviews.parse(files.read(arguments.review, _REVIEW_BYTES).decode("utf-8"))
    except UnicodeDecodeError:
        raise RecipeRefused("review-not-json") from None
    except ReviewError as error:
        raise RecipeRefused(error.code, **error.values) from None


def redact(
    path: Path, recipe: Recipe, review: Review, arguments: argparse.Namespace
) -> list[Answer]:
    """Each page of the file as an image of its own, with its certificate and private record.

    One answer a page; a page that is refused does not stop the others. With `--together` all
    pages as one TIFF, or none.
    """
    data, label = files.read(path), secrets.token_hex(8)
    if arguments.together:
        done = engine.redact_together(data, recipe, label=label, build=BUILD, review=review)
        return [_write(path, done, arguments)]
    pages = engine.inspect(data).source.pages
    answers = []
    for page in range(1, pages + 1):
        try:
            done = engine.redact(data, recipe, label=label, build=BUILD, page=page, review=review)
            answer = _write(path, done, arguments)
        except PixelsealError as error:
            answer = refusal(path, error)
        answers.append(answer | ({"page": page, "pages": pages} if pages > 1 else {}))
    return answers


def _write(path: Path, done: engine.Redaction, arguments: argparse.Namespace) -> Answer:
    """Write image, certificate and private record; the image comes last, so it is never alone."""
    stem = done.name.removesuffix("." + done.extension)
    records = arguments.record or arguments.out / "private"
    record = private_record(
        done.record_facts,
        source_name=path.name,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        reviewer=arguments.reviewer,
    )
    places = {
        "record": records / f"{stem}.json",
        "certificate": arguments.out / f"{stem}.txt",
        "output": arguments.out / done.name,
    }
    files.make_folder(arguments.out)
    files.make_folder(records, private=True)
    contents = (record.encode(), done.certificate.encode(), done.output)
    files.write_together(dict(zip(places.values(), contents, strict=True)))
    written = {name: str(place) for name, place in places.items()}
    return {"file": str(path), "status": "ok", **written, "sha256": done.sha256}


def refusal(path: Path, error: PixelsealError) -> Answer:
    """The answer for a file that was refused, or whose output was withheld."""
    answer: Answer = {
        "file": str(path),
        "status": "refused",
        "code": error.code,
        "sentence": error.sentence,
    }
    if isinstance(error, OutputWithheld) and isinstance(error.report, AuditReport):
        answer |= {"status": "withheld", "report": error.report.to_dict()}
    return answer
