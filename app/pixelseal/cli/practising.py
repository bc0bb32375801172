"""The command `practice`: the exercises as files, and what was missed in their results.

A result is judged by its private record, as the page judges the marks. Prints nothing.
"""

import argparse
import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from pixelseal.cli import commands, keeping
from pixelseal.cli.answers import Answer
from pixelseal.cli.stopping import Stopping
from pixelseal.core import engine
from pixelseal.local import bags, files, logs, places
from pixelseal.local.build import build
from pixelseal.model.errors import PixelsealError
from pixelseal.model.messages import sentence
from pixelseal.model.process import judged, values
from pixelseal.model.process.training import EXERCISES, Training, TrainingError
from pixelseal.model.recipe import canonical
from pixelseal.model.verify import verdicts

MISSED = "missed"
_PRIVATE = 0o600  # it names somebody
_RECORD_BYTES = 4 * canonical.MAX_TEXT


def answers(
    asked: argparse.Namespace, parser: argparse.ArgumentParser, stopping: Stopping
) -> Iterator[Answer]:
    """An answer for each exercise that is written or judged, and for each other image.

    A command that is wrong, or names a place that cannot be written to, ends before anything is.
    """
    given = (asked.record, asked.who, asked.training, asked.log)
    if asked.out is not None and any(one is not None for one in given):
        parser.error("--out writes the exercises: it takes no other argument")
    if (asked.training is None) != (asked.who is None):
        parser.error("a training record says who did it: --training and --who go together")
    if asked.log is not None and asked.training is None:
        parser.error("the line in a log is about the training record: --log needs --training")
    try:
        _require(asked)
    except PixelsealError as error:
        parser.error(f"{error.about or asked.training}: {error.sentence} [{error.code}]")
    if asked.out is not None:
        yield from _written(asked.out, stopping)
        return
    done: dict[int, Answer] = {}
    for answer in _judged(asked, stopping):
        if "exercise" in answer:
            done[answer["exercise"]] = answer
        yield answer
    if stopping.asked:
        return
    if not done:
        yield commands.failure(asked.check, PixelsealError("practice-none"))
        return
    told = {"count": len(done), "total": EXERCISES}
    told["missed"] = sum(answer["missed"] for answer in done.values())
    yield {
        "file": str(asked.check),
        "status": "ok",
        **told,
        "sentence": sentence("practice-checked", dict(told)),
    }
    if asked.training is not None:
        yield from _recorded(asked, done)


def _require(asked: argparse.Namespace) -> None:
    """TrainingError for a name; as `bags.require_new`, `places.require_unshared`, `logs.read`."""
    if asked.training is None:
        return
    if not values.is_text(asked.who):
        raise TrainingError("training-wrong", key="who")
    with commands.about(asked.training):
        places.require_unshared(asked.training, asked.check)
        bags.require_new(asked.training)
    if asked.log is not None:
        with commands.about(asked.log):
            places.require_unshared(asked.log, asked.check)
            if asked.log.exists():
                logs.read(asked.log)


def _written(out: Path, stopping: Stopping) -> Iterator[Answer]:
    for number in range(1, EXERCISES + 1):
        if stopping.asked:
            yield commands.not_begun(out)
            return
        data, extension = engine.exercise(number)
        name = sentence("practice-file", {"number": number})
        path = out / f"{name}.{extension}"
        try:
            with stopping.finishing():
                _folder(out)
                files.write_new(path, data)
            said = sentence("practice-written", {"number": number})
            yield {"file": str(path), "status": "ok", "exercise": number, "sentence": said}
        except Exception as error:
            yield commands.failure(path, error)


def _folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise PixelsealError("folder-is-file" if out.is_file() else "not-written") from None


def _judged(asked: argparse.Namespace, stopping: Stopping) -> Iterator[Answer]:
    known = _attempts(asked.record or places.beside(asked.check))
    numbers = {}
    for number in range(1, EXERCISES + 1):
        numbers[hashlib.sha256(engine.exercise(number)[0]).hexdigest()] = number
    found: dict[int, dict[int, tuple[engine.Attempt, Path]]] = {}
    for path in sorted(asked.check.iterdir()) if asked.check.is_dir() else []:
        if stopping.asked:
            yield commands.not_begun(path)
            return
        try:
            identity = engine.identify(files.read(path))
            if identity.kind != verdicts.IMAGE:
                continue
            attempt = known.get(identity.sha256)
            if attempt is None:
                raise PixelsealError("practice-no-record")
            if attempt.source not in numbers:
                raise PixelsealError("practice-other-image")
        except Exception as error:
            yield commands.failure(path, error)
            continue
        pages = found.setdefault(numbers[attempt.source], {})
        for page in attempt.pages:
            if page not in pages or pages[page][0].made <= attempt.made:
                pages[page] = (attempt, path)  # the last one counts
    for number in sorted(found):
        yield _one(number, found[number])


def _attempts(folder: Path) -> dict[str, engine.Attempt]:
    """What the private records in a folder say, by the image that each is about."""
    known = {}
    for path in sorted(folder.glob("*.json")):
        # What cannot be read there vouches for no image, and that is said of the image.
        with contextlib.suppress(PixelsealError):
            attempt = engine.attempt_of(files.read(path, _RECORD_BYTES).decode("utf-8", "replace"))
            if attempt is not None:
                known[attempt.output] = attempt
    return known


def _one(number: int, pages: dict[int, tuple[engine.Attempt, Path]]) -> Answer:
    path = pages[min(pages)][1]
    try:
        answer = engine.assess_exercise(number, {page: pages[page][0].recipe for page in pages})
    except Exception as error:
        return commands.failure(path, error)
    missed = judged.missed(answer)
    return {
        "file": str(path),
        "status": MISSED if missed else "ok",
        "exercise": number,
        "missed": missed,
        **answer,
        "sentence": judged.title(number, answer, _say),
        "sentences": judged.sentences(answer, _say),
    }


def _recorded(asked: argparse.Namespace, done: dict[int, Answer]) -> Iterator[Answer]:
    rows = tuple(judged.done(number, done[number]) for number in sorted(done))
    record = Training(asked.who, logs.now(), build(), rows)
    data = record.to_json().encode()
    try:
        files.write_new(asked.training, data, _PRIVATE)
    except Exception as error:
        yield commands.failure(asked.training, error)
        return
    sha256 = hashlib.sha256(data).hexdigest()
    said = sentence("practice-training-written", {})
    yield {"file": str(asked.training), "status": "ok", "record": sha256, "sentence": said}
    if asked.log is not None:
        facts = {"who": asked.who, "exercises": str(len(rows)), "missed": str(record.missed)}
        yield keeping.tried(asked.log, "trained", facts | {"record": sha256})


def _say(key: str, **values: int | str) -> str:
    return sentence(key, values)
