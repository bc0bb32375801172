"""Runs one command over its files: one answer per file, whatever happens to the others.

Exit codes are in `arguments.py`, --help and docs/command-line.md. Writes no image itself.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from pixelseal.cli import (
    arguments,
    batching,
    commands,
    exit_codes,
    giving,
    keeping,
    packing,
    practising,
    preparing,
    receiving,
    redacting,
    reporting,
    signatures,
    signing,
    standard_streams,
    suggesting,
    translating,
    validating,
    verifying,
    words,
)
from pixelseal.cli.answers import Answer, Answers, AnswersLost
from pixelseal.cli.stopping import Stopping
from pixelseal.core.base.errors import PixelsealError
from pixelseal.local import codecs, policies, quiet
from pixelseal.model.process import receipt

_READER_GONE = 141  # as shells report a program ended by a broken pipe
_NOT_GIVEN = "The answers could not be written: no room, or no permission."


def run(argv: Sequence[str] | None, stopping: Stopping) -> int:
    """Run the command of `argv`; returns the exit code (argparse exits with 2 on wrong usage)."""
    parser = arguments.parser()
    answers = Answers(as_json=False)
    with quiet.libraries():
        try:
            asked = parser.parse_args(argv)
            answers.as_json, answers.quiet = asked.json, getattr(asked, "quiet", False)
            codecs.register()
            code = _COMMANDS[asked.command](asked, parser, answers, stopping)
            if stopping.asked:
                answers.note(words.summed_up(answers.statuses))
                return stopping.code
            return code
        except AnswersLost as lost:
            standard_streams.leave_quietly()
            if not lost.quiet:
                answers.note(_NOT_GIVEN)
                return exit_codes.REFUSED
            return _READER_GONE
        except Exception as error:  # not during a file, so it belongs to no answer
            answers.note(commands.fault(error))
            return exit_codes.REFUSED


def _inspect(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    def work(path: Path) -> Iterator[Answer]:
        return commands.inspect(path, not asked.structure_only, stopping)

    return giving.each(asked.images, work, answers, stopping)


def _suggest(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    try:
        work = suggesting.Suggesting(asked.recipe, stopping)
    except PixelsealError as error:
        answers.note(f"{error.sentence} [{error.code}]")
        return giving.USAGE
    code = giving.each(asked.images, work.pages, answers, stopping)
    try:
        written = work.write()
    except PixelsealError as error:
        answers.note(f"{asked.recipe}: {error.sentence} [{error.code}]")
        return exit_codes.REFUSED
    if written is not None and answers.as_json:
        answers.give({"file": str(written), "status": "ok", "images": len(work.entries)})
    if not stopping.asked:
        answers.add(words.suggested(written))
    return code


def _verify(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    rows = []
    try:
        beside = signatures.Beside(asked.signers)
    except PixelsealError as error:
        return giving.unusable(asked.signers, error, answers)
    for answer in verifying.answers(asked.files, stopping, beside):
        answers.give(answer)
        rows.append(answer)
    if not stopping.asked:
        answers.add(verifying.summed_up(rows, beside))
    # In an empty folder nothing is "unchanged".
    if not rows or not all(beside.is_enough(row) for row in rows):
        return exit_codes.REFUSED
    return exit_codes.of(answers.statuses)


def _pack(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    if asked.log is not None and asked.who is None:
        parser.error("a log says who did it: --log needs --who")
    about = asked.policy
    try:
        policy = None if asked.policy is None else policies.opened(asked.policy)
        about = asked.validation
        accepted = None if asked.validation is None else validating.opened(asked.validation)
        about = asked.out
        work = packing.Packing(asked, policy, accepted, stopping)
    except PixelsealError as error:
        return giving.unusable(about, error, answers)
    return giving.all_of(work.answers(), asked.out, answers)


def _validate(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    decided = asked.accept or asked.send_back
    if asked.check and (decided or asked.who or asked.role or asked.own or asked.log):
        parser.error("--check decides nothing: it takes no argument but --policy")
    if asked.out and not (asked.who and asked.role and decided):
        parser.error("--out needs --who, --role, and --accept or --send-back")
    if {name for name, _note in asked.send_back} & set(asked.accept):
        parser.error("an image is accepted or sent back, not both")
    about = asked.policy
    try:
        policy = None if asked.policy is None else policies.opened(asked.policy)
        about = asked.out
        if asked.check is None:
            validating.require(asked, policy)
    except PixelsealError as error:
        return giving.unusable(about, error, answers)
    given = validating.checked(asked, policy, stopping) if asked.check else None
    return giving.all_of(
        given or validating.answers(asked, stopping), asked.check or asked.set, answers
    )


def _receive(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    if asked.who is None and (asked.receipt or asked.log):
        parser.error("a receipt and a log say who received it: both need --who")
    if asked.compare and asked.log:
        parser.error("--log is for a package that was received, not for --compare")
    try:
        work = receiving.Receiving(asked, stopping)
    except PixelsealError as error:
        return giving.unusable(asked.bag, error, answers)
    code = giving.all_of(work.answers(), asked.bag, answers)
    # A receipt for another package is that first, whatever its files are.
    return 4 if receipt.ANOTHER in answers.statuses else code


def _log(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    try:
        keeping.require(asked)
    except PixelsealError as error:
        return giving.unusable(asked.log, error, answers)
    return giving.one(keeping.answer, "log", asked, parser, answers, stopping)


def _project(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    if asked.act == "set" and asked.log is not None and asked.who is None:
        parser.error("a log says who did it: --log needs --who")
    return giving.all_of(preparing.answers(asked, stopping), asked.project, answers)


def _sign(
    asked: argparse.Namespace,
    parser: argparse.ArgumentParser,
    answers: Answers,
    stopping: Stopping,
) -> int:
    about = asked.key or asked.out
    if asked.out is not None and asked.files != ["key"]:
        parser.error("a new key is made by: pixelseal sign key --out KEY")
    try:
        if asked.out is not None:
            answers.give(signing.made(asked.out, asked.passphrase_file, answers, stopping))
            return exit_codes.of(answers.statuses)
        work = signing.Signing(asked.key, asked.passphrase_file, answers, stopping)
    except PixelsealError as error:
        return giving.unusable(about, error, answers)
    return giving.each(asked.files, work.file, answers, stopping)


_COMMANDS: dict[
    str, Callable[[argparse.Namespace, argparse.ArgumentParser, Answers, Stopping], int]
] = {
    "inspect": _inspect,
    "redact": redacting.done,
    "log": _log,
    "sign": _sign,
    "suggest": _suggest,
    "verify": _verify,
    "pack": _pack,
    "validate": _validate,
    "receive": _receive,
    "project": _project,
    "practice": lambda asked, parser, answers, stopping: giving.all_of(
        practising.answers(asked, parser, stopping), asked.out or asked.check, answers
    ),
    "report": lambda asked, _parser, answers, stopping: giving.all_of(
        reporting.answers(asked, stopping), asked.out, answers
    ),
    "batch": batching.done,
    "translate": partial(giving.one, translating.answer, "certificate"),
}
