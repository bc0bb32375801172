"""Gives answers one after another, whatever happens to one of them; the exit code of all."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pixelseal.cli import commands, exit_codes
from pixelseal.cli.answers import Answer, Answers, AnswersLost
from pixelseal.cli.stopping import Stopping
from pixelseal.core.base.errors import PixelsealError, SourceRefused

USAGE = 2

Command = Callable[[Path], Iterable[Answer]]


def unusable(about: object, error: PixelsealError, answers: Answers) -> int:
    """Say why nothing was begun, of the file that it is about."""
    answers.note(f"{error.about or about}: {error.sentence} [{error.code}]")
    return USAGE


def one(
    do: Callable[[argparse.Namespace], Answer],
    about: str,
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    """Give the one answer of a short act, which a signal lets finish; `about` is an argument."""
    try:
        with stopping.finishing():
            answer = do(asked)
    except Exception as error:
        answer = commands.failure(getattr(asked, about), error)
    answers.give(answer)
    return exit_codes.of(answers.statuses)


def all_of(given: Iterable[Answer], about: Path, answers: Answers) -> int:
    """Give them all; what nobody foresaw is an answer about that file."""
    try:
        for answer in given:
            answers.give(answer)
    except AnswersLost:
        raise
    except Exception as error:
        answers.give(commands.failure(about, error))
    return exit_codes.of(answers.statuses)


def each(named: list[str], command: Command, answers: Answers, stopping: Stopping) -> int:
    """Give the answers for each path; after a signal the rest is reported as not begun."""
    for text in named:
        if stopping.asked:
            answers.give(commands.not_begun(Path(text)) | {"file": text})
            continue
        for answer in _tried(text, command):
            answers.give(answer | {"file": text})  # as given: a Path leaves out "./"
    return exit_codes.of(answers.statuses)


def _tried(text: str, command: Command) -> Iterator[Answer]:
    """The command's answers; an error that ends it is one more, and the next file follows."""
    path = Path(text)
    try:
        if not text:
            raise SourceRefused("file-missing")  # a Path of no name is the current folder
        yield from command(path)
    except Exception as error:
        yield commands.failure(path, error)
