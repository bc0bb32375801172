"""English: the language of certificates, records and the command line. Tables, and its plural."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: MicroPython has no such module
    from collections.abc import Iterator
    from typing import Any


def parts() -> "Iterator[dict[str, Any]]":
    """The tables, each imported when it is reached: first what the first photo needs."""
    from pixelseal.model.catalogue.en.states import STATES

    yield STATES
    from pixelseal.model.catalogue.en.spoken import SPOKEN

    yield SPOKEN
    from pixelseal.model.catalogue.en.review import REVIEW

    yield REVIEW
    from pixelseal.model.catalogue.en.project import PROJECT

    yield PROJECT
    from pixelseal.model.catalogue.en.markup import MARKUP

    yield MARKUP
    from pixelseal.model.catalogue.en.saving import SAVING

    yield SAVING
    from pixelseal.model.catalogue.en.reports import CHECKS, FINDINGS, REASONS

    yield CHECKS
    yield FINDINGS
    yield REASONS
    from pixelseal.model.catalogue.en.series import SERIES

    yield SERIES
    from pixelseal.model.catalogue.en.find import FIND

    yield FIND
    from pixelseal.model.catalogue.en.gate import GATE

    yield GATE
    from pixelseal.model.catalogue.en.refused import REFUSED

    yield REFUSED
    from pixelseal.model.catalogue.en.errors import ERRORS

    yield ERRORS
    from pixelseal.model.catalogue.en.help import HELP

    yield HELP
    from pixelseal.model.catalogue.en.verdicts import VERDICTS

    yield VERDICTS
    from pixelseal.model.catalogue.en.process import PROCESS

    yield PROCESS
    from pixelseal.model.catalogue.en.report import REPORT

    yield REPORT
    from pixelseal.model.catalogue.en.process_page import PROCESS_PAGE

    yield PROCESS_PAGE
    from pixelseal.model.catalogue.en.validation import VALIDATION

    yield VALIDATION
    from pixelseal.model.catalogue.en.preparation import PREPARATION

    yield PREPARATION
    from pixelseal.model.catalogue.en.validate_page import VALIDATE_PAGE

    yield VALIDATE_PAGE
    from pixelseal.model.catalogue.en.practice import PRACTICE

    yield PRACTICE
    from pixelseal.model.catalogue.en.proof import PROOF

    yield PROOF
    from pixelseal.model.catalogue.en.sign_page import SIGN_PAGE

    yield SIGN_PAGE
    from pixelseal.model.catalogue.en.transfer import TRANSFER

    yield TRANSFER
    from pixelseal.model.catalogue.en.signing import SIGNING

    yield SIGNING
    from pixelseal.model.catalogue.en.command_line import BATCH, COMMAND_LINE

    yield COMMAND_LINE
    yield BATCH
    from pixelseal.model.catalogue.en.policy import POLICY

    yield POLICY
    from pixelseal.model.catalogue.en.bench import BENCH

    yield BENCH


def plural(count: int) -> str:
    """The form for a whole number, "one" or "other" (CLDR plural rules, cardinal)."""
    return "one" if count == 1 else "other"
